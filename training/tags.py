"""Train the tagger: `python -m training.tags` writes tags.npz.

The names model stays as it is; a small network over its states tells part of speech and features of each word. The
treebank's licence (CC BY-SA 4.0) holds for this file alone.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from training.corpora import laid_out
from training.digests import write_digests
from training.treebank import UNKNOWN, Word, test_sentences, training_sentences
from training.vocabulary import arguments
from tui.language.names_model import NamesModel, load_names_model
from tui.language.tags_features import FEATURES, POS

HEADS = {"POS": len(POS), **{name: len(values) for name, values in FEATURES.items()}}


def states(model: NamesModel, corpus: list[list[Word]]) -> npt.NDArray[np.float16]:
    """States of all words, sentence by sentence, (words, inputs)."""
    found = []
    for words in corpus:
        text, begins = laid_out([word.form for word in words])
        spans = [(begin, begin + len(word.form)) for begin, word in zip(begins, words, strict=True)]
        found.append(model.read(text, spans, [], 500).states.astype(np.float16))
    return np.concatenate(found)


def targets(corpus: list[list[Word]]) -> npt.NDArray[np.int64]:
    """Class numbers of all words, (words, heads)."""
    rows = [
        [POS.index(word.pos) if word.pos in POS else UNKNOWN, *(word.features[name] for name in FEATURES)]
        for words in corpus
        for word in words
    ]
    return np.array(rows)


def report(scores: torch.Tensor, gold: npt.NDArray[np.int64], corpus: list[list[Word]]) -> None:
    """Print accuracies on words, and for mood and form of verbs precision, recall and F1."""
    found = np.stack([part.argmax(1).numpy() for part in scores.split(list(HEADS.values()), 1)], 1)
    verbs = np.isin(gold[:, 0], [POS.index("VERB"), POS.index("AUX")])
    for at, name in enumerate(HEADS):
        line = f"{name:9} {100 * np.mean(found[:, at] == gold[:, at]):.1f} %"
        if name in ("Mood", "VerbForm", "Tense", "Person"):
            line += f", of verbs {100 * np.mean(found[verbs, at] == gold[verbs, at]):.1f} %"
        print(line)
    at, sub = list(HEADS).index("Mood"), FEATURES["Mood"].index("Sub")
    have, want = found[:, at] == sub, gold[:, at] == sub
    right = np.sum(have & want)
    p, r = right / max(np.sum(have), 1), right / np.sum(want)
    print(f"Mood=Sub P {100 * p:.1f} R {100 * r:.1f} F1 {200 * p * r / max(p + r, 1e-9):.1f} ({np.sum(want)} gold)")
    forms = [word.form for words in corpus for word in words]
    print("missed:", [forms[i] for i in np.flatnonzero(want & ~have)][:20])
    print("false:", [forms[i] for i in np.flatnonzero(have & ~want)][:20])


def main() -> None:
    """Train, print the figures on the dev part of UD German GSD, and write the file."""
    parser: argparse.ArgumentParser = arguments(__doc__)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--sentences", type=int, default=0, help="read only so many, to try something")
    parser.add_argument("--seed", type=int, default=14)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    begin = time.monotonic()
    model = load_names_model()
    corpus = training_sentences(options.data)[: options.sentences or None]
    dev = test_sentences(options.data / "ud_gsd" / "de_gsd-ud-dev.conllu")
    given, gold = torch.tensor(states(model, corpus)), torch.tensor(targets(corpus))
    dev_given = torch.tensor(states(model, dev)).float()
    print(f"{len(given)} words read in {time.monotonic() - begin:.0f} s", flush=True)
    mean, scale = given.float().mean(0), given.float().std(0) + 1e-3
    net = nn.Sequential(
        nn.Linear(given.shape[1], options.width),
        nn.ReLU(),
        nn.Dropout(0.2),
        nn.Linear(options.width, sum(HEADS.values())),
    )
    optimiser = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.01)
    total = options.epochs * (len(given) // 1024 + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 2e-3, total_steps=total, pct_start=0.1)
    for _ in range(options.epochs):
        net.train()
        for rows in torch.randperm(len(given)).split(1024):
            scores = net((given[rows].float() - mean) / scale)
            loss = torch.zeros(())
            for at, part in enumerate(scores.split(list(HEADS.values()), 1)):
                known = gold[rows, at] != UNKNOWN
                if known.any():
                    loss = loss + functional.cross_entropy(part[known], gold[rows, at][known], label_smoothing=0.02)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    net.eval()
    with torch.no_grad():
        report(net((dev_given - mean) / scale), targets(dev), dev)
        inner, outer = net[0], net[3]
        assert isinstance(inner, nn.Linear) and isinstance(outer, nn.Linear)
        weight = inner.weight / scale
        arrays = {
            "inner_weight": weight.T.numpy().astype(np.float16),
            "inner_bias": (inner.bias - weight @ mean).numpy().astype(np.float32),
            "outer_weight": outer.weight.T.numpy().astype(np.float16),
            "outer_bias": outer.bias.numpy().astype(np.float32),
        }
    path: Path = options.out / "tags.npz"
    np.savez(path, **arrays)
    write_digests(options.out)
    print(f"{path.stat().st_size / 1e6:.2f} MB after {time.monotonic() - begin:.0f} s")


if __name__ == "__main__":
    main()
