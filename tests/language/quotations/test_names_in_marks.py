"""Names, terms and mottos in marks are nobody's words; what is said beside them is."""

from __future__ import annotations

import pytest

from tests.language.quotations.reader import shown, with_pipeline


@pytest.mark.parametrize(
    "text",
    [
        "Die Aktion „wir sind das Volk von heute“ begann am Montag in der Stadt.",
        "Der Begriff „freie Bürger von morgen und gestern“ stammt von ihm.",
        "Unter dem Schlagwort „weniger Staat und mehr Freiheit für alle“ warb die Partei.",
        "Als „social learning“ bezeichnet man in der Biologie das Lernen durch Nachahmung.",
    ],
)
def test_a_noun_that_names_the_words_makes_them_no_quotation(text: str) -> None:
    assert with_pipeline(text) == ()


@pytest.mark.parametrize(
    "text, words",
    [
        ("Sein Satz „wir haben das alles nicht gewusst“ wurde berühmt.", "wir haben das alles nicht gewusst"),
        ("Karl Ebel nannte die Initiative „Mehr Licht“ einen „schlechten Witz“.", "schlechten Witz"),
        ("Karl Ebel nannte das Programm „einen schlechten Witz“.", "einen schlechten Witz"),
        ("Anwohner halten die Pläne für „völlig überdimensioniert“.", "völlig überdimensioniert"),
        ("Als „völlig verfehlt“ bezeichnete Karl Ebel den Plan der Stadt.", "völlig verfehlt"),
    ],
)
def test_somebodys_wording_is_one_for_all_that(text: str, words: str) -> None:
    assert [shown(text, one) for one in with_pipeline(text) if one.kind == "direct"] == [words]


def test_a_sentence_in_marks_after_a_quotation_is_one_however_short() -> None:
    text = "„Was soll ich denn machen, wenn er geht?“, fragt Rita Sommer. „Schwimmen?“"
    assert [shown(text, one) for one in with_pipeline(text)][1:] == ["Schwimmen?"]


def test_a_quotation_over_paragraphs_that_open_with_a_mark_each_is_one() -> None:
    text = (
        "„Wir versorgen 2.300 Haushalte mit Wärme aus der Sonne.\n\n"
        "„Ich danke allen, die daran mitgewirkt haben“, sagte Rita Sommer bei der Einweihung."
    )
    (found,) = with_pipeline(text)
    assert len(found.spans) == 2
    assert found.speaker is not None
    assert found.speaker.name == "Rita Sommer"


def test_paragraphs_in_closed_marks_are_quotations_of_their_own() -> None:
    text = (
        "„Wir versorgen 2.300 Haushalte mit Wärme aus der Sonne.“\n\n"
        "„Ich danke allen, die daran mitgewirkt haben“, sagte Rita Sommer bei der Einweihung."
    )
    assert len(with_pipeline(text)) == 2


def test_what_somebody_is_said_to_have_called_is_told_once() -> None:
    text = "„Irgendwann brennt es bei dir, das schwöre ich“, soll Karl Ebel gerufen haben."
    assert [one.kind for one in with_pipeline(text)] == ["direct"]
