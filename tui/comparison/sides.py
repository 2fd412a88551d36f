"""Divides a possible conflict into sides: who is contradicted by one source alone is not set against all the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.comparison.model import DifferingValue
from tui.comparison.stated import Found

Pair = tuple[DifferingValue, DifferingValue]
Links = list[set[int]]
"""For each value the places of those that it is linked to."""


@dataclass(frozen=True, slots=True)
class Division:
    """The values of a possible conflict and the sides that they stand on."""

    values: tuple[DifferingValue, ...]
    sides: tuple[int, ...]
    """For each value the number of its side, from 0."""

    def beside(self, pair: Pair) -> bool:
        """Whether two values stand on one side already."""
        one, other = ({self.sides[at] for at in _places(value, self.values)} for value in pair)
        return bool(one & other)


def divide(conflicts: Sequence[Found], others: Sequence[Found], unlike: Sequence[Pair] = ()) -> Division:
    """The sides of a possible conflict, as few as two where no two values of one side then are in conflict.

    What agrees with the values of one side alone stands there too, unless its article speaks for another side as well.

    Args:
        conflicts: The pairs in conflict, each sharing a value with another one.
        others: Pairs of the same kind that are not.
        unlike: Pairs of exact values that differ, though it is not sure enough that they are said of one thing.
    """
    values = tuple(dict.fromkeys(value for item in conflicts for value in item.values))
    near = _links(values, (item.values for item in others))
    apart = _links(values, (item.values for item in conflicts))
    for at, found in enumerate(_links(values, unlike)):
        apart[at] |= found
        near[at] -= found  # a later count fits, but is no version of the earlier one
    sides: dict[int, int] = {}
    for at in _along(apart):
        taken = {sides[other] for other in apart[at] if other in sides}
        free = [side for side in sorted(set(sides.values())) if side not in taken]
        beside = [sides[other] for other in near[at] if other in sides]
        sides[at] = max(free, key=beside.count) if free else len(taken)
    known = [sides[at] for at in range(len(values))]
    agreeing = _agreeing(values, known, [item.values for item in others if item.verdict.relation == "agree"])
    return Division((*values, *agreeing), (*known, *agreeing.values()))


def _agreeing(
    values: Sequence[DifferingValue], sides: Sequence[int], pairs: Iterable[Pair]
) -> dict[DifferingValue, int]:
    """Further values that agree with those of one side, with its number."""
    found: dict[DifferingValue, int] = {}
    held: dict[str, set[int]] = {}
    for value, side in zip(values, sides, strict=True):
        held.setdefault(value.article, set()).add(side)
    for pair in pairs:
        for own, other in (pair, pair[::-1]):
            if not _places(own, values):
                for at in _places(other, values):
                    found[own] = sides[at]
                    held.setdefault(own.article, set()).add(sides[at])
    return {value: side for value, side in found.items() if len(held[value.article]) == 1}


def _links(values: Sequence[DifferingValue], pairs: Iterable[Pair]) -> Links:
    links: Links = [set() for _ in values]
    for pair in pairs:
        one, other = (_places(value, values) for value in pair)
        for at in one:
            links[at].update(other)
        for at in other:
            links[at].update(one)
    return links


def _places(value: DifferingValue, values: Sequence[DifferingValue]) -> list[int]:
    """Where a value stands among others; "30. Juni" stands in "zum 30. Juni"."""
    return [
        at
        for at, other in enumerate(values)
        if other.article == value.article and other.start < value.end and value.start < other.end
    ]


def _along(links: Links) -> Iterator[int]:
    """All places, each after one that it is linked to: two sides are then found wherever two are enough."""
    reached: dict[int, None] = {}
    for first in range(len(links)):
        reached.setdefault(first)
        waiting = [first]
        for at in waiting:
            new = sorted(links[at] - reached.keys())
            reached.update(dict.fromkeys(new))
            waiting.extend(new)
    yield from reached
