"""Gathers what pairs of passages differ in to the differences of a fact, one for each kind and relation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, combinations_with_replacement

from tui.comparison.dates import names_day, names_weekday
from tui.comparison.model import Difference, DifferenceKind, DifferingValue, Relation
from tui.comparison.paired import RANK, related
from tui.comparison.sides import Division, Pair, divide
from tui.comparison.stated import Found, Stated, worded
from tui.language.model import Value


def gathered(found: Sequence[Found], stated: Sequence[Stated]) -> tuple[Difference, ...]:
    """The differences of a fact, possible conflicts first; conflicts that share no words are told apart.

    What a conflict holds on one side is not told again as compatible.

    Args:
        found: What pairs of mentions differ in.
        stated: The fact's mentions.
    """
    conflicts: list[Found] = []
    others: list[Found] = []
    for item in sorted(found, key=lambda item: (-RANK[item.verdict.relation], item.kind)):
        (conflicts if item.verdict.relation == "conflict" else others).append(item)
    unlike = _unlike(stated, conflicts)
    differences = []
    for items in _joined(without_two_sides(conflicts, unlike)):
        alike = [item for item in others if item.kind == items[0].kind]
        division = divide(items, [item for item in alike if item.update != "replaces"], unlike)
        differences.append(_difference(items, division.values, division.sides))
        others = [item for item in others if not _is_beside(item, items[0].kind, division)]
    groups: dict[tuple[Relation, str], list[Found]] = {}
    for item in others:
        groups.setdefault((item.verdict.relation, item.kind), []).append(item)
    for group in groups.values():
        for items in _joined(group):
            values = tuple(dict.fromkeys(value for item in items for value in item.values))
            differences.append(_difference(items, values))
    return tuple(differences)


def _is_beside(item: Found, kind: DifferenceKind, division: Division) -> bool:
    return item.kind == kind and item.verdict.relation == "compatible" and division.beside(item.values)


def _difference(items: Sequence[Found], values: tuple[DifferingValue, ...], sides: tuple[int, ...] = ()) -> Difference:
    first = items[0]
    return Difference(first.kind, first.verdict.relation, first.verdict.reason, values, sides)


def _joined(conflicts: Sequence[Found]) -> list[list[Found]]:
    """Conflicts of one kind that share words, corrections first: they give the reason."""
    groups: list[list[Found]] = []
    for item in conflicts:
        alike = [
            group
            for group in groups
            if group[0].kind == item.kind and any(set(item.values) & set(other.values) for other in group)
        ]
        groups = [group for group in groups if group not in alike]
        groups.append([*(other for group in alike for other in group), item])
    return [sorted(group, key=lambda item: item.update != "corrects") for group in groups]


def without_two_sides(conflicts: Sequence[Found], unlike: Sequence[Pair]) -> list[Found]:
    """The conflicts without those by which an article would stand against itself, the surest kept.

    Two figures of one article that differ are figures of two things: only one of them can be the other's version.

    Args:
        conflicts: Pairs in conflict.
        unlike: Pairs of exact values that differ, also of one article.
    """
    apart = {pair for one, other in unlike for pair in ((one, other), (other, one)) if one.article == other.article}
    groups: list[set[DifferingValue]] = []
    dropped: list[Found] = []
    for item in sorted(conflicts, key=lambda item: (item.update is None, -item.sure)):
        joined = [group for group in groups if group & set(item.values)]
        whole = set(item.values).union(*joined)
        if any((one, other) in apart for one, other in combinations(whole, 2)):
            dropped.append(item)
        else:
            groups = [*(group for group in groups if group not in joined), whole]
    return [item for item in conflicts if item not in dropped]


def _unlike(stated: Sequence[Stated], conflicts: Sequence[Found]) -> list[Pair]:
    """Pairs of exact values that differ, of the passages with possible conflicts."""
    places = [(value.article, value.start) for item in conflicts for value in item.values]
    involved = [
        one
        for one in stated
        if any(
            article == one.mention.article and one.statement.start <= start < one.statement.end
            for article, start in places
        )
    ]
    return [
        (worded(first, one), worded(second, other))
        for first, second in combinations_with_replacement(involved, 2)
        for dates in (False, True)
        for one, other, verdict in related(first, second, dates)
        if verdict.relation == "conflict" and _is_exact(one) and _is_exact(other)
    ]


def _is_exact(value: Value) -> bool:
    if value.kind == "date":
        return not value.approximate and (names_day(value) or names_weekday(value))
    return not value.approximate and value.low is not None and value.low == value.high
