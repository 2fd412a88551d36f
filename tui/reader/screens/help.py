"""Every key and command, generated from the declarations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult

from tui.reader.bars import Bar
from tui.reader.commands import Command, Place, all_commands
from tui.reader.row_list import RowList
from tui.reader.screens.base import RoomScreen


class HelpList(RowList):
    """Headings and commands."""

    BORDER_TITLE = "Help"

    def __init__(self) -> None:
        """List all commands under their headings."""
        super().__init__(id="help-list")
        self.lines: list[str | Command] = []
        for command in all_commands():
            if command.group not in self.lines:
                self.lines.append(command.group)
            place = len(self.lines)
            for index, line in enumerate(self.lines):
                if isinstance(line, Command) and line.group == command.group:
                    place = index + 1
            self.lines.insert(place, command)

    def row_count(self) -> int:
        """One row for each heading and command."""
        return len(self.lines)

    def row_line(self, index: int, line: int, width: int) -> Sequence[Segment]:
        """A heading, or keys, title and what the command does."""
        item = self.lines[index]
        if isinstance(item, str):
            return [Segment(item, self.style_named("row-heading"))]
        return [
            Segment(f"  {item.key_words:<14} ", self.style_named("row-mark")),
            Segment(f"{item.title:<28} ", self.style_named("row-title")),
            Segment(item.help, self.style_named("row-dim")),
        ]


class HelpScreen(RoomScreen):
    """The help."""

    PLACE: ClassVar[Place] = "help"

    def compose(self) -> ComposeResult:
        """The list, and how to leave it."""
        yield HelpList()
        yield Bar(id="help-foot")

    def on_mount(self) -> None:
        """Say how to leave."""
        self.query_one("#help-foot", Bar).left = (("q", "key", ""), (" back", "plain", ""))
