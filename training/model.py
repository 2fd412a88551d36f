"""The encoder in PyTorch: BERT, post-norm, 12 layers of 384, over frozen word embeddings given as input."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.original import Original


class Dropout(nn.Module):
    """Dropout whose masks are stretches of one long random mask, because drawing fresh ones costs a fifth of a step."""

    pool: Tensor

    def __init__(self, rate: float, size: int = 1 << 22) -> None:
        """Draw the long mask from PyTorch's generator."""
        super().__init__()
        self.register_buffer("pool", (torch.rand(size) >= rate).float() / (1 - rate), persistent=False)
        self.rate = rate

    def forward(self, states: Tensor) -> Tensor:
        """The states with some values zeroed, or the states themselves outside training."""
        if not self.training or not self.rate:
            return states
        begin = int(torch.randint(len(self.pool) - states.numel(), ()))
        return states * self.pool[begin : begin + states.numel()].view(states.shape)


class Layer(nn.Module):
    """Attention and feed-forward, each followed by the sum with its input and a layer norm."""

    def __init__(self, hidden: int, heads: int, inner: int, epsilon: float, dropout: Dropout) -> None:
        """Make an untrained layer."""
        super().__init__()
        self.heads, self.scale = heads, (hidden // heads) ** -0.5
        self.query_key_value = nn.Linear(hidden, 3 * hidden)
        self.attended = nn.Linear(hidden, hidden)
        self.attention_norm = nn.LayerNorm(hidden, eps=epsilon)
        self.widen = nn.Linear(hidden, inner)
        self.narrow = nn.Linear(inner, hidden)
        self.output_norm = nn.LayerNorm(hidden, eps=epsilon)
        self.dropout = dropout

    def forward(self, states: Tensor, bias: Tensor | None) -> Tensor:
        """(texts, length, hidden), and what is added to attention scores, (texts, 1, 1, length); None: no padding."""
        texts, length, hidden = states.shape
        split = self.query_key_value(states).view(texts, length, 3, self.heads, hidden // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        scores = torch.matmul(query * self.scale, key.transpose(-1, -2))
        if bias is not None:
            scores = scores + bias
        mixed = torch.matmul(scores.softmax(-1), value).transpose(1, 2).reshape(texts, length, hidden)
        states = self.attention_norm(states + self.dropout(self.attended(mixed)))
        inner = functional.gelu(self.widen(states))
        return self.output_norm(states + self.dropout(self.narrow(inner)))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """All layers; gives the states after each of them."""

    def __init__(self, original: Original, dropout: float = 0.1) -> None:
        """Take the weights of the original file."""
        super().__init__()
        tensors, hidden = original.tensors, original.hidden
        inner = len(tensors["l0.fi.b"])
        self.position = nn.Parameter(torch.tensor(tensors["emb.pos"]).view(-1, hidden).clone())
        self.kind = nn.Parameter(torch.tensor(tensors["emb.type"][:hidden]))
        self.norm = nn.LayerNorm(hidden, eps=original.epsilon)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(hidden, original.heads, inner, original.epsilon, self.dropout) for _ in range(original.layers)
        )

        def fill(target: Tensor, *names: str) -> None:
            value = np.concatenate([tensors[name] for name in names])
            target.data.copy_(torch.tensor(value).view(target.shape))

        for number, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            for part in ("w", "b"):
                kind = "weight" if part == "w" else "bias"
                fill(getattr(layer.query_key_value, kind), *(f"l{number}.{x}.{part}" for x in "qkv"))
                for mine, theirs in (
                    (layer.attended, "ao"),
                    (layer.attention_norm, "aln"),
                    (layer.widen, "fi"),
                    (layer.narrow, "fo"),
                    (layer.output_norm, "oln"),
                ):
                    fill(getattr(mine, kind), f"l{number}.{theirs}.{part}")
        fill(self.norm.weight, "emb.ln.w")
        fill(self.norm.bias, "emb.ln.b")

    def embedded(self, words: Tensor) -> Tensor:
        """What goes into the first layer: word embeddings (texts, length, hidden) with their places."""
        return self.norm(words + self.position[: words.shape[1]] + self.kind)  # type: ignore[no-any-return]

    def forward(self, words: Tensor, mask: Tensor | None = None) -> list[Tensor]:
        """States after the embeddings and after each layer.

        Args:
            words: Word embeddings, (texts, length, hidden).
            mask: (texts, length), true where there is a piece; None where nothing is padded.
        """
        states = self.dropout(self.embedded(words))
        bias = None if mask is None else (~mask).to(states.dtype)[:, None, None, :] * -1e4
        found = [states]
        for layer in self.layers:
            found.append(layer(found[-1], bias))
        return found


class Telling(nn.Module):
    """How much a word piece matters for which fact a sentence states: 0.0 to 2.0, read off its last state."""

    def __init__(self, hidden: int) -> None:
        """Start with 1.0 for every piece."""
        super().__init__()
        self.line = nn.Linear(hidden, 1)
        nn.init.zeros_(self.line.weight)
        nn.init.zeros_(self.line.bias)

    def forward(self, states: Tensor) -> Tensor:
        """States (..., hidden) to factors (..., 1)."""
        return 2 * torch.sigmoid(self.line(states))  # type: ignore[no-any-return]
