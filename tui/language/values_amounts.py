"""Reads sums, counts, percentages, shares and durations with the words that bound them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language import values_calendar as calendar
from tui.language.lexicon import read_lexicon, words
from tui.language.values_bounds import bounded, read_bounds
from tui.language.values_compounds import read_compound
from tui.language.values_counts import read_few, read_some
from tui.language.values_found import Found
from tui.language.values_numbers import SCALE, Number, read_number
from tui.language.values_shared import rest_of, shared_unit
from tui.language.values_shares import ARTICLES, read_share
from tui.language.values_units import COUNTED, SIGNS, Unit, read_noun, read_unit
from tui.language.values_words import Word, adjacent, low_at

_NUMBERS = read_lexicon("values/numbers")
_LABELS = words("values/labels")
_PLACES = frozenset({"haus", "seite", "klasse", "gruppe", "halle", "raum"})
"""Labels that also name a place in which things are counted."""
_SHORT = frozenset({"in", "ab", "an", "um", "zu", "am", "im", "da", "so", "es", "er", "wo"})
"""Words of two letters that begin a clause and are no labels."""
_LATER = words("values/dates", "later")
_YEARS = range(1900, 2100)
_JOINS = frozenset({"von", "bis", "mal", "zu", "%", ".", ":", "-"})
_SMALL = 13
"""Number words below this stand alone too often ("die zwei", "drei sagten") to be an amount without a noun."""


def read_amount(sentence: Sequence[Word], index: int) -> Found | None:
    """Read the amount that begins at a word, bounding words included; None if there is none."""
    place, effects = read_bounds(sentence, index)
    if place >= len(sentence):
        return None
    found = (
        read_share(sentence, place)
        or _of_digits(sentence, place)
        or _sign_first(sentence, place)
        or _speed(sentence, place)
        or _towards(sentence, place)
        or read_compound(sentence, place)
        or read_some(sentence, place)
        or _counted(sentence, place, index, effects)
        or read_few(sentence, place)
    )
    if found is None:
        return None
    if found.kind == "date":
        effects = tuple(effect for effect in effects if not effect.endswith("number"))
    if any(effect.endswith("time") for effect in effects):
        return None  # "gegen" bounds times of day only
    if any(effect.endswith("number") for effect in effects) and _is_small(found):
        return None  # "über zwei Personen", "unter drei Bewerbern": a preposition
    low, high, approximate = bounded(found.low, found.high, found.approximate, effects)
    return Found(index, found.end, found.kind, low, high, found.unit, approximate)


def _is_small(found: Found) -> bool:
    return found.kind == "quantity" and found.high is not None and found.high < 5


def _of_digits(sentence: Sequence[Word], place: int) -> Found | None:
    """Such as "ein zweistelliger Millionenbetrag"."""
    at = place + 1 if low_at(sentence, place) in ARTICLES else place
    if at + 1 >= len(sentence):
        return None
    stem = next((stem for stem in _NUMBERS["digits"] if sentence[at].low.startswith(stem)), None)
    scale = _NUMBERS["amount"].get(low_at(sentence, at + 1))
    if stem is None or scale is None:
        return None
    low, high = (float(part) * float(scale) for part in _NUMBERS["digits"][stem].split())
    unit, end = None, at + 2
    following = read_unit(sentence, end + (low_at(sentence, end) in ("von", "an")), group=False)
    if following and following.kind == "money":
        unit, end = following.name, following.end
    return Found(place, end, "money", low, high, unit, True)


def _sign_first(sentence: Sequence[Word], place: int) -> Found | None:
    """Such as "€ 20", "US$ 5 Mio."."""
    code = SIGNS.get(sentence[place].text)
    if code is None:
        return None
    number = read_number(sentence, place + 1)
    if number is None or not number.digits:
        return None
    return Found(place, number.end, "money", number.low, number.high, code, number.approximate)


def _speed(sentence: Sequence[Word], place: int) -> Found | None:
    """Such as "Tempo 80"."""
    if low_at(sentence, place) != "tempo" or (number := read_number(sentence, place + 1)) is None or number.one:
        return None
    return Found(place, number.end, "quantity", number.low, number.high, "km/h", number.approximate)


def _towards(sentence: Sequence[Word], place: int) -> Found | None:
    """Such as "geht auf die Million zu"."""
    factor = SCALE.get(low_at(sentence, place + 1))
    if (low_at(sentence, place - 1), low_at(sentence, place)) != ("auf", "die") or factor is None:
        return None
    unit = read_unit(sentence, place + 2, group=False)
    end = unit.end if unit else place + 2
    if low_at(sentence, end) != "zu":
        return None
    low, high, _ = bounded(factor, factor, True, ["below"])
    return Found(place, end, unit.kind if unit else "quantity", low, high, unit.name if unit else None, True)


def _counted(sentence: Sequence[Word], place: int, index: int, effects: Sequence[str]) -> Found | None:
    """A number with what it counts; ``index`` is where the words that bound it begin."""
    if place and (sentence[place - 1].low in ("-", "/", ":") and adjacent(sentence, place)):
        return None
    number = read_number(sentence, place)
    if number is None or _is_label(sentence, place, number) or _is_ordinal(sentence, number):
        return None
    unit = read_unit(sentence, number.end, group=number.group)
    if unit and unit.duration:
        return _duration(number, unit, sentence)
    if number.vague:
        return None
    if unit is None and not (number.one and "least" not in effects):
        noun = read_noun(sentence, number.end, partitive=number.group)
        if noun and not _is_year(sentence, place, number, noun):
            unit = noun
    if unit is None and (shared := shared_unit(sentence, index, number)):
        unit, scale = shared
        low, high = (None if side is None else side * unit.factor * scale for side in (number.low, number.high))
        return Found(place, number.end, unit.kind, low, high, unit.name, number.approximate)
    if unit is None:
        return _bare(sentence, number, effects)
    low = None if number.low is None else number.low * unit.factor
    high = None if number.high is None else number.high * unit.factor
    if unit.kind == "money" and unit.factor == 1 and number.scale == 1 and low == high and low is not None:
        cents, end = _cents(sentence, unit.end)
        sum_ = round(low + cents, 2) if cents else low
        return Found(place, end, "money", sum_, sum_, unit.name, number.approximate)
    return Found(place, unit.end, unit.kind, low, high, unit.name, number.approximate)


def _cents(sentence: Sequence[Word], index: int) -> tuple[float, int]:
    """The rest of a sum that stands after its currency, and the place behind it: "drei Euro fünfzig"."""
    at = index + (low_at(sentence, index) == "und")
    number = read_number(sentence, at)
    if number is None or number.one or number.low is None or number.low != number.high or not 0 < number.low < 100:
        return 0.0, index
    coin = read_unit(sentence, number.end, group=False)
    if coin and coin.kind == "money" and coin.factor < 1:
        return number.low * coin.factor, coin.end
    written = len(sentence[at].text) == 2 if number.digits else number.low >= 5
    if at > index or coin or number.low % 1 or not written or _goes_on(sentence, number.end):
        return 0.0, index
    return number.low / 100, number.end


def _goes_on(sentence: Sequence[Word], place: int) -> bool:
    """Whether what stands after a number belongs to it: a noun that it counts, a sign, the next number."""
    if place + 1 >= len(sentence):
        return False
    word = sentence[place]
    return word.capital or word.low in _JOINS or read_noun(sentence, place, partitive=False) is not None


def _duration(number: Number, unit: Unit, sentence: Sequence[Word]) -> Found | None:
    """A length of time; "drei Jahre später" is a date that hangs on another one."""
    more, end = rest_of(sentence, unit.end, unit.name)
    later = low_at(sentence, end) in _LATER - {"nach", "vor"}
    if number.vague and not later:
        return None
    if later:
        return Found(number.start, end + 1, "date", None, None, "relative", number.approximate)
    low = None if number.low is None else number.low * unit.factor + more
    high = None if number.high is None else number.high * unit.factor + more
    return Found(number.start, end, "quantity", low, high, unit.name, number.approximate)


def _bare(sentence: Sequence[Word], number: Number, effects: Sequence[str]) -> Found | None:
    """A number without a noun: an amount if it is bounded, a noun of amount, or a clear number."""
    if number.one or number.vague:
        return None
    value = number.high if number.high is not None else number.low
    year = number.digits and value in _YEARS and sentence[number.start].text.isdecimal()
    if year and value is not None:
        placed = calendar.year(int(value))
        return Found(number.start, number.end, "date", placed.low, placed.high, placed.unit) if effects else None
    large = value is not None and (value >= _SMALL or (number.digits and value >= 10))
    if not (effects or number.group or large):
        return None
    if number.digits and number.scale == 1 and not effects:
        named = number.start > 1 and sentence[number.start - 1].capital  # "Hannover 96"
        if named or low_at(sentence, number.end) in (")", "]", "/", "*", "-"):
            return None
    return Found(number.start, number.end, "quantity", number.low, number.high, None, number.approximate)


def _is_label(sentence: Sequence[Word], place: int, number: Number) -> bool:
    """Such as "Artikel 5", "A 52", "Boeing 737": a number that names."""
    if place == 0 or not number.digits or number.scale > 1:
        return False
    before = sentence[place - 1]
    if before.low in ("§", "#", "§§"):
        return True
    if before.low in _PLACES and low_at(sentence, place - 2) in ARTICLES:
        return read_noun(sentence, number.end, partitive=False) is None  # "in dem Haus 312 Kinder"
    short = len(before.text) <= 2 and place > 1 and before.low not in _SHORT
    return before.capital and (before.low in _LABELS or short)


def _is_ordinal(sentence: Sequence[Word], number: Number) -> bool:
    """Such as "5. Legislaturperiode": digits with a full stop inside the sentence."""
    at = number.end
    return number.digits and low_at(sentence, at) == "." and adjacent(sentence, at) and at + 1 < len(sentence)


def _is_year(sentence: Sequence[Word], place: int, number: Number, noun: Unit) -> bool:
    """Whether digits before a noun are a year, "als Ebel 2018 Bremen verließ", rather than its number."""
    shown = sentence[place].text
    if not (number.digits and len(shown) == 4 and shown.isdecimal() and number.end == place + 1):
        return False
    return int(shown) in _YEARS and sentence[noun.end - 1].low not in COUNTED
