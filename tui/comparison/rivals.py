"""Rival accounts: two versions of one figure or date are evidence that both sentences tell of one thing.

"Rund 4,2 Millionen Eier ruft der Vermarkter zurück" and "Sieben Millionen Stück, sagt ein Insider" share too little for
the encoder, and yet whoever reads the one must see the other. Where `versions` is sure enough, such a pair is taken for
one fact, the surer, the less alike the sentences are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from tui.articles.model import Article
from tui.comparison.alignment import value_vectors
from tui.comparison.events import days_of
from tui.comparison.paired import Pair, related, versions_of
from tui.comparison.passages import Statement
from tui.comparison.scoring import articles_of
from tui.comparison.stated import Stated, whole
from tui.comparison.vectors import Floats, TokenTable
from tui.language.model import Analysis
from tui.language.side_by_side import side_by_side

if TYPE_CHECKING:
    from tui.language.pair_reader import PairReader

Differing = tuple[tuple[int, int], list[Pair]]
"""Rows of two sentences, and how their values relate, of which two are in conflict."""

NEAR = -2.0
"""Log odds of one fact below which a pair is not looked at: of 14 pairs with likely versions between -3 and it, in 57
stories that no model was trained on, three told of one thing."""

SURE, SHARE = 0.65, 0.5
"""What the log odds of two versions and this share of those of one fact must add up to: of the 23 pairs above it in
these stories 17 are of one fact."""

TAKEN = 1.3
"""Log odds that such a pair is given: enough for a fact of its own where the two do not fall into a larger one."""

MOST = 150
"""Pairs that are read in a story, those first that are the likeliest to be one fact."""


def with_rivals(
    odds: Floats,
    statements: Sequence[Statement],
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    context: TokenTable,
    reader: PairReader,
) -> Floats:
    """Log odds in which sentences with two versions of one figure or date are taken for one fact.

    Args:
        odds: Log odds of pairs of sentences, NaN where not compared. Not changed.
        statements: The sentences of one story.
        articles: Its articles, in order.
        analyses: Their analyses, in the same order.
        context: The sentences' token vectors, read with their neighbours.
        reader: Reads two sentences together.
    """
    days = days_of(articles)
    stated: dict[int, Stated] = {}

    def side(row: int) -> Stated:
        if row not in stated:
            statement = statements[row]
            told, day = analyses[statement.article].values, days[statement.article]
            stated[row] = whole(statement, told, day, value_vectors(context, row, statement))
        return stated[row]

    def differing() -> Iterator[Differing]:
        for pair in _near(odds, statements):
            one, other = side(pair[0]), side(pair[1])
            values = [*related(one, other, dates=False), *related(one, other, dates=True)]
            if any(verdict.relation == "conflict" for _, _, verdict in values):
                yield pair, values

    def surest(pair: Differing) -> float:
        (row, column), values = pair
        one, other = side(row), side(column)
        together = reader.read(one.statement.text, other.statement.text).log_odds
        versions = versions_of(one, other, values, together)
        return max((sure for sure, (_, _, verdict) in versions if verdict.relation == "conflict"), default=-inf)

    found = odds.copy()
    pairs = list(islice(differing(), MOST))
    for (pair, _), sure in zip(pairs, side_by_side(surest, pairs), strict=True):
        if sure + SHARE * float(odds[pair]) >= SURE:
            found[pair] = found[pair[::-1]] = TAKEN
    return found


def _near(odds: Floats, statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Pairs of sentences with values that are nearly taken for one fact, the likeliest first."""
    articles = articles_of(statements)
    valued = np.array([bool(statement.values) for statement in statements])
    near = (odds > NEAR) & (odds < 0.0) & valued[:, None] & valued[None, :] & (articles[:, None] != articles[None, :])
    pairs = [(int(row), int(column)) for row, column in np.argwhere(np.triu(near, 1))]
    return sorted(pairs, key=lambda pair: -float(odds[pair]))
