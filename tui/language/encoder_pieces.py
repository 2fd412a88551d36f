"""Cut a text into the word pieces of the encoder's vocabulary, with code-point offsets into the text as given.

A unigram model (Kudo 2018, arXiv 1804.10959) solved word by word: no piece spans a space, so that cutting at spaces is
exact, and words come back so often that remembering them makes plain Python fast enough and saves a dependency.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

START, PAD, END, UNKNOWN = 0, 1, 2, 3
"""Ids of the special pieces; texts are framed by START and END."""

MARK = "\u2581"
"""Stands for the space before a word."""

_REMEMBERED = 60_000
"""Words kept; about 12 MB when full."""

Piece = tuple[int, int, int]
"""Id, and the code points of the text that the piece covers (end exclusive, without the space before it)."""


class Pieces:
    """The vocabulary and the search for the likeliest cut.

    Args:
        pieces: The vocabulary by id; ids 0 to 3 are the special pieces.
        scores: Log probability of each piece.
        normalisations: Replacement of single code points, spaces for all white space among them.
    """

    def __init__(self, pieces: Sequence[str], scores: Sequence[float], normalisations: Mapping[str, str]) -> None:
        """Index the vocabulary."""
        self._scored = {
            piece: (score, number) for number, (piece, score) in enumerate(zip(pieces, scores, strict=True))
        }
        for special in pieces[:4]:
            del self._scored[special]
        self._longest = max(map(len, self._scored), default=1)
        self._unknown = min(scores, default=0.0) - 10.0
        self._normalisations = dict(normalisations)
        self._words: dict[str, tuple[tuple[int, int], ...]] = {}

    @classmethod
    def load(cls, path: Path) -> Pieces:
        """Read a vocabulary file (JSON with ``pieces``, ``scores`` and ``normalisations``)."""
        content = json.loads(path.read_text("utf-8"))
        return cls(content["pieces"], content["scores"], content["normalisations"])

    def cut(self, text: str) -> list[Piece]:
        """The text's pieces in order, without special ones. White space has none; neither have ignorable characters."""
        found: list[Piece] = []
        for word, begins, ends in self._normalised_words(text):
            known = self._words.get(word)
            if known is None:
                if len(self._words) >= _REMEMBERED:
                    self._words.clear()
                known = self._words[word] = tuple(self._best(MARK + word))
            at = -1  # The word's mark, which covers nothing of the text.
            for number, length in known:
                first, at = max(at, 0), at + length
                found.append((number, begins[first], ends[at - 1] if at else begins[0]))
        return found

    def _normalised_words(self, text: str) -> Iterator[tuple[str, Sequence[int], Sequence[int]]]:
        """Words of the normalised text, each with where its characters begin and end in the text."""
        if text.isascii() and text.isprintable():
            at = 0
            for word in text.split(" "):
                after = at + len(word)
                if word:
                    yield word, range(at, after), range(at + 1, after + 1)
                at = after + 1
            return
        word, begins, ends = "", [], []
        for begin, end, replacement in self._normalised(text):
            for character in replacement:
                if character != " ":
                    word += character
                    begins.append(begin)
                    ends.append(end)
                elif word:
                    yield word, begins, ends
                    word, begins, ends = "", [], []
        if word:
            yield word, begins, ends

    def _normalised(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Begin, end and replacement of each character; a letter and the accents after it count as one."""
        composed = unicodedata.is_normalized("NFC", text)
        replaced = self._normalisations
        at, length = 0, len(text)
        while at < length:
            stop = at + 1
            if not composed:
                while stop < length and unicodedata.combining(text[stop]):
                    stop += 1
            group = text[at:stop] if stop == at + 1 else unicodedata.normalize("NFC", text[at:stop])
            yield at, stop, "".join(replaced.get(character, character) for character in group)
            at = stop

    def _best(self, word: str) -> list[tuple[int, int]]:
        """Id and length of each piece of the likeliest cut of a word with its mark; unknown characters stand alone."""
        length = len(word)
        best = [0.0] + [-1e30] * length
        came: list[tuple[int, int]] = [(UNKNOWN, 0)] * (length + 1)
        for begin in range(length):
            here = best[begin]
            for stop in range(begin + 1, min(begin + self._longest, length) + 1):
                entry = self._scored.get(word[begin:stop])
                if entry is not None and here + entry[0] > best[stop]:
                    best[stop], came[stop] = here + entry[0], (entry[1], begin)
            if here + self._unknown > best[begin + 1]:
                best[begin + 1], came[begin + 1] = here + self._unknown, (UNKNOWN, begin)
        cut: list[tuple[int, int]] = []
        at = length
        while at:
            number, begin = came[at]
            cut.append((number, at - begin))
            at = begin
        return cut[::-1]
