"""Token vectors of a story's sentences, alone and in their context.

A sentence read alone says what its words mean; read with its neighbours it says what "er" or "das Unternehmen" stands
for. Both views are kept, since neither replaces the other. Vectors live as long as one comparison and are never stored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from tui.comparison.passages import Statement
from tui.language.encoder import PREFIX

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
        vectors: Shape (tokens, width), unit length after the story's mean is taken away.
        ids: Shape (tokens,), vocabulary ids.
        places: Shape (tokens, 2), code points in the article's text.
        bounds: Shape (sentences + 1,): tokens of sentence i are ``bounds[i]:bounds[i + 1]``.
        weights: Shape (tokens,), inverse document frequency of the id over the story's sentences.
    """

    vectors: Floats
    ids: Integers
    places: Integers
    bounds: Integers
    weights: Floats


Piece = tuple[Halves, Integers, Integers]
"""Vectors, ids and places of one sentence's tokens."""


def token_tables(
    statements: Sequence[Statement],
    texts: Sequence[str],
    encoder: Encoder,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[TokenTable, TokenTable]:
    """Encode every sentence alone (last layer) and in its context (last but one).

    Args:
        statements: The sentences, in order of article and position.
        texts: Raw texts of the articles.
        encoder: Gives the states of a text's tokens.
        progress: Told how many sentences are done, and of how many.
    """
    alone: list[Piece] = []
    for done, statement in enumerate(statements):
        if progress is not None and done % 16 == 0:
            progress(done, 2 * len(statements))
        alone.append(_alone(statement, encoder))
    context: list[Piece] = []
    for run in _runs(statements):
        if progress is not None:
            progress(len(statements) + run[0], 2 * len(statements))
        context.extend(_in_context(statements, run, texts, encoder))
    return _table(alone), _table(context)


def _alone(statement: Statement, encoder: Encoder) -> Piece:
    states = encoder.states(PREFIX + statement.text)
    keep = (states.offsets[:, 0] >= len(PREFIX)) & (states.offsets[:, 1] > states.offsets[:, 0])
    places = states.offsets[keep].astype(np.int64) - len(PREFIX) + statement.start
    return states.upper[keep].astype(np.float16), states.ids[keep].astype(np.int64), places


def _runs(statements: Sequence[Statement]) -> list[tuple[int, int]]:
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


def _in_context(
    statements: Sequence[Statement], run: tuple[int, int], texts: Sequence[str], encoder: Encoder
) -> list[Piece]:
    first, last = run
    article = statements[first].article
    before = first > 0 and statements[first - 1].article == article
    after = last < len(statements) and statements[last].article == article
    window = statements[first - before : last + after]
    start = window[0].start
    text = texts[article][start : window[-1].end]
    states = encoder.states(PREFIX + text)
    offsets = states.offsets.astype(np.int64) - len(PREFIX) + start
    pieces: list[Piece] = []
    for statement in statements[first:last]:
        keep = (offsets[:, 0] >= statement.start) & (offsets[:, 1] <= statement.end) & (offsets[:, 1] > offsets[:, 0])
        pieces.append((states.lower[keep].astype(np.float16), states.ids[keep].astype(np.int64), offsets[keep]))
    return pieces


def _table(pieces: Sequence[Piece]) -> TokenTable:
    bounds = np.concatenate([[0], np.cumsum([len(ids) for _, ids, _ in pieces])]).astype(np.int64)
    ids = np.concatenate([ids for _, ids, _ in pieces])
    places = np.concatenate([places for _, _, places in pieces])
    vectors = np.concatenate([vectors for vectors, _, _ in pieces]).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    vectors -= vectors.mean(axis=0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return TokenTable(vectors, ids, places, bounds, _weights(ids, bounds))


def _weights(ids: Integers, bounds: Integers) -> Floats:
    """Inverse document frequency ``ln((N + 1) / df)`` of every token over the sentences."""
    count = len(bounds) - 1
    frequency: dict[int, int] = {}
    for i in range(count):
        for piece in set(ids[bounds[i] : bounds[i + 1]].tolist()):
            frequency[piece] = frequency.get(piece, 0) + 1
    return np.array([np.log((count + 1) / frequency[piece]) for piece in ids.tolist()], dtype=np.float32)
