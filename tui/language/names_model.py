"""Read the words of a text with the names model: scores of tags and states for every word, in one pass.

Words are read in windows of neighbouring sentences, because context helps and because a text of one sentence costs
nearly as much as one of two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tui.language.encoder import LONGEST, windows
from tui.language.encoder_pieces import END, START, Pieces
from tui.language.encoder_weights import Words, load_pieces, load_words, open_model
from tui.language.names_decode import TAGS
from tui.language.side_by_side import side_by_side

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Span = tuple[int, int]

STATES = ("middle", "upper")
"""The layers whose states the tagger reads; outputs of the file beside `scores`."""


@dataclass(frozen=True, slots=True)
class WordReadings:
    """What the model says of n words."""

    scores: npt.NDArray[np.float32]
    """(n, tags) unnormalised scores of the tags of `names_decode`; only 'outside' is possible for words that the
    encoder does not see, such as white space."""
    states: npt.NDArray[np.float32]
    """(n, 1536) states of the first piece and of the last piece of each word, of two layers each; zero where the
    encoder sees nothing."""


class NamesModel:
    """The names model, opened."""

    def __init__(self, model: Any, pieces: Pieces, words: Words) -> None:
        """Take an opened session and the tables that it shares with the meaning encoder."""
        self._model, self._pieces, self._words = model, pieces, words

    def read(
        self,
        text: str,
        words: Sequence[Span],
        sentence_ends: Sequence[int],
        room: int,
        paragraph_ends: Sequence[int] = (),
    ) -> WordReadings:
        """Read the words of a text.

        Args:
            text: Anything.
            words: Code points of the words, in order and not overlapping.
            sentence_ends: Numbers of the words that follow the last one of a sentence, in order; windows end there
                where they can.
            room: Pieces that a window should hold at most; a longer sentence is a window of its own.
            paragraph_ends: Numbers of the words that follow the last one of a paragraph, in order; no window goes
                beyond, for what stands there may be of something else.
        """
        import numpy as np

        scores = np.full((len(words), len(TAGS)), -1e4, np.float32)
        scores[:, 0] = 0.0
        states = np.zeros((len(words), 4 * 384), np.float32)
        if not words:
            return WordReadings(scores, states)
        origin = words[0][0]
        cut = self._pieces.cut(text[origin : words[-1][1]])
        if not cut:
            return WordReadings(scores, states)
        begins = np.array([begin for _, begin, _ in cut]) + origin
        ends = np.array([end for _, _, end in cut]) + origin
        spans = np.array(words)
        first = np.searchsorted(ends, spans[:, 0], "right")
        last = np.searchsorted(begins, spans[:, 1], "left") - 1
        seen = (first < len(cut)) & (last >= first)
        stops = [int(first[end]) if end < len(words) else len(cut) for end in sentence_ends]
        walls = [int(first[end]) if end < len(words) else len(cut) for end in paragraph_ends]
        outputs = self._outputs([number for number, _, _ in cut], _grouped(stops, len(cut), room, walls))
        scores[seen] = outputs[0][first[seen]]
        layers = [layer[place[seen]] for place in (first, last) for layer in outputs[1:]]
        states[seen] = np.concatenate(layers, axis=1)
        return WordReadings(scores, states)

    def _outputs(self, ids: list[int], groups: Sequence[Span]) -> list[npt.NDArray[np.float32]]:
        """The model's outputs for all pieces, group by group."""
        import numpy as np

        def read(window: tuple[int, int, int, int]) -> list[npt.NDArray[np.float32]]:
            begin, end, first, last = window
            given = self._words.rows([START, *ids[begin:end], END])
            found = self._model.run(("scores", *STATES), {"words": given})
            return [output[1 + first - begin : 1 + last - begin] for output in found]

        cut = [
            (start + begin, start + end, start + first, start + last)
            for start, stop in groups
            for begin, end, first, last in windows(stop - start, LONGEST)
        ]
        return [np.concatenate(outputs) for outputs in zip(*side_by_side(read, cut), strict=True)]


def _grouped(stops: Sequence[int], count: int, room: int, walls: Sequence[int] = ()) -> list[Span]:
    """Neighbouring sentences put together while they fit; none across a wall.

    `stops` and `walls` are the pieces that follow a sentence's or a paragraph's last one.
    """
    groups: list[Span] = []
    start = previous = 0
    hard = {*walls, count}
    for stop in sorted({*stops, *walls, count}):
        if stop - start > room and previous > start:
            groups.append((start, previous))
            start = previous
        previous = max(previous, stop)
        if stop in hard and stop > start:
            groups.append((start, stop))
            start = previous = stop
    return groups


@cache
def load_names_model() -> NamesModel:
    """Open the shipped names model, once.

    Raises:
        EncoderMissing: The weights are not there or cannot be run.
    """
    return NamesModel(open_model("names.onnx"), load_pieces(), load_words())
