from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.language.model import Entity, Token
from tui.language.sentences import sentence_spans
from tui.language.values import find_values
from tui.language.values_numbers import number_word

PIECES = st.sampled_from(
    [
        *("am", "im", "29.", "März", "2018", "5", "1.000", "bis", "zu", "rund", "mehr", "als", "Millionen", "Dollar"),
        *("5²", "³", "①", "Uhr", "9" * 400, "2018/¹⁹", "minus", "-"),
        *(
            "zwei",
            "der",
            "Hälfte",
            "Jahre",
            "später",
            "vor",
            "drei",
            "letzten",
            "Woche",
            "Anfang",
            "des",
            "Jahres",
            "%",
        ),
        *(
            "€",
            ",",
            ".",
            "-",
            "–",
            "zwischen",
            "und",
            "von",
            "eine",
            "Handvoll",
            "Uhr",
            "18.30",
            "9" * 20,
            "0",
            "²",
            "٣",
        ),
        *("2023-13-45", "31.2.", "\u00a0", "zig", "jeder", "dritte", "eins", "Dienstag", "diese", "12:99", "1990er"),
    ]
)


@given(
    st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=200),
    st.sampled_from([None, "2024-03-14", "x", "0001-01-01", "9999-12-31"]),
)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_values_inside_it_in_order_with_their_own_words(text: str, published: str | None) -> None:
    found = find_values(text, sentence_spans(text), published=published)
    for value in found:
        assert 0 <= value.start < value.end <= len(text)
        assert value.text == text[value.start : value.end]
        assert value.low is None or value.high is None or value.low <= value.high
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_a_number_inside_a_name_is_no_value() -> None:
    text = "Die Agenda 2010 half."
    name = Entity(4, 15, "Agenda 2010", "MISC", "Agenda 2010")
    assert find_values(text, [(0, len(text))], entities=[name]) == ()


def test_parts_of_speech_keep_a_verb_from_becoming_the_unit() -> None:
    text = "Dort arbeiten 300 Menschen, zwei sagten Reportern nichts."
    tokens = [Token(28, 32, "NUM"), Token(33, 39, "VERB"), Token(40, 49, "NOUN")]
    found = [(value.text, value.unit) for value in find_values(text, [(0, len(text))], tokens)]
    assert found == [("300 Menschen", "Menschen"), ("zwei", None)]


def test_a_value_never_crosses_a_sentence() -> None:
    text = "Es kamen 30. Menschen warteten."
    assert all(value.text == "30" for value in find_values(text, [(0, 12), (13, len(text))]))


def test_number_words_are_composed_the_german_way() -> None:
    assert number_word("siebenhundertsechsundachtzigtausenddreihunderteinundzwanzig") == 786321
    assert number_word("neunzehnhundertneunundachtzig") == 1989
    assert number_word("verhundertfacht") is None
    assert number_word("tausend" * 50) is None
