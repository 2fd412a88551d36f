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
