"""Keeps a few channels of a matrix product out of int8.

One or two of the numbers that go into a feed-forward matrix are ten times larger than all others (69 against 5 in the
fifth layer), so that int8, which scales all of them alike, leaves three or four bits to the rest. They are multiplied
in float32 instead, as in LLM.int8() (Dettmers et al. 2022, arXiv 2208.07339).
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

CHANNELS = 4
"""Channels kept apart."""

PARTS = ("widen", "narrow")
"""Matrices of a layer of whose input they are kept apart."""


class Split(nn.Module):
    """A linear map of which some channels are multiplied apart; the result is the same."""

    channels: Tensor
    others: Tensor

    def __init__(self, linear: nn.Linear, channels: Tensor) -> None:
        """Take the map and the numbers of the channels."""
        super().__init__()
        others = torch.ones(linear.in_features)
        others[channels] = 0.0
        self.linear = linear
        self.register_buffer("channels", channels)
        self.register_buffer("others", others)
        self.few = nn.Parameter(linear.weight[:, channels].T.detach().clone())

    def forward(self, given: Tensor) -> Tensor:
        """(..., inputs) to (..., outputs)."""
        few = torch.matmul(given[..., self.channels], self.few)
        return self.linear(given * self.others) + few  # type: ignore[no-any-return]


def split_outliers(layers: Sequence[nn.Module], run: nn.Module, texts: Sequence[Tensor]) -> None:
    """Replace the matrices of layers by split ones.

    Args:
        layers: The layers.
        run: The whole model, in evaluation mode.
        texts: What it is run on to see which channels are large.
    """
    largest: dict[nn.Module, Tensor] = {}

    def look(module: nn.Module, given: tuple[Tensor, ...], _: Tensor) -> None:
        found = given[0].detach().abs().flatten(0, -2).amax(0)
        largest[module] = torch.maximum(largest.get(module, found), found)

    watched = [getattr(layer, part) for layer in layers for part in PARTS]
    hooks = [linear.register_forward_hook(look) for linear in watched]
    with torch.no_grad():
        for text in texts:
            run(text)
    for hook in hooks:
        hook.remove()
    for layer in layers:
        for part in PARTS:
            linear = getattr(layer, part)
            setattr(layer, part, Split(linear, largest[linear].topk(CHANNELS).indices.sort().values))
