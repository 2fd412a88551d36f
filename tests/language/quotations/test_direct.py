from __future__ import annotations

import pytest

from tests.language.quotations.reader import quotations, shown
from tui.language.model import Quotation


def direct(found: tuple[Quotation, ...]) -> list[Quotation]:
    return [quotation for quotation in found if quotation.kind == "direct"]


@pytest.mark.parametrize("opening, closing", ["„“", "“”", '""', "»«", "«»", "„”", '„"', "‹›", "‚‘"])
def test_words_in_any_usual_marks_are_found_with_their_speaker(opening: str, closing: str) -> None:
    text = f"{opening}Wir haben lange auf diesen Tag gewartet und sind froh{closing}, sagte Maria Weber am Montag."
    found = direct(quotations(text, [("Maria Weber", "PER")]))
    assert [shown(text, one) for one in found] == ["Wir haben lange auf diesen Tag gewartet und sind froh"]
    assert found[0].speaker is not None
    assert found[0].speaker.name == "Maria Weber"
    assert found[0].cue is not None
    assert found[0].cue.text == "sagte"


@pytest.mark.parametrize(
    "text",
    [
        "Der Film „Das Leben der Anderen“ läuft heute im Kino.",
        "Das Schiff „Gorch Fock“ lag im Hafen.",
        "Die Zeitung „Neue Welt“ erscheint am Montag.",
        "Das Projekt hieß „Der lange Weg in den Süden unseres Landes“.",
        "Der so genannte „Schwarze Block“ war auch da.",
    ],
)
def test_titles_and_names_in_marks_are_not_quotations(text: str) -> None:
    assert not direct(quotations(text))


def test_an_apostrophe_opens_nothing() -> None:
    assert not direct(quotations("Hans' Auto stand vor Max' Haus, wie's so geht im Land von 'ner Tante."))


def test_a_mark_that_never_closes_ends_with_its_paragraph() -> None:
    text = "Der Minister sagte: „Wir werden das alles genau prüfen und dann entscheiden.\n\nDas Wetter bleibt schön."
    found = direct(quotations(text))
    assert [shown(text, one) for one in found] == ["Wir werden das alles genau prüfen und dann entscheiden."]
    assert found[0].flags == ("unclosed",)


def test_words_over_a_paragraph_border_are_one_quotation() -> None:
    text = "„Wir werden das prüfen.\n\nDanach wird entschieden“, sagte Maria Weber."
    found = direct(quotations(text, [("Maria Weber", "PER")]))
    assert [shown(text, one) for one in found] == ["Wir werden das prüfen. … Danach wird entschieden"]


def test_a_paragraph_after_a_colon_is_a_quotation_without_marks() -> None:
    text = "Auf dem Gipfel schlug der Minister vor:\n\nWir brauchen strenge Regeln für alle Banken im Land."
    found = direct(quotations(text))
    assert [shown(text, one) for one in found] == ["Wir brauchen strenge Regeln für alle Banken im Land."]
    assert found[0].flags == ("unmarked",)
    assert found[0].speaker is not None
    assert found[0].speaker.text == "der Minister"


def test_brackets_inside_the_words_are_part_of_them() -> None:
    text = "„Der Moment höchster Moral [at that time] war die Feier am Abend“, sagte die Person."
    assert "[at that time]" in shown(text, direct(quotations(text))[0])


def test_words_that_follow_on_keep_the_speaker() -> None:
    text = "„Wir freuen uns sehr auf das Spiel“, sagte Maria Weber. „Es wird ein schöner Abend für uns alle.“"
    found = direct(quotations(text, [("Maria Weber", "PER")]))
    assert [one.speaker.name for one in found if one.speaker] == ["Maria Weber", "Maria Weber"]


def test_a_pronoun_stands_for_the_person_named_before_and_of_its_gender() -> None:
    text = (
        "Maria Weber traf am Montag Peter Klein im Rathaus von Bonn. "
        "„Das war ein gutes Gespräch über die Zukunft der Stadt“, sagte er danach."
    )
    found = direct(quotations(text, [("Maria Weber", "PER"), ("Peter Klein", "PER")]))
    assert found[0].speaker is not None
    assert found[0].speaker.text == "er"
    assert found[0].speaker.name == "Peter Klein"


def test_an_office_stands_for_who_holds_it() -> None:
    text = (
        "Bundeskanzlerin Maria Weber reiste nach Rom. Dort regnete es den ganzen Tag. "
        "„Wir kommen gern wieder in diese schöne Stadt“, sagte die Kanzlerin."
    )
    found = direct(quotations(text, [("Maria Weber", "PER")]))
    assert found[0].speaker is not None
    assert found[0].speaker.name == "Maria Weber"


def test_an_unnamed_person_found_again_keeps_what_was_said_of_her() -> None:
    text = (
        "Laut einer Person mit Kenntnis der Gespräche ist das Haus in Not. "
        "„Eine Menge Leute geben uns gerade gern ihr Geld“, sagte die Person."
    )
    found = direct(quotations(text))
    assert found[0].speaker is not None
    assert found[0].speaker.name.startswith("Person mit Kenntnis")


