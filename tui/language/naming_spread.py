"""A name found in one place is a name in the others: missed places, joined names, labels by majority."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tui.language.model import Entity, EntityLabel
from tui.language.naming_forms import (
    base,
    fold,
    initials,
    is_acronym,
    is_full,
    is_unmistakable,
    parts,
    spellings,
    surname,
)
from tui.language.naming_places import Found, Places

_RECOGNISED = 0.5
"""Share of a form's places that the model must have found before the others are believed to be names, too."""

_OFTEN = 2
"""Places at which a single word must have been found, for one may be an error."""

_KNOWN = 3
"""Places at which both of two joined names must stand alone before they are taken apart, and from which on a name of
several words is no such error."""

_MAJORITY = 0.6
"""Share of its places at which a name has one label before the others get it, too."""

_SENTENCE_HEAD = re.compile(r"(?:^|[.!?:]|\n)[\s„“\"»«]*$")

_SELDOM = 0.2
_MANY = 5
"""A form found at less than ``_SELDOM`` of at least ``_MANY`` places is no name there either."""


def labels_by_majority(entities: Sequence[Entity], bases: Mapping[str, str]) -> dict[str, EntityLabel]:
    """The label that a folded form has at most of its places, if any; a known surname in doubt is a person's.

    The first word of a person's name that stands often is a person's, too: models take a rare first name that stands
    alone for a firm.
    """
    persons = Counter(bases[e.text] for e in entities if e.label == "PER" and is_full(bases[e.text]))
    surnames = {fold(surname(name)) for name in persons}
    firsts = {fold(parts(name)[0]) for name, count in persons.items() if count >= _KNOWN}
    votes: dict[str, Counter[EntityLabel]] = defaultdict(Counter)
    for entity in entities:
        votes[fold(bases[entity.text])][entity.label] += 1
    chosen: dict[str, EntityLabel] = {}
    for form, counts in votes.items():
        label, count = max(counts.items(), key=lambda item: (item[1], item[0]))
        if form in firsts:
            chosen[form] = "PER"
        elif count / counts.total() >= _MAJORITY:
            chosen[form] = label
        elif form in surnames:
            chosen[form] = "PER"
    return chosen


def split_neighbours(
    entities: Sequence[Entity], text: str, labels: Mapping[str, EntityLabel], counts: Mapping[str, int]
) -> Iterator[Entity]:
    """Take names apart that a model joined, "Ebel Nordwerk", where both are well known with different labels."""
    for entity in entities:
        words = parts(entity.text)
        if len(words) == 2 and counts[fold(entity.text)] < _KNOWN:
            first, second = (labels.get(fold(word)) for word in words)
            known = all(counts[fold(word)] >= _KNOWN for word in words)
            if first and second and known and first != second and "PER" in (first, second):
                middle = entity.start + len(words[0])
                start = entity.end - len(words[1])
                if text[start : entity.end] == words[1] and text[entity.start : middle] == words[0]:
                    yield replace(entity, end=middle, text=words[0], label=first, name=words[0])
                    yield replace(entity, start=start, text=words[1], label=second, name=words[1])
                    continue
        yield entity


def missed(
    entities: Sequence[Sequence[Entity]], places: Places, bases: Mapping[str, str], labels: Mapping[str, EntityLabel]
) -> list[list[Entity]]:
    """The places of known names that were missed, article by article.

    Args:
        entities: The names found, by article.
        places: The words of the articles.
        bases: Forms without genitive endings, by form.
        labels: Labels by folded form.
    """
    forms = {
        spelling: labels[fold(form)] for form in bases.values() if fold(form) in labels for spelling in spellings(form)
    }
    short = _abbreviations(bases, labels, places)
    forms.update(dict.fromkeys(short, "ORG"))
    taken = _taken(entities)
    exact = {Found(number, entity.start, entity.end) for number, own in enumerate(entities) for entity in own}
    added: list[list[Entity]] = [[] for _ in entities]
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        label = forms[form]
        whole = (span for span in places.find(form) if span in exact or _is_free(span, taken))
        found = list(whole)  # a surname inside full names says nothing of those where it stands alone
        hits = sum(span in exact for span in found)
        certain = form in short or is_unmistakable(form.replace(" ", "")) or (" " in form and hits >= 1)
        if not found or (not certain and (hits < _OFTEN or hits / len(found) < _RECOGNISED)):
            continue
        for span in found:
            if _is_free(span, taken):
                words = places.text(span)
                added[span.article].append(Entity(span.start, span.end, words, label, words))
                taken[span.article].update(range(span.start, span.end))
    return added


