import random
from dataclasses import replace

import pytest

from tests.comparison.making import WordEncoder, analysis, article, value
from tests.comparison.test_stories import FIRE, MERGER, NAMES, made
from tui.articles.model import Article
from tui.comparison import Comparison, compare, similarity
from tui.comparison.model import Fact
from tui.comparison.ordering import own_order
from tui.language.model import Analysis
from tui.language.pair_reader import PairReading

SYLLABLES = ("bal", "dor", "fen", "gul", "him", "kar", "lom", "nus", "pir", "ros", "sel", "tam")


class FirstIsRight:
    """Reads two sentences as a model does that minds which one comes first."""

    name = "first"

    def read(self, first: str, second: str) -> PairReading:
        sure = 4.0 if first < second else -4.0
        return PairReading(sure, ((0, len(first), sure),), ((0, len(second), sure),))


def large() -> tuple[list[Article], list[Analysis]]:
    """A story in which articles share some sentences nearly, and tell most things alone."""
    chance = random.Random(4)

    def sentence() -> list[str]:
        return ["".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(5)]

    shared = [sentence() for _ in range(6)]
    articles = []
    for number in range(8):
        near = [[*chance.choice(shared)[:-1], sentence()[0]] for _ in range(4)]
        told = [*near, *(sentence() for _ in range(8))]
        articles.append(article(" ".join(f"In Lindau liegt {' '.join(words)}." for words in told), f"{number}.txt"))
    return articles, [analysis(one, NAMES) for one in articles]


def small() -> tuple[list[Article], list[Analysis]]:
    """Two stories in one folder, with the text of one article twice."""
    articles, analyses = made((*FIRE, *MERGER))
    copy = article(FIRE[0], "copy.txt")
    return [*articles, copy], [*analyses, analysis(copy, NAMES, (value(copy, "12 Menschen", 12, 12, "Menschen"),))]


def found(comparison: Comparison) -> tuple[set[object], set[Analysis]]:
    """What was found, without the order that it stands in."""

    def unordered(fact: Fact) -> object:
        return replace(fact, mentions=tuple(sorted(fact.mentions, key=lambda m: (m.article, m.start))))

    stories: set[object] = {
        (s.id, frozenset(s.articles), frozenset(s.other_event), frozenset(map(unordered, s.facts)), len(s.duplicates))
        for s in comparison.stories
    }
    return stories, set(comparison.analyses)


def unchanged(articles: list[Article], analyses: list[Analysis]) -> bool:
    whole = compare(articles, analyses, WordEncoder(), reader=FirstIsRight())
    assert any(one.facts for one in whole.stories)
    orders = [random.Random(seed).sample(articles, len(articles)) for seed in range(3)]
    return all(
        found(compare(order, analyses, WordEncoder(), reader=FirstIsRight())) == found(whole) for order in orders
    )


def test_the_order_of_the_files_changes_nothing_that_is_found() -> None:
    assert unchanged(*small())


def test_the_order_of_the_files_changes_nothing_where_pairs_of_sentences_are_drawn_by_lot(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, most in (("EVERY_PAIR", 40), ("CANDIDATES", 10), ("OWN", 5), ("DRAWN", 3)):
        monkeypatch.setattr(similarity, name, most)
    assert unchanged(*large())


def test_stories_facts_and_mentions_stand_in_the_order_in_which_the_reader_has_the_articles() -> None:
    articles, analyses = small()
    articles = [replace(one, source="Lindauer Bote") if "Lindau" in one.text else one for one in articles]
    articles.sort(key=own_order, reverse=True)
    places = {one.id: place for place, one in enumerate(articles)}
    result = compare(articles, analyses, WordEncoder())
    firsts = [places[story.articles[0]] for story in result.stories]
    assert firsts == sorted(firsts)
    for story in result.stories:
        facts = [[(places[m.article], m.start) for m in fact.mentions] for fact in story.facts]
        assert facts == sorted(facts)
        assert all(mentions == sorted(mentions) for mentions in facts)
        for ids in (story.articles, *story.duplicates, *story.outlets):
            assert list(ids) == sorted(ids, key=places.__getitem__)
    assert any(story.duplicates and len(story.outlets[0]) > 2 for story in result.stories)
