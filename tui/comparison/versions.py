"""Whether two values that differ are versions of one figure or date: a logistic model of ten reasons.

Passages of one fact hold many values, and most pairs that differ are of two things: a part and its whole, another
group, another year. What tells them apart is whether the encoder finds each value's like in the other, what the words
around them say, and the days of publication. `training/versions.py` fits the weights on pairs of values that were
judged one by one.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.comparison.alignment import likeness
from tui.comparison.around import is_apart, is_later
from tui.comparison.counted import counts_things, measures_length
from tui.comparison.moments import at_two_times, follows
from tui.comparison.stated import Stated
from tui.language.model import Value

SHOWN = 0.6
"""Log odds from which two values are shown as a possible conflict: of the pairs above it that the weights were not
fitted on, four in five were judged to be one."""

LONG = 10
"""Days between two articles above which more days tell nothing."""

FEW = 5
"""Counts below this are mostly of two things: three of these, four of those."""

USUAL = 0.45
"""Likeness of two values of one fact where no encoder has read them."""

FRAMED = 0.75
"""Least likeness of two values near each other in sentences that say the same but for them: in the rival accounts of
`training/invented` 59 of 75 such pairs, near or not, are versions of one."""


class Reasons(NamedTuple):
    """What speaks for and against two values being versions of one; as weights, how much each counts."""

    alike: float
    """Cosine of the two values' vectors, read in their context."""
    best: float
    """1.0 where no other value of either sentence is liker."""
    times: float
    """1.0 where what is said around them places them at two moments."""
    later: float
    """1.0 where one of them is told as what the count has come to."""
    small: float
    """1.0 where one of the counts is below `FEW`."""
    money: float
    """1.0 for sums."""
    share: float
    """1.0 for percentages."""
    days: float
    """Days between the articles by `LONG`, at most 1.0; 0.0 where they are not known, and for lengths, which stay."""
    apart: float
    """1.0 where one of them belongs to a span, a rate, a part or another time."""
    strangers: float
    """1.0 where both sentences name somebody or something and nothing in common."""


WEIGHTS = Reasons(
    alike=3.45,
    best=0.69,
    times=-2.29,
    later=-0.45,
    small=-0.77,
    money=1.58,
    share=-1.26,
    days=-1.22,
    apart=-1.05,
    strangers=-0.72,
)
BIAS = -1.84

OWN, READ, BIAS_READ = 0.78, 0.47, 0.77
"""How much the reasons count, and the model that reads both sentences together, where it has: fitted by
`training/together.py` on stories that the model was not trained on. Of the 70 pairs of values above 0.73 there 63
contradict each other, of the 87 above 0.24 there are 74."""


def reasons(first: Stated, one: Value, second: Stated, other: Value) -> Reasons:
    """The reasons for and against two values being versions of one figure or date.

    Args:
        first: A mention.
        one: A value in it.
        second: A mention in another article.
        other: A value in that, which differs.
    """
    sides = (first, one), (second, other)
    alike, best = likeness(first, one, second, other) or (USUAL, True)
    dated = one.kind == "date"
    names = first.statement.names, second.statement.names
    days = 0 if first.day is None or second.day is None else abs(first.day - second.day)
    sizes = [value.low for _, value in sides if value.low is not None]
    return Reasons(
        alike=alike,
        best=float(best),
        times=float((follows if dated else at_two_times)(first, one, second, other)),
        later=float(is_later(*sides[0]) != is_later(*sides[1])),
        small=float(counts_things(one) and min(sizes, default=FEW) < FEW),
        money=float(one.kind == "money"),
        share=float(one.kind == "percent"),
        days=0.0 if measures_length(one) else min(days, LONG) / LONG,
        apart=float(any(is_apart(*side) for side in sides)),
        strangers=float(all(names) and not names[0] & names[1]),
    )


def in_one_frame(found: Reasons, bounded: bool, near: bool) -> Reasons:
    """The reasons that are left where two sentences say the same but for their values.

    Percentages and small counts are mostly of two things because texts are full of them; here the words tell what of,
    whatever the sentences beside them do to the vectors.

    Args:
        found: The reasons.
        bounded: Whether both are dates that bound a time, "seit dem 2. Juni".
        near: Whether they are near enough to be versions of one; ages are where they are told of one person.
    """
    found = found._replace(share=0.0, small=0.0, apart=0.0 if bounded else found.apart)
    return found._replace(alike=max(found.alike, FRAMED), money=0.0) if found.best and near else found


def log_odds(found: Reasons, read: float | None = None) -> float:
    """Log odds that two values are versions of one.

    Args:
        found: What speaks for and against it.
        read: Log odds of a contradiction by reading both sentences together; None where they were not.
    """
    own = sum(weight * reason for weight, reason in zip(WEIGHTS, found, strict=True)) + BIAS
    return own if read is None else OWN * own + READ * read + BIAS_READ
