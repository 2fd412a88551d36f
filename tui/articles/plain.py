"""A text without the characters that stand unseen in its words, with the way back to where each one stands.

Soft hyphens, zero-width spaces, marks of writing direction and letters written in two parts (NFD, as macOS writes them)
belong to the stored text, whose positions are those of the file, and so do the signs of Markdown's emphasis and the
hyphens with which words are divided between lines; word lists, models and comparisons read this form.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

UNSEEN = "\xad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Characters that neither part nor make a word, as a set for a regular expression."""
_MARKS = "\u0300-\u036f"


@dataclass(frozen=True, slots=True)
class PlainText:
    """A plain text and where its characters stand in the raw one."""

    text: str
    starts: tuple[int, ...]
    """By plain position, where the raw character begins, with the end of the raw text behind the last."""
    ends: tuple[int, ...]
    """By plain position, where the raw character with its marks ends."""

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """A span of the plain text as one of the raw text."""
        first = self.starts[start]
        return (first, self.ends[end - 1]) if end > start else (first, first)

    def plain(self, start: int, end: int) -> tuple[int, int]:
        """A span of the raw text as one of the plain text."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


@cache
def _emphasis() -> re.Pattern[str]:
    """Words that Markdown emphasises within a line; a star within a word (``Leser*innen``) or alone is none."""
    before, after = r"(?<![^\s(\[„“\"»«‚‘›])", r"(?!\w)"
    return re.compile(
        rf"{before}(?P<star>\*{{1,3}})(?=[^\s*])[^*\n]{{1,400}}?(?<=[^\s*])(?P=star){after}(?!\*)"
        rf"|{before}(?P<low>_{{1,3}})(?=[^\s_])[^_\n]{{1,400}}?(?<=[^\s_])(?P=low){after}"
    )


def emphasis_signs(text: str) -> list[tuple[int, int]]:
    """Where the signs of Markdown's emphasis stand, in order; they part and make no word."""
    if "*" not in text and "_" not in text:
        return []
    signs = []
    for found in _emphasis().finditer(text):
        wide = len(found["star"] or found["low"])
        signs += [(found.start(), found.start() + wide), (found.end() - wide, found.end())]
    return signs


@cache
def _division() -> re.Pattern[str]:
    left_out = r"(?!(?:und|oder|bzw|sowie|bis|als|noch|wie)\b)"
    end = r"[ \t]*(?:\r\n|\n|\r)[ \t]*"
    return re.compile(rf"(?<=[a-zäöüß])-{end}(?=[a-zäöüß]){left_out}|(?<=[^\W\d_]-){end}(?=[A-ZÄÖÜ])")


def divisions(text: str) -> list[tuple[int, int]]:
    """Where words are divided between two lines, in order: the hyphen, the line end and the white space around it.

    A hyphen that stands for a left-out part stays ("Ein- und Ausgang"), and one before a capital ("Sachsen-Anhalt").
    """
    return [found.span() for found in _division().finditer(text)] if "-\n" in text or "-\r" in text else []


@cache
def _odd() -> re.Pattern[str]:
    return re.compile(f"[{UNSEEN}{_MARKS}]")


@cache
def _units() -> re.Pattern[str]:
    return re.compile(f"(?P<gone>[{UNSEEN}]+)|[^{_MARKS}{UNSEEN}](?P<marks>[{_MARKS}]+)")


def plain_text(text: str) -> PlainText | None:
    """The plain form of a text, None where it is plain already, as nearly every text is."""
    signs = emphasis_signs(text) + divisions(text)
    odd = not text.isascii() and _odd().search(text) is not None
    if not odd and not signs:
        return None
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def keep(words: str, start: int, step: int, last: int) -> None:
        parts.append(words)
        starts.extend(start + step * index for index in range(len(words)))
        ends.extend(start + step * (index + 1) if step else last for index in range(len(words)))

    units = [(*unit.span(), bool(unit["marks"])) for unit in _units().finditer(text)] if odd else []
    before = 0
    for first, last, marked in sorted([*units, *((*sign, False) for sign in signs)]):
        keep(text[before:first], before, 1, 0)
        before = last
        if marked:
            keep(unicodedata.normalize("NFC", text[first:last]), first, 0, last)
    keep(text[before:], before, 1, 0)
    return PlainText("".join(parts), (*starts, len(text)), tuple(ends))


def plain_words(text: str) -> str:
    """The plain form of words whose positions do not matter."""
    plain = plain_text(text)
    return text if plain is None else plain.text
