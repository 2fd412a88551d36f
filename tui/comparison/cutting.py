"""Cuts the mention out of its sentence: the smallest run of clauses that carries the fact.

A clause belongs to the mention when its words find their like in the sentences of the other articles; a sentence whose
clauses all do is shown whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui.comparison.passages import Statement
from tui.comparison.speaking import states_nothing
from tui.comparison.vectors import Floats, TokenTable
from tui.language.model import Span

KEEP = 0.8
"""A clause stays when it is carried at least so well, relative to the best clause."""

SHORT = 40
"""Code points below which a clause is not shown without its neighbour."""


def support(tables: Sequence[TokenTable], sentence: int, others: Sequence[int]) -> Floats:
    """How well each token of a sentence is matched in others, mean over them. Shape (tokens,).

    Args:
        tables: Views of the same sentences; the first gives the tokens.
        sentence: The sentence that is cut.
        others: The sentences of other articles that state its fact.
    """
    table = tables[0]
    own = slice(table.bounds[sentence], table.bounds[sentence + 1])
    parts = [np.arange(table.bounds[other], table.bounds[other + 1]) for other in others]
    parts = [part for part in parts if len(part)]
    if not parts:
        return np.zeros(own.stop - own.start, dtype=np.float32)
    cosines = table.read(own) @ table.read(np.concatenate(parts)).T
    starts = np.cumsum([0, *(len(part) for part in parts[:-1])])
    return np.asarray(np.maximum.reduceat(cosines, starts, axis=1).sum(axis=1) / len(others), dtype=np.float32)


def _scores(statement: Statement, table: TokenTable, sentence: int, tokens: Floats) -> list[float]:
    """How well each clause of a sentence is carried; -1.0 for those without a token."""
    part = slice(table.bounds[sentence], table.bounds[sentence + 1])
    places, weights = table.places[part], table.weights[part]
    scores: list[float] = []
    for start, end in statement.clauses:
        inside = (places[:, 0] >= start) & (places[:, 1] <= end)
        mass = float(weights[inside].sum())
        scores.append(float((weights * tokens)[inside].sum()) / mass if mass else -1.0)
    return scores


def is_carried(statement: Statement, table: TokenTable, sentence: int, tokens: Floats) -> bool:
    """Whether others tell what a sentence states, rather than the name of who says so.

    Args:
        statement: The sentence.
        table: Its tokens.
        sentence: Its row in the table.
        tokens: How well each token is supported.
    """
    if len(statement.clauses) < 2 or not len(tokens):
        return True
    told, naming = [-1.0], [0.0]
    for (start, end), score in zip(statement.clauses, _scores(statement, table, sentence, tokens), strict=True):
        if not states_nothing(statement, (start, end)):
            told.append(score)
        elif any(start <= entity.start < end for entity in statement.entities):
            naming.append(score)
    return not max(naming) or max(told) >= KEEP * max(naming)


def cut(statement: Statement, table: TokenTable, sentence: int, tokens: Floats) -> Span:
    """The smallest run of clauses around the best one.

    Args:
        statement: The sentence.
        table: Its tokens.
        sentence: Its row in the table.
        tokens: How well each token is supported.

    Returns:
        Start and end in the article's text.
    """
    clauses = statement.clauses
    if len(clauses) < 2 or not len(tokens):
        return statement.start, statement.end
    scores = _scores(statement, table, sentence, tokens)
    told = [-1.0 if states_nothing(statement, clause) else score for clause, score in zip(clauses, scores, strict=True)]
    best = int(np.argmax(told))
    first = last = best
    while first > 0 and scores[first - 1] >= KEEP * scores[best]:
        first -= 1
    while last + 1 < len(clauses) and scores[last + 1] >= KEEP * scores[best]:
        last += 1
    while clauses[last][1] - clauses[first][0] < SHORT and (first > 0 or last + 1 < len(clauses)):
        before = scores[first - 1] if first > 0 else -2.0
        after = scores[last + 1] if last + 1 < len(clauses) else -2.0
        if before > after:
            first -= 1
        else:
            last += 1
    if first == 0 and last == len(clauses) - 1:
        return statement.start, statement.end
    return clauses[first][0], clauses[last][1]
