"""Train what reads two sentences together: `python -m training.contradictions` writes a checkpoint after each pass.

The lower six layers of the trained encoder read each sentence apart; the upper six start from its weights, read both
together, and say whether they contradict each other and in which words (the words as in rationale-supervised inference,
Camburu et al. 2018, arXiv 1812.01193). `--rewritten` learns from the sentences that were written to contradict one,
else from pairs of the stories' own. `python -m training.contradictions_export` makes the shipped file.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import MIDDLE, UPPER, put
from training.matching import read_lower, run
from training.model import Encoder
from training.original import dequantised, model_file, read_original
from training.sentence_pairs import SentencePair, judged, lines_of, rewritten
from training.stories import prepared, story_paths
from training.vocabulary import arguments
from tui.language.encoder import PREFIX
from tui.language.encoder_pieces import END, START, Pieces
from tui.language.pair_reader import MOST_PIECES

SIZE = 32
"""Pairs in a step."""

WORDS = 0.3
"""Weight of the loss over words."""

DROPPED = 0.1
"""Share of pieces whose states are zeroed in training."""


class Together(nn.Module):
    """The upper layers over two sentences at once, with what is read off their states."""

    def __init__(self, encoder: Encoder) -> None:
        """Take the upper layers; the heads are untrained."""
        super().__init__()
        hidden = encoder.kind.shape[0]
        self.layers = nn.ModuleList(list(encoder.layers)[MIDDLE:UPPER])
        self.second = nn.Parameter(torch.zeros(hidden))
        self.pair = nn.Sequential(nn.Linear(3 * hidden, 128), nn.GELU(), nn.Linear(128, 1))
        self.word = nn.Linear(hidden, 1)

    def forward(self, states: Tensor, mask: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
        """Log odds of each pair, (pairs,), and of each piece, (pairs, length).

        Args:
            states: Of layer 6, one sentence after the other, (pairs, length, hidden).
            mask: (pairs, length), true where there is a piece.
            second: (pairs, length), true in the second sentence.
        """
        given = states.float() + second[..., None] * self.second
        if self.training:
            given = given * (torch.rand(*given.shape[:2], 1) >= DROPPED)
        found = run(list(self.layers), given.to(next(self.layers.parameters()).dtype), mask).float()
        return self.read_off(found, mask & ~second, mask & second)

    def read_off(self, states: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
        """Log odds of each pair and of each piece, of last states and masks of both sentences, (pairs, length)."""
        sides = [states.masked_fill(~side[..., None], -1e4).max(1).values for side in (first, second)]
        pooled = torch.cat([states[:, 0], sides[0] + sides[1], (sides[0] - sides[1]).abs()], -1)
        return self.pair(pooled)[:, 0], self.word(states)[..., 0]


@dataclass(frozen=True)
class Half:
    """A sentence read apart: places of its pieces, and the states of the first special piece and of these."""

    places: tuple[tuple[int, int], ...]
    states: Tensor


def halves(texts: Sequence[str], encoder: Encoder, pieces: Pieces, table: Tensor) -> dict[str, Half]:
    """The lower layers' reading of each text, as the program has it."""
    every = list(dict.fromkeys(texts))
    prefix = [number for number, _, _ in pieces.cut(PREFIX)]
    cuts = [pieces.cut(text)[:MOST_PIECES] for text in every]
    ids = [torch.tensor([START, *prefix, *(number for number, _, _ in cut), END]) for cut in cuts]
    with torch.no_grad():
        read = read_lower(ids, encoder, MIDDLE, table)
    return {
        text: Half(tuple((begin, end) for _, begin, end in cut), torch.cat([states[:1], states[1 + len(prefix) : -1]]))
        for text, cut, states in zip(every, cuts, read, strict=True)
    }


