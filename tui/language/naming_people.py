"""Which person a surname or given name stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.articles.first_names import first_names
from tui.language.bearers import COURTESY, Mention, meant_by_surname, one_name_each, word_before
from tui.language.lexicon import words
from tui.language.naming_forms import fold, is_full, parts, surname

_FAMILY = words("naming", "family")
_GENERATION = re.compile(r"s? (?:[Ss]en(?:ior|\.)|[Jj]un(?:ior|\.)|[Ss]r\.|[Jj]r\.)")


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
    person of that surname in the story; if there are several, the one whom its article means by it, or whom alone the
    word before can mean, or the only one that its article has named in full; else it stays by itself.
    """

    def __init__(self, places: Iterable[Place], texts: Sequence[str], spellings: Mapping[str, str]) -> None:
        """Collect the full names of some articles.

        Args:
            places: Where people are named, each name in one spelling.
            texts: The texts of the articles.
            spellings: By each form that stands in them the form in that spelling.
        """
        ordered = sorted(places)
        self._names = one_name_each(place.form for place in ordered if is_full(place.form))
        self._by_part: dict[str, set[str]] = defaultdict(set)
        self._by_given: dict[str, set[str]] = defaultdict(set)
        self._full: dict[int, dict[str, int]] = defaultdict(dict)
        self._offices: dict[str, set[str]] = defaultdict(set)
        self._texts = texts
        mentions: dict[int, list[Mention]] = defaultdict(list)
        for form, name in self._names.items():
            self._by_part[fold(surname(form))].add(name)
            for part in parts(form)[1:]:
                self._by_part[fold(part)].add(name)
            self._by_given[fold(parts(form)[0])].add(name)
        for form, used in spellings.items():
            if used in self._names:
                self._by_part[fold(surname(form))].add(self._names[used])
        for place in ordered:
            mentions[place.article].append(Mention(place.start, place.form))
            if place.form in self._names:
                name = self._names[place.form]
                self._full[place.article].setdefault(name, place.start)
                self._offices[name].add(word_before(texts[place.article], place.start))
        self._meant = {
            (article, start): self._names[form]
            for article, named in mentions.items()
            for start, form in meant_by_surname(texts[article], named).items()
        }

    def name(self, place: Place) -> str:
        """The name of the person meant at a place; the form itself where it is not known."""
        if place.form in self._names:
            return self._names[place.form]
        if self._is_of_several(place):
            return place.form
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

    def _is_of_several(self, place: Place) -> bool:
        """Whether a surname is told as that of a family, or of its elder or younger bearer: "die Brüder Ebel"."""
        text = self._texts[place.article]
        family = word_before(text, place.start).rpartition("-")[2].casefold() in _FAMILY
        return family or _GENERATION.match(text, place.start + len(place.form)) is not None

    def _meant_by(self, place: Place, candidates: set[str]) -> str | None:
        """Of several persons the one whom an article means at a place, or alone has named in full."""
        meant = self._meant.get((place.article, place.start))
        if meant in candidates:
            return meant
        text = self._texts[place.article]
        before = word_before(text, place.start)
        gender = COURTESY.get(before)
        told = {name for name in candidates if before and before in self._offices[name]} or {
            name for name in candidates if gender and first_names().get(parts(name)[0]) == gender
        }
        if len(told) == 1:
            return told.pop()
        named = {name: start for name, start in self._full.get(place.article, {}).items() if name in candidates}
        if len(named) != 1:
            return None
        name, start = named.popitem()
        # Who is known already may be meant before a namesake is brought in, but a title names whom its text names.
        return name if start < place.start or _is_heading(text, place.start) else None


def _is_heading(text: str, place: int) -> bool:
    """Whether a place stands in a line that does not end as a sentence does."""
    end = text.find("\n", place)
    line = text[place : len(text) if end < 0 else end].rstrip("\"“”»«‘’' ")
    return not line.endswith((".", "!", "?", ":", "…"))
