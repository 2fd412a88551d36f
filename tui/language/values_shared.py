"""Reads numbers that share a unit, "von 870 auf 790 Millionen Euro", and one length of time told in two units."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.values_bounds import read_bounds
from tui.language.values_numbers import Number, read_number
from tui.language.values_shares import VOTES
from tui.language.values_units import Unit, read_noun, read_unit
from tui.language.values_words import Word, low_at

_SMALLER = {
    "year": {"month": 12.0, "week": 52.0, "day": 365.0},
    "month": {"week": 4.0, "day": 30.0},
    "week": {"day": 7.0},
    "day": {"hour": 24.0, "minute": 1440.0},
    "hour": {"minute": 60.0, "second": 3600.0},
    "minute": {"second": 60.0},
}
"""How many of a smaller unit of time make one of a larger."""

_LISTS = frozenset({",", "und", "sowie", "oder", "beziehungsweise", "bzw"})
_YEARS = range(1900, 2100)
_ALIKE = 20
"""Ratio of two numbers above which they are not told on one scale."""
_REACH = 12
"""Words from one sentence of a court to the next: "A zu zwölf und B, der ihm geholfen hatte, zu fünf Jahren"."""


def shared_unit(sentence: Sequence[Word], start: int, number: Number) -> tuple[Unit, float] | None:
    """The unit of a number that stands with a later one, and the scale that it takes from that.

    In "von 870 auf 790 Millionen Euro", "zu zwölf und zu fünf Jahren", "5, 10 und 20 Prozent", "14 zu 9 Stimmen".

    Args:
        sentence: The words of a sentence.
        start: Where the amount begins, words such as "rund" included.
        number: The number, behind which no unit stands.
    """
    join = low_at(sentence, number.end)
    if number.scale > 1 or number.group or number.vague or number.high is None or _is_year(sentence, number):
        return None
    if low_at(sentence, start - 1) == "von" and join == "auf":
        return _unit_at(sentence, number.end + 1, number, nouns=True)
    if join in ("zu", "gegen"):
        votes = _unit_at(sentence, number.end + 1, number, nouns=True)
        return votes if votes and votes[0].name.lower() in VOTES else None
    if join not in _LISTS or number.one:
        return None
    if low_at(sentence, start - 1) == "zu":
        near = range(number.end + 1, min(number.end + _REACH, len(sentence)))
        again = next((at for at in near if sentence[at].low == "zu" and _follows(sentence, at + 1)), None)
        if again is not None:
            unit = _unit_at(sentence, again + 1, number, nouns=False)
            return unit if unit and unit[0].duration else None
    second = read_number(sentence, number.end + 1)
    if second is None or second.high is None or not _is_like(number.high, second.high / second.scale):
        return None
    ends = join == "," and read_unit(sentence, second.end, group=second.group)  # "bei 15.300, zwei Prozent mehr"
    return None if ends else _unit_at(sentence, number.end + 1, number, nouns=False)


def _follows(sentence: Sequence[Word], at: int) -> bool:
    number = read_number(sentence, at)
    return number is not None and not number.one


def _unit_at(sentence: Sequence[Word], at: int, number: Number, *, nouns: bool) -> tuple[Unit, float] | None:
    """The unit of the number at a place, or that which it shares with the one after it in a list."""
    place, _ = read_bounds(sentence, at)
    second = read_number(sentence, place)
    if second is None or second.vague or second.high is None or number.high is None:
        return None
    unit = read_unit(sentence, second.end, group=second.group)
    if unit is None and not nouns:
        return shared_unit(sentence, at, second)
    if unit is None and not second.one:
        unit = read_noun(sentence, second.end, partitive=False)
    scale = second.scale if _is_like(number.high, second.high / second.scale) else 1.0
    return (unit, scale) if unit else None


def _is_like(one: float, other: float) -> bool:
    """Whether two numbers are near enough to be told on one scale."""
    return one > 0 and 1 / _ALIKE <= other / one <= _ALIKE


def _is_year(sentence: Sequence[Word], number: Number) -> bool:
    return number.digits and number.high in _YEARS and sentence[number.start].text.isdecimal()


def rest_of(sentence: Sequence[Word], end: int, unit: str) -> tuple[float, int]:
    """What a smaller unit adds to a length of time, in its own unit, and the place behind it: "und neun Monate".

    Args:
        sentence: The words of a sentence.
        end: The place behind the larger unit.
        unit: The larger unit's name.
    """
    at = end + (low_at(sentence, end) == "und")
    number = read_number(sentence, at)
    if number is None or number.low is None or number.low != number.high or number.approximate:
        return 0.0, end
    smaller = read_unit(sentence, number.end, group=False)
    parts = _SMALLER.get(unit, {}).get(smaller.name) if smaller and smaller.duration else None
    if smaller is None or parts is None or number.low * smaller.factor >= parts:
        return 0.0, end
    return round(number.low * smaller.factor / parts, 4), smaller.end
