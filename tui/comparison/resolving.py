"""Writes names in for "er" and "der Kanzler", so that passages that speak of one person look alike to the encoder.

Roles are learnt from the story itself: who is called "Baumeister Ebel" once is meant by "der Baumeister"
elsewhere. The resolved text serves comparison alone and is never shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.comparison.passages import Statement, folded_name
from tui.comparison.wordlists import listed
from tui.language.model import Span

_TITLE = re.compile(r"([A-ZÄÖÜ][\w-]{4,}) $")
_DEFINITE = re.compile(
    r"\b(?:[Dd](?:er|em|en|es)|[Ss]ein(?:em|en|es)?|[Vv]om|[Zz]um|[Bb]eim|[Ii]m)\s+"
    r"(?:[a-zäöüß]+(?:e|en|er)\s+)?([A-ZÄÖÜ][\w-]+)"
)
_LISTED = re.compile(r"(?:^|, |\bund )([A-ZÄÖÜ][\w-]{4,})(?=, [A-ZÄÖÜ]| und [A-ZÄÖÜ]| haben| sind| waren)")
"""Roles in a row: "Verkehrsminister, Justizminister und Bildungsministerin haben"."""

_PRONOUN = re.compile(r"\b[Ee]r\b")
_FEDERAL = "Bundes"
_SHARE = 0.75
"""Share of its uses in which a role must stand before one and the same name."""

_NEAR = 25
"""Code points after a role within which its holder's name makes another name needless."""


_OPENING = 3
"""Code points at a sentence's start in which a pronoun cannot mean somebody named before it in the sentence."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A sentence with names written in."""

    text: str
    places: tuple[int, ...]
    """For each code point of ``text``, and one past its end, the code point of the article that it stands for."""
    named: tuple[Span, ...]
    """Where names stand in ``text``."""
    names: frozenset[str]
    """Names of the people that were written in, folded."""


def roles_of(statements: Sequence[Statement]) -> Mapping[str, str]:
    """Roles of the story and the one person that each belongs to: "Baumeister" -> "Rolf Ebel".

    Args:
        statements: All sentences of a story, names unified.
    """
    counts: dict[str, Counter[str]] = {}
    for statement in statements:
        for entity in statement.entities:
            if entity.label != "PER":
                continue
            found = _TITLE.search(statement.text[: entity.start - statement.start])
            if found and found.group(1).casefold() not in listed("function_words"):
                for form in _forms(found.group(1)):
                    counts.setdefault(form, Counter())[entity.name] += 1
    roles: dict[str, str] = {}
    for role, holders in counts.items():
        name, count = min(holders.items(), key=lambda item: (-item[1], item[0]))
        if count >= _SHARE * sum(holders.values()):
            roles[role] = name
    return roles


def _forms(role: str) -> Iterator[str]:
    """The role as written, its last part, and without "Bundes"."""
    for form in dict.fromkeys((role, role.rpartition("-")[2])):
        yield form
        if form.startswith(_FEDERAL) and len(form) > len(_FEDERAL) + 4:
            yield form[len(_FEDERAL) :].capitalize()


def resolve(statements: Sequence[Statement]) -> tuple[Resolved, ...]:
    """Resolve the sentences of a story, in order.

    "er" stands for the person named first in the sentence before the pronoun, else for the person that the sentence
    before named first.

    Args:
        statements: All sentences of a story in order of article and position, names unified.
    """
    roles = roles_of(statements)
    found: list[Resolved] = []
    focus: str | None = None
    article = -1
    for statement in statements:
        if statement.article != article:
            focus, article = None, statement.article
        people = [(e.start - statement.start, e.name) for e in statement.entities if e.label == "PER"]
        inserted: list[tuple[int, int, str]] = []
        for place, name in _role_holders(statement.text, people, roles):
            inserted.append((place, place, " " + name))
            people.append((place - 1, name))
        people.sort()
        for match in _PRONOUN.finditer(statement.text):
            before = [name for place, name in people if place < match.start()]
            meant = before[0] if before and match.start() > _OPENING else focus
            if meant:
                inserted.append((match.start(), match.end(), meant))
        if people:
            focus = people[0][1]
        found.append(_written(statement, sorted(inserted)))
    return tuple(found)


def _role_holders(text: str, people: Sequence[tuple[int, str]], roles: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Where a role stands without its holder's name, and the name."""
    for match in (*_DEFINITE.finditer(text), *_LISTED.finditer(text)):
        role = match.group(1)
        name = roles.get(role) or roles.get(role.removesuffix("s")) or roles.get(role.removesuffix("es"))
        end = match.end(1)
        if name is None or any(end <= place <= end + _NEAR and other == name for place, other in people):
            continue
        if text[end : end + 2].strip()[:1].isupper():
            continue
        yield end, name


def with_people(statements: Sequence[Statement], resolved: Sequence[Resolved]) -> list[Statement]:
    """The statements with the people that they mean by pronouns and roles among their names."""
    return [
        replace(statement, names=statement.names | found.names, people=statement.people | found.names)
        for statement, found in zip(statements, resolved, strict=True)
    ]


def _written(statement: Statement, inserted: Sequence[tuple[int, int, str]]) -> Resolved:
    text: list[str] = []
    places: list[int] = []
    named: list[Span] = []
    entities = [(e.start - statement.start, e.end - statement.start) for e in statement.entities]
    shift = position = 0
    shifts: list[tuple[int, int]] = []
    for start, end, words in inserted:
        if start < position:
            continue
        text.append(statement.text[position:start])
        places.extend(range(position, start))
        named.append((len(places), len(places) + len(words)))
        text.append(words)
        places.extend([start] * len(words))
        shift += len(words) - (end - start)
        shifts.append((start, shift))
        position = end
    text.append(statement.text[position:])
    places.extend(range(position, len(statement.text) + 1))
    for start, end in entities:
        moved = next((value for place, value in reversed(shifts) if place <= start), 0)
        named.append((start + moved, end + moved))
    return Resolved(
        text="".join(text),
        places=tuple(statement.start + place for place in places),
        named=tuple(sorted(named)),
        names=frozenset(folded_name(words) for _, _, words in inserted),
    )
