"""Amounts inside one written word: "137-Milliarden-Dollar-Firma", "35-Jährige", "dreitägig"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.language.values_found import Found
from tui.language.values_numbers import SCALE, number_word
from tui.language.values_units import read_unit, unit_name
from tui.language.values_words import Word, adjacent, cut_words, digits, low_at

_SUFFIXES = {
    "jährig": "year",
    "monatig": "month",
    "wöchig": "week",
    "tägig": "day",
    "stündig": "hour",
    "minütig": "minute",
    "sekündig": "second",
}
_ENDING = re.compile(rf"({'|'.join(_SUFFIXES)})(?:e|en|er|es|em|s)?$")
_PERCENT = re.compile(r"prozentig(?:e|en|er|es|em)?$")

_SCALED = 1_000_000
"""From here on a short noun may be counted too: "310-Millionen-Bau"."""


def read_compound(sentence: Sequence[Word], place: int) -> Found | None:
    """Read the amount inside one word; None if there is none."""
    word = sentence[place]
    if word.kind == "mixed" and low_at(sentence, place - 1) == ":" and adjacent(sentence, place):
        return None  # "0:1-Endstand"
    if word.kind == "mixed":
        number, *parts = word.low.split("-")
        value: float | None = digits(number.rstrip(".,"))
    elif word.kind == "word" and "-" in word.low.rstrip("-"):
        number, *parts = word.low.split("-")
        value = number_word(number) if len(parts) >= 2 else None
    else:
        return _worded(word, place)
    if value is None or not parts:
        return None
    while parts and parts[0] in SCALE:
        value *= SCALE[parts.pop(0)]
    return _unit_of(word, place, value, parts)


def _unit_of(word: Word, place: int, value: float, parts: list[str]) -> Found | None:
    """The amount by what stands after the number and its scales."""
    if not parts or not parts[0]:
        return None
    if suffix := _ENDING.fullmatch(parts[0]):
        return Found(place, place + 1, "quantity", value, value, _SUFFIXES[suffix[1]])
    if _PERCENT.fullmatch(parts[0]):
        return Found(place, place + 1, "percent", value, value, "%")
    two = "-".join(parts[:2])
    for text in (two, parts[0]):
        unit = read_unit(cut_words(text.title(), 0, len(text), {}), 0, group=False)
        if unit:
            return Found(place, place + 1, unit.kind, value * unit.factor, value * unit.factor, unit.name)
    if len(parts[0]) < (3 if value >= _SCALED else 4):
        return None
    shown = word.text.split("-")[-len(parts)]
    return Found(place, place + 1, "quantity", value, value, unit_name(shown))


def _worded(word: Word, place: int) -> Found | None:
    """Such as "dreijährig", "zweitägige"."""
    suffix = _ENDING.search(word.low)
    value = number_word(word.low[: suffix.start()]) if suffix and suffix.start() else None
    if suffix is None or value is None:
        return None
    return Found(place, place + 1, "quantity", value, value, _SUFFIXES[suffix[1]])
