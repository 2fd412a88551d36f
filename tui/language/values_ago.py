"""Reads distances from the day of publication: "vor drei Jahren", "vor einigen Tagen", "heute in zwei Wochen"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tui.language import values_calendar as calendar
from tui.language.lexicon import read_lexicon
from tui.language.values_bounds import read_bounds
from tui.language.values_found import Found
from tui.language.values_numbers import read_number
from tui.language.values_words import Word, low_at

_DURATIONS = read_lexicon("values/units")["duration"]
_ON_CALENDAR = frozenset({"day", "week", "month", "year"})


def read_ago(sentence: Sequence[Word], index: int, today: date | None) -> Found | None:
    """Read the distance in time that begins with "vor" at a word; None if there is none."""
    if low_at(sentence, index) != "vor":
        return None
    place, effects = read_bounds(sentence, index + 1)
    number = read_number(sentence, place)
    if number is None or number.low is None or number.high is None:
        return None
    unit, _, factor = _DURATIONS.get(low_at(sentence, number.end), "").partition(" ")
    if not unit or not sentence[number.end].capital:
        return None
    approximate = bool(effects) or number.approximate or float(factor) > 1  # "vor einem Vierteljahrhundert"
    placed = calendar.UNPLACED
    if unit in _ON_CALENDAR and number.high * float(factor) < 3_000:
        low, high = number.low * float(factor), number.high * float(factor)
        placed = calendar.around(unit, low, high, -1, today)
    return Found(index, number.end + 1, "date", placed.low, placed.high, placed.unit, approximate)
