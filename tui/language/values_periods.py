"""Reads years, decades, seasons and periods seen from the day of publication: "2018", "diese Woche", "Anfang 2018"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from tui.language import values_calendar as calendar
from tui.language.lexicon import read_lexicon
from tui.language.values_calendar import UNSURE, Placed
from tui.language.values_found import Found
from tui.language.values_numbers import read_number
from tui.language.values_units import COUNTED
from tui.language.values_words import Word, adjacent, low_at

_LEXICON = read_lexicon("values/dates")
_PERIODS = _LEXICON["period"]
_MONTHS = {name: int(number) for name, number in read_lexicon("months")[""].items() if len(name) > 4 or name == "mai"}
_WEEKDAYS = {name: int(number) for name, number in _LEXICON["weekday"].items()}
_WHICH = re.compile(rf"({'|'.join(sorted(_LEXICON['which'], key=len, reverse=True))})(?:e|er|es|en|em)")
PARTS: dict[str, tuple[float, float]] = {}
"""From which to which share of a period "Anfang", "Mitte" and "Ende" reach."""
for _word, _shares in _LEXICON["part"].items():
    _first, _last = _shares.split()
    PARTS[_word] = (float(_first), float(_last))
_ARTICLES = frozenset({"der", "die", "das", "den", "dem", "des"})
_FIXED = {
    "vorjahr": ("year", -1),
    "vorjahres": ("year", -1),
    "vormonat": ("month", -1),
    "vormonats": ("month", -1),
    "vorwoche": ("week", -1),
    "vorquartal": ("quarter", -1),
    "folgejahr": ("?", 1),
    "vortag": ("?", -1),
    "folgetag": ("?", 1),
    "jahresende": ("year", 0),
    "jahresanfang": ("year", 0),
    "jahresbeginn": ("year", 0),
    "monatsende": ("month", 0),
    "wochenende": ("weekend", 0),
    "wochenbeginn": ("week", 0),
}
_SEVERAL = frozenset({"wochen", "wochenenden"}) | frozenset(
    stem + ending for stem in ("tag", "monat", "quartal", "jahr", "jahrzehnt", "jahrhundert") for ending in ("e", "en")
)
_CENTURY_DECADE = re.compile(r"(\d{2}|\d{4})er")
_YEARS = range(1000, 2200)
_LIKELY_YEARS = range(1900, 2100)
_MOST_PERIODS = 1_000_000
"""More days or years than this are not placed, so that no number is too large for the calendar."""


def _made(start: int, end: int, placed: Placed, approximate: bool = False) -> Found:
    return Found(start, end, "date", placed.low, placed.high, placed.unit, approximate)


def read_year(sentence: Sequence[Word], index: int, today: date | None, led: bool) -> Found | None:
    """Read "2018", "Jahr 2018", "2018/19", "2018 bis 2020", "1990er Jahre", "19. Jahrhundert".

    Args:
        sentence: The words of a sentence.
        index: Where to read.
        today: Not needed here; readers of dates share their form.
        led: Whether words before make a date likely.
    """
    named = low_at(sentence, index) in ("jahr", "jahre", "jahren", "jahres")
    at = index + named
    first = _year_number(sentence, at, led or named)
    if first is None:
        return None if named else _decade(sentence, index)
    last, end = first, at + 1
    join = low_at(sentence, end)
    if join in ("/", "-", "–", "bis", "und") and end + 1 < len(sentence):
        close = join not in ("/", "-", "–") or adjacent(sentence, end) or adjacent(sentence, end + 1)
        second = sentence[end + 1].text
        if close and second.isdecimal() and (len(second) == 4 or (len(second) == 2 and join in ("/", "-", "–"))):
            number = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
            if first < number < first + 200 and (join != "und" or named):
                last, end = number, end + 2
    return _made(index, end, calendar.year(first, last))


def _year_number(sentence: Sequence[Word], index: int, led: bool) -> int | None:
    """Four digits that are a year."""
    if index >= len(sentence) or len(sentence[index].text) != 4 or not sentence[index].text.isdecimal():
        return None
    number = int(sentence[index].text)
    if number not in (_YEARS if led else _LIKELY_YEARS):
        return None
    following = low_at(sentence, index + 1)
    if not led and following in COUNTED:
        return None
    return None if following in ("%", "€", "$", "uhr") or (following in _PERIODS and not led) else number


def _decade(sentence: Sequence[Word], index: int) -> Found | None:
    """Decades and centuries."""
    if index >= len(sentence):
        return None
    word = sentence[index]
    match = _CENTURY_DECADE.fullmatch(word.low)
    tens = _LEXICON["decade"].get(word.low)
    following = low_at(sentence, index + 1)
    years = following in ("jahre", "jahren", "jahrzehnt", "jahrzehnte")
    if match or tens:
        number = int(match[1]) if match else int(tens or 0)
        before = low_at(sentence, index - 1)
        alone = before == "den" or (before == "der" and low_at(sentence, index - 2) in PARTS)  # "Ende der Neunziger"
        if number % 10 or not (years or alone or "jahr" in word.low):
            return None
        start = number if number > 99 else 1900 + number if number >= 30 else 2000 + number
        return _made(index, index + 1 + years, calendar.year(start, start + 9))
    if (
        word.text.isdecimal()
        and following == "."
        and low_at(sentence, index + 2) in ("jahrhundert", "jahrhunderts", "jh")
    ):
        number = int(word.text)
        if 1 <= number <= 30:
            return _made(index, index + 3, calendar.year((number - 1) * 100 + 1, number * 100))
    return None


def read_period(sentence: Sequence[Word], index: int, today: date | None, led: bool) -> Found | None:
    """Read "diese Woche", "den letzten drei Monaten", "Sommer 2018", "ersten Quartal 2020", "Vorjahr"."""
    start = index
    if low_at(sentence, index) in _ARTICLES:
        index += 1
        led = True
    if index >= len(sentence):
        return None
    which = _WHICH.fullmatch(sentence[index].low)
    if which and which[1] == "dies" and index > start:
        return None  # "das diese Woche ...": a pronoun before the date
    if which:
        return _seen_from(sentence, start, index + 1, _LEXICON["which"][which[1]], today)
    return _ordinal_part(sentence, start, index, today) or _unqualified(sentence, start, index, today, led)


def _seen_from(sentence: Sequence[Word], start: int, at: int, steps: str, today: date | None) -> Found | None:
    """A period, month, weekday or season that "diese" or "letzten" goes before."""
    number = read_number(sentence, at)
    if number and not number.one and number.end < len(sentence):
        unit = _PERIODS.get(low_at(sentence, number.end))
        if unit not in ("day", "week", "month", "year", "decade", "quarter") or steps == "?":
            return None
        if number.high is None or number.high > _MOST_PERIODS:
            return None
        reach = (-1, -round(number.high)) if int(steps) < 0 else (1, round(number.high))
        first, last = (calendar.period(unit, step, today) for step in sorted(reach))
        return _made(start, number.end + 1, Placed(first.low, last.high, first.unit), number.approximate)
    low = low_at(sentence, at)
    if at >= len(sentence) or not sentence[at].capital:
        return None
    known = None if steps == "?" else int(steps)
    if low in _MONTHS and known is not None:
        return _made(start, at + 1, _month_from(_MONTHS[low], known, today))
    weekday = next((n for name, n in _WEEKDAYS.items() if low.startswith(name)), None)
    if weekday:
        placed = calendar.weekday_from(weekday, known, today) if known else calendar.weekday(weekday, UNSURE, None)
        return _made(start, at + 1, placed)
    unit = _PERIODS.get(low)
    if unit is None:
        return None
    if unit == "day" and low not in ("tagen", "tage"):
        # "bis zum letzten Tag" is the end of something; "am nächsten Tag" hangs on a day named before.
        return None if sentence[at - 1].low.startswith("letzt") else _made(start, at + 1, calendar.UNPLACED)
    if known is None or unit == "term" or _ends_something(sentence, at) or (unit == "day" and known == 0):
        return _made(start, at + 1, calendar.UNPLACED)
    if unit.startswith("season"):
        year = today.year + known if today else None
        return _made(start, at + 1, calendar.season(int(unit[-1]), year, today))
    if low in _SEVERAL and not sentence[at - 1].low.endswith("em"):  # "in diesem Jahre" is one
        nearest, farthest = sorted((0, known * 9))
        first, last = (calendar.period(unit, step, today) for step in (nearest, farthest))
        return _made(start, at + 1, Placed(first.low, last.high, first.unit), True)
    return _made(start, at + 1, calendar.period(unit, known, today))


def _ends_something(sentence: Sequence[Word], at: int) -> bool:
    """Whether periods are the last ones of something: "die letzten Tage" there, "die letzten Jahre des Kriegs"."""
    if not sentence[at - 1].low.startswith("letzt") or low_at(sentence, at) not in _SEVERAL:
        return False
    if low_at(sentence, at - 2).startswith(("sein", "ihr")):
        return True
    return low_at(sentence, at) == "tage" or low_at(sentence, at + 1) in ("des", "seines", "ihres")


def _month_from(number: int, steps: int, today: date | None) -> Placed:
    """The month last before publication, the next after it, or that of this year."""
    if today is None or steps == 0:
        return calendar.month(number, today.year if today else None, today)
    later = number > today.month
    return calendar.month(number, today.year + ((not later) if steps > 0 else -later), today)


def _ordinal_part(sentence: Sequence[Word], start: int, index: int, today: date | None) -> Found | None:
    """Such as "ersten Quartal 2020", "zweite Jahreshälfte"."""
    ordinal = _LEXICON["ordinal"].get(sentence[index].low)
    after = low_at(sentence, index + 1)
    length = {"quartal": 3, "quartals": 3, "halbjahr": 6, "halbjahres": 6, "jahreshälfte": 6}.get(after)
    if ordinal is None or length is None or int(ordinal) * length > 12:
        return None
    end = index + 2
    year = read_year(sentence, end, today, True) or read_period(sentence, end, today, False)
    first = (int(ordinal) - 1) * length + 1
    if year and year.low is not None:
        number: int | None = date.fromordinal(int(year.low)).year
        end = year.end
    else:
        number = today.year if today else None
    if number is None:
        return _made(start, end, calendar.UNPLACED)
    begin, finish = calendar.month(first, number, None), calendar.month(first + length - 1, number, None)
    return _made(start, end, Placed(begin.low, finish.high, calendar.DAY))


def _unqualified(sentence: Sequence[Word], start: int, index: int, today: date | None, led: bool) -> Found | None:
    """Such as "Vorjahr", "im Sommer", "Herbst 2018", "am Wochenende"."""
    word = sentence[index]
    if not word.capital:
        return None
    fixed = _FIXED.get(word.low)
    if fixed and (led or word.low.startswith("vor")):
        shares = PARTS.get(word.low) if fixed[0] in ("year", "month", "week") else None
        placed = calendar.period(fixed[0], fixed[1], today) if fixed[0] != "?" else calendar.UNPLACED
        return _made(start, index + 1, placed.part(*shares) if shares else placed, shares is not None)
    unit = _PERIODS.get(word.low, "")
    if unit.startswith("season"):
        year = read_year(sentence, index + 1, today, False)
        if year and year.low is not None:
            return _made(start, year.end, calendar.season(int(unit[-1]), date.fromordinal(int(year.low)).year, today))
        return _made(start, index + 1, calendar.season(int(unit[-1]), None, today)) if led else None
    return None
