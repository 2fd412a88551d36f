"""Which kinds of event a sentence reports, by a list of German news words.

"gefeuert", "Rauswurf" and "setzt vor die Tür" share no letters, and a small encoder finds them less alike than two
sentences that share a name. The list says that they report one kind of event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tui.comparison.passages import words_of
from tui.comparison.wordlists import sections

REACH = 12
"""Words within which the particle of a separable verb is looked for."""


SPEAKING = frozenset(
    {"accuse", "admit", "announce", "apologise", "claim", "condemn", "confirm", "criticise", "demand", "deny", "mourn"}
    | {"praise", "promise", "propose", "question", "refuse comment", "reject", "speak", "study", "talk", "tweet"}
    | {"warn", "write"}
)
"""Kinds of event that say where somebody spoke, which may be anywhere and at any time."""

TOGETHER = "mit"
"""Who does a thing with others does it: "mitunterzeichnet", "Mitgründer"."""


@dataclass(frozen=True, slots=True)
class _Entries:
    whole: Mapping[str, frozenset[str]]
    beginnings: Mapping[str, frozenset[str]]
    parted: Mapping[str, tuple[tuple[str, str], ...]]
    """First word of a separable verb -> its particle and kind."""
    phrases: tuple[tuple[str, str], ...]


@cache
def _entries() -> _Entries:
    whole: dict[str, set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    parted: dict[str, list[tuple[str, str]]] = {}
    phrases: list[tuple[str, str]] = []
    for kind, entries in sections("events").items():
        for entry in map(str.casefold, entries):
            if "|" in entry and " " not in entry:
                first, _, particle = entry.partition("|")
                parted.setdefault(first, []).append((particle, kind))
            elif " " in entry:
                phrases.append((entry, kind))
            elif entry.endswith("*"):
                beginnings.setdefault(entry[:-1], set()).add(kind)
            else:
                whole.setdefault(entry, set()).add(kind)
    return _Entries(
        {word: frozenset(kinds) for word, kinds in whole.items()},
        {word: frozenset(kinds) for word, kinds in beginnings.items()},
        {word: tuple(pairs) for word, pairs in parted.items()},
        tuple(phrases),
    )


@lru_cache(maxsize=50_000)
def kinds_of_event(text: str) -> frozenset[str]:
    """The kinds of event that a text reports, as section names of the list.

    Args:
        text: A sentence or a part of one.
    """
    entries = _entries()
    words = [word.casefold() for _, _, word in words_of(text)]
    found: set[str] = set()
    for i, word in enumerate(words):
        found |= entries.whole.get(word, frozenset())
        for form in (word, word.removeprefix(TOGETHER)):
            for length in range(3, len(form) + 1):
                found |= entries.beginnings.get(form[:length], frozenset())
        for particle, kind in entries.parted.get(word, ()):
            if particle in words[i + 1 : i + 1 + REACH]:
                found.add(kind)
    folded = " ".join(words)
    found.update(kind for phrase, kind in entries.phrases if f" {phrase} " in f" {folded} ")
    return frozenset(found)
