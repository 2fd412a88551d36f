"""Whose words go on where a sentence of the paper stands between: pronouns, and marks without a verb of saying."""

from __future__ import annotations

import pytest

from tests.language.quotations.reader import with_pipeline

SAME_SURNAME = [
    ("Jan Roth starb im Mai. Maria Roth begreift es nicht. „Wo war der Arzt?“, fragt sie.", "Maria Roth"),
    ("Maria Roth starb im Mai. Jan Roth begreift es nicht. „Wo war der Arzt?“, fragt er.", "Jan Roth"),
    ("Trainer Jan Roth geht. Maria Roth weint. Roth selbst lacht. Er habe gekündigt, sagt er.", "Jan Roth"),
]


@pytest.mark.parametrize("text, speaker", SAME_SURNAME)
def test_a_pronoun_agrees_with_the_bearer_of_a_shared_surname(text: str, speaker: str) -> None:
    assert said_by(text) == speaker


BEFORE = "„Das war ein Fehler“, sagte Karl Ebel. "

OWN = [
    ("Rita Sommer schüttelt den Kopf. „Wir hatten keine Wahl.“", "Rita Sommer"),
    ("Rita Sommer ist empört. „Wir hatten keine Wahl.“", "Rita Sommer"),
    ("Am Montag meldete sich auch Rita Sommer zu Wort. „Wir hatten keine Wahl.“", "Rita Sommer"),
    ("Der Bürgermeister zuckt mit den Schultern. „Das müssen andere beurteilen.“", "Bürgermeister"),
    ("Anwältin Rita Sommer bleibt gelassen. „Wir warten das Urteil ab“, sagt sie.", "Rita Sommer"),
]


@pytest.mark.parametrize("text, speaker", OWN)
def test_marks_without_a_verb_of_saying_belong_to_who_acts_right_before(text: str, speaker: str) -> None:
    assert said_by(BEFORE + text) == speaker


NOT_OWN = [
    "Die Fans blieben unzufrieden. „Damit müssen wir leben.“",
    "Das Spiel endete 2:2. „Damit können wir leben.“",
    "Für Rita Sommer kam das überraschend. „Wir hatten keine Wahl.“",
    "Rita Sommer habe ihn überrascht. „So eine Chefin hatten wir nie.“",
    "Jan Roth wurde entlassen. „Wir hatten keine Wahl.“",
    "Jan Roth starb am Abend. „Die Verletzungen waren zu schwer.“",
    "Das Tor schoss Jan Roth. „Er ist der beste Mann im Team.“",
    "Rita Sommer geht.\n\n„Wir hatten keine Wahl.“",
]


@pytest.mark.parametrize("text", NOT_OWN)
def test_marks_go_on_with_the_last_speaker_where_nobody_else_can_speak(text: str) -> None:
    assert said_by(BEFORE + text) == "Karl Ebel"


def test_a_rumour_is_not_told_by_who_is_only_said_to_have_spoken() -> None:
    text = "Der Rat sei am Ende, soll Rita Sommer gesagt haben. Karl Ebel soll daraufhin den Saal verlassen haben."
    assert said_by(text) == ""


def test_a_rumour_is_told_by_who_spoke_before() -> None:
    assert said_by("Es brenne, sagte Karl Ebel. Der Fahrer soll daraufhin geflohen sein.") == "Karl Ebel"


def test_what_only_seems_so_is_nobodys_words() -> None:
    found = with_pipeline("Das sei falsch, sagte Karl Ebel. Dann lachte er, als sei nichts gewesen.")
    assert len(found) == 1


def said_by(text: str) -> str:
    last = with_pipeline(text)[-1]
    return last.speaker.name if last.speaker else ""
