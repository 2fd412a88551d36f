"""Two sentences read together: whether they contradict each other, and in which words.

The sentences are read apart up to layer 6 and together from there on (DeFormer, Cao et al. 2020, ACL): what only one of
them says costs nothing a second time. Beside that each piece is compared with its like in the other sentence, as the
encoder's upper layers see it (after ESIM, Chen et al. 2017). `training/contradictions.py` trains both. Nothing heavy is
imported before `load_pair_reader` is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from tui.language.encoder import PREFIX
from tui.language.encoder_pieces import END, START, Pieces
from tui.language.encoder_weights import Words, digest, load_pieces, load_words, open_model

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

MOST_PIECES = 200
"""Pieces of a sentence that are read; what comes after them is left out."""

REMEMBERED = 400
"""Sentences whose states are kept, as each is read with several others."""

_MODELS = "middle.onnx", "meaning.onnx", "contradiction.onnx"

Place = tuple[int, int, float]
"""Begin and end of a word piece in its sentence, in code points, and the log odds that it is in contradiction."""


@dataclass(frozen=True, slots=True)
class PairReading:
    """What reading two sentences together gives."""

    log_odds: float
    """Of a contradiction, on the scale of the training; `tui.comparison` says what is shown."""
    first: tuple[Place, ...]
    """The pieces of the first sentence."""
    second: tuple[Place, ...]
    """The pieces of the second sentence."""


class PairReader(Protocol):
    """What the comparison needs of a reader of pairs."""

    @property
    def name(self) -> str:
        """Names the reader and its weights in keys of caches."""

    def read(self, first: str, second: str) -> PairReading:
        """Read two sentences together; their order does not matter much. Called by several threads at once."""


class ShippedPairReader:
    """The reader whose weights come with the program, run by onnxruntime one pair at a time."""

    def __init__(self, lower: Any, upper: Any, together: Any, pieces: Pieces, words: Words, name: str) -> None:
        """Take the opened models of the encoder's halves and of two sentences; `load_pair_reader` does so."""
        self._lower, self._upper, self._together = lower, upper, together
        self._pieces, self._words, self._name = pieces, words, name
        self._prefix = [number for number, _, _ in pieces.cut(PREFIX)]
        self._half = lru_cache(REMEMBERED)(self._read_half)

    @property
    def name(self) -> str:
        """The model and a digest of its files."""
        return self._name

    def read(self, first: str, second: str) -> PairReading:
        """Read two sentences together."""
        import numpy as np

        sides = self._half(first), self._half(second)
        middle, upper = (np.concatenate([half[layer] for half in sides]) for layer in (1, 2))
        count = len(sides[0][1])
        side = np.zeros((len(middle), 1), np.float32)
        side[count:] = 1.0
        odds, words = self._together.run(("odds", "words"), {"middle": middle, "upper": upper, "second": side})
        odds_of_words = words[:, 0].tolist()
        return PairReading(
            float(odds[0, 0]),
            _placed(sides[0][0], odds_of_words[1:count]),
            _placed(sides[1][0], odds_of_words[count + 1 :]),
        )

    def _read_half(self, text: str) -> tuple[list[tuple[int, int]], Floats, Floats]:
        """Places of the pieces, and the states of the first special piece and of these, (pieces + 1, 384), twice.

        First those of layer 6, then what the upper layers make of them.
        """
        import numpy as np

        cut = self._pieces.cut(text)[:MOST_PIECES]
        given = self._words.rows([START, *self._prefix, *(number for number, _, _ in cut), END])
        (states,) = self._lower.run(("middle",), {"words": given})
        middle = np.concatenate([states[:1], states[1 + len(self._prefix) : -1]])
        (upper,) = self._upper.run(("upper",), {"middle": middle})
        return [(begin, end) for _, begin, end in cut], middle, upper


def _placed(places: Sequence[tuple[int, int]], odds: Sequence[float]) -> tuple[Place, ...]:
    return tuple((begin, end, value) for (begin, end), value in zip(places, odds, strict=True))


def load_pair_reader() -> PairReader:
    """Open the shipped reader.

    Raises:
        EncoderMissing: The weights are not there or cannot be run.
    """
    name = f"contradictions-{digest('pieces.json', 'words.npy', *_MODELS)}"
    lower, upper, together = (open_model(model) for model in _MODELS)
    return ShippedPairReader(lower, upper, together, load_pieces(), load_words(), name)
