"""Two sentences that say the same in the same words but for a few: there the few tell how they differ.

Papers that write from one source differ in single words: "An Bord waren 86 Fahrgäste" and "An Bord befanden sich 68
Fahrgäste", "stand auf Rot" and "stand auf Grün". Whether figures in other words are told of one thing has to be learnt;
here the words around them say it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from tui.comparison.modality import is_denied, is_negated, leaves_open
from tui.comparison.passages import Statement, content_stems, folded_name, stem, words_of
from tui.comparison.wordlists import sections
from tui.language.model import Entity, Span

LEAST, SHARE = 2, 0.6
"""Content words, figures left out, that two sentences must have in common, and their share of the longer one's."""

LONG = 8
"""Letters of a word that says what a body is; shorter ones are mostly names of firms and parties."""

SHORT = 4
"""Letters of an adjective: "fair", "unfair"."""

_NOUN = re.compile(rf"\b([A-ZÄÖÜ][a-zäöüß-]{{{LONG - 1},}}) $")
"""Right before a place: it may say what a body there is."""

_WHETHER = re.compile(r"\bob\b", re.IGNORECASE)
"""Says that something is asked or not known."""

_NO_LESS = re.compile(r"\bnicht (?:einmal|nur|mehr als|weniger als|zuletzt)\b", re.IGNORECASE)
"""Negates nothing but a figure or an order."""

_NO_MORE = re.compile(r"\b(?:nicht|kein\w*)\b[^,;.]* (?:mehr|länger)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:seit|bisher|bislang|zuletzt|war|waren|hatten?|gewesen)\b", re.IGNORECASE)
"""What was so, which who says "nicht mehr" does not contest."""

_ENDINGS = ("en", "er", "es", "em", "e")


def frame_of(statement: Statement) -> frozenset[str]:
    """Stems of a sentence's content words: names and counted nouns among them, figures and dates left out."""
    text, start = statement.text, statement.start
    for value in statement.values:
        blank = " " * (value.end - value.start)
        text = text[: value.start - start] + blank + text[value.end - start :]
    counted = " ".join(value.unit or "" for value in statement.values if value.kind == "quantity")
    return content_stems(f"{text} {counted}")


def same_frame(first: Statement, second: Statement, but: frozenset[str] = frozenset()) -> bool:
    """Whether two sentences have most of their words in common, or all.

    Args:
        first: A sentence.
        second: A sentence of another article.
        but: Stems that do not count.
    """
    one, other = frame_of(first) - but, frame_of(second) - but
    common = len(one & other)
    return one == other != frozenset() or (common >= LEAST and common >= SHARE * max(len(one), len(other)))


def name_stems(statement: Statement) -> frozenset[str]:
    """Stems of the names in a sentence: whoever is named may do many things."""
    return content_stems(" ".join(entity.text for entity in statement.entities))


def excluding(first: Statement, second: Statement) -> tuple[Span, Span] | None:
    """The words by which two sentences of one frame exclude each other: red and green, drunk and sober.

    Args:
        first: A sentence.
        second: A sentence of another article.

    Returns:
        Their places in the sentences' articles; None where the frames are not the same or no listed words exclude each
        other.
    """
    sides = [_listed(statement.text) for statement in (first, second)]
    for group in sorted(sides[0].keys() & sides[1].keys()):
        one, other = (side[group] for side in sides)
        if one.keys() & other.keys() or len(one) != 1 or len(other) != 1:
            continue
        spans = next(iter(one.values())), next(iter(other.values()))
        words = " ".join(side.text[start:end] for side, (start, end) in zip((first, second), spans, strict=True))
        if same_frame(first, second, content_stems(words)):
            return _placed((first, second), spans)
    return _undone(first, second)


def _undone(first: Statement, second: Statement) -> tuple[Span, Span] | None:
    """An adjective and its opposite with "un": "sicher", "unsicher"."""
    sides = [{stem(word): (start, end) for start, end, word in _lower(side.text)} for side in (first, second)]
    for turn in (1, -1):
        plain, other = sides[::turn]
        for word in sorted(other):
            bare = word.removeprefix("un")
            if bare != word and bare in plain and word not in plain and bare not in other:
                spans = (plain[bare], other[word])[::turn]
                if same_frame(first, second, frozenset({word, bare})):
                    return _placed((first, second), (spans[0], spans[1]))
    return None


