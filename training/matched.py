"""Two sentences compared piece by piece, each beside its like in the other one.

After the enhanced sequential inference model (Chen et al. 2017, arXiv 1609.06038), with the trained encoder's states in
the place of its LSTMs: what is alike is known from the beginning, and only what it means has to be learnt.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

INNER = 192
"""Width inside."""

DROPPED = 0.1
"""Share of numbers that are zeroed in training."""

SCALE = 20.0
"""Times which a state of length 1 is taken, so that its numbers are about 1."""

SOFTNESS = 20.0
"""Times which cosines are taken before each piece's likes are mixed; learnt from there."""


class Matched(nn.Module):
    """A small network over each piece and its like."""

    mean: Tensor

    def __init__(self, hidden: int) -> None:
        """Make an untrained one."""
        super().__init__()
        self.register_buffer("mean", torch.zeros(hidden))
        self.proj, self.projm = nn.Linear(hidden, INNER), nn.Linear(hidden, INNER)
        self.c1, self.c2 = nn.Linear(8 * INNER + 1, INNER), nn.Linear(INNER, INNER)
        self.word = nn.Linear(INNER, 1)
        self.pair = nn.Sequential(nn.Linear(2 * INNER, 128), nn.GELU(), nn.Linear(128, 1))
        self.gain = nn.Parameter(torch.tensor(0.5))
        self.sharp = nn.Parameter(torch.tensor(SOFTNESS))
        self.bias = nn.Parameter(torch.tensor(-1.0))

    def forward(self, middle: Tensor, upper: Tensor, mask: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
        """Log odds of each pair, (pairs,), and of each piece, (pairs, length).

        Args:
            middle: States of layer 6, one sentence after the other, (pairs, length, hidden).
            upper: States of layer 12, each sentence read apart, (pairs, length, hidden).
            mask: (pairs, length), true where there is a piece.
            second: (pairs, length), true in the second sentence.
        """
        unit = functional.normalize(functional.normalize(upper, dim=-1) - self.mean, dim=-1)
        cosines = torch.matmul(unit, unit.transpose(1, 2))
        across = mask[:, :, None] & mask[:, None, :] & (second[:, :, None] ^ second[:, None, :])
        likes = (cosines * self.sharp).masked_fill(~across, -1e4).softmax(-1)
        best = cosines.masked_fill(~across, -1.0).amax(-1, keepdim=True)
        given: list[torch.Tensor] = []
        for own in (functional.gelu(self.proj(unit * SCALE)), functional.gelu(self.projm(middle))):
            like = torch.matmul(likes, own)
            given = [*given, own, like, (own - like).abs(), own * like]
        found = functional.dropout(torch.cat([*given, best], -1), DROPPED, self.training)
        found = functional.dropout(functional.gelu(self.c1(found)), DROPPED, self.training)
        found = functional.gelu(self.c2(found))
        words = self.word(found)[..., 0]
        sides = mask & ~second, mask & second
        most = [words.masked_fill(~side, -20.0).amax(1) for side in sides]
        pooled = [found.masked_fill(~side[..., None], -20.0).amax(1) for side in sides]
        odds = self.pair(torch.cat([pooled[0] + pooled[1], (pooled[0] - pooled[1]).abs()], -1))[:, 0]
        return odds + self.gain * (most[0] + most[1]) + self.bias, words
