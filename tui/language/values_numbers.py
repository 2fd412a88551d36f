"""Reads German numbers: digits, number words, scales and vague amounts.

Own code, because the libraries for number words read neither inflected and mixed forms ("zweier", "anderthalb",
"Zehntausende", "zig Millionen", "ein halbes Dutzend") nor vague amounts as ranges, and the plain words are few.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tui.language.lexicon import read_lexicon
from tui.language.values_words import Word, adjacent, low_at

_LEXICON = read_lexicon("values/numbers")
_SIMPLE = {word: float(value) for word, value in _LEXICON["simple"].items()}
_TENS = {word: float(value) for word, value in _LEXICON["tens"].items()}
_OTHER = {word: float(value) for word, value in _LEXICON["other"].items()}
_ONE = frozenset(_LEXICON["one"])
_HALF = frozenset(_LEXICON["half"])
SCALE = {word: float(value) for word, value in _LEXICON["scale"].items()}
_PLURAL = {word: float(value) for word, value in _LEXICON["plural scale"].items()}
_SOMETHING = frozenset({"etwas", "irgendetwas", "irgendwas", "x"})
"""Decimals that whoever speaks leaves open."""
_LONGEST_WORD = 60
"""Letters of the longest word that is read as a number, so that a text without spaces costs no time."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence: the words ``start`` to ``end`` (exclusive) and how it reads."""

    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool = False
    digits: bool = False
    """Written in digits."""
    one: bool = False
    """Only an indefinite article: a number before some units, else none."""
    group: bool = False
    """A noun of amount ("Tausende", "Dutzend", "Millionen"), which takes "von" or a genitive."""
    vague: bool = False
    """"einige", "ein paar": a number only before a scale or in a date."""
    scale: float = 1.0
    """The factor that its scale words gave."""


def _range(reading: str) -> tuple[float | None, float | None]:
    low, _, high = reading.partition(" ")
    return (None if low == "-" else float(low)), (None if high == "-" else float(high or low))


_GROUP = {word: _range(reading) for word, reading in _LEXICON["group"].items()}
_VAGUE = {word: _range(reading) for word, reading in _LEXICON["vague"].items()}


@lru_cache(maxsize=4_096)
def number_word(word: str) -> float | None:
    """The number a German number word in small letters stands for; None if it is none."""
    if len(word) > _LONGEST_WORD:
        return None
    if word in _OTHER:
        return _OTHER[word]
    for scale, factor in (("tausend", 1000.0), ("hundert", 100.0)):
        left, found, right = word.partition(scale)
        if found:
            many = 1.0 if not left else number_word(left)
            rest = 0.0 if not right else number_word(right.removeprefix("und") if len(right) > 3 else right)
            return None if many is None or rest is None or rest >= factor else many * factor + rest
    if word in _SIMPLE:
        return _SIMPLE[word]
    if word in _TENS:
        return _TENS[word]
    unit, found, ten = word.partition("und")
    if found and ten in _TENS and 1 <= _SIMPLE.get(unit, 0) <= 9:
        return _SIMPLE[unit] + _TENS[ten]
    return None


def plain_number(word: Word) -> float | None:
    """A cardinal of one word."""
    return word.number if word.number is not None else number_word(word.low)


def read_number(words: Sequence[Word], index: int) -> Number | None:
    """Read the number that begins at a word, a range ("10 bis 20 Millionen") included."""
    low = low_at(words, index)
    if low == "zwischen":
        first = _single(words, index + 1)
        if first is None or low_at(words, first.end) != "und":
            return None
        second = _single(words, first.end + 1)
        return _joined(first, second, index) if second else None
    first = _single(words, index)
    if first is None or first.one or first.vague:
        return first
    join = low_at(words, first.end)
    if join in ("bis", "oder") or (join in ("-", "–") and adjacent(words, first.end) == adjacent(words, first.end + 1)):
        after = first.end + 2 if (join, low_at(words, first.end + 1)) == ("bis", "zu") else first.end + 1
        second = _single(words, after)
        if second and not second.one and not second.vague and (joined := _joined(first, second, index)):
            return joined
    return first


