"""Token MaxSim in PyTorch, and the loss that makes it high where two sentences state the same fact.

For each sentence and each other article a softmax over the sentences there and "nothing there" (what the panel shows),
and a logistic loss over all pairs. Late interaction after Khattab & Zaharia 2020 (ColBERT).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.model import Encoder, Telling
from training.stories import OPEN, OWN, SAME
from training.views import Example, View
from tui.comparison.similarity import ALONE, CONTEXT

DROPPED = 0.1
"""Share of pieces whose states are zeroed in training, so that no single word decides."""

PIECES = 1600
"""Pieces of texts encoded at a time."""

PAIRS = 0.5
"""Weight of the loss over pairs."""


class Matcher(nn.Module):
    """The encoder's trained layers and the scale on which likeness becomes log odds."""

    def __init__(self, encoder: Encoder, frozen: int) -> None:
        """Start where the two views count alike and a deviation counts 1.2.

        Args:
            encoder: The encoder.
            frozen: How many of its lower layers are not trained; their states are worked out once.
        """
        super().__init__()
        self.encoder, self.frozen = encoder, frozen
        self.scale = nn.Parameter(torch.tensor([1.2 / ALONE.deviation, 1.2 / CONTEXT.deviation]))
        self.bias = nn.Parameter(torch.tensor(6.0))
        self.telling = Telling(encoder.kind.shape[0])

    def forward(self, story: Example) -> Tensor:
        """Log odds of all pairs of sentences, (n, n)."""
        means = (ALONE.mean, CONTEXT.mean)
        alike = [self.likeness(view) - mean for view, mean in zip(story.views, means, strict=True)]
        return self.scale[0] * alike[0] + self.scale[1] * alike[1] - self.bias

    def likeness(self, view: View) -> Tensor:
        """Mean of both directions of MaxSim, as `tui.comparison.similarity.max_sim` reckons it, (n, n)."""
        mask = view.weights > 0
        count, longest = mask.shape
        texts = self._states(view.texts)
        found = torch.stack([texts[row][places] for row, places in zip(view.rows.tolist(), view.places, strict=True)])
        weights = view.weights * self.telling(found.float())[..., 0]
        unit = functional.normalize(found.float(), dim=-1)
        unit = functional.normalize(unit - unit[mask].mean(0), dim=-1) * mask[..., None]
        short = unit.bfloat16()
        absent = torch.zeros(count, longest, dtype=torch.bfloat16).masked_fill(~mask, -2.0).reshape(1, -1)
        cosines = short[mask] @ short.reshape(count * longest, -1).T + absent
        best = cosines.view(-1, count, longest).max(-1).values.float() * weights[mask][:, None]
        owner = torch.arange(count)[:, None].expand(count, longest)[mask]
        forth = torch.zeros(count, count).index_add(0, owner, best) / (weights.sum(1) + 1e-9)[:, None]
        return (forth + forth.T) / 2

    def _states(self, texts: Sequence[Tensor]) -> list[Tensor]:
        """Last states of texts whose states after the frozen layers are given."""
        found: list[Tensor] = [torch.empty(0)] * len(texts)
        for chosen, given, mask in padded(texts):
            if self.training:
                given = given * (torch.rand(*given.shape[:2], 1) >= DROPPED)
            states = run(list(self.encoder.layers)[self.frozen :], given.to(self.encoder.kind.dtype), mask)
            for row, text in enumerate(chosen):
                found[text] = states[row]
        return found


def padded(texts: Sequence[Tensor]) -> list[tuple[list[int], Tensor, Tensor]]:
    """Texts of like length together: their numbers, states (texts, length, hidden), and a mask of what is there."""
    batches: list[list[int]] = [[]]
    for text in sorted(range(len(texts)), key=lambda i: len(texts[i])):
        if batches[-1] and (len(batches[-1]) + 1) * len(texts[text]) > PIECES:
            batches.append([])
        batches[-1].append(text)
    found = []
    for chosen in batches:
        given = nn.utils.rnn.pad_sequence([texts[i] for i in chosen], batch_first=True)
        lengths = torch.tensor([len(texts[i]) for i in chosen])
        found.append((chosen, given, torch.arange(given.shape[1])[None] < lengths[:, None]))
    return found


def run(layers: Sequence[nn.Module], states: Tensor, mask: Tensor) -> Tensor:
    """The states after some layers."""
    bias = (~mask).to(states.dtype)[:, None, None, :] * -1e4
    for layer in layers:
        states = layer(states, bias)
    return states


def frozen(story: Example, model: Matcher, table: Tensor) -> Example:
    """The story with states after the frozen layers, or the embeddings, in the place of ids."""
    views = [replace(view, texts=read_lower(view.texts, model.encoder, model.frozen, table)) for view in story.views]
    return replace(story, views=tuple(views))


def read_lower(texts: Sequence[Tensor], encoder: Encoder, layers: int, table: Tensor) -> tuple[Tensor, ...]:
    """States of each text, (length, hidden), after so many layers, in half the precision.

    Args:
        texts: Ids of their pieces.
        encoder: The encoder.
        layers: How many of its lower layers read them.
        table: Embeddings of all pieces.
    """
    found: list[Tensor] = [torch.empty(0)] * len(texts)
    for chosen, given, mask in padded([table[ids] for ids in texts]):
        states = run(list(encoder.layers)[:layers], encoder.embedded(given), mask)
        for row, text in enumerate(chosen):
            found[text] = states[row, : len(texts[text])].bfloat16().clone()
    return tuple(found)


def loss(odds: Tensor, story: Example) -> Tensor:
    """Mean loss of a slot and of a sentence's pairs."""
    total = torch.zeros(())
    slots = 0
    for article in story.articles.unique():
        there = story.articles == article
        own, labels = odds[~there][:, there], story.labels[~there][:, there]
        own = own.masked_fill(labels == OPEN, -1e4)
        same = labels == SAME
        every = torch.logsumexp(torch.cat([torch.zeros(len(own), 1), own], 1), 1)
        right = torch.where(same.any(1), torch.logsumexp(own.masked_fill(~same, -1e4), 1), torch.zeros(len(own)))
        total = total + (every - right).sum()
        slots += len(own)
    counted = torch.triu((story.labels != OWN) & (story.labels != OPEN), 1)
    wanted = (story.labels[counted] == SAME).float()
    pairs = functional.binary_cross_entropy_with_logits(odds[counted], wanted, reduction="sum")
    return total / slots + PAIRS * pairs / len(odds)
