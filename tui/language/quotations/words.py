"""An article as the rules see it: words with their sentence, cut the same way whatever pipeline ran.

The rules look at words by number, so that looking left and right costs nothing; tags are looked up by position and may
be missing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.articles.model import Article
from tui.language.model import Entity, Sentence, Span, Token
from tui.language.quotations.lexicon import closed, finite_forms
from tui.language.quotations.mistagged import finite_after_all
from tui.language.quotations.particles import with_particles

_WORD = re.compile(r"\d+(?:[.,:]\d+)*(?:-[^\W\d_]+)*|[^\W_]+(?:['’&.@/-](?=[^\W_])[^\W_]+)*|\.{2,}|[^\w\s]|_+")
_DATELINE = re.compile(r"[A-ZÄÖÜ][^\W\d_]+(?:[ /.-]{1,2}[^\W\d_]+){0,3}\.? ?\([a-zA-Z/ ]{2,20}\)\s*[-–—:.]\s+")
"""Where and by which agency a report begins: "Berlin (dpa) - "."""

_SEPARATORS = frozenset(",;:–—()")
MARKS = frozenset("„“”\"»«‚‘’›‹'`")
"""Characters that can be quotation marks."""


@dataclass(slots=True)
class Word:
    """One word or sign."""

    start: int
    end: int
    text: str
    lower: str
    pos: str
    features: str
    sentence: int
    alpha: bool
    capital: bool

    @property
    def separator(self) -> bool:
        """Whether the sign parts clauses."""
        return self.text in _SEPARATORS


@dataclass(slots=True)
class Prose:
    """An article's words, sentences, paragraphs and names."""

    article: Article
    sentences: Sequence[Sentence]
    entities: Sequence[Entity]
    words: list[Word]
    ranges: list[tuple[int, int]]
    """Of each sentence the numbers of its first word and of the word after its last."""
    paragraphs: list[Span]
    """Lines of the own blocks, as positions."""
    starts: list[int]
    """Where each word starts, for looking up a position."""
    entity_starts: list[int]
    name_ends: dict[int, int]
    """For each word of a name the number of the word after the name."""
    person_ends: set[int]
    """Numbers of the words after names of persons, which take no genitive."""
    taken: list[bool] = field(default_factory=list)
    """Of each word whether it stands inside quoted words."""

    @property
    def text(self) -> str:
        """The raw text."""
        return self.article.text

    def at(self, position: int) -> int:
        """The number of the first word that starts at or after a position."""
        return bisect_left(self.starts, position)

    def sentence_at(self, position: int) -> int | None:
        """The number of the sentence that holds a position."""
        number = self.at(position + 1) - 1
        return self.words[number].sentence if 0 <= number < len(self.words) else None

    def span(self, first: int, last: int) -> Span:
        """Positions of the words ``first`` up to, without, ``last``."""
        return self.words[first].start, self.words[last - 1].end

    def entities_in(self, start: int, end: int) -> Sequence[Entity]:
        """The names that lie in a span."""
        first = bisect_left(self.entity_starts, start)
        return [entity for entity in self.entities[first : bisect_right(self.entity_starts, end)] if entity.end <= end]

    def raised(self, number: int) -> bool:
        """Whether only its place gives the first word of a sentence its capital: "Vorige Woche hat ..."."""
        first, last = self.ranges[self.words[number].sentence]
        return number == first < last - 1 and self.words[number + 1].capital

    def finite(self, number: int) -> bool:
        """Whether a word is a finite verb, by its tag or by the lists."""
        word = self.words[number]
        if self.taken[number]:
            return False
        if number and self.words[number - 1].lower == "zu":
            return False
        if word.pos:
            if word.pos in ("VERB", "AUX"):
                return "VerbForm=Fin" in word.features or (
                    "VerbForm" not in word.features and word.lower in finite_forms()
                )
            return word.lower in closed("auxiliary") and not word.capital
        return word.lower in finite_forms() and not (word.capital and number != self.ranges[word.sentence][0])

    def demonstrative(self, number: int) -> bool:
        """Whether "der" or "die" stands for somebody at the head of a sentence: "Der sagte", "Die wiederum schwieg"."""
        first, last = self.ranges[self.words[number].sentence]
        if number != first or self.words[number].lower not in ("der", "die"):
            return False
        verb = number + 1
        verb += verb < last and self.words[verb].lower in closed("adverb")
        return verb < last and self.finite(verb) and not self.words[verb].capital

    def konjunktiv(self, number: int, second: bool = False) -> bool:
        """Whether a word is a Konjunktiv I, or with ``second`` also a Konjunktiv II."""
        word = self.words[number]
        if self.taken[number]:
            return False
        if word.capital and number != self.ranges[word.sentence][0]:
            return False
        if word.lower in closed("konjunktiv"):
            return not word.pos or word.pos in ("VERB", "AUX")
        if second and word.lower in closed("konjunktiv2"):
            return True
        if word.lower.startswith("möcht"):
            return False
        if "Mood=Sub" in word.features and word.pos in ("VERB", "AUX"):
            ending = word.lower[-1:]  # none is told in "er züchtet"
            return ending != "t" and (second or (ending == "e" and word.lower not in closed("konjunktiv2")))
        return False


