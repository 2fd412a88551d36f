"""Whether two figures or dates are of two moments: a later count, a follow-up, a plan and what came of it.

Reports of one story follow each other, and what changes from one to the next is no contradiction. The days on which
the articles were published tell; where they are not known, only the words do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.comparison.amounts import Verdict
from tui.comparison.around import around, clause_of, is_age, is_later
from tui.comparison.counted import counted_as
from tui.comparison.dates import compare_dates, hours_of, hours_said, minutes_apart, minutes_of, names_day
from tui.comparison.happenings import kinds_of_event
from tui.comparison.passages import folded_name
from tui.comparison.stated import Found, Stated
from tui.language.model import Value

GROWING = frozenset({"cases", "dead", "held", "hurt", "missing", "signers"})
"""Groups of counted nouns that are counted anew from day to day."""

BEFALLING = frozenset({"arrest", "die", "infect", "injure"})
"""Kinds of event whose victims are counted anew from day to day."""

_COUNTED_ON = {
    "money": re.compile(r"\b(?:(?!Steuer)\w*(?:schaden|schäden)|\w*spenden|gesammelt)\w*", re.IGNORECASE),
    "quantity": re.compile(r"\b\w*(?:ausgefallen|gestrichen|krankenh|klinik|stationär)\w*", re.IGNORECASE),
}
"""In a clause: its sum or count is made anew from day to day."""
_COUNTING = re.compile(r"\b\w*(?:hochrechnung|prognose|auszählung|ausgezählt|zwischenstand|schirmen)\w*", re.IGNORECASE)
"""In a sentence: its shares and votes are those of a moment in a long evening."""

_BIRTHDAY = 7
"""Days within which nobody is taken to have grown a year older."""

_SETTLED = 10
"""Days after which the count of a past event is taken to be settled."""

_LONG_PAST = 60
"""Days before its article from which a date is that of an earlier event, where another article names none."""

_FIGURES = frozenset({"number", "money", "duration", "date"})
"""Kinds of difference in what a later article brings up to date."""

_HOURS_APART = 120
"""Minutes above which the times of day of two sentences are those of two events."""

_NAMED = re.compile(r"\d|\b(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\w*")
"""In a date: it names a month, a day or a year, rather than telling it from the day of writing."""

_FEAST = re.compile(r"weihnacht|heilig|ostern|oster|pfingst|neujahr|silvester|advent", re.IGNORECASE)

_PUT_OFF = re.compile(
    r"\b(?:verschob\w*|verschieb\w*|vertagt\w*|verleg\w*|statt (?:am|im|wie)|vorgezogen\w*)\b", re.IGNORECASE
)


def development(first: Stated, one: Value, second: Stated, other: Value) -> Verdict | None:
    """The verdict on two amounts where the larger or later one is what the other has come to; else None.

    Args:
        first: A mention.
        one: An amount in it.
        second: A mention in another article.
        other: An amount in that.
    """
    if is_age(first, one) or is_age(second, other):
        return None
    sides = sorted(((first, one), (second, other)), key=lambda side: _size(side[1]))
    both = f"{one.text} and {other.text}"
    if is_later(*sides[1]) and not is_later(*sides[0]):
        return Verdict("compatible", f"{both}: the larger one is told as a later one")
    days = [stated.day for stated, _ in sides]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    if settled(sides[0][0], days[0], days[1]) or settled(sides[1][0], days[0], days[1]):
        return None
    growing = any(_grows(*side) for side in sides)
    if days[0] < days[1] and growing:
        return Verdict("compatible", f"{both}: the larger one is a later count")
    if growing and days[0] > days[1] and is_later(*sides[0]):
        return Verdict("compatible", f"{both}: the smaller one is told as a later count")
    if growing and any("missing" in counted_as(value) for _, value in sides):
        return Verdict("compatible", f"{both}: one is a later count")
    return None


def of_versions(first: Stated, second: Stated, found: Found) -> Found:
    """A possible conflict of two articles of one source told as such: the later one has replaced the earlier one.

    Figures and dates are then no conflict, unless each has them from somebody else or both tell of a settled matter.

    Args:
        first: A mention.
        second: A mention in another article.
        found: What they differ in.
    """
    verdict, days = found.verdict, (first.day, second.day)
    if verdict.relation != "conflict" or found.update or first.outlet is None or first.outlet != second.outlet:
        return found
    in_order = first.time and second.time and first.time != second.time if days[0] == days[1] else None not in days
    if not in_order:
        return found
    reason = f"{verdict.reason}; one is a later version of the same source"
    origins = {folded_name(s.mention.origin) for s in (first, second) if s.mention.origin}
    known = [day for day in days if day is not None]
    if found.kind not in _FIGURES or len(origins) > 1 or any(settled(s, *known) for s in (first, second) if known):
        return replace(found, verdict=Verdict("conflict", reason))
    words = verdict.reason.partition(": ")[0]
    verdict = Verdict("compatible", f"{words}: one is of a later version of the same source")
    return replace(found, verdict=verdict, update="replaces")


def settled(stated: Stated, *days: int) -> bool:
    """Whether a sentence dates its event well before both articles."""
    dates = [v.high for v in stated.values if v.kind == "date" and v.high is not None]
    return bool(dates) and max(dates) + _SETTLED < min(days)


def _size(value: Value) -> float:
    return value.low or value.high or 0.0


def _grows(stated: Stated, value: Value) -> bool:
    if counted_as(value) & GROWING:
        return True
    if "staff" in counted_as(value):
        return False  # jobs are cut in one plan, trains from day to day
    clause = clause_of(stated, value)
    grows = _COUNTED_ON.get(value.kind)
    return bool(kinds_of_event(clause) & BEFALLING) or (grows is not None and grows.search(clause) is not None)


def at_two_times(first: Stated, one: Value, second: Stated, other: Value) -> bool:
    """Whether the sentences of two amounts name days, or times of day, that exclude each other, or a count under way.

    Args:
        first: A mention.
        one: An amount in it.
        second: A mention in another article.
        other: An amount in that.
    """
    if (
        {one.kind, other.kind} <= {"percent", "quantity"}
        and (one.unit or "%") == (other.unit or "%") == "%"
        and any(_COUNTING.search(s.statement.text) for s in (first, second))
    ):
        return True
    if is_age(first, one) and is_age(second, other):
        return _older(first, one, second, other) or _older(second, other, first, one)
    parts = [hours_of(clause_of(stated, value)) for stated, value in ((first, one), (second, other))]
    if not parts[0] & parts[1]:
        return True
    dates = [
        [v for v in stated.values if v.kind == "date" and clause_of(stated, v) == clause_of(stated, value)]
        for stated, value in ((first, one), (second, other))
    ]
    if counted_as(one) and (_is_earlier(first, dates[0], second) or _is_earlier(second, dates[1], first)):
        return True
    found = [compare_dates(a, b, (around(first, a), around(second, b))) for a in dates[0] for b in dates[1]]
    return bool(found) and all(verdict is not None and verdict.relation == "conflict" for verdict in found)


def _is_earlier(stated: Stated, dates: Sequence[Value], other: Stated) -> bool:
    """Whether the dates of a clause lie well before its article, and the other sentence names none but times of day."""
    days = [value.high for value in dates if value.high is not None]
    named = (value for value in other.statement.values if value.kind == "date" and minutes_of(value) is None)
    if not days or stated.day is None or any(named):
        return False
    return max(days) + _LONG_PAST < stated.day


def _older(first: Stated, one: Value, second: Stated, other: Value) -> bool:
    """Whether somebody is told as older in an article of a later year."""
    if first.day is None or second.day is None or one.low is None or other.low is None:
        return False
    return 0 < one.low - other.low <= (first.day - second.day) / 365 + 1 and first.day > second.day + _BIRTHDAY


def follows(first: Stated, one: Value, second: Stated, other: Value) -> bool:
    """Whether two dates are those of two events of a story rather than versions of one.

    So is the date of something that happened when the other article was out already, a plan and what came of it, and
    what both tell from their days of writing where these lie far apart.

    Args:
        first: A mention.
        one: A date in it.
        second: A mention in another article.
        other: A date in that.
    """
    if any(_FEAST.search(value.text) for value in (one, other)):
        return True
    if any(is_later(*side) or _PUT_OFF.search(side[0].statement.text) for side in ((first, one), (second, other))):
        return True
    apart = [m for a in first.values for b in second.values if (m := minutes_apart(a, b)) is not None]
    if apart and min(apart) > _HOURS_APART:
        return True
    if any(value.low is None or value.high is None for value in (one, other)):
        return False
    if any(value.low != value.high and not _NAMED.search(value.text) for value in (one, other)):
        return True
    if one.low == one.high and other.low == other.high and not (names_day(one) and names_day(other)):
        assert one.low is not None and other.low is not None
        if abs(one.low - other.low) > 6:
            return True
    return _out_before(first, one, second, other) or _out_before(second, other, first, one)


def _out_before(first: Stated, one: Value, second: Stated, other: Value) -> bool:
    """Whether the second date is a plan or lies before what the first tells, which happened when the second was out."""
    if first.day is None or second.day is None or one.low is None or other.low is None:
        return False
    happened = one.low <= first.day
    if happened and other.low > second.day:
        return True
    if not happened or first.day < second.day or one.low < second.day or one.low <= other.low:
        return False
    hours = hours_said(one, *around(first, one)), hours_said(other, *around(second, other))
    return not (all(hours) and hours[0] & hours[1])
