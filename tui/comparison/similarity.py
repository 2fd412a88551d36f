"""How alike two sentences are: token MaxSim, brought to one scale.

Late interaction (Khattab & Zaharia 2020, ColBERT) over word pieces weighted by rarity keeps who, what and how much
apart, where one pooled vector blurs them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tui.comparison.vectors import Floats, TokenTable

CANDIDATES = 80
"""Sentences of other articles that each sentence is compared with token by token in a large story."""

OWN = 30
"""Sentences of its own article that it is compared with there."""

EVERY_PAIR = 400
"""Up to so many sentences every pair is compared."""

DRAWN = 12
"""Sentences drawn by lot that it is compared with there besides, so that what is usual in the story can be told."""

Indices = npt.NDArray[np.intp]


def pooled(table: TokenTable) -> Floats:
    """One unit vector per sentence, the weighted mean of its tokens. Shape (sentences, width)."""
    count = len(table.bounds) - 1
    found = np.zeros((count, table.vectors.shape[1]), dtype=np.float32)
    for i in range(count):
        part = slice(table.bounds[i], table.bounds[i + 1])
        found[i] = table.weights[part] @ table.read(part)
    found /= np.linalg.norm(found, axis=1, keepdims=True) + 1e-9
    return found


def candidates(tables: Sequence[TokenTable], articles: Indices) -> list[Indices]:
    """For each sentence the later sentences that are worth comparing, in order; those of its own article among them.

    Args:
        tables: Views of the same sentences.
        articles: Article of each sentence, shape (sentences,).
    """
    count = len(articles)
    if count <= EVERY_PAIR:
        return [np.arange(i + 1, count) for i in range(count)]
    means = np.concatenate([pooled(table) for table in tables], axis=1)
    near = means @ means.T
    np.fill_diagonal(near, -np.inf)
    chosen = np.zeros((count, count), dtype=bool)
    for i in range(count):
        for group, most in ((articles != articles[i], CANDIDATES), (articles == articles[i], OWN)):
            inside = np.flatnonzero(group)
            best = np.argpartition(-near[i, inside], min(most, len(inside) - 1))[:most] if len(inside) else inside
            chosen[i, inside[best]] = True
    chosen[drawn(count)] = True
    chosen |= chosen.T
    return [np.flatnonzero(chosen[i, i + 1 :]) + i + 1 for i in range(count)]


def drawn(count: int) -> tuple[Indices, Indices]:
    """Pairs of sentences drawn by lot, the same ones every time.

    Args:
        count: How many sentences there are.
    """
    rows = np.repeat(np.arange(count), DRAWN)
    columns = np.random.default_rng(count).integers(0, count, len(rows))
    return rows[rows != columns], columns[rows != columns]


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
    every = table.read(slice(None))
    for i, others in enumerate(pairs):
        others = others[lengths[others] > 0]
        if not len(others) or not lengths[i]:
            continue
        own = slice(table.bounds[i], table.bounds[i + 1])
        rows = np.concatenate([np.arange(table.bounds[j], table.bounds[j + 1]) for j in others])
        together = rows[-1] - rows[0] + 1 == len(rows)  # a view of neighbours costs nothing, a choice is a copy
        cosines = (every[rows[0] : rows[-1] + 1] if together else every[rows]) @ every[own].T
        starts = np.concatenate([[0], np.cumsum(lengths[others])[:-1]])
        forth = np.maximum.reduceat(cosines, starts, axis=0) @ table.weights[own] / total[i]
        back = np.add.reduceat(cosines.max(axis=1) * table.weights[rows], starts) / total[others]
        scores[i, others] = scores[others, i] = (forth + back) / 2
    return scores


@dataclass(frozen=True, slots=True)
class Usual:
    """Mean and standard deviation of MaxSim over the pairs of a news story."""

    mean: float
    deviation: float


ALONE = Usual(0.118, 0.090)
CONTEXT = Usual(0.194, 0.078)
"""Mean of 51 annotated and invented stories; means of single ones lie between .107 and .165, and .173 and .242."""

TRUST = 400
"""Number of pairs at which a story's own mean and deviation count as much as the usual ones."""


def standardised(scores: Floats, usual: Usual, articles: Indices) -> Floats:
    """The scores on a scale of standard deviations from the mean.

    In a story of two short articles half of the pairs may be one fact, so that its own mean and deviation say little;
    they are pulled towards the usual ones by their number. A large story can hold several events, beside which all
    sentences of one event look alike: there the mean lies half way between pairs drawn by lot and those compared.

    Args:
        scores: MaxSim, NaN where a pair was not compared.
        usual: What to expect.
        articles: Article of each sentence; pairs of different articles give mean and deviation.
    """
    across = ~np.isnan(scores) & (articles[:, None] != articles[None, :])
    own = [_pulled(usual, scores[across], 2)]
    if len(articles) > EVERY_PAIR:
        rows, columns = drawn(len(articles))
        own.append(_pulled(usual, scores[rows, columns][across[rows, columns]], 1))
    mean = sum(one.mean for one in own) / len(own)
    deviation = sum(one.deviation for one in own) / len(own)
    return np.asarray((scores - np.float32(mean)) / np.float32(deviation), dtype=np.float32)


def _pulled(usual: Usual, scores: Floats, times: int) -> Usual:
    """Mean and deviation of scores that hold each pair so many times, the fewer the closer to the usual ones."""
    known = scores.astype(np.float64)
    count = known.size / times
    own = count / (count + TRUST)
    mean = (1 - own) * usual.mean + own * (float(known.mean()) if known.size else 0.0)
    spread = float(np.mean((known - mean) ** 2)) if known.size else 0.0
    return Usual(mean, float(np.sqrt((1 - own) * usual.deviation**2 + own * spread)))
