"""What the words around a value say of it: what is counted, and whether two values are said of the same thing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tui.comparison.amounts import counts_people
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
_FURTHER = re.compile(r"\b(?:weiter\w*|zusätzlich\w*|noch einmal|nochmals|jeweils|je|pro|insgesamt)\s+$", re.IGNORECASE)
"""Before an amount: it comes on top of another, or is one of several."""


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
    if any(_FURTHER.search(_before(stated, value)) for stated, value in sides):
        return False
    if events[0] - events[1] and events[1] - events[0]:
        return False  # each tells of a kind of event that the other does not: an arrest and a sentence
    if events[0] & events[1]:
        return True
    stems = [content_stems(_clause(stated, value)) - content_stems(value.text) for stated, value in sides]
    return len(stems[0] & stems[1]) >= SHARED_STEMS


def _clause(stated: Stated, value: Value) -> str:
    """The clause that a value stands in, its names blanked."""
    statement = stated.statement
    start, end = next(((s, e) for s, e in statement.clauses if s <= value.start < e), (statement.start, statement.end))
    return statement.bare[start - statement.start : end - statement.start]


def _before(stated: Stated, value: Value) -> str:
    return stated.statement.text[: value.start - stated.statement.start]


def _is_age(stated: Stated, value: Value) -> bool:
    after = stated.statement.text[value.end - stated.statement.start :]
    return "jährig" in value.text.casefold() or _AGE.match(after) is not None
