"""Train the names model: `python -m training.names` writes names.onnx.

The whole encoder is trained, the word embeddings stay as they are. Weights and states are bfloat16, the optimiser
works on float32 copies; two threads take batches in turn, which suffers less from a busy machine than threads within
each operation.
"""

from __future__ import annotations

import copy
import os
import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch
from torch import Tensor, nn

from training.batches import Batch, batches
from training.corpora import Example, Sentence, epoch, example, sentences, spans
from training.model import Encoder
from training.original import dequantised, model_file, read_original
from training.vocabulary import arguments
from tui.language.encoder_pieces import PAD, Pieces
from tui.language.names_decode import TAGS, best_tags

WORKERS = 2
NOT_MISC = torch.tensor([-1e4 if tag[0] != "O" and not tag.endswith("MISC") else 0.0 for tag in TAGS])
"""Added where a corpus without MISC says 'outside': the word is outside or in a MISC name."""
OUTSIDE_TAGS = 3


class Tagger(nn.Module):
    """The encoder with a linear head over the states of its last layer."""

    def __init__(self, encoder: Encoder) -> None:
        """Start with an untrained head."""
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.kind.shape[0], len(TAGS))

    def forward(self, words: Tensor, mask: Tensor, rows: Tensor, places: Tensor) -> Tensor:
        """Scores (words of all texts, tags) of the pieces at (row, place)."""
        states = self.encoder(words, mask)[-1][rows, places]
        return self.head(self.encoder.dropout(states)).float()  # type: ignore[no-any-return]


