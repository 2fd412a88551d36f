"""Tells which articles of a story are about another or later event.

Reports of one event tell the same in their titles and first sentences. An article of another week whose opening nobody
else tells, and that tells nobody else's, belongs to the story by its people, but its silence on a fact means nothing.
Without the days of publication it must also share clearly fewer facts than others: many a column about the event of the
day opens with a thought of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui.articles.model import Article
from tui.comparison.passages import Statement
from tui.comparison.similarity import Indices
from tui.comparison.vectors import Floats
from tui.language.values_calendar import published_day

OPENING = 4
"""Sentences that open an article, title included."""

APART = 0.5
"""Log odds below which an opening counts as told by nobody else."""

WEEK = 7
"""Days from the middle of the story's articles from which one of them may tell of a later or an earlier event."""

CLOSE, MANY = 3, 1 / 3
"""Days within which this share of the others must stand for an article to be of their week, however long reports of
what followed go on."""

FEW = 0.5
"""Share of the facts that the story's middle article has in common with others, below which an article has few."""

FEWEST = 3
"""Articles that a story must have for one of them to stand apart."""

_NEVER = -9.0
"""Log odds that stand for a pair that was not compared."""


def days_of(articles: Sequence[Article]) -> list[int | None]:
    """When each article was published, as a proleptic ordinal; None where it is not known."""
    return [None if (day := published_day(article.published)) is None else day.toordinal() for article in articles]


def told_openings(statements: Sequence[Statement], odds: Floats, articles: Indices, count: int) -> Floats:
    """How well the opening of one article is told in another: the best log odds. Shape (opening of, told in).

    Args:
        statements: The story's sentences.
        odds: Log odds of pairs, NaN where not compared.
        articles: Article of each sentence.
        count: Number of articles.
    """
    filled = np.nan_to_num(odds, nan=_NEVER)
    found = np.full((count, count), np.nan, dtype=np.float32)
    number = np.array([statement.number for statement in statements])
    for article in range(count):
        opening = filled[(articles == article) & (number < OPENING)]
        if not len(opening):
            continue
        best = opening.max(axis=0)
        for other in range(count):
            inside = articles == other
            if other != article and inside.any():
                found[article, other] = best[inside].max()
    return found


def other_events(
    statements: Sequence[Statement], odds: Floats, articles: Indices, days: Sequence[int | None]
) -> tuple[int, ...]:
    """Articles about another event than the rest, at most a third of the story.

    Args:
        statements: The story's sentences.
        odds: Log odds of pairs, NaN where not compared.
        articles: Article of each sentence.
        days: When each article was published, as a proleptic ordinal; None where it is not known.
    """
    present = np.unique(articles)
    if len(present) < FEWEST:
        return ()
    told = told_openings(statements, odds, articles, len(days))[np.ix_(present, present)]
    close = np.fmax(np.nanmean(told, axis=1), np.nanmean(told, axis=0))
    shared = shares_told(odds, articles)
    far = [_days_apart(int(article), days) for article in present]
    apart = [
        i
        for i, gap in enumerate(far)
        if close[i] < APART and (shared[i] < FEW * float(np.median(shared)) if gap is None else gap >= WEEK)
    ]
    chosen = sorted(apart, key=lambda i: float(close[i]))[: len(present) // 3]
    return tuple(sorted(int(present[i]) for i in chosen))


def shares_told(odds: Floats, articles: Indices) -> Floats:
    """Share of each article's sentences that another article tells, in ascending order of the articles.

    Args:
        odds: Log odds of pairs, NaN where not compared.
        articles: Article of each sentence.
    """
    told = np.nan_to_num(odds, nan=_NEVER).max(axis=1, initial=_NEVER) > 0.0
    return np.array([told[articles == article].mean() for article in np.unique(articles)], dtype=np.float32)


def _days_apart(article: int, days: Sequence[int | None]) -> float | None:
    """Days between an article and the middle of the others, 0.0 beside many of them; None where they are not known."""
    own = days[article]
    others = [day for place, day in enumerate(days) if place != article and day is not None]
    if own is None or not others:
        return None
    near = sum(abs(own - day) <= CLOSE for day in others)
    return 0.0 if near >= MANY * len(others) else abs(own - float(np.median(others)))
