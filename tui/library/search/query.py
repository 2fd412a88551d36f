"""What was typed, taken apart: words, exact words in quotes, and filters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.library.search.folding import words

FILTERS = ("source", "speaker", "entity")
_QUOTES = '"„“”»«'
_FILTER = re.compile(rf"(?<!\S)({'|'.join(FILTERS)}):(?:[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]?|(\S*))", re.IGNORECASE)
_PHRASE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]+)[{_QUOTES}]?")
_MOST_WORDS = 24
"""Words of a query that are looked for."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query taken apart."""

    words: tuple[str, ...]
    """Folded, in the order typed, those of phrases included."""
    typing: bool
    """Whether the last word may be unfinished."""
    phrases: tuple[str, ...] = ()
    """Exact words as typed."""
    filters: tuple[tuple[str, str], ...] = ()
    """Names of filters and their values as typed."""


def parse(typed: str) -> Query:
    """Takes a query apart; nothing that can be typed is an error."""
    filters = tuple(
        (found[1].lower(), (found[2] if found[2] is not None else found[3]).strip())
        for found in _FILTER.finditer(typed)
    )
    rest = _FILTER.sub(" ", typed)
    phrases = tuple(" ".join(found[1].split()) for found in _PHRASE.finditer(rest) if found[1].strip())
    plain = re.sub(rf"[{_QUOTES}]", " ", rest)
    folded = tuple(word.folded for word in words(plain))[:_MOST_WORDS]
    typing = bool(plain) and not plain[-1].isspace() and not (phrases and rest.rstrip()[-1:] in set(_QUOTES))
    return Query(folded, typing and bool(folded), phrases, tuple(f for f in filters if f[1]))
