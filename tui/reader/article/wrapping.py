"""Text is cut into lines that fit a number of terminal cells.

Positions are kept instead of copies: a line is a span of the raw text, so that every mark stays where the analysis
put it. Characters that are not one cell wide (CJK, emoji, combining marks) are measured one by one; all other
text takes a path that only looks for the last space of a line.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, get_character_cell_size, set_cell_size

from tui.articles.model import TITLE_CUT

Span = tuple[int, int]

LEAD = 28
"""Code points shown before what must be seen where a text is longer than its row."""


def odd_characters(text: str) -> re.Pattern[str] | None:
    """A pattern for the characters of the text that are not one cell wide, or None where there is none."""
    odd = [character for character in set(text) if get_character_cell_size(character) != 1]
    return re.compile("[" + re.escape("".join(sorted(odd))) + "]") if odd else None


def wrap(text: str, start: int, end: int, width: int, odd: re.Pattern[str] | None = None) -> list[Span]:
    """Cut ``text[start:end]`` at spaces into spans of at most ``width`` cells; words longer than that are cut.

    The spaces at a cut belong to no line.
    """
    width = max(1, width)
    measured = odd is not None and odd.search(text, start, end) is not None
    lines: list[Span] = []
    while start < end and text[start] == " ":
        start += 1
    while start < end:
        reach = _reach(text, start, end, width) if measured else min(end, start + width)
        if reach >= end:
            stop = end
        elif text[reach] == " ":
            stop = reach
        else:
            space = text.rfind(" ", start, reach)
            stop = space if space > start else reach
        after = stop
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        if stop > start:
            lines.append((start, stop))
        start = after
        while start < end and text[start] == " ":
            start += 1
    return lines


def _reach(text: str, start: int, end: int, width: int) -> int:
    """Position of the first character that no longer fits, at least one character further than ``start``."""
    cells = 0
    for position in range(start, end):
        cells += get_character_cell_size(text[position])
        if cells > width:
            return max(position, start + 1)
    return end


def cut(words: str, width: int, ellipsis: str) -> str:
    """The words, or as many of them as fit with the ellipsis into a number of cells."""
    if cell_len(words) <= width:
        return words
    return set_cell_size(words, max(0, width - cell_len(ellipsis))).rstrip() + ellipsis if width > 0 else ""


def cut_title(title: str, ellipsis: str) -> str:
    """A title that was made of the first words of a text, with the sign that the terminal has for what is left out."""
    return title.removesuffix(TITLE_CUT) + (f" {ellipsis}" if title.endswith(TITLE_CUT) else "")


def cut_around(words: str, seen: Span, width: int, ellipsis: str) -> tuple[str, int]:
    """As many of the words as fit into a number of cells, from further on where a part of them would not be seen.

    Args:
        words: Anything printable.
        seen: Begin and end of that part.
        width: Cells.
        ellipsis: Stands where words are left out.

    Returns:
        What is shown, and by how much places in the words have moved in it.
    """
    first, last = seen
    start = 0
    if cell_len(words) > width and last > width - 2:
        start = words.rfind(" ", 0, max(0, first - LEAD)) + 1
        if last - first <= width - 2 < last - start:  # less of what stands before, where all of the part then fits
            start = words.find(" ", max(0, last - width + 1), first) + 1 or first
    before = ellipsis if start else ""
    return before + cut(words[start:], width - len(before), ellipsis), len(before) - start
