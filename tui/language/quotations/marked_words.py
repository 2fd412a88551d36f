"""A pair of quotation marks with the words inside and round it."""

from __future__ import annotations

from dataclasses import dataclass

from tui.language.quotations.marks import Pair
from tui.language.quotations.words import MARKS, Prose


@dataclass(frozen=True, slots=True)
class Marked:
    """A pair of marks with what stands in and round it."""

    pair: Pair
    first: int
    """First word inside."""
    last: int
    """After the last word inside."""
    count: int
    """Words inside, signs not counted."""
    verb: bool
    """Whether a finite verb stands inside."""


def read_pair(prose: Prose, pair: Pair) -> Marked:
    """Look at the words of a pair."""
    first, last = prose.at(pair.start), prose.at(pair.end)
    count = sum(prose.words[n].alpha for n in range(first, last))
    verb = any(prose.finite(n) or prose.konjunktiv(n, True) for n in range(first, min(last, first + 60)))
    return Marked(pair, first, last, count, verb)


def outside(prose: Prose, marked: Marked) -> tuple[int, int]:
    """Numbers of the words just before and just after the marks; -1 and the number of words at the ends."""
    before = marked.first - 1
    while before >= 0 and prose.words[before].text in MARKS:
        before -= 1
    after = marked.last
    while after < len(prose.words) and prose.words[after].text in MARKS:
        after += 1
    return before, after


def whole_utterance(prose: Prose, marked: Marked) -> bool:
    """Whether short marked words are a sentence of their own, not a part of the one round them."""
    before, after = outside(prose, marked)
    words = prose.words
    lead = before < 0 or words[before].text in ":.!?" or words[before].sentence != words[marked.first].sentence
    comment = after < len(words) and words[after].text in ",–—" and words[marked.first].capital
    return lead or (comment and marked.verb)


def led(prose: Prose, marked: Marked) -> bool:
    """Whether a colon leads to marked words."""
    before, _ = outside(prose, marked)
    return before >= 0 and prose.words[before].text == ":"
