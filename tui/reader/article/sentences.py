"""The sentences that the cursor walks along: those of the analysis, and until it is there, a quick guess.

The text can be read before anything is analysed; the guess only has to be near enough that the cursor stays in place
when the analysed sentences replace it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.model import Article

if TYPE_CHECKING:
    from tui.language.model import Analysis

Span = tuple[int, int]

_STOP = re.compile(r"[^\d\s][.!?…][\"“”»«’)\]]*(?=\s+[\"„“»«(\[A-ZÄÖÜ0-9])")


def sentences_of(article: Article, analysis: Analysis | None) -> tuple[Span, ...]:
    """Sentences of the article's own text in order; never empty where the article has any words."""
    if analysis is not None and analysis.sentences:
        return tuple((sentence.start, sentence.end) for sentence in analysis.sentences)
    spans: list[Span] = []
    for block in article.own_blocks:
        start = block.start
        for stop in _STOP.finditer(article.text, block.start, block.end):
            spans.append((start, stop.end()))
            start = stop.end()
            while start < block.end and article.text[start].isspace():
                start += 1
        if start < block.end:
            spans.append((start, block.end))
    return tuple(spans)


def sentence_at(sentences: Sequence[Span], position: int) -> int:
    """Index of the sentence at a position, or of the last one that begins before it; 0 where there is none."""
    return max(0, bisect_right(sentences, (position, 1 << 62)) - 1)
