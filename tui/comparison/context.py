"""Whether two values are said of the same thing: by the words around them, and by how alike their sentences are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tui.comparison.amounts import compare_amounts, near
from tui.comparison.around import (
    aged,
    around,
    clause_of,
    is_age,
    is_apart,
    is_change,
    is_part,
    is_taxed,
    names_beside,
    number_of,
)
from tui.comparison.counted import DAYS, counts_people, is_bare
from tui.comparison.dates import compare_dates, names_day
from tui.comparison.happenings import SPEAKING, kinds_of_event
from tui.comparison.passages import content_stems
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

_ALONE = re.compile(r"(?<![\w-])\w(?:[\w.,]*\w)?(?![\w-])")
"""A word or number that is no part of a compound, as "13" is in "13- bis 17-Jährige"."""

_YEAR = re.compile(r"(?:im Jahre? )?\d{4}$")

_REST = re.compile(r"\s+und (\w+) (Mon|Woch)", re.IGNORECASE)
"""After years: the months or weeks that come on top."""

SHARED_STEMS = 2
"""Content words that the clauses of two values must share where they tell of no event of one kind."""

LEAST, LEAST_OF_DATE = -2.0, 0.0
"""Log odds of two sentences below which the words around their amounts, or their dates, count for nothing."""

CLOSE = 1.3
"""Ratio below which a number without a noun is taken for another version of a figure in a sentence much alike."""

SURE, SURE_OF_DATE, SURE_OF_STRANGERS = 0.8, 2.0, 1.5
"""Log odds of two sentences above which their amounts and days, their weekdays, months and years, and the amounts of
sentences that name nobody in common, are taken for those of one fact. Set by hand on invented stories."""


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
        return _with_rest(stated, value)
    events = kinds_of_event(clause_of(stated, value)) & PEOPLE.keys()
    units = {PEOPLE[event] for event in events}
    if len(units) != 1 or not counts_people(value.unit, bool(events & DOING)):
        return value
    return replace(value, unit=min(units))


def _with_rest(stated: Stated, value: Value) -> Value:
    """A duration told in two units as one: "vier Jahre und drei Monate"."""
    rest = _REST.match(around(stated, value)[1])
    number = rest and number_word(rest[1])
    if not rest or number is None or value.low is None or value.low != value.high:
        return value
    whole = value.low + number / (12 if rest[2].casefold() == "mon" else 52)
    return replace(value, low=whole, high=whole) if value.unit == "year" else value


def same_context(first: Stated, one: Value, second: Stated, other: Value, odds: float = 0.0) -> bool:
    """Whether two values are said of the same thing.

    Args:
        first: A mention.
        one: A value in it.
        second: A mention in another article.
        other: A value in that.
        odds: Log odds that the two sentences state one fact.
    """
    sides = ((first, one), (second, other))
    ages = [is_age(stated, value) for stated, value in sides]
    if any(ages):
        if not all(ages):
            return False
        people = first.statement.people, second.statement.people
        of_one_kind = aged(*sides[0]) and aged(*sides[0]) == aged(*sides[1])
        return bool(people[0] & people[1]) or bool(odds >= SURE and of_one_kind and not all(people))
    if odds < (LEAST_OF_DATE if one.kind == "date" else LEAST) or any(is_apart(*side) for side in sides):
        return False
    if any(len({tells(*side) for side in sides}) > 1 for tells in (is_change, is_taxed)):
        return False
    if any(is_bare(value) and is_part(stated, value) for stated, value in sides):
        return False
    people = first.statement.people, second.statement.people
    if one.unit in DAYS and all(people) and not people[0] & people[1]:
        return False  # terms and ages of two people
    events = [kinds_of_event(clause_of(stated, value)) for stated, value in sides]
    if one.kind == "date" and any(kinds & SPEAKING for kinds in events):
        return False  # when somebody spoke
    befell = [kinds & PEOPLE.keys() for kinds in events]
    if all(befell) and not befell[0] & befell[1]:
        return False  # the dead and the injured
    differ = bool(events[0] - events[1] and events[1] - events[0])  # an arrest and a sentence
    stems = [content_stems(clause_of(stated, value)) - content_stems(value.text) for stated, value in sides]
    shared = len(stems[0] & stems[1])
    alike = bool(events[0] & events[1])
    if one.kind == "percent":
        named = [names_beside(*side) for side in sides]
        if all(named) and not named[0] & named[1]:
            return False  # the shares of two parties
        if not (alike or first.statement.stems & second.statement.stems):
            return False
        if not (near(one, other) or alike or shared >= SHARED_STEMS):
            return False
    if one.kind == "date" and not (names_day(one) and names_day(other)):
        years = any(_YEAR.match(value.text) for value in (one, other))
        if odds < SURE_OF_DATE:
            return alike and shared >= SHARED_STEMS and not years
        if years:
            return events[0] == events[1] != frozenset() and shared > 0
        return not differ and (alike or shared > 0 or bool(people[0] & people[1]))
    names = first.statement.names, second.statement.names
    if odds < SURE_OF_STRANGERS and all(names) and not names[0] & names[1] and odds:
        return False
    if odds >= SURE and (_named(one, other) or _related(first, one, second, other)):
        if one.kind == "date":
            return not differ
        return one.unit not in DAYS or alike or shared > 0
    if differ or alike:
        return alike and not differ
    if near(one, other):
        return shared + len(first.statement.names & second.statement.names) >= 1
    return shared >= SHARED_STEMS


def _named(one: Value, other: Value) -> bool:
    """Whether both values say what they count or measure; results of votes and games do not."""
    return not (is_bare(one) or is_bare(other) or "ratio" in (one.unit, other.unit))


def _related(first: Stated, one: Value, second: Stated, other: Value) -> bool:
    """Whether two figures are close, and their sentences share a name, a kind of event or a word besides them."""
    if "ratio" in (one.unit, other.unit) or not near(one, other, CLOSE):
        return False
    sentences = first.statement, second.statement
    if sentences[0].names & sentences[1].names:
        return True
    if kinds_of_event(sentences[0].bare) & kinds_of_event(sentences[1].bare):
        return True
    said = content_stems(f"{one.text} {other.text}")
    return bool((sentences[0].stems & sentences[1].stems) - said)


def at_one_time(first: Stated, second: Stated, odds: float) -> bool:
    """Whether two sentences surely tell of one event, so that their times of day are compared.

    Args:
        first: A mention.
        second: A mention in another article.
        odds: Log odds that the two sentences state one fact.
    """
    if odds < SURE_OF_DATE:
        return False
    events = [kinds_of_event(stated.statement.bare) - SPEAKING for stated in (first, second)]
    return bool(events[0] & events[1]) or not (events[0] and events[1])


def told_by(stated: Stated, figure: Value, own: Value) -> bool:
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
    said = {digits(word) if word[0].isdigit() and word[-1].isdigit() else number_word(word) for word in words}
    return any(figure.low / scale in said for scale in (1.0, 1e3, 1e6, 1e9))
