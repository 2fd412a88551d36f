"""What a line of the article's own is: a heading, an item of a list, a row of a table, or a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.articles.blocks.stretches import Stretch
from tui.articles.blocks.wrapping import ends_sentence
from tui.articles.model import Role

_LONGEST_HEADING = 100
"""Code points up to which a line can be a heading."""
_ITEMS, _CELLS = ("• ", "- ", "– ", "* ", "· "), "; "
"""How list items begin, and what parts the cells of pages' tables."""
_STOP_INSIDE = re.compile(r"[^\W\d][.!?] ")
_FEW = 3
"""Short lines in a row from which on none is a heading: opening hours, addresses, verses."""


def own_rule(stretches: Sequence[Stretch], index: int) -> tuple[Role, str]:
    """Heading, list item, row of a table, or paragraph.

    Args:
        stretches: those of the text.
        index: which of them.
    """
    text = stretches[index].text
    if stretches[index].heading:
        return "heading", "heading of Markdown"
    if text.startswith(_ITEMS) or (_CELLS in text and not ends_sentence(text)):
        return "paragraph", "list item" if text.startswith(_ITEMS) else "table row"
    if not _is_short(stretches[index]) or index + 1 == len(stretches):
        return "paragraph", "text"
    first = last = index
    while first > 1 and index - first < _FEW and _is_short(stretches[first - 1]):
        first -= 1
    while last + 1 < len(stretches) and last - index < _FEW and _is_short(stretches[last + 1]):
        last += 1
    if last - first + 1 >= _FEW:
        return "paragraph", "line among short lines"
    return "heading", "short line without full stop"


def _is_short(stretch: Stretch) -> bool:
    text = stretch.text
    if len(text) > _LONGEST_HEADING or stretch.heading or ends_sentence(text.rstrip("?!")) or text.startswith(_ITEMS):
        return False
    return not _STOP_INSIDE.search(text) and any(map(str.isalpha, text))
