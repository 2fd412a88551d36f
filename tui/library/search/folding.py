"""Words as search compares them: case, umlauts and digraphs folded, numbers without their dots.

``München``, ``Muenchen`` and ``Munchen`` fold to one word, and so does a word typed halfway to a prefix of it, because
the digraphs ae, oe and ue lose their e like the umlauts their dots.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_INSIDE = r"[\u0300-\u036f\u00ad\u200b]"
"""Combining marks, soft hyphens and zero-width spaces: they stand inside of words."""
TOKEN = re.compile(
    r"\d+(?:[.\u00a0\u202f'’]\d{3})+(?!\d)"  # 10.000
    r"|\d+(?:,\d+)?"
    rf"|[^\W\d_]+(?:{_INSIDE}+[^\W\d_]*)*"
    r"|[%€$£]"
)
"""A word, a number, or a sign that is read as a word. A hyphen parts words: KI-Firma is two."""

_SIGNS = {"%": "prozent", "€": "euro", "$": "dollar", "£": "pfund", "mrd": "milliarden", "mio": "millionen"}
_PLAIN = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "æ": "a", "ø": "o", "œ": "o", "ł": "l", "đ": "d", "ı": "i"}
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b"))
_DIGRAPHS = re.compile("([aou])e")


class Word(NamedTuple):
    """A word of a text: its folded form and where it stands."""

    folded: str
    start: int
    end: int


def fold(word: str) -> str:
    """The form by which a token is compared.

    >>> fold("Müßiggänger"), fold("10.000"), fold("Goethe")
    ('mussigganger', '10000', 'gothe')
    """
    if word[0].isdigit():
        return _number(word)
    low = word.casefold()
    if not low.isascii():
        low = low.translate(_INVISIBLE).translate(_PLAIN)
        if not low.isascii():
            low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    known = _SIGNS.get(low)
    return known or _DIGRAPHS.sub(r"\1", low)


def words(text: str) -> list[Word]:
    """All words of a text with their positions in it."""
    return [Word(fold(found[0]), found.start(), found.end()) for found in TOKEN.finditer(text)]


def raw_span(raw: str, start: int, end: int) -> tuple[int, int]:
    """Where a stretch of a word's folded form stands in the word itself.

    Args:
        raw: the word as written.
        start: first position in ``fold(raw)``.
        end: position behind the last one.

    Returns:
        The stretch of ``raw``; the whole word where the two cannot be laid beside each other (numbers, signs).
    """
    whole = fold(raw)
    if raw[0].isdigit() or (start <= 0 and end >= len(whole)):
        return 0, len(raw)
    if len(whole) == len(raw) and raw.isascii():
        return start, end
    # Folding grows with the word, so the shortest beginning that folds long enough ends where the stretch does.
    lengths = [0, *(len(fold(raw[:size])) for size in range(1, len(raw) + 1))]
    if lengths[-1] != len(whole) or lengths != sorted(lengths):
        return 0, len(raw)
    first = max(size for size, length in enumerate(lengths) if length <= start)
    last = max(size for size, length in enumerate(lengths) if length <= end)
    return first, max(last, first + 1)


def _number(word: str) -> str:
    whole, comma, rest = word.partition(",")
    digits = "".join(c for c in whole if c.isdigit())
    return f"{digits},{rest}" if comma else digits
