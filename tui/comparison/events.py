"""Tells which articles of a story are about another or later event.

Reports of one event tell the same in their titles and first sentences. An article whose opening nobody else tells, and
that tells nobody else's, belongs to the story by its people, but its silence on a fact means nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui.comparison.passages import Statement
from tui.comparison.similarity import Indices
from tui.comparison.vectors import Floats

OPENING = 4
"""Sentences that open an article, title included."""

APART = 0.5
"""Log odds below which an opening counts as told by nobody else."""

FEWEST = 3
"""Articles that a story must have for one of them to stand apart."""

_NEVER = -9.0
"""Log odds that stand for a pair that was not compared."""


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


def other_events(statements: Sequence[Statement], odds: Floats, articles: Indices, count: int) -> tuple[int, ...]:
    """Articles about another event than the rest, at most a third of the story.

    Args:
        statements: The story's sentences.
        odds: Log odds of pairs, NaN where not compared.
        articles: Article of each sentence.
        count: Number of articles.
    """
    present = np.unique(articles)
    if len(present) < FEWEST:
        return ()
    told = told_openings(statements, odds, articles, count)[np.ix_(present, present)]
    close = np.fmax(np.nanmean(told, axis=1), np.nanmean(told, axis=0))
    apart = [i for i in range(len(present)) if close[i] < APART]
    chosen = sorted(apart, key=lambda i: float(close[i]))[: len(present) // 3]
    return tuple(sorted(int(present[i]) for i in chosen))
