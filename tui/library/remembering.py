"""Encoders and readers that remember what they read, so that a story compared again costs no second reading.

The same sentences are encoded again after each of the reader's decisions and when an article joins a story; encoding
is most of a comparison's time. The memory is bounded and ends with the process: vectors are never stored.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.language.encoder import Encoder, TokenStates
    from tui.language.pair_reader import PairReader, PairReading

MOST_BYTES = 200_000_000
"""Enough for a story of 50 articles of 40 sentences, each read alone and with its neighbours."""


class RememberingEncoder:
    """An encoder in front of another one."""

    def __init__(self, encoder: Encoder, most: int = MOST_BYTES) -> None:
        """Remember up to so many bytes of vectors, the texts used last."""
        self._encoder = encoder
        self._most = most
        self._size = 0
        self._lock = Lock()
        self._known: OrderedDict[str, TokenStates] = OrderedDict()

    @property
    def name(self) -> str:
        """Name of the encoder behind it."""
        return self._encoder.name

    def states(self, text: str) -> TokenStates:
        """The states of a text's tokens, see `tui.language.encoder.Encoder`; not to be changed by the caller."""
        with self._lock:
            if text in self._known:
                self._known.move_to_end(text)
                return self._known[text]
        states = self._encoder.states(text)
        found = replace(states, upper=states.upper.astype("float16"))  # as exact as the comparison reads them
        with self._lock:
            if text not in self._known:
                self._known[text] = found
                self._size += _bytes(found)
            while self._size > self._most and len(self._known) > 1:
                _, oldest = self._known.popitem(last=False)
                self._size -= _bytes(oldest)
        return found


MOST_PAIRS = 20_000
"""Pairs of sentences whose reading is kept; about 2 kB each."""


class RememberingPairReader:
    """A reader of pairs in front of another one."""

    def __init__(self, reader: PairReader, most: int = MOST_PAIRS) -> None:
        """Remember up to so many pairs, those read last."""
        self._reader = reader
        self._read = lru_cache(most)(reader.read)

    @property
    def name(self) -> str:
        """Name of the reader behind it."""
        return self._reader.name

    def read(self, first: str, second: str) -> PairReading:
        """What reading two sentences together gives, see `tui.language.pair_reader.PairReader`."""
        return self._read(first, second)


def _bytes(states: TokenStates) -> int:
    return int(states.upper.nbytes + states.offsets.nbytes + states.ids.nbytes + states.telling.nbytes)
