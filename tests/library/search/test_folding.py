from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles import Article, Block
from tui.library.search import ablaut, folding, stemming
from tui.library.search.folding import fold, raw_span, words
from tui.library.search.passages import passages
from tui.library.search.query import parse


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("München", "Muenchen"),
        ("München", "Munchen"),
        ("Mu\u0308nchen", "münchen"),
        ("Straße", "STRASSE"),
        ("Goethe", "Göthe"),
        ("Zürich", "zuerich"),
        ("Łódź", "lodz"),
        ("Gar\u00adten", "Garten"),
        ("10.000", "10000"),
        ("1.234.567", "1234567"),
    ],
)
def test_ways_to_write_one_word_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["Müßiggänger", "Großröhrsdorf", "Aerodynamik", "Treue", "ÄÖÜ"])
def test_a_word_typed_halfway_is_a_beginning_of_it(word: str) -> None:
    for size in range(1, len(word)):
        assert fold(word).startswith(fold(word[:size]))


def test_numbers_words_and_signs_are_words() -> None:
    found = [word.folded for word in words("Rund 1,5 Mrd. € (10.000 GPUs) – 50 % für GPT-4 am 15.01. um 20:30")]
    assert found == [
        *("rund", "1,5", "milliarden", "euro", "10000", "gpus", "50", "prozent", "fur", "gpt", "4"),
        *("am", "15", "01", "um", "20", "30"),
    ]


@given(st.text(alphabet="abcäöüßÄéoeu", min_size=1, max_size=12), st.data())
def test_a_stretch_of_a_folded_word_lies_in_the_word(raw: str, data: st.DataObject) -> None:
    folded = fold(raw)
    start = data.draw(st.integers(0, len(folded) - 1))
    end = data.draw(st.integers(start + 1, len(folded)))
    first, last = raw_span(raw, start, end)
    assert 0 <= first < last <= len(raw)


def test_the_examples_in_the_documentation_are_true() -> None:
    for module in (folding, stemming, ablaut):
        assert doctest.testmod(module).failed == 0


def test_passages_are_sentences_of_own_blocks() -> None:
    text = "Überschrift\nAm 3. Mai kam Dr. Ott, z. B. mit Prof. Lang. „Gut!“ Er ging. Ja?\nMehr dazu hier."
    more = text.index("Mehr")
    blocks = (
        Block(0, 11, "title", ""),
        Block(12, more - 1, "paragraph", ""),
        Block(more, len(text), "boilerplate", ""),
    )
    article = Article("a", "a", text, "", "", "text", blocks)
    assert [text[start:end] for start, end in passages(article)] == [
        "Am 3. Mai kam Dr. Ott, z. B. mit Prof. Lang.",
        "„Gut!“",
        "Er ging.",
        "Ja?",
    ]


def test_a_text_without_full_stops_is_cut_between_words() -> None:
    text = "wort " * 2000
    article = Article("a", "a", text, "", "", "text", (Block(0, len(text), "paragraph", ""),))
    cut = [text[start:end] for start, end in passages(article)]
    assert len(cut) > 4
    assert " ".join(cut) == text.strip()


def test_a_query_is_taken_apart() -> None:
    query = parse('musk "halbes Dutzend" source:"Business Insider" speaker:Altman ')
    assert query.words == ("musk", "halbes", "dutzend")
    assert query.phrases == ("halbes Dutzend",)
    assert query.filters == (("source", "Business Insider"), ("speaker", "Altman"))
    assert parse("musk bab").typing
    assert not parse("musk bab ").typing