def batch(pairs: Sequence[SentencePair], known: dict[str, Half]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """States, mask and sides of some pairs, and which pieces are in contradiction: 1.0, 0.0, or -1.0 where unknown."""
    sides = [(known[pair.first], known[pair.second]) for pair in pairs]
    states = nn.utils.rnn.pad_sequence([torch.cat([a.states, b.states]) for a, b in sides], batch_first=True)
    places = torch.arange(states.shape[1])[None]
    begins = torch.tensor([len(a.states) for a, _ in sides])[:, None]
    mask = places < begins + torch.tensor([len(b.states) for _, b in sides])[:, None]
    wanted = torch.full(states.shape[:2], -1.0)
    for row, (pair, (a, b)) in enumerate(zip(pairs, sides, strict=True)):
        if pair.words is not None:
            inside = [0.0, *_within(a, pair.words[0]), 0.0, *_within(b, pair.words[1])]
            wanted[row, : len(inside)] = torch.tensor(inside)
    return states, mask, mask & (places >= begins), wanted


def _within(half: Half, span: tuple[int, int]) -> list[float]:
    return [float(begin < span[1] and end > span[0]) for begin, end in half.places]


def loss(model: Together, pairs: Sequence[SentencePair], known: dict[str, Half]) -> Tensor:
    """Logistic loss of the pairs, and of the words where they are known."""
    states, mask, second, wanted = batch(pairs, known)
    odds, words = model(states, mask, second)
    contradicts = torch.tensor([float(pair.contradicts) for pair in pairs])
    found = functional.binary_cross_entropy_with_logits(odds, contradicts)
    told = wanted >= 0
    if told.any():
        twice = torch.tensor(2.0)  # few words of a sentence are in contradiction
        found = found + WORDS * functional.binary_cross_entropy_with_logits(words[told], wanted[told], pos_weight=twice)
    return found


def batches(pairs: Sequence[SentencePair], chance: random.Random) -> list[list[SentencePair]]:
    """All pairs in new order, those of like length together, every other one turned round."""
    order = [pair if chance.random() < 0.5 else pair.turned() for pair in pairs]
    chance.shuffle(order)
    found = []
    for start in range(0, len(order), 20 * SIZE):
        part = sorted(order[start : start + 20 * SIZE], key=lambda pair: len(pair.first) + len(pair.second))
        found += [part[at : at + SIZE] for at in range(0, len(part), SIZE)]
    chance.shuffle(found)
    return found


def main() -> None:
    """Train on the stories that are not kept out."""
    parser = arguments(__doc__)
    parser.add_argument("encoder", type=Path, nargs="+", help="checkpoints of training.facts")
    parser.add_argument("--rewritten", action="store_true", help="learn from sentences written for others")
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    pieces, words = Pieces.load(options.out / "pieces.json"), np.load(options.out / "words.npy")
    table = torch.tensor(dequantised(words["scales"], words["bytes"]))
    encoder = Encoder(read_original(model_file())).eval()
    put(encoder, "encoder", [torch.load(path) for path in options.encoder])
    make, lines = (rewritten, "rewritten.tsv") if options.rewritten else (judged, "contradictions.tsv")
    by_story = lines_of(lines)
    stories = prepared([path for path in story_paths()[0] if path.stem in by_story])
    pairs = [pair for story in stories for pair in make(story, by_story[story.name])]
    known = halves([text for pair in pairs for text in (pair.first, pair.second)], encoder, pieces, table)
    model = Together(encoder)
    if options.start:
        model.load_state_dict(torch.load(options.start))
    heads = [parameter for name, parameter in model.named_parameters() if not name.startswith("layers")]
    groups = [{"params": heads, "lr": 8 * options.rate}, {"params": model.layers.parameters(), "lr": options.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    total, began = options.passes * len(pairs) / SIZE, time.time()
    slower = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / 40) * max(0.03, 1 - step / total)
    )
    average = {name: parameter.detach().clone() for name, parameter in model.named_parameters()}
    for number in range(1, options.passes + 1):
        model.train()
        losses = []
        for step, part in enumerate(batches(pairs, chance)):
            value = loss(model, part, known)
            optimiser.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            slower.step()
            keep = min(0.995, step / (step + 10)) if number == 1 else 0.995
            for name, parameter in model.named_parameters():
                average[name].mul_(keep).add_(parameter.detach(), alpha=1 - keep)
            losses.append(float(value.detach()))
        torch.save(average, options.work / f"contradictions-{number}.pt")
        print(f"pass {number}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