def _lower(text: str) -> list[tuple[int, int, str]]:
    """The words of a text that are no nouns, but for short ones."""
    return [found for found in words_of(text) if found[2].islower() and len(found[2]) >= SHORT]


def _placed(sides: tuple[Statement, Statement], spans: tuple[Span, Span]) -> tuple[Span, Span]:
    """Places in two sentences as places in their articles."""
    places = [(side.start + start, side.start + end) for side, (start, end) in zip(sides, spans, strict=True)]
    return places[0], places[1]


def other_body(first: Statement, second: Statement) -> tuple[Entity, Entity] | None:
    """Two bodies of one kind in two sentences of one frame: "Staatsanwaltschaft Potsdam", "Staatsanwaltschaft Cottbus".

    Args:
        first: A sentence.
        second: A sentence of another article.

    Returns:
        Their names; None where the frames are not the same, or one sentence names more than one of the kind.
    """
    bodies = [_bodies(statement) for statement in (first, second)]
    for kind in sorted(bodies[0].keys() & bodies[1].keys()):
        one, other = bodies[0][kind], bodies[1][kind]
        if len(one) != 1 or len(other) != 1 or _last(one[0]) == _last(other[0]):
            continue
        if same_frame(first, second, content_stems(f"{one[0].text} {other[0].text}")):
            return one[0], other[0]
    return None


def _bodies(statement: Statement) -> dict[str, list[Entity]]:
    """The bodies that a sentence names by what they are and where, by what they are.

    The model takes such a name for one of a body, or only its last word for one of a place.
    """
    found: dict[str, list[Entity]] = {}
    for entity in statement.entities:
        words = entity.text.split()
        before = _NOUN.search(statement.text[: entity.start - statement.start])
        if entity.label == "ORG" and len(words) == 2 and len(words[0]) >= LONG:
            found.setdefault(stem(words[0]), []).append(entity)
        elif entity.label == "LOC" and before is not None:
            found.setdefault(stem(before[1]), []).append(entity)
    return found


def _last(entity: Entity) -> str:
    return folded_name(entity.text).rpartition(" ")[2]


@cache
def _readings() -> Mapping[str, Sequence[tuple[str, str]]]:
    """For each listed word its groups, and what it is in each; nouns with their capital, others case folded."""
    found: dict[str, list[tuple[str, str]]] = {}
    for group, entries in sections("excluding").items():
        for word, reading in entries.items():
            found.setdefault(word if word[0].isupper() else word.casefold(), []).append((group, reading))
    return found


@lru_cache(maxsize=20_000)
def _listed(text: str) -> Mapping[str, Mapping[str, Span]]:
    """For each group of words that exclude each other those readings that a text holds, with their places in it."""
    found: dict[str, dict[str, Span]] = {}
    for start, end, word in words_of(text):
        low = word.casefold()
        forms = (word, low, *(low.removesuffix(ending) for ending in _ENDINGS if low.endswith(ending)))
        known = next((readings for form in forms if (readings := _readings().get(form))), ())
        for group, reading in known:
            found.setdefault(group, {}).setdefault(reading, (start, end))
    return found


def is_respelt(one: str, other: str) -> bool:
    """Whether two surnames differ in a letter or two of at least five: "Kranz", "Krantz"."""
    return min(len(one), len(other)) >= 5 and 0 < Levenshtein.distance(one.casefold(), other.casefold()) <= 2


def one_says_no(first: Statement, second: Statement) -> bool:
    """Whether of two sentences of one frame one is negated and the other is not.

    Args:
        first: A sentence.
        second: A sentence of another article.
    """
    if _says_no(first.text) == _says_no(second.text) or any(_is_open(side.text) for side in (first, second)):
        return False
    pairs = (first, second), (second, first)
    if any(_NO_MORE.search(one.text) and _SINCE.search(other.text) for one, other in pairs):
        return False
    words = [" ".join(word for _, _, word in words_of(side.text)) for side in (first, second)]
    if words[0] in words[1] or words[1] in words[0]:
        return False  # the "no" is told on top
    return same_frame(first, second) and same_frame(first, second, name_stems(first) | name_stems(second))


@lru_cache(maxsize=20_000)
def _says_no(text: str) -> bool:
    return is_negated(_NO_LESS.sub("", text)) != is_denied(text)


def _is_open(text: str) -> bool:
    return leaves_open(text) or text.rstrip().endswith("?") or _WHETHER.search(text) is not None
