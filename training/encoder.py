"""Make the shipped encoder: `python -m training.encoder` writes pieces.json, words.npy, middle.onnx and meaning.onnx.

Nothing is trained here: `--trained` takes checkpoints of `training.facts`, of several the mean of their weights, and
writes the last two alone: the lower six layers and the upper six, because `training.contradictions` goes on from the
states between them. The word embeddings keep their original 4 bits and stand in a file of their own, as the names model
uses the same table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from training.digests import write_digests
from training.export import OneText, Part, cosine, export, sample, session
from training.model import Encoder, Telling
from training.original import Original, dequantised, model_file, read_original
from training.outliers import split_outliers
from training.vocabulary import arguments, chosen, write_pieces
from tui.language.encoder import PREFIX
from tui.language.encoder_pieces import END, START, Pieces

MIDDLE = 6
"""The layer whose states go into the upper half."""

UPPER = 12
"""The layer whose states say what the words of a text mean."""


def kept_words(original: Original, keep: list[int]) -> npt.NDArray[np.void]:
    """The kept rows of the word embeddings as records of 12 scales and 12 x 16 bytes."""
    kind = np.dtype([("scales", "<f2", (original.hidden // 32,)), ("bytes", "u1", (original.hidden // 32, 16))])
    words = np.empty(len(keep), kind)
    words["scales"], words["bytes"] = original.word_scales[keep], original.word_nibbles[keep]
    return words


def put(part: nn.Module, prefix: str, checkpoints: Sequence[Mapping[str, Tensor]]) -> None:
    """Let a part have the mean of some checkpoints' weights; what they do not hold stays as it is."""
    with torch.no_grad():
        for name, parameter in part.named_parameters():
            found = [state[f"{prefix}.{name}"] for state in checkpoints if f"{prefix}.{name}" in state]
            if found:
                parameter.copy_(torch.stack(found).mean(0))


def main() -> None:
    """Write the files and print how well int8 agrees with float32."""
    parser = arguments(__doc__)
    parser.add_argument("--size", type=int, default=34_000, help="pieces to keep")
    parser.add_argument("--trained", type=Path, nargs="*", default=[], help="checkpoints of training.facts")
    options = parser.parse_args()
    original = read_original(model_file())
    if not options.trained:
        keep = chosen(original, options.data, options.size)
        write_pieces(original, keep, options.out / "pieces.json")
        np.save(options.out / "words.npy", kept_words(original, keep))
    encoder, telling = Encoder(original), Telling(original.hidden)
    trained = [torch.load(path) for path in options.trained]
    put(encoder, "encoder", trained)
    put(telling, "telling", trained)
    model = OneText(encoder, (UPPER,), telling).eval()
    split_outliers(list(encoder.layers), model, sample(options.out, PREFIX))
    hidden = original.hidden
    export(Part(encoder, 0, MIDDLE).eval(), ("middle",), options.out / "middle.onnx", {"words": hidden})
    upper = Part(encoder, MIDDLE, UPPER, telling).eval()
    export(upper, ("telling", "upper"), options.out / "meaning.onnx", {"middle": hidden})
    write_digests(options.out)
    pieces, words = Pieces.load(options.out / "pieces.json"), np.load(options.out / "words.npy")
    text = "query: Die Bundesregierung ist zerbrochen, sagte der Minister am Mittwochabend in Berlin."
    ids = [START, *(number for number, _, _ in pieces.cut(text)), END]
    given = dequantised(words["scales"][ids], words["bytes"][ids])
    (middle,) = session(options.out / "middle.onnx").run(None, {"words": given})
    (states,) = session(options.out / "meaning.onnx").run(("upper",), {"middle": middle})
    with torch.no_grad():
        _, exact = model(torch.tensor(given))
    print(f"int8 against float32, mean cosine of token states: {cosine(states, exact.numpy()):.4f}")


if __name__ == "__main__":
    main()
