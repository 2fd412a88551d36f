"""The speakers' names beside the lines in which their words begin, where the pane is wide enough."""

from __future__ import annotations

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style

from tui.reader.article.page import Page
from tui.reader.article.wrapping import cut
from tui.reader.icons import Icons

LEAST = 12
"""Cells below which no margin is drawn."""


def margin(page: Page, row: int, width: int, signs: Icons, style: Style, printable_name: str) -> Segment:
    """The margin of one row, exactly ``width`` cells wide."""
    if width < LEAST or row not in page.quotation_heads or not printable_name:
        return Segment(" " * max(0, width), style)
    room = width - 4
    name = cut(printable_name, room, signs.ellipsis)
    return Segment(set_cell_size(f"  {name} {signs.says}", width), style)
