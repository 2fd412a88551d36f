"""A pronoun or a description takes up who was brought in without a name."""

from __future__ import annotations

import pytest

from tests.language.quotations.reader import with_pipeline

WHO = [
    (
        "Karl Ebel schwieg. Die Lage sei ernst, sagte ein Sprecher des Ministeriums. Man stehe in Kontakt. "
        "„Das ist doch eine absurde Behauptung“, entgegnete er auf die Frage nach Geld.",
        "Sprecher des Ministeriums",
    ),
    (
        "Bürgermeisterin Rita Sommer will sich stellen. „Ich laufe hier vor niemandem weg“, so die Rathauschefin.",
        "Rita Sommer",
    ),
    (
        "Karl Ebel schwieg. Gerüchte wollte ein Sprecher der Bank nicht bestätigen. „Dazu äußern wir uns grundsätzlich "
        "nicht“, erklärte er auf Anfrage.",
        "Sprecher der Bank",
    ),
    (
        "Karl Ebel schwieg. Der Verband hatte das Gesuch abgelehnt. „Das wäre ein großer Fehler für uns alle“, "
        "begründete er den Schritt.",
        "Verband",
    ),
    (
        "Peter Ebel war nicht da. Seine Frau widerspricht. „Ach was, die kommen schon wieder zurück“, ruft sie. "
        "Sie glaubt, dass alles gut wird.",
        "Seine Frau",
    ),
    (
        "„Das war ein hartes Stück Arbeit für uns“, sagte Karl Ebel. Torwart Leon Krüger war zufrieden. "
        "„Wir haben uns diesen Punkt verdient“, meinte der Schlussmann.",
        "Leon Krüger",
    ),
]


@pytest.mark.parametrize("text, name", WHO)
def test_who_was_brought_in_last_is_taken_up(text: str, name: str) -> None:
    speaker = with_pipeline(text)[-1].speaker
    assert speaker is not None
    assert speaker.name == name


def test_kin_of_somebody_else_take_up_nobody() -> None:
    text = "Landrätin Rita Sommer dankte allen Helfern. „Ich bin einfach nur glücklich“, sagte die Mutter der beiden."
    speaker = with_pipeline(text)[-1].speaker
    assert speaker is not None
    assert speaker.name.startswith("Mutter")


def test_this_one_is_whom_the_sentence_names_last() -> None:
    text = (
        "Wie die „Bild“ berichtete, leidet Karl Ebel an einer Krankheit. In einem Gespräch mit dem Anwalt Peter Sommer "
        "sagte dieser, dass Ebel in einer eigenen Welt lebe."
    )
    speaker = with_pipeline(text)[-1].speaker
    assert speaker is not None
    assert speaker.name == "Peter Sommer"


def test_several_are_not_taken_up_by_he() -> None:
    text = "Die Polizisten kamen spät. Er bot an, eine Bestätigung am Abend zu schicken."
    speaker = with_pipeline(text)[-1].speaker
    assert speaker is not None
    assert speaker.name == ""


def test_the_accused_is_no_witness() -> None:
    text = (
        "„Das war halt dunkel an dem Abend“, entgegnete der Zeuge Karl Ebel. Der Angeklagte schüttelte den Kopf. "
        "„Das ist alles gelogen“, rief er."
    )
    speaker = with_pipeline(text)[-1].speaker
    assert speaker is not None
    assert speaker.name == "Angeklagte"


def test_an_office_in_a_headline_is_whom_the_text_gives_it() -> None:
    text = (
        "Landrätin: „Bleiben Sie bitte alle zu Hause“\n\nLandrätin Rita Sommer hat die Menschen am Abend gewarnt. "
        "Die Deiche sind weich, das Wasser steigt noch immer."
    )
    speaker = with_pipeline(text)[0].speaker
    assert speaker is not None
    assert speaker.name == "Rita Sommer"


@pytest.mark.parametrize(
    "text, name",
    [
        ("In dem Brief steht, dass Karl Ebel geht.", "Brief"),
        ("Karl Ebel schrieb einen Brief an den Rat. Darin heißt es, er gehe bald.", "Brief"),
        ("Karl Ebel ging. Darin stand, dass er krank sei.", ""),
    ],
)
def test_words_that_stand_in_a_text_are_the_texts(text: str, name: str) -> None:
    (found,) = with_pipeline(text)
    assert (found.speaker.name if found.speaker else "") == name


@pytest.mark.parametrize(
    "text", ["Fest steht, dass Karl Ebel geht.", "In der Stadt steht ein Turm, der brennt, dass es kracht."]
)
def test_what_stands_elsewhere_says_nothing(text: str) -> None:
    assert with_pipeline(text) == ()
