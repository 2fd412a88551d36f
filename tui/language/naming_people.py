"""Which person a surname or given name stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.language.naming_forms import fold, is_full, parts, same_given_names, surname


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
    person of that surname in the story; if there are several, the one last named in full before it in its article, or
    the only one its article names in full; else it stays by itself.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        """Collect the full names."""
        ordered = sorted(places)
        counts = Counter(place.form for place in ordered if is_full(place.form))
        self._names = _merged(counts)
        self._by_part: dict[str, set[str]] = defaultdict(set)
        self._by_given: dict[str, set[str]] = defaultdict(set)
        self._full: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for form, name in self._names.items():
            self._by_part[fold(surname(form))].add(name)
            for part in parts(form)[1:]:
                self._by_part[fold(part)].add(name)
            self._by_given[fold(parts(form)[0])].add(name)
        for place in ordered:
            if place.form in self._names:
                self._full[place.article].append((place.start, self._names[place.form]))

    def name(self, place: Place) -> str:
        """The name of the person meant at a place; the form itself where it is not known."""
        if place.form in self._names:
            return self._names[place.form]
        for candidates in (self._by_part.get(fold(place.form)), self._by_given.get(fold(place.form))):
            if not candidates:
                continue
            if len(candidates) == 1:
                return next(iter(candidates))
            return self._nearest(place, candidates) or place.form
        return place.form

    def knows(self, form: str) -> bool:
        """Whether a form is a full name of the story or a part of one."""
        return form in self._names or fold(form) in self._by_part or fold(form) in self._by_given

    def _nearest(self, place: Place, candidates: set[str]) -> str | None:
        """Of several persons the one whose full name stands last before a place, or alone in the article."""
        full: Sequence[tuple[int, str]] = self._full.get(place.article, ())
        for _, name in reversed(full[: bisect_left(full, (place.start, ""))]):
            if name in candidates:
                return name
        named = {name for _, name in full if name in candidates}
        return next(iter(named)) if len(named) == 1 else None


def _merged(counts: Counter[str]) -> dict[str, str]:
    """One name for the full forms of one person: the most frequent one of them."""
    by_surname: dict[str, list[str]] = defaultdict(list)
    for form in sorted(counts, key=lambda form: (-counts[form], -len(form), form)):
        by_surname[fold(surname(form))].append(form)
    names: dict[str, str] = {}
    for forms in by_surname.values():
        chosen: list[str] = []
        for form in forms:
            fitting = [name for name in chosen if same_given_names(form, name)]
            if len(fitting) == 1:
                names[form] = fitting[0]
            else:
                chosen.append(form)
                names[form] = form
    return names
