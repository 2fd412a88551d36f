"""How far told words reach: on both sides of their verb of saying, and not into what is only refused."""

from __future__ import annotations

import pytest

from tests.language.quotations.reader import shown, with_pipeline


@pytest.mark.parametrize(
    "text",
    [
        "Der Kreistag hat es knapp abgelehnt, die Geburtshilfe länger zu betreiben.",
        "Der Rat weigerte sich, den Plan der Stadt zu ändern.",
        "Die Bank verweigerte es, das Haus zu kaufen.",
        "Die Stadt verzichtet darauf, den Platz zu sperren.",
    ],
)
def test_refusing_to_do_something_is_no_statement(text: str) -> None:
    assert not with_pipeline(text)


def test_what_is_refused_with_words_is_told() -> None:
    text = "Der Landrat lehnte ab, das sei zu teuer."
    assert [shown(text, quotation) for quotation in with_pipeline(text)] == ["das sei zu teuer"]


@pytest.mark.parametrize(
    "text, words",
    [
        (
            "Das sei der Punkt, um den es gehe, entgegnete Ebel, alles andere sei Kulisse.",
            "Das sei der Punkt, um den es gehe … alles andere sei Kulisse",
        ),
        (
            "Das Werk sei alt, sagte der Direktor, der es leitet, und man suche Käufer.",
            "Das Werk sei alt … und man suche Käufer",
        ),
        ("Der Rat tagte am Montag, sagte der Direktor, die Lage sei ernst.", "die Lage sei ernst"),
        ("Wenn das Werk alt sei, sagte der Direktor, müsse man suchen.", "müsse man suchen"),
    ],
)
def test_told_words_on_both_sides_of_their_verb_are_one_saying(text: str, words: str) -> None:
    (found,) = with_pipeline(text)
    assert shown(text, found) == words


def test_a_second_verb_of_saying_does_not_take_the_words_of_the_first() -> None:
    text = "Der Direktor sagte, das Werk sei alt, verwarf jedoch die Annahme, dass es schließe."
    assert shown(text, with_pipeline(text)[-1]) == "dass es schließe"
