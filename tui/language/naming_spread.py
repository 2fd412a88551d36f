"""A name found in one place is a name in the others: missed places, joined names, labels by majority."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tui.language.model import Entity, EntityLabel, Sentence
from tui.language.naming_forms import base, fold, is_unmistakable, parts, spellings

_RECOGNISED = 0.5
"""Share of a form's places that the model must have found before the others are believed to be names, too."""

_OFTEN = 2
"""Places at which a single word must have been found, for one may be an error."""

_MAJORITY = 0.6
"""Share of its places at which a name has one label before the others get it, too."""

_SELDOM = 0.2
_MANY = 5
"""A form found at less than ``_SELDOM`` of at least ``_MANY`` places is no name there either."""

_WORD = re.compile(r"\w+(?:[-.]\w+)*")
_LONGEST = 6
"""Words of the longest form that is looked for elsewhere."""


def labels_by_majority(entities: Sequence[Entity], bases: Mapping[str, str]) -> dict[str, EntityLabel]:
    """The label that a folded form has at most of its places, for forms that have one."""
    votes: dict[str, Counter[EntityLabel]] = defaultdict(Counter)
    for entity in entities:
        votes[fold(bases[entity.text])][entity.label] += 1
    chosen: dict[str, EntityLabel] = {}
    for form, counts in votes.items():
        label, count = max(counts.items(), key=lambda item: (item[1], item[0]))
        if count / counts.total() >= _MAJORITY:
            chosen[form] = label
    return chosen


def split_neighbours(entities: Sequence[Entity], text: str, labels: Mapping[str, EntityLabel]) -> Iterator[Entity]:
    """Take names apart that a model joined, "Musk Twitter", where both are known with different labels."""
    for entity in entities:
        words = parts(entity.text)
        if len(words) == 2:
            first, second = (labels.get(fold(word)) for word in words)
            if first and second and first != second and "PER" in (first, second):
                middle = entity.start + len(words[0])
                start = entity.end - len(words[1])
                if text[start : entity.end] == words[1] and text[entity.start : middle] == words[0]:
                    yield replace(entity, end=middle, text=words[0], label=first, name=words[0])
                    yield replace(entity, start=start, text=words[1], label=second, name=words[1])
                    continue
        yield entity


class Places:
    """Where the words of an article stand, so that forms of names are found without reading the text once for each."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        """Index the words of the sentences."""
        self._text = text
        self._words = [
            match.span() for sentence in sentences for match in _WORD.finditer(text, sentence.start, sentence.end)
        ]
        self._first: dict[str, list[int]] = defaultdict(list)
        for number, (start, end) in enumerate(self._words):
            self._first[text[start:end]].append(number)

    @property
    def vocabulary(self) -> set[str]:
        """The different words."""
        return set(self._first)

    def text(self, start: int, end: int) -> str:
        """The words of a span."""
        return self._text[start:end]

    def find(self, form: str) -> Iterator[tuple[int, int]]:
        """The spans at which a form stands as whole words, also with a genitive s; never as a part of a compound."""
        words = parts(form)
        if not words or len(words) > _LONGEST:
            return
        heads = [words[0]] if len(words) > 1 else [words[0], words[0] + "s"]
        for head in heads:
            for number in self._first.get(head, ()):
                start = self._words[number][0]
                end = self._words[number][1] if len(words) == 1 else start + len(form)
                if len(words) > 1 and self._text[start:end] != form:
                    continue
                if len(words) > 1 and self._text[end : end + 1] == "s" and not self._text[end + 1 : end + 2].isalnum():
                    end += 1
                if not self._joins(start, end):
                    yield start, end

    def _joins(self, start: int, end: int) -> bool:
        """Whether the words are a part of a longer word."""
        after, before = self._text[end : end + 2], self._text[max(0, start - 1) : start]
        return after[:1].isalnum() or (after[:1] == "-" and after[1:].isalnum()) or before == "-" or before.isalnum()


def missed(
    entities: Sequence[Sequence[Entity]],
    places: Sequence[Places],
    bases: Mapping[str, str],
    labels: Mapping[str, EntityLabel],
) -> list[list[Entity]]:
    """The places of known names that were missed, article by article.

    Args:
        entities: The names found, by article.
        places: The words of the articles.
        bases: Forms without genitive endings, by form.
        labels: Labels by folded form.
    """
    forms = {spelling for form in bases.values() if fold(form) in labels for spelling in spellings(form)}
    taken = [{place for entity in own for place in range(entity.start, entity.end)} for own in entities]
    exact = [{(entity.start, entity.end) for entity in own} for own in entities]
    added: list[list[Entity]] = [[] for _ in entities]
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        found = [list(place.find(form)) for place in places]
        total = sum(map(len, found))
        hits = sum(span in spans for spans, own in zip(exact, found, strict=True) for span in own)
        certain = is_unmistakable(form.replace(" ", "")) or (" " in form and hits >= 1)
        if not certain and (hits < _OFTEN or hits / total < _RECOGNISED):
            continue
        label = labels[fold(form)]
        for number, spans in enumerate(found):
            for start, end in spans:
                if taken[number].isdisjoint(range(start, end)):
                    words = places[number].text(start, end)
                    added[number].append(Entity(start, end, words, label, words))
                    taken[number].update(range(start, end))
    return added


def seldom_found(entities: Sequence[Sequence[Entity]], places: Sequence[Places]) -> set[str]:
    """Single words that were taken for a name at few of their many places, like "KI" for a company."""
    taken = [{place for entity in own for place in range(entity.start, entity.end)} for own in entities]
    seldom: set[str] = set()
    for form in {entity.text for own in entities for entity in own if " " not in entity.text}:
        spans = [(number, start) for number, place in enumerate(places) for start, _ in place.find(form)]
        named = sum(start in taken[number] for number, start in spans)
        if len(spans) >= _MANY and named / len(spans) < _SELDOM:
            seldom.add(form)
    return seldom


def bases_of(entities: Sequence[Entity], vocabulary: set[str]) -> dict[str, str]:
    """Every form without its genitive ending, where the shorter form is attested as a word or a name."""
    attested = vocabulary | {entity.text for entity in entities}
    return {entity.text: base(entity.text, attested) for entity in entities}