class Trainer:
    """Two copies of one model over shared weights, one optimiser, one running average of the weights."""

    def __init__(self, model: Tagger, table: Tensor, rate: float, head_rate: float, work: Path) -> None:
        """Prepare both copies and the optimiser; parameters that need no gradient stay as they are."""
        self.table, self.work = table, work
        self.exact = list(copy.deepcopy(model).parameters())
        self.average = [p.detach().clone() for p in self.exact]
        self.model = model.bfloat16().train()
        twin = copy.deepcopy(self.model)
        for mine, theirs in zip(self.model.parameters(), twin.parameters(), strict=True):
            theirs.data = mine.data
        self.copies = (self.model, twin)
        head = {id(self.exact[-1]), id(self.exact[-2])}
        body = [p for p in self.exact if id(p) not in head and p.requires_grad]
        groups = [
            {"params": [p for p in body if p.ndim > 1], "rate": rate, "weight_decay": 0.01},
            {"params": [p for p in body if p.ndim < 2], "rate": rate, "weight_decay": 0.0},
            {"params": [p for p in self.exact if id(p) in head], "rate": head_rate, "weight_decay": 0.0},
        ]
        self.optimiser = torch.optim.AdamW(groups, lr=rate, fused=True)
        self.steps = 0
        self.losses: dict[int, float] = {}

    def _gradients(self, copy_: Tagger, examples: list[Example]) -> float:
        """Leave the gradients of the mean loss over words in the copy; the loss."""
        batch = Batch.of(examples)
        weight = 1.0 / len(batch.tags)
        scores = copy_(self.table[batch.ids], batch.ids != PAD, batch.rows, batch.places)
        log = scores.log_softmax(-1)
        open_ = ~batch.misc & (batch.tags < OUTSIDE_TAGS)
        loss = -log.gather(1, batch.tags[:, None])[:, 0]
        loss = torch.where(open_, -(log + NOT_MISC).logsumexp(-1), loss)
        (loss.sum() * weight).backward()
        sums = torch.zeros(len(examples)).index_add(0, batch.rows, loss.detach()).tolist()
        self.losses.update((x.single, value) for x, value in zip(examples, sums, strict=True) if x.single >= 0)
        return sum(sums) * weight

    def run(self, todo: list[list[Example]], share: Callable[[], float]) -> float:
        """Train on batches until none is left or `share`, of the full learning rate, is zero; the mean loss.

        Each thread takes the next batch when it is ready; every second batch makes a step. No thread waits for the
        other, so that gradients may be of the weights one step ago.
        """
        queue, lock, losses = list(todo), Lock(), [0.0]

        def work(copy_: Tagger) -> None:
            torch.set_num_threads(1)
            while True:
                with lock:
                    if not queue or not share():
                        return
                    examples = queue.pop()
                loss = self._gradients(copy_, examples)
                with lock:
                    losses.append(loss)
                    self._add(copy_)
                    if len(losses) % WORKERS:
                        self._step(share())
                    if len(losses) % 400 == 0:
                        torch.save(self.average, self.work / "names-running.pt")
                    if len(losses) % 100 == 0:
                        recent = sum(losses[-100:]) / 100
                        print(f"{len(todo) - len(queue)}/{len(todo)} loss {recent:.4f}", flush=True)

        with ThreadPoolExecutor(WORKERS) as pool:
            for job in [pool.submit(work, copy_) for copy_ in self.copies]:
                job.result()
        return sum(losses) / max(len(losses) - 1, 1)

    def _add(self, copy_: Tagger) -> None:
        for exact, p in zip(self.exact, copy_.parameters(), strict=True):
            if p.grad is not None:
                exact.grad = p.grad.float() if exact.grad is None else exact.grad.add_(p.grad)
                p.grad = None

    def _step(self, share: float) -> None:
        trained = [p for p in self.exact if p.grad is not None]
        torch._foreach_div_([p.grad for p in trained], float(WORKERS))
        nn.utils.clip_grad_norm_(trained, 1.0)
        for group in self.optimiser.param_groups:
            group["lr"] = group["rate"] * share
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.steps += 1
        decay = min(0.999, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            torch._foreach_lerp_(self.average, [p.detach() for p in self.exact], 1 - decay)
            for mine, exact in zip(self.model.parameters(), self.exact, strict=True):
                if exact.requires_grad:
                    # Past autograd's bookkeeping: the other thread may be between its two passes.
                    mine.data.copy_(exact)

    def averaged(self, model: Tagger) -> Tagger:
        """The float32 model with the averaged weights."""
        with torch.no_grad():
            for mine, average in zip(model.parameters(), self.average, strict=True):
                mine.copy_(average)
        return model.eval()


def strict_f1(model: Tagger, table: Tensor, corpus: list[Sentence], pieces: Pieces) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent over spans with labels, each sentence read alone."""
    right = have = want = 0
    for sentence in corpus:
        x = example([sentence], pieces)
        with torch.no_grad():
            ids = torch.tensor([x.ids])
            scores = model(table[ids], ids != PAD, torch.zeros(len(x.places), dtype=torch.long), torch.tensor(x.places))
        gold, found = set(spans(x.tags)), set(spans(best_tags(scores.log_softmax(-1).numpy())))
        right, have, want = right + len(gold & found), have + len(found), want + len(set(spans(sentence.tags)))
    precision, recall = 100 * right / max(have, 1), 100 * right / max(want, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    """Train for a time or a number of steps, keeping a checkpoint of each epoch."""
    parser = arguments(__doc__)
    parser.add_argument("--minutes", type=float, default=60.0, help="how long to train where --steps is not given")
    parser.add_argument("--steps", type=int, default=0, help="how many steps to train")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument("--start", type=Path, help="checkpoint to go on from")
    parser.add_argument("--first", type=int, default=1, help="number of the first epoch")
    parser.add_argument("--freeze", type=int, default=0, help="how many of the lowest layers stay as they are")
    parser.add_argument("--work", type=Path, default=Path("training/work"), help="where checkpoints go")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    pieces = Pieces.load(options.out / "pieces.json")
    records = np.load(options.out / "words.npy")
    table = torch.tensor(dequantised(records["scales"], records["bytes"])).bfloat16()
    model = Tagger(Encoder(read_original(model_file())))
    if options.start:
        model.load_state_dict(torch.load(options.start))
    plain = copy.deepcopy(model)
    if options.freeze:
        lowest = [model.encoder.norm, *model.encoder.layers[: options.freeze]]
        for p in [model.encoder.position, model.encoder.kind, *(p for part in lowest for p in part.parameters())]:
            p.requires_grad_(False)
    trainer = Trainer(model, table, options.rate, 6.5 * options.rate, options.work)
    germeval = sentences(options.data / "germeval14" / "train.full.bio")
    dev = sentences(options.data / "germeval14" / "dev.bio")
    running = [sentences(options.data / "smartdata" / "news.train.bio", misc=False)]
    running += [sentences(path) for path in sorted((options.data / "plenar").glob("*.bio"))]
    begin, number, progress = time.monotonic(), options.first - 1, 0.0

    def now() -> float:
        return trainer.steps / options.steps if options.steps else (time.monotonic() - begin) / options.minutes / 60

    def share() -> float:
        """Part of the full learning rate: a short rise, then down in a straight line."""
        done = now()
        return min(1.0, done / 0.04 + 0.02, 1.03 - done) if done < 1 else 0.0

    while progress < 1:
        number += 1
        todo = list(batches(list(epoch(germeval, running, pieces, chance, trainer.losses)), chance))
        loss = trainer.run(todo, share)
        progress = now()
        torch.save(trainer.averaged(plain).state_dict(), options.work / f"names-{number}.pt")
        p, r, f = strict_f1(plain, table.float(), dev[:: 1 if progress >= 1 else 4], pieces)
        print(
            f"epoch {number} after {trainer.steps} steps, loss {loss:.4f}: dev P {p:.1f} R {r:.1f} F1 {f:.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
