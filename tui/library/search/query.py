"""What was typed, taken apart: words, exact words in quotes, and filters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.library.search.folding import words

FILTERS = ("source", "speaker", "entity")
_QUOTES = '"„“”»«'
_FILTER = re.compile(rf"(?<!\S)({'|'.join(FILTERS)}):(?:[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]?|(\S*))", re.IGNORECASE)
_UNKNOWN = re.compile(r"(?<!\S)([^\W\d_]+):(?=[^\s/])")
"""What looks like a filter, and no address."""
_MINUS = re.compile(r"(?<!\S)-([^\W\d_][\w-]*)")
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
    open_sources: tuple[str, ...] = ()
    """For each source without quotation marks the words up to the next filter, which its name may go on with."""
    problem: str = ""
    """What looks as if it meant more than words, in one sentence; empty where nothing does."""


def parse(typed: str) -> Query:
    """Takes a query apart; nothing that can be typed is an error."""
    found = tuple(_FILTER.finditer(typed))
    filters = tuple((one[1].lower(), (one[2] if one[2] is not None else one[3]).strip()) for one in found)
    ends = (*(one.start() for one in found[1:]), len(typed))
    open_sources = tuple(
        typed[one.start(3) : end].strip()
        for one, end in zip(found, ends, strict=False)
        if one[1].lower() == "source" and one[3]
    )
    parted = next((one[1].lower() for one in found if not (one[2] or one[3]) and typed[one.end() :].strip()), "")
    rest = _FILTER.sub(" ", typed)
    phrases = tuple(" ".join(one[1].split()) for one in _PHRASE.finditer(rest) if one[1].strip())
    plain = re.sub(rf"[{_QUOTES}]", " ", rest)
    folded = tuple(word.folded for word in words(plain))[:_MOST_WORDS]
    typing = bool(plain) and not plain[-1].isspace() and not (phrases and rest.rstrip()[-1:] in set(_QUOTES))
    return Query(
        folded,
        typing and bool(folded),
        phrases,
        tuple(one for one in filters if one[1]),
        open_sources,
        _problem(_PHRASE.sub(" ", rest), parted),
    )


def _problem(plain: str, parted: str) -> str:
    """What of words outside of quotation marks was not understood, or that a filter is parted from its name."""
    if parted:
        return f"Type the name right behind “{parted}:”, without a space."
    if unknown := _UNKNOWN.search(plain):
        known = ", ".join(f"{name}:" for name in FILTERS)
        return f"There is no “{unknown[1]}:”, only {known}."
    if left_out := _MINUS.search(plain):
        return f"A minus leaves nothing out; “{left_out[1]}” is searched for."
    return ""
