"""The inverted index: which passages hold a word, and which words a passage holds.

Flat arrays of 32-bit numbers instead of lists of objects, because a library has millions of words. Sets of passages are
integers with one byte a passage: union, intersection and counting are single operations on them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from tui.library.search.folding import TOKEN, fold
from tui.library.search.vocabulary import Vocabulary, in_order

Flags = int
"""A set of documents: byte number n of the integer is 1 where document n belongs to it."""


_STEP = 50_000
"""How many numbers are worked through at a stretch: one long call would stop the interface's thread meanwhile."""


class Builder:
    """Takes texts one by one, so that a long build can be spread over time; ``finish`` makes the index."""

    def __init__(self) -> None:
        """Starts empty."""
        self._known: dict[str, int] = {}
        self._folded: dict[str, int] = {}
        self._tokens = array("I")
        self._bounds = array("I", [0])
        self._first = array("I")
        self._more: dict[int, array[int]] = {}

    def add(self, text: str) -> None:
        """Adds one document; documents are numbered from 0 in the order they come."""
        known = self._known
        document = len(self._bounds) - 1
        found = TOKEN.findall(text)
        try:
            numbers = [known[word] for word in found]
        except KeyError:
            numbers = [known[word] if word in known else self._learn(word, document) for word in found]
        self._tokens.extend(numbers)
        self._bounds.append(len(self._tokens))
        first, more = self._first, self._more
        for number in set(numbers):
            if first[number] != document:
                if number in more:
                    more[number].append(document)
                else:
                    more[number] = array("I", (document,))

    def _learn(self, word: str, document: int) -> int:
        folded = fold(word)
        number = self._folded.get(folded)
        if number is None:
            number = self._folded[folded] = len(self._first)
            self._first.append(document)
        self._known[word] = number
        return number

    def finish(self) -> Postings:
        """The index of all documents added so far."""
        vocabulary = in_order(self._folded)
        old = [self._folded[word] for word in vocabulary]
        rank = array("I", bytes(4 * len(old)))
        for new, number in enumerate(old):
            rank[number] = new
        flat = array("I")
        starts = array("I", [0])
        for number in old:
            flat.append(self._first[number])
            rest = self._more.get(number)
            if rest is not None:
                flat.extend(rest)
            starts.append(len(flat))
        tokens = array("I")
        for start in range(0, len(self._tokens), _STEP):
            tokens.extend(map(rank.__getitem__, self._tokens[start : start + _STEP]))
        return Postings(Vocabulary(vocabulary), flat, starts, tokens, array("I", self._bounds))


class Postings:
    """Immutable inverted and forward index over numbered documents."""

    __slots__ = ("bounds", "documents", "flat", "starts", "tokens", "vocabulary")

    def __init__(
        self,
        vocabulary: Vocabulary,
        flat: Sequence[int],
        starts: Sequence[int],
        tokens: Sequence[int],
        bounds: Sequence[int],
    ) -> None:
        """Takes what `Builder.finish` has put together, or what was kept of it in a file."""
        self.vocabulary = vocabulary
        """Folded words; a word's number is its place among them."""
        self.flat = flat
        self.starts = starts
        self.tokens = tokens
        self.bounds = bounds
        self.documents = len(bounds) - 1

    def frequency(self, word: int) -> int:
        """In how many documents a word stands."""
        return self.starts[word + 1] - self.starts[word]

    def having(self, word: int) -> Sequence[int]:
        """The documents of a word, ascending."""
        return self.flat[self.starts[word] : self.starts[word + 1]]

    def content(self, document: int) -> Sequence[int]:
        """The words of a document in their order."""
        return self.tokens[self.bounds[document] : self.bounds[document + 1]]

    def any_of(self, words: Iterable[int], most: int = 1 << 62) -> Flags:
        """The documents that hold one of the words, reading at most so many entries."""
        flags = bytearray(self.documents)
        left = most
        for word in words:
            start, end = self.starts[word], self.starts[word + 1]
            for document in self.flat[start : min(end, start + left)]:
                flags[document] = 1
            left -= end - start
            if left <= 0:
                break
        return int.from_bytes(flags, "little")

    def members(self, flags: Flags, most: int) -> list[int]:
        """The first documents of a set, ascending, at most so many."""
        data = flags.to_bytes(self.documents, "little")
        found: list[int] = []
        place = data.find(1)
        while place >= 0 and len(found) < most:
            found.append(place)
            place = data.find(1, place + 1)
        return found


def flags_of(documents: Iterable[int], size: int) -> Flags:
    """A set of documents from their numbers.

    Args:
        documents: numbers below ``size``.
        size: how many documents there are.
    """
    flags = bytearray(size)
    for document in documents:
        flags[document] = 1
    return int.from_bytes(flags, "little")


def flags_of_ranges(ranges: Sequence[tuple[int, int]], size: int) -> Flags:
    """A set of documents from ranges of their numbers, ends exclusive."""
    flags = bytearray(size)
    for start, end in ranges:
        flags[start:end] = b"\1" * (end - start)
    return int.from_bytes(flags, "little")


def build(texts: Iterable[str]) -> Postings:
    """The index of some texts."""
    builder = Builder()
    for text in texts:
        builder.add(text)
    return builder.finish()


__all__ = ["Builder", "Flags", "Postings", "build", "flags_of", "flags_of_ranges"]
