"""What the words around a value say of it: what is counted, and whether two values are said of the same thing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tui.comparison.amounts import DAYS, counts_people, near
from tui.comparison.happenings import kinds_of_event
from tui.comparison.passages import content_stems
from tui.comparison.stated import Stated
from tui.language.model import Value

PEOPLE: Mapping[str, str] = {"die": "Tote", "injure": "Verletzte", "arrest": "Festgenommene", "sign": "Unterzeichner"}
"""What people are counted as when an event of this kind happens to them."""

DOING = frozenset({"sign"})
"""Kinds of event that people of any kind are counted in, because they do it together."""

SHARED_STEMS = 2
"""Content words that the clauses of two values must share where they tell of no event of one kind."""

_AGE = re.compile(r"\s*(?:alt\w*\b|jährig)", re.IGNORECASE)
_FURTHER = re.compile(
    r"\b(?:weiter\w*|zusätzlich\w*|noch(?: ein)?mals?|noch|jeweils|je|pro|insgesamt|zuvor|zuletzt|bis)(?: zum)?\s+$",
    re.IGNORECASE,
)
"""Before a value: it comes on top of another, is one of several, tells of an earlier time or ends a span."""

_SPAN = re.compile(r"\s*(?:bis|–|-)\s", re.IGNORECASE)
"""After a value: it begins a span."""


def specified(stated: Stated, value: Value) -> Value:
    """A count of people as what its clause says of them: "12 Menschen starben" counts the dead.

    Args:
        stated: The mention.
        value: A value in it.
    """
    if value.kind != "quantity" or value.unit is None:
        return value
    events = kinds_of_event(_clause(stated, value)) & PEOPLE.keys()
    if len(events) != 1 or not counts_people(value.unit, bool(events & DOING)):
        return value
    return replace(value, unit=PEOPLE[min(events)])


def same_context(first: Stated, one: Value, second: Stated, other: Value) -> bool:
    """Whether the clauses of two values tell of the same kind of event, or share words.

    Args:
        first: A mention.
        one: A value in it.
        second: A mention in another article.
        other: A value in that.
    """
    sides = ((first, one), (second, other))
    events = [kinds_of_event(_clause(stated, value)) for stated, value in sides]
    ages = [_is_age(stated, value) for stated, value in sides]
    if any(ages):
        return all(ages) and bool(first.statement.people & second.statement.people)  # an age is somebody's
    if any(_FURTHER.search(_before(stated, value)) or _SPAN.match(_after(stated, value)) for stated, value in sides):
        return False
    people = first.statement.people, second.statement.people
    if one.unit in DAYS and all(people) and not people[0] & people[1]:
        return False  # terms and ages of two people
    if events[0] - events[1] and events[1] - events[0]:
        return False  # each tells of a kind of event that the other does not: an arrest and a sentence
    if events[0] & events[1]:
        return True
    stems = [content_stems(_clause(stated, value)) - content_stems(value.text) for stated, value in sides]
    alike = len(stems[0] & stems[1])
    if near(one, other):
        alike += len(first.statement.names & second.statement.names)
        return alike >= 1
    return alike >= SHARED_STEMS


def _clause(stated: Stated, value: Value) -> str:
    """The clause that a value stands in, its names blanked."""
    statement = stated.statement
    start, end = next(((s, e) for s, e in statement.clauses if s <= value.start < e), (statement.start, statement.end))
    return statement.bare[start - statement.start : end - statement.start]


def _before(stated: Stated, value: Value) -> str:
    return stated.statement.text[: value.start - stated.statement.start]


def _is_age(stated: Stated, value: Value) -> bool:
    return "jährig" in value.text.casefold() or _AGE.match(_after(stated, value)) is not None


def _after(stated: Stated, value: Value) -> str:
    return stated.statement.text[value.end - stated.statement.start :]