def _joined(first: Number, second: Number, start: int) -> Number | None:
    """One range of two numbers; a scale after the second holds for the first, too. None where it would fall."""
    low, high = first.low, second.high
    if low is not None and first.scale == 1 and second.scale > 1 and low * second.scale <= (high or low * second.scale):
        low *= second.scale
    if low is None or high is None or low > high:
        return None
    return replace(second, start=start, low=low, digits=first.digits and second.digits, approximate=True)


def _single(words: Sequence[Word], index: int) -> Number | None:
    """A number that is no range."""
    if not 0 <= index < len(words):
        return None
    number = _first_factor(words, index)
    if number is None:
        return None
    while number.end < len(words):
        word = words[number.end]
        factor = SCALE.get(word.low)
        if word.low in _GROUP and not number.digits:
            low, high = _GROUP[word.low]
            number = _times(number, low, high, number.end + 1)
            return replace(number, group=True, approximate=True)
        if factor is None and number.vague:
            value = number_word(word.low) if word.number is None else None
            if value is None or value < 10:
                break
            factor = value
        elif factor is None or (number.group and word.low not in ("millionen", "milliarden", "billionen")):
            break
        if number.one and word.low in ("hundert", "tausend"):
            break
        number = replace(_times(number, factor, factor, number.end + 1), scale=number.scale * factor)
    return number


def _times(number: Number, low: float | None, high: float | None, end: int) -> Number:
    """The number multiplied; a factor "ein" or "einige" is a proper number with that."""
    lowest = None if number.low is None or low is None else number.low * low
    highest = None if number.high is None or high is None else number.high * high
    return replace(number, end=end, low=lowest, high=highest, one=False, vague=False)


def _first_factor(words: Sequence[Word], index: int) -> Number | None:
    """The number before any scale words."""
    word = words[index]
    if word.number is not None:
        return _with_decimals(words, Number(index, index + 1, word.number, word.number, digits=True))
    if word.kind != "word":
        return None
    if word.low in _ONE:
        following = low_at(words, index + 1)
        if following in _HALF:
            return Number(index, index + 2, 0.5, 0.5, one=True)
        if following == "paar" and not words[index + 1].capital:
            return Number(index, index + 2, 2, 9, approximate=True, vague=True)
        return Number(index, index + 1, 1, 1, one=True)
    if word.low in _HALF and low_at(words, index + 1) in {*SCALE, *_GROUP}:
        return Number(index, index + 1, 0.5, 0.5, one=True)
    if word.low in _PLURAL and word.capital:
        return Number(index, index + 1, _PLURAL[word.low], None, approximate=True, group=True)
    if word.low in _VAGUE:
        low, high = _VAGUE[word.low]
        thousands = word.low.startswith("zigtausend")
        return Number(index, index + 1, low, high, approximate=True, vague=not thousands, group=thousands)
    if word.low in _GROUP and word.capital:
        low, high = _GROUP[word.low]
        return Number(index, index + 1, low, high, approximate=True, group=True)
    value = number_word(word.low)
    return None if value is None else _with_decimals(words, Number(index, index + 1, value, value))


def _with_decimals(words: Sequence[Word], number: Number) -> Number:
    """A number with the decimals that are spelt after it: "drei Komma vier", "drei Komma irgendwas"."""
    if number.low is None or low_at(words, number.end) != "komma":
        return number
    figures, end = "", number.end + 1
    if low_at(words, end) in _SOMETHING:
        return replace(number, end=end + 1, high=number.low + 1, approximate=True)
    while end < len(words) and (figure := number_word(words[end].low)) is not None and figure < 10:
        figures, end = f"{figures}{figure:.0f}", end + 1
    if not figures:
        return number
    value = number.low + int(figures) / 10 ** len(figures)
    return replace(number, end=end, low=value, high=value)
