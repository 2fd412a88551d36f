"""The same words given to two people are a possible conflict, and only where they are surely two."""

from __future__ import annotations

import pytest

from tests.comparison import making
from tests.language.quotations.reader import quotations
from tui.comparison import compare
from tui.comparison.passages import statements_of
from tui.comparison.same_words import given_to_two
from tui.comparison.stated import Stated, whole
from tui.language.model import EntityLabel

NAMES: list[tuple[str, EntityLabel]] = [
    ("Frank Ruch", "PER"),
    ("Uwe Tesche", "PER"),
    ("Uwe Teschke", "PER"),
    ("Pele", "PER"),
    ("Bürgerbund Lindau", "ORG"),
]
PEOPLE = frozenset(name for name, label in NAMES if label == "PER")
WORDS = "Ein Bad ist kein Luxus, sondern Daseinsvorsorge"


def stated(text: str, index: int) -> Stated:
    """The first sentence of an article as a mention."""
    article = making.article(text, f"{index}.txt")
    analysis = making.analysis(article, NAMES, (), quotations(text, NAMES))
    return whole(statements_of(article, analysis, index)[0], ())


def speakers(first: str, second: str) -> list[tuple[str, ...]]:
    found = given_to_two(stated(first, 0), stated(second, 1), PEOPLE)
    return [tuple(value.text for value in one.values) for one in found]


@pytest.mark.parametrize(
    "second",
    [
        f"„{WORDS}“, sagte Uwe Tesche.",
        f"Uwe Tesche vom Förderverein sagte: „{WORDS}.“",
        f"„{WORDS}. Wir kämpfen weiter“, sagte der Schwimmlehrer Uwe Tesche.",
        "„Ein Bad ist doch kein Luxus, sondern Daseinsvorsorge“, so Uwe Tesche.",
    ],
)
def test_words_that_are_said_to_be_of_two_people_are_told(second: str) -> None:
    assert speakers(f"„{WORDS}“, sagte Frank Ruch.", second) == [("Frank Ruch", "Uwe Tesche")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"„{WORDS}“, sagte Frank Ruch.", f"„{WORDS}“, sagte Ruch."),
        (f"„{WORDS}“, sagte Frank Ruch.", f"„{WORDS}“, sagte der Vorsitzende."),
        (f"„{WORDS}“, sagte Frank Ruch.", f"„{WORDS}“, sagte er."),
        (f"„{WORDS}“, sagte Frank Ruch.", f"„{WORDS}“, hieß es."),
        (f"„{WORDS}“, sagte Frank Ruch.", f"„{WORDS}“, erklärte der Bürgerbund Lindau."),
        (f"„{WORDS}“, sagte Frank Ruch.", f"„{WORDS}“, sagte Pele."),
        (f"„{WORDS}“, sagte Uwe Tesche.", f"„{WORDS}“, sagte Uwe Teschke."),
        (f"„{WORDS}“, sagte Frank Ruch.", f"„{WORDS}“, wiederholte Uwe Tesche die Worte von Frank Ruch."),
        (f"„{WORDS}“, sagte Frank Ruch.", "„Wir schließen das Bad im Herbst leider für immer“, sagte Uwe Tesche."),
        (f"„{WORDS}“, sagte Frank Ruch.", "„Ein Bad ist Luxus, keine Daseinsvorsorge und teuer“, sagte Uwe Tesche."),
        (f"„{WORDS}“, sagte Frank Ruch.", f"„{WORDS.replace('Bad', 'Museum')}“, sagte Uwe Tesche."),
        (f"„{WORDS}“, sagte Frank Ruch.", "Ein Bad sei kein Luxus, sondern Daseinsvorsorge, sagte Uwe Tesche."),
        ("„Das ist sehr gut“, sagte Frank Ruch.", "„Das ist sehr gut“, sagte Uwe Tesche."),
        ("Frank Ruch sprach von „Daseinsvorsorge“.", "Uwe Tesche sprach von „Daseinsvorsorge“."),
    ],
)
def test_where_one_may_have_said_it_or_both_nothing_is_told(first: str, second: str) -> None:
    assert speakers(first, second) == []


def test_both_names_stand_in_the_fact_as_a_possible_conflict() -> None:
    articles = [
        making.article(f"Der Rat von Lindau schließt das Bad. „{WORDS}“, sagte Frank Ruch.", "1.txt", "2024-05-02"),
        making.article(f"Der Rat schließt in Lindau das Bad. „{WORDS}“, sagte Uwe Tesche.", "2.txt", "2024-05-03"),
    ]
    analyses = [making.analysis(one, NAMES, (), quotations(one.text, NAMES)) for one in articles]
    facts = compare(articles, analyses, making.WordEncoder()).stories[0].facts
    conflicts = [one for fact in facts for one in fact.disputed]
    assert [one.told() for one in conflicts] == ["name „Frank Ruch“ / „Uwe Tesche“"]
    assert [one.reason for one in conflicts] == ["Frank Ruch and Uwe Tesche: the same words are said to be of both"]