def _abbreviations(bases: Mapping[str, str], labels: Mapping[str, EntityLabel], places: Places) -> set[str]:
    """Words in capitals that abbreviate the only fitting organisation of their article, which no model had found."""
    longs = {form for form in bases.values() if labels.get(fold(form)) == "ORG" and len(parts(form)) > 1}
    by_initials: dict[str, list[str]] = defaultdict(list)
    for form in sorted(longs):
        by_initials[initials(form)].append(form)
    short: set[str] = set()
    for word in places.vocabulary & by_initials.keys():
        if is_acronym(word) and fold(word) not in labels and len(by_initials[word]) == 1:
            spelled = {span.article for span in places.find(by_initials[word][0])}
            if all(span.article in spelled for span in places.find(word)):
                short.add(word)
    return short


def _is_free(span: Found, taken: Sequence[set[int]]) -> bool:
    return taken[span.article].isdisjoint(range(span.start, span.end))


def _taken(entities: Sequence[Sequence[Entity]]) -> list[set[int]]:
    """The positions inside names, by article."""
    return [{place for entity in own for place in range(entity.start, entity.end)} for own in entities]


def seldom_found(entities: Sequence[Sequence[Entity]], places: Places) -> set[str]:
    """Words in capitals that were taken for a name at few of their many places, like "KI" for a company."""
    taken = _taken(entities)
    seldom: set[str] = set()
    for form in {entity.text for own in entities for entity in own if is_acronym(entity.text)}:
        found = list(places.find(form))
        named = sum(span.start in taken[span.article] for span in found)
        if len(found) >= _MANY and named / len(found) < _SELDOM:
            seldom.add(form)
    return seldom


def openings(entities: Sequence[Sequence[Entity]], places: Places, texts: Sequence[str]) -> set[str]:
    """Words taken for a person once, at the head of a sentence, that are none elsewhere: "Geschossen hat niemand"."""
    counts = Counter(entity.text for own in entities for entity in own)
    longer = {part for form in counts if len(parts(form)) > 1 for part in parts(form)}
    return {
        entity.text
        for own, text in zip(entities, texts, strict=True)
        for entity in own
        if entity.label == "PER"
        and counts[entity.text] == 1
        and entity.text.casefold() in places.vocabulary
        and entity.text not in longer
        and _SENTENCE_HEAD.search(text, max(0, entity.start - 8), entity.start)
    }


def bases_of(entities: Sequence[Entity], vocabulary: set[str]) -> dict[str, str]:
    """Every form without its genitive ending, where the shorter form is attested as a word or a name."""
    names = {entity.text for entity in entities}
    folded = {fold(name) for name in names}
    bases = {name: base(name, vocabulary | names, names) for name in sorted(names)}
    for name, plain in bases.items():
        # "Statistischen Bundesamts" beside "Statistisches Bundesamt": the adjective has another ending, too.
        if plain == name and " " in name and name.endswith("s") and fold(name[:-1]) in folded:
            bases[name] = name[:-1]
        head, _, rest = name.partition(" ")
        for ending in ("es", "s"):
            plain = f"{head.removesuffix(ending)} {rest}"  # "Landgerichts Ulm" beside "Landgericht Ulm"
            if bases[name] == name and head.endswith(ending) and plain in names:
                bases[name] = plain
    return bases