def negated(prose: Prose, first: int, last: int) -> bool:
    """Whether one of the words ``first`` up to, without, ``last`` denies the clause."""
    return any(prose.words[n].lower in closed("negation") for n in range(first, last))


def read_words(
    article: Article, sentences: Sequence[Sentence], tokens: Sequence[Token], entities: Sequence[Entity]
) -> Prose:
    """Cut an article's sentences into words and look up their tags."""
    tags = {token.start: token for token in tokens if token.pos}
    found: list[Word] = []
    ranges: list[tuple[int, int]] = []
    text = article.text
    for number, sentence in enumerate(sentences):
        first = len(found)
        dateline = _DATELINE.match(text, sentence.start, sentence.end)
        for match in _WORD.finditer(text, dateline.end() if dateline else sentence.start, sentence.end):
            piece = match[0]
            if (
                piece == "-"
                and text[match.start() - 1 : match.start()].isspace()
                and text[match.end() : match.end() + 1].isspace()
            ):
                piece = "–"  # a hyphen between spaces stands for a dash
            tag = tags.get(match.start())
            found.append(
                Word(
                    match.start(),
                    match.end(),
                    piece,
                    piece.lower(),
                    _part_of_speech(tag, piece, found[-1] if len(found) > first else None),
                    tag.features if tag else "",
                    number,
                    piece[0].isalnum(),
                    _capital(piece),
                )
            )
        ranges.append((first, len(found)))
    finite_after_all(found)
    entities = sorted(with_particles(text, entities), key=lambda entity: (entity.start, -entity.end))
    starts = [word.start for word in found]
    name_ends: dict[int, int] = {}
    person_ends: set[int] = set()
    for entity in entities:
        first, last = bisect_left(starts, entity.start), bisect_left(starts, entity.end)
        if entity.label == "PER":
            person_ends.add(last)
        for number in range(first, last):
            name_ends[number] = max(last, name_ends.get(number, 0))
            if entity.label == "PER" and found[number].pos in ("ADP", "DET"):
                found[number].pos = "PROPN"  # "von der Heyde"
    return Prose(
        article,
        sentences,
        entities,
        found,
        ranges,
        list(_paragraphs(article, text)),
        starts,
        [entity.start for entity in entities],
        name_ends,
        person_ends,
        [False] * len(found),
    )


def _part_of_speech(tag: Token | None, piece: str, before: Word | None) -> str:
    """A word's tag; a capital inside a sentence makes a noun of what the tagger took for a verb."""
    if tag is None:
        return ""
    inside = before is not None and (before.alpha or before.text == ",")
    return "NOUN" if inside and piece[0].isupper() and tag.pos in ("VERB", "AUX") else tag.pos


def _capital(piece: str) -> bool:
    """Whether a word is written as a noun: with a capital, or as "71-Jährige"."""
    return piece[0].isupper() or (piece[0].isdigit() and piece.rpartition("-")[2][:1].isupper())


def _paragraphs(article: Article, text: str) -> list[Span]:
    """The lines of the own blocks that hold more than white space."""
    lines: list[Span] = []
    for block in article.own_blocks:
        for match in re.compile(r"[^\n]*\S[^\n]*").finditer(text, block.start, block.end):
            lines.append((match.start(), match.end()))
    return lines
