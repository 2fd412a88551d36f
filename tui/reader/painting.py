"""Spans of text become segments of a terminal line, with every mark that lies over them.

All text from outside passes here as data: it goes into segments as it is and is never read as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style

Marks = Sequence[tuple[int, int, str]]
StyleOf = Callable[[tuple[str, ...]], Style]
"""Gives the style for the names of the marks over a piece of text, the topmost last."""


@lru_cache(maxsize=4096)
def _offset(position: int) -> Style:
    return Style.from_meta({"offset": (position, 0)})


def paint(
    text: str,
    start: int,
    end: int,
    marks: Marks,
    style_of: StyleOf,
    *,
    base: tuple[str, ...] = (),
    selectable: bool = False,
) -> list[Segment]:
    """Cut ``text[start:end]`` where marks begin and end, and give each piece its style.

    Args:
        text: The printable text that the marks' positions count in.
        start: First code point shown.
        end: Code point after the last one shown.
        marks: Start, end and style name; later ones lie above earlier ones.
        style_of: Gives the style for the names that lie over a piece.
        base: Names that lie under all marks.
        selectable: Whether the pieces carry their positions, for selection by mouse.
    """
    cuts = {start, end}
    for first, last, _ in marks:
        if start < first < end:
            cuts.add(first)
        if start < last < end:
            cuts.add(last)
    edges = sorted(cuts)
    segments: list[Segment] = []
    for left, right in pairwise(edges):
        names = [name for first, last, name in marks if first <= left and last >= right]
        style = style_of((*base, *names))
        segments.append(Segment(text[left:right], style + _offset(left) if selectable else style))
    return segments
