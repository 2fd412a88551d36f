"""Compares dates: calendar days, months, years, weekdays and times of day.

"Mittwochabend" and "Sonntagabend" cannot both be when one thing happened; "am 15. Januar" and "im Januar" can.
"""

from __future__ import annotations

import re
from datetime import date

from tui.comparison.amounts import Verdict
from tui.language.model import Value

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_CLOCK = re.compile(r"\b([01]?\d|2[0-4])[.:]([0-5]\d)\b(?=\s*Uhr)|\b([01]?\d|2[0-4])(?=\s*Uhr\b)")
_CLOSE = 20
"""Minutes between two times of day that are still taken as the same."""


def _weekdays(value: Value) -> frozenset[int]:
    """The weekdays that a date may fall on, Monday is 0; empty where that is open."""
    unit = value.unit or ""
    if unit.startswith("weekday:"):
        number = unit.partition(":")[2]
        return frozenset({(int(number) - 1) % 7}) if number.isdigit() else frozenset()
    if value.low is not None and value.low == value.high and not value.approximate:
        return frozenset({date.fromordinal(int(value.low)).weekday()}) if value.low >= 1 else frozenset()
    return frozenset()


def _months(value: Value) -> frozenset[int]:
    unit = value.unit or ""
    if unit.startswith("month:") and unit.partition(":")[2].isdigit():
        return frozenset({int(unit.partition(":")[2])})
    if value.low is not None and value.high is not None and value.high - value.low < 32 and value.low >= 1:
        return frozenset({date.fromordinal(int(value.low)).month, date.fromordinal(int(value.high)).month})
    return frozenset()


def compare_dates(first: Value, second: Value) -> Verdict | None:
    """How two dates relate; None where they cannot be compared.

    Args:
        first: A date.
        second: A date of another article.
    """
    one, other = first.text, second.text
    if first.low is not None and first.high is not None and second.low is not None and second.high is not None:
        if (first.low, first.high) == (second.low, second.high):
            return Verdict("agree", f"{one} and {other}: the same date")
        if first.low <= second.high and second.low <= first.high:
            return Verdict("compatible", f"{one} and {other}: both can be true, one is less exact")
        if first.approximate or second.approximate:
            return None
        return Verdict("conflict", f"{one} and {other}: different dates")
    days = _weekdays(first), _weekdays(second)
    if days[0] and days[1]:
        if days[0] == days[1]:
            return Verdict("agree", f"{one} and {other}: the same weekday")
        names = [DAY_NAMES[min(day)] for day in days]
        return Verdict("conflict", f"{one} and {other}: {names[0]} and {names[1]} cannot both be right")
    months = _months(first), _months(second)
    if months[0] and months[1] and not months[0] & months[1] and not (first.approximate or second.approximate):
        return Verdict("conflict", f"{one} and {other}: different months")
    if first.text.casefold() == second.text.casefold():
        return Verdict("agree", f"{one} and {other}: the same words")
    return None


def clock_times(text: str) -> list[tuple[int, int, int]]:
    """Times of day in a text: start, end and minutes since midnight."""
    found: list[tuple[int, int, int]] = []
    for match in _CLOCK.finditer(text):
        hour, minute = (match.group(1), match.group(2)) if match.group(1) else (match.group(3), "0")
        found.append((match.start(), match.end(), int(hour) * 60 + int(minute)))
    return found


def compare_clocks(first: int, second: int, words: tuple[str, str]) -> Verdict:
    """How two times of day (minutes since midnight) relate; never a conflict, since reports follow each other."""
    one, other = words
    if abs(first - second) <= _CLOSE:
        return Verdict("agree", f"{one} and {other}: about the same time of day")
    return Verdict("compatible", f"{one} and {other}: different times of day")
