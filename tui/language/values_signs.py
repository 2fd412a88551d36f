"""Reads amounts below zero: "minus 12 Grad", "-3 Prozent", "12 Grad unter null"; a plus belongs to its amount, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.language.lexicon import words
from tui.language.values_amounts import read_amount
from tui.language.values_bounds import read_bounds
from tui.language.values_found import Found
from tui.language.values_numbers import SCALE, plain_number
from tui.language.values_units import read_unit
from tui.language.values_words import Word, adjacent, low_at

DASHES = frozenset({"-", "–", "−", "+"})
"""Signs that may stand right before a number; of these only "−" is never a hyphen or dash."""
_SURE = frozenset({"minus", "−"})
_PLUS = frozenset({"plus", "+"})
_DEGREES = words("values/units", "degrees")
_FROST = tuple(tuple(phrase.split()) for phrase in words("values/units", "below zero"))
_COMPARED = frozenset({"als", "unter", "über", "von"})
"""Ends of bounding words that say on which side of a number: "unter minus 30" is colder, "bis zu minus 30" not."""


def read_signed(sentence: Sequence[Word], index: int) -> Found | None:
    """Read the amount that begins at a word, with its sign; None if there is none."""
    place, _ = read_bounds(sentence, index)
    place += low_at(sentence, place) == "zwischen"
    sign = low_at(sentence, place)
    if _is_sign(sentence, place):
        signs = {place}
        if low_at(sentence, place + 2) in ("bis", "und") and low_at(sentence, place + 3) == sign:
            signs.add(place + 3)  # "-5 bis -10 Grad"
        found = read_amount([word for at, word in enumerate(sentence) if at not in signs], index)
        if found is None or found.end <= place or found.kind == "date":
            return None
        below_zero = found.kind in ("percent", "money") or (found.unit or "").lower() in _DEGREES
        if (not below_zero and sign not in _SURE) or (sign in _PLUS and found.kind == "money"):
            return None
        whole = replace(found, end=found.end + sum(at < found.end + len(signs) for at in signs))
        return whole if sign in _PLUS else _negative(whole, low_at(sentence, place - 1) in _COMPARED and place > index)
    found = read_amount(sentence, index)
    if found and (found.unit or "").lower() in _DEGREES:
        end = found.end + (low_at(sentence, found.end) == "celsius")
        for phrase in _FROST:
            if all(low_at(sentence, end + step) == part for step, part in enumerate(phrase)):
                return _negative(replace(found, end=end + len(phrase)), False)
    return found


def _is_sign(sentence: Sequence[Word], place: int) -> bool:
    """Whether a word is the sign of the number behind it, and neither a dash nor what is taken from an amount."""
    word, before = low_at(sentence, place), place - 1
    if word in DASHES:
        return adjacent(sentence, place + 1) and not (adjacent(sentence, place) and sentence[before].kind != "sign")
    if word not in ("minus", "plus") or sentence[place].pos == "NOUN":
        return False
    if place == 0:
        return True
    unit = read_unit(sentence, before, group=False)
    counted = plain_number(sentence[before]) is not None or sentence[before].low in SCALE
    return not (counted or (unit and unit.kind in ("money", "percent")))


def _negative(found: Found, compared: bool) -> Found:
    """The amount below zero; by its size, so that "fast minus 20" is less cold, unless it is compared by its value."""
    low, high = (None if side is None else -side for side in (found.low, found.high))
    return replace(found, low=low, high=high) if compared else replace(found, low=high, high=low)
