"""Which values of two sentences stand for each other, by the vectors of their word pieces in context.

In "Ein Regionalzug tötete 17 Rinder" and "22 Tiere kamen um" no word is the same, yet "17 Rinder" and "22 Tiere" are
each the other's best match: that is how two versions of one figure are told from two figures.
"""

from __future__ import annotations

import numpy as np

from tui.comparison.passages import Statement
from tui.comparison.stated import Stated
from tui.comparison.vectors import Floats, TokenTable
from tui.language.model import Value


def value_vectors(table: TokenTable, row: int, statement: Statement) -> Floats:
    """One unit vector for each value of a sentence, the mean of its pieces. Shape (values, width).

    Args:
        table: Token vectors of all sentences.
        row: The sentence's place in it.
        statement: The sentence. A value without a piece gets zeros.
    """
    part = slice(table.bounds[row], table.bounds[row + 1])
    places, vectors = table.places[part], table.read(part)
    found = np.zeros((len(statement.values), table.vectors.shape[1]), dtype=np.float32)
    for i, value in enumerate(statement.values):
        inside = (places[:, 0] < value.end) & (places[:, 1] > value.start)
        found[i] = vectors[inside].sum(axis=0)
    return np.asarray(found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9), dtype=np.float32)


def likeness(first: Stated, one: Value, second: Stated, other: Value) -> tuple[float, bool] | None:
    """How alike two values are, and whether no other value of either sentence is liker.

    Args:
        first: A mention.
        one: A value in its sentence.
        second: A mention in another article.
        other: A value in its sentence.

    Returns:
        Cosine of their vectors; None where no encoder has read the sentences.
    """
    if first.vectors is None or second.vectors is None:
        return None
    i, j = first.statement.values.index(one), second.statement.values.index(other)
    alike = first.vectors @ second.vectors.T
    return float(alike[i, j]), bool(alike[i, j] >= max(alike[i].max(), alike[:, j].max()))
