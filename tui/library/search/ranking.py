"""Finding documents for typed words: which ones are worth a look, and which of those is meant.

First whole sets of documents are combined, which costs little however many there are; then a few hundred are read word
by word and scored by how surely and how rarely their words match, how near each other and in which order they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log1p

from tui.library.search.closeness import paired, subsets, togetherness
from tui.library.search.matching import STRONG, Meaning, Pair, meaning
from tui.library.search.postings import Flags, Postings

LOOKED_AT = 300
"""Most documents that are scored; a hundred cost about two milliseconds."""
_READ = 40_000
"""Most entries of the index that are read for one typed word."""
_AS_GOOD = 0.55
"""Documents that hold less than this share of what the best ones hold of a query are no match."""
_CACHED = 32
"""Words of which the meaning is remembered, for the next letter that is typed."""

Neighbours = Callable[[int], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Sought:
    """A typed word with the documents that may hold it."""

    meaning: Meaning
    strong: Flags
    every: Flags
    rarity: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """Documents with their scores, best first, and how many match in all."""

    best: tuple[tuple[float, int], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a query's words may stand for in one collection of documents."""

    words: tuple[str, ...]
    table: dict[int, list[tuple[int, float]]]
    """For a word's number the places in the query that it serves, with weights."""
    pairs: tuple[tuple[int, Pair], ...]
    rarities: tuple[float, ...]
    sought: tuple[Sought, ...]


class Ranking:
    """Search over one collection of documents."""

    def __init__(self, postings: Postings) -> None:
        """Takes an index."""
        self.postings = postings
        self.vocabulary = postings.vocabulary
        self._seen: dict[tuple[str, bool, bool], Sought] = {}

    def plan(self, words: Sequence[str], typing: bool) -> Plan:
        """Looks every word of a query up, also joined with the next one."""
        last = len(words) - 1
        sought = [self._look_up(word, typing and place == last) for place, word in enumerate(words)]
        joined: dict[int, Sought] = {}
        for place in range(last):
            together = words[place] + words[place + 1]
            if 4 <= len(together) <= 40:
                found = self._look_up(together, typing and place + 1 == last, joined=True)
                if found.strong:
                    joined[place] = found
        table: dict[int, list[tuple[int, float]]] = {}
        for place, one in enumerate(sought):
            for number, weight in one.meaning.weights.items():
                table.setdefault(number, []).append((place, weight))
        for place, one in joined.items():
            for number, weight in one.meaning.weights.items():
                if weight >= 0.7:
                    table.setdefault(number, []).extend(((place, weight), (place + 1, weight)))
            for side in (place, place + 1):
                old = sought[side]
                every = old.every | one.strong
                sought[side] = Sought(old.meaning, old.strong | one.strong, every, self._rarity(one.strong, every))
        pairs = tuple((place, pair) for place, one in enumerate(sought) for pair in one.meaning.pairs)
        return Plan(tuple(words), table, pairs, tuple(one.rarity for one in sought), tuple(sought))

    def rank(
        self, plan: Plan, limit: int, allowed: Flags | None = None, neighbours: Neighbours | None = None
    ) -> Ranked:
        """The best documents of a plan.

        Args:
            plan: from `plan`, of this collection.
            limit: how many are wanted.
            allowed: only these, all where it is None.
            neighbours: documents that stand beside one in the same text; their words count a little.
        """
        candidates, total = self._candidates(plan, allowed)
        scored = sorted(((self._score(plan, document), document) for document in candidates), key=_best_first)
        if neighbours is not None and len(plan.words) > 1:
            head = scored[: 2 * limit]
            near = [(score + self._context(plan, document, neighbours(document)), document) for score, document in head]
            scored = sorted(near, key=_best_first)
        return Ranked(tuple(scored[:limit]), total)

    def _look_up(self, word: str, typing: bool, joined: bool = False) -> Sought:
        key = word, typing, joined
        found = self._seen.get(key)
        if found is None:
            meant = meaning(self.vocabulary, word, typing=typing, joined=joined)
            by_weight = sorted(meant.weights.items(), key=lambda item: -item[1])
            strong = self.postings.any_of((number for number, weight in by_weight if weight >= STRONG), _READ)
            weak = self.postings.any_of((number for number, weight in by_weight if weight < STRONG), _READ)
            every = strong | weak
            found = Sought(meant, strong or every, every, self._rarity(strong, every))
            while len(self._seen) >= _CACHED:
                # Another thread may have emptied it meanwhile.
                self._seen.pop(next(iter(self._seen), key), None)
            self._seen[key] = found
        return found

    def _rarity(self, strong: Flags, every: Flags) -> float:
        return log1p(self.postings.documents / max(1, (strong or every).bit_count()))

    def _candidates(self, plan: Plan, allowed: Flags | None) -> tuple[list[int], int]:
        present = [place for place, one in enumerate(plan.sought) if one.every]
        found: list[int] = []
        seen: Flags = 0
        sure = [max(one.meaning.weights.values(), default=0.0) for one in plan.sought]
        demands = [rarity * weight for rarity, weight in zip(plan.rarities, sure, strict=True)]
        least = 0.0
        for share, subset in subsets(present, demands):
            if share < least:
                break
            levels = [[plan.sought[place].strong for place in subset], [plan.sought[place].every for place in subset]]
            for level in levels:
                together = level[0]
                for flags in level[1:]:
                    together &= flags
                if allowed is not None:
                    together &= allowed
                new = together & ~seen
                if new:
                    least = least or _AS_GOOD * share
                    if len(found) < LOOKED_AT:
                        found += self.postings.members(new, LOOKED_AT - len(found))
                    seen |= new
        return found, seen.bit_count()

    def _score(self, plan: Plan, document: int) -> float:
        content = self.postings.content(document)
        table = plan.table
        places = [(place, number) for place, number in enumerate(content) if number in table]
        best = [0.0] * len(plan.words)
        seen: list[tuple[int, int]] = []
        for place, number in places:
            for word, weight in table[number]:
                seen.append((place, word))
                if weight > best[word]:
                    best[word] = weight
        if plan.pairs:
            places = list(enumerate(content))
        for word, pair in plan.pairs:
            best[word] = max(best[word], paired(places, pair))
        mass = sum(plan.rarities) or 1.0
        score = sum(weight * rarity for weight, rarity in zip(best, plan.rarities, strict=True)) / mass
        if len(best) > 1:
            score += togetherness(seen, sum(1 for weight in best if weight), len(best))
        return score + 0.05 / (1 + len(content) / 20)

    def _context(self, plan: Plan, document: int, around: Sequence[int]) -> float:
        """What the neighbours add: rare words that stand just before or after."""
        have = {word for number in self.postings.content(document) for word, _ in plan.table.get(number, ())}
        near: dict[int, float] = {}
        for other in around:
            for number in self.postings.content(other):
                for word, weight in plan.table.get(number, ()):
                    if word not in have and weight > near.get(word, 0.0):
                        near[word] = weight
        mass = sum(plan.rarities) or 1.0
        return 0.3 * sum(weight * plan.rarities[word] for word, weight in near.items()) / mass


def _best_first(scored: tuple[float, int]) -> tuple[float, int]:
    return -scored[0], scored[1]
