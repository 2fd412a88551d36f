"""Reads German dates, absolute and relative, with the "am" or "im" before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tui.language import values_calendar as calendar
from tui.language.lexicon import read_lexicon, words
from tui.language.values_calendar import Placed
from tui.language.values_clock import read_clock, read_spoken
from tui.language.values_found import Found
from tui.language.values_habits import comes_again, is_adverb, is_weekly, is_wished, is_yearly
from tui.language.values_periods import PARTS, read_period, read_year
from tui.language.values_words import Word, adjacent, low_at

_LEXICON = read_lexicon("values/dates")
_MONTHS = {name: int(number) for name, number in read_lexicon("months")[""].items()}
_WEEKDAYS = {name: int(number) for name, number in _LEXICON["weekday"].items()}
_PARTS_OF_DAY = words("values/dates", "part of day")
_WEEKDAY = re.compile(rf"({'|'.join(_WEEKDAYS)})({'|'.join(sorted(_PARTS_OF_DAY, key=len, reverse=True))})?s?")
_NUMERIC = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})?")
_FIXED = re.compile(r"\d\d-\d\d")
"""A feast's month and day."""
_LEADS = frozenset({"am", "im"})
_ABOUT = frozenset({"gegen", "etwa", "circa", "ca", "ungefähr", "rund", "um"})


def read_date(sentence: Sequence[Word], index: int, today: date | None) -> Found | None:
    """Read the date that begins at a word.

    Args:
        sentence: The words of a sentence.
        index: Where the date begins; "am" and "im" belong to it.
        today: Day of publication, against which relative dates are placed; they stay unplaced without it.
    """
    spoken = read_spoken(sentence, index)
    if spoken:
        return spoken
    start = index
    led = low_at(sentence, index) in _LEADS
    about = low_at(sentence, index) in _ABOUT
    if led or about:
        index += 1
    if index >= len(sentence):
        return None
    clock = read_clock(sentence, index)
    if about or clock:  # after "rund" only a time of day: "rund 2018" may count something
        start += low_at(sentence, start) == "um"
        return replace(clock, start=start, approximate=about and start != index) if clock else None
    for read in (_numeric, _weekday, _days_of_month, _month, _holiday, _named_day, _part_of):
        found = read(sentence, index, today)
        if found:
            return Found(start, found.end, "date", found.low, found.high, found.unit, found.approximate)
    for read_more in (read_period, read_year):
        found = read_more(sentence, index, today, led)
        if found:
            return Found(start, found.end, "date", found.low, found.high, found.unit, found.approximate)
    return None


def _made(start: int, end: int, placed: Placed, approximate: bool = False) -> Found:
    return Found(start, end, "date", placed.low, placed.high, placed.unit, approximate)


def _numeric(sentence: Sequence[Word], index: int, today: date | None) -> Found | None:
    """Such as "29.3.2023", "29.03.", "2023-03-29"."""
    word = sentence[index]
    if word.kind == "iso":
        year, month, number = (int(part) for part in word.text.split("-"))
    elif word.kind == "date" and (match := _NUMERIC.fullmatch(word.text)):
        number, month = int(match[1]), int(match[2])
        year = _full_year(match[3])
    else:
        return None
    placed = calendar.day(number, month, year or None, today)
    return _made(index, index + 1, placed) if placed else None


def _full_year(text: str | None) -> int:
    """Two digits are read as years from 1950 to 2049; 0 where there is no year."""
    if not text:
        return 0
    return int(text) if len(text) == 4 else int(text) + (1900 if int(text) >= 50 else 2000)


def _weekday(sentence: Sequence[Word], index: int, today: date | None) -> Found | None:
    """Such as "Dienstag", "Mittwochabend", "Mittwoch, dem 29. März"."""
    word = sentence[index]
    match = _WEEKDAY.fullmatch(word.low) if word.capital else None
    if not match or comes_again(sentence, index) or _of_every_week(sentence, index):
        return None
    end = index + 1
    if low_at(sentence, end) in _PARTS_OF_DAY:
        end += 1
    after = end + (low_at(sentence, end) in (",", "("))
    after += low_at(sentence, after) in ("dem", "den", "der")
    if after < len(sentence):
        for read in (_numeric, _days_of_month):
            exact = read(sentence, after, today)
            if exact:
                return Found(index, exact.end, "date", exact.low, exact.high, exact.unit)
    number = _WEEKDAYS[match[1]]
    week = _week_after(sentence, end, today)
    if week and week.low is not None:
        return _made(index, week.end, Placed(week.low + number - 1, week.low + number - 1, calendar.DAY))
    return _made(index, end, calendar.weekday(number, calendar.UNSURE, None))


def _week_after(sentence: Sequence[Word], index: int, today: date | None) -> Found | None:
    """The week that says which weekday is meant: "kommender Woche", "in der nächsten Woche", "der Vorwoche"."""
    index += low_at(sentence, index) == "in"
    found = read_period(sentence, index, today, False)
    return found if found and low_at(sentence, found.end - 1) in ("woche", "vorwoche") else None


def _of_every_week(sentence: Sequence[Word], index: int) -> bool:
    """Whether a weekday begins or ends a span of every week: "jeweils von Freitag bis Montag"."""
    for first, last in ((index, index + 2), (index - 2, index)):
        ends = low_at(sentence, first), low_at(sentence, last)
        if low_at(sentence, first + 1) == "bis" and all(_WEEKDAY.fullmatch(end) for end in ends):
            return is_adverb(sentence, first) or (low_at(sentence, first - 1) == "von" and is_weekly(sentence))
    return False


