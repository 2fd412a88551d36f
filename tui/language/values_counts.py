"""Reads counts of some out of many and counts without a noun: "vier von ihnen", "sechs wurden verletzt", "nur zwei".

A small number without a noun stands for too much (a time, a score, a name) to be a count; the grammar around it must
say that it is one.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.lexicon import words
from tui.language.values_found import Found
from tui.language.values_numbers import Number, number_word, plain_number, read_number
from tui.language.values_units import read_noun, read_unit
from tui.language.values_words import Word, adjacent, low_at

_THEM = frozenset({"ihnen", "denen", "uns", "euch", "diesen"})
_OWNERS = frozenset({"der", "dieser", "ihrer", "seiner", "unserer"})
_YEARS = range(1000, 2200)
_NAMES = words("values/labels")
_BEFORE_TIME = frozenset({"um", "gegen", "nach", "vor", "kurz", "halb", "bis", "ab", "seit"})
"""Before a number and a noun in the nominative: "um acht der Anruf"."""
_ALL = frozenset({"der", "die", "das", "den", "dem", "diese", "dieser", "diesen", "beide", "eine", "einer", "zu"})
"""Before a number it is no count of its own: "die zwei", "zu zweit"."""
_BEFORE_SUBJECT = frozenset({"", ",", ";", ":", "–", "-", "„", "“", "»", "(", "und", "aber", "doch", "nur", "davon"})
_COMES_TO = frozenset({"auf", "bei", "mit"})
"""Before what a number is: "die Zahl der Toten stieg auf sieben"."""
_FINITE = words("values/counts", "finite plural")
_HURT = words("values/counts", "hurt")
_HOW = words("values/counts", "how")
_JOINS = words("values/counts", "joins")
"""After "nur zwei" these say that what is counted follows, or that it is no count."""


def read_some(sentence: Sequence[Word], place: int) -> Found | None:
    """Read a count of some out of many: "vier von ihnen", "zwei der Verletzten", "zwei" in "zwei der vier Männer"."""
    number = _whole_number(sentence, place)
    if number is None:
        return None
    end, following = number.end, low_at(sentence, number.end)
    if following == "davon" or (following == "von" and low_at(sentence, end + 1) in _THEM):
        return _found(number, end + 1 + (following == "von"), None)
    if following not in _OWNERS or sentence[end].capital or _is_named(sentence, place):
        return None
    many = read_number(sentence, end + 1)
    if many and not many.one:
        noun = read_noun(sentence, many.end, partitive=False)
        measured = many.scale > 1 or read_unit(sentence, many.end, group=False)
        return _found(number, end, noun.name) if noun and not measured else None
    noun = read_noun(sentence, end, partitive=True)
    return _found(number, noun.end, noun.name) if noun else None


def read_few(sentence: Sequence[Word], place: int) -> Found | None:
    """Read a number that stands for those it counts: "sechs wurden verletzt", "nur zwei", "die Zahl stieg auf 6"."""
    number = _whole_number(sentence, place)
    if number is None:
        return None
    before, after = low_at(sentence, place - 1), number.end
    if before in _COMES_TO and _ends(sentence, after) and any(word.low.endswith("zahl") for word in sentence[:place]):
        return _found(number, after, None)
    if number.digits:
        return None
    if before in _BEFORE_SUBJECT and _is_finite(sentence, after):
        return _found(number, after, None)
    hurt = after + (low_at(sentence, after) in _HOW)
    if low_at(sentence, hurt) in _HURT or (hurt > after and _ends(sentence, hurt)):
        return _found(number, after, None) if before not in _BEFORE_TIME | _ALL else None
    only = before == "nur" or (before, low_at(sentence, place - 2)) in (("noch", "nur"), ("auf", "bis"))
    if only and (_ends(sentence, after) or _goes_on(sentence, after)):
        return _found(number, after, None)
    return None


def _found(number: Number, end: int, unit: str | None) -> Found:
    return Found(number.start, end, "quantity", number.low, number.high, unit, number.approximate)


def _whole_number(sentence: Sequence[Word], place: int) -> Number | None:
    """A whole number of two or more that is no year, no score and no label."""
    number = read_number(sentence, place) if plain_number(sentence[place]) else None
    if number is None or number.one or number.vague or number.low is None or number.low < 2 or number.low % 1:
        return None
    if number.scale > 1 or number.group or (number.digits and number.low in _YEARS):
        return None
    if place and sentence[place - 1].low in ("-", "/", ":", "§") and adjacent(sentence, place):
        return None
    return number


def _is_named(sentence: Sequence[Word], place: int) -> bool:
    """Whether what stands before a number says that it counts nothing: "Rang drei der Liste", "um acht der Anruf"."""
    if place == 0:
        return False
    before = sentence[place - 1]
    if before.low == "von" and place > 1:
        return plain_number(sentence[place - 2]) is not None  # "neun von zehn der 16'000 Geräte"
    return before.low in _NAMES | _ALL | (_BEFORE_TIME - {"gegen"}) or (place > 1 and before.capital)


def _is_finite(sentence: Sequence[Word], place: int) -> bool:
    if place >= len(sentence) or sentence[place].kind != "word" or sentence[place].capital:
        return False
    word = sentence[place]
    return word.low in _FINITE or (word.pos in ("VERB", "AUX") and word.low.endswith("n"))


def _ends(sentence: Sequence[Word], place: int) -> bool:
    return place >= len(sentence) or (sentence[place].kind == "sign" and sentence[place].low not in "%€$-/:&*§°")


def _goes_on(sentence: Sequence[Word], place: int) -> bool:
    """Whether a clause goes on without a noun that is counted: "nur drei einsatzbereit"."""
    word = sentence[place]
    return word.kind == "word" and not word.capital and word.low not in _JOINS and number_word(word.low) is None
