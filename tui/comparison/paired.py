"""Pairs the amounts and dates of two passages, equal ones first, and says which of the others possibly conflict.

Two figures of one fact need not measure one thing; which of those that differ are shown says `versions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from tui.comparison.amounts import FAR, Verdict, compare_amounts
from tui.comparison.around import aged, around, is_age, is_apart
from tui.comparison.context import of_two_things, specified
from tui.comparison.counted import DAYS, WHO, WITH_OTHERS, comparable, counted_as, counts_things, is_bare
from tui.comparison.dates import compare_dates
from tui.comparison.frames import same_frame
from tui.comparison.model import Relation
from tui.comparison.moments import development
from tui.comparison.stated import Stated
from tui.comparison.versions import FEW, SHOWN, in_one_frame, log_odds, reasons
from tui.language.model import Value

RANK: Mapping[Relation, int] = MappingProxyType({"agree": 0, "compatible": 1, "conflict": 2})
"""How far from agreeing a relation is."""

_HALF = re.compile(r"\bH(?:ä|ae)lfte\b|\bje zur\b", re.IGNORECASE)
"""Says that a figure is halved or doubled."""

Pair = tuple[Value, Value, Verdict]


def paired(first: Stated, second: Stated, dates: bool, read: float | None = None) -> Iterator[tuple[float, Pair]]:
    """Values of both passages with how they relate; each value once, with the log odds of `sureness`, 0.0 where equal.

    Args:
        first: A mention.
        second: A mention in another article.
        dates: Whether dates are compared, or amounts.
        read: Log odds of a contradiction by reading their sentences together; None where they were not.
    """
    pairs = related(first, second, dates)
    agreeing = [pair for pair in pairs if pair[2].relation != "conflict"]
    agreeing.sort(key=lambda pair: (RANK[pair[2].relation], _ratio(pair[0], pair[1])))
    used: tuple[set[Value], set[Value]] = (set(), set())
    for sure, pair in (*((0.0, pair) for pair in agreeing), *versions_of(first, second, pairs, read)):
        one, other, _ = pair
        if one not in used[0] and other not in used[1]:
            used[0].add(one)
            used[1].add(other)
            yield sure, pair


def versions_of(
    first: Stated, second: Stated, pairs: Sequence[Pair], read: float | None = None
) -> list[tuple[float, Pair]]:
    """Values that are likely to be two versions of one figure or date, with their log odds, the surest first.

    Args:
        first: A mention.
        second: A mention in another article.
        pairs: How their values relate, as `related` gives it.
        read: Log odds of a contradiction by reading their sentences together; None where they were not.
    """
    agreed = [{pair[side] for pair in pairs if pair[2].relation != "conflict"} for side in (0, 1)]
    found = [
        (sure, (one, other, _softened(first, one, second, other, verdict)))
        for one, other, verdict in pairs
        if verdict.relation == "conflict" and one not in agreed[0] and other not in agreed[1]
        if (sure := sureness(first, one, second, other, read)) is not None
    ]
    return sorted(found, key=lambda pair: -pair[0])


def related(first: Stated, second: Stated, dates: bool) -> list[Pair]:
    """All values of two passages that can be compared, with how they relate, be they of one thing or of two.

    Args:
        first: A mention.
        second: A mention in another article.
        dates: Whether dates are compared, or amounts.
    """
    theirs = second.values
    return [
        (one, other, verdict)
        for one in first.values
        for other in theirs
        if (one.kind == "date") == (other.kind == "date") == dates
        if (verdict := _related(first, one, second, other)) is not None
    ]


def any_differ(first: Stated, second: Stated) -> bool:
    """Whether two passages hold amounts of one kind that cannot both be true, be they of one thing or of two."""
    return any(verdict.relation == "conflict" for _, _, verdict in related(first, second, dates=False))


def sureness(first: Stated, one: Value, second: Stated, other: Value, read: float | None = None) -> float | None:
    """Log odds that two values which differ are versions of one; None where they are not likely to be.

    Args:
        first: A mention.
        one: A value in it.
        second: A mention in another article.
        other: A value in that.
        read: Log odds of a contradiction by reading both sentences together; None where they were not.
    """
    if of_two_things(first, one, second, other) or _is_half(first, one, second, other):
        return None
    if _make_a_whole(first, one, second, other):
        return None
    found = reasons(first, one, second, other)
    if one.kind == other.kind == "quantity" and not found.best and not comparable(one, other):
        return None
    # Whose ages these are is told by `of_two_things`; the model that reads both sentences has learnt from few ages, and
    # from few sentences in the same words.
    framed = same_frame(first.statement, second.statement)
    if framed:
        near = (not is_age(first, one) or _of_one_person(first, one, second, other)) and _ratio(one, other) <= FAR
        bounded = one.kind == "date" and is_apart(first, one) and is_apart(second, other)
        found = in_one_frame(found, bounded, near)
    sure = log_odds(found, None if framed or is_age(first, one) else read)
    return sure if sure >= SHOWN else None


def _of_one_person(first: Stated, one: Value, second: Stated, other: Value) -> bool:
    """Whether two ages are told of one name, or of the driver in both."""
    kinds = aged(first, one), aged(second, other)
    return bool(first.statement.people & second.statement.people) or kinds[0] == kinds[1] != ""


def _related(first: Stated, one: Value, second: Stated, other: Value) -> Verdict | None:
    if one.kind == "date":
        return compare_dates(one, other, (around(first, one), around(second, other)))
    sides = specified(first, one), specified(second, other)
    if (sides[0] == one) != (sides[1] == other) and not comparable(*sides):
        sides = one, other  # only one of them says what befell the people
    if any(is_bare(side) for side in sides):
        return _of_bare(first, second, *sides)
    if comparable(*sides):
        ages = _ages(first, one, second, other)
        verdict = compare_amounts(*sides, ages=ages)
        if verdict is None and same_frame(first.statement, second.statement):
            verdict = compare_amounts(*sides, same_thing=True, ages=ages)
        return verdict
    if not all(counts_things(side) for side in sides):
        return None
    groups = [counted_as(side) for side in sides]
    if any(groups) and not any(group & WHO for group in groups):
        return None  # listed things and others
    if all(groups) and ("people" not in groups[0] | groups[1] or (groups[0] | groups[1]) & WITH_OTHERS):
        return None  # the dead and the missing, travellers and all people on board
    verdict = compare_amounts(sides[0], replace(sides[1], unit=sides[0].unit))  # "17 Rinder", "22 Tiere"
    return verdict if verdict and verdict.relation == "conflict" else None


def _of_bare(first: Stated, second: Stated, one: Value, other: Value) -> Verdict | None:
    """How two amounts relate of which one or both are told without what they count."""
    if not comparable(one, other):
        return None
    for stated, bare, known in ((first, one, other), (second, other, one)):
        if is_bare(bare) and _of_another_unit(stated, bare, known):
            return None
    if not (is_bare(one) and is_bare(other)):
        known = other if is_bare(one) else one
        one, other = (replace(side, kind=known.kind, unit=known.unit) for side in (one, other))
    return compare_amounts(one, other, ages=_ages(first, one, second, other))


def _ages(first: Stated, one: Value, second: Stated, other: Value) -> bool:
    """Whether two values told in years, or without a unit, say how old somebody is."""
    return (one.unit in DAYS or is_bare(one)) and is_age(first, one) and is_age(second, other)


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


def _is_half(first: Stated, one: Value, second: Stated, other: Value) -> bool:
    """Whether a sentence says that one figure is half of the other."""
    return abs(_ratio(one, other) - 2) < 1e-6 and any(_HALF.search(s.statement.text) for s in (first, second))


def _make_a_whole(first: Stated, one: Value, second: Stated, other: Value) -> bool:
    """Whether a sentence has the sum of both, or what one lacks of the other: "von 22 sind 13 da", "neun fehlen".

    Small numbers fit by chance: "zwölf Tote", "15 Tote, darunter drei Kinder".
    """
    if one.low is None or other.low is None or one.kind == "date":
        return False
    thirds = {one.low + other.low, abs(one.low - other.low)}
    sides = (first.statement.values, one), (second.statement.values, other)
    others = (value for values, own in sides for value in values if value != own and value.kind != "date")
    return any(value.low is not None and value.low >= FEW and value.low in thirds for value in others)


def _softened(first: Stated, one: Value, second: Stated, other: Value, verdict: Verdict) -> Verdict:
    if {first.mention.modality, second.mention.modality} == {"hedged"}:
        return Verdict("compatible", f"{verdict.reason}, but both are told with doubt")
    return (None if one.kind == "date" else development(first, one, second, other)) or verdict
