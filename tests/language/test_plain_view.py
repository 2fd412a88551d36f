"""Characters that nobody sees change nothing in what is found, and every position still fits the file."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from tui.articles import read_bytes
from tui.articles.plain import plain_text
from tui.comparison import compare
from tui.language.analyse import analyse
from tui.language.pipeline import load_pipeline
from tui.library.workshop import LanguageWorkshop

TEXT = """Köln kauft fünf Fähren

Die Stadt Köln kauft fünf Fähren für 30 Millionen Euro. „Wir müssen größer werden“, sagte Jürgen Müller am Montag. \
Müller zufolge fährt die erste Fähre im März.
"""


def hyphenated(text: str) -> str:
    for word, parted in (("Millionen", "Mil\xadlio\xadnen"), ("sagte", "sag\xadte"), ("Jürgen", "\u200eJür\xadgen")):
        text = text.replace(word, parted)
    return text


def spaced(text: str) -> str:
    return text.replace("zufolge", "zu\u200bfolge").replace("Köln", "Kö\u2060ln\ufeff")


@pytest.mark.parametrize(
    "change", [hyphenated, spaced, lambda text: unicodedata.normalize("NFD", text)], ids=["hyphens", "spaces", "NFD"]
)
def test_unseen_characters_change_nothing_that_is_found(change: Callable[[str], str]) -> None:
    pipeline = load_pipeline()
    plain, odd = read_bytes(TEXT.encode()), read_bytes(change(TEXT).encode())
    assert odd.text == change(TEXT)
    first, second = analyse(plain, pipeline), analyse(odd, pipeline)
    assert [one.name for one in second.entities] == [one.name for one in first.entities] != []
    assert [(one.low, one.unit) for one in second.values] == [(one.low, one.unit) for one in first.values] != []
    assert len(second.quotations) == len(first.quotations) == 2
    assert len(second.sentences) == len(first.sentences)
    spoken = [one.speaker for one in second.quotations if one.speaker]
    places = [(one.text, one.start, one.end) for found in (second.entities, second.values, spoken) for one in found]
    assert all(words == odd.text[start:end] for words, start, end in places)


def test_the_same_sentences_are_one_fact_whatever_stands_unseen_in_them() -> None:
    pipeline = load_pipeline()
    articles = [read_bytes(text.encode(), name) for text, name in ((TEXT, "a"), (hyphenated(TEXT), "b"))]
    found = compare(articles, [analyse(one, pipeline) for one in articles], None)
    facts = found.stories[0].facts
    assert len(facts) >= 3
    for fact in facts:
        for mention in fact.mentions:
            article = next(one for one in articles if one.id == mention.article)
            assert mention.text == article.text[mention.start : mention.end]


def test_positions_go_there_and_back() -> None:
    raw = "A\u0308rger u\u0308ber Mil\xadlionen\u200b"
    plain = plain_text(raw)
    assert plain is not None and plain.text == "Ärger über Millionen"
    for start in range(len(plain.text)):
        for end in range(start + 1, len(plain.text) + 1):
            assert plain.plain(*plain.raw(start, end)) == (start, end)
    assert raw[slice(*plain.raw(11, 20))] == "Mil\xadlionen"
    assert plain_text("Ärger über Millionen") is None


def test_names_of_several_articles_bear_no_unseen_characters_without_a_comparison() -> None:
    pipeline = load_pipeline()
    articles = [read_bytes(text.encode(), name) for text, name in ((TEXT, "a"), (hyphenated(TEXT), "b"))]
    found = LanguageWorkshop().unify([analyse(one, pipeline) for one in articles], articles)
    assert [entity.name for entity in found[1].entities] == [entity.name for entity in found[0].entities] != []
    raw = articles[1].text
    assert all(entity.text == raw[entity.start : entity.end] for entity in found[1].entities)
