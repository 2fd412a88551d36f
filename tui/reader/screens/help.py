"""Every key and command, generated from the declarations, with the user's own keys, then the signs; typing finds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult

from tui.library.counting import plural
from tui.reader.article.wrapping import cut
from tui.reader.bar_words import BACK, footer
from tui.reader.bars import Bar
from tui.reader.commands import Command, Place, all_commands, bindings, commands_of
from tui.reader.commands.documentation import by_group
from tui.reader.find_bar import FindBar
from tui.reader.icons import IN_ASCII, Icons
from tui.reader.row_list import RowList
from tui.reader.screens.base import RoomScreen
from tui.reader.screens.meanings import HEADING, Meaning, meanings

if TYPE_CHECKING:
    from textual.binding import BindingType

HEAD = 48
"""Cells that keys and title take."""
KEYS = 17
"""Cells that the keys take; where there is room, the explanation stands below the title."""
INDENT = 4
"""Cells before an explanation elsewhere."""

Line = str | Command | Meaning


class HelpList(RowList):
    """Headings and commands."""

    BORDER_TITLE = "Help"

    def __init__(
        self, keymap: Mapping[str, str], *, signs: str = "unicode", here: Collection[Place] = frozenset()
    ) -> None:
        """List all commands under their headings.

        Args:
            keymap: The user's own keys, by command id.
            signs: The icon set.
            here: Places in which the reader asks for help; what works there stands first.
        """
        super().__init__(signs=signs, id="help-list")
        self.keymap, self.here = keymap, here
        self.words = ""
        self.indent = INDENT
        self.lines = help_lines("", self.signs, here)
        self.set_reactive(RowList.chosen, 1)

    def find(self, words: str) -> None:
        """List only the commands that these words stand in."""
        self.words = words
        self.lines = help_lines(words, self.signs, self.here)
        self.choose(1)
        self.rows_changed()

    def action_row(self, step: int) -> None:
        """Pass over headings."""
        index = self.chosen + step
        if 0 <= index < len(self.lines) and isinstance(self.lines[index], str):
            index += step
        self.choose(max(1, index))

    def _keep_in_sight(self) -> None:
        """Keep the heading above the chosen row in sight too."""
        super()._keep_in_sight()
        above = max(0, self.chosen - 1)
        if self.lines and isinstance(self.lines[above], str) and above * self.row_height < self.scroll_offset.y:
            self.scroll_to(y=above * self.row_height, animate=False, force=True, immediate=True)

    def rows_changed(self) -> None:
        """Fit the rows to the width."""
        width = self.scrollable_content_region.width
        longest = max(len(command.help) for command in all_commands())
        if width >= HEAD + longest:
            self.row_height = 1
        else:
            self.indent = KEYS if width >= KEYS + longest else INDENT
            self.row_height = 2 if width >= self.indent + longest else 3
        super().rows_changed()

    def row_count(self) -> int:
        """One row for each heading and command."""
        return len(self.lines)

    def row_line(self, index: int, line: int, width: int) -> Sequence[Segment]:
        """A heading, or keys, title and what the command does."""
        item, ellipsis = self.lines[index], self.signs.ellipsis
        if isinstance(item, str):
            if line < self.row_height - 1:
                return []
            return [Segment(" "), Segment(cut(item, width - 2, ellipsis), self.style_named("row-heading"))]
        named = item.words_for(self.keymap)
        if self.app.has_class("-ascii"):
            named = named.translate(IN_ASCII)
        keys = Segment(f"  {named:<14} ", self.style_named("row-mark"))
        title = Segment(f"{item.title:<30} ", self.style_named("row-title"))
        text = self.style_named("row-dim")
        if self.row_height == 1:
            return [keys, title, Segment(item.help, text)]
        if line == 0:
            return [keys, Segment(f"{cut(item.title, width - KEYS - 1, ellipsis):<30} ", title.style)]
        told = wrap(item.help, max(1, width - self.indent))
        return [Segment(" " * self.indent + told[line - 1], text)] if line <= len(told) else []


def help_lines(words: str, signs: Icons, here: Collection[Place] = frozenset()) -> list[Line]:
    """Commands and signs under their headings, or only those whose keys, title or explanation hold all the words.

    Args:
        words: What is looked for.
        signs: The icon set.
        here: Places whose headings stand first.
    """
    groups: dict[str, Sequence[Command | Meaning]] = {**by_group(), HEADING: meanings(signs)}
    near = {command.group for command in commands_of(*here)}
    lines: list[Line] = []
    for group, rows in sorted(groups.items(), key=lambda item: item[0] not in near):
        found = [row for row in rows if _holds(f"{row.key_words} {row.title} {row.help} {group} {row.id}", words)]
        lines += [group, *found] if found else []
    return lines


def _holds(said: str, words: str) -> bool:
    return all(word in said.lower() for word in words.lower().split())


class HelpScreen(RoomScreen):
    """The help."""

    PLACE: ClassVar[Place] = "help"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help")]

    def compose(self) -> ComposeResult:
        """What the list holds, the list, the line to find in it, and how to leave."""
        yield Bar(id="help-head")
        below = self.app.screen_stack[-2]
        here = below.keys_of if isinstance(below, RoomScreen) else ()
        yield HelpList(self.room.settings.keymap, signs=self.room.settings.icons, here=here)
        yield FindBar("Find a command", id="help-find")
        yield Bar(id="help-foot")

    def on_mount(self) -> None:
        """Say how to leave."""
        bar = self.query_one("#help-foot", Bar)
        bar.left = footer(commands_of("help"), self.room.settings.keymap)
        bar.right = BACK
        self._tell()

    def _tell(self) -> None:
        """Say how many commands and signs are listed."""
        rows, total = self.query_one(HelpList), len(all_commands())
        words = f"{total} commands, and the signs at the end"
        if rows.words:
            shown, signs = (sum(isinstance(line, kind) for line in rows.lines) for kind in (Command, Meaning))
            found = [f"{shown} of {total} commands"] if shown else []
            words = ", ".join([*found, plural(signs, "sign")] if signs else found) or "Nothing found"
        self.query_one("#help-head", Bar).left = ((words, "strong", ""),)

    async def action_find(self) -> None:
        """Find commands by words."""
        await self.query_one(FindBar).open(0)

    @on(FindBar.Changed)
    def _find(self, event: FindBar.Changed) -> None:
        event.stop()
        self.query_one(HelpList).find(event.query)
        self._tell()

    @on(FindBar.Closed)
    def _found(self, event: FindBar.Closed) -> None:
        event.stop()
        if not event.kept:
            self.query_one(HelpList).find("")
            self._tell()
        self.query_one(HelpList).focus()
