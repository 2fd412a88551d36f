"""What the other sentences of a story say of a pair: the consensus of third articles, and the company that both keep.

Two sentences that no word joins can still state one fact: when the same sentences are like them, within their articles
and elsewhere (second-order likeness, the idea of SimRank, Jeh & Widom 2002). It finds paraphrases, and it doubts pairs
that share words alone.
"""

from __future__ import annotations

import numpy as np

from tui.comparison.similarity import Indices
from tui.comparison.vectors import Floats

MIDDLE = 8.0
"""Likeness at which a sentence is as good as half in another's company."""

SLOPE = 1.5
"""Likeness for one step of the logistic curve between no company and full company."""

_APART = -10.0
"""Stands for a pair that was not compared."""

_EXPECTED = (2.06, 0.31)
"""Consensus to expect for a pair of score S, intercept and slope; fitted on stories of five and eight articles."""


def shared_company(likeness: Floats) -> Floats:
    """How much two sentences are like the same sentences: cosine of their rows of likeness, 0.0 to 1.0.

    Args:
        likeness: Symmetric, for pairs within an article too, NaN where a pair was not compared. Not changed.

    Returns:
        Shape of ``likeness``. Everybody is in full company with itself, so that a sentence that is like no other keeps
        its own direction.
    """
    near = np.nan_to_num(likeness, nan=_APART * 5)
    np.subtract(MIDDLE, near, out=near)
    near /= SLOPE
    np.exp(near, out=near)
    near += 1.0
    np.reciprocal(near, out=near)
    np.fill_diagonal(near, 1.0)
    near /= np.linalg.norm(near, axis=1, keepdims=True)
    return np.asarray(near @ near.T, dtype=np.float32)


def consensus(scores: Floats, articles: Indices, paths: int = 3) -> Floats:
    """What third articles say of a pair: the mean of the best ``min(S(s, u), S(u, t))`` in the best of them.

    Args:
        scores: Symmetric matrix with NaN where a pair was not compared.
        articles: Article of each sentence, in ascending order.
        paths: How many third articles count at most.

    Returns:
        Shape of ``scores``. Where there is no third article, what third articles say on average of such a pair; 0 where
        a pair was not compared.
    """
    known = ~np.isnan(scores)
    filled = np.where(known, scores, _APART).astype(np.float32)
    found = np.zeros(scores.shape, dtype=np.float32)
    for s in range(len(articles)):
        near = np.flatnonzero(known[s])
        if not len(near):
            continue
        between = np.minimum(filled[s, near][:, None], filled[np.ix_(near, near)])
        own = articles[near]
        starts = np.flatnonzero(np.concatenate([[True], own[1:] != own[:-1]]))
        best = np.maximum.reduceat(between, starts, axis=0)
        best[own[starts][:, None] == own[None, :]] = _APART
        best = -np.sort(-best, axis=0)[:paths]
        usable = best > _APART
        mean = np.where(usable, best, 0.0).sum(axis=0) / np.maximum(1, usable.sum(axis=0))
        found[s, near] = np.where(usable.any(axis=0), mean, _EXPECTED[0] + _EXPECTED[1] * filled[s, near])
    return np.maximum(found, found.T)
