"""One name per person, company or place across the articles of a story.

Pure: takes analyses whose names are each article's own and gives new ones. What the model found in one place and missed
in another is added, labels follow the majority, every entity gets the name that the story uses, and so do speakers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tui.articles.model import Article
from tui.language.groups import Groups
from tui.language.model import Analysis, Entity, Quotation, Reference
from tui.language.naming_cases import nominatives
from tui.language.naming_forms import fold, is_acronym, trimmed
from tui.language.naming_groups import join_things, shown_name
from tui.language.naming_people import People, Place
from tui.language.naming_places import Places
from tui.language.naming_spelling import respelt
from tui.language.naming_spread import (
    bases_of,
    labels_by_majority,
    missed,
    openings,
    seldom_found,
    split_neighbours,
)


def unify_names(analyses: Sequence[Analysis], articles: Sequence[Article]) -> tuple[Analysis, ...]:
    """Give the entities and speakers of one story their common names.

    Args:
        analyses: The analyses of the articles of one story.
        articles: The same articles in the same order.

    Returns:
        New analyses in the same order.
    """
    texts = [article.text for article in articles]
    places = Places(texts, [analysis.sentences for analysis in analyses])
    vocabulary = places.vocabulary
    own = [_trimmed(analysis.entities, text) for analysis, text in zip(analyses, texts, strict=True)]
    seldom = seldom_found(own, places) | openings(own, places, texts)
    own = [[entity for entity in entities if entity.text not in seldom] for entities in own]
    every = [entity for entities in own for entity in entities]
    bases = bases_of(every, vocabulary)
    labels = labels_by_majority(every, bases)
    counts = Counter(fold(bases[entity.text]) for entity in every)
    own = [list(split_neighbours(entities, text, labels, counts)) for entities, text in zip(own, texts, strict=True)]
    own = [
        [replace(e, label=labels.get(fold(bases.get(e.text, e.text)), e.label)) for e in entities] for entities in own
    ]
    added = missed(own, places, bases, labels)
    own = [sorted([*entities, *more], key=lambda e: e.start) for entities, more in zip(own, added, strict=True)]
    naming = Naming(own, texts, vocabulary, nominatives(own, texts))
    return tuple(naming.applied(analysis, number) for number, analysis in enumerate(analyses))


def _trimmed(entities: Sequence[Entity], text: str) -> list[Entity]:
    """The entities without titles and line breaks; what is no name is left out."""
    kept = []
    for entity in entities:
        span = trimmed(text, entity.start, entity.end, person=entity.label == "PER")
        if span:
            kept.append(replace(entity, start=span[0], end=span[1], text=text[span[0] : span[1]]))
    return kept


class Naming:
    """The names of a story, ready to be given to its entities and speakers."""

    def __init__(
        self,
        entities: Sequence[Sequence[Entity]],
        texts: Sequence[str],
        vocabulary: set[str],
        nominative: Mapping[str, str],
    ) -> None:
        """Find out which forms stand for whom.

        Args:
            entities: The entities of each article, in order.
            texts: Their texts.
            vocabulary: All words of the articles.
            nominative: Forms of things in another case, as they would stand alone.
        """
        self._nominative = nominative
        self._entities = entities
        every = [entity for own in entities for entity in own]
        plain = bases_of(every, vocabulary)
        self._bases = respelt(every, plain)
        self._forms = {*self._bases, *self._bases.values()}
        labels = labels_by_majority(every, self._bases)
        self._people = People(
            (
                Place(number, entity.start, self._bases[entity.text])
                for number, own in enumerate(entities)
                for entity in own
                if entity.label == "PER"
            ),
            texts,
            {plain[e.text]: self._bases[e.text] for e in every if e.label == "PER"},
        )
        self._labels: Mapping[str, str] = {**{fold(b): "" for b in self._bases.values()}, **labels}
        self._names = self._names_of_things(every, texts)

    def _names_of_things(self, every: Sequence[Entity], texts: Sequence[str]) -> dict[str, str]:
        """The name of each folded form that is no person's."""
        things = [entity for entity in every if entity.label != "PER"]
        together: dict[str, set[int]] = defaultdict(set)
        for number, own in enumerate(self._entities):
            for entity in own:
                together[fold(self._bases[entity.text])].add(number)
        groups = Groups()
        forms = (self._bases[entity.text] for entity in things)
        join_things(groups, forms, self._labels, together, self._explained(texts))
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for entity in things:
            form = self._bases[entity.text]
            counts[groups.root(fold(form))][" ".join(form.split())] += 1
        names = {root: self._nominative.get(shown := shown_name(forms), shown) for root, forms in counts.items()}
        return {fold(self._bases[entity.text]): names[groups.root(fold(self._bases[entity.text]))] for entity in things}

    def _explained(self, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The acronyms that stand in brackets right behind a name that is no person's, with that name."""
        for own, text in zip(self._entities, texts, strict=True):
            for long, short in pairwise(own):
                bracketed = text[long.end : short.start] == " (" and text[short.end : short.end + 1] == ")"
                if bracketed and is_acronym(short.text) and "PER" not in (long.label, short.label):
                    yield self._bases[short.text], self._bases[long.text]

    def name(self, form: str, person: bool, number: int, start: int) -> str:
        """The name that a form stands for at a place.

        Args:
            form: As written.
            person: Whether it is a person's.
            number: The article.
            start: The place in the article.
        """
        plain = self._bases.get(form, form)
        if person or (fold(plain) not in self._names and self._people.knows(plain)):
            return " ".join(self._people.name(Place(number, start, plain)).split())
        return self._names.get(fold(plain), " ".join(plain.split()))

    def applied(self, analysis: Analysis, number: int) -> Analysis:
        """An analysis with the story's entities and names."""
        entities = tuple(
            replace(entity, name=self.name(entity.text, entity.label == "PER", number, entity.start))
            for entity in self._entities[number]
        )
        quotations = tuple(self._quotation(quotation, entities, number) for quotation in analysis.quotations)
        return replace(analysis, entities=entities, quotations=quotations)

    def _quotation(self, quotation: Quotation, entities: Sequence[Entity], number: int) -> Quotation:
        speaker = self._reference(quotation.speaker, entities, number) if quotation.speaker else None
        via = tuple(self._reference(origin, entities, number) for origin in quotation.via)
        return replace(quotation, speaker=speaker, via=via)

    def _reference(self, reference: Reference, entities: Sequence[Entity], number: int) -> Reference:
        """A reference by the story's name: that of the entity it is, else of the name it was resolved to."""
        within = [e for e in entities if e.start >= reference.start and e.end <= reference.end]
        if within and reference.name in ("", within[0].text, self._bases.get(within[0].text)):
            chosen = next((entity for entity in within if entity.label == "PER"), within[0])
            if reference.name or len(chosen.text) * 2 > len(reference.text):
                return replace(reference, name=chosen.name)
        plain = self._bases.get(reference.name, reference.name)
        if not reference.name or not (reference.name in self._forms or self._people.knows(plain)):
            return reference
        person = self._labels.get(fold(plain), "PER" if self._people.knows(plain) else "") == "PER"
        return replace(reference, name=self.name(reference.name, person, number, reference.start))
