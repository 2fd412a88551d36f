"""Looking words up: by beginning, by end, by a part, and by likeness.

A library has hundreds of thousands of different words; each lookup here reads a small part of them, found by halving a
sorted list, so that it takes single milliseconds.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence


def in_order(words: Iterable[str]) -> list[str]:
    """The words sorted, in many small pieces: one long sort would stop the interface's thread meanwhile."""
    heaps: dict[str, list[str]] = {}
    for word in words:
        heaps.setdefault(word[:2], []).append(word)
    found: list[str] = []
    for beginning in sorted(heaps):
        found += sorted(heaps[beginning])
    return found


def _places(words: Sequence[str]) -> array[int]:
    found = array("I", bytes(4 * len(words)))
    place = 0
    for number, word in enumerate(words):
        found[number] = place
        place += len(word) + 1
    return found


class Vocabulary:
    """Sorted folded words; a word's number is its place."""

    __slots__ = ("backwards", "joined", "places", "words")

    def __init__(
        self, words: Sequence[str], backwards: Sequence[int] | None = None, places: Sequence[int] | None = None
    ) -> None:
        """Prepares the lookups.

        Args:
            words: in order, without repetition.
            backwards: numbers of the words in the order of their letters read backwards; None: found here.
            places: where each word begins in all of them joined by line ends; None: found here.
        """
        self.words = words
        self.joined = "\n".join(words)
        if backwards is None:
            turned = {word[::-1]: number for number, word in enumerate(words)}
            backwards = array("I", [turned[word] for word in in_order(turned)])
        self.backwards = backwards
        self.places = _places(words) if places is None else places

    def number(self, word: str) -> int:
        """The number of a word, -1 where it is unknown."""
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else -1

    def starting(self, beginning: str) -> range:
        """Numbers of the words with a beginning."""
        first = bisect_left(self.words, beginning)
        return range(first, bisect_left(self.words, beginning + "\U0010ffff", first))

    def ending(self, end: str) -> Sequence[int]:
        """Numbers of the words with an end."""
        turned = end[::-1]

        def backwards(number: int) -> str:
            return self.words[number][::-1]

        first = bisect_left(self.backwards, turned, key=backwards)
        return self.backwards[first : bisect_left(self.backwards, turned + "\U0010ffff", first, key=backwards)]

    def containing(self, part: str, most: int) -> list[int]:
        """Numbers of words with a part anywhere, at most so many."""
        found: list[int] = []
        place = self.joined.find(part)
        while place >= 0 and len(found) < most:
            number = bisect_right(self.places, place) - 1
            found.append(number)
            place = self.joined.find(part, self.places[number] + len(self.words[number]))
        return found

    def resembling(self, word: str, errors: int) -> list[tuple[int, int]]:
        """Words that differ by few typing errors (optimal string alignment: a swap of neighbours is one error).

        Only words are compared that share the beginning, the end or, where these give nothing, the middle third; with
        two errors one third stays whole, so little is missed.

        Returns:
            Pairs of number and errors.
        """
        third = max(2, len(word) // (errors + 1))
        low, high = len(word) - errors, len(word) + errors
        near = [n for n in self.starting(word[:third]) if low <= len(self.words[n]) <= high]
        seen = set(near)
        near += [n for n in self.ending(word[-third:]) if n not in seen and low <= len(self.words[n]) <= high]
        found = self._within(word, near, errors)
        if not found and errors > 1 and third > 2:
            middle = self.containing(word[third : 2 * third], 4000)
            found = self._within(word, [n for n in middle if low <= len(self.words[n]) <= high], errors)
        return found

    def beginning_like(self, part: str, errors: int) -> list[tuple[int, int]]:
        """Words whose beginning is a part with few errors, for a word that is still being typed.

        Returns:
            Pairs of number and errors.
        """
        candidates = [n for n in self.starting(part[: max(2, len(part) // 2)]) if len(self.words[n]) >= len(part)]
        best: dict[int, int] = {}
        for size in (len(part), len(part) + 1, len(part) - 1):
            for number, distance in self._within(part, candidates, errors, size):
                best[number] = min(distance, best.get(number, distance))
        return list(best.items())

    def _within(self, word: str, numbers: Sequence[int], errors: int, size: int | None = None) -> list[tuple[int, int]]:
        # 30 ms to import, so only when somebody searches.
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        choices = [self.words[number][:size] for number in numbers]
        found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=errors, limit=None)
        return [(numbers[place], int(apart)) for _, apart, place in found]
