"""Compares dates: calendar days, months, years, weekdays and times of day.

"Mittwochabend" and "Sonntagabend" cannot both be when one thing happened; "am 15. Januar" and "im Januar" can.
"""

from __future__ import annotations

import re
from datetime import date

from tui.comparison.amounts import Verdict
from tui.comparison.model import Relation
from tui.comparison.wordlists import sections
from tui.language.model import Value

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_CLOSE, _CLOSE_ROUGH = 20, 40
"""Minutes between two times of day, exact ones and such as "gegen neun Uhr", that are still taken as the same."""
_STEP = 5
"""Minutes to which times of day are rounded in speech: 2.47 is told to the minute, 2.45 need not be."""

_LONG_PART = 150
"""Days between two dates up to which they may be one where one of them is told as "Mitte 2027", "Ende 2026"."""

_YEAR = re.compile(r"\b\d{4}\b")

_FAR = 120
"""Minutes above which two times of day are those of two events."""
_TWELFTH_OVER = 13 * 60
"""Minute of the day from which an hour is told in the second half alone."""
_FIGURE = re.compile(r"\d")


_DAY_BEFORE = re.compile(r"(?:heute|gestern|tag|mittwoch|sonnabend)$", re.IGNORECASE)
_INSIDE = re.compile(r"[\w,]$")
_NIGHT_TO = re.compile(r"\bNacht (?:zum|zu|auf)(?: den)?\s+$", re.IGNORECASE)
_DAY = 24
_ALWAYS = 4_000_000
"""Days after which no date comes round again."""
_WEEKDAY = re.compile(r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend", re.IGNORECASE)


def hours_said(value: Value, before: str, after: str) -> frozenset[int]:
    """The hours that the words around a date name; none where they name no part of the day.

    Args:
        value: A date.
        before: The words before it.
        after: The words after it.
    """
    hours = _hours(value, before, after)
    return frozenset() if len(hours) == _DAY else hours


def _hours(value: Value, before: str, after: str) -> frozenset[int]:
    """The hours of a day that the words around a date leave open, those of the night before as negative numbers.

    Args:
        value: A date.
        before: The words before it.
        after: The words after it.
    """
    if _NIGHT_TO.search(before):
        return frozenset(range(-4, 8))
    return hours_of(f"{' '.join(before.split()[-3:])} {value.text} {' '.join(after.split()[:3])}")


def hours_of(words: str) -> frozenset[int]:
    """The hours of the first listed part of the day in some words, all 24 where they name none."""
    for part, reading in sections("dayparts")[""].items():
        for found in re.finditer(rf"\b\w*{part}(?:s?(?:stunden|zeit)|s)?\b", words, re.IGNORECASE):
            if found[0].casefold() in sections("dayparts")["others"] or _is_tomorrow(words, found):
                continue
            first, last = map(int, reading.split())
            return frozenset(range(first, last))
    return frozenset(range(_DAY))


def _is_tomorrow(words: str, found: re.Match[str]) -> bool:
    """Whether "morgen" is the next day: in small letters but after a day, or where nothing stands before it."""
    before = words[: found.start()].rstrip()
    return found[0] in ("morgen", "Morgen") and not (_DAY_BEFORE if found[0] == "morgen" else _INSIDE).search(before)


def _apart(days: tuple[int, int], hours: tuple[frozenset[int], frozenset[int]], week: int) -> bool:
    """Whether two moments cannot be one: days are numbered from anywhere, in a circle of `week` days."""
    first, second = (
        {(day * _DAY + hour) % (week * _DAY) for hour in span} for day, span in zip(days, hours, strict=True)
    )
    return not first & second


def _weekdays(value: Value) -> frozenset[int]:
    """The weekdays that a date may fall on, Monday is 0; empty where that is open."""
    unit = value.unit or ""
    if unit.startswith("weekday:"):
        number = unit.partition(":")[2]
        return frozenset({(int(number) - 1) % 7}) if number.isdecimal() else frozenset()
    if value.low is not None and value.low == value.high and not value.approximate:
        return frozenset({date.fromordinal(int(value.low)).weekday()}) if value.low >= 1 else frozenset()
    return frozenset()


def _months(value: Value) -> frozenset[int]:
    unit = value.unit or ""
    if unit.startswith("month:") and unit.partition(":")[2].isdecimal():
        return frozenset({int(unit.partition(":")[2])})
    if value.low is not None and value.high is not None and value.high - value.low < 32 and value.low >= 1:
        return frozenset({date.fromordinal(int(value.low)).month, date.fromordinal(int(value.high)).month})
    return frozenset()


def compare_dates(
    first: Value, second: Value, around: tuple[tuple[str, str], tuple[str, str]] = (("", ""), ("", ""))
) -> Verdict | None:
    """How two dates relate; None where they cannot be compared.

    Args:
        first: A date.
        second: A date of another article.
        around: The words before and after each of them: "in der Nacht zum", "früh".
    """
    one, other = first.text, second.text
    hours = _hours(first, *around[0]), _hours(second, *around[1])
    if first.low is not None and first.high is not None and second.low is not None and second.high is not None:
        if (first.low, first.high) == (second.low, second.high):
            return Verdict("agree", f"{one} and {other}: the same date")
        if first.low <= second.high and second.low <= first.high:
            return Verdict("compatible", f"{one} and {other}: one is less exact")
        if (first.approximate or second.approximate) and not _are_years_apart(first, second):
            return None
        if first.low == first.high and second.low == second.high:
            if _weekday_name(one) and _weekday_name(one) == _weekday_name(other):
                return None  # told from two days of writing, maybe of the week to come
            if not _apart((int(first.low), int(second.low)), hours, _ALWAYS):
                return Verdict("compatible", f"{one} and {other}: both can be true")
        return Verdict("conflict", f"{one} and {other}: different dates")
    days = _weekdays(first), _weekdays(second)
    if days[0] and days[1]:
        pair = min(days[0]), min(days[1])
        if not _apart(pair, hours, 7):
            same = pair[0] == pair[1]
            words = "the same weekday" if same else "both can be true"
            return Verdict("agree" if same else "compatible", f"{one} and {other}: {words}")
        if pair[0] == pair[1]:
            return Verdict("conflict", f"{one} and {other}: different times of one day")
        names = [DAY_NAMES[day] for day in pair]
        return Verdict("conflict", f"{one} and {other}: {names[0]} and {names[1]} cannot both be right")
    dates = _day_of_year(first), _day_of_year(second)
    if dates[0] and dates[1] and not (first.approximate or second.approximate):
        if dates[0] == dates[1]:
            return Verdict("agree", f"{one} and {other}: the same date")
        relation: Relation = "conflict" if _apart((dates[0], dates[1]), hours, 366) else "compatible"
        return Verdict(relation, f"{one} and {other}: different dates")
    months = _months(first), _months(second)
    if months[0] and months[1] and not months[0] & months[1] and not (first.approximate or second.approximate):
        return Verdict("conflict", f"{one} and {other}: different months")
    if first.text.casefold() == second.text.casefold():
        return Verdict("agree", f"{one} and {other}: the same words")
    return None


def _are_years_apart(first: Value, second: Value) -> bool:
    """Whether two dates that do not overlap both name their year and are far enough apart not to be one."""
    gap = max((second.low or 0.0) - (first.high or 0.0), (first.low or 0.0) - (second.high or 0.0))
    return gap > _LONG_PART and all(_YEAR.search(value.text) for value in (first, second))


def _weekday_name(words: str) -> str:
    found = _WEEKDAY.search(words)
    return found.group().casefold() if found else ""


def names_weekday(value: Value) -> bool:
    """Whether a date is told as a weekday alone."""
    return bool(_WEEKDAY.search(value.text)) and not any(letter.isdecimal() for letter in value.text)


def names_day(value: Value) -> bool:
    """Whether a date names a day of the year, rather than telling it from the day of writing or as a weekday."""
    if value.low is None or value.low != value.high:
        return (value.unit or "").startswith("month-day")
    return any(letter.isdecimal() for letter in value.text)


def _day_of_year(value: Value) -> int:
    """The day of a leap year that a date without a year names, 1 to 366; 0 for others."""
    unit = value.unit or ""
    if " bis " in value.text:
        return 0
    if unit.startswith("month-day:"):
        month, _, day = unit.partition(":")[2].partition("-")
        try:
            return date(2000, int(month), int(day)).timetuple().tm_yday
        except ValueError:
            return 0
    if value.low is not None and value.low == value.high and value.low >= 1:
        placed = date.fromordinal(int(value.low))
        return date(2000, placed.month, placed.day).timetuple().tm_yday
    return 0


def minutes_of(value: Value) -> int | None:
    """The minutes since midnight of a time of day; None for other dates."""
    kind, _, clock = (value.unit or "").partition(":")
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute) if kind == "time" and hour.isdecimal() and minute.isdecimal() else None


