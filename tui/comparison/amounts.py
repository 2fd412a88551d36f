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

FAR, FAR_ROUGH = 2, 5
"""Amounts that differ by more than this factor measure two things rather than contradict each other: exact ones, and
those of which one is rough."""

NEAR = 1.5
"""Two exact amounts of one fact are taken for versions of one figure below this ratio."""

DAYS = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
"""Length in days of the units of durations."""

MEASURES = {
    "millimeter": ("length", 0.001),
    "zentimeter": ("length", 0.01),
    "meter": ("length", 1.0),
    "kilometer": ("length", 1000.0),
    "gramm": ("mass", 0.001),
    "kilogramm": ("mass", 1.0),
    "kilo": ("mass", 1.0),
    "tonne": ("mass", 1000.0),
}
"""What a unit measures, and how much of it one is: lengths in metres, masses in kilograms."""

KINDS_OF_PEOPLE = frozenset({"experts", "figures", "staff", "signers"})
"""Groups of counted nouns that say who signed, joined or took part."""

_WORD = re.compile(r"[^\W\d_]+")
_FRACTION = re.compile(r"\b(?:\w+teln?|hälfte|halbe?r?)\b", re.IGNORECASE)
"""A share told as a fraction is rounded: "ein Fünftel" can stand for 19 per cent."""

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
    one, other = _measure(first), _measure(second)
    if one or other:
        return one is not None and other is not None and one[0] == other[0]
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


def _measure(value: Value) -> tuple[str, float] | None:
    unit = (value.unit or "").casefold()
    return MEASURES.get(unit) or MEASURES.get(unit.removesuffix("n"))


def _factor(value: Value) -> float:
    """How much of days, metres or kilograms the value's unit is; 1 for other units."""
    measure = _measure(value)
    return measure[1] if measure else DAYS.get(value.unit or "", 1.0)


def _exact(value: Value) -> bool:
    return value.low is not None and value.low == value.high and not _rough(value)


def _rounded(first: Value, second: Value) -> bool:
    """Whether one of two exact percentages is the other without its decimals: 53 and 53,4."""
    if first.kind != "percent" or first.low is None or second.low is None:
        return False
    return any(b == round(b) == round(a) != a for a, b in ((first.low, second.low), (second.low, first.low)))


def _rough(value: Value) -> bool:
    return value.approximate or (value.kind == "percent" and _FRACTION.search(value.text) is not None)


def _several(value: Value) -> float | None:
    """What "Tausende" says at least: two of what it counts in; None for other amounts."""
    if value.high is not None or value.low is None or not _SEVERAL.match(value.text.split()[0]):
        return None
    return 2 * float(value.low)


def _bounds(value: Value) -> tuple[float, float]:
    """Smallest and largest amount that the words allow, in days, metres or kilograms where they measure these."""
    factor = _factor(value) if value.kind == "quantity" else 1.0
    low = -inf if value.low is None else value.low * factor
    high = inf if value.high is None else value.high * factor
    if _rough(value):
        low, high = low * (1 - MARGIN), high * (1 + MARGIN)
    return low, high


def near(first: Value, second: Value) -> bool:
    """Whether two exact amounts differ by less than half: close enough to be two versions of one figure.

    Args:
        first: An amount.
        second: An amount in the same unit.
    """
    if not (_exact(first) and _exact(second)):
        return False
    low, high = sorted((_bounds(first)[0], _bounds(second)[0]))
    return 0 < low < high < NEAR * low


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
        if _rounded(first, second):
            return Verdict("compatible", f"{one} and {other}: one is rounded")
        if max(low_1, low_2) > FAR * min(low_1, low_2):
            return None
        return Verdict("conflict", f"{one} and {other}: {_what(first)}")
    for vague, exact in ((first, second), (second, first)):
        least = _several(vague)
        if least is not None and exact.high is not None and _exact(exact) and least / 4 < exact.high < least:
            return Verdict("conflict", f"{one} and {other}: {exact.text} is fewer than {vague.text}")
    if low_1 <= high_2 and low_2 <= high_1:
        return Verdict("compatible", f"{one} and {other}: both can be true, one is less exact")
    if first.kind == "percent" or max(low_1, low_2) > FAR_ROUGH * min(high_1, high_2):
        return None  # rough shares are mostly shares of different things
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
