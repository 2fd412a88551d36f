"""How a query's words stand together: which of them are asked for at once, how near and in which order they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from tui.library.search.matching import Pair

LEAST = 0.25
"""Share of a query's weight below which a document is never a match."""
_ALL_SUBSETS = 5
"""Up to so many words all their subsets are tried, of longer queries only the likely ones."""


def subsets(places: Sequence[int], demands: Sequence[float]) -> list[tuple[float, tuple[int, ...]]]:
    """Which words are to be found together, with the share of the query's weight they have, the weightiest first.

    Args:
        places: the words of the query that stand in any document.
        demands: for each word of the query how rare it is and how surely it is meant.
    """
    if not places:
        return []
    ordered = sorted(places, key=lambda place: -demands[place])
    if len(ordered) <= _ALL_SUBSETS:
        several = [subset for size in range(len(ordered), 0, -1) for subset in combinations(ordered, size)]
    else:
        several = [tuple(ordered)]
        several += [tuple(place for place in ordered if place != left_out) for left_out in reversed(ordered)]
        several += [tuple(ordered[:size]) for size in range(len(ordered) - 2, 0, -1)]
    whole = sum(demands[place] for place in ordered) or 1.0
    shares = ((sum(demands[place] for place in subset) / whole, subset) for subset in several)
    return sorted(((share, subset) for share, subset in shares if share >= LEAST), key=lambda pair: -pair[0])


def paired(places: Sequence[tuple[int, int]], pair: Pair) -> float:
    """How well the two parts of a typed compound stand in a document."""
    firsts = {place for place, number in places if number in pair.first}
    seconds = {place for place, number in places if number in pair.second}
    if any(place + 1 in seconds for place in firsts):
        return 0.95
    return 0.8 if pair.loose and firsts and seconds else 0.0


def togetherness(seen: Sequence[tuple[int, int]], matched: int, words: int) -> float:
    """Up to 0.2 for words that stand near each other and in the order typed.

    Args:
        seen: places in the document and the query's words they serve, by place.
        matched: how many words of the query stand in the document.
        words: how many the query has.
    """
    if matched < 2:
        return 0.0
    counts: dict[int, int] = {}
    left, shortest = 0, 1 << 30
    for place, word in seen:
        counts[word] = counts.get(word, 0) + 1
        while len(counts) == matched:
            start, first = seen[left]
            shortest = min(shortest, place - start)
            counts[first] -= 1
            if not counts[first]:
                del counts[first]
            left += 1
    here = set(seen)
    follows = sum(
        1
        for word in range(words - 1)
        if any((place + 1, word + 1) in here or (place, word + 1) in here for place, other in seen if other == word)
    )
    near = (matched - 1) / max(matched - 1, shortest)
    return 0.12 * near * matched / words + 0.08 * follows / (words - 1)