def minutes_apart(first: Value, second: Value) -> int | None:
    """How far two times of day are from each other at least, in minutes; None where one of the dates is none.

    A time in words that does not say which half of the day it is in may be in either: "halb acht" is 7.30 or 19.30.
    """
    one, other = minutes_of(first), minutes_of(second)
    if one is None or other is None:
        return None
    open_ = any(minute < _TWELFTH_OVER and not _FIGURE.search(v.text) for minute, v in ((one, first), (other, second)))
    circle = 12 * 60 if open_ else 24 * 60
    return min((one - other) % circle, (other - one) % circle)


def _to_the_minute(value: Value) -> bool:
    """Whether a time of day is told so exactly that another minute is another time: "2.47 Uhr"."""
    minutes = minutes_of(value)
    return minutes is not None and not value.approximate and minutes % _STEP != 0


def compare_clocks(first: Value, second: Value, sure: bool) -> Verdict | None:
    """How two times of day relate; None where one of the dates is none.

    Args:
        first: A time of day.
        second: A time of day of another article.
        sure: Whether they are surely said of one event; else they may be those of two, since reports follow each other.
    """
    apart = minutes_apart(first, second)
    if apart is None:
        return None
    close = _CLOSE_ROUGH if first.approximate or second.approximate else _CLOSE
    if sure and all(_to_the_minute(value) for value in (first, second)):
        close = 0
    both = f"{first.text} and {second.text}"
    if apart <= close:
        return Verdict("agree", f"{both}: about the same time of day")
    relation: Relation = "conflict" if sure and apart <= _FAR else "compatible"
    return Verdict(relation, f"{both}: different times of day")
