"""Compares how two passages hold their fact true: asserted, hedged, on somebody's word, denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tui.comparison.amounts import Verdict
from tui.comparison.model import DifferenceKind, DifferingValue, Relation
from tui.comparison.stated import Found, Stated


def modalities(stated: Sequence[Stated]) -> Iterator[Found]:
    """How the modalities of mentions differ; a denial possibly conflicts with who tells it as true.

    Args:
        stated: The fact's mentions.
    """
    for one, other in combinations(stated, 2):
        first, second = one.mention, other.mention
        if first.article == second.article or first.modality == second.modality:
            continue
        kind: DifferenceKind = "denial" if "denied" in (first.modality, second.modality) else "modality"
        relation: Relation = "conflict" if kind == "denial" and not _one_voice(one, other) else "compatible"
        sides = tuple(DifferingValue(m.article, m.start, m.end, m.text) for m in (first, second))
        yield Found(kind, Verdict(relation, f"{first.modality} here, {second.modality} there"), (sides[0], sides[1]))


def _one_voice(one: Stated, other: Stated) -> bool:
    """Whether both sentences speak of one person: "weist zurück" and "nannte falsch" are one denial in two words."""
    return bool(one.statement.people & other.statement.people)
