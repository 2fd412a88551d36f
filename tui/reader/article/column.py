"""How the width of the article's pane is divided into gutter, text, margin and minimap."""

from __future__ import annotations

from typing import NamedTuple

from tui.reader.article import gutter

MARGIN = 24
"""Cells that the margin takes at most."""
NAME = 8
"""Cells that it is given before the text has its wanted width: with what lines leave, a surname fits."""
LEAST_TEXT = 44
"""Cells of text from which nothing is taken for the margin; shorter lines read badly in German."""


NARROWEST, WIDEST = 30, 160
"""Cells of text between which a reader may choose."""


class Column(NamedTuple):
    """Widths in cells; together with the gutter and the map at the right they are the width of the pane."""

    left: int
    text: int
    margin: int
    right: int

    @property
    def start(self) -> int:
        """Cells left of the text."""
        return self.left + gutter.WIDTH


def divide(width: int, wanted: int) -> Column:
    """Centre a text column of the wanted width, with a margin for the names of speakers.

    Args:
        width: Cells of the pane.
        wanted: Cells that the text takes where there is room.
    """
    room = max(1, width - gutter.WIDTH - 2)
    text = min(wanted, max(min(room, LEAST_TEXT), room - NAME))
    spare = room - text
    margin = min(MARGIN, spare)
    left = (spare - margin) // 2
    return Column(left, text, margin, spare - margin - left)


def resized(column: Column, step: int) -> tuple[int, str]:
    """The cells wanted after a reader has made a column wider or narrower, and why it stays as it is if it does.

    Args:
        column: What is shown; a wish that the pane has no room for is none to begin from.
        step: Cells that the text grows.
    """
    wanted = max(NARROWEST, min(WIDEST, column.text + step))
    if divide(sum(column) + gutter.WIDTH + 2, wanted).text != column.text:
        return wanted, ""
    if step < 0:
        return column.text, "The column is not made narrower: its lines would be too short to read."
    if wanted == column.text:
        return wanted, "The column is not made wider: its lines would be too long to read."
    return column.text, "The column cannot be wider: it takes all the room that its pane has."
