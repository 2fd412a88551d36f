"""Recognises the same quotation in several articles, whole, cut or translated anew.

Two passages are the same words when one speaker says them and most content words of the shorter one come back in the
longer one, spelled nearly alike. Words that many quotations of the story share count little.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rapidfuzz import fuzz

from tui.language.model import Analysis, Quotation
from tui.language.quotations.lexicon import closed

SHARED = 0.6
"""Least share of the shorter quotation's weighted content words that must come back in the longer one."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_STEM = 5
"""Letters of a word that must agree: German inflects at the end."""


@dataclass(frozen=True, slots=True)
class _Said:
    analysis: int
    quotation: Quotation
    words: frozenset[str]
    text: str


def link_same(analyses: Sequence[Analysis], texts: Sequence[str]) -> tuple[Analysis, ...]:
    """Fill ``same_as`` of the quotations of one story.

    Args:
        analyses: The analyses of the story's articles, speakers named alike across articles.
        texts: The articles' raw texts in the same order: an analysis holds positions, not words.

    Returns:
        The analyses in the same order; ids in ``same_as`` are sorted, and the relation is symmetric.

    Raises:
        ValueError: There are more or fewer texts than analyses.
    """
    said = [
        _said(number, quotation, text)
        for number, (analysis, text) in enumerate(zip(analyses, texts, strict=True))
        for quotation in analysis.quotations
    ]
    weights = _weights(said)
    partners: dict[str, set[str]] = defaultdict(set)
    for one, other in _candidates(said):
        if _same(one, other, weights):
            partners[one.quotation.id].add(other.quotation.id)
            partners[other.quotation.id].add(one.quotation.id)
    return tuple(
        replace(
            analysis,
            quotations=tuple(
                replace(quotation, same_as=tuple(sorted(partners[quotation.id])))
                if quotation.id in partners
                else quotation
                for quotation in analysis.quotations
            ),
        )
        for analysis in analyses
    )


def _said(number: int, quotation: Quotation, text: str) -> _Said:
    words = " ".join(text[start:end] for start, end in quotation.spans)
    stems = frozenset(
        word[:_STEM] if len(word) > _STEM + 1 else word
        for word in (match[0].lower() for match in _WORD.finditer(words))
        if not _function_word(word)
    )
    return _Said(number, quotation, stems, words)


def _function_word(word: str) -> bool:
    if len(word) < 3:
        return True
    return any(
        word in closed(section)
        for section in ("determiner", "preposition", "pronoun", "adverb", "auxiliary", "subjunction", "konjunktiv")
    )


def _weights(said: Sequence[_Said]) -> dict[str, float]:
    """How much a word tells: rare in the story's quotations, much."""
    count = Counter(word for one in said for word in one.words)
    return {word: math.log((len(said) + 1) / times) + 0.1 for word, times in count.items()}


def _candidates(said: Sequence[_Said]) -> list[tuple[_Said, _Said]]:
    """Pairs from two articles that share a telling word, most pairs never being looked at."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        for word in one.words:
            by_word[word].append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in by_word.values():
        if len(numbers) <= 30:
            pairs.update(combinations(numbers, 2))
    return [(said[a], said[b]) for a, b in sorted(pairs) if said[a].analysis != said[b].analysis]


def _same(one: _Said, other: _Said, weights: dict[str, float]) -> bool:
    if not _one_speaker(one.quotation, other.quotation):
        return False
    short, long = sorted((one, other), key=lambda said: len(said.words))
    if len(short.words) < 2:
        return False
    whole = sum(weights[word] for word in short.words)
    shared = sum(weights[word] for word in short.words & long.words)
    if shared >= SHARED * whole and len(short.words & long.words) >= 2:
        return True
    return len(short.text) > 25 and fuzz.partial_ratio(short.text.lower(), long.text.lower()) >= 85


def _one_speaker(one: Quotation, other: Quotation) -> bool:
    """Whether both have the same speaker by name; a speaker that one article does not name contradicts nothing."""
    first = one.speaker.name.casefold() if one.speaker else ""
    second = other.speaker.name.casefold() if other.speaker else ""
    if not first or not second:
        return one.kind == other.kind == "direct"
    short, long = sorted((first, second), key=len)
    return f" {short} " in f" {long} "
