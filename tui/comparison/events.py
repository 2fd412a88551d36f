"""Tells which articles of a story are about another or later event.

Reports of one event tell the same thing in their titles and first sentences. An article whose opening nobody else tells
belongs to the story by its people, but its silence on a fact means nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui.comparison.passages import Statement
from tui.comparison.similarity import Indices
from tui.comparison.vectors import Floats

OPENING = 3
"""Sentences that open an article, title included."""

APART = 1.5
"""Log odds below the story's median from which an opening counts as told by nobody else."""

FEWEST = 3
"""Articles that a story must have for one of them to stand apart."""


def openings(statements: Sequence[Statement], odds: Floats, articles: Indices, count: int) -> Floats:
    """How well each article's opening is told by the others: mean over them of the best log odds. Shape (articles,).

    Args:
        statements: The story's sentences.
        odds: Log odds of pairs, NaN where not compared.
        articles: Article of each sentence.
        count: Number of articles.
    """
    filled = np.nan_to_num(odds, nan=-20.0)
    found = np.full(count, np.nan, dtype=np.float32)
    for article in range(count):
        rows = np.array(
            [i for i, s in enumerate(statements) if s.article == article and s.number < OPENING], dtype=np.intp
        )
        best = [
            filled[np.ix_(rows, np.flatnonzero(articles == other))].max()
            for other in range(count)
            if other != article and len(rows) and (articles == other).any()
        ]
        if best:
            found[article] = float(np.mean(best))
    return found


def other_events(statements: Sequence[Statement], odds: Floats, articles: Indices, count: int) -> tuple[int, ...]:
    """Articles about another event than the rest, at most a third of the story.

    Args:
        statements: The story's sentences.
        odds: Log odds of pairs, NaN where not compared.
        articles: Article of each sentence.
        count: Number of articles.
    """
    if count < FEWEST:
        return ()
    told = openings(statements, odds, articles, count)
    middle = float(np.nanmedian(told))
    apart = [i for i in range(count) if told[i] < middle - APART]
    return tuple(sorted(sorted(apart, key=lambda i: float(told[i]))[: count // 3]))
