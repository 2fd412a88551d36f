import numpy as np

from tests.comparison.making import WordEncoder
from tests.comparison.test_stories import FIRE, made
from tui.comparison import compare
from tui.comparison.clustering import Thresholds, clusters
from tui.comparison.company import shared_company
from tui.comparison.model import Difference, DifferingValue, Fact
from tui.comparison.repeated import conflicts_once
from tui.language.encoder import TokenStates
from tui.library.remembering import RememberingEncoder

NONE = np.float32(np.nan)


def symmetric(size: int, pairs: dict[tuple[int, int], float], other: float) -> np.ndarray:
    made_of = np.full((size, size), other, dtype=np.float32)
    for (i, j), value in pairs.items():
        made_of[i, j] = made_of[j, i] = value
    return made_of


def test_two_passages_that_the_same_others_are_like_are_in_one_company() -> None:
    likeness = symmetric(5, {(0, 2): 12.0, (1, 2): 12.0, (0, 3): 11.0, (1, 3): 11.0}, -2.0)
    company = shared_company(likeness)
    assert company[0, 1] > 0.5 > company[0, 4]
    assert likeness[0, 1] == -2.0, "what is given is not changed"


def test_the_likeliest_passage_of_an_article_is_shown_with_more_doubt_than_the_next() -> None:
    articles = np.array([0, 1, 1, 2])
    odds = symmetric(4, {(0, 1): -0.1, (0, 2): -0.2, (0, 3): -3.0}, -9.0)
    odds[articles[:, None] == articles[None, :]] = NONE
    odds[2, 3] = odds[3, 2] = 0.5  # another passage is likelier for the second
    odds[1, 3] = odds[3, 1] = -4.0
    found = clusters(odds, articles, Thresholds(together=0.3, sure=0.25, best=-0.15))
    assert (0, 1) in found
    assert not any({0, 2} <= set(group) for group in found)


def test_a_conflict_that_overlapping_facts_share_is_shown_once() -> None:
    values = tuple(DifferingValue(name, 0, 5, "Wort") for name in "abc")

    def fact(name: str, count: int) -> Fact:
        difference = Difference("date", "conflict", "Wednesday and Sunday", values[:count])
        return Fact(name, "story", name, (), (difference,))

    assert [item.in_conflict for item in conflicts_once((fact("one", 2), fact("two", 3), fact("three", 3)))] == [
        False,
        True,
        False,
    ]


def test_an_article_that_joins_a_story_costs_the_reading_of_its_own_sentences() -> None:
    class Counting(WordEncoder):
        read = 0

        def states(self, text: str) -> TokenStates:
            self.read += 1
            return super().states(text)

    behind = Counting()
    encoder = RememberingEncoder(behind)
    articles, analyses = made(FIRE)
    compare(articles[:2], analyses[:2], encoder)
    before = behind.read
    compare(articles, analyses, encoder)
    assert behind.read - before <= 2 * len(analyses[2].sentences)
