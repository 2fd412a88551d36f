"""Reads sums, counts, percentages, shares and durations with the words that bound them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language import values_calendar as calendar
from tui.language.lexicon import read_lexicon, words
from tui.language.values_bounds import bounded, read_bounds
from tui.language.values_compounds import read_compound
from tui.language.values_found import Found
from tui.language.values_numbers import Number, number_word, read_number
from tui.language.values_units import COUNTED, SIGNS, Unit, read_noun, read_unit
from tui.language.values_words import Word, adjacent, low_at

_NUMBERS = read_lexicon("values/numbers")
_LABELS = words("values/labels")
_LATER = words("values/dates", "later")
_ARTICLES = frozenset(["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"])
_YEARS = range(1900, 2100)
_SMALL = 13
"""Number words below this stand alone too often ("die zwei", "drei sagten") to be an amount without a noun."""


def read_amount(sentence: Sequence[Word], index: int) -> Found | None:
    """Read the amount that begins at a word, bounding words included; None if there is none."""
    place, effects = read_bounds(sentence, index)
    if place >= len(sentence):
        return None
    found = (
        _share(sentence, place)
        or _of_digits(sentence, place)
        or _sign_first(sentence, place)
        or _speed(sentence, place)
        or read_compound(sentence, place)
        or _ratio(sentence, place)
        or _so_many_of(sentence, place)
        or _counted(sentence, place, effects)
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


def _share(sentence: Sequence[Word], place: int) -> Found | None:
    """Such as "die Hälfte der Firmen", "zwei Drittel", "jeder Dritte"."""
    if low_at(sentence, place) in ("jeder", "jede", "jedem", "jeden"):
        every = _NUMBERS["every"].get(low_at(sentence, place + 1))
        noun = read_noun(sentence, place + 2, partitive=False)
        following = place + 1 < len(sentence) and sentence[place + 1].capital
        if every is None or not (noun or following):
            return None
        return Found(
            place, noun.end if noun else place + 2, "percent", round(float(every), 2), round(float(every), 2), "%"
        )
    times, at = 0.0, place
    article = low_at(sentence, at) if low_at(sentence, at) in _ARTICLES else ""
    if article:
        at += 1
    elif (number := read_number(sentence, at)) and number.high is not None and number.end == at + 1:
        times, at = number.high, at + 1
    part = _NUMBERS["fraction"].get(low_at(sentence, at))
    if part is None or not sentence[at].capital:
        return None
    half = low_at(sentence, at) == "hälfte"
    if (half and times) or not (half or times or article.startswith("ein")):
        return None  # "das Viertel" is a part of a town
    times = times or 1
    noun = read_noun(sentence, at + 1, partitive=True)
    share = round(times * float(part), 2)
    return Found(place, noun.end if noun else at + 1, "percent", share, share, "%")


def _of_digits(sentence: Sequence[Word], place: int) -> Found | None:
    """Such as "ein zweistelliger Millionenbetrag"."""
    at = place + 1 if low_at(sentence, place) in _ARTICLES else place
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


def _ratio(sentence: Sequence[Word], place: int) -> Found | None:
    """Such as "eins zu eins", "3:2", "214 gegen 198"."""
    join = low_at(sentence, place + 1)
    if place + 2 >= len(sentence) or join not in ("zu", "gegen", ":"):
        return None
    if join == ":" and not (adjacent(sentence, place + 1) and adjacent(sentence, place + 2)):
        return None
    first, second = _plain(sentence[place]), _plain(sentence[place + 2])
    if first is None or not second:
        return None
    return Found(place, place + 3, "quantity", first / second, first / second, "ratio")


def _so_many_of(sentence: Sequence[Word], place: int) -> Found | None:
    """Such as "sechs von zehn Befragten": a share."""
    if place + 2 >= len(sentence) or low_at(sentence, place + 1) != "von":
        return None
    first, second = _plain(sentence[place]), _plain(sentence[place + 2])
    if not first or not second or first > second:
        return None
    noun = read_noun(sentence, place + 3, partitive=False)
    share = round(100 * first / second, 2)
    return Found(place, noun.end, "percent", share, share, "%") if noun else None


def _plain(word: Word) -> float | None:
    """A cardinal of one word."""
    return word.number if word.number is not None else number_word(word.low)


def _counted(sentence: Sequence[Word], place: int, effects: Sequence[str]) -> Found | None:
    """A number with what it counts."""
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
    if unit is None:
        return _bare(sentence, number, effects)
    low = None if number.low is None else number.low * unit.factor
    high = None if number.high is None else number.high * unit.factor
    return Found(place, unit.end, unit.kind, low, high, unit.name, number.approximate)


def _duration(number: Number, unit: Unit, sentence: Sequence[Word]) -> Found | None:
    """A length of time; "drei Jahre später" is a date that hangs on another one."""
    later = low_at(sentence, unit.end) in _LATER - {"nach", "vor"}
    if number.vague and not later:
        return None
    if later:
        return Found(number.start, unit.end + 1, "date", None, None, "relative", number.approximate)
    low = None if number.low is None else number.low * unit.factor
    high = None if number.high is None else number.high * unit.factor
    return Found(number.start, unit.end, "quantity", low, high, unit.name, number.approximate)


def _bare(sentence: Sequence[Word], number: Number, effects: Sequence[str]) -> Found | None:
    """A number without a noun: an amount if it is bounded, a noun of amount, or a clear number."""
    if number.one or number.vague:
        return None
    value = number.high if number.high is not None else number.low
    year = number.digits and value in _YEARS and sentence[number.start].text.isdigit()
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
    return before.kind == "word" and before.capital and (before.low in _LABELS or (len(before.text) <= 2 and place > 1))


def _is_ordinal(sentence: Sequence[Word], number: Number) -> bool:
    """Such as "5. Legislaturperiode": digits with a full stop inside the sentence."""
    at = number.end
    return number.digits and low_at(sentence, at) == "." and adjacent(sentence, at) and at + 1 < len(sentence)


def _is_year(sentence: Sequence[Word], place: int, number: Number, noun: Unit) -> bool:
    """Whether digits before a noun are a year, "als Ebel 2018 Bremen verließ", rather than its number."""
    shown = sentence[place].text
    if not (number.digits and len(shown) == 4 and shown.isdigit() and number.end == place + 1):
        return False
    return int(shown) in _YEARS and sentence[noun.end - 1].low not in COUNTED
