"""Texts in other languages than German: their sentences, and nothing that the German rules would read into them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.articles.spans import pieces
from tui.language.model import Span
from tui.language.sentences import LONGEST

_STOP = re.compile(
    r"(?<=[^.!?…])(?:[.!?…]+(?:\s?»|[\"'“”’»«)\]])*(?=\s+[\"'“„‘«»(\[¿¡—–-]*\s?[^\W_])|[。！？]+[」』”）]*)"
)
_NOT_LAST = re.compile(
    # Titles, initials, "No. 5", "U.S."
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|Mt|vs|No|Nos|Fig|M|MM|Mme|Mlle|Sr|Sra|Srta"
    r"|Dott|Sig|Ing|Av|etc|approx|ca)|(?:^|[\s(.“\"])[^\W\d_])$"
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|\n(?=[•*▪·–-]\s)")


def foreign_sentence_spans(text: str, start: int, end: int) -> list[Span]:
    """Cut a stretch of text in any language into sentences.

    Args:
        text: The text.
        start: Where the stretch begins, in code points.
        end: Where it ends (exclusive).

    Returns:
        Spans in order, without the white space around them; every character that is no white space lies in one.
    """
    spans: list[Span] = []
    for part_start, part_end in _parts(text, start, end):
        begin = part_start
        for stop in _STOP.finditer(text, part_start, part_end):
            word = text[stop.end() : stop.end() + 12].lstrip(" \n\t\xa0\"'“„‘«»([¿¡—–-")[:1]
            short = text[stop.start()] == "." and _NOT_LAST.search(text, max(begin, stop.start() - 12), stop.start())
            if word.islower() or short:
                continue
            spans.extend(pieces(text, begin, stop.end(), LONGEST))
            begin = stop.end()
        spans.extend(pieces(text, begin, part_end, LONGEST))
    return spans


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    for gap in _BLANK_LINE.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end
