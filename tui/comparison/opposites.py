"""Finds mentions whose predicates exclude each other: "bleibt" and "tritt zurück", with and without "nicht".

Only a short list of predicates that news reports about the same subject; a pair counts only where both passages name
the same subject, since "der Trainer geht, die Spieler bleiben" is no contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tui.comparison.modality import is_negated
from tui.comparison.passages import words_of
from tui.comparison.wordlists import sections

_REFUSED = re.compile(r"\b(?:lehnt\w*|ablehn\w*|schlie(?:ß|ss)\w*|schlo(?:ß|ss)\w*|ausgeschlossen|abgelehnt)\b")
"""Beside a noun: what it names will not be, "einen Rücktritt lehnte er ab"."""


_BY_DEGREES = re.compile(
    r"\b(?:langsam\w*|schwächer|schuldig|weniger (?:stark|schnell))\b|Prozent\b.*\b(?:verl|gew)|\b(?:verl|gew).*Prozent"
)
"""Tells of more or less rather than of yes or no: "so langsam gestiegen wie nie", "die Aktie gewann zwei Prozent"."""

_STAYING_SO = re.compile(r"\b(?:dabei|gelassen|hängen|liegen|offen|ruhig|stehen|treu|unklar|verborgen|wach)\s+bleib")
"""Tells how somebody or something stays rather than that they do not go: "sich treu bleiben"."""

TREND, CONTEST = "trend", "contest"
"""Sections of the list with what rises and falls, and with who wins and loses."""

_SLOWLY = re.compile(r"\b(?:langsam\w*|schwächer)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A listed predicate in a passage."""

    group: str
    positive: bool
    """Which of the two readings of its group, negation considered."""
    start: int
    end: int
    words: str


@lru_cache(maxsize=20_000)
def predicates(text: str) -> tuple[Predicate, ...]:
    """The listed predicates of a passage; positions are relative to it.

    Args:
        text: The passage.
    """
    found: list[Predicate] = []
    words = [(start, end, word.casefold()) for start, end, word in words_of(text)]
    for group, entries in sections("opposites").items():
        for entry, reading in entries.items():
            place = _find(entry, words, text)
            if place is None:
                continue
            start, end, last = place
            near = _near(text, start, end)
            if _BY_DEGREES.search(near[1]) or _STAYING_SO.search(near[1]) or (group == TREND and _SLOWLY.search(text)):
                continue
            refused = text[start].isupper() and _REFUSED.search(near[1]) is not None
            no = [word for word in words if near[0] <= word[0] < near[0] + len(near[1]) and is_negated(word[2])]
            positive = (reading == "a") != (bool(no) or refused)
            start, last = min(start, *(w[0] for w in no), start), max(last, *(w[1] for w in no), last)
            found.append(Predicate(group, positive, start, last, text[start:last]))
    return tuple(found)


def _near(text: str, start: int, end: int) -> tuple[int, str]:
    """The words around a predicate that can negate it, some of its own clause, and where they begin."""
    before = re.split(r"[,;:–]", text[max(0, start - 40) : start])[-1]
    after = re.split(r"[,;:–]", text[end : end + 25])[0]
    return start - len(before), before + text[start:end] + after


@cache
def _phrase(entry: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(entry)}\b", re.IGNORECASE)


def _find(entry: str, words: list[tuple[int, int, str]], text: str) -> tuple[int, int, int] | None:
    """Where a listed predicate begins and its first part ends, and where the whole of it ends."""
    if " " in entry:
        found = _phrase(entry).search(text)
        return None if found is None else (*found.span(), found.end())
    first, _, particle = entry.casefold().partition("|")
    for i, (start, end, word) in enumerate(words):
        if word != first:
            continue
        if not particle:
            return start, end, end
        for _, last, other in words[i + 1 : i + 12]:
            if other == particle:
                return start, end, last
    return None


def opposed(first: Sequence[Predicate], second: Sequence[Predicate]) -> tuple[Predicate, Predicate] | None:
    """A predicate of each passage that excludes the other's, if all those of their group do.

    Args:
        first: Predicates of a passage.
        second: Predicates of a passage of another article.
    """
    one, other = _by_group(first), _by_group(second)
    for group in sorted(one.keys() & other.keys()):
        readings = {p.positive for p in one[group]}, {p.positive for p in other[group]}
        if len(readings[0]) == 1 and len(readings[1]) == 1 and readings[0] != readings[1]:
            return one[group][0], other[group][0]
    return None


def _by_group(found: Sequence[Predicate]) -> Mapping[str, list[Predicate]]:
    groups: dict[str, list[Predicate]] = {}
    for predicate in found:
        groups.setdefault(predicate.group, []).append(predicate)
    return groups
