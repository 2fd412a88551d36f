"""How alike the words of two quotations are in meaning: token MaxSim over the word pieces that stand in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from tui.comparison.passages import Statement
from tui.comparison.similarity import Indices
from tui.comparison.vectors import Floats, TokenTable
from tui.language.model import Quotation

LEAST = 4
"""Word pieces that a quotation must have: "Ja" means anything."""


class MeaningOfQuotations:
    """Compares quotations of a story by the token vectors of its sentences."""

    def __init__(self, statements: Sequence[Statement], tables: tuple[TokenTable, TokenTable]) -> None:
        """Take the story's sentences in order of article and position, and their vectors alone and in context."""
        self._tables = tables
        self._statements = statements
        self._by_article: dict[int, list[int]] = {}
        for number, statement in enumerate(statements):
            self._by_article.setdefault(statement.article, []).append(number)

    def scores(self, said: Sequence[tuple[int, Quotation]]) -> Floats:
        """Likeness of quotations, each given with the number of its article.

        Returns:
            Shape (quotations, quotations), symmetric: the mean over both views and both directions of the weighted best
            cosines; 0 where one of the two is too short to be compared.
        """
        total = np.zeros((len(said), len(said)), dtype=np.float32)
        short = np.zeros(len(said), dtype=bool)
        for table in self._tables:
            pieces = [self._pieces(table, article, quotation) for article, quotation in said]
            short |= np.array([len(piece) < LEAST for piece in pieces])
            total += _max_sim(table, pieces)
        total /= len(self._tables)
        total[short, :] = 0.0
        total[:, short] = 0.0
        return total

    def _pieces(self, table: TokenTable, article: int, quotation: Quotation) -> Indices:
        """Numbers of the word pieces that stand in a quotation."""
        numbers = self._by_article.get(article, [])
        first = bisect_left(numbers, quotation.start, key=lambda number: self._statements[number].end)
        found: list[Indices] = []
        for number in numbers[first:]:
            if self._statements[number].start >= quotation.end:
                break
            own = np.arange(table.bounds[number], table.bounds[number + 1])
            places = table.places[own]
            inside = np.zeros(len(own), dtype=bool)
            for start, end in quotation.spans:
                inside |= (places[:, 0] >= start) & (places[:, 1] <= end)
            found.append(own[inside])
        return np.concatenate(found) if found else np.zeros(0, dtype=np.intp)


def _max_sim(table: TokenTable, pieces: Sequence[Indices]) -> Floats:
    """Mean of both directions; 0 for quotations without pieces."""
    count = len(pieces)
    forth = np.zeros((count, count), dtype=np.float32)
    kept = [number for number in range(count) if len(pieces[number])]
    if not kept:
        return forth
    rows = np.concatenate([pieces[number] for number in kept])
    starts = np.concatenate([[0], np.cumsum([len(pieces[number]) for number in kept])[:-1]]).astype(np.intp)
    vectors = table.read(rows)
    for number in kept:
        own = pieces[number]
        weights = table.weights[own]
        best = np.maximum.reduceat(table.read(own) @ vectors.T, starts, axis=1)
        forth[number, kept] = weights @ best / (weights.sum() + 1e-9)
    return np.asarray((forth + forth.T) / 2, dtype=np.float32)
