"""Whether the figures and dates of two passages exclude each other, so that they cannot be one saying told twice."""

from __future__ import annotations

from collections.abc import Sequence

from tui.comparison.amounts import compare_amounts
from tui.comparison.counted import comparable, is_bare
from tui.comparison.dates import compare_clocks, compare_dates
from tui.language.model import Value


def exclude_each_other(first: Sequence[Value], second: Sequence[Value]) -> bool:
    """Whether each passage has a figure or date of one kind that nothing in the other agrees with.

    What is rounded or told less exactly agrees, as does what only one of them tells.

    Args:
        first: The values of a passage.
        second: Those of a passage of another article.
    """
    found = [(one, other, _apart(one, other)) for one in first for other in second]
    agreed = [{pair[side] for pair in found if pair[2] is False} for side in (0, 1)]
    return any(apart and one not in agreed[0] and other not in agreed[1] for one, other, apart in found)


def _apart(one: Value, other: Value) -> bool | None:
    """Whether two values cannot both stand for one thing; None where they are of two kinds or tell too little."""
    if "date" in (one.kind, other.kind):
        if one.kind != other.kind:
            return None
        clocks = compare_clocks(one, other, sure=True)
        if clocks is not None:
            return clocks.relation != "agree"
        dates = compare_dates(one, other)
        return None if dates is None else dates.relation == "conflict"
    if is_bare(one) or is_bare(other) or not comparable(one, other):
        return None
    if any(value.low is None and value.high is None for value in (one, other)):
        return None
    verdict = compare_amounts(one, other)
    # Amounts too far from each other to be versions of one are not said to relate at all.
    return verdict is None or verdict.relation == "conflict"
