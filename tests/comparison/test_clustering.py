import numpy as np

from tests.comparison.test_company import NONE, symmetric
from tui.comparison.clustering import Thresholds, clusters

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
