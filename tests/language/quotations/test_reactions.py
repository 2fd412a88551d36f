"""Whose words follow where praise or criticism comes from somebody."""

from __future__ import annotations

import pytest

from tests.language.quotations.reader import shown, with_pipeline

BEFORE = "„Der Tunnel wird gebaut“, kündigte Minister Karl Ebel an.\n\n"

REACTIONS = [
    ("Kritik kam von Landrätin Rita Sommer: „Dafür fehlt das Geld.“", "Rita Sommer"),
    ("Scharfer Protest kommt von der Gewerkschaft: „Dafür fehlt das Geld.“", "Gewerkschaft"),
    ("Aus der Opposition kam Widerspruch: „Dafür fehlt das Geld.“", "Opposition"),
    ("Rückendeckung bekam er von Rita Sommer: „Dafür ist genug Geld da.“", "Rita Sommer"),
    ("Lob aus Ulm kam von Rita Sommer. „Dafür ist genug Geld da.“", "Rita Sommer"),
    ("Gegenwind gibt es von der Gewerkschaft: Das Geld fehle.", "Gewerkschaft"),
    ("Die Kritik von Rita Sommer war deutlich: „Dafür fehlt das Geld.“", "Rita Sommer"),
]


@pytest.mark.parametrize("text, speaker", REACTIONS)
def test_words_after_a_reaction_are_those_of_whom_it_comes_from(text: str, speaker: str) -> None:
    assert last_speaker(BEFORE + text) == speaker


OTHERS = [
    ("Karl Ebel wehrte sich gegen Kritik von Rita Sommer: „Dafür ist genug Geld da.“", "Karl Ebel"),
    ("Karl Ebel bekam Beifall von Rita Sommer. „Wir fangen sofort an.“", "Karl Ebel"),
    ("Kritik von Rita Sommer wies er zurück: „Dafür ist genug Geld da.“", "Karl Ebel"),
    ("Kritik kam von Rita Sommer: „Dafür fehlt das Geld“, sagte Anna Vogt.", "Anna Vogt"),
]


@pytest.mark.parametrize("text, speaker", OTHERS)
def test_whoever_answers_a_reaction_keeps_the_word(text: str, speaker: str) -> None:
    assert last_speaker(BEFORE + text) == speaker


def test_told_words_after_a_reaction_leave_out_what_leads_to_them() -> None:
    text = BEFORE + "Kritik kam von Landrätin Rita Sommer: Das Geld fehle. „Man hat uns vertröstet.“"
    said = [(one.speaker.name if one.speaker else "", shown(text, one)) for one in with_pipeline(text)]
    assert said[-2:] == [("Rita Sommer", "Das Geld fehle"), ("Rita Sommer", "Man hat uns vertröstet.")]


def last_speaker(text: str) -> str:
    speaker = with_pipeline(text)[-1].speaker
    return speaker.name if speaker else ""
