"""Reads shares, ratios and multiples: "ein Drittel der Wähler", "sechs von zehn", "3:2", "das Vierzehnfache"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.language.lexicon import read_lexicon, words
from tui.language.values_found import Found
from tui.language.values_numbers import number_word, plain_number, read_number
from tui.language.values_units import read_noun
from tui.language.values_words import Word, adjacent, low_at

_NUMBERS = read_lexicon("values/numbers")
ARTICLES = frozenset(["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"])
VOTES = words("values/counts", "votes")
_DURATIONS = read_lexicon("values/units")["duration"]
_SCORED = re.compile(r"\d{1,3}:\d{1,3}")
_LEADING_ZERO = re.compile(r"0\d")
_RATIOS = ("verhältnis", "verhältnisse", "maßstab", "quote")
EACH = frozenset({"jede", "jedem", "jeden", "jeder", "jedes"})
_ORDINAL = re.compile(r"(\w{3,30})te[mnrs]?")
_FOLD = re.compile(r"(\w+)fache[ns]?")


def read_share(sentence: Sequence[Word], place: int) -> Found | None:
    """Read the share, ratio or multiple that begins at a word; None if there is none."""
    return (
        _fraction(sentence, place)
        or _ratio(sentence, place)
        or _so_many_of(sentence, place)
        or _multiple(sentence, place)
    )


def _fraction(sentence: Sequence[Word], place: int) -> Found | None:
    """Such as "die Hälfte der Firmen", "zwei Drittel", "jeder Dritte"."""
    if low_at(sentence, place) in EACH:
        return _every(sentence, place)
    times, at = 0.0, place
    article = low_at(sentence, at) if low_at(sentence, at) in ARTICLES else ""
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


def _every(sentence: Sequence[Word], place: int) -> Found | None:
    """Such as "jedes dritte Kind", "jeder Zweite"; "jedes dritte Mal" and "jede zweite Woche" say how often."""
    many = _ordinal(low_at(sentence, place + 1))
    noun = read_noun(sentence, place + 2, partitive=False)
    if many is None or many < 2 or not (noun or sentence[place + 1].capital):
        return None
    if noun and (noun.name == "Mal" or noun.name.lower() in _DURATIONS):
        return None
    share = round(100 / many, 2)
    return Found(place, noun.end if noun else place + 2, "percent", share, share, "%")


def _ordinal(word: str) -> float | None:
    """The number that an ordinal in small letters is made from: "dritter", "zwanzigsten"."""
    stem = _ORDINAL.fullmatch(word)
    if stem is None:
        return None
    known = _NUMBERS["ordinal stem"].get(stem[1])
    return float(known) if known else number_word(stem[1].removesuffix("s")) or number_word(stem[1])


def _ratio(sentence: Sequence[Word], place: int) -> Found | None:
    """Such as "eins zu eins", "3:2", "4:0", "214 gegen 198"; "14 zu 9 Stimmen" are two counts.

    With a colon these are a score, of which both figures are kept, unless they are called a ratio.
    """
    join = low_at(sentence, place + 1)
    if place + 2 >= len(sentence) or join not in ("zu", "gegen", ":"):
        return None
    if join == ":" and not (adjacent(sentence, place + 1) and adjacent(sentence, place + 2)):
        return None
    first, second = plain_number(sentence[place]), plain_number(sentence[place + 2])
    if first is None or second is None:
        return None
    third = (adjacent(sentence, place) and low_at(sentence, place - 1) == ":") or low_at(sentence, place + 3) == ":"
    if join == ":" and (third or _LEADING_ZERO.fullmatch(sentence[place + 2].text)):
        return None  # "2:18:41" and "2:09" are times of a race
    called = any(word.low.endswith(_RATIOS) for word in sentence[max(0, place - 3) : place])
    if join == ":" and not called and _SCORED.fullmatch(f"{sentence[place].text}:{sentence[place + 2].text}"):
        return Found(place, place + 3, "quantity", min(first, second), max(first, second), "score")
    noun = read_noun(sentence, place + 3, partitive=False)
    if not second or (join != ":" and noun and noun.name.lower() in VOTES):
        return None
    return Found(place, place + 3, "quantity", first / second, first / second, "ratio")


def _so_many_of(sentence: Sequence[Word], place: int) -> Found | None:
    """Such as "sechs von zehn Befragten", "elf von 24 Honigen"."""
    if place + 2 >= len(sentence) or low_at(sentence, place + 1) != "von":
        return None
    first, second = plain_number(sentence[place]), plain_number(sentence[place + 2])
    if not first or not second or first > second:
        return None
    noun = read_noun(sentence, place + 3, partitive=True)
    share = round(100 * first / second, 2)
    return Found(place, noun.end, "percent", share, share, "%") if noun else None


def _multiple(sentence: Sequence[Word], place: int) -> Found | None:
    """Such as "das Vierzehnfache", "das Doppelte", "das Vier- bis Sechsfache"."""
    at = place + (low_at(sentence, place) in ARTICLES)
    least = None
    if low_at(sentence, at).endswith("-") and low_at(sentence, at + 1) in ("bis", "oder"):
        least, at = number_word(sentence[at].low.rstrip("-")), at + 2
    if not 0 < at < len(sentence) or not sentence[at].capital or (at + 1 < len(sentence) and sentence[at + 1].capital):
        return None  # "Dreifache Mutter"
    times = _NUMBERS["fold"].get(sentence[at].low) if at > place else None
    many = _FOLD.fullmatch(sentence[at].low)
    value = float(times) if times else number_word(many[1]) if many else None
    if value is None or value <= (least or 1):
        return None
    return Found(place, at + 1, "quantity", least or value, value, "ratio", least is not None)
