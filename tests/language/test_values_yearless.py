"""Days, months and seasons without a year, read on 15 October: of the last year where they are over."""

from datetime import date

import pytest

from tui.language.values import find_values


def first_day(text: str) -> str:
    """The first day of the date in a sentence."""
    (value,) = (v for v in find_values(text, [(0, len(text))], published="2025-10-15") if v.kind == "date")
    assert value.low is not None
    return str(date.fromordinal(int(value.low)))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Zuletzt war die Fähre am 3. März überprüft worden.", "2025-03-03"),
        ("Als der Rat im Frühjahr für den Standort stimmte, war es knapp.", "2025-03-01"),
        ("Er hat die Prüfung im Februar bestanden.", "2025-02-01"),
        ("Seit März läuft der Betrieb.", "2025-03-01"),
        ("Vom 1. bis 3. März tagte der Rat.", "2025-03-01"),
    ],
)
def test_what_is_over_was_in_the_last_year(text: str, day: str) -> None:
    assert first_day(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Im März soll der Bau beginnen.", "2026-03-01"),
        ("Der Bericht wird für Februar erwartet.", "2026-02-01"),
        ("Die Wahl wurde auf den 3. März verschoben.", "2026-03-03"),
        ("Das Gericht hat einen Termin am 3. März angesetzt.", "2026-03-03"),
        ("Sie kündigte Neuwahlen im März an.", "2026-03-01"),
        ("Das Parlament beschloss, im März zu wählen.", "2026-03-01"),
        ("Die Frist lief bis zum 3. März 2026.", "2026-03-03"),
        ("Am 1. Dezember trafen sich die Räte.", "2025-12-01"),
    ],
)
def test_what_is_planned_what_is_near_and_what_names_its_year_stays(text: str, day: str) -> None:
    assert first_day(text) == day
