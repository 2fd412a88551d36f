"""Train the encoder for facts: `python -m training.facts` writes checkpoints.

The stories in `training/invented` teach it which sentences state the same fact. Word embeddings stay as they are, and
so do the lower layers at first. `python -m training.encoder --trained CHECKPOINT` makes the shipped file.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.matching import Matcher, frozen, loss
from training.model import Encoder
from training.original import dequantised, model_file, read_original
from training.stories import OPEN, OWN, SAME, prepared, story_paths
from training.views import Example, example_of
from training.vocabulary import arguments
from tui.language.encoder_pieces import Pieces


def average_precision(odds: Tensor, labels: Tensor) -> float:
    """Of all pairs of sentences, ranked by their odds; pairs that are OPEN count neither way."""
    counted = torch.triu((labels != OWN) & (labels != OPEN), 1)
    same = (labels[counted] == SAME)[odds[counted].argsort(descending=True, stable=True)]
    places = same.nonzero()[:, 0] + 1
    return float((torch.arange(1, len(places) + 1) / places).sum() / max(1, len(places)))


class Trainer:
    """A bfloat16 model over float32 copies of its weights, and their running average."""

    def __init__(self, model: Matcher, rate: float) -> None:
        """Prepare the optimiser over the trained layers and the scale."""
        self.model = model
        self.exact = {
            name: value.detach().clone()
            for name, value in model.named_parameters()
            if not name.startswith("encoder.") or _number(name) >= model.frozen
        }
        self.average = {name: value.clone() for name, value in self.exact.items()}
        body = [(name, value) for name, value in self.exact.items() if name.startswith("encoder.")]
        scale = [value for name, value in self.exact.items() if name in ("scale", "bias")]
        telling = [value for name, value in self.exact.items() if name.startswith("telling.")]
        groups = [
            {"params": [v for _, v in body if v.ndim > 1], "rate": rate, "weight_decay": 0.01},
            {"params": [v for _, v in body if v.ndim < 2], "rate": rate, "weight_decay": 0.0},
            {"params": scale, "rate": 2e-3, "weight_decay": 0.0},
            {"params": telling, "rate": 1e-3, "weight_decay": 0.01},
        ]
        self.optimiser = torch.optim.AdamW(groups)
        self.steps = 0
        model.encoder.bfloat16()

    def step(self, story: Example, share: float) -> float:
        """One story; `share` of the learning rate. The loss."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["rate"] * share
        value = loss(self.model(story), story)
        self.model.zero_grad()
        value.backward()
        for name, parameter in self.model.named_parameters():
            if name in self.exact:
                self.exact[name].grad = None if parameter.grad is None else parameter.grad.float()
        nn.utils.clip_grad_norm_(list(self.exact.values()), 1.0)
        self.optimiser.step()
        self.put(self.exact)
        self.steps += 1
        keep = 0.985 if self.steps > 40 else 0.5
        for name, exact in self.exact.items():
            self.average[name].mul_(keep).add_(exact, alpha=1 - keep)
        return float(value.detach())

    def put(self, weights: dict[str, Tensor]) -> None:
        """Let the model have these weights."""
        with torch.no_grad():
            for name, parameter in self.model.named_parameters():
                if name in weights:
                    parameter.copy_(weights[name])


def _number(name: str) -> int:
    """The layer of a parameter; -1: of the embeddings."""
    parts = name.split(".")
    return int(parts[2]) if parts[1] == "layers" else -1


def main() -> None:
    """Train, and print average precision on the stories kept out after each pass."""
    parser = arguments(__doc__)
    parser.add_argument("--passes", type=int, default=7)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--share", type=float, default=0.6, help="of a story's articles in each step")
    parser.add_argument("--frozen", type=int, default=6, help="lower layers that stay as they are")
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--first", type=int, default=1, help="number of the first pass, in the names of checkpoints")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    options.work.mkdir(parents=True, exist_ok=True)
    pieces, words = Pieces.load(options.out / "pieces.json"), np.load(options.out / "words.npy")
    table = torch.tensor(dequantised(words["scales"], words["bytes"]))
    model = Matcher(Encoder(read_original(model_file())), options.frozen).eval()
    if options.start:
        model.load_state_dict(torch.load(options.start), strict=False)
    with torch.no_grad():
        learnt, kept = (
            [frozen(example_of(story, pieces), model, table) for story in prepared(paths)]
            for paths in story_paths()
        )
    trainer = Trainer(model, options.rate)
    began, total = time.time(), options.passes * len(learnt)
    for number in range(options.first, options.first + options.passes):
        chance.shuffle(learnt)
        model.train()
        losses = [
            trainer.step(
                story.sample(options.share, chance),
                min(1, (trainer.steps + 1) / 20) * max(0.02, 1 - trainer.steps / total),
            )
            for story in learnt
        ]
        model.eval()
        trainer.put(trainer.average)
        with torch.no_grad():
            found = [average_precision(model(story), story.labels) for story in kept]
        torch.save(trainer.average, options.work / f"facts-{number}.pt")
        trainer.put(trainer.exact)
        report = f"loss {np.mean(losses):.3f}, kept stories {np.mean(found):.3f}, {time.time() - began:.0f} s"
        print(f"pass {number}: {report}", flush=True)


if __name__ == "__main__":
    main()
