"""Recognises the same quotation in several articles: whole, cut, told indirectly or translated anew.

Two passages are the same words when one speaker says them and they mean the same: the words of the shorter come back in
the longer, spelled nearly alike, or the word pieces of both find close partners in each other (token MaxSim, see
``tui.comparison.similarity``). A wrong pair would put words into somebody's mouth, so both rules are strict, and
what is told of somebody's words with other figures or dates is not the same.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations

from rapidfuzz import fuzz

from tui.comparison.excluding import exclude_each_other
from tui.comparison.modality import is_negated
from tui.comparison.opposites import opposed, predicates
from tui.comparison.passages import Statement
from tui.comparison.quoted_meaning import MeaningOfQuotations
from tui.comparison.vectors import TokenTable
from tui.language.model import Analysis, Quotation, Value
from tui.language.quotations.lexicon import closed

SHARED = 0.6
"""Least share of the shorter quotation's weighted content words that must come back in the longer one."""

NEARLY_VERBATIM = 88
"""Least rapidfuzz ``partial_ratio`` (0 to 100) of two texts of which one is a cut of the other."""

CERTAIN = 0.5
"""Mean MaxSim from which one speaker's words are the same without further ado."""

LIKELY = 0.44
"""Mean MaxSim from which they are, where neither has a better partner in the other's article.

On the two annotated stories all right pairs of one speaker stand above.
"""

MOST = 400
"""Quotations of one speaker that are compared by meaning; more are compared by their words alone."""

_MORE = 4
"""Content words by which one literal quotation may be longer than another: a cut may leave out a "nicht"."""

_CROWD = 30
"""Quotations that may share a word for it to tell alone."""

_RAREST = 3
"""Words of a quotation, of those that more share, of which two tell."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_STEM = 5
"""Letters of a word that must agree: German inflects at the end."""

_FUNCTION = ("determiner", "preposition", "pronoun", "adverb", "auxiliary", "subjunction", "konjunktiv")


_ONE_TEXT = frozenset({"brief", "urteil", "gutachten", "resolution", "klage", "anklage", "klageschrift"})
"""Texts that a story seldom has two of, folded; there are many reports and statements."""


@dataclass(frozen=True, slots=True)
class _Said:
    article: int
    quotation: Quotation
    words: frozenset[str]
    text: str
    speaker: str
    """Folded name, empty where nobody is named."""
    known: bool
    """Whether the speaker is a name of the story, or a text of which a story has one: "zwei Personen" of two articles
    may be four people."""
    values: tuple[Value, ...]
    """Figures and dates in the quoted words."""


def link_same(
    analyses: Sequence[Analysis],
    texts: Sequence[str],
    statements: Sequence[Statement] = (),
    tables: tuple[TokenTable, TokenTable] | None = None,
) -> tuple[Analysis, ...]:
    """Fill ``same_as`` of the quotations of one story.

    Args:
        analyses: The analyses of the story's articles, speakers named alike across articles.
        texts: The articles' raw texts in the same order: an analysis holds positions, not words.
        statements: The sentences that the vectors belong to, articles numbered as in ``analyses``.
        tables: Their token vectors, alone and in context; without them words alone decide.

    Returns:
        The analyses in the same order; ids in ``same_as`` are sorted, and the relation is symmetric.

    Raises:
        ValueError: There are more or fewer texts than analyses.
    """
    names = {entity.name for analysis in analyses for entity in analysis.entities}
    said = [
        _said(number, quotation, text, names, analysis.values)
        for number, (analysis, text) in enumerate(zip(analyses, texts, strict=True))
        for quotation in analysis.quotations
    ]
    partners: dict[str, set[str]] = defaultdict(set)
    pairs = list(_alike_in_words(said))
    if tables is not None:
        pairs.extend(_alike_in_meaning(said, MeaningOfQuotations(statements, tables)))
    for one, other in pairs:
        if _told_otherwise(one, other):
            continue
        partners[one.quotation.id].add(other.quotation.id)
        partners[other.quotation.id].add(one.quotation.id)
    return tuple(
        replace(analysis, quotations=tuple(_with_partners(quotation, partners) for quotation in analysis.quotations))
        for analysis in analyses
    )


def _with_partners(quotation: Quotation, partners: dict[str, set[str]]) -> Quotation:
    same = tuple(sorted(partners.get(quotation.id, ())))
    return replace(quotation, same_as=same) if same != quotation.same_as else quotation


def _said(number: int, quotation: Quotation, text: str, names: AbstractSet[str], values: Sequence[Value]) -> _Said:
    words = " ".join(text[start:end] for start, end in quotation.spans)
    stems = frozenset(
        word[:_STEM] if len(word) > _STEM + 1 else word
        for word in (match[0].lower() for match in _WORD.finditer(words))
        if not _function_word(word)
    )
    speaker = (quotation.speaker.name or quotation.speaker.text) if quotation.speaker else ""
    folded = " ".join(_WORD.findall(speaker.casefold()))
    known = speaker in names or folded.rpartition(" ")[2] in _ONE_TEXT
    inside = tuple(v for v in values if any(start <= v.start and v.end <= end for start, end in quotation.spans))
    return _Said(number, quotation, stems, words, folded, known, inside)


def _function_word(word: str) -> bool:
    return len(word) < 3 or any(word in closed(section) for section in _FUNCTION)


def _alike_in_words(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Pairs of which one comes back in the other, spelled nearly alike."""
    count = Counter(word for one in said for word in one.words)
    weights = {word: math.log((len(said) + 1) / times) + 0.1 for word, times in count.items()}
    for one, other in _sharing(said):
        if _one_speaker(one, other) and _shared(one, other, weights):
            yield one, other


