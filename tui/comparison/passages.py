"""Prepares the sentences of a story's articles for comparison: words, names, values and where they stand.

Everything that the later steps ask of a sentence again and again is worked out here once, so that scoring pairs of
sentences stays cheap.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from math import log
from operator import attrgetter
from typing import TypeVar

from tui.articles.model import Article
from tui.comparison.wordlists import listed
from tui.language.model import Analysis, Entity, Quotation, Sentence, Span, Value

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_ENDINGS = (
    "erinnen", "innen", "ungen", "ung", "erin", "ern", "ers", "est", "en", "em", "er",
    "es", "et", "st", "e", "n", "s", "t",
)  # fmt: skip
_LONG = 5
"""Words that a repeated sentence must have at least."""
_MORE = 3
"""Words that it may have at its end besides."""

Placed = TypeVar("Placed", Entity, Value)
_START = attrgetter("start")

_FOLD = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an article's own text, ready to be compared."""

    article: int
    """Place of the article in the story."""
    number: int
    """Place of the sentence in the article."""
    start: int
    end: int
    text: str
    clauses: tuple[Span, ...]
    stems: frozenset[str]
    """Stems of its content words, names and figures left out."""
    names: frozenset[str]
    """Names of its entities, folded."""
    people: frozenset[str] = frozenset()
    """Names of the people in it, folded; also of those that it means by a pronoun or a role."""
    bare: str = ""
    """The text with its names blanked."""
    entities: tuple[Entity, ...] = ()
    values: tuple[Value, ...] = ()
    quotations: tuple[Quotation, ...] = field(default=(), repr=False)
    """Quotations that share characters with it."""
    place: float = 0.0
    """Where it stands in the article, 0.0 (first) to 1.0 (last)."""
    title: bool = False
    """Whether it is a title or a heading."""

    def clause_at(self, place: int) -> Span:
        """The clause that a place in the article lies in; the whole sentence where it lies in none.

        Args:
            place: A position in the article's text.
        """
        held = ((start, end) for start, end in self.clauses if start <= place < end)
        return next(held, (self.start, self.end))

    def told_at(self, place: int) -> str:
        """The words of the clause that a place lies in, names blanked.

        Args:
            place: A position in the article's text.
        """
        start, end = self.clause_at(place)
        return self.bare[start - self.start : end - self.start]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A rough German stem: folded case and umlauts, common endings cut (after Caumanns 1999, simplified)."""
    folded = word.casefold().translate(_FOLD)
    for _ in range(2):
        for ending in _ENDINGS:
            if folded.endswith(ending) and len(folded) - len(ending) >= 4:
                folded = folded[: -len(ending)]
                break
    return folded


def words_of(text: str) -> Iterator[tuple[int, int, str]]:
    """The words and figures of a text with their positions in it."""
    for found in _WORD.finditer(text):
        yield found.start(), found.end(), found.group()


def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that carry content; function words and single letters are left out."""
    stops = listed("function_words")
    found = (word for _, _, word in words_of(text))
    return frozenset(stem(word) for word in found if len(word) > 1 and word.casefold() not in stops)


def folded_name(name: str) -> str:
    """A name for comparing: letters and figures only, case folded, genitive s kept."""
    return " ".join(re.findall(r"[^\W_]+", name.casefold()))


def _sharing(groups: Sequence[Sequence[Span]], sentences: Sequence[Span]) -> list[list[int]]:
    """For each sentence the groups of spans that share characters with it, by their numbers.

    Args:
        groups: Spans, in any order.
        sentences: In order, none inside another.
    """
    starts, ends = [start for start, _ in sentences], [end for _, end in sentences]
    found: list[list[int]] = [[] for _ in sentences]
    for number, spans in enumerate(groups):
        for start, end in spans:
            for place in range(bisect_right(ends, start), bisect_left(starts, end)):
                if found[place][-1:] != [number]:
                    found[place].append(number)
    return found


def _within(items: Sequence[Placed], sentence: Span) -> tuple[Placed, ...]:
    """Those of the items, which are in order, that begin in a sentence."""
    first, last = (bisect_left(items, place, key=_START) for place in sentence)
    return tuple(items[first:last])


