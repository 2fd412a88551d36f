"""Compares how two passages hold their fact true: asserted, hedged, on somebody's word, denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tui.comparison.amounts import Verdict
from tui.comparison.frames import name_stems
from tui.comparison.modality import is_negated, leaves_open
from tui.comparison.model import DifferenceKind, Relation
from tui.comparison.stated import Found, Stated, worded

SHARED_STEMS = 2
"""Content words, names left out, that a denial and what it denies must share."""


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
        relation: Relation = "conflict" if kind == "denial" and _excluded(one, other) else "compatible"
        sides = worded(one, first), worded(other, second)
        yield Found(kind, Verdict(relation, f"{first.modality} here, {second.modality} there"), sides)


def _excluded(one: Stated, other: Stated) -> bool:
    """Whether one mention denies what the other tells as true.

    Only where it is told as settled, not on somebody's word, and both use some of the same words. Not where both
    sentences speak of one person ("weist zurück" and "nannte falsch" are one denial in two words), where the other says
    no as well, or where it is a title, too short to tell.
    """
    told = other if one.mention.modality == "denied" else one
    if told.mention.modality != "asserted":
        return False
    names = name_stems(one.statement) | name_stems(other.statement)
    if len((one.statement.stems & other.statement.stems) - names) < SHARED_STEMS:
        return False
    if leaves_open(told.statement.text):
        return False
    one_voice = bool(one.statement.people & other.statement.people)
    return not (one_voice or told.statement.title or is_negated(told.mention.text))
