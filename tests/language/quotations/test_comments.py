"""Comments that stand in told words, and the verbs that make them."""

from __future__ import annotations

import pytest

from tests.language.quotations.reader import shown, with_pipeline

SAID = [
    ("Er habe, sagt Karl Ebel, zu viele Lösungen gesehen.", "Er habe … zu viele Lösungen gesehen", "Karl Ebel"),
    ("Man werde, kündigte Karl Ebel an, nicht weichen.", "Man werde … nicht weichen", "Karl Ebel"),
    ("Er sei krank, sagte Karl Ebel, und ging.", "Er sei krank", "Karl Ebel"),
    ("Irgendwas gehe immer, findet Karl Ebel.", "Irgendwas gehe immer", "Karl Ebel"),
    ("Die Gäste kämen auch so, ist Karl Ebel überzeugt.", "Die Gäste kämen auch so", "Karl Ebel"),
    ("Das könne täuschen, gab Karl Ebel zu bedenken.", "Das könne täuschen", "Karl Ebel"),
    ("Karl Ebel hielt ihm vor, gelogen zu haben.", "gelogen zu haben", "Karl Ebel"),
    ("Wie viel Geld fließen soll, ließ Karl Ebel offen.", "Wie viel Geld fließen soll", "Karl Ebel"),
    ("Dass er ihn hasse, leugnet Karl Ebel nicht.", "Dass er ihn hasse", "Karl Ebel"),
    ("Irgendwas gehe immer, findet Karl Ebel, der mit 58 umschult.", "Irgendwas gehe immer", "Karl Ebel"),
    ("Karl Ebel findet, dass es reicht.", "dass es reicht", "Karl Ebel"),
    ("Das Haus, teilte Karl Ebel mit, sei leer gewesen.", "Das Haus … sei leer gewesen", "Karl Ebel"),
    ("Das werde gut, strahlte Karl Ebel.", "Das werde gut", "Karl Ebel"),
    ("„Das wird teuer“, lachte Karl Ebel.", "Das wird teuer", "Karl Ebel"),
    ("„Das wird teuer“, steht in dem Papier.", "Das wird teuer", "Papier"),
    ("Aus Regierungskreisen verlautete, Karl Ebel trete zurück.", "Karl Ebel trete zurück", "Regierungskreise"),
    ("Das Werk schließe, sagte Karl Ebel, Sprecher der Firma.", "Das Werk schließe", "Karl Ebel"),
    ("Das Werk sei, sagte Karl Ebel, 51, am Ende.", "Das Werk sei … am Ende", "Karl Ebel"),
    ("Man werde, sagte Karl Ebel, Sprecher der Bank, nicht weichen.", "Man werde … nicht weichen", "Karl Ebel"),
    ("Karl Ebel gab zu Protokoll, er sei krank gewesen.", "er sei krank gewesen", "Karl Ebel"),
    (
        "Rita Sommer sagte, das Werk werde geschlossen, und stimmte dem Plan zu.",
        "das Werk werde geschlossen",
        "Rita Sommer",
    ),
]


@pytest.mark.parametrize("text, words, name", SAID)
def test_what_is_told_is_whole_and_has_its_speaker(text: str, words: str, name: str) -> None:
    found = with_pipeline(text)[0]
    assert shown(text, found) == words
    assert found.speaker is not None
    assert found.speaker.name == name


def test_a_prefix_belongs_to_the_verb_of_its_own_clause() -> None:
    text = "Karl Ebel sagte, das Werk werde geschlossen, und stimmte dem Plan zu."
    assert [one.cue.text for one in with_pipeline(text) if one.cue] == ["sagte"]


def test_what_is_denied_by_an_idiom_is_flagged() -> None:
    (found,) = with_pipeline("Karl Ebel stellte in Abrede, dass er davon gewusst habe.")
    assert found.flags == ("denied",)


def test_speech_goes_on_after_a_sentence_that_only_says_whose_it_was() -> None:
    text = "Die beiden Jugendlichen sind wohlauf. Das bestätigte die Polizei. Sie hätten bei einer Tante übernachtet."
    assert [one.speaker.name for one in with_pipeline(text) if one.speaker] == ["Polizei", "Polizei"]


def test_a_told_sentence_says_of_no_other_whose_it_was() -> None:
    text = "Karl Ebel war nicht zu Hause. Das begründe den Verdacht der Polizei, sagte Rita Sommer."
    assert "Karl Ebel war nicht zu Hause" not in [shown(text, one) for one in with_pipeline(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Wer das war, sagte Karl Ebel nicht.",
        "Karl Ebel strahlte, dass es eine Freude war.",
        "Nach Ansicht der Bilder kam der Elfmeter.",
        "Selbst wenn Karl Ebel das Geld findet, könnte seine Art manche abschrecken.",
    ],
)
def test_what_nobody_says_is_no_quotation(text: str) -> None:
    assert with_pipeline(text) == ()


def test_what_somebody_is_told_to_have_to_say_is_no_saying_of_his() -> None:
    text = "Karl Ebel nannte Bedingungen. So müsse die Regierung dem Einsatz zustimmen, es müsse ein Mandat geben."
    assert [one.speaker.name for one in with_pipeline(text) if one.speaker] == ["Karl Ebel"]


@pytest.mark.parametrize(
    "text, name",
    [
        ("Die Forderungen wurden von Minister Karl Ebel als unrealistisch bezeichnet.", "Karl Ebel"),
        ("Dem Mann wird von der Staatsanwaltschaft Ulm fahrlässige Tötung vorgeworfen.", "Staatsanwaltschaft Ulm"),
    ],
)
def test_an_act_of_speech_in_the_passive_is_told_of_who_acts(text: str, name: str) -> None:
    (found,) = with_pipeline(text)
    assert found.kind == "reported"
    assert found.speaker is not None
    assert found.speaker.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Das gute Ergebnis wurde bestätigt durch einen achten Platz von Rita Sommer.",
        "Die Sender werden von den Ereignissen beim Start berichten.",
        "Die Straße wurde von einem Bagger als Erstes aufgerissen.",
    ],
)
def test_what_a_thing_does_or_will_be_done_is_no_speech(text: str) -> None:
    assert with_pipeline(text) == ()


def test_short_halves_in_marks_are_quoted_once() -> None:
    text = "„Wir kommen“, so Karl Ebel, „sobald wir können.“"
    assert [shown(text, one) for one in with_pipeline(text)] == ["Wir kommen … sobald wir können."]
