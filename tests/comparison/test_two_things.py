"""Figures of two things that only their words tell apart, and figures of one thing in the same kinds of words."""

import pytest

from tests.comparison.pairs import conflicts

SAME_DAY, LATER = ("2025-11-07", "2025-11-07"), ("2025-11-07", "2025-11-09")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Die Gewerkschaft forderte 7 Prozent mehr Lohn.", "Gewerkschaft und Firma einigten sich auf 5 Prozent Lohn."),
        ("Die Gewerkschaft fordert 7 Prozent mehr Lohn.", "Die Firma bietet 5 Prozent mehr Lohn."),
        ("Der Anwalt verlangt 12 Millionen Euro für die Opfer.", "Die Opfer erhielten 8 Millionen Euro."),
        ("Die Küstenwache schickte 14 Boote zur Fähre.", "Auf der Fähre waren 16 Rettungsinseln."),
        ("An Bord der Fähre waren 312 Menschen.", "Von der Fähre wurden 241 Menschen gerettet."),
        ("Elf Menschen starben bei dem Fährunglück.", "Bereits 2011 waren bei dem Fährunglück 23 Menschen gestorben."),
        (
            "Im Juni gingen 3000 Menschen gegen den Bau auf die Straße.",
            "6000 Menschen gingen gegen den Bau auf die Straße.",
        ),
        ("Mehr als 100 Menschen seien gerettet.", "Dabei kamen sieben Menschen ums Leben."),
        ("Um 6.42 Uhr sank die Fähre vor der Küste.", "Der Notruf der Fähre ging um 7.21 Uhr bei der Küstenwache ein."),
        ("Um 6.42 Uhr sank die Fähre vor der Küste.", "Um 7.21 Uhr meldete die Küstenwache, dass die Fähre sinkt."),
    ],
)
def test_what_is_asked_offered_agreed_called_in_or_long_past_is_of_two_things(first: str, second: str) -> None:
    assert not conflicts(first, second, published=SAME_DAY)


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("number", "Die Gewerkschaft fordert 7 Prozent mehr Lohn.", "Die Gewerkschaft verlangt 5 Prozent mehr Lohn."),
        ("money", "Der Konzern bietet 40 Millionen Euro.", "Der Konzern will die Firma für 50 Millionen Euro."),
        ("number", "An Bord der Fähre waren 312 Menschen.", "An Bord der Fähre befanden sich 287 Menschen."),
        ("number", "Von der Fähre wurden 241 Menschen gerettet.", "Gerettet wurden von der Fähre 263 Menschen."),
        ("date", "Um 6.42 Uhr sank die Fähre vor der Küste.", "Vor der Küste sank die Fähre um 7.21 Uhr."),
        ("date", "Der Notruf ging um 6.42 Uhr ein.", "Um 7.21 Uhr ging der Notruf ein."),
        ("number", "Das Wrack liegt in 45 Metern Tiefe.", "62 Meter tief liegt das Wrack nun."),
        ("duration", "Die Fähre sank in zwölf Minuten.", "Die Fähre sank in knapp einer halben Stunde."),
        ("number", "Der Kapitän (61) sitzt in Haft.", "Der 58-jährige Kapitän sitzt in Haft."),
        ("date", "Das Werk wird Ende 2026 geschlossen.", "Zum 30. Juni 2027 wird das Werk geschlossen."),
    ],
)
def test_what_is_told_of_one_thing_is_a_possible_conflict(kind: str, first: str, second: str) -> None:
    assert kind in conflicts(first, second, published=SAME_DAY)


def test_ages_of_two_people_are_no_conflict() -> None:
    pair = "Der Kapitän (61) sitzt in Haft.", "Der 58-jährige Steuermann sitzt in Haft."
    assert not conflicts(*pair, published=SAME_DAY)


def test_days_between_two_articles_explain_no_other_length() -> None:
    high = (
        "Die Anlage bekommt einen 84 Meter hohen Schornstein.",
        "96 Meter hoch wird der Schornstein der neuen Anlage.",
    )
    assert "number" in conflicts(*high, published=("2025-11-07", "2025-11-14"))


def test_jobs_are_cut_in_one_plan_and_trains_from_day_to_day() -> None:
    assert "number" in conflicts("1450 Stellen werden gestrichen.", "1600 Jobs werden gestrichen.", published=LATER)
    assert not conflicts("1450 Züge werden gestrichen.", "1600 Züge werden gestrichen.", published=LATER)
