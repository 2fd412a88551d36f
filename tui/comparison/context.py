"""What the words around a value say it counts, and whether two values cannot be said of one thing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tui.comparison.amounts import compare_amounts
from tui.comparison.around import (
    aged,
    around,
    clause_of,
    is_age,
    is_capacity,
    is_change,
    is_part,
    is_raised,
    is_taxed,
    names_beside,
    number_of,
)
from tui.comparison.bids import are_of_two_bids
from tui.comparison.counted import DAYS, counts_people
from tui.comparison.dates import compare_dates
from tui.comparison.frames import same_frame
from tui.comparison.happenings import kinds_of_event
from tui.comparison.stated import Stated
from tui.language.model import Value
from tui.language.values_numbers import number_word
from tui.language.values_words import digits

PEOPLE: Mapping[str, str] = {
    "die": "Tote",
    "injure": "Verletzte",
    "arrest": "Festgenommene",
    "sign": "Unterzeichner",
    "infect": "Erkrankte",
}
"""What people are counted as when an event of this kind happens to them."""

DOING = frozenset({"sign"})
"""Kinds of event that people of any kind are counted in, because they do it together."""

_WAS = re.compile(
    r"(?P<aboard>\ban Bord\b)|(?P<saved>\b(?:gerettet|evakuiert|lebend \w*geborgen|in Sicherheit gebracht)\b)",
    re.IGNORECASE,
)
"""In a clause: its people are those who were there, or those who came away."""

_DIGITS = re.compile(r"\d[\d.]*(?:,\d+)?")
_ALONE = re.compile(r"(?<![\w-])\w(?:[\w.,]*\w)?(?![\w-])")
"""A word or number that is no part of a compound, as "13" is in "13- bis 17-Jährige"."""


def specified(stated: Stated, value: Value) -> Value:
    """A count as what its clause says of it: "12 Menschen starben", "die Zahl der Toten stieg auf 12": the dead.

    Args:
        stated: The mention.
        value: A value in it.
    """
    if value.kind != "quantity" or value.unit is None:
        noun = number_of(stated, value) if value.kind == "quantity" else ""
        return replace(value, unit=noun) if noun else value
    if value.unit in DAYS:
        return value
    events = kinds_of_event(clause_of(stated, value)) & PEOPLE.keys()
    units = {PEOPLE[event] for event in events}
    if len(units) != 1 or not counts_people(value.unit, bool(events & DOING)):
        return value
    return replace(value, unit=min(units))


def of_two_things(first: Stated, one: Value, second: Stated, other: Value) -> bool:
    """Whether the words around two values, or else their articles, say that they are not said of one thing.

    Args:
        first: A mention.
        one: A value in it.
        second: A mention in another article.
        other: A value in that.
    """
    sides = ((first, one), (second, other))
    people = first.statement.people, second.statement.people
    ages = [is_age(*side) for side in sides]
    if any(ages):
        kinds = [aged(*side) for side in sides]
        of_one_kind = kinds[0] == kinds[1] if all(kinds) else same_frame(first.statement, second.statement)
        return not (all(ages) and (people[0] & people[1] or (of_one_kind and not all(people))))
    if any(len({tells(*side) for side in sides}) > 1 for tells in (is_capacity, is_change, is_raised, is_taxed)):
        return True
    if are_of_two_bids(first, one, second, other) or any(is_part(*side) for side in sides):
        return True
    if one.unit in DAYS and all(people) and not people[0] & people[1]:
        return True  # terms of two people
    if one.kind == "percent":
        named = [names_beside(*side) for side in sides]
        if all(named) and not named[0] & named[1]:
            return True  # the shares of two parties
    befell = [_befell(*side) for side in sides]
    if all(befell) and not befell[0] & befell[1]:
        return True  # the dead and the injured, those on board and those who were saved
    # Whoever states both figures knows both things.
    return _told_by(second, one, other) or _told_by(first, other, one)


def _befell(stated: Stated, value: Value) -> frozenset[str]:
    """What befell those who are counted, as far as the clause says."""
    clause = clause_of(stated, value)
    also = {found.lastgroup or "" for found in _WAS.finditer(clause)} if value.kind == "quantity" else set()
    return kinds_of_event(clause) & PEOPLE.keys() | also


def _told_by(stated: Stated, figure: Value, own: Value) -> bool:
    """Whether an article states a figure of another article too, beside its own.

    Args:
        stated: A mention in the article.
        figure: The figure of the other article.
        own: What this article states against it.
    """
    for value in stated.told:
        if value == own or (value.kind == "date") != (figure.kind == "date"):
            continue
        verdict = (compare_dates if figure.kind == "date" else compare_amounts)(figure, value)
        if verdict is not None and verdict.relation == "agree":
            return True
    return figure.kind != "date" and _says_number(stated, figure, own)


def _says_number(stated: Stated, figure: Value, own: Value) -> bool:
    """Whether the sentence says the number alone, without scale and unit: "von 70 auf 76 Milliarden Dollar"."""
    if figure.low is None or figure.low != figure.high:
        return False
    before, after = around(stated, own)
    words = _ALONE.findall(f"{before} {after}".casefold())
    said = {digits(word) if _DIGITS.fullmatch(word) else number_word(word) for word in words}
    return any(figure.low / scale in said for scale in (1.0, 1e3, 1e6, 1e9))
