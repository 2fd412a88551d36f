"""A story's sentences as the encoder reads them: each alone, and in runs with their neighbours.

The same cuts and weights as in `tui/comparison/vectors.py`, as tensors.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from training.stories import Prepared
from tui.comparison.resolving import Resolved
from tui.comparison.vectors import NAME_WEIGHT, piece_weights, runs_of
from tui.language.encoder import PREFIX
from tui.language.encoder_pieces import END, START, Pieces

LONGEST = 510


@dataclass(frozen=True)
class View:
    """Texts, and where the pieces of each sentence stand in them; n sentences of up to p pieces."""

    texts: tuple[Tensor, ...]
    """Ids of the pieces of each text; later their states after the frozen layers."""
    rows: Tensor
    """(n,) the text of each sentence."""
    places: Tensor
    """(n, p) the pieces of each sentence in its text."""
    weights: Tensor
    """(n, p) weights of the pieces, 0 where there is none."""

    def of(self, chosen: Tensor) -> View:
        """The view of some sentences."""
        kept = sorted(set(self.rows[chosen].tolist()))
        rows = torch.tensor([kept.index(row) for row in self.rows[chosen].tolist()])
        return View(tuple(self.texts[row] for row in kept), rows, self.places[chosen], self.weights[chosen])


@dataclass(frozen=True)
class Example:
    """A story to train on."""

    name: str
    articles: Tensor
    """(n,) article of each sentence."""
    labels: Tensor
    """(n, n)"""
    views: tuple[View, ...]

    def sample(self, share: float, chance: random.Random) -> Example:
        """The story with some of its articles, three at least."""
        every = self.articles.unique().tolist()
        kept = chance.sample(every, min(len(every), max(3, round(share * len(every)))))
        chosen = torch.isin(self.articles, torch.tensor(kept)).nonzero()[:, 0]
        labels = self.labels[chosen][:, chosen]
        return replace(
            self, articles=self.articles[chosen], labels=labels, views=tuple(view.of(chosen) for view in self.views)
        )


def example_of(story: Prepared, pieces: Pieces) -> Example:
    """A prepared story as tensors."""
    statements, resolved = story.statements, story.resolved
    alone = [_window([sentence], 0, 1, pieces) for sentence in resolved]
    context: list[_Window] = []
    for first, last in runs_of(statements):
        article = statements[first].article
        before = first > 0 and statements[first - 1].article == article
        after = last < len(statements) and statements[last].article == article
        window = resolved[first - before : last + after]
        context.append(_window(window, int(before), int(before) + last - first, pieces))
    articles = torch.tensor([statement.article for statement in statements])
    return Example(story.name, articles, torch.tensor(story.labels), (_view(alone), _view(context)))


@dataclass(frozen=True)
class _Window:
    ids: list[int]
    sentences: list[list[tuple[int, int, bool]]]
    """For each sentence its pieces: place in the text, id, whether part of a name."""


def _window(window: Sequence[Resolved], first: int, last: int, pieces: Pieces) -> _Window:
    cut = pieces.cut(PREFIX + " ".join(sentence.text for sentence in window))[:LONGEST]
    sentences = []
    start = len(PREFIX)
    for number, sentence in enumerate(window):
        end = start + len(sentence.text)
        if first <= number < last:
            sentences.append(
                [
                    (place, piece, any(a < right - start and b > left - start for a, b in sentence.named))
                    for place, (piece, left, right) in enumerate(cut, 1)
                    if right > left >= start and right <= end
                ]
            )
        start = end + 1
    return _Window([START, *(piece for piece, _, _ in cut), END], sentences)


def _view(windows: Sequence[_Window]) -> View:
    sentences = [(row, found) for row, window in enumerate(windows) for found in window.sentences]
    weights = piece_weights([[piece for _, piece, _ in found] for _, found in sentences])
    longest = max(len(found) for _, found in sentences)
    places = torch.zeros(len(sentences), longest, dtype=torch.long)
    table = torch.zeros(len(sentences), longest)
    for i, (_, found) in enumerate(sentences):
        for k, (place, piece, named) in enumerate(found):
            places[i, k] = place
            table[i, k] = weights[piece] * (NAME_WEIGHT if named else 1.0)
    rows = torch.tensor([row for row, _ in sentences])
    return View(tuple(torch.tensor(window.ids) for window in windows), rows, places, table)
