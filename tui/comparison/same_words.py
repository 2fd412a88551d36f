"""Finds the same words given to two people: a direct quotation that one article has from one, another from another.

Only people who are named where the words are given to them are compared, by names that cannot be one person's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rapidfuzz import fuzz

from tui.comparison.amounts import Verdict
from tui.comparison.modality import is_negated
from tui.comparison.model import DifferingValue
from tui.comparison.passages import content_stems, words_of
from tui.comparison.stated import Found, Stated
from tui.language.model import Quotation, Reference

WORDS, TELLING = 4, 3
"""Least words, and least of them that carry content, by which words are known again: many say "Das ist sehr gut"."""

VERBATIM, SHARED = 88, 0.8
"""Least rapidfuzz ``partial_ratio`` (0 to 100) of two quotations of the same words, and least share of the
shorter one's content words that the other has too: a museum is no bath."""

ALIKE = 75
"""Least rapidfuzz ``ratio`` (0 to 100) of two names that may be spellings of one."""

SHORTEST = 3
"""Least letters of a surname: what is shorter may stand for any."""


@dataclass(frozen=True, slots=True)
class _Saying:
    words: str
    """What of it stands in the mention's sentence."""
    name: str
    at: DifferingValue
    """The name where the words are given to it."""


def given_to_two(first: Stated, second: Stated, people: AbstractSet[str]) -> Iterator[Found]:
    """The same words of two people.

    Args:
        first: A mention.
        second: A mention of another article.
        people: Names of the people of the story.
    """
    for one in _sayings(first, people):
        for other in _sayings(second, people):
            if _may_be_one(one.name, other.name) or not _same(one.words, other.words):
                continue
            if _names(first, other.name) or _names(second, one.name):
                continue  # who repeats another's words
            reason = f"{one.at.text} and {other.at.text}: the same words are said to be of both"
            yield Found("name", Verdict("conflict", reason), (one.at, other.at))


def _sayings(stated: Stated, people: AbstractSet[str]) -> list[_Saying]:
    """The direct quotations of a passage whose speaker is a person and named."""
    mention, statement, found = stated.mention, stated.statement, []
    for quotation in statement.quotations:
        if quotation.kind != "direct" or quotation.via or quotation.speaker is None:
            continue
        name = quotation.speaker.name
        at = _named(quotation.speaker, mention.article) if name in people and len(name.split()) > 1 else None
        if at and any(start < mention.end and mention.start < end for start, end in quotation.spans):
            found.append(_Saying(_words(stated, quotation), name, at))
    return found


def _named(speaker: Reference, article: str) -> DifferingValue | None:
    """The name, or the surname, in the words that say who speaks; None where a role or a pronoun stands for it."""
    for name in (speaker.name, speaker.name.split()[-1]):
        place = speaker.text.find(name)
        if place >= 0:
            start = speaker.start + place
            return DifferingValue(article, start, start + len(name), name)
    return None


def _words(stated: Stated, quotation: Quotation) -> str:
    statement = stated.statement
    spans = ((max(0, start - statement.start), end - statement.start) for start, end in quotation.spans)
    return " ".join(statement.text[start:end] for start, end in spans if end > start)


def _same(one: str, other: str) -> bool:
    """Whether the shorter of two texts comes back in the longer, spelled nearly alike."""
    short, long = sorted((one, other), key=len)
    telling = content_stems(short)
    if sum(1 for _ in words_of(short)) < WORDS or len(telling) < TELLING or is_negated(one) != is_negated(other):
        return False
    shared = len(telling & content_stems(long)) >= SHARED * len(telling)
    return shared and fuzz.partial_ratio(short.lower(), long.lower()) >= VERBATIM


def _may_be_one(one: str, other: str) -> bool:
    """Whether two names may be one person's: by the surname, a part of it, or another spelling."""
    folded = [_folded(name) for name in (one, other)]
    parts = [set(name.replace("-", " ").split()) for name in folded]
    surnames = [set(name.split()[-1].split("-")) for name in folded]
    if any(len(part) < SHORTEST for part in surnames[0] | surnames[1]):
        return True  # "Anna M."
    return bool(surnames[0] & parts[1] or surnames[1] & parts[0]) or fuzz.ratio(*folded) >= ALIKE


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i").casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter) and letter != ".")


def _names(stated: Stated, name: str) -> bool:
    """Whether a passage's sentence names a person, by the surname at least."""
    surname = _folded(name).split()[-1]
    return any(surname in _folded(word) for _, _, word in words_of(stated.statement.text))
