"""Places dates on the calendar: as spans of proleptic ordinal days, or as a note where the year is not known."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

Way = Literal["ahead", "behind", "unsure"]
AHEAD: Way = "ahead"
BEHIND: Way = "behind"
UNSURE: Way = "unsure"
"""Where a weekday lies, seen from the day of publication."""

DAY = "day"
RELATIVE = "relative"
_SEASONS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 2)}
"""First and last month; meteorological seasons, as weather services count them."""


_GREGORIAN, _LAST_EASTER = 1583, 4099
"""First and last year of which dateutil knows Easter in the Gregorian calendar."""

_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6}


class Placed(NamedTuple):
    """First and last day (proleptic ordinal, as ``datetime.date.toordinal``) and the unit ``day``, or a note."""

    low: float | None
    high: float | None
    unit: str

    def part(self, start: float, end: float) -> Placed:
        """A share of it, such as its beginning: shares from 0 to 1."""
        if self.low is None or self.high is None:
            return self
        days = self.high - self.low + 1
        return Placed(self.low + round(days * start), self.low + max(round(days * end), 1) - 1, self.unit)


UNPLACED = Placed(None, None, RELATIVE)


def published_day(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time; None if there is none, it cannot be read, or no paper could have it."""
    try:
        day_ = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day_ if 1400 <= day_.year <= 2999 else None


def days(first: date, last: date) -> Placed:
    """The days from one to another."""
    return Placed(float(first.toordinal()), float(last.toordinal()), DAY)


def year(number: int, last: int | None = None) -> Placed:
    """A year, or the years to another one."""
    last = number if last is None else last
    if not 1 <= number <= last <= 9999:
        return UNPLACED
    return days(date(number, 1, 1), date(last, 12, 31))


def month(number: int, in_year: int | None, today: date | None) -> Placed:
    """A month; without its year the one nearest to the day of publication, or the note ``month:3``."""
    if in_year is None and today is not None:
        in_year = min(
            (today.year - 1, today.year, today.year + 1), key=lambda y: abs((date(y, number, 15) - today).days)
        )
    if in_year is None:
        return Placed(None, None, f"month:{number}")
    if not 1 <= in_year <= 9999:
        return UNPLACED
    return days(date(in_year, number, 1), date(in_year, number, monthrange(in_year, number)[1]))


def day(number: int, in_month: int, in_year: int | None, today: date | None) -> Placed | None:
    """A day; without its year the one nearest to publication, or the note ``month-day:03-29``. None: no such day."""
    if not 1 <= in_month <= 12 or not 1 <= number <= monthrange(2024, in_month)[1]:
        return None
    if in_year is None and today is not None:
        candidates = [d for y in (-1, 0, 1) if (d := _date(today.year + y, in_month, number))]
        in_year = min(candidates, key=lambda d: abs((d - today).days)).year if candidates else None
    if in_year is None:
        return Placed(None, None, f"month-day:{in_month:02}-{number:02}")
    found = _date(in_year, in_month, number)
    return days(found, found) if found else None


def from_easter(first: int, last: int, in_year: int | None, today: date | None) -> Placed:
    """Days told from Easter Sunday; without their year those nearest to the day of publication."""
    from dateutil.easter import easter

    begins = timedelta(first)
    if in_year is None and today is not None and today.year > _GREGORIAN:
        years = (today.year - 1, today.year, today.year + 1)
        in_year = min(years, key=lambda y: abs((easter(y) + begins - today).days))
    if in_year is None or not _GREGORIAN <= in_year <= _LAST_EASTER:
        return UNPLACED
    return days(easter(in_year) + begins, easter(in_year) + timedelta(last))


def _date(in_year: int, in_month: int, number: int) -> date | None:
    try:
        return date(in_year, in_month, number)
    except ValueError:
        return None


def weekday(number: int, way: Way, today: date | None) -> Placed:
    """A weekday (1 is Monday): the last one up to publication, the first from it on, or the note ``weekday:1``.

    A weekday that is the day of publication is this day, whichever way it is looked for.
    """
    if today is None or (way == UNSURE and today.isoweekday() != number):
        return Placed(None, None, f"weekday:{number}")
    back = (today.isoweekday() - number) % 7
    found = today + timedelta((7 - back) % 7 if way == AHEAD else -back)
    return days(found, found)


def weekday_from(number: int, steps: int, today: date | None) -> Placed:
    """A weekday told from the day of publication: the last one before it (-1) or the first after it (1)."""
    if today is None:
        return Placed(None, None, f"weekday:{number}")
    back = (today.isoweekday() - number) % 7
    found = today + timedelta(7 - back if steps > 0 else -(back or 7))
    return days(found, found)


def season(number: int, in_year: int | None, today: date | None) -> Placed:
    """A season (1 is spring); without its year the nearest one, or the note ``season:1``."""
    if in_year is None and today is None:
        return Placed(None, None, f"season:{number}")
    first, last = _SEASONS[number]
    start = month(first, in_year, today)
    if start.low is None:
        return UNPLACED
    began = date.fromordinal(int(start.low))
    ended = month(last, began.year + (last < first), None)
    return Placed(start.low, ended.high, DAY)


def period(unit: str, steps: int, today: date | None) -> Placed:
    """A day, week, weekend, month, quarter, half, year, decade or century, ``steps`` from that of publication."""
    if today is None:
        return UNPLACED
    try:
        return _period(unit, steps, today)
    except (ValueError, OverflowError):
        return UNPLACED


def _period(unit: str, steps: int, today: date) -> Placed:
    if unit == "day":
        found = today + timedelta(steps)
        return days(found, found)
    if unit in ("week", "weekend"):
        monday = today - timedelta(today.weekday()) + timedelta(7 * steps)
        return days(monday + timedelta(5 * (unit == "weekend")), monday + timedelta(6))
    if unit == "year":
        return year(today.year + steps)
    if unit in ("decade", "century"):
        length = 10 if unit == "decade" else 100
        first = (today.year // length + steps) * length
        return year(first, first + length - 1)
    if unit not in _MONTHS_IN:
        return UNPLACED
    length = _MONTHS_IN[unit]
    count = (today.year * 12 + today.month - 1) // length + steps
    first_month, last_month = count * length, count * length + length - 1
    start = month(first_month % 12 + 1, first_month // 12, None)
    return Placed(start.low, month(last_month % 12 + 1, last_month // 12, None).high, DAY)


def around(unit: str, low: float, high: float, sign: int, today: date | None) -> Placed:
    """Days that lie ``low`` to ``high`` units before (-1) or after (1) publication, as exact as the unit."""
    near, far = sorted((sign * low, sign * high))
    first, last = period(unit, round(near), today), period(unit, round(far), today)
    return Placed(first.low, last.high, first.unit)
