"""Words as the reading of values needs them: numbers, numeric dates and abbreviations whole.

A cutting of its own, because values must be had without spaCy (thousands of articles, one question) and because
"1.000", "29.3.2023", "18.30 Uhr" and "137-Milliarden-Dollar" are single things here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.language.model import Token

_WORD = re.compile(
    r"""
    (?P<iso>\d{4}-\d{2}-\d{2}(?!\d))
  | (?P<date>\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\d{2})?(?![\d.,]{0,6}\d))
  | (?P<time>\d{1,2}[.:]\d{2}(?=(?:\s|\u00a0)?(?:Uhr|h\b))|(?<![\d:])(?:[01]\d|2[0-3]):[0-5]\d(?![\d:]))
  | (?P<mixed>\d[\d.,]{0,20}(?:-[^\W\d_]+)+\w*)
  | (?P<number>\d{1,3}(?:[.'’\u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)|\d{1,3}(?:\ \d{3})+(?![\d.,]{0,6}\d)
      |\d+,\d+|\d+\.\d{1,2}(?![\d.])|\d+(?!\d|[^\W\d_]))
  | (?P<money>US\$)
  | (?P<word>km/h\b|(?:Mio|Mrd|Mill|Bio|Tsd|Md|ca|Ca|Std|Min|Sek|Nr|Art|Abs|Kap|Tel
        |Jan|Febr?|Mrz|Apr|Aug|Sept?|Okt|Nov|Dez)\.
      |\w+(?:['’]\w+)?(?:-\w+)*(?:[:*]in(?:nen)?\b)?-?|°C\b|km²|m²)
  | (?P<sign>\S)
    """,
    re.VERBOSE,
)
_NO_TAG = Token(0, 0)
_MOST_FIGURES = 15
"""A float keeps no more apart; longer ones name something."""
_SPACES = re.compile(r"[.'’\s\u00a0\u202f]")


class Word(NamedTuple):
    """One word, number or sign of a sentence."""

    start: int
    end: int
    text: str
    low: str
    """In small letters, without the full stop of an abbreviation."""
    kind: str
    """``word``, ``number``, ``mixed`` (digits with letters after a hyphen), ``date``, ``iso``, ``time`` or ``sign``."""
    number: float | None
    """What digits stand for, thousands separators and decimal comma read the German way."""
    pos: str
    """Universal part of speech, empty where no tagger ran."""
    features: str = ""
    """Its features as ``Token.features``."""

    @property
    def capital(self) -> bool:
        """Whether it is written like a noun."""
        return self.kind == "word" and self.text[0].isupper()


def cut_words(text: str, start: int, end: int, tags: Mapping[int, Token]) -> list[Word]:
    """Cut a sentence into words.

    Args:
        text: The raw text.
        start: Where the sentence begins.
        end: Where it ends, exclusive.
        tags: Words with their parts of speech by the position where they start; may be empty.
    """
    words = []
    for match in _WORD.finditer(text, start, end):
        kind = match.lastgroup or "sign"
        shown = match[0]
        kind = "sign" if kind == "money" else kind
        number = digits(shown) if kind == "number" and sum(map(str.isdecimal, shown)) <= _MOST_FIGURES else None
        low = shown.lower().rstrip(".") if kind in ("word", "mixed") else shown
        tag = tags.get(match.start(), _NO_TAG)
        words.append(Word(match.start(), match.end(), shown, low, kind, number, tag.pos, tag.features))
    return words


def digits(text: str) -> float:
    """The number that German digits stand for: ``1.000,5`` is a thousand and a half."""
    whole, comma, decimals = text.partition(",")
    if not comma and re.fullmatch(r"\d+\.\d{1,2}", whole):
        return float(whole)
    return float(_SPACES.sub("", whole) + "." + (decimals or "0"))


def low_at(words: Sequence[Word], index: int) -> str:
    """The word at a place in small letters, empty beyond the ends."""
    return words[index].low if 0 <= index < len(words) else ""


def adjacent(words: Sequence[Word], index: int) -> bool:
    """Whether no space stands between the word at a place and the one before it."""
    return 0 < index < len(words) and words[index - 1].end == words[index].start
