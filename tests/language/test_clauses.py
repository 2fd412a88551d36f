from hypothesis import given, settings
from hypothesis import strategies as st

from tui.language.clauses import clause_spans
from tui.language.model import Token


def clauses(sentence: str) -> list[str]:
    return [sentence[start:end] for start, end in clause_spans(sentence, 0, len(sentence))]


def test_a_simple_sentence_is_one_clause_with_its_full_stop() -> None:
    assert clauses("Der Minister trat am Mittwoch zurück.") == ["Der Minister trat am Mittwoch zurück."]


def test_enumerations_and_joined_nouns_stay_whole() -> None:
    sentence = "Die Firma kaufte Schiffe, Kräne und Lastwagen aus Polen."
    assert clauses(sentence) == [sentence]


def test_a_subordinate_clause_stands_alone() -> None:
    assert clauses("Die Bank teilte mit, dass sie 300 Stellen streicht.") == [
        "Die Bank teilte mit",
        "dass sie 300 Stellen streicht.",
    ]


def test_an_infinitive_clause_stands_alone() -> None:
    assert clauses("Er warb Leute an, um mit dem Bau zu beginnen.") == [
        "Er warb Leute an",
        "um mit dem Bau zu beginnen.",
    ]


def test_a_relative_clause_inside_leaves_both_halves_of_the_main_clause() -> None:
    assert clauses("Der Konzern, der in Bonn sitzt, wird im Mai verkauft.") == [
        "Der Konzern",
        "der in Bonn sitzt",
        "wird im Mai verkauft.",
    ]


def test_und_parts_clauses_with_verbs_of_their_own() -> None:
    assert clauses("Sie verließ den Vorstand und er wurde ihr Nachfolger.") == [
        "Sie verließ den Vorstand",
        "und er wurde ihr Nachfolger.",
    ]


def test_two_subjects_of_one_verb_are_one_clause() -> None:
    assert clauses("Im Mai erklärte die Ministerin und ihr Vertreter den Rücktritt und sie wurde verabschiedet.") == [
        "Im Mai erklärte die Ministerin und ihr Vertreter den Rücktritt",
        "und sie wurde verabschiedet.",
    ]


def test_participles_that_share_an_auxiliary_are_two_clauses() -> None:
    assert (
        clauses("Er hat die Verbindung gekappt und sich anderen Dingen zugewandt.")[0]
        == "Er hat die Verbindung gekappt"
    )


def test_the_origin_after_a_comma_is_a_clause_of_its_own() -> None:
    assert clauses("Das Werk schließt im Juni, so zwei Mitarbeiter.") == [
        "Das Werk schließt im Juni",
        "so zwei Mitarbeiter.",
    ]


def test_tags_decide_where_a_word_could_be_a_verb() -> None:
    sentence = "Das Haus brannte und stand leer."
    tagged = [Token(4, 8, "NOUN"), Token(9, 16, "VERB", "VerbForm=Fin"), Token(21, 26, "NOUN")]
    assert clause_spans(sentence, 0, len(sentence), tagged) == ((0, len(sentence)),)


@given(st.text(alphabet="aA ,;:–()und.dass tet", max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_sentence_gives_clauses_inside_it_in_order(sentence: str) -> None:
    found = clause_spans(sentence, 0, len(sentence))
    position = 0
    for start, end in found:
        assert position <= start <= end <= len(sentence)
        position = end
