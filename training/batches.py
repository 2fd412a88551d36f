"""Examples put together into batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from training.corpora import Example
from tui.language.encoder_pieces import PAD


@dataclass
class Batch:
    """Texts padded to one length, with the words to be tagged."""

    ids: Tensor
    rows: Tensor
    places: Tensor
    tags: Tensor
    misc: Tensor

    @classmethod
    def of(cls, examples: list[Example]) -> Batch:
        """Pad some examples."""
        length = max(len(x.ids) for x in examples)
        return cls(
            torch.tensor([x.ids + [PAD] * (length - len(x.ids)) for x in examples]),
            torch.tensor([row for row, x in enumerate(examples) for _ in x.places]),
            torch.tensor([place for x in examples for place in x.places]),
            torch.tensor([tag for x in examples for tag in x.tags]),
            torch.tensor([misc for x in examples for misc in x.misc], dtype=torch.bool),
        )


def batches(examples: list[Example], chance: random.Random, pieces: int = 550) -> Iterator[list[Example]]:
    """Texts of like length, in random order, each batch of about `pieces` pieces."""
    examples = sorted((x for x in examples if x.places), key=lambda x: len(x.ids) + chance.random() * 4)
    found: list[list[Example]] = [[]]
    for x in examples:
        if found[-1] and (len(found[-1]) + 1) * len(x.ids) > pieces:
            found.append([])
        found[-1].append(x)
    chance.shuffle(found)
    yield from found
