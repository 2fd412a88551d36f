"""From similarities to calibrated log odds that two sentences state the same fact.

A logistic model with few terms, fitted on annotated stories; each term is one reason that can be told: the words match
alone, they match in their context, third articles agree, both stand at the top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tui.comparison.passages import Statement
from tui.comparison.similarity import Indices, candidates, consensus, max_sim, standardised
from tui.comparison.vectors import Floats, TokenTable


@dataclass(frozen=True, slots=True)
class Weights:
    """Coefficients of the logistic model; similarities are standardised within the story."""

    bias: float = -5.5
    alone: float = 0.78
    context: float = 0.74
    consensus: float = 0.5
    lead: float = 0.78


WEIGHTS = Weights()


def pair_odds(
    statements: Sequence[Statement], tables: tuple[TokenTable, TokenTable], weights: Weights = WEIGHTS
) -> Floats:
    """Log odds of every compared pair. Symmetric, NaN where a pair was not compared.

    Args:
        statements: The sentences of one story.
        tables: Their token vectors, alone and in context.
        weights: The model.
    """
    articles = articles_of(statements)
    pairs = candidates(tables, articles)
    alone, context = (standardised(max_sim(table, pairs)) for table in tables)
    third = consensus(alone + context, articles)
    return odds_of(statements, alone, context, third, weights)


def articles_of(statements: Sequence[Statement]) -> Indices:
    """Article of each sentence."""
    return np.array([statement.article for statement in statements], dtype=np.intp)


def odds_of(statements: Sequence[Statement], alone: Floats, context: Floats, third: Floats, weights: Weights) -> Floats:
    """Apply the model to the terms."""
    place = np.array([statement.place for statement in statements], dtype=np.float32)
    lead = -(place[:, None] + place[None, :])
    found = (
        weights.bias
        + weights.alone * alone
        + weights.context * context
        + weights.consensus * third
        + weights.lead * lead
    )
    return np.asarray(found, dtype=np.float32)
