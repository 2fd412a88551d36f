"""Which letters of a text matched, for the eye: whole words, or the part of a word that was typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.articles.plain import plain_text, plain_words
from tui.library.search.folding import raw_span, words
from tui.library.search.ranking import Plan
from tui.library.search.results import Span
from tui.library.search.stemming import stem
from tui.library.search.vocabulary import Vocabulary

_FAINT = 0.6
"""Below this share of the best weight a word's match is not shown where a better one is."""


def highlights(text: str, plan: Plan, vocabulary: Vocabulary, phrases: Sequence[str] = ()) -> tuple[Span, ...]:
    """Stretches of a text that matched, in order, not overlapping, exact in the text's own letters."""
    found: list[Span] = []
    matched = [(word, plan.table.get(vocabulary.number(word.folded), ())) for word in words(text)]
    best: dict[int, float] = {}
    for _, served in matched:
        for place, weight in served:
            best[place] = max(weight, best.get(place, 0.0))
    for word, served in matched:
        shown = [place for place, weight in served if weight >= _FAINT * best[place]]
        if not shown:
            continue
        raw = text[word.start : word.end]
        # A word that is found through parts of it shows those parts.
        parts = [_part(word.folded, plan.words[place]) or (0, len(word.folded)) for place in shown]
        for part in parts:
            start, end = raw_span(raw, *part)
            found.append((word.start + start, word.start + end))
    for phrase in phrases:
        found.extend(phrase_spans(text, phrase))
    return merged(found)


def phrase_spans(text: str, phrase: str) -> list[Span]:
    """Where exact words stand in a text, whatever their case, the white space between them and what stands unseen."""
    phrase = plain_words(phrase)
    if (plain := plain_text(text)) is not None:
        return [plain.raw(*span) for span in phrase_spans(plain.text, phrase)]
    pattern = r"\s+".join(re.escape(part) for part in phrase.split())
    before = r"(?<!\w)" if phrase[:1].isalnum() else ""
    after = r"(?!\w)" if phrase[-1:].isalnum() else ""
    return [found.span() for found in re.finditer(before + pattern + after, text, re.IGNORECASE)]


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, overlapping and touching ones made one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        elif end > start:
            out.append((start, end))
    return tuple(out)


def _part(word: str, typed: str) -> Span | None:
    """The stretch of a word that was typed, or its stem; None where they only resemble each other."""
    if word == typed:
        return 0, len(word)
    for part in (typed, stem(typed)):
        place = word.find(part)
        if place >= 0 and (part == typed or len(word) - len(part) > 4):
            return place, place + len(part)
    return None
