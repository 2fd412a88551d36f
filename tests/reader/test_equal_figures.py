"""Figures that are equal stand as one side of a possible conflict, whatever they are called."""

from __future__ import annotations

from tests.reader.story import analysis, article
from tui.articles.model import Article
from tui.comparison.model import Difference, DifferingValue
from tui.language.model import Value
from tui.reader.comparison.wording import sides_of
from tui.reader.desk import Desk

TOLD = ("34 Verletzte zählte die Leitstelle.", "34 Menschen wurden verarztet.", "Achtzig Leute sind verletzt.")


def made(number: int, words: str, amount: float) -> tuple[Article, Value, DifferingValue]:
    told = article(f"{number}.txt", [("paragraph", TOLD[number])], source=f"Blatt {number}")
    start = told.text.index(words)
    end = start + len(words)
    value = Value(start, end, words, "quantity", amount, amount, words.split()[-1], False)
    return told, value, DifferingValue(told.id, start, end, words)


def test_equal_figures_are_one_side_of_a_possible_conflict() -> None:
    sides = [made(0, "34 Verletzte", 34.0), made(1, "34 Menschen", 34.0), made(2, "Achtzig Leute", 80.0)]
    desk = Desk(tuple(told for told, _, _ in sides))
    for told, value, _ in sides:
        desk = desk.with_analysis(analysis(told, value))
    difference = Difference("number", "conflict", "", tuple(differing for _, _, differing in sides), (0, 0, 1))
    assert sides_of(desk, difference, sides[0][0].id) == [[("34 Verletzte", "here, 2")], [("Achtzig Leute", "3")]]
    assert sides_of(desk, difference, sides[2][0].id) == [[("Achtzig Leute", "here")], [("34 Verletzte", "1, 2")]]
