import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Token

import tui.language.names as _names
import tui.language.tags as _tags
from tui.language.names import READINGS
from tui.language.tags import as_spelt
from tui.language.tags_features import POS, PRESENT_SUBJUNCTIVES, PRETERITE_SUBJUNCTIVES

assert _names and _tags


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("lesart_names")
    nlp.add_pipe("lesart_tags")
    return nlp


def word(nlp: Language, text: str, form: str) -> Token:
    return next(token for token in nlp(text) if token.text == form)


def test_words_have_parts_of_speech(nlp: Language) -> None:
    doc = nlp("Die alte Frau sah gestern in Hamburg drei Schiffe und winkte.")
    assert [token.pos_ for token in doc] == [
        *("DET", "ADJ", "NOUN", "VERB", "ADV", "ADP", "PROPN", "NUM", "NOUN", "CCONJ", "VERB", "PUNCT"),
    ]


def test_reported_speech_is_subjunctive_and_a_plain_statement_is_not(nlp: Language) -> None:
    text = "Der Minister sagte, er habe davon nichts gewusst und werde nun prüfen, wer es wusste."
    assert word(nlp, text, "habe").morph.to_dict()["Mood"] == "Sub"
    assert word(nlp, text, "werde").morph.to_dict()["Mood"] == "Sub"
    assert word(nlp, text, "sagte").morph.to_dict()["Mood"] == "Ind"
    assert word(nlp, "Ich habe das gewusst.", "habe").morph.to_dict()["Mood"] == "Ind"


def test_participles_and_infinitives_are_told_from_finite_verbs(nlp: Language) -> None:
    text = "Sie hat das Buch gelesen und will es verkaufen."
    forms = {form: word(nlp, text, form).morph.to_dict()["VerbForm"] for form in ("hat", "gelesen", "verkaufen")}
    assert forms == {"hat": "Fin", "gelesen": "Part", "verkaufen": "Inf"}


def test_the_tagger_works_without_the_names_component() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("lesart_tags")
    assert word(nlp, "Der Hund bellt laut.", "Hund").pos_ == "NOUN"


def test_states_do_not_stay_in_the_document(nlp: Language) -> None:
    assert READINGS not in nlp("Ein Satz.").user_data


@pytest.mark.parametrize("text", ["", " \n", "😀", "\u00ad\u00ad"])
def test_no_text_breaks_the_tagging(nlp: Language, text: str) -> None:
    assert all(token.pos_ in (*POS, "SPACE") for token in nlp(text))


def test_spelling_decides_the_mood_where_it_can() -> None:
    assert as_spelt("wäre", "AUX", {"Mood": "Ind"})["Mood"] == "Sub"
    assert as_spelt("sei", "AUX", {})["Tense"] == "Pres"
    third = {"Person": "3", "Number": "Sing", "Tense": "Pres", "Mood": "Ind", "VerbForm": "Fin"}
    assert as_spelt("komme", "VERB", third)["Mood"] == "Sub"
    assert as_spelt("kommt", "VERB", third)["Mood"] == "Ind"
    assert as_spelt("sei", "NOUN", {}) == {}
    assert as_spelt("trage", "VERB", third, with_ich=True)["Mood"] == "Ind"
    assert as_spelt("wurde", "AUX", third | {"Tense": "Past"})["Mood"] == "Ind"


def test_no_form_is_of_two_tenses() -> None:
    assert not PRESENT_SUBJUNCTIVES & PRETERITE_SUBJUNCTIVES
