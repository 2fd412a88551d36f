"""Texts as vectors: one for each word piece, in which its meaning in this place stands.

The encoder is multilingual-e5-small (Wang et al. 2024, arXiv 2402.05672) with the pieces that German needs. Nothing
heavy is imported before `load_encoder` is called, because interfaces import this module for its types.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from tui.language.encoder_pieces import END, START, Piece, Pieces
from tui.language.encoder_weights import EncoderMissing, Words, digest, load_pieces, load_words, open_model

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["Encoder", "EncoderMissing", "TokenStates", "load_encoder", "windows"]

HIDDEN = 384
"""Length of a state."""

LONGEST = 510
"""Pieces that fit between the two special ones: the model has 512 positions."""

PREFIX = "query: "
"""The model was trained with it before every text that is compared with its like."""

_MARGIN = 48
"""Pieces of context that a window shares with its neighbours on either side."""


@dataclass(frozen=True, slots=True)
class TokenStates:
    """The pieces of a text and their states, without special pieces; n is the number of pieces."""

    offsets: npt.NDArray[np.int64]
    """(n, 2) code points of the text, end exclusive; equal where a piece stands for a space alone."""
    ids: npt.NDArray[np.int64]
    """(n,) numbers of the pieces in the encoder's own vocabulary."""
    upper: npt.NDArray[np.floating]
    """(n, 384) states of layer 12."""
    telling: npt.NDArray[np.floating]
    """(n,) how much a piece matters for which fact the text states: 0.0 to 2.0, 1.0 for the usual one."""


class Encoder(Protocol):
    """What the comparison needs of an encoder.

    Other packages may offer one (`tui.language.encoders`); its states have any width, the same for all texts.
    """

    @property
    def name(self) -> str:
        """Names the encoder and its weights in keys of caches."""

    def states(self, text: str) -> TokenStates:
        """The states of a text of any length, which begins with ``PREFIX``; called by several threads at once."""


def windows(count: int, room: int, margin: int = _MARGIN) -> list[tuple[int, int, int, int]]:
    """Cut a run of pieces into overlapping windows.

    Args:
        count: How many pieces there are.
        room: How many fit in one window.
        margin: How many of a window's pieces are context only, on each side where there is a neighbour.

    Returns:
        For each window its begin and end, and the begin and end of the stretch that it answers for. The stretches
        cover everything once.
    """
    if count <= room:
        return [(0, count, 0, count)]
    step = room - 2 * margin
    return [
        (max(0, begin - margin), min(count, begin + step + margin), begin, min(count, begin + step))
        for begin in range(0, count, step)
    ]


class ShippedEncoder:
    """The encoder whose weights come with the program, run by onnxruntime one text at a time.

    Batches would not make it faster, and texts of one length alone give the same states on every machine.
    """

    def __init__(self, lower: Any, upper: Any, pieces: Pieces, words: Words, name: str) -> None:
        """Take the opened models of the lower and the upper layers; `load_encoder` does so."""
        self._lower, self._upper, self._pieces, self._words, self._name = lower, upper, pieces, words, name
        self._prefix = [number for number, _, _ in pieces.cut(PREFIX)]

    @property
    def name(self) -> str:
        """The model and a digest of its files."""
        return self._name

    def states(self, text: str) -> TokenStates:
        """The states of a text, which is read in windows where it is longer than 510 pieces."""
        import numpy as np

        cut: Sequence[Piece] = self._pieces.cut(text)
        if not cut:
            none = np.empty((0, HIDDEN), np.float32)
            return TokenStates(np.empty((0, 2), np.int64), np.empty(0, np.int64), none, none[:, 0])
        ids = [number for number, _, _ in cut]
        uppers, factors = [], []
        skip = 1 + len(self._prefix)
        for begin, end, first, last in windows(len(cut), LONGEST - len(self._prefix)):
            given = self._words.rows([START, *self._prefix, *ids[begin:end], END])
            (middle,) = self._lower.run(("middle",), {"words": given})
            upper, telling = self._upper.run(("upper", "telling"), {"middle": middle})
            own = slice(skip + first - begin, skip + last - begin)
            uppers.append(upper[own])
            factors.append(telling[own, 0])
        return TokenStates(
            np.array([(begin, end) for _, begin, end in cut], np.int64),
            np.array(ids, np.int64),
            np.concatenate(uppers),
            np.concatenate(factors),
        )


def load_encoder() -> Encoder:
    """Open the shipped encoder.

    Raises:
        EncoderMissing: The weights are not there or cannot be run.
    """
    name = f"multilingual-e5-small-german-{digest('pieces.json', 'words.npy', 'middle.onnx', 'meaning.onnx')}"
    lower, upper = open_model("middle.onnx"), open_model("meaning.onnx")
    return ShippedEncoder(lower, upper, load_pieces(), load_words(), name)
