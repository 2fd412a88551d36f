"""Every command by its name, in the command palette; asked for only when the palette opens."""

from __future__ import annotations

from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider, SearchIcon
from textual.dom import DOMNode

from tui.reader.commands import Command, commands_of
from tui.reader.icons import IN_ASCII
from tui.reader.room import Room
from tui.reader.screens.base import RoomScreen

IN_HELP = 1e-3
"""Score of a command that only its help finds: below every title that matches."""

WIDGETS = {"panel": "ComparisonPanel", "list": "RowList", "article": "ArticleView"}


class AsciiPalette(CommandPalette):
    """The palette without signs that a terminal may lack."""

    def __init__(self) -> None:
        """Ask in ASCII."""
        super().__init__(placeholder="Search for commands", id="--command-palette")

    def on_mount(self) -> None:
        """Put a plain sign before the line."""
        self.query_one(SearchIcon).icon = ">"


class CommandsProvider(Provider):
    """The commands that work on the open screen."""

    def _commands(self) -> list[tuple[Command, DOMNode]]:
        """Commands with the node that carries each out."""
        screen = self.screen
        place = screen.PLACE if isinstance(screen, RoomScreen) else "app"
        found: list[tuple[Command, DOMNode]] = []
        for command in commands_of(place, "panel", "app"):
            if command.place == "app":
                found.append((command, self.app))
            elif command.place == place:
                found.append((command, screen))
            elif nodes := screen.query(WIDGETS[command.place]):
                found.append((command, nodes.first()))
        return found

    def _keys(self, command: Command) -> str:
        """The reader's own keys of a command."""
        assert isinstance(self.app, Room)
        named = command.words_for(self.app.settings.keymap)
        return named.translate(IN_ASCII) if self.app.settings.icons == "ascii" else named

    async def discover(self) -> Hits:
        """List all commands before anything is typed."""
        for command, node in self._commands():
            yield DiscoveryHit(
                f"{command.title}  {self._keys(command)}", partial(self.app.run_action, command.action, node),
                text=command.title, help=command.help,
            )  # fmt: skip

    async def search(self, query: str) -> Hits:
        """Commands whose title matches, then those whose help has the words."""
        matcher, words = self.matcher(query), query.casefold().split()
        for command, node in self._commands():
            score = matcher.match(command.title)
            if not score and words and all(word in command.help.casefold() for word in words):
                score = IN_HELP
            if score > 0:
                named = matcher.highlight(command.title).append(f"  {self._keys(command)}")
                yield Hit(
                    score, named, partial(self.app.run_action, command.action, node), text=command.title,
                    help=command.help,
                )  # fmt: skip
