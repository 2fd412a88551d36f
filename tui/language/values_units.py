"""What a number counts or measures: the unit noun, currencies, per cent, durations, measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.language.lexicon import read_lexicon, words
from tui.language.model import ValueKind
from tui.language.values_words import Word, low_at

_CURRENCIES = read_lexicon("values/currencies")
_UNITS = read_lexicon("values/units")
_BY_THE_POUND = tuple(_CURRENCIES["by the pound"])
SIGNS = _CURRENCIES["sign"]

_ADJECTIVE = re.compile(r"[a-zäöüß-]{3,}(?:e|en|er|es|em)")
_NO_ADJECTIVE = words("values/no_adjectives")
_PARTITIVE = frozenset(["der", "des", "dieser", "dieses", "aller", "seiner", "ihrer", "unserer", "von", "an"])
_ACRONYM_PLURAL = re.compile(r"([A-ZÄÖÜ]{2,})s")
_SHORT_STEM = 4
_LONGEST_PHRASE = 3
"""Adjectives that may stand between a number and its noun."""


class Unit(NamedTuple):
    """What stands after a number."""

    end: int
    kind: ValueKind
    name: str
    factor: float = 1.0
    duration: bool = False


def read_unit(words_: Sequence[Word], index: int, *, group: bool) -> Unit | None:
    """Read the unit after a number.

    Args:
        words_: The words of the sentence.
        index: The place after the number.
        group: Whether the number is a noun of amount, which takes "von" or a genitive.
    """
    if index >= len(words_):
        return None
    if group and low_at(words_, index) == "von":
        index += 1
    if index >= len(words_):
        return None
    word = words_[index]
    for section, kind, duration in (("percent", "percent", False), ("duration", "quantity", True)):
        reading = _UNITS[section].get(word.low)
        if reading and (section == "percent" or word.capital):
            name, factor = reading.split()
            return Unit(index + 1, "percent" if kind == "percent" else "quantity", name, float(factor), duration)
    return _currency(words_, index) or _measure(word, index)


def _currency(words_: Sequence[Word], index: int) -> Unit | None:
    """A currency sign or word, an adjective of its country before it included."""
    word = words_[index]
    if word.text in SIGNS:
        return Unit(index + 1, "money", SIGNS[word.text])
    if word.low == "pfund" and low_at(words_, index + 1).endswith(_BY_THE_POUND):
        return Unit(index + 1, "quantity", "Kilogramm", 0.5)
    several = _CURRENCIES["several"].get(word.low)
    if several and word.capital:
        return Unit(index + 1, "money", _of_place(words_, several))
    code = _CURRENCIES["word"].get(word.low)
    if code and (word.capital or word.low in ("euro", "dollar")):
        return Unit(index + 1, "money", code.removesuffix("-cent"), 0.01 if code.endswith("-cent") else 1.0)
    country = next((c for stem, c in _CURRENCIES["adjective"].items() if word.low.startswith(stem)), None)
    following = low_at(words_, index + 1)
    if country and (following in _CURRENCIES["word"] or following in _CURRENCIES["several"]) and len(word.low) < 20:
        return Unit(index + 2, "money", country)
    return None


def _of_place(words_: Sequence[Word], money: str) -> str:
    """The code of crowns or pesos by the one country that the sentence names, else their name."""
    readings = (reading.split() for stem, reading in _CURRENCIES["place"].items() if _begins(words_, stem))
    codes = {code for code, name in readings if name == money}
    return codes.pop() if len(codes) == 1 else money


def _begins(words_: Sequence[Word], stem: str) -> bool:
    """Whether a word begins with a stem, or is it where that is short: "Prag" is not "pragmatisch"."""
    return any(word.low == stem or (len(stem) > _SHORT_STEM and word.low.startswith(stem)) for word in words_)


def _measure(word: Word, index: int) -> Unit | None:
    name = _UNITS["measure"].get(word.low)
    return Unit(index + 1, "quantity", name) if name else None


def read_noun(words_: Sequence[Word], index: int, *, partitive: bool) -> Unit | None:
    """Read the noun that is counted, past adjectives ("anderer", "neue") and, for shares, articles ("der", "von").

    Returns:
        The unit in the words of the text: of a compound with hyphens the last part, of "LKWs" the singular.
    """
    if partitive:
        for _ in range(2):
            if low_at(words_, index) in _PARTITIVE:
                index += 1
    for step in range(_LONGEST_PHRASE + 1):
        place = index + step
        if place >= len(words_) or words_[place].kind != "word":
            return None
        word = words_[place]
        if word.capital and word.pos not in ("DET", "PRON", "ADP", "ADV", "VERB", "AUX"):
            if word.pos == "ADJ" or (word.text.endswith("-") and low_at(words_, place + 1) in ("und", "oder")):
                if word.text.endswith("-") and place + 2 < len(words_) and words_[place + 2].capital:
                    return Unit(place + 3, "quantity", unit_name(words_[place + 2].text))
                continue
            return Unit(place + 1, "quantity", unit_name(word.text))
        if word.capital or not _is_adjective(word):
            return None
    return None


def _is_adjective(word: Word) -> bool:
    if word.low in _NO_ADJECTIVE:
        return False
    if word.pos:
        return word.pos in ("ADJ", "DET") or (word.pos == "NUM" and len(word.text) > 1)
    return _ADJECTIVE.fullmatch(word.low) is not None


def unit_name(noun: str) -> str:
    """The head of a noun: "Nordwerk-LKWs" counts "LKW"."""
    head = noun.rstrip("-").rsplit("-", 1)[-1]
    plural = _ACRONYM_PLURAL.fullmatch(head)
    return plural[1] if plural else head


COUNTED = words("values/counted")
