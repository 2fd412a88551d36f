"""Shows a possible conflict once, though facts that overlap find it again in the same passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.comparison.model import Difference, Fact


def conflicts_once(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts without the possible conflicts that another of them shows with the same words and more.

    A sentence of such a fact stands in the other fact too, so that its reader still meets the conflict there.

    Args:
        facts: The facts of one story, in order; of equal conflicts the first one's stays.
    """
    shown = [
        (number, difference.kind, frozenset(difference.values))
        for number, fact in enumerate(facts)
        for difference in fact.disputed
    ]

    def repeated(number: int, difference: Difference) -> bool:
        own = frozenset(difference.values)
        return difference.relation == "conflict" and any(
            kind == difference.kind and other != number and (own < values or (own == values and other < number))
            for other, kind, values in shown
        )

    return tuple(
        replace(fact, differences=tuple(d for d in fact.differences if not repeated(number, d)))
        for number, fact in enumerate(facts)
    )
