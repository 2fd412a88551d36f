"""Which person a surname or given name stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.language.bearers import Mention, meant_by_surname, one_name_each
from tui.language.naming_forms import fold, is_full, parts, surname


class Place(NamedTuple):
    """Where a form of a person's name stands."""

    article: int
    """Number of the article in the story."""
    start: int
    form: str
    """Without its genitive ending."""


class People:
    """The persons of a story, by their full names; answers whom a short form stands for at a place.

    Two full names of one surname are two persons unless their given names go together. A bare surname is the only
    person of that surname in the story; if there are several, the one whom its article means by it, or the only one its
    article names in full; else it stays by itself.
    """

    def __init__(self, places: Iterable[Place], texts: Sequence[str]) -> None:
        """Collect the full names of the articles with these texts."""
        ordered = sorted(places)
        self._names = one_name_each(place.form for place in ordered if is_full(place.form))
        self._by_part: dict[str, set[str]] = defaultdict(set)
        self._by_given: dict[str, set[str]] = defaultdict(set)
        self._full: dict[int, set[str]] = defaultdict(set)
        mentions: dict[int, list[Mention]] = defaultdict(list)
        for form, name in self._names.items():
            self._by_part[fold(surname(form))].add(name)
            for part in parts(form)[1:]:
                self._by_part[fold(part)].add(name)
            self._by_given[fold(parts(form)[0])].add(name)
        for place in ordered:
            mentions[place.article].append(Mention(place.start, place.form))
            if place.form in self._names:
                self._full[place.article].add(self._names[place.form])
        self._meant = {
            (article, start): self._names[form]
            for article, named in mentions.items()
            for start, form in meant_by_surname(texts[article], named).items()
        }

    def name(self, place: Place) -> str:
        """The name of the person meant at a place; the form itself where it is not known."""
        if place.form in self._names:
            return self._names[place.form]
        for candidates in (self._by_part.get(fold(place.form)), self._by_given.get(fold(place.form))):
            if not candidates:
                continue
            if len(candidates) == 1:
                return next(iter(candidates))
            return self._meant_by(place, candidates) or place.form
        return place.form

    def knows(self, form: str) -> bool:
        """Whether a form is a full name of the story or a part of one."""
        return form in self._names or fold(form) in self._by_part or fold(form) in self._by_given

    def _meant_by(self, place: Place, candidates: set[str]) -> str | None:
        """Of several persons the one whom an article means at a place, or alone names in full."""
        meant = self._meant.get((place.article, place.start))
        if meant in candidates:
            return meant
        named = self._full.get(place.article, set()) & candidates
        return next(iter(named)) if len(named) == 1 else None
