"""Where the sentences of a raw text begin and end, as far as search needs to know it.

A few rules on characters, because thousands of articles must be searchable before any analysis is done; the language
room's sentences are better and cost three to four times as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.articles.model import Article
from tui.articles.spans import pieces

_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'»«“”‘’›‹)\]]*\s+(?=[\"'„“»«‚‘›‹(\[–-]*\s?[A-ZÄÖÜ0-9])")
# Begun only at the first of several marks: a row of dots would be tried from each of them.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"„»])(?:[A-ZÄÖÜ]|[a-zäöü]|\d{1,2}|[zZ]\.\s?B|[dD]\.\s?h|u\.\s?a|o\.\s?ä|i\.\s?d|[Dd]r|[Pp]rof|[Ss]t|[Nn]r|[Mm]r|"
    r"[Mm]rs|[Hh]rn?|[Ff]r|[Bb]zw|[Cc]a|[Vv]gl|[Ii]nkl|[Ee]tc|[Uu]sw|[Uu]sf|[Mm]io|[Mm]rd|[Tt]el|[Aa]bs|[Aa]rt|[Jj]an|[Ff]eb|"
    r"[Aa]ug|[Ss]ept?|[Oo]kt|[Nn]ov|[Dd]ez|[Ii]ng|[Dd]ipl|[Gg]eb|[Ss]og|[Ee]v|[Zz]t|[Jj]r|[Ss]r|[Vv]s|[Cc]o|[Ii]nc|[Cc]orp)\.$"
)
_LONGEST = 2000
"""Longest passage in code points; a text without full stops is cut between words."""


def passages(article: Article) -> Iterator[tuple[int, int]]:
    """The sentences of the article's own blocks but its title, in order."""
    for start, end in own_spans(article):
        yield from sentences(article.text, start, end)


def own_spans(article: Article) -> Iterator[tuple[int, int]]:
    """The article's own blocks but its title, in order."""
    for block in article.blocks:
        if block.own and block.role != "title":
            yield block.start, block.end


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one stretch, without the white space around them."""
    begin = start
    for found in _END.finditer(text, start, end):
        stop = found.end()
        mark = found.start() + 1
        if text[found.start()] == "." and _ABBREVIATION.search(text[max(begin, mark - 12) : mark]):
            continue
        yield from pieces(text, begin, stop, _LONGEST)
        begin = stop
    yield from pieces(text, begin, end, _LONGEST)
