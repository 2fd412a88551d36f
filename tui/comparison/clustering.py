"""Sentences become facts: joint clustering of pairwise log odds instead of chaining pairs.

Chaining joins A to C because B resembles both. Here a group must hold together on average (correlation clustering by
average link, Bansal et al. 2004), and since one sentence may state several facts, strong pairs that the first groups
leave apart found groups of their own.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tui.comparison.similarity import Indices
from tui.comparison.vectors import Floats

Scores = Floats
"""Log odds without gaps."""

Pair = tuple[int, int]

NEVER = -50.0
"""Log odds of pairs that cannot be one fact."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When sentences are put together. Log odds of the pairwise score."""

    together: float
    """Least mean of a group."""
    sure: float
    """Least value of a pair that founds a further group where the first groups leave it apart."""
    best: float
    """Least value of such a pair where one sentence is the likeliest of its article for the other."""
    per_article: int = 1
    """Most sentences of one article in a group, before groups that overlap are joined."""
    overlap: float = 1.0
    """Least mean of two groups that share a sentence, for them to be one fact."""
    shared: float = 1.0
    """Share of the sentences of two groups; those that have more than that in common are one fact in any case."""


def clusters(
    odds: Floats,
    articles: Indices,
    thresholds: Thresholds,
    must: Collection[Pair] = (),
    cannot: Collection[Pair] = (),
) -> list[tuple[int, ...]]:
    """Group sentences into facts.

    Args:
        odds: Symmetric log odds that two sentences state one fact, NaN where not compared. Not changed.
        articles: Article of each sentence.
        thresholds: How closely a group must hold together.
        must: Pairs that a reader called the same.
        cannot: Pairs that a reader called different; the second one leaves the fact of the first.

    Returns:
        Groups of sentence indices in ascending order, each with two articles or more; a sentence may be in several.
    """
    scores = np.nan_to_num(odds, nan=NEVER)
    scores[articles[:, None] == articles[None, :]] = NEVER
    groups = _average_link(scores, articles, thresholds, must)
    covered = np.zeros(scores.shape, dtype=bool)
    for group in groups:
        covered[np.ix_(group, group)] = True
    groups.extend(_further(scores, articles, worthy(scores, articles, thresholds), covered))
    found = {tuple(sorted(group)) for group in groups if len(set(articles[group].tolist())) > 1}
    facts = _overlapping_joined(sorted(found), scores, articles, thresholds)
    for pair in cannot:
        facts = _parted(facts, pair, must)
    return [fact for fact in facts if len(set(articles[list(fact)].tolist())) > 1]


def _parted(groups: Sequence[tuple[int, ...]], pair: Pair, must: Collection[Pair]) -> list[tuple[int, ...]]:
    """The groups after the second sentence has left that of the first, with those that a reader called the same."""
    stays, leaves = pair
    gone = {leaves}
    for _ in must:
        gone |= {one for same in must for one in same if gone.intersection(same)}
    if stays in gone:
        gone = {leaves}
    found = set()
    for group in map(set, groups):
        parts = (group & gone, group - gone) if {stays, leaves} <= group else (group,)
        found |= {tuple(sorted(part)) for part in parts if len(part) > 1}
    return sorted(found)


def _overlapping_joined(
    groups: list[tuple[int, ...]], scores: Scores, articles: Indices, thresholds: Thresholds
) -> list[tuple[int, ...]]:
    """Join groups that share a sentence where what is not shared belongs together too, or is little; best first."""
    known = dict(enumerate(groups))
    numbers = itertools.count(len(groups))
    holders: dict[int, set[int]] = {}
    heap: list[tuple[float, tuple[int, ...], tuple[int, ...], int, int]] = []
    across = np.where(articles[:, None] == articles[None, :], np.float32(np.nan), scores)

    def mean(one: tuple[int, ...], other: tuple[int, ...]) -> float:
        shared = set(one).intersection(other)
        left, right = [i for i in one if i not in shared], [j for j in other if j not in shared]
        if not left or not right:
            return np.inf
        found = across[np.array(left)[:, None], right]
        found = found[~np.isnan(found)]
        if len(shared) > thresholds.shared * (len(one) + len(right)):
            return np.inf
        return float(found.mean()) if found.size else -np.inf

    def add(number: int) -> None:
        """Offer the group's unions with those that share a sentence and come before it."""
        own = known[number]
        for other in set().union(*(holders.get(sentence, set()) for sentence in own)):
            first, second = sorted((own, known[other]))
            if (value := mean(first, second)) >= thresholds.overlap:
                heapq.heappush(heap, (-value, first, second, number, other))
        for sentence in own:
            holders.setdefault(sentence, set()).add(number)

    for number in list(known):
        add(number)
    while heap:
        _, first, second, number, other = heapq.heappop(heap)
        if number not in known or other not in known:
            continue
        for gone in (number, other):
            for sentence in known.pop(gone):
                holders[sentence].discard(gone)
        union = tuple(sorted({*first, *second}))
        if union not in known.values():
            known[fresh := next(numbers)] = union
            add(fresh)
    return sorted(known.values())


