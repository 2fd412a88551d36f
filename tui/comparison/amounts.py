"""Compares counts, sums, percentages and durations by what they mean, not by how they are written.

"rund 10.000", "bis zu 10.000" and "Tausende" can be true together; 12 and 15 of the same thing cannot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

from tui.comparison.model import DifferenceKind, Relation
from tui.comparison.passages import stem
from tui.comparison.wordlists import sections
from tui.language.model import Value

MARGIN = 0.15
"""Share by which an approximate number may be off: "rund 10.000" can stand for 8,500 to 11,500."""

FAR = 20
"""Amounts that differ by more than this factor measure two things rather than contradict each other."""

DAYS = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
"""Length in days of the units of durations."""

KINDS_OF_PEOPLE = frozenset({"experts", "figures", "staff", "signers"})
"""Groups of counted nouns that say who signed, joined or took part."""

_WORD = re.compile(r"[^\W\d_]+")
_SEVERAL = re.compile(r"(?:\b|zehn|hundert)(?:Dutzende|Hunderte|Tausende|Millionen|Milliarden)n?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two values relate, and why, in words."""

    relation: Relation
    reason: str


def difference_kind(value: Value) -> DifferenceKind:
    """Under which kind of difference a value falls."""
    if value.kind == "money":
        return "money"
    if value.kind == "date":
        return "date"
    return "duration" if value.unit in DAYS else "number"


def same_unit(first: Value, second: Value) -> bool:
    """Whether two amounts count the same kind of thing, as far as their nouns tell."""
    if first.kind != second.kind:
        return False
    if first.kind == "percent":
        return True
    if first.unit is None or second.unit is None:
        return first.unit == second.unit and first.kind == "money"
    if first.kind == "money":
        return first.unit == second.unit
    if first.unit in DAYS or second.unit in DAYS:
        return first.unit in DAYS and second.unit in DAYS
    return _head(first.unit) == _head(second.unit) or bool(_groups(first.unit) & _groups(second.unit))


def _head(unit: str) -> str:
    """Stem of the last word of a counted noun; of a hyphenated word its last part."""
    found = _WORD.findall(unit)
    return stem(found[-1]) if found else unit


def _groups(unit: str) -> frozenset[str]:
    head = _head(unit)
    return frozenset(
        name for name, entries in sections("counted_alike").items() if any(stem(entry) == head for entry in entries)
    )


def counts_people(unit: str, of_any_kind: bool = False) -> bool:
    """Whether a counted noun says that people are counted.

    Args:
        unit: The noun.
        of_any_kind: Whether it may also say what they are: "Experten" as well as "Menschen".
    """
    groups = _groups(unit)
    return "people" in groups or (of_any_kind and bool(groups & KINDS_OF_PEOPLE))


def _exact(value: Value) -> bool:
    return value.low is not None and value.low == value.high and not value.approximate


def _several(value: Value) -> float | None:
    """What "Tausende" says at least: two of what it counts in; None for other amounts."""
    if value.high is not None or value.low is None or not _SEVERAL.match(value.text.split()[0]):
        return None
    return 2 * float(value.low)


def _bounds(value: Value) -> tuple[float, float]:
    """Smallest and largest amount that the words allow, durations in days."""
    factor = DAYS.get(value.unit or "", 1.0) if value.kind == "quantity" else 1.0
    low = -inf if value.low is None else value.low * factor
    high = inf if value.high is None else value.high * factor
    if value.approximate:
        low, high = low * (1 - MARGIN), high * (1 + MARGIN)
    return low, high


def compare_amounts(first: Value, second: Value) -> Verdict | None:
    """How two amounts of the same kind and unit relate; None where they cannot be compared.

    Args:
        first: An amount.
        second: An amount of another article.
    """
    if not same_unit(first, second) or (first.low is None and first.high is None):
        return None
    if second.low is None and second.high is None:
        return None
    one, other = first.text, second.text
    low_1, high_1 = _bounds(first)
    low_2, high_2 = _bounds(second)
    alike = abs(low_1 - low_2) <= 1e-6 * max(1.0, abs(low_1)) if low_1 == high_1 and low_2 == high_2 else False
    if (_exact(first) and _exact(second) and alike) or (low_1, high_1) == (low_2, high_2):
        return Verdict("agree", f"{one} and {other}: the same amount")
    if _exact(first) and _exact(second):
        if max(low_1, low_2) > FAR * min(low_1, low_2):
            return None
        return Verdict("conflict", f"{one} and {other}: {_what(first)}")
    for vague, exact in ((first, second), (second, first)):
        least = _several(vague)
        if least is not None and exact.high is not None and _exact(exact) and least / 4 < exact.high < least:
            return Verdict("conflict", f"{one} and {other}: {exact.text} is fewer than {vague.text}")
    if low_1 <= high_2 and low_2 <= high_1:
        return Verdict("compatible", f"{one} and {other}: both can be true, one is less exact")
    if max(low_1, low_2) > FAR * min(high_1, high_2):
        return None
    return Verdict("conflict", f"{one} and {other}: the amounts do not overlap")


def _what(value: Value) -> str:
    match difference_kind(value):
        case "money":
            return "different exact sums"
        case "duration":
            return "different exact durations"
        case _ if value.kind == "percent":
            return "different exact percentages"
        case _:
            return "different exact counts of the same thing"
