"""Make the shipped encoder: `python -m training.encoder` writes pieces.json, words.npy and meaning.onnx.

Nothing is trained here. The word embeddings keep their original 4 bits and stand in a file of their own, because the
names model uses the same table.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch

from training.digests import write_digests
from training.export import OneText, cosine, export, session
from training.model import Encoder
from training.original import Original, dequantised, model_file, read_original
from training.vocabulary import arguments, chosen, write_pieces
from tui.language.encoder_pieces import END, START, Pieces

LOWER, UPPER = 11, 12
"""Layers whose states come out (token MaxSim compares sentences in context by the one, alone by the other)."""


def kept_words(original: Original, keep: list[int]) -> npt.NDArray[np.void]:
    """The kept rows of the word embeddings as records of 12 scales and 12 x 16 bytes."""
    kind = np.dtype([("scales", "<f2", (original.hidden // 32,)), ("bytes", "u1", (original.hidden // 32, 16))])
    words = np.empty(len(keep), kind)
    words["scales"], words["bytes"] = original.word_scales[keep], original.word_nibbles[keep]
    return words


def main() -> None:
    """Write the three files and print how well they agree with the original."""
    parser = arguments(__doc__)
    parser.add_argument("--size", type=int, default=34_000, help="pieces to keep")
    options = parser.parse_args()
    original = read_original(model_file())
    keep = chosen(original, options.data, options.size)
    write_pieces(original, keep, options.out / "pieces.json")
    words = kept_words(original, keep)
    np.save(options.out / "words.npy", words)
    model = OneText(Encoder(original).eval(), (UPPER, LOWER)).eval()
    export(model, ("upper", "lower"), options.out / "meaning.onnx")

    write_digests(options.out)
    pieces = Pieces.load(options.out / "pieces.json")
    text = "query: Die Bundesregierung ist zerbrochen, sagte der Minister am Mittwochabend in Berlin."
    ids = [START, *(number for number, _, _ in pieces.cut(text)), END]
    given = dequantised(words["scales"][ids], words["bytes"][ids])
    upper, lower = session(options.out / "meaning.onnx").run(None, {"words": given})
    with torch.no_grad():
        exact_upper, exact_lower = (x.numpy() for x in model(torch.tensor(given)))
    print(f"int8 against float32, mean cosine of token states: upper {cosine(upper, exact_upper):.4f}", end=" ")
    print(f"lower {cosine(lower, exact_lower):.4f}")


if __name__ == "__main__":
    main()
