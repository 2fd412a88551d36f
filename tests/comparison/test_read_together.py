"""Passages that exclude each other where no list of words and no figure tells it."""

from __future__ import annotations

import pytest

from tests.comparison.pairs import conflicts


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Die Klinik schließt die Station schon Ende März.", "Zum 30. Juni endet das Angebot, teilte die Klinik mit."),
        ("Das Festival wurde gegen 22.40 Uhr geräumt.", "Um 21.30 Uhr rannten alle zu den Ausgängen des Festivals."),
    ],
)
def test_two_dates_of_one_event_are_a_possible_conflict_however_they_are_told(first: str, second: str) -> None:
    assert conflicts(first, second) == conflicts(second, first) == {"date"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Das Festival wurde gegen 22.40 Uhr geräumt.", "Um 22.40 Uhr rannten alle zu den Ausgängen des Festivals."),
        ("Die Klinik schließt die Station Ende Juni.", "Zum 30. Juni endet das Angebot, teilte die Klinik mit."),
        ("Das Treffen ist für diese Woche geplant.", "Das Treffen ist für nächsten Monat geplant."),
        (
            "Eine Warnung hat uns zu keinem Zeitpunkt erreicht, sagte der Veranstalter.",
            "Der Veranstalter wollte sich zu der Warnung nicht äußern.",
        ),
        ("Der Kapitän ging als Letzter von Bord.", "Der Kapitän wurde am Morgen vernommen."),
        ("Auf der Fähre waren 312 Fahrgäste und 54 Leute Besatzung.", "Die Fähre hatte 366 Menschen an Bord."),
    ],
)
def test_what_fits_together_is_no_conflict_though_it_is_told_otherwise(first: str, second: str) -> None:
    assert conflicts(first, second) == conflicts(second, first) == set()
