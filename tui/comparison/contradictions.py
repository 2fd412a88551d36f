"""Which passages of one fact contradict each other in what is done, said or so, where no figure or date tells it.

"Seidler bleibt bis zum letzten Tag" and "Seidler, die ihre Stelle gekündigt hat" share no word that a list could know.
A model that reads both sentences together says how likely they exclude each other and in which words; a logistic model
weighs that against what else is known of the pair. `training/contradictions.py` trains the one and fits the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from tui.comparison.amounts import Verdict, difference_kind
from tui.comparison.modality import is_denied, is_negated, leaves_open
from tui.comparison.model import DifferenceKind, DifferingValue
from tui.comparison.paired import any_agree, any_differ
from tui.comparison.scoring import articles_of
from tui.comparison.stated import Found, Stated

if TYPE_CHECKING:
    from tui.comparison.passages import Statement
    from tui.comparison.vectors import Floats
    from tui.language.model import Span
    from tui.language.pair_reader import PairReader, PairReading, Place

Pair = tuple[int, int]

MOST = 400
"""Pairs that are read in a story: those first that hold values of one kind, then those of which one says no, then those
that state one fact most surely. Reading them takes a few seconds."""

SHOWN = 0.3
"""Log odds from which two passages are shown as a possible conflict: four of the five pairs above it, of 57 stories
that the model was not trained on, were judged to be one (49 of the stories fitted the weights); at 0.0 every second."""

WORDS = 8
"""Most words of each sentence that are shown as the ones that exclude each other."""

_WORD = re.compile(r"\w+(?:[-.,:'’]\w+)*")


class Signs(NamedTuple):
    """What speaks for and against two passages contradicting each other; as weights, how much each counts."""

    read: float
    """Log odds of the model that reads both sentences together."""
    agreeing: float
    """1.0 where they hold amounts that agree."""
    negated: float
    """1.0 where one of them says "nicht" or "kein", and the other does not."""
    denied: float
    """1.0 where one of them tells of a denial, and the other does not."""
    title: float
    """1.0 where one of them is a title or a heading, which says little."""
    words: float
    """Share of the content words of the one with fewer that the other has too."""
    left_open: float
    """1.0 where one of them says that it is not known."""


WEIGHTS = Signs(read=0.45, agreeing=-1.92, negated=0.82, denied=0.84, title=-0.65, words=-1.84, left_open=-3.16)
BIAS = -1.53


def readings(
    groups: Sequence[Sequence[int]], statements: Sequence[Statement], odds: Floats, reader: PairReader
) -> Mapping[Pair, PairReading]:
    """Sentences of one fact read together, by their rows, the lower one first.

    Args:
        groups: Rows of the sentences that state one fact.
        statements: The sentences of the story.
        odds: Log odds that two of them state one fact.
        reader: Reads two sentences together.
    """
    articles = articles_of(statements)
    pairs = {
        pair for group in groups for pair in combinations(sorted(group), 2) if articles[pair[0]] != articles[pair[1]]
    }
    said_no = [is_negated(statement.text) or is_denied(statement.text) for statement in statements]
    kinds = [{value.kind for value in statement.values} for statement in statements]

    def doubt(pair: Pair) -> tuple[bool, bool, float, Pair]:
        one, other = pair
        return not kinds[one] & kinds[other], said_no[one] == said_no[other], -float(odds[pair]), pair

    chosen = sorted(pairs, key=doubt)[:MOST]
    return {pair: reader.read(statements[pair[0]].text, statements[pair[1]].text) for pair in sorted(chosen)}


def signs(first: Stated, second: Stated, read: float) -> Signs:
    """What speaks for and against two passages contradicting each other.

    Args:
        first: A mention.
        second: A mention of another article.
        read: Log odds by reading their sentences together.
    """
    one, other = first.statement, second.statement
    shared = len(one.stems & other.stems) / max(1, min(len(one.stems), len(other.stems)))
    return Signs(
        read=read,
        agreeing=float(any_agree(first, second)),
        negated=float(is_negated(one.text) != is_negated(other.text)),
        denied=float(is_denied(one.text) != is_denied(other.text)),
        title=float(one.title or other.title),
        words=shared,
        left_open=float(leaves_open(one.text) or leaves_open(other.text)),
    )


def log_odds(found: Signs) -> float:
    """Log odds that two passages contradict each other.

    Args:
        found: What speaks for and against it.
    """
    return sum(weight * sign for weight, sign in zip(WEIGHTS, found, strict=True)) + BIAS


def contradiction(first: Stated, second: Stated, reading: PairReading) -> Found | None:
    """A possible conflict of two mentions in the words that exclude each other, or None.

    Amounts that differ are left to `versions`: beside them the model says little about the rest.

    Args:
        first: A mention.
        second: A mention of another article.
        reading: Their sentences read together.
    """
    if any_differ(first, second) or log_odds(signs(first, second, reading.log_odds)) < SHOWN:
        return None
    spans = _at_issue(first.statement, reading.first), _at_issue(second.statement, reading.second)
    sides = [
        DifferingValue(stated.mention.article, start, end, stated.statement.text[start - at : end - at])
        for stated, (start, end) in zip((first, second), spans, strict=True)
        for at in [stated.statement.start]
    ]
    one, other = (" ".join(side.text.split()) for side in sides)
    reason = f"{one} and {other}: read together, they seem to exclude each other"
    return Found(_kind(first, second, spans), Verdict("conflict", reason), (sides[0], sides[1]))


def _at_issue(statement: Statement, places: Sequence[Place]) -> Span:
    """The run of words whose log odds of being at issue add up to most; of a name alone, its clause."""
    words = [found.span() for found in _WORD.finditer(statement.text)]
    scores = [
        max((odds for begin, end, odds in places if begin < stop and end > start), default=-9.0)
        for start, stop in words
    ]
    best, span = -99.0, (0, len(statement.text))
    for first in range(len(words)):
        total = 0.0
        for last in range(first, min(len(words), first + WORDS)):
            total += scores[last]
            if total > best:
                best, span = total, (words[first][0], words[last][1])
    start, end = statement.start + span[0], statement.start + span[1]
    if any(entity.start <= start and end <= entity.end for entity in statement.entities):  # a name alone says nothing
        return next((clause for clause in statement.clauses if clause[0] <= start < clause[1]), (start, end))
    return start, end


def _kind(first: Stated, second: Stated, spans: tuple[Span, Span]) -> DifferenceKind:
    """The kind of the values at issue, where both sides have one of the same kind; else what is done or so."""
    kinds = [
        {difference_kind(v) for v in stated.statement.values if v.start < end and v.end > start}
        for stated, (start, end) in zip((first, second), spans, strict=True)
    ]
    shared = sorted(kinds[0] & kinds[1])
    return shared[0] if shared else "action"
