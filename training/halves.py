"""Sentences as the lower layers read them apart, and pairs of them as tensors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.encoder import MIDDLE, UPPER
from training.matching import padded, read_lower, run
from training.model import Encoder
from training.sentence_pairs import SentencePair, Spans
from tui.language.encoder import PREFIX
from tui.language.encoder_pieces import END, START, Pieces
from tui.language.pair_reader import MOST_PIECES


@dataclass(frozen=True)
class Half:
    """A sentence read apart."""

    places: tuple[tuple[int, int], ...]
    """Of its pieces."""
    middle: Tensor
    """States of layer 6 of the first special piece and of these, (1 + pieces, hidden)."""
    upper: Tensor
    """What the upper layers make of them, (1 + pieces, hidden)."""


def halves(texts: Sequence[str], encoder: Encoder, pieces: Pieces, table: Tensor) -> dict[str, Half]:
    """The reading of each text, as the program has it."""
    every = list(dict.fromkeys(texts))
    prefix = [number for number, _, _ in pieces.cut(PREFIX)]
    cuts = [pieces.cut(text)[:MOST_PIECES] for text in every]
    ids = [torch.tensor([START, *prefix, *(number for number, _, _ in cut), END]) for cut in cuts]
    with torch.no_grad():
        read = read_lower(ids, encoder, MIDDLE, table)
        middle = [torch.cat([states[:1], states[1 + len(prefix) : -1]]) for states in read]
        upper: list[Tensor] = [torch.empty(0)] * len(every)
        for chosen, given, mask in padded(middle):
            states = run(list(encoder.layers)[MIDDLE:UPPER], given.to(encoder.kind.dtype), mask)
            for row, text in enumerate(chosen):
                upper[text] = states[row, : len(middle[text])].bfloat16().clone()
    return {
        text: Half(tuple((begin, end) for _, begin, end in cut), *states)
        for text, cut, *states in zip(every, cuts, middle, upper, strict=True)
    }


@dataclass(frozen=True)
class Batch:
    """Some pairs, one sentence after the other."""

    middle: Tensor
    """(pairs, length, hidden)."""
    upper: Tensor
    """(pairs, length, hidden)."""
    mask: Tensor
    """(pairs, length), true where there is a piece."""
    second: Tensor
    """(pairs, length), true in the second sentence."""
    wanted: Tensor
    """(pairs, length): 1.0 in the words that contradict, 0.0 in the others, -1.0 where that is not known."""


def batch(pairs: Sequence[SentencePair], known: dict[str, Half]) -> Batch:
    """Some pairs as tensors."""
    sides = [(known[pair.first], known[pair.second]) for pair in pairs]
    middle, upper = (
        nn.utils.rnn.pad_sequence([torch.cat(states) for states in found], batch_first=True).float()
        for found in ([(a.middle, b.middle) for a, b in sides], [(a.upper, b.upper) for a, b in sides])
    )
    places = torch.arange(middle.shape[1])[None]
    begins = torch.tensor([len(a.middle) for a, _ in sides])[:, None]
    mask = places < begins + torch.tensor([len(b.middle) for _, b in sides])[:, None]
    wanted = torch.full(middle.shape[:2], -1.0)
    for row, (pair, (a, b)) in enumerate(zip(pairs, sides, strict=True)):
        if pair.words is not None:
            inside = [0.0, *_within(a, pair.words[0]), 0.0, *_within(b, pair.words[1])]
            wanted[row, : len(inside)] = torch.tensor(inside)
    return Batch(middle, upper, mask, mask & (places >= begins), wanted)


def _within(half: Half, spans: Spans) -> list[float]:
    return [float(any(begin < stop and end > start for start, stop in spans)) for begin, end in half.places]


def mean_direction(known: dict[str, Half]) -> Tensor:
    """Mean of the upper states at length 1, of every fiftieth text, (hidden,)."""
    chosen = [half.upper.float() for half in list(known.values())[::50]]
    return nn.functional.normalize(torch.cat(chosen), dim=-1).mean(0)