def statements_of(article: Article, analysis: Analysis, index: int) -> tuple[Statement, ...]:
    """The sentences of one article as statements, in order; who contributed to it is no statement.

    Args:
        article: The article.
        analysis: What the language room found in it.
        index: Place of the article in its story.
    """
    titles = [(block.start, block.end) for block in article.blocks if block.role in {"title", "heading"}]
    body = [(block.start, block.end) for block in article.blocks if block.own and block.role != "credit"]
    every = [(sentence.start, sentence.end) for sentence in analysis.sentences]
    kept = [s for s, inside in zip(analysis.sentences, _sharing([body], every), strict=True) if inside]
    places = [(sentence.start, sentence.end) for sentence in kept]
    said = _sharing([quotation.spans for quotation in analysis.quotations], places)
    headed = _sharing([titles], places)
    names, values = sorted(analysis.entities, key=_START), sorted(analysis.values, key=_START)
    verbs = [token.start for token in analysis.tokens if token.pos in {"VERB", "AUX"}]
    found: list[Statement] = []
    seen: set[tuple[str, ...]] = set()
    for number, sentence in enumerate(kept):
        text = article.text[sentence.start : sentence.end]
        words = tuple(word.casefold() for _, _, word in words_of(text))
        if not any(letter.isalpha() for letter in text) or _repeated(words, seen):
            continue
        seen.add(words)
        entities = _within(names, places[number])
        bare = _without(text, sentence.start, entities)
        found.append(
            Statement(
                article=index,
                number=number,
                start=sentence.start,
                end=sentence.end,
                text=text,
                clauses=_with_verbs(sentence, verbs),
                stems=content_stems(bare),
                people=frozenset(folded_name(e.name or e.text) for e in entities if e.label == "PER"),
                bare=bare,
                names=frozenset(filter(None, (folded_name(e.name or e.text) for e in entities))),
                entities=entities,
                values=_within(values, places[number]),
                quotations=tuple(analysis.quotations[one] for one in said[number]),
                place=number / max(1, len(kept) - 1),
                title=bool(headed[number]),
            )
        )
    return tuple(found)


def _with_verbs(sentence: Sentence, verbs: Sequence[int]) -> tuple[Span, ...]:
    """The clauses of a sentence; one without a verb states nothing and goes with its neighbour.

    Args:
        sentence: The sentence.
        verbs: Where the article's verbs begin, in order; where it has none, the clauses stay as they are.
    """
    whole = ((sentence.start, sentence.end),)
    if not verbs or len(sentence.clauses) < 2:
        return sentence.clauses or whole
    merged: list[Span] = []
    start: int | None = None
    for left, right in sentence.clauses:
        start = left if start is None else start
        if bisect_left(verbs, start) < bisect_left(verbs, right):
            merged.append((start, right))
            start = None
    if start is not None and merged:
        merged[-1] = (merged[-1][0], sentence.clauses[-1][1])
    return tuple(merged) or whole


def _repeated(words: tuple[str, ...], seen: AbstractSet[tuple[str, ...]]) -> bool:
    """Whether an article has said these words before, but for a few more at their end: repetition is no evidence."""
    return any(words[:length] in seen for length in range(max(_LONG, len(words) - _MORE), len(words) + 1))


def _without(text: str, offset: int, entities: Sequence[Entity]) -> str:
    """The text with its names blanked, so that they are not counted among the words as well."""
    letters = list(text)
    for entity in entities:
        for place in range(max(0, entity.start - offset), min(len(letters), entity.end - offset)):
            letters[place] = " "
    return "".join(letters)


def rarity(groups: Sequence[frozenset[str]], least: int = 0) -> Mapping[str, float]:
    """Inverse document frequency ``ln((N + 1) / df)`` of the items over the groups.

    Args:
        groups: The items of each sentence.
        least: N is taken to be at least so large.
    """
    counts: dict[str, int] = {}
    for group in groups:
        for item in group:
            counts[item] = counts.get(item, 0) + 1
    total = max(least, len(groups)) + 1
    return {item: log(total / count) for item, count in counts.items()}
