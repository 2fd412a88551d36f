"""Token vectors of a story's sentences, alone and in their context.

A sentence read alone says what its words mean; read with its neighbours it says what "er" or "das Unternehmen" stands
for. Both views are kept, since neither replaces the other. Vectors live as long as one comparison and are never stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from tui.comparison.passages import Statement
from tui.comparison.resolving import Resolved
from tui.language.encoder import PREFIX
from tui.language.side_by_side import side_by_side

if TYPE_CHECKING:
    from tui.language.encoder import Encoder

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Integers = npt.NDArray[np.int64]


RUN = 300
"""Characters of neighbouring sentences that are encoded together; about 80 word pieces."""


@dataclass(frozen=True, slots=True)
class TokenTable:
    """Token vectors of all sentences, one after the other.

    Attributes:
        vectors: Shape (tokens, width), unit length after the story's mean is taken away. Halves, because a large story
            has a hundred thousand tokens; `read` gives some of them for reckoning.
        ids: Shape (tokens,), vocabulary ids.
        places: Shape (tokens, 2), code points in the article's text.
        bounds: Shape (sentences + 1,): tokens of sentence i are ``bounds[i]:bounds[i + 1]``.
        weights: Shape (tokens,), inverse document frequency of the id over the story's sentences, times how much the
            encoder thinks the token tells; less for names.
    """

    vectors: Halves
    ids: Integers
    places: Integers
    bounds: Integers
    weights: Floats

    def read(self, tokens: slice | Integers | npt.NDArray[np.intp]) -> Floats:
        """The vectors of some tokens in single precision. Shape (tokens, width)."""
        return self.vectors[tokens].astype(np.float32)


NAME_WEIGHT = 0.4
"""Share of its weight that a piece of a name keeps: names say who, and one person can stand in many facts."""

Piece = tuple[Halves, Integers, Integers, Floats]
"""Vectors, ids and places of one sentence's tokens, and how much they matter in it."""


def token_tables(
    statements: Sequence[Statement],
    resolved: Sequence[Resolved],
    encoder: Encoder,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[TokenTable, TokenTable]:
    """Encode every sentence alone and in its context.

    Args:
        statements: The sentences, in order of article and position.
        resolved: The same sentences with names written in.
        encoder: Gives the states of a text's tokens.
        progress: Told how many readings are done, and of how many; every sentence is read twice.
    """
    runs, done = runs_of(statements), 0

    def in_context(run: tuple[int, int]) -> list[Piece]:
        first, last = run
        article = statements[first].article
        before = first > 0 and statements[first - 1].article == article
        after = last < len(statements) and statements[last].article == article
        window = resolved[first - before : last + after]
        return _read(window, int(before), int(before) + last - first, encoder)

    def table(read: Iterator[list[Piece]]) -> TokenTable:
        nonlocal done
        pieces: list[Piece] = []
        for some in read:
            pieces.extend(some)
            done += len(some)
            if progress is not None:
                progress(done, 2 * len(statements))
        return _table(pieces)

    alone = table(side_by_side(lambda sentence: _read([sentence], 0, 1, encoder), resolved))
    return alone, table(side_by_side(in_context, runs))


def runs_of(statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Cut the sentences into runs of one article and about ``RUN`` characters: (first, past the last)."""
    runs: list[tuple[int, int]] = []
    first, length = 0, 0
    for i, statement in enumerate(statements):
        if i > first and (statement.article != statements[first].article or length >= RUN):
            runs.append((first, i))
            first, length = i, 0
        length += len(statement.text)
    if first < len(statements):
        runs.append((first, len(statements)))
    return runs


def _read(window: Sequence[Resolved], first: int, last: int, encoder: Encoder) -> list[Piece]:
    """Encode neighbouring sentences as one text and give the pieces of ``window[first:last]``."""
    # The encoder puts the prefix before it once more: all weights are fitted on that, and without it they find less.
    text = PREFIX + " ".join(sentence.text for sentence in window)
    states = encoder.states(text)
    offsets = states.offsets.astype(np.int64)
    filled = offsets[:, 1] > offsets[:, 0]
    pieces: list[Piece] = []
    start = len(PREFIX)
    for number, sentence in enumerate(window):
        end = start + len(sentence.text)
        if first <= number < last:
            keep = filled & (offsets[:, 0] >= start) & (offsets[:, 1] <= end)
            inside = offsets[keep] - start
            names = np.zeros(len(inside), dtype=bool)
            for left, right in sentence.named:
                names |= (inside[:, 0] < right) & (inside[:, 1] > left)
            telling = np.where(names, NAME_WEIGHT, 1.0) * states.telling[keep]
            places = np.array(sentence.places, dtype=np.int64)[inside]
            vectors, ids = states.upper[keep].astype(np.float16), states.ids[keep].astype(np.int64)
            pieces.append((vectors, ids, places, telling.astype(np.float32)))
        start = end + 1
    return pieces


def _table(pieces: Sequence[Piece]) -> TokenTable:
    bounds = np.concatenate([[0], np.cumsum([len(ids) for _, ids, _, _ in pieces])]).astype(np.int64)
    ids = np.concatenate([ids for _, ids, _, _ in pieces])
    places = np.concatenate([places for _, _, places, _ in pieces])
    total = sum(_unit(states).sum(axis=0, dtype=np.float64) for states, _, _, _ in pieces)
    mean = np.asarray(total / max(1, len(ids)), dtype=np.float32)
    vectors = np.concatenate([_unit(_unit(states) - mean).astype(np.float16) for states, _, _, _ in pieces])
    rarity = piece_weights([ids.tolist() for _, ids, _, _ in pieces])
    weights = np.array([rarity[piece] for piece in ids.tolist()], dtype=np.float32)
    weights *= np.concatenate([telling for _, _, _, telling in pieces])
    return TokenTable(vectors, ids, places, bounds, weights)


def _unit(vectors: Halves | Floats) -> Floats:
    """The vectors at length 1."""
    exact = vectors.astype(np.float32)
    return np.asarray(exact / (np.linalg.norm(exact, axis=1, keepdims=True) + 1e-9), dtype=np.float32)


def piece_weights(sentences: Sequence[Sequence[int]]) -> dict[int, float]:
    """Inverse document frequency ``ln((N + 1) / df)`` of every piece.

    Args:
        sentences: The ids of each sentence's pieces.
    """
    frequency: dict[int, int] = {}
    for pieces in sentences:
        for piece in set(pieces):
            frequency[piece] = frequency.get(piece, 0) + 1
    return {piece: log((len(sentences) + 1) / count) for piece, count in frequency.items()}
