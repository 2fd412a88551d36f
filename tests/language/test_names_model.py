import numpy as np
import pytest
import spacy
from spacy.language import Language

import tui.language.names as _registered
from tui.language.names_agreement import agreed_labels
from tui.language.names_context import coheres
from tui.language.names_decode import LABELS, TAGS, best_tags, may_follow, names_of
from tui.language.names_model import _grouped

assert _registered


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("lesart_names")
    return nlp


def found(nlp: Language, text: str) -> list[tuple[str, str]]:
    return [(entity.text, entity.label_) for entity in nlp(text).ents]


def test_names_stand_without_titles_and_with_their_genitive(nlp: Language) -> None:
    text = "In Berlin lobte Bundeskanzlerin Angela Merkel am Montag Joachim Gaucks Rede vor der Deutschen Bank."
    names = found(nlp, text)
    assert ("Angela Merkel", "PER") in names
    assert ("Joachim Gaucks", "PER") in names
    assert ("Deutschen Bank", "ORG") in names
    assert ("Berlin", "LOC") in names


def test_an_apostrophe_s_belongs_to_the_name(nlp: Language) -> None:
    assert "Angela Merkel's" in [text for text, _ in found(nlp, "Das war Angela Merkel's Rede in Hamburg.")]


def test_a_heading_and_the_line_below_are_not_one_name(nlp: Language) -> None:
    assert ("Frank-Walter Steinmeier", "PER") in found(nlp, "Besuch in Paris\n\nFrank-Walter Steinmeier reist ab.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n \n",
        "😀🎉",
        "\u00ad",
        "a" * 20_000,
        "Herr Müller geht. " * 800,
        "[/b] \x1b[31m„“",
        "日本語のテキスト",
    ],
)
def test_no_text_breaks_the_reading(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert all(entity.label_ in LABELS and entity.text.strip() == entity.text for entity in doc.ents)


def test_a_long_text_is_read_the_same_in_all_its_parts(nlp: Language) -> None:
    sentence = "Der Minister Robert Habeck besuchte am Montag die Stadt Leipzig."
    names = found(nlp, " ".join([sentence] * 40))
    assert names.count(("Robert Habeck", "PER")) == names.count(("Leipzig", "LOC")) == 40


def test_tags_are_always_legal() -> None:
    random = np.random.default_rng(1)
    for words in (1, 2, 7, 30):
        tags = [TAGS[number] for number in best_tags(random.normal(size=(words, len(TAGS))).astype(np.float32))]
        assert all(may_follow(one, other) for one, other in zip(["O", *tags], [*tags, "O"], strict=True))


def test_the_best_legal_sequence_is_not_the_best_tag_of_each_word() -> None:
    scores = np.full((2, len(TAGS)), -9.0, np.float32)
    scores[0, TAGS.index("B-PER")], scores[0, TAGS.index("S-PER")] = 0.0, -0.5
    scores[1, TAGS.index("O")], scores[1, TAGS.index("E-PER")] = 0.0, -3.0
    assert names_of(best_tags(scores)) == [(0, 1, "PER")]


def test_other_places_correct_an_unsure_label() -> None:
    person, organisation = [-0.1, -3.0, -8.0, -8.0], [-1.5, -0.4, -8.0, -8.0]
    forms = ["Schmidt", "Schmidt", "Schmidts"]
    assert agreed_labels(forms, ["PER", "PER", "ORG"], [person, person, organisation]) == ["PER"] * 3


def test_lines_of_an_article_are_context_and_lines_of_a_list_are_not() -> None:
    blank = spacy.blank("de")
    article = "Der Minister Schmidt tritt zurück.\nSchmidt war lange im Amt.\nAm Abend sprach der Minister."
    assert coheres(blank(article))
    assert coheres(blank("Eine Zeile allein über Hamburg."))
    assert not coheres(blank("Bayern gewinnt 3:1.\nRegen in Kiel.\nPapst reist nach Rom.\nKinostart am Donnerstag."))


def test_windows_end_with_sentences() -> None:
    assert _grouped([10, 20, 35], 50, 25) == [(0, 20), (20, 35), (35, 50)]
    assert _grouped([], 50, 25) == [(0, 50)]
    assert _grouped([0, 50], 50, 25) == [(0, 50)]
    assert _grouped([10, 20, 35], 50, 60, walls=[20]) == [(0, 20), (20, 50)]
