"""Which amounts count or measure the same kind of thing, as far as their nouns tell.

"Tote" and "Todesopfer" do, "Meter" and "Zentimeter" do; a number without a noun ("28 Millionen", "elf waren verletzt")
takes over the noun of the amount that it is compared with.
"""

from __future__ import annotations

import re
from functools import cache

from tui.comparison.passages import stem
from tui.comparison.wordlists import sections
from tui.language.model import Value

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
    "stundenkilometer": ("length", 1000.0),
    "sachen": ("length", 1000.0),
    "km/h": ("length", 1000.0),
    "mm": ("length", 0.001),
    "cm": ("length", 0.01),
    "m": ("length", 1.0),
    "km": ("length", 1000.0),
    "g": ("mass", 0.001),
    "kg": ("mass", 1.0),
    "t": ("mass", 1000.0),
}
"""What a unit measures, and how much of it one is: lengths in metres, masses in kilograms."""

KINDS_OF_PEOPLE = frozenset({"experts", "figures", "staff", "signers"})
"""Groups of counted nouns that say who signed, joined or took part."""

COUNTED_AS_PEOPLE = KINDS_OF_PEOPLE | frozenset(
    {"customers", "offenders", "patients", "protesters", "pupils", "refugees", "spectators", "travellers", "visitors"}
)
"""Groups of counted nouns that "Menschen" may stand for where a source says no more."""

WHO = COUNTED_AS_PEOPLE | {"animals", "drivers", "members", "objects", "people", "police", "rescuers", "soldiers"}
"""Groups of counted nouns for which another source may have a noun of no group: "17 Rinder" and "22 Tiere", "1900
Beschäftigte" and "2600 Metaller", but not "14 Boote" and "16 Rettungsinseln"."""

WITH_OTHERS = frozenset({"pupils", "travellers"})
"""Groups of counted nouns that "Menschen" may stand for with others: crew, teachers."""

_WORD = re.compile(r"[^\W\d_]+")
_PLACEHOLDER = re.compile(r"[\d.,]+-(?:Millionen|Milliarden|Mio|Mrd)\b", re.IGNORECASE)
"""Begins compounds whose noun is what the sum is for: "110-Millionen-Angebot"."""


def comparable(first: Value, second: Value) -> bool:
    """Whether two amounts may count the same kind of thing.

    Args:
        first: An amount.
        second: An amount of another article.
    """
    if is_bare(first) or is_bare(second):
        return all(is_bare(v) or v.kind == "money" or counts_things(v) for v in (first, second))
    if first.kind != second.kind:
        return False
    if first.kind in ("percent", "money"):  # percentage points are no per cent
        return first.unit == second.unit
    assert first.unit and second.unit
    if first.unit in DAYS or second.unit in DAYS:
        return first.unit in DAYS and second.unit in DAYS
    one, other = _measure(first), _measure(second)
    if one or other:
        return one is not None and other is not None and one[0] == other[0]
    groups = _groups(first.unit), _groups(second.unit)
    if (
        any("people" in group for group in groups)
        and _are_all(first, second)
        and all(group & (COUNTED_AS_PEOPLE | {"people"}) for group in groups)
    ):
        return True
    return _head(first.unit) == _head(second.unit) or bool(groups[0] & groups[1])


def _are_all(first: Value, second: Value) -> bool:
    """Whether not more people than travellers, pupils or patients are counted: with drivers, teachers and staff."""
    for people, some in ((first, second), (second, first)):
        if "people" in counted_as(people) and counted_as(some) & WITH_OTHERS:
            return (people.low or 0.0) <= (some.low or 0.0)
    return True


def counts_things(value: Value) -> bool:
    """Whether a value counts what its noun says, rather than measuring time, lengths, a ratio or a score."""
    if value.kind != "quantity" or value.unit in ("ratio", "score"):
        return False
    return value.unit not in DAYS and _measure(value) is None


def is_bare(value: Value) -> bool:
    """Whether a number stands without what it counts."""
    if value.kind == "money":
        return value.unit is None
    return value.kind == "quantity" and (value.unit is None or _PLACEHOLDER.match(value.text) is not None)


def _head(unit: str) -> str:
    """Stem of the last word of a counted noun; of a hyphenated word its last part."""
    found = _WORD.findall(unit)
    return stem(found[-1]) if found else unit


@cache
def _groups(unit: str) -> frozenset[str]:
    head = _head(unit)
    return frozenset(
        name for name, entries in sections("counted_alike").items() if any(stem(entry) == head for entry in entries)
    )


def counted_as(value: Value) -> frozenset[str]:
    """The groups of nouns that an amount's unit is listed in."""
    return _groups(value.unit) if value.kind == "quantity" and value.unit else frozenset()


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


def measures_length(value: Value) -> bool:
    """Whether an amount is a length, or a speed told as one."""
    measure = _measure(value) if value.kind == "quantity" else None
    return measure is not None and measure[0] == "length"


def one_unit(value: Value) -> float:
    """How much of days, metres or kilograms the value's unit is; 1 for other units."""
    if value.kind != "quantity":
        return 1.0
    measure = _measure(value)
    return measure[1] if measure else DAYS.get(value.unit or "", 1.0)
