import numpy as np

from tests.comparison.making import analysis, article
from tests.comparison.test_company import NONE, symmetric
from tui.comparison.clustering import Thresholds, clusters, membership
from tui.comparison.facts import facts_of, groups_of
from tui.comparison.model import Decision, Passage
from tui.comparison.passages import statements_of
from tui.language.pair_reader import PairReading

ARTICLES = np.arange(5)
SHARING = Thresholds(together=0.0, sure=1.25, best=0.0, per_article=2, overlap=0.0, shared=0.5)


def alike_but_for_two() -> np.ndarray:
    """Five sentences of as many articles, all alike but the last two."""
    odds = symmetric(5, {(3, 4): -9.0}, 2.0)
    np.fill_diagonal(odds, NONE)
    return odds


def test_a_matter_that_most_passages_share_is_one_fact_and_no_row_of_near_copies() -> None:
    assert clusters(alike_but_for_two(), ARTICLES, SHARING) == [(0, 1, 2, 3, 4)]


def test_a_passage_that_a_reader_called_different_leaves_the_fact_and_the_rest_stays_whole() -> None:
    found = clusters(alike_but_for_two(), ARTICLES, SHARING, cannot=[(0, 2)])
    assert found == [(0, 1, 3, 4)]


def test_passages_that_a_reader_called_the_same_leave_together() -> None:
    found = clusters(alike_but_for_two(), ARTICLES, SHARING, must=[(2, 3)], cannot=[(0, 2)])
    assert found == [(0, 1, 4), (2, 3)]
    found = clusters(alike_but_for_two(), ARTICLES, SHARING, must=[(0, 1), (1, 2)], cannot=[(0, 2)])
    assert found == [(0, 1, 3, 4)], "the plain word on a pair counts more than what follows from two others"


def test_a_reader_is_sure_of_passages_that_he_called_the_same_and_that_were_never_compared() -> None:
    articles = [article("Der Hund schlief. Die Katze fraß.", "0.txt"), article("Ein Zug fuhr ab. Es brannte.", "1.txt")]
    analyses = [analysis(one) for one in articles]
    pairs = zip(articles, analyses, strict=True)
    statements = [one for i, (made, read) in enumerate(pairs) for one in statements_of(made, read, i)]
    first, second = (Passage(one.text_sha256, 0, 5) for one in articles)
    odds = np.full((4, 4), np.nan, dtype=np.float32)
    groups = groups_of(statements, articles, odds, [Decision(True, first, second)])

    class Reader:
        name = "none"

        def read(self, first: str, second: str) -> PairReading:
            return PairReading(-5.0, (), ())

    facts = facts_of(groups, "s", statements, articles, analyses, odds, None, reader=Reader())
    assert [[mention.confidence for mention in fact.mentions] for fact in facts] == [[1.0, 1.0]]


def test_how_sure_a_passage_is_comes_from_those_that_it_was_compared_with() -> None:
    odds = symmetric(3, {(0, 1): 0.0, (0, 2): np.nan, (1, 2): 2.0}, 0.0)
    assert membership(odds, (0, 1, 2), np.arange(3)) == [0.5, 0.731, 0.881]
