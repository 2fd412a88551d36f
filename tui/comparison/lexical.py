"""Likeness of sentences from their words alone, for when no encoder is there.

Rare words and names that two sentences share, weighted by inverse document frequency: it finds passages that repeat
each other's words and misses those that say the same in other words.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui.comparison.passages import Statement, rarity
from tui.comparison.scoring import articles_of, combined
from tui.comparison.vectors import Floats

NOTE = "The meaning encoder is missing: passages are compared by their words alone, so fewer facts are found."

_SCALE = 0.0154
"""Share of common weight, beyond the mean, that counts as one deviation of the likeness that an encoder gives."""

_HIGHEST = 8.0
"""Likeness above which a pair is as good as certain."""


def lexical_odds(statements: Sequence[Statement]) -> Floats:
    """Log odds of every pair of sentences of different articles, NaN within an article.

    Args:
        statements: The sentences of one story.
    """
    items = [
        statement.stems | statement.names | {f"{v.kind}:{v.low}:{v.high}:{v.unit}" for v in statement.values}
        for statement in statements
    ]
    weight = rarity(items)
    vocabulary = {item: column for column, item in enumerate(sorted(weight))}
    table = np.zeros((len(statements), max(1, len(vocabulary))), dtype=np.float32)
    for row, group in enumerate(items):
        for item in group:
            table[row, vocabulary[item]] = weight[item]
    shared = np.sqrt(table) @ np.sqrt(table).T
    total = table.sum(axis=1)
    union = total[:, None] + total[None, :] - shared
    articles = articles_of(statements)
    share = shared / np.maximum(union, 1e-6)
    usual = float(share[articles[:, None] != articles[None, :]].mean())
    likeness = np.minimum(_HIGHEST, (share - usual) / _SCALE)
    return combined(statements, np.asarray(likeness, dtype=np.float32))
