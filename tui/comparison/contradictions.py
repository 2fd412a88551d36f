"""Which passages of one fact contradict each other in what is done, said or so, where no figure or date tells it.

"Seidler bleibt bis zum letzten Tag" and "Seidler, die ihre Stelle gekündigt hat" share no word that a list could know.
A model that reads both sentences together says how likely they exclude each other and in which words; a logistic model
weighs that against what else is known of the pair. `training/contradictions.py` trains the one, `training/together.py`
fits the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations, product
from math import inf, isnan
from typing import TYPE_CHECKING, NamedTuple

from tui.comparison.amounts import Verdict, difference_kind
from tui.comparison.around import is_age, is_telling
from tui.comparison.dates import compare_clocks
from tui.comparison.modality import is_denied, is_negated, leaves_open
from tui.comparison.model import DifferenceKind
from tui.comparison.paired import any_differ, related
from tui.comparison.scoring import articles_of
from tui.comparison.stated import Found, Stated, words_at
from tui.language.side_by_side import side_by_side

if TYPE_CHECKING:
    from tui.comparison.passages import Statement
    from tui.comparison.vectors import Floats
    from tui.language.model import Span, Value
    from tui.language.pair_reader import PairReader, PairReading, Place

Pair = tuple[int, int]

MOST = 400
"""Pairs that are read in a story: those first that hold values of one kind, then those of which one says no, then those
that state one fact most surely. Reading them takes a few seconds."""

SHOWN = 0.0
"""Log odds from which two passages are shown as a possible conflict: of the 17 pairs that are shown for it and for no
value, of 3,474 judged ones in stories that the model was not trained on, 14 contradict each other. Chosen on them."""

WORDS = 8
"""Most words of each sentence that are shown as the ones that exclude each other."""

_WORD = re.compile(r"\w+(?:[-.,:'’]\w+)*")


class Signs(NamedTuple):
    """What speaks for and against two passages contradicting each other; as weights, how much each counts."""

    read: float
    """Log odds of the model that reads both sentences together."""
    negated: float
    """1.0 where one of them says "nicht" or "kein", and the other does not."""
    denied: float
    """1.0 where one of them tells of a denial, and the other does not."""
    left_open: float
    """1.0 where one of them says that it is not known."""
    dates: float
    """1.0 where the words that seem to exclude each other are dates."""


WEIGHTS = Signs(read=0.89, negated=0.90, denied=1.02, left_open=-1.19, dates=1.2)
BIAS = -1.57
"""Fitted by `training/together.py` on stories that the model was not trained on, but for the dates (1.73 there): in
passages that the program alone takes for one fact, two dates are more often of two things."""


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
        sure = -inf if isnan(odds[pair]) else float(odds[pair])  # not compared: a reader put the two together
        return not kinds[one] & kinds[other], said_no[one] == said_no[other], -sure, pair

    chosen = sorted(sorted(pairs, key=doubt)[:MOST])

    def read(pair: Pair) -> PairReading:
        return reader.read(statements[pair[0]].text, statements[pair[1]].text)

    return dict(zip(chosen, side_by_side(read, chosen), strict=True))


def signs(first: Stated, second: Stated, read: float, spans: tuple[Span, Span]) -> Signs:
    """What speaks for and against two passages contradicting each other.

    Args:
        first: A mention.
        second: A mention of another article.
        read: Log odds by reading their sentences together.
        spans: The words of both that seem to exclude each other.
    """
    one, other = first.statement, second.statement
    return Signs(
        read=read,
        negated=float(is_negated(one.text) != is_negated(other.text)),
        denied=float(is_denied(one.text) != is_denied(other.text)),
        left_open=float(leaves_open(one.text) or leaves_open(other.text)),
        dates=float(all(_values_at(first, second, spans, dates=True))),
    )


def _values_at(first: Stated, second: Stated, spans: tuple[Span, Span], dates: bool) -> list[list[Value]]:
    """The dates, or the amounts, of both sentences that stand in the words that seem to exclude each other."""
    return [
        [v for v in stated.statement.values if v.start < end and v.end > start and (v.kind == "date") == dates]
        for stated, (start, end) in zip((first, second), spans, strict=True)
    ]


def told_by_values(first: Stated, second: Stated, spans: tuple[Span, Span]) -> bool:
    """Whether the words that seem to exclude each other hold values on both sides that are not in conflict.

    Figures that are, are told of by `versions`; figures that are not, a part and its whole, look alike to the model.

    Args:
        first: A mention.
        second: A mention of another article.
        spans: The words of both that seem to exclude each other.
    """
    if all(_values_at(first, second, spans, dates=False)):
        return True
    ours, theirs = _values_at(first, second, spans, dates=True)
    if ours and theirs and any(date.unit == "relative" for date in (*ours, *theirs)):
        return True  # nobody knows from which day on "nächste Woche" is told
    found = [verdict for one, other, verdict in related(first, second, dates=True) if one in ours and other in theirs]
    for one, other in product(ours, theirs):
        verdict = compare_clocks(one, other, sure=is_telling(first, one) == is_telling(second, other))
        found += [verdict] if verdict else []
    return bool(found) and all(verdict.relation != "conflict" for verdict in found)


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
    if any_differ(first, second):
        return None
    spans = at_issue(first, second, reading)
    if log_odds(signs(first, second, reading.log_odds, spans)) < SHOWN or told_by_values(first, second, spans):
        return None
    sides = [words_at(stated, span) for stated, span in zip((first, second), spans, strict=True)]
    one, other = (" ".join(side.text.split()) for side in sides)
    reason = f"{one} and {other}: read together, they seem to exclude each other"
    return Found(_kind(first, second, spans), Verdict("conflict", reason), (sides[0], sides[1]))


def at_issue(first: Stated, second: Stated, reading: PairReading) -> tuple[Span, Span]:
    """The words of both passages that seem to exclude each other.

    Args:
        first: A mention.
        second: A mention of another article.
        reading: Their sentences read together.
    """
    return _at_issue(first.statement, reading.first), _at_issue(second.statement, reading.second)


def _at_issue(statement: Statement, places: Sequence[Place]) -> Span:
    """The run of words whose log odds of being at issue add up to most, with whole values; of a name, its clause."""
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
    held = [(start, end), *((v.start, v.end) for v in statement.values if v.start < end and v.end > start)]
    start, end = min(first for first, _ in held), max(last for _, last in held)
    if any(entity.start <= start and end <= entity.end for entity in statement.entities):  # a name alone says nothing
        return next((clause for clause in statement.clauses if clause[0] <= start < clause[1]), (start, end))
    return start, end


def _kind(first: Stated, second: Stated, spans: tuple[Span, Span]) -> DifferenceKind:
    """The kind of the values at issue, where both sides have one of the same kind; else what is done or so."""
    kinds = [
        {
            difference_kind(value, age=is_age(stated, value))
            for value in stated.statement.values
            if value.start < end and value.end > start
        }
        for stated, (start, end) in zip((first, second), spans, strict=True)
    ]
    shared = sorted(kinds[0] & kinds[1])
    return shared[0] if shared else "action"
