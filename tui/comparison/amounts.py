"""Compares counts, sums, percentages and durations by what they mean, not by how they are written.

"rund 10.000", "bis zu 10.000" and "Tausende" can be true together; 12 and 15 of the same thing cannot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from math import floor, inf, log10

from tui.comparison.counted import COUNTED_AS_PEOPLE, DAYS, comparable, counted_as, one_unit
from tui.comparison.model import DifferenceKind, Relation
from tui.language.model import Value

MARGIN, MARGIN_PRECISE = 0.15, 0.1
"""Shares by which an approximate number may be off: "rund 10.000" can stand for 8,500 to 11,500; numbers that are
rounded less, such as "rund 14", are off by less."""

SMALLEST_ROUNDED, ROUNDING = 50, 0.05
"""The smallest amount that may be told rounded without a word that says so, and by which share."""

SLACK = 0.05
"""Share by which the ends of a range may be off where it is told as a rough one."""

FAR, FAR_ROUGH, FAR_SEVERAL = 2.5, 2.0, 5
"""Amounts that differ by more than this factor measure two things rather than contradict each other: exact
ones, sums and the nearest bounds of rough ones, and those of which one is told as "Tausende"."""

_FRACTION = re.compile(r"\b(?:\w+teln?|hälfte|halbe?r?|jede[rnms]? \w+te[nrs]?)\b", re.IGNORECASE)
"""A share told as a fraction is rounded: "ein Fünftel" can stand for 19 per cent."""

_HALVES = re.compile(r"einhalb|anderthalb", re.IGNORECASE)
"""In an amount: it is told in halves, "dreieinhalb Milliarden" can stand for 3.6."""

_SEVERAL = re.compile(r"(?:\b|zehn|hundert)(?:Dutzende|Hunderte|Tausende|Millionen|Milliarden)n?\b", re.IGNORECASE)

_NARROWED = re.compile(r"(?:\S+\s+)+(?!tot|verletzt|getötet|weiter|ander)[a-zäöüß]+(?:e|en|er) [A-ZÄÖÜ]")
"""A count of things of one sort: "fünf leidenden Tieren"."""

_PLUS = re.compile(r"(?:^|\s)(?:plus\b|\+)", re.IGNORECASE)
_DEGREES = frozenset({"grad", "°c"})

_OPEN = re.compile(r"(?:mehrere|einige|etliche|viele) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two values relate, and why, in words."""

    relation: Relation
    reason: str


def difference_kind(value: Value, *, age: bool = False) -> DifferenceKind:
    """Under which kind of difference a value falls; an age, though told in years, is a number."""
    if value.kind == "money":
        return "money"
    if value.kind == "date":
        return "date"
    return "duration" if value.unit in DAYS and not age else "number"


def _exact(value: Value) -> bool:
    return value.low is not None and value.low == value.high and not _rough(value)


def _rounded(first: Value, second: Value) -> bool:
    """Whether one of two exact amounts is the other rounded: 53 and 53,4 per cent, 60 and 61 kilometres.

    Whole counts below 50 are told exactly, but for halves, and sums to the cent; more than a twentieth is no rounding.
    """
    if not all(amount is not None and 0 < amount < inf for amount in (first.low, second.low)):
        return False
    assert first.low is not None and second.low is not None
    for words, coarse, fine in ((first.text, first.low, second.low), (second.text, second.low, first.low)):
        if _HALVES.search(words) and abs(coarse - fine) < 0.25 * 10.0 ** floor(log10(coarse)):
            return True
        if first.kind in ("money", "percent") and coarse == round(coarse) == round(fine) != fine:
            return True
        step = 10.0 ** int(Decimal(f"{coarse:.12g}").normalize().as_tuple().exponent)
        if (step >= 1 and coarse < SMALLEST_ROUNDED) or abs(coarse - fine) > ROUNDING * fine:
            continue
        if 1e-9 * coarse < abs(coarse - fine) < step / 2:
            return True
    return False


def _rough(value: Value) -> bool:
    return value.approximate or (value.kind == "percent" and _FRACTION.search(value.text) is not None)


def _is_round(value: Value) -> bool:
    """Whether a number has one figure before its zeros, or ends in a five: "300", "15", "3,5"."""
    figures = _figures(value)
    return len(figures) <= 1 or (len(figures) == 2 and figures.endswith("5"))


def _figures(value: Value) -> str:
    """The figures of an exact amount without zeros at its end: "35" for 35 million and for 3.5."""
    return f"{value.low:.6e}".partition("e")[0].replace(".", "").rstrip("0")


def _is_slip(first: Value, second: Value) -> bool:
    """Whether two amounts are written with the same figures, two at least: one may have slipped by a place."""
    return len(_figures(first)) > 1 and _figures(first) == _figures(second)


def _several(value: Value) -> float | None:
    """What "Tausende" says at least: two of what it counts in; None for other amounts."""
    if value.high is not None or value.low is None or not _SEVERAL.match(value.text.split()[0]):
        return None
    return 2 * float(value.low)


def _of_people(value: Value) -> bool:
    """Whether people are counted, whose numbers sources tell further apart than others."""
    return bool(counted_as(value) & (COUNTED_AS_PEOPLE | {"people"}))


