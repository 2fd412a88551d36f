from __future__ import annotations

from dataclasses import replace

import numpy as np

from tests.comparison.test_company import symmetric
from tui.comparison.events import other_events
from tui.comparison.passages import Statement

PER_ARTICLE = 10
ARTICLES = np.repeat(np.arange(4), PER_ARTICLE)
BARE = Statement(0, 0, 0, 1, "x", (), frozenset(), frozenset())
STATEMENTS = [replace(BARE, article=int(article), number=row % PER_ARTICLE) for row, article in enumerate(ARTICLES)]


def odds(shared: int) -> np.ndarray:
    """Three articles tell each other's every sentence; the last one shares so many of its last ones and no opening."""
    rows = range(3 * PER_ARTICLE)
    alike = {(i, j): 3.0 for i in rows for j in rows if i < j and i % PER_ARTICLE == j % PER_ARTICLE}
    last = range(4 * PER_ARTICLE - shared, 4 * PER_ARTICLE)
    return symmetric(4 * PER_ARTICLE, alike | {(i % PER_ARTICLE, i): 3.0 for i in last}, -5.0)


def test_a_column_of_the_same_day_with_an_opening_of_its_own_is_about_the_same_event() -> None:
    assert other_events(STATEMENTS, odds(2), ARTICLES, [100, 100, 101, 101]) == ()


def test_an_article_of_another_week_that_opens_with_what_nobody_else_tells_is_about_another_event() -> None:
    assert other_events(STATEMENTS, odds(2), ARTICLES, [100, 100, 101, 140]) == (3,)


def test_without_a_date_an_article_must_share_few_facts_to_be_about_another_event() -> None:
    assert other_events(STATEMENTS, odds(2), ARTICLES, [None, None, None, None]) == (3,)
    assert other_events(STATEMENTS, odds(6), ARTICLES, [None, None, None, None]) == ()


def test_an_article_of_the_first_days_is_about_the_event_though_reports_of_what_followed_go_on_for_weeks() -> None:
    assert other_events(STATEMENTS, odds(2), ARTICLES, [100, 120, 121, 101]) == ()
