import subprocess
import sys
from dataclasses import replace

import pytest

from tests.comparison.making import analysis, article, quotation
from tui.comparison.facts import labelled
from tui.comparison.modality import is_hedged, modality_of
from tui.comparison.model import Fact, Mention
from tui.comparison.opposites import opposed, predicates
from tui.comparison.origins import origin_of
from tui.comparison.passages import statements_of, stem
from tui.comparison.resolving import resolve


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("Der Minister tritt am Montag zurück.", "asserted"),
        ("Der Minister tritt möglicherweise zurück.", "hedged"),
        ("Der Minister soll am Montag zurückgetreten sein.", "hedged"),
        ("Das Parlament soll am Montag abstimmen.", "asserted"),
        ("Der Minister dementierte seinen Rücktritt.", "denied"),
        ("Der Minister will nichts davon gewusst haben.", "attributed"),
        ("Der Minister will das Gesetz bis Juni beschlossen haben.", "asserted"),
        ("Laut Tagesblatt tritt der Minister zurück.", "attributed"),
    ],
)
def test_how_a_passage_states_its_fact_is_read_from_its_words(words: str, modality: str) -> None:
    made = article(words)
    statement = statements_of(made, analysis(made), 0)[0]
    assert modality_of(statement, (statement.start, statement.end), made.text, ())[0] == modality


def test_words_inside_quotation_marks_are_quoted_even_with_doubt_in_them() -> None:
    made = article("„Vielleicht gehe ich am Montag“, sagte der Minister.")
    found = analysis(made, quotations=(quotation(made, "Vielleicht gehe ich am Montag", "direct", "der Minister"),))
    statement = statements_of(made, found, 0)[0]
    assert modality_of(statement, (statement.start, statement.end), made.text, ())[0] == "quoted"


def test_plans_are_no_doubt() -> None:
    assert not is_hedged("Am 15. Januar soll der Bundestag abstimmen.")
    assert is_hedged("Wahlen könnten im März stattfinden.")


@pytest.mark.parametrize(
    ("words", "origin"),
    [
        ("Laut Tagesblatt tritt der Minister zurück.", "Tagesblatt"),
        ("Der Minister tritt dem Tagesblatt zufolge zurück.", "Tagesblatt"),
        ("Der Minister tritt zurück (dpa).", "dpa"),
        ("Der Minister tritt zurück.", None),
    ],
)
def test_who_is_named_as_knowing_is_given_in_the_words_of_the_text(words: str, origin: str | None) -> None:
    made = article(words)
    statement = statements_of(made, analysis(made), 0)[0]
    assert origin_of(statement, None, True) == origin


def test_pronouns_and_roles_stand_for_the_person_that_the_story_names() -> None:
    made = article("Kanzlerin Eva Lang und Minister Jan Roth stritten.\nDer Minister ging. Er trat zurück.")
    statements = statements_of(made, analysis(made, (("Eva Lang", "PER"), ("Jan Roth", "PER"))), 0)
    texts = [sentence.text for sentence in resolve(statements)]
    assert texts[1] == "Der Minister Jan Roth ging."
    assert texts[2] == "Jan Roth trat zurück."


def test_written_in_names_keep_their_place_in_the_article() -> None:
    made = article("Jan Roth kam. Er ging wieder.")
    sentence = resolve(statements_of(made, analysis(made, (("Jan Roth", "PER"),)), 0))[1]
    assert len(sentence.places) == len(sentence.text) + 1
    start = sentence.text.index("ging")
    assert made.text[sentence.places[start] :].startswith("ging")


def test_staying_and_resigning_exclude_each_other_unless_negated() -> None:
    stays, goes = "Der Minister bleibt im Amt.", "Der Minister tritt am Montag zurück."
    assert opposed(predicates(stays), predicates(goes))
    assert not opposed(predicates(stays), predicates("Der Minister tritt nicht zurück."))


def test_a_sentence_that_an_article_repeats_counts_once() -> None:
    title = "Musikschule der Stadt bekommt neue Räume"
    made = article(f"{title}\n{title} - bild4.\nDie Räume liegen am Markt.\n{title}.\n")
    assert len(statements_of(made, analysis(made), 0)) == 2


def test_a_sentence_knows_its_own_names_and_all_quotations_that_reach_into_it() -> None:
    said = "Wir fangen an. Jan Roth kommt. Dann sehen wir weiter"
    made = article(f"Der Bau\nJan Roth lachte. „{said}.“ Eva Lang ging.")
    read = analysis(
        made, (("Eva Lang", "PER"), ("Jan Roth", "PER")), (), (quotation(made, said, "direct", "Jan Roth"),)
    )
    statements = statements_of(made, read, 0)
    assert [[one.name for one in s.entities] for s in statements] == [
        [],
        ["Jan Roth"],
        [],
        ["Jan Roth"],
        [],
        ["Eva Lang"],
    ]
    assert [len(s.quotations) for s in statements] == [0, 0, 1, 1, 1, 0]
    assert [s.title for s in statements] == [True, False, False, False, False, False]


@pytest.mark.parametrize("noun", ["Arbeiter", "Bewohner", "Kellner", "Minister", "Richter", "Verlierer", "Vertreter"])
def test_all_forms_of_a_noun_for_women_and_men_are_one_word(noun: str) -> None:
    assert len({stem(noun + ending) for ending in ("", "n", "s", "in", "innen")}) == 1


def test_a_repeated_sentence_may_have_three_words_more_and_no_word_less() -> None:
    made = article(
        "Der Rat der Stadt tagt. Der Rat der Stadt tagt am Abend lange. Der Rat der Stadt. Der Rat der Stadt."
    )
    assert [s.text for s in statements_of(made, analysis(made), 0)] == [
        "Der Rat der Stadt tagt.",
        "Der Rat der Stadt.",
        "Der Rat der Stadt.",
    ]


def test_who_contributed_to_an_article_is_no_statement_of_it() -> None:
    made = article("Die Räume liegen am Markt.\nZusätzliche Berichterstattung von Anna Berg.\n")
    blocks = (made.blocks[0], replace(made.blocks[1], role="credit"))
    assert [s.text for s in statements_of(replace(made, blocks=blocks), analysis(made), 0)] == [made.text[:26]]


def test_the_front_door_loads_nothing_heavy() -> None:
    heavy = ("numpy", "spacy", "onnxruntime")
    code = f"import sys, tui.comparison.model; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def mention(article: str, text: str, confidence: float) -> Mention:
    return Mention(article, 0, len(text), text, confidence, "asserted", None)


def test_facts_that_share_a_sentence_are_called_by_different_words() -> None:
    shared = mention("a", "Der Minister trat zurück und die Partei wählte neu.", 0.9)
    large = Fact("1", "s", "", (shared, mention("b", "Der Minister ging.", 0.8), mention("c", "Er tritt ab.", 0.7)))
    small = Fact("2", "s", "", (shared, mention("b", "Die Partei wählt neu.", 0.6)))
    assert [fact.label for fact in labelled([small, large])] == ["Die Partei wählt neu.", shared.text]


def test_a_fact_is_called_by_words_that_stand_on_their_own_where_they_are_nearly_as_sure() -> None:
    clause = mention("a", "und sammelte Geld ein.", 0.93)
    sure, doubtful = (mention("b", "Im selben Jahr kam Geld.", confidence) for confidence in (0.9, 0.6))
    facts = [Fact("1", "s", "", (clause, other)) for other in (sure, doubtful)]
    assert [labelled([fact])[0].label for fact in facts] == [sure.text, clause.text]
