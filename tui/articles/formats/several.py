"""Several articles in one text file, as press databases write a selection: parted by rules, counts or end marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.articles.blocks import find_blocks
from tui.articles.blocks.press import COUNT, END
from tui.articles.formats.protocol import Extracted
from tui.articles.patterns import pattern

_PARTING = pattern(
    r"^[^\S\n]*(?:(?P<rule>[_=*#-])(?P=rule){9,}"
    rf"|(?P<count>{COUNT})|{END})[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SHORTEST = 200
"""Code points of the shortest article; what is shorter between two marks is a list of contents or an imprint."""


def articles_in(text: str) -> Iterator[Extracted]:
    """The articles of a text, each with its part of it; none where it is one article.

    It holds several where every part between two marks names its source or its day: a rule may part an article too.
    """
    parts = [part for part in _parts(text) if len(part.strip()) >= _SHORTEST]
    if len(parts) < 2:
        return
    for part in parts:
        told = find_blocks(part).told
        if not (told.source or told.published):
            return
    for number, part in enumerate(parts, 1):
        yield Extracted(part, member=str(number))


def _parts(text: str) -> Iterator[str]:
    before = 0
    for mark in _PARTING.finditer(text):
        # A count stands before its article, the other marks behind it.
        end = mark.start() if mark["count"] else mark.end()
        yield text[before:end]
        before = end
    yield text[before:]