def _average_link(scores: Scores, articles: Indices, thresholds: Thresholds, must: Collection[Pair]) -> list[list[int]]:
    """Merge the two groups with the highest mean while it reaches the threshold."""
    count = len(articles)
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    across = articles[:, None] != articles[None, :]
    total = np.where(across, scores, 0.0)
    pairs = across.astype(np.float32)
    ages = [0] * count
    heap: list[tuple[float, int, int, int, int]] = []

    def push(i: int) -> None:
        """Offer group i's merges with all others that reach the threshold."""
        row = np.where(pairs[i] > 0, total[i] / np.maximum(1.0, pairs[i]), -np.inf)
        for j in np.flatnonzero(row >= thresholds.together).tolist():
            if j != i and j in members:
                first, second = min(i, j), max(i, j)
                heapq.heappush(heap, (-float(row[j]), first, second, ages[first], ages[second]))

    def merge(i: int, j: int) -> None:
        members[i].extend(members.pop(j))
        for table in (total, pairs):
            table[i] += table[j]
            table[:, i] = table[i]
        ages[i] += 1

    home = {i: i for i in range(count)}
    for first, second in must:
        i, j = sorted((home[first], home[second]))
        if i != j:
            merge(i, j)
            home = {sentence: i if place == j else place for sentence, place in home.items()}
    for i in sorted(members):
        push(i)
    while heap:
        _, i, j, age, other = heapq.heappop(heap)
        if i not in members or j not in members or (ages[i], ages[j]) != (age, other):
            continue
        joined = articles[members[i] + members[j]]
        if np.unique(joined, return_counts=True)[1].max() > thresholds.per_article:
            continue
        merge(i, j)
        push(i)
    return [group for group in members.values() if len(group) > 1]


def worthy(scores: Scores, articles: Indices, thresholds: Thresholds) -> npt.NDArray[np.bool_]:
    """Which pairs are shown even where their groups do not hold together. Symmetric.

    A reader of one sentence asks what each other article says of it: the likeliest sentence there is shown with more
    doubt than the next ones.
    """
    leading = np.zeros(scores.shape, dtype=bool)
    for article in np.unique(articles):
        columns = np.flatnonzero(articles == article)
        leading[np.arange(len(scores)), columns[scores[:, columns].argmax(axis=1)]] = True
    return np.asarray((scores >= thresholds.sure) | ((scores >= thresholds.best) & (leading | leading.T)))


def _further(
    scores: Scores, articles: Indices, kept: npt.NDArray[np.bool_], covered: npt.NDArray[np.bool_]
) -> list[list[int]]:
    """Groups for worthy pairs not yet covered, strongest first; in them every pair must be worthy."""
    first, second = np.nonzero(np.triu(kept & ~covered, 1))
    order = np.lexsort((second, first, -scores[first, second]))
    groups: list[list[int]] = []
    for i, j in zip(first[order].tolist(), second[order].tolist(), strict=True):
        if covered[i, j]:
            continue
        group = [i, j]
        free = kept[i] & kept[j]
        weakest = np.minimum(scores[i], scores[j])
        while True:
            free[np.isin(articles, articles[group])] = False
            open_ = np.flatnonzero(free)
            if not len(open_):
                break
            best = int(open_[weakest[open_].argmax()])
            group.append(best)
            free &= kept[best]
            weakest = np.minimum(weakest, scores[best])
        covered[np.ix_(group, group)] = True
        groups.append(group)
    return groups


def membership(odds: Floats, group: Sequence[int], articles: Indices) -> list[float]:
    """Probability that each sentence of a group states its fact: the mean log odds to the others, as a probability.

    1.0 where a sentence was compared with none of the others: then a reader's word put it there.
    """
    values: list[float] = []
    for i in group:
        known = [odds[i, j] for j in group if articles[j] != articles[i] and not np.isnan(odds[i, j])]
        logit = float(np.mean(known)) if known else np.inf
        values.append(round(float(1.0 / (1.0 + np.exp(-logit))), 3))
    return values
