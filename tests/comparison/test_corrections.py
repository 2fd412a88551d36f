"""What an article takes back is no reading of it, and stands against those who still tell it."""

import pytest

from tests.comparison.pairs import conflicts, differences, statement
from tui.comparison.corrections import corrections_of

CORRECTED = "told as a correction of the other"


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        ("(Berichtigung: Im Vorspann wurde die Zahl der Verletzten berichtigt: 19 statt 26.)", 26, 19),
        ("Die Feuerwehr korrigierte die Zahl der Vermissten von 26 auf 19.", 26, 19),
        ("Die Behörde berichtigte ihre Angabe von 26 Verletzten auf 19.", 26, 19),
        ("Bei dem Unglück starben nicht sechs, sondern fünf Menschen.", 6, 5),
        ("Anders als zunächst gemeldet wurden 19 und nicht 26 Menschen verletzt.", 26, 19),
        ("Statt der zunächst genannten 26 Verletzten seien es 19, teilte die Polizei mit.", 26, 19),
        ("Verletzt wurden 19 Menschen, nicht 26, wie es irrtümlich hieß.", 26, 19),
        ("Die Stadt korrigierte den Schaden von 1,2 auf 1,5 Millionen Euro.", 1_200_000, 1_500_000),
    ],
)
def test_what_is_taken_back_is_known_with_what_it_is_replaced_by(sentence: str, old: float, new: float) -> None:
    found = [(one.old.low, one.new.low if one.new else None) for one in corrections_of(statement(sentence, 0))]
    assert found == [(old, new)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Zahl der Verletzten stieg von 26 auf 41.",
        "Es kamen nicht nur 26, sondern 40 Menschen.",
        "Die Behörde nahm nicht mehr 26 Proben, sondern 12.",
        "Die Polizei sprach von 26 Verletzten und 2 Toten.",
    ],
)
def test_a_rise_and_an_addition_take_nothing_back(sentence: str) -> None:
    assert corrections_of(statement(sentence, 0)) == ()


@pytest.mark.parametrize(
    ("kind", "first", "second", "sides"),
    [
        ("number", "Die Polizei hat die Zahl der Verletzten von 26 auf 19 nach unten korrigiert.",
         "26 Menschen wurden verletzt.", {"19", "26 Menschen"}),
        ("number", "(Korrektur: Zahl der Verletzten berichtigt: 19 statt 26)", "Es gab 26 Verletzte.",
         {"19", "26 Verletzte"}),
        ("date", "Nicht am Montag, sondern am Dienstag brannte es.", "Am Montag brannte es.",
         {"am Dienstag", "Am Montag"}),
    ],
)  # fmt: skip
def test_who_still_tells_it_is_contradicted_by_the_correction(
    kind: str, first: str, second: str, sides: set[str]
) -> None:
    shown = differences(first, second, published=("2026-03-03", "2026-03-03"))
    (found,) = (difference for difference in shown if difference.relation == "conflict")
    assert found.kind == kind
    assert {value.text for value in found.values} == sides
    assert found.reason.endswith(CORRECTED)


def test_who_tells_what_it_is_replaced_by_agrees() -> None:
    first, second = "Es starben nicht sechs, sondern fünf Menschen.", "Es starben fünf Menschen."
    assert conflicts(first, second) == set()


def test_a_new_price_is_no_correction_and_the_former_one_no_reading() -> None:
    found = differences("Die Karte kostet 15 statt 12 Euro.", "Die Karte kostet 12 Euro.")
    assert not [difference for difference in found if difference.kind == "money"]