def _days_of_month(sentence: Sequence[Word], index: int, today: date | None) -> Found | None:
    """Such as "29. März", "3. bis 5. Mai 2020", "17./18. Februar"."""
    numbers: list[int] = []
    at = index
    while (
        len(numbers) < 4
        and at + 1 < len(sentence)
        and sentence[at].text.isdecimal()
        and low_at(sentence, at + 1) == "."
    ):
        if not adjacent(sentence, at + 1):
            return None
        numbers.append(int(sentence[at].text))
        at += 2
        if low_at(sentence, at) in _MONTHS:
            break
        if low_at(sentence, at) in ("bis", "und", "/", "-", "–", "oder", ","):
            at += 1
            at += low_at(sentence, at) in ("zum", "zu")
    month = _MONTHS.get(low_at(sentence, at))
    if not numbers or month is None:
        return None
    year, end = _year_after(sentence, at + 1, today)
    first, last = (calendar.day(number, month, year, today) for number in (numbers[0], numbers[-1]))
    if first is None or last is None:
        return None
    return _made(index, end, Placed(first.low, last.high, first.unit))


def _year_after(sentence: Sequence[Word], index: int, today: date | None) -> tuple[int | None, int]:
    """The year after a month, "2018", "letzten Jahres", "des Jahres 2018", and the place behind it."""
    found = read_year(sentence, index, today, True)
    if found is None and low_at(sentence, index) == "des" and low_at(sentence, index + 1) in ("jahres", "vorjahres"):
        found = read_year(sentence, index + 1, today, True)
    if found is None and index < len(sentence) and sentence[index].low.endswith(("n", "s", "r")):
        found = read_period(sentence, index, today, False)
        if found and low_at(sentence, found.end - 1) not in ("jahres", "jahrs"):
            found = None
    if found is None or found.low is None or found.high is None:
        return None, found.end if found else index
    if found.high - found.low > 366:
        return None, index
    return date.fromordinal(int(found.low)).year, found.end


def _month(sentence: Sequence[Word], index: int, today: date | None) -> Found | None:
    """Such as "März", "Oktober 2020", "Oktober letzten Jahres"; abbreviations only before a year."""
    word = sentence[index]
    number = _MONTHS.get(word.low) if word.capital else None
    if number is None:
        return None
    year, end = _year_after(sentence, index + 1, today)
    if end == index + 1 and len(word.low) <= 4 and word.low not in ("mai", "juni", "juli", "märz"):
        return None
    relative = end > index + 1 and year is None
    return _made(index, end, calendar.month(number, year, None if relative else today))


def _holiday(sentence: Sequence[Word], index: int, today: date | None) -> Found | None:
    """Such as "Silvester 2015", "Ostermontag"."""
    word = sentence[index]
    told = _LEXICON["holiday"].get(word.low) if word.capital else None
    if told is None or low_at(sentence, index - 1) == "mariä":
        return None
    year, end = _year_after(sentence, index + 1, today)
    if end == index + 1 and (comes_again(sentence, index) or is_wished(sentence, index) or is_yearly(sentence)):
        return None
    if _FIXED.fullmatch(told):
        month, number = told.split("-")
        placed = calendar.day(int(number), int(month), year, today)
    else:
        days = [int(number) for number in told.split()]
        placed = calendar.from_easter(days[0], days[-1], year, today)
    return _made(index, end, placed) if placed else None


def _named_day(sentence: Sequence[Word], index: int, today: date | None) -> Found | None:
    """Such as "heute", "gestern Abend"; "Morgen" in capitals is a noun but at the start of a sentence."""
    word = sentence[index]
    steps = _LEXICON["day"].get(word.low)
    if steps is None or (word.capital and index > 0) or low_at(sentence, index - 1) in ("am", "guten", "von", "bis"):
        return None
    end = index + 1
    if (low_at(sentence, end) in _PARTS_OF_DAY and low_at(sentence, end) not in _LEXICON["day"]) or (
        low_at(sentence, end) == "morgen" and sentence[end].capital
    ):
        end += 1
    return _made(index, end, calendar.period("day", int(steps), today))


def _part_of(sentence: Sequence[Word], index: int, today: date | None) -> Found | None:
    """Such as "Anfang 2018", "Ende November letzten Jahres", "Mitte der Woche"."""
    shares = PARTS.get(low_at(sentence, index))
    if shares is None or not sentence[index].capital:
        return None
    after = index + 1
    if low_at(sentence, after) in ("der", "des") and low_at(sentence, after + 1) in _LEXICON["period"]:
        unit = _LEXICON["period"][low_at(sentence, after + 1)]
        year = read_year(sentence, after + 1, today, True)
        placed = Placed(year.low, year.high, calendar.DAY) if year else calendar.period(unit, 0, today)
        return _made(index, year.end if year else after + 2, placed.part(*shares), True)
    after += low_at(sentence, after) in ("der", "des")
    if low_at(sentence, after) in PARTS:
        return None
    found = read_date(sentence, after, today)
    if found is None or low_at(sentence, after) in ("am", "im"):
        return None
    placed = Placed(found.low, found.high, found.unit or calendar.RELATIVE)
    return _made(index, found.end, placed.part(*shares), True)
