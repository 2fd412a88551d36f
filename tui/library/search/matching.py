"""Which words of the texts a typed word may mean, and how surely.

Exact words first, then their forms, words it begins, compounds that hold it, the parts of a compound that was typed,
and typing errors last.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.library.search.ablaut import other_forms
from tui.library.search.stemming import stem
from tui.library.search.vocabulary import Vocabulary

EXACT, FORM = 1.0, 0.95
STRONG = 0.9
"""From this weight on a word counts as the one that was typed."""
_PART = 4
"""A part of a typed compound says something on its own from so many letters on; shorter ones only side by side."""
_PARTICIPLE = 7
"""Fewest letters of a word whose beginning ge- may be a participle's."""
_MOST = 4000
"""Most words that one typed word may stand for by a part of theirs."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words that are the two parts of a typed compound."""

    first: frozenset[int]
    second: frozenset[int]
    loose: bool
    """Whether the parts are long enough to mean the compound when they do not stand side by side."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a typed word may stand for."""

    typed: str
    weights: dict[int, float] = field(default_factory=dict)
    """Weight above 0 and up to 1 by the word's number."""
    pairs: tuple[Pair, ...] = ()
    """Ways to read the typed word as a compound."""


def meaning(vocabulary: Vocabulary, typed: str, *, typing: bool, joined: bool = False) -> Meaning:
    """All words a typed one may stand for.

    Args:
        vocabulary: the words of the texts.
        typed: a folded word.
        typing: whether it may be unfinished, so that longer words are as good.
        joined: whether it is put together from two typed words, so that only the whole counts and no part.
    """
    weights: dict[int, float] = {}

    def offer(number: int, weight: float) -> None:
        if weight > weights.get(number, 0.0):
            weights[number] = weight

    number = vocabulary.number(typed)
    if number >= 0:
        offer(number, EXACT)
    if typed[:1].isdigit():
        if typing:
            for other in vocabulary.starting(typed):
                offer(other, 0.8)
        return Meaning(typed, weights)
    for other, weight in _forms(vocabulary, typed):
        offer(other, weight)
    if typing and len(typed) > 1:
        for other in vocabulary.starting(typed):
            offer(other, max(0.75, 0.93 - 0.01 * (len(vocabulary.words[other]) - len(typed))))
    if joined:
        if not weights:
            for other, weight in _typos(vocabulary, typed, known=False, unfinished=False):
                offer(other, weight)
        return Meaning(typed, weights)
    for other, weight in _compounds(vocabulary, typed, anywhere=not (typing and weights) or len(typed) > 5):
        offer(other, weight)
    known = any(weight >= STRONG for weight in weights.values())
    for other, weight in _typos(vocabulary, typed, known, typing and bool(weights)):
        offer(other, weight)
    pairs = () if number >= 0 else tuple(_parts(vocabulary, typed))
    for pair in pairs:
        if pair.loose:
            for others, weight in ((pair.first, 0.4), (pair.second, 0.5)):
                for other in others:
                    offer(other, weight)
    if not weights:
        for other in _tail(vocabulary, typed):
            offer(other, 0.45)
        if typing and len(typed) >= 4:
            for other, errors in vocabulary.beginning_like(typed, 1 if len(typed) < 7 else 2):
                offer(other, 0.8 - 0.15 * errors)
    return Meaning(typed, weights, pairs)


def _forms(vocabulary: Vocabulary, typed: str) -> list[tuple[int, float]]:
    """Words with the same stem."""
    found = _same_stem(vocabulary, stem(typed), FORM)
    if typed.startswith("ge") and len(typed) >= _PARTICIPLE:
        # gegründet, gründete, Gründung: what the participle's prefix hides.
        base = stem(typed[2:])
        found += _same_stem(vocabulary, base, 0.85)
        for number in vocabulary.starting(base) if len(base) >= 4 else ():
            if vocabulary.words[number][len(base) :] in ("ung", "ungen", "er", "ern", "erin"):
                found.append((number, 0.75))
    for other in other_forms(typed):
        found += _same_stem(vocabulary, stem(other), 0.88)
    return found


def _same_stem(vocabulary: Vocabulary, base: str, weight: float) -> list[tuple[int, float]]:
    if len(base) < 3:
        return []
    longest = len(base) + 5
    return [
        (number, weight)
        for number in vocabulary.starting(base)
        if len(vocabulary.words[number]) <= longest and stem(vocabulary.words[number]) == base
    ]


def _compounds(vocabulary: Vocabulary, typed: str, anywhere: bool) -> list[tuple[int, float]]:
    """Longer words that begin with the typed one, or hold it anywhere."""
    base = stem(typed)
    if len(base) < 4:
        return []
    found = [(number, max(0.6, 0.8 - 0.005 * len(vocabulary.words[number]))) for number in vocabulary.starting(base)]
    end = f"{base}|"
    for number in vocabulary.containing(base, _MOST) if anywhere else ():
        word = vocabulary.words[number]
        tail = word.endswith(typed) or f"{stem(word)}|".endswith(end)
        if tail or len(base) > 4:
            found.append((number, 0.75 if tail else 0.6))
    return found


def _typos(vocabulary: Vocabulary, typed: str, known: bool, unfinished: bool) -> list[tuple[int, float]]:
    if len(typed) < 4 or unfinished:
        return []
    errors = 1 if known or len(typed) < 6 else 2 if len(typed) < 12 else 3
    if known and len(typed) < 6:
        return []
    return [
        (number, max(0.3, 0.92 - 1.1 * apart / len(typed) - (0.1 if vocabulary.words[number][0] != typed[0] else 0)))
        for number, apart in vocabulary.resembling(typed, errors)
        if apart
    ]


def _parts(vocabulary: Vocabulary, typed: str) -> list[Pair]:
    """Ways to read a typed compound as two words of the texts, with or without a linking s between them."""
    found = []
    for place in range(2, len(typed) - 1):
        second = _exact_or_form(vocabulary, typed[place:])
        if not second:
            continue
        first = _exact_or_form(vocabulary, typed[:place])
        if not first and typed[place - 1] == "s" and place > _PART:
            first = _exact_or_form(vocabulary, typed[: place - 1])
        if first:
            found.append(Pair(first, second, min(place, len(typed) - place) >= _PART))
    return found


def _tail(vocabulary: Vocabulary, typed: str) -> frozenset[int]:
    """The longest end of a typed word that is a word of the texts: ``klagt`` in ``verklagt``."""
    for place in range(1, len(typed) - 3):
        found = _exact_or_form(vocabulary, typed[place:])
        if found:
            return found
    return frozenset()


def _exact_or_form(vocabulary: Vocabulary, part: str) -> frozenset[int]:
    number = vocabulary.number(part)
    found = {number} if number >= 0 else set()
    if len(part) >= 4:
        found.update(other for other, _ in _forms(vocabulary, part))
    return frozenset(found)
