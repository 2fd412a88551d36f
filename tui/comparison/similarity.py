"""How alike two sentences are: token MaxSim, brought to one scale, and the consensus of third articles.

Late interaction (Khattab & Zaharia 2020, ColBERT) over word pieces weighted by rarity keeps who, what and how much
apart, where one pooled vector blurs them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from tui.comparison.vectors import Floats, TokenTable

CANDIDATES = 80
"""Sentences of other articles that each sentence is compared with token by token in a large story."""

EVERY_PAIR = 700
"""Up to so many sentences every pair is compared."""

_APART = -10.0
"""Stands for a pair that was not compared."""

Indices = npt.NDArray[np.intp]


def pooled(table: TokenTable) -> Floats:
    """One unit vector per sentence, the weighted mean of its tokens. Shape (sentences, width)."""
    count = len(table.bounds) - 1
    found = np.zeros((count, table.vectors.shape[1]), dtype=np.float32)
    for i in range(count):
        part = slice(table.bounds[i], table.bounds[i + 1])
        found[i] = table.weights[part] @ table.vectors[part]
    found /= np.linalg.norm(found, axis=1, keepdims=True) + 1e-9
    return found


def candidates(tables: Sequence[TokenTable], articles: Indices) -> list[Indices]:
    """For each sentence the later sentences of other articles that are worth comparing, in order.

    Args:
        tables: Views of the same sentences.
        articles: Article of each sentence, shape (sentences,).
    """
    count = len(articles)
    if count <= EVERY_PAIR:
        return [np.flatnonzero((articles != articles[i]) & (np.arange(count) > i)) for i in range(count)]
    near = sum(vectors @ vectors.T for vectors in map(pooled, tables))
    assert not isinstance(near, int)
    chosen = np.zeros((count, count), dtype=bool)
    for i in range(count):
        row = np.where(articles == articles[i], -np.inf, near[i])
        chosen[i, np.argpartition(-row, CANDIDATES)[:CANDIDATES]] = True
        chosen[i, articles == articles[i]] = False
    chosen |= chosen.T
    return [np.flatnonzero(chosen[i, i + 1 :]) + i + 1 for i in range(count)]


def max_sim(table: TokenTable, pairs: Sequence[Indices]) -> Floats:
    """Mean of both directions of weighted MaxSim.

    Args:
        table: Token vectors of the sentences.
        pairs: For each sentence the later ones that it is compared with.

    Returns:
        Symmetric matrix, shape (sentences, sentences); NaN where a pair was not compared.
    """
    count = len(table.bounds) - 1
    scores = np.full((count, count), np.nan, dtype=np.float32)
    total = np.array(
        [table.weights[table.bounds[i] : table.bounds[i + 1]].sum() for i in range(count)], dtype=np.float32
    )
    total += 1e-9
    lengths = np.diff(table.bounds)
    for i, others in enumerate(pairs):
        others = others[lengths[others] > 0]
        if not len(others) or not lengths[i]:
            continue
        own = slice(table.bounds[i], table.bounds[i + 1])
        rows = np.concatenate([np.arange(table.bounds[j], table.bounds[j + 1]) for j in others])
        cosines = table.vectors[rows] @ table.vectors[own].T
        starts = np.concatenate([[0], np.cumsum(lengths[others])[:-1]])
        forth = np.maximum.reduceat(cosines, starts, axis=0) @ table.weights[own] / total[i]
        back = np.add.reduceat(cosines.max(axis=1) * table.weights[rows], starts) / total[others]
        scores[i, others] = scores[others, i] = (forth + back) / 2
    return scores


def standardised(scores: Floats) -> Floats:
    """The scores with mean 0 and standard deviation 1 over the pairs that were compared."""
    known = scores[~np.isnan(scores)]
    if known.size < 2:
        return scores
    return np.asarray((scores - known.mean()) / (known.std() + 1e-9), dtype=np.float32)


def consensus(scores: Floats, articles: Indices, paths: int = 3) -> Floats:
    """What third articles say of a pair: the mean of the best ``min(S(s, u), S(u, t))`` in the best of them.

    Args:
        scores: Symmetric matrix with NaN where a pair was not compared.
        articles: Article of each sentence, in ascending order.
        paths: How many third articles count at most.

    Returns:
        Shape of ``scores``; 0 where there is no third article, and where a pair was not compared.
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
        found[s, near] = np.where(usable, best, 0.0).sum(axis=0) / np.maximum(1, usable.sum(axis=0))
    return np.maximum(found, found.T)
