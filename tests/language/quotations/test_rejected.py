"""Words that somebody rejects, denies or judges stay with who said them."""

from __future__ import annotations

import pytest

from tests.language.quotations.reader import shown, with_pipeline

REJECTED = [
    (
        "Der Mieterbund sagte, das Haus sei feucht. Das wies Eigentümer Karl Ebel zurück.",
        [("Mieterbund", "das Haus sei feucht")],
    ),
    ("Das Haus ist feucht. Das bestritt Eigentümer Karl Ebel.", []),
    ("Das Haus ist feucht. Das bestätigte die Stadt am Montag nicht.", []),
    (
        "Karl Ebel nannte den Vorwurf von Rita Sommer, er lasse das Haus verfallen, „frei erfunden“.",
        [("Rita Sommer", "er lasse das Haus verfallen"), ("Karl Ebel", "frei erfunden")],
    ),
    (
        "Karl Ebel bezeichnete die Sorge der Mieterin Rita Sommer, das Dach sei undicht, als „völlig übertrieben“.",
        [("Rita Sommer", "das Dach sei undicht"), ("Karl Ebel", "völlig übertrieben")],
    ),
    (
        "Karl Ebel wies die Kritik von Rita Sommer entschieden zurück, das Dach sei undicht.",
        [("Rita Sommer", "das Dach sei undicht")],
    ),
    ("Karl Ebel wies die Kritik zurück, das Dach sei undicht.", [("", "das Dach sei undicht")]),
    ("Karl Ebel wies den Bericht, das Dach sei undicht, am Abend zurück.", [("", "das Dach sei undicht")]),
    (
        "Karl Ebel dementierte den Bericht der Zeitung, er wolle das Haus verkaufen.",
        [("Zeitung", "er wolle das Haus verkaufen")],
    ),
]


@pytest.mark.parametrize("text, words", REJECTED)
def test_rejected_words_are_not_those_of_who_rejects_them(text: str, words: list[tuple[str, str]]) -> None:
    assert told(text) == words


GENITIVE = [
    (
        "Der Verband wies Karl Ebels Vorwurf, er lasse sich bezahlen, als „lächerlich“ zurück.",
        [("Karl Ebel", "er lasse sich bezahlen"), ("Verband", "lächerlich")],
    ),
    ("Rita Sommer wies Ebels Vorwurf, sie lüge, zurück.", [("Ebel", "sie lüge")]),
]


@pytest.mark.parametrize("text, words", GENITIVE)
def test_a_claim_is_whose_name_stands_before_it(text: str, words: list[tuple[str, str]]) -> None:
    assert told(text) == words


OWN = [
    ("Das Haus ist feucht. Das bestätigte die Stadt am Montag.", [("Stadt", "Das Haus ist feucht")]),
    ("Rita Sommer erhob den Vorwurf, das Dach sei undicht.", [("Rita Sommer", "das Dach sei undicht")]),
    ("Karl Ebel sagte zum Vorwurf der Mieter, das sei Unsinn.", [("Karl Ebel", "das sei Unsinn")]),
    ("Karl Ebel dementierte: Das Dach sei dicht.", [("Karl Ebel", "Das Dach sei dicht")]),
]


@pytest.mark.parametrize("text, words", OWN)
def test_what_is_said_in_answer_stays_with_who_answers(text: str, words: list[tuple[str, str]]) -> None:
    assert told(text) == words


DENIED = [
    ("Dass er das Haus verkaufe, bestreitet Karl Ebel.", True),
    ("Karl Ebel bestreitet, das Haus verkauft zu haben.", True),
    ("Karl Ebel leugnet nicht, dass er das Haus verkauft hat.", False),
    ("Karl Ebel widersprach, das Haus sei trocken.", False),
    ("Karl Ebel versichert, dass er das Haus behält.", False),
]


@pytest.mark.parametrize("text, denied", DENIED)
def test_words_that_their_speaker_denies_are_flagged(text: str, denied: bool) -> None:
    assert [quotation.flags for quotation in with_pipeline(text)] == [("denied",) if denied else ()]


def told(text: str) -> list[tuple[str, str]]:
    return [(one.speaker.name if one.speaker else "", shown(text, one)) for one in with_pipeline(text)]


CONTRADICTED = [
    "Der Mann ist nicht aus dem Fenster gesprungen, wie ein Boulevardblatt schrieb.",
    "Die Brücke war keine zehn Jahre alt, wie einige Medien berichteten.",
]


@pytest.mark.parametrize("text", CONTRADICTED)
def test_what_unnamed_papers_wrote_and_is_not_so_is_nobodys_words(text: str) -> None:
    assert told(text) == []


STATED = [
    ("Der Mann ist aus dem Fenster gesprungen, wie ein Boulevardblatt schrieb.", "Boulevardblatt"),
    ("Der Mann ist nicht verletzt, wie die Polizei mitteilte.", "Polizei"),
    ("Der Mann sei nicht verletzt, wie eine Zeitung schrieb.", "Zeitung"),
]


@pytest.mark.parametrize("text, speaker", STATED)
def test_what_is_not_so_by_a_named_source_is_told_by_it(text: str, speaker: str) -> None:
    assert [name for name, _ in told(text)] == [speaker]
