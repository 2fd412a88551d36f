"""Turn a PyTorch encoder into the int8 file that onnxruntime runs."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.model import Encoder
from training.original import dequantised
from training.outliers import PARTS
from training.stories import read_marked, story_paths
from tui.language.encoder_pieces import END, START, Pieces


class OneText(nn.Module):
    """The encoder over a single text without a batch dimension: batching does not help onnxruntime here."""

    def __init__(self, encoder: Encoder, layers: Sequence[int], head: nn.Module | None = None) -> None:
        """Say which layers' states come out, and the head over the last one, if there is one."""
        super().__init__()
        self.encoder, self.layers, self.head = encoder, layers, head

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        """Word embeddings (length, hidden) to the head's output, if any, and states (length, hidden) of the layers."""
        states = self.encoder(words[None])
        chosen = tuple(states[layer][0] for layer in self.layers)
        return chosen if self.head is None else (self.head(states[-1][0]), *chosen)


class Part(nn.Module):
    """Some layers of the encoder over a single text; the first ones take word embeddings, the others states."""

    def __init__(self, encoder: Encoder, first: int, last: int, head: nn.Module | None = None) -> None:
        """Say which layers, counted from 0, the last exclusive, and the head over the last one, if there is one."""
        super().__init__()
        self.encoder, self.first, self.last, self.head = encoder, first, last, head

    def forward(self, given: Tensor) -> tuple[Tensor, ...]:
        """(length, hidden) to the head's output, if any, and the states (length, hidden) of the last layer."""
        encoder, states = self.encoder, given[None]
        if not self.first:
            states = encoder.embedded(states)
        for layer in list(encoder.layers)[self.first : self.last]:
            states = layer(states, None)
        return (states[0],) if self.head is None else (self.head(states[0]), states[0])


def sample(folder: Path, prefix: str = "") -> list[Tensor]:
    """Word embeddings of the sentences of an invented story, to see which channels are large.

    Args:
        folder: Where pieces.json and words.npy stand.
        prefix: What the program puts before every text.
    """
    pieces, words = Pieces.load(folder / "pieces.json"), np.load(folder / "words.npy")
    found = []
    for article in read_marked(story_paths()[1][0]).articles:
        for line in filter(None, article.lines):
            ids = [START, *(number for number, _, _ in pieces.cut(prefix + line.text)), END]
            found.append(torch.tensor(dequantised(words["scales"][ids], words["bytes"][ids])))
    return found


def export(
    model: nn.Module, names: Sequence[str], path: Path, given: Mapping[str, int], whole: Sequence[str] = ()
) -> None:
    """Write an ONNX file whose matrices are int8, quantised per channel; activations are quantised as they come.

    Products that `outliers.split_outliers` has put apart stay float32.

    `reduce_range` keeps the weights to 7 bits, which processors without VNNI need to avoid saturation.

    Args:
        model: In evaluation mode, float32.
        names: Of the outputs, in order, each with a row for every piece.
        path: Where the file goes.
        given: Names of the inputs, in order, and their widths.
        whole: Outputs of one row for the whole text.
    """
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            model,
            tuple(torch.ones(7, width) for width in given.values()),
            str(plain),
            input_names=list(given),
            output_names=list(names),
            dynamic_axes={name: {0: "length"} for name in (*given, *names) if name not in whole},
            opset_version=17,
            dynamo=False,
        )
        apart = tuple(f"/{part}/MatMul" for part in PARTS)
        quantize_dynamic(
            plain,
            path,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=[node.name for node in onnx.load(plain).graph.node if node.name.endswith(apart)],
        )


def session(path: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    """A file opened as the program opens it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def cosine(one: npt.NDArray[np.float32], other: npt.NDArray[np.float32]) -> float:
    """Mean cosine of the rows."""
    norms = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    return float(np.mean(np.sum(one * other, axis=1) / norms))
