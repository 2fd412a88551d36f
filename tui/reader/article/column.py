"""How the width of the article's pane is divided into gutter, text, margin and minimap."""

from __future__ import annotations

from typing import NamedTuple

from tui.reader.article import gutter
from tui.reader.article.margin import LEAST

MARGIN = 24
"""Cells that the margin takes at most."""


class Column(NamedTuple):
    """Widths in cells; together they are the width of the pane."""

    left: int
    text: int
    margin: int
    right: int

    @property
    def start(self) -> int:
        """Cells left of the text."""
        return self.left + gutter.WIDTH


def divide(width: int, wanted: int) -> Column:
    """Centre a text column of the wanted width, with a margin for speakers where room is left.

    Args:
        width: Cells of the pane.
        wanted: Cells that the text takes where there is room.
    """
    room = max(1, width - gutter.WIDTH - 2)
    text = min(wanted, room)
    spare = room - text
    margin = min(MARGIN, spare) if spare >= LEAST else 0
    left = (spare - margin) // 2
    return Column(left, text, margin, spare - margin - left)
