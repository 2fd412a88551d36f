"""Train what reads two sentences together: `python -m training.contradictions` writes a checkpoint after each pass.

The lower six layers of the trained encoder read each sentence apart. From there, six layers that start from the upper
ones' weights read both together, and a small network compares each piece with its like (`matched`); both say whether
the sentences contradict each other and in which words (the words as in rationale-supervised inference, Camburu et al.
2018, arXiv 1812.01193). `python -m training.contradictions_export` makes the shipped file.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.accounts import matters, rival, split
from training.encoder import MIDDLE, UPPER, put
from training.halves import Batch, Half, batch, halves, mean_direction
from training.matched import Matched
from training.matching import run
from training.model import Encoder
from training.original import dequantised, model_file, read_original
from training.sentence_pairs import SentencePair, judged, lines_of, rewritten
from training.stories import prepared, story_paths
from training.vocabulary import arguments
from tui.language.encoder_pieces import Pieces

SIZE = 32
"""Pairs in a step."""

WORDS = 0.3
"""Weight of the loss over words."""

DROPPED = 0.1
"""Share of pieces whose states are zeroed in training."""

SHARE = 0.6
"""How much each of both parts counts at first: together they would tell twice what both know."""

JUDGED = 3
"""How often the stories' own pairs are read beside the accounts."""

PARTS = ("joint", "matched")


class Together(nn.Module):
    """The upper layers over two sentences at once and the comparison of pieces with their likes."""

    def __init__(self, encoder: Encoder, only: str = "") -> None:
        """Take the upper layers; the heads are untrained.

        Args:
            encoder: The encoder.
            only: The part of both that speaks alone; both where it is empty.
        """
        super().__init__()
        hidden = encoder.kind.shape[0]
        self.only = only
        self.layers = nn.ModuleList(list(encoder.layers)[MIDDLE:UPPER])
        self.second = nn.Parameter(torch.zeros(hidden))
        self.pair = nn.Sequential(nn.Linear(3 * hidden, 128), nn.GELU(), nn.Linear(128, 1))
        self.word = nn.Linear(hidden, 1)
        self.matched = Matched(hidden)
        self.share = nn.Parameter(torch.full((2,), SHARE))

    def forward(self, given: Batch) -> tuple[Tensor, Tensor]:
        """Log odds of each pair, (pairs,), and of each piece, (pairs, length)."""
        if self.only == "matched":
            return self._matched(given)
        states = given.middle + given.second[..., None] * self.second
        if self.training:
            states = states * (torch.rand(*states.shape[:2], 1) >= DROPPED)
        found = run(list(self.layers), states.to(next(self.layers.parameters()).dtype), given.mask).float()
        joint = self.read_off(found, given.mask & ~given.second, given.mask & given.second)
        return joint if self.only == "joint" else self.both(joint, self._matched(given))

    def _matched(self, given: Batch) -> tuple[Tensor, Tensor]:
        return self.matched(given.middle, given.upper, given.mask, given.second)  # type: ignore[no-any-return]

    def read_off(self, states: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
        """Log odds of each pair and of each piece, of last states and masks of both sentences, (pairs, length)."""
        sides = [states.masked_fill(~side[..., None], -1e4).max(1).values for side in (first, second)]
        pooled = torch.cat([states[:, 0], sides[0] + sides[1], (sides[0] - sides[1]).abs()], -1)
        return self.pair(pooled)[:, 0], self.word(states)[..., 0]

    def both(self, joint: tuple[Tensor, Tensor], matched: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        """What both parts say, each by its share."""
        one, other = self.share[0], self.share[1]
        return one * joint[0] + other * matched[0], one * joint[1] + other * matched[1]


def loss(model: Together, pairs: Sequence[SentencePair], known: dict[str, Half]) -> Tensor:
    """Logistic loss of the pairs, and of the words where they are known."""
    given = batch(pairs, known)
    odds, words = model(given)
    contradicts = torch.tensor([float(pair.contradicts) for pair in pairs])
    found = functional.binary_cross_entropy_with_logits(odds, contradicts)
    told = given.wanted >= 0
    if told.any():
        twice = torch.tensor(2.0)  # few words of a sentence are in contradiction
        wanted = given.wanted[told]
        found = found + WORDS * functional.binary_cross_entropy_with_logits(words[told], wanted, pos_weight=twice)
    return found


def batches(pairs: Sequence[SentencePair], size: int, chance: random.Random) -> list[list[SentencePair]]:
    """All pairs in new order, those of like length together, every other one turned round."""
    order = [pair if chance.random() < 0.5 else pair.turned() for pair in pairs]
    chance.shuffle(order)
    found = []
    for start in range(0, len(order), 20 * size):
        part = sorted(order[start : start + 20 * size], key=lambda pair: len(pair.first) + len(pair.second))
        found += [part[at : at + size] for at in range(0, len(part), size)]
    chance.shuffle(found)
    return found


def _part(name: str) -> str:
    """The part of the model that a weight belongs to."""
    return "matched" if name.startswith("matched") else "share" if name == "share" else "joint"


def main() -> None:
    """Train on the stories that are not kept out."""
    parser = arguments(__doc__)
    parser.add_argument("encoder", type=Path, nargs="+", help="checkpoints of training.facts")
    parser.add_argument("--rewritten", action="store_true", help="learn from sentences written for others")
    parser.add_argument("--accounts", action="store_true", help="learn from rival accounts too")
    parser.add_argument("--only", choices=PARTS, default="", help="train one part of the model")
    parser.add_argument("--size", type=int, default=SIZE, help="pairs in a step")
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--steps", type=int, default=0, help="end the last pass after so many steps of all")
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--start", type=Path, nargs="*", default=[], help="checkpoints to go on from, one a part")
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
    if options.accounts:
        pairs = pairs * JUDGED + [pair for matter in split(matters())[0] for pair in rival(matter)]
    known = halves([text for pair in pairs for text in (pair.first, pair.second)], encoder, pieces, table)
    model = Together(encoder, options.only)
    model.matched.mean.copy_(mean_direction(known))
    for path in options.start:
        model.load_state_dict(torch.load(path), strict=False)
    heads = [parameter for name, parameter in model.named_parameters() if not name.startswith("layers")]
    groups = [{"params": heads, "lr": 8 * options.rate}, {"params": model.layers.parameters(), "lr": options.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    total, began = options.passes * len(pairs) / options.size, time.time()
    total = min(total, options.steps or total)
    slower = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / 40) * max(0.03, 1 - step / total)
    )
    average = {name: parameter.detach().clone() for name, parameter in model.named_parameters()}
    for number in range(1, options.passes + 1):
        model.train()
        losses = []
        for step, part in enumerate(batches(pairs, options.size, chance)):
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
            if step + 1 >= options.steps > 0:
                break
        average["matched.mean"] = model.matched.mean
        kept = {name: value for name, value in average.items() if options.only in ("", _part(name))}
        torch.save(kept, options.work / f"contradictions-{number}.pt")
        print(f"pass {number}: loss {np.mean(losses):.3f}, {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