def _is_open(value: Value, other: float) -> bool:
    """Whether an amount is told as "mehrere Tausend" and the other is more than it says at least."""
    return _OPEN.match(value.text) is not None and value.low is not None and value.low <= other


def _bounds(value: Value) -> tuple[float, float]:
    """Smallest and largest amount that the words allow, in days, metres or kilograms where they measure these."""
    factor = one_unit(value)
    low = -inf if value.low is None else value.low * factor
    high = inf if value.high is None else value.high * factor
    if _rough(value):  # "fast" and "gut" have made a range already
        margin = SLACK if low != high else MARGIN if _is_round(value) else MARGIN_PRECISE
        low, high = low * (1 - margin), high * (1 + margin)
    return low, high


def _compared_scores(first: Value, second: Value) -> Verdict:
    """Two results of a match; told from the other side, they are the same."""
    if (first.low, first.high) == (second.low, second.high):
        return Verdict("agree", f"{first.text} and {second.text}: the same result")
    return Verdict("conflict", f"{first.text} and {second.text}: different results")


def _is_below_zero(value: Value) -> bool:
    return value.high < 0 if value.high is not None else (value.low or 0.0) < 0


def _size(value: Value) -> Value:
    """An amount below zero by its size: how cold, how much less."""
    low, high = (None if side is None else -side for side in (value.high, value.low))
    return replace(value, low=low, high=high)


def _on_two_sides(first: Value, second: Value) -> bool:
    """Whether one amount is below zero and the other is not, by a sign rather than by a verb: "fiel um 3 Prozent"."""
    if _is_below_zero(first) == _is_below_zero(second):
        return False
    other = second if _is_below_zero(first) else first
    return (other.unit or "").casefold() in _DEGREES or _PLUS.search(other.text) is not None


def compare_amounts(first: Value, second: Value, same_thing: bool = False, *, ages: bool = False) -> Verdict | None:
    """How two amounts of the same kind and unit relate; None where they cannot be compared.

    Args:
        first: An amount.
        second: An amount of another article.
        same_thing: Whether they are known to tell of one thing, so that no difference is too large to be one.
        ages: Whether they tell how old somebody is.
    """
    if not comparable(first, second) or (first.low is None and first.high is None):
        return None
    if second.low is None and second.high is None:
        return None
    one, other = first.text, second.text
    if first.unit == second.unit == "score":
        return _compared_scores(first, second)
    two_sides = _on_two_sides(first, second)
    first, second = (_size(value) if _is_below_zero(value) else value for value in (first, second))
    low_1, high_1 = _bounds(first)
    low_2, high_2 = _bounds(second)
    if two_sides and first.low != 0 != second.low:
        too_far = max(low_1, low_2) > FAR * min(high_1, high_2) and not same_thing
        return None if too_far else Verdict("conflict", f"{one} and {other}: only one is below zero")
    alike = abs(low_1 - low_2) <= 1e-6 * max(1.0, abs(low_1)) if low_1 == high_1 and low_2 == high_2 else False
    if (_exact(first) and _exact(second) and alike) or (low_1, high_1) == (low_2, high_2):
        return Verdict("agree", f"{one} and {other}: the same amount")
    if first.unit in DAYS and first.unit != second.unit:  # "24 Monate" and "zwei Jahre": one is told less exactly
        first, second = replace(first, approximate=True), replace(second, approximate=True)
        (low_1, high_1), (low_2, high_2) = _bounds(first), _bounds(second)
    small, large = sorted((first, second), key=lambda value: value.low or 0.0)
    if small.unit not in DAYS and _NARROWED.match(small.text) and not _NARROWED.match(large.text):
        return None
    if _exact(first) and _exact(second):
        if _rounded(first, second):
            return Verdict("compatible", f"{one} and {other}: one is rounded")
        if first.kind == "percent" and abs(low_1 + low_2 - 100) < 1e-6:
            return Verdict("compatible", f"{one} and {other}: the one is what the other leaves of a whole")
        far = FAR_ROUGH if first.kind == "money" else FAR
        if max(low_1, low_2) > far * min(low_1, low_2) and not (same_thing or _is_slip(first, second)):
            return None
        return Verdict("conflict", f"{one} and {other}: {_what(first, ages)}")
    for vague, told, high in ((first, second, high_2), (second, first, high_1)):
        least = _several(vague)
        if least is not None and told.low is not None and least / 4 < high < least:
            reason = f"{told.text} is fewer than {vague.text}"
            return Verdict("conflict", f"{one} and {other}: {reason}")
    if (low_1 <= high_2 and low_2 <= high_1) or _is_open(first, high_2) or _is_open(second, high_1):
        return Verdict("compatible", f"{one} and {other}: one is less exact")
    far = (
        FAR_SEVERAL
        if _several(first) or _several(second)
        else FAR
        if _of_people(first) and _of_people(second)
        else FAR_ROUGH
    )
    if not same_thing and (first.kind == "percent" or max(low_1, low_2) > far * min(high_1, high_2)):
        return None  # rough shares are mostly shares of different things
    return Verdict("conflict", f"{one} and {other}: the amounts do not overlap")


def _what(value: Value, age: bool) -> str:
    if age:
        return "different ages"
    match difference_kind(value):
        case "money":
            return "different exact sums"
        case "duration":
            return "different exact durations"
        case _ if value.kind == "percent":
            return "different exact percentages"
        case _:
            return "different exact counts of the same thing"
