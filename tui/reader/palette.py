"""Every command by its name, in the command palette; asked for only when the palette opens."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.dom import DOMNode

from tui.reader.commands import Command, commands_of
from tui.reader.screens.base import RoomScreen

WIDGETS = {"panel": "ComparisonPanel", "list": "RowList", "article": "ArticleView"}


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

    async def discover(self) -> Hits:
        """List all commands before anything is typed."""
        for command, node in self._commands():
            yield DiscoveryHit(
                f"{command.title}  {command.key_words}", partial(self.app.run_action, command.action, node),
                text=command.title, help=command.help,
            )  # fmt: skip

    async def search(self, query: str) -> Hits:
        """Commands whose title matches."""
        matcher = self.matcher(query)
        for command, node in self._commands():
            score = matcher.match(command.title)
            if score > 0:
                yield Hit(
                    score, matcher.highlight(command.title), partial(self.app.run_action, command.action, node),
                    text=command.title, help=command.help,
                )  # fmt: skip
