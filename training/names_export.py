"""Write the shipped names model from checkpoints: `python -m training.names_export training/work/names-*.pt`.

The mean of the weights of several checkpoints, also of several runs, is better than each (model soups, Wortsman et al.
2022, arXiv 2203.05482), because all runs start from the same encoder.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from training.digests import write_digests
from training.export import OneText, cosine, export, session
from training.model import Encoder
from training.names import Tagger
from training.original import dequantised, model_file, read_original
from training.vocabulary import arguments
from tui.language.encoder_pieces import END, START, Pieces

LAYERS = (3, 5)
"""Layers whose states the tagger reads: word forms are told best in the lower and middle ones."""


def main() -> None:
    """Export, and print how well the int8 file agrees with the checkpoint."""
    parser = arguments(__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+", help="one, or several to be averaged; twice counts twice")
    options = parser.parse_args()
    tagger = Tagger(Encoder(read_original(model_file())))
    states = [torch.load(path) for path in options.checkpoints]
    tagger.load_state_dict({key: sum(state[key].float() for state in states) / len(states) for key in states[0]})
    tagger.eval()
    model = OneText(tagger.encoder, LAYERS, tagger.head).eval()
    path = options.out / "names.onnx"
    # Written beside and moved into place, because programs may be reading the old one.
    fresh = path.with_suffix(".new.onnx")
    export(model, ("scores", "middle", "upper"), fresh, {"words": tagger.encoder.kind.shape[0]})
    fresh.replace(path)
    write_digests(options.out)
    pieces, words = Pieces.load(options.out / "pieces.json"), np.load(options.out / "words.npy")
    cut = pieces.cut("Die Bundesregierung ist zerbrochen, sagte Annalena Müllers Sprecher am Mittwochabend in Berlin.")
    ids = [START, *(number for number, _, _ in cut), END]
    given = dequantised(words["scales"][ids], words["bytes"][ids])
    with torch.no_grad():
        exact = [part.numpy() for part in model(torch.tensor(given))]
    found = session(path).run(None, {"words": given})
    print(
        "int8 against float32, mean cosine of scores and states:",
        *(f"{cosine(a, b):.4f}" for a, b in zip(found, exact, strict=True)),
    )


if __name__ == "__main__":
    main()