def test_a_description_takes_up_the_person_of_the_sentence_before_not_the_last_speaker() -> None:
    text = (
        "„Wir müssen jetzt alle ruhig bleiben und abwarten“, sagte Maria Weber. Peter Klein sah das anders. "
        "„Das ist doch alles nur ein großes Theater“, meinte der 51-Jährige."
    )
    found = direct(quotations(text, [("Maria Weber", "PER"), ("Peter Klein", "PER")]))
    assert [one.speaker.name for one in found if one.speaker] == ["Maria Weber", "Peter Klein"]


def test_an_office_whose_holder_is_not_named_stays_an_office() -> None:
    text = (
        "„Wir müssen jetzt alle ruhig bleiben und abwarten“, sagte Maria Weber. "
        "„Das schauen wir uns einmal in Ruhe an“, sagte der Kanzler."
    )
    found = direct(quotations(text, [("Maria Weber", "PER")]))
    assert [one.speaker.name for one in found if one.speaker] == ["Maria Weber", "Kanzler"]


def test_a_comment_in_the_middle_cuts_no_quotation_in_two() -> None:
    text = "„Wir haben“, sagte Maria Weber am Abend, „wirklich alles versucht.“"
    found = direct(quotations(text, [("Maria Weber", "PER")]))
    assert [shown(text, one) for one in found] == ["Wir haben … wirklich alles versucht."]


def test_words_that_a_paper_cites_belong_to_the_person_cited() -> None:
    text = "Die Zeitung zitiert den Minister Peter Klein mit den Worten: „Das ist doch alles nur ein Theater.“"
    found = direct(quotations(text, [("Peter Klein", "PER")]))
    assert found[0].speaker is not None
    assert found[0].speaker.name == "Peter Klein"
    assert [reference.text for reference in found[0].via] == ["Die Zeitung"]


def test_words_beside_a_quotation_belong_to_it() -> None:
    found = quotations("Der Plan sei „wenig durchdacht“ oder „gefährlich“, sagte Weber.", [("Weber", "PER")])
    assert len([q for q in found if q.kind == "direct"]) == 2


def test_a_body_named_in_marks_is_not_quoted() -> None:
    text = "Wie die „Aktion Wasser hilft“ mitteilte, sei der Brunnen fertig."
    assert "direct" not in {q.kind for q in quotations(text, [("Aktion Wasser hilft", "ORG")])}


def test_a_short_quotation_is_not_taken_for_the_speaker_of_its_comment() -> None:
    text = "„Ein guter Start“, sagte Ebel über die Pläne."
    (found,) = [q for q in quotations(text, [("Ebel", "PER")]) if q.kind == "direct"]
    assert found.speaker is not None
    assert found.speaker.name == "Ebel"


def test_a_person_behind_the_verb_speaks_rather_than_a_thing_before_it() -> None:
    text = "Die Mitverantwortung für den Schaden wies Ebel von sich: „Das war nicht unsere Entscheidung.“"
    (found,) = [q for q in quotations(text, [("Ebel", "PER")]) if q.kind == "direct"]
    assert found.speaker is not None
    assert found.speaker.name == "Ebel"


def test_a_list_or_an_event_after_a_colon_is_nobodys_words() -> None:
    for text in (
        "Die Namen der Künstler wurden bekannt gegeben: Mit dabei sind Ebel und Weber.",
        "Der Entwurf sorgte für Aufsehen (der Bote berichtete): Er sah Kürzungen vor.",
    ):
        assert "direct" not in {q.kind for q in quotations(text)}


def test_who_speaks_is_not_quoted_by_the_marks_round_the_name() -> None:
    text = "„Helfer ohne Grenzen“ kündigten an, die Zahl der Ärzte zu erhöhen."
    assert "direct" not in {q.kind for q in quotations(text)}


def test_an_answer_is_not_given_the_question_before_it() -> None:
    text = "Als im Kommentarbereich stand: „Wir können das nicht prüfen“, antwortete Ebel: „Vielleicht doch“."
    asked, answered = [q for q in quotations(text, [("Ebel", "PER")]) if q.kind == "direct"]
    assert asked.speaker is not None
    assert asked.speaker.text == "Kommentarbereich"
    assert answered.speaker is not None
    assert answered.speaker.name == "Ebel"


SHORT = [
    ("Trump reagierte prompt. „HEXENJAGD!“, schrieb er am Abend.", ["HEXENJAGD!"]),
    ("„Katastrophal“, sagte eine Anwohnerin. „Unglaublich“, antwortet ihr Mann.", ["Katastrophal", "Unglaublich"]),
    ("Das sei „ein Offenbarungseid“, so der Parteichef.", ["ein Offenbarungseid"]),
    ("Der Umbau der Partei sei „überfällig“, sagte die Vorsitzende.", ["überfällig"]),
    ("Er nannte den Plan in der Zeitung „eine bodenlose Frechheit“.", ["eine bodenlose Frechheit"]),
    (
        "Der Kanzler sagte: „Er hat mir gesagt: ‚Ich mache das nicht mit.‘ Das war falsch von ihm.“",
        ["Er hat mir gesagt: ‚Ich mache das nicht mit.‘ Das war falsch von ihm.", "Ich mache das nicht mit."],
    ),
]


@pytest.mark.parametrize("text, words", SHORT)
def test_short_words_in_marks_are_quotations_where_somebody_utters_them(text: str, words: list[str]) -> None:
    assert [shown(text, one) for one in direct(quotations(text))] == words
