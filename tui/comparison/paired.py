"""Pairs the amounts and dates of two passages, equal ones first, and says which of the others possibly conflict.

Two figures of one fact need not measure one thing. What speaks for it: the words around them, the kind of event, and
how likely the two sentences state one fact at all. What speaks against it: an article that states both figures, a
figure that comes on top of another or is the start of a rise, and ages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tui.comparison.amounts import NEAR, Verdict, compare_amounts
from tui.comparison.around import around
from tui.comparison.context import same_context, specified, told_by
from tui.comparison.counted import comparable, is_bare
from tui.comparison.dates import compare_dates
from tui.comparison.model import Relation
from tui.comparison.moments import at_two_times, development, follows
from tui.comparison.stated import Stated
from tui.language.model import Value

_RANK: dict[Relation, int] = {"agree": 0, "compatible": 1, "conflict": 2}

_HALF = re.compile(r"\bH(?:ä|ae)lfte\b|\bje zur\b", re.IGNORECASE)
"""Says that a figure is halved or doubled."""

Pair = tuple[Value, Value, Verdict]


def paired(first: Stated, second: Stated, dates: bool, odds: float) -> Iterator[Pair]:
    """Values of both passages with how they relate; each value once.

    Args:
        first: A mention.
        second: A mention in another article.
        dates: Whether dates are compared, or amounts.
        odds: Log odds that the two sentences state one fact.
    """
    left = [v for v in first.values if (v.kind == "date") == dates]
    right = [v for v in second.values if (v.kind == "date") == dates]
    related = [
        (i, j, verdict)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if (verdict := _related(first, one, second, other)) is not None
    ]
    used: tuple[set[int], set[int]] = (set(), set())
    for i, j, verdict in sorted(
        related, key=lambda item: (_RANK[item[2].relation], _ratio(left[item[0]], right[item[1]]))
    ):
        if i in used[0] or j in used[1]:
            continue
        if verdict.relation == "conflict":
            rivals = sum(a == i for a, _, _ in related) > 1, sum(b == j for _, b, _ in related) > 1
            if all(rivals) or any(verdict.relation != "conflict" for a, b, verdict in related if a == i or b == j):
                continue  # it is not clear which is meant
            if (follows if dates else at_two_times)(first, left[i], second, right[j]):
                continue
            if _elsewhere(first, left[i], second, right[j]) or not same_context(first, left[i], second, right[j], odds):
                continue
            verdict = _softened(first, left[i], second, right[j], verdict)
        used[0].add(i)
        used[1].add(j)
        yield left[i], right[j], verdict


def _related(first: Stated, one: Value, second: Stated, other: Value) -> Verdict | None:
    if one.kind == "date":
        return compare_dates(one, other, (around(first, one), around(second, other)))
    sides = specified(first, one), specified(second, other)
    if (sides[0] == one) != (sides[1] == other) and not comparable(*sides):
        sides = one, other  # only one of them says what befell the people
    bare = [is_bare(side) for side in sides]
    if not any(bare):
        return compare_amounts(*sides)
    if not comparable(*sides):
        return None
    if (bare[0] and _of_another_unit(first, *sides)) or (bare[1] and _of_another_unit(second, *reversed(sides))):
        return None
    if not all(bare):
        known = sides[bare[0]]
        sides = replace(sides[0], kind=known.kind, unit=known.unit), replace(sides[1], kind=known.kind, unit=known.unit)
    verdict = compare_amounts(*sides)
    return None if verdict and verdict.relation == "conflict" and _ratio(*sides) > NEAR else verdict


def _of_another_unit(stated: Stated, bare: Value, other: Value) -> bool:
    """Whether an article that writes a number without its unit has it elsewhere with another one than the other's.

    Sums without a currency are in the one that the article names, where it names only one.
    """
    known = [v for v in stated.told if not is_bare(v) and v.kind in ("money", "quantity")]
    same = [v for v in known if (v.low, v.high) == (bare.low, bare.high)]
    if same and not is_bare(other):
        return not any(comparable(v, other) for v in same)
    currencies = {v.unit for v in known if v.kind == "money"}
    return other.kind == "money" and bool(currencies) and other.unit not in currencies


def _ratio(one: Value, other: Value) -> float:
    """How far two values are from each other: the larger by the smaller of what stands for them; 1 where unknown."""
    sizes = [v.high if v.low is None else v.low for v in (one, other)]
    low, high = sorted(size or 0.0 for size in sizes)
    return high / low if low > 0 else 1.0


def _elsewhere(first: Stated, one: Value, second: Stated, other: Value) -> bool:
    """Whether one of the articles states the other's figure too: then it knows both, and they are of two things."""
    if abs(_ratio(one, other) - 2) < 1e-6 and any(_HALF.search(s.statement.text) for s in (first, second)):
        return True
    return told_by(second, one, other) or told_by(first, other, one)


def _softened(first: Stated, one: Value, second: Stated, other: Value, verdict: Verdict) -> Verdict:
    if {first.mention.modality, second.mention.modality} == {"hedged"}:
        return Verdict("compatible", f"{verdict.reason}, but both are told with doubt")
    return (None if one.kind == "date" else development(first, one, second, other)) or verdict
