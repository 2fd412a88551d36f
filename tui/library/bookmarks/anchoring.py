"""Finding a bookmark's passage again in a text that may have changed since, and saying how sure that is.

The order follows the W3C selectors and Hypothesis' experience: the stored position if the words still stand there,
else the same words elsewhere, else similar words; but context must agree, because a note at the wrong passage is worse
than one that is reported lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tui.library.bookmarks.counting import match_places
from tui.library.bookmarks.making import places_of
from tui.library.bookmarks.model import CONTEXT, Bookmark

State = Literal["exact", "moved", "fuzzy", "lost"]

AGREEMENT = 0.6
"""Similarity from which a prefix or suffix counts as the same."""
UNMISTAKABLE = 20
"""Characters from which words that stand in only one place are taken without context."""
MOST_ERRORS = 256
"""Most characters that may have changed in a passage, and at most a third of it."""
LIKELY, LIKELY_REPEATED = 0.73, 0.77
"""Scores from which similar words are the passage, the second for words that stood in several places.

A passage with a tenth of its characters changed and one of its neighbours gone reaches 0.79, with both neighbours
edited as well about 0.75; another passage that only begins or ends alike stays below (measured on articles that repeat
captions)."""
_QUOTE, _PREFIX, _SUFFIX, _POSITION = 50, 20, 20, 2
"""Weights of Hypothesis' match-quote.ts."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a bookmark's passage stands now."""

    state: State
    """``exact``: at its old position; ``moved``: the same words elsewhere; ``fuzzy``: similar words; ``lost``."""
    start: int
    """Code-point offset in the text; for a lost one the stored offset, which points at nothing."""
    end: int
    score: float
    """0.0 to 1.0: how well words, context and position agree; 0.0 for a lost one."""


def anchor(bookmark: Bookmark, text: str) -> Anchor:
    """Find the passage of a bookmark in a text.

    Args:
        bookmark: The bookmark.
        text: The raw text of the article as it is now.
    """
    length = len(bookmark.exact)
    here = text.startswith(bookmark.exact, bookmark.start)
    if here and (not bookmark.places or max(_agreements(bookmark, text, bookmark.start)) >= AGREEMENT):
        return Anchor("exact", bookmark.start, bookmark.start + length, 1.0)
    place = _same_words(bookmark, text)
    if place == bookmark.start or (place is None and here):
        return Anchor("exact", bookmark.start, bookmark.start + length, 1.0)
    if place is not None:
        return Anchor("moved", place, place + length, _score(bookmark, text, place, place + length, 1.0))
    return _similar(bookmark, text) or Anchor("lost", bookmark.start, bookmark.end, 0.0)


def _same_words(bookmark: Bookmark, text: str) -> int | None:
    """Where the words of the passage stand now, None if nowhere or if no place can be told to be its own."""
    places = list(places_of(bookmark.exact, text))
    if not places:
        return None
    context = {start: _agreements(bookmark, text, start) for start in places}
    best = max(places, key=lambda start: (sum(context[start]), _near(bookmark, start)))
    unmistakable = len(bookmark.exact) >= UNMISTAKABLE
    if not bookmark.places:
        alone = len(places) == 1 and unmistakable
        return best if alone or max(context[best]) >= AGREEMENT else None
    if len(places) >= len(bookmark.places) and max(context[best]) >= AGREEMENT:
        return best
    # Some of the places may be gone, or none is recognised by what stands around it: their order decides.
    counted = match_places(bookmark.places, places, len(bookmark.exact))[bookmark.places.index(bookmark.start)]
    if counted is not None and (unmistakable or max(context[counted]) >= AGREEMENT):
        return counted
    return best if min(context[best]) == 1.0 else None


def _near(bookmark: Bookmark, start: int) -> float:
    """1.0 at the stored position, falling towards 0.0 with the distance."""
    return 1.0 / (1.0 + abs(start - bookmark.start) / 1000.0)


def _agreements(bookmark: Bookmark, text: str, start: int, end: int | None = None) -> tuple[float, float]:
    """How far prefix and suffix agree with the text around a place, 0.0 to 1.0 each; ``end`` for changed words."""
    from rapidfuzz.distance import Levenshtein

    end = start + len(bookmark.exact) if end is None else end

    def agreement(stored: str, there: str, at_edge: bool) -> float:
        if not stored:
            return 1.0 if at_edge else 0.0
        if stored == there:
            return 1.0
        return Levenshtein.normalized_similarity(stored, there)

    before = text[max(0, start - len(bookmark.prefix)) : start]
    after = text[end : end + len(bookmark.suffix)]
    return agreement(bookmark.prefix, before, start == 0), agreement(bookmark.suffix, after, end == len(text))


def _score(bookmark: Bookmark, text: str, start: int, end: int, quote: float) -> float:
    before, after = _agreements(bookmark, text, start, end)
    total = _QUOTE * quote + _PREFIX * before + _SUFFIX * after + _POSITION * _near(bookmark, start)
    return total / (_QUOTE + _PREFIX + _SUFFIX + _POSITION)


def _similar(bookmark: Bookmark, text: str) -> Anchor | None:
    """The best similar passage whose context agrees, or None."""
    from rapidfuzz.distance import Levenshtein

    exact = bookmark.exact
    most = min(MOST_ERRORS, len(exact) // 3)
    likely = LIKELY_REPEATED if bookmark.places else LIKELY
    best: Anchor | None = None
    for rough_start, rough_end in dict.fromkeys(_candidates(bookmark, text)):
        start, end = _fit(bookmark, text, rough_start, rough_end)
        errors = Levenshtein.distance(exact, text[start:end], score_cutoff=most)
        # No error: the same words, which were judged before.
        if not 0 < errors <= most or start == end:
            continue
        before, after = _agreements(bookmark, text, start, end)
        if max(before, after) < AGREEMENT:
            continue
        found = Anchor("fuzzy", start, end, _score(bookmark, text, start, end, 1.0 - errors / len(exact)))
        if found.score >= likely and (best is None or found.score > best.score):
            best = found
    return best


def _candidates(bookmark: Bookmark, text: str) -> Iterator[tuple[int, int]]:
    """Rough places of similar words: beside the stored context, and the best one in each stretch of the text."""
    from rapidfuzz import fuzz

    exact = bookmark.exact
    length = len(exact)
    for start in places_of(bookmark.prefix, text) if bookmark.prefix else ():
        yield start + len(bookmark.prefix), min(len(text), start + len(bookmark.prefix) + length)
    for start in places_of(bookmark.suffix, text) if bookmark.suffix else ():
        yield max(0, start - length), start
    # Levenshtein errors of a third leave an Indel ratio of at least two thirds; the alignment may be cut worse.
    cutoff = 55.0
    stride = max(4 * length, 2000)
    for begin in range(0, max(1, len(text)), stride):
        stretch = text[begin : begin + stride + 2 * length]
        found = fuzz.partial_ratio_alignment(exact, stretch, score_cutoff=cutoff)
        if found is not None:
            yield begin + found.dest_start, begin + found.dest_end


def _fit(bookmark: Bookmark, text: str, start: int, end: int) -> tuple[int, int]:
    """Move a rough place's borders to where the passage with its context aligns best."""
    from rapidfuzz.distance import Levenshtein

    margin = CONTEXT + min(MOST_ERRORS, len(bookmark.exact) // 3)
    low, high = max(0, start - margin), min(len(text), end + margin)
    stored = bookmark.prefix + bookmark.exact + bookmark.suffix
    first, last = len(bookmark.prefix), len(bookmark.prefix) + len(bookmark.exact)
    begin, finish = low, high
    for part in Levenshtein.opcodes(stored, text[low:high]):
        if part.src_start <= first <= part.src_end and part.tag != "insert":
            begin = low + min(part.dest_end, part.dest_start + (first - part.src_start))
        if part.src_start < last <= part.src_end:
            finish = low + min(part.dest_end, part.dest_start + (last - part.src_start))
    aligned = (begin, max(begin, finish))
    if Levenshtein.distance(bookmark.exact, text[slice(*aligned)]) <= Levenshtein.distance(
        bookmark.exact, text[start:end]
    ):
        return aligned
    return start, end