def _sharing(said: Sequence[_Said]) -> list[tuple[_Said, _Said]]:
    """Pairs from two articles that share a telling word, most pairs never being looked at.

    Of a quotation that very many print each word is common: there two common ones tell, of the rarest of them, where
    half of the words come back.
    """
    by_word: dict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(said):
        for word in one.words:
            by_word[word].add(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in by_word.values():
        if len(numbers) <= _CROWD:
            pairs.update(combinations(sorted(numbers), 2))
    for number, one in enumerate(said):
        common = sorted((len(by_word[word]), word) for word in one.words if len(by_word[word]) > _CROWD)
        both = (by_word[word] & by_word[second] for (_, word), (_, second) in combinations(common[:_RAREST], 2))
        for other in set[int]().union(*both) - {number}:
            shorter = min(len(one.words), len(said[other].words))
            if len(one.words & said[other].words) >= max(min(3, shorter), shorter / 2):
                pairs.add((min(number, other), max(number, other)))
    return [(said[a], said[b]) for a, b in sorted(pairs) if said[a].article != said[b].article]


def _shared(one: _Said, other: _Said, weights: dict[str, float]) -> bool:
    """Whether the words of the shorter quotation come back in the longer."""
    short, long = sorted((one, other), key=lambda said: len(said.words))
    if len(short.words) < 2:
        return False
    whole = sum(weights[word] for word in short.words)
    both = short.words & long.words
    if one.known and other.known and len(both) >= 3 and sum(weights[word] for word in both) >= SHARED * whole:
        return True
    short, long = sorted((one, other), key=lambda said: len(said.text))
    return len(short.text) > 20 and fuzz.partial_ratio(short.text.lower(), long.text.lower()) >= NEARLY_VERBATIM


def _told_otherwise(one: _Said, other: _Said) -> bool:
    """Whether figures, dates or opposite words ("verfassungswidrig", "verfassungsgemäß") tell two sayings apart.

    Other figures in two literal ones are a slip in the same words.
    """
    if opposed(predicates(one.text), predicates(other.text)):
        return True
    if _literal(one, other):
        return _one_says_no(one, other) and abs(len(one.words) - len(other.words)) < _MORE
    return exclude_each_other(one.values, other.values)


def _one_speaker(one: _Said, other: _Said) -> bool:
    """Whether both have one speaker by name; a speaker whom one article does not name contradicts nothing."""
    if not one.speaker or not other.speaker:
        return _literal(one, other)
    short, long = sorted((one.speaker, other.speaker), key=len)
    last = short.rpartition(" ")[2]
    return f" {short} " in f" {long} " or (last in _ONE_TEXT and last == long.rpartition(" ")[2])


def _alike_in_meaning(said: Sequence[_Said], meaning: MeaningOfQuotations) -> Iterator[tuple[_Said, _Said]]:
    """Pairs of one speaker whose word pieces find close partners in each other."""
    by_speaker: dict[str, list[_Said]] = defaultdict(list)
    for one in said:
        if one.speaker:
            by_speaker[one.speaker.rpartition(" ")[2]].append(one)
    for group in by_speaker.values():
        if len(group) < 2 or len(group) > MOST or len({one.article for one in group}) < 2:
            continue
        scores = meaning.scores([(one.article, one.quotation) for one in group])
        best: dict[tuple[int, int], float] = defaultdict(float)
        for a, b in combinations(range(len(group)), 2):
            for here, there in ((a, b), (b, a)):
                key = (here, group[there].article)
                best[key] = max(best[key], float(scores[a, b]))
        for a, b in combinations(range(len(group)), 2):
            one, other = group[a], group[b]
            score = float(scores[a, b])
            if one.article == other.article or score < LIKELY or not _one_speaker(one, other):
                continue
            mutual = score == best[a, other.article] == best[b, one.article]
            if score < CERTAIN and not (mutual and one.known and other.known):
                continue
            # What is told in nearly the same meaning may have its "nicht" elsewhere: "nicht vier, sondern drei".
            if (score >= CERTAIN and not _literal(one, other)) or not _one_says_no(one, other):
                yield one, other


def _literal(one: _Said, other: _Said) -> bool:
    return one.quotation.kind == other.quotation.kind == "direct"


def _one_says_no(one: _Said, other: _Said) -> bool:
    return is_negated(one.text) != is_negated(other.text)
