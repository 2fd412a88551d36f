"""From similarities to calibrated log odds that two sentences state the same fact.

A model with few terms, each one a reason that can be told: the words match alone and in their context, both report
the same kind of event or name the same amount, they name different people, the same sentences are like both, third
articles agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tui.comparison.company import consensus, shared_company
from tui.comparison.happenings import kinds_of_event
from tui.comparison.opposites import opposed, predicates
from tui.comparison.passages import Statement, rarity
from tui.comparison.similarity import ALONE, CONTEXT, Indices, candidates, max_sim, standardised
from tui.comparison.vectors import Floats, TokenTable
from tui.language.model import Value
from tui.language.side_by_side import side_by_side


@dataclass(frozen=True, slots=True)
class Weights:
    """Coefficients of the two steps.

    The first adds evidence to the likeness of words, all in standard deviations of likeness. The second is a logistic
    model of what comes out, fitted by `training/weights.py` on stories that the encoder was not trained on.
    """

    alone: float = 1.3
    """For the likeness of the sentences read alone."""
    context: float = 1.3
    """For their likeness read with their neighbours."""
    events: float = 0.75
    """For the rarity of the kinds of event that both report."""
    values: float = 0.2
    """For the rarity of the amounts and dates that both state."""
    strangers: float = -0.8
    """Where both name somebody and nobody in common."""
    payers: float = -7.5
    """Where both state a sum and name nobody in common: two givers, two facts. Set by hand."""
    opposed: float = 4.0
    """Where both say of one person what excludes each other: a contradiction is about the same thing. Set by hand."""

    bias: float = -5.72
    likeness: float = 0.34
    """For what the first step gives."""
    company: float = 4.26
    """For the sentences that both are like."""
    consensus: float = 0.26
    """For what third articles say."""
    lead: float = 0.34
    """For both standing at the top: minus the sum of their places."""
    order: float = 1.01
    """For both standing at the same place: minus the difference of their places."""


WEIGHTS = Weights()

SMALL = 60
"""Least number of sentences that rarities are reckoned with: in a tiny story everything would seem common."""

CAP = 6.0
"""Largest sum of rarities that counts."""


def pair_odds(
    statements: Sequence[Statement],
    tables: tuple[TokenTable, TokenTable],
    weights: Weights = WEIGHTS,
) -> Floats:
    """Log odds of every compared pair. Symmetric, NaN where a pair was not compared.

    Args:
        statements: The sentences of one story, the people that they mean among their names.
        tables: Their token vectors, alone and in context.
        weights: The model.
    """
    articles = articles_of(statements)
    pairs = candidates(tables, articles)
    alone, context = side_by_side(lambda table: max_sim(table, pairs), tables)
    likeness = weights.alone * standardised(alone, ALONE, articles)
    likeness += weights.context * standardised(context, CONTEXT, articles)
    return combined(statements, likeness, weights)


def combined(statements: Sequence[Statement], likeness: Floats, weights: Weights = WEIGHTS) -> Floats:
    """Log odds from likeness and all other evidence. Symmetric, NaN within an article and where likeness is.

    Args:
        statements: The sentences of one story, the people that they mean among their names.
        likeness: Weighted sum of two standardised similarities, for pairs within an article too, NaN where not
            compared.
        weights: The model.
    """
    articles = articles_of(statements)
    alike = evidence(statements, weights)
    alike += likeness
    odds = shared_company(alike)
    odds *= weights.company
    alike[articles[:, None] == articles[None, :]] = np.nan
    third = consensus(alike, articles)
    third *= weights.consensus
    odds += third
    alike *= weights.likeness
    odds += alike
    place = np.array([statement.place for statement in statements], dtype=np.float32)
    odds -= weights.lead * (place[:, None] + place[None, :])
    odds -= weights.order * np.abs(place[:, None] - place[None, :])
    odds += np.float32(weights.bias)
    return odds


def articles_of(statements: Sequence[Statement]) -> Indices:
    """Article of each sentence."""
    return np.array([statement.article for statement in statements], dtype=np.intp)


def evidence(statements: Sequence[Statement], weights: Weights) -> Floats:
    """What speaks for and against a pair besides the likeness of the words. Shape (sentences, sentences).

    Args:
        statements: The sentences of one story, the people that they mean among their names.
        weights: The model.
    """
    names = [statement.names for statement in statements]
    events = [kinds_of_event(statement.bare) for statement in statements]
    values = [frozenset(map(reading, statement.values)) for statement in statements]
    sums = np.array([any(value.kind == "money" for value in statement.values) for statement in statements])
    found = np.minimum(CAP, shared_rarity(events))
    found *= weights.events
    found += weights.values * np.minimum(CAP, shared_rarity(values))
    strangers = apart(names)
    found += weights.strangers * strangers
    strangers *= sums[:, None] & sums[None, :]
    found += weights.payers * strangers
    found += weights.opposed * contradictions(statements)
    return np.asarray(found, dtype=np.float32)


def contradictions(statements: Sequence[Statement]) -> Floats:
    """1.0 where two sentences name one person and their predicates exclude each other. Shape (sentences, sentences)."""
    count = len(statements)
    found = np.zeros((count, count), dtype=np.float32)
    telling = [(i, s, said) for i, s in enumerate(statements) if s.people and (said := predicates(s.text))]
    for place, (i, one, said) in enumerate(telling):
        for j, other, answered in telling[place + 1 :]:
            if one.article != other.article and one.people & other.people and opposed(said, answered):
                found[i, j] = found[j, i] = 1.0
    return found


def reading(value: Value) -> str:
    """What a value says, as one word: equal readings are equal amounts or dates."""
    if value.kind == "date":
        placed = value.low is not None or ":" in (value.unit or "")
        return f"date {value.low} {value.high} {value.unit}" if placed else f"date {value.text.casefold()}"
    if value.unit == "score":
        return f"score {value.low} {value.high}"
    amount = value.high if value.low is None else value.low
    if amount is not None and value.kind in ("percent", "money"):
        amount = abs(amount)  # the verb may tell the sign: "-3 Prozent", "fiel um 3 Prozent"
    return f"{value.kind} {amount}"


def _incidence(groups: Sequence[frozenset[str]]) -> tuple[Floats, Sequence[str]]:
    items = sorted(frozenset[str]().union(*groups))
    column = {item: i for i, item in enumerate(items)}
    table = np.zeros((len(groups), max(1, len(items))), dtype=np.float32)
    for row, group in enumerate(groups):
        for item in group:
            table[row, column[item]] = 1.0
    return table, items


def shared_rarity(groups: Sequence[frozenset[str]]) -> Floats:
    """Sum of the rarities of the items that two groups share. Shape (groups, groups).

    Args:
        groups: The items of each sentence.
    """
    table, items = _incidence(groups)
    weight = rarity(groups, SMALL)
    return np.asarray((table * np.array([weight[i] for i in items] or [0.0], dtype=np.float32)) @ table.T)


def apart(groups: Sequence[frozenset[str]]) -> Floats:
    """1.0 where both groups hold something and nothing in common, else 0.0. Shape (groups, groups)."""
    table, _ = _incidence(groups)
    some = table.sum(axis=1) > 0
    return np.asarray((some[:, None] & some[None, :] & ((table @ table.T) == 0)), dtype=np.float32)
