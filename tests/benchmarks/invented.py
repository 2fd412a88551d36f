"""Prints how well facts and conflicts are found on the invented stories that the encoder was not trained on.

    python -m tests.benchmarks.invented

A slot is a sentence and another article, as in `tests/benchmarks/facts.py`. Below each story stand the possible
conflicts that are shown and those that are marked in its file, to be compared by eye. Two last lines say how well
articles are gathered into stories: each of all stories opened alone, and all of them opened as one folder.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import mean

from tests.benchmarks.facts import Pair, Place, figures, slots
from training.stories import OPEN, SAME, Prepared, prepared, read_marked, story_paths
from tui.comparison import Comparison, Mention, compare
from tui.comparison.stories import split_stories
from tui.language.encoder import load_encoder


def pairs_of(story: Prepared, label: int) -> set[Pair]:
    """Pairs of sentences with a label, as articles and places of their sentences."""
    count = len(story.statements)
    found = [(i, j) for i in range(count) for j in range(i) if story.labels[i, j] == label]
    return {(min(a, b), max(a, b)) for a, b in ((place(story, i), place(story, j)) for i, j in found)}


def place(story: Prepared, row: int) -> Place:
    """Article and number of a sentence."""
    return str(story.statements[row].article), f"{row:04}"


def shown_pairs(story: Prepared, comparison: Comparison) -> set[Pair]:
    """Pairs of sentences that stand in one fact of the comparison."""
    numbers = {article.id: number for number, article in enumerate(story.articles)}
    found: set[Pair] = set()
    for fact in (fact for one in comparison.stories for fact in one.facts):
        rows = {row_of(story, mention, numbers[mention.article]) for mention in fact.mentions}
        places = sorted(place(story, row) for row in rows)
        found |= {(a, b) for a, b in itertools.combinations(places, 2) if a[0] != b[0]}
    return found


def row_of(story: Prepared, mention: Mention, article: int) -> int:
    """The sentence that a mention shares most with."""

    def shared(row: int) -> int:
        statement = story.statements[row]
        return min(mention.end, statement.end) - max(mention.start, statement.start)

    return max((row for row, s in enumerate(story.statements) if s.article == article), key=shared)


def joined(groups: Sequence[Sequence[int]], owners: Sequence[str]) -> tuple[float, float]:
    """Precision and recall of the pairs of articles that are taken for one story."""
    pairs = [pair for group in groups for pair in itertools.combinations(group, 2)]
    right = sum(owners[a] == owners[b] for a, b in pairs)
    every = sum(owners[a] == owners[b] for a, b in itertools.combinations(range(len(owners)), 2))
    return right / max(1, len(pairs)), right / max(1, every)


def main() -> None:
    """Measure the kept stories, then the gathering of all."""
    learnt, kept = story_paths()
    encoder = load_encoder()
    measured = []
    for path, story in zip(kept, prepared(kept), strict=True):
        comparison = compare(story.articles, story.analyses, encoder)
        have, core, soft = (
            slots(p) for p in (shown_pairs(story, comparison), pairs_of(story, SAME), pairs_of(story, OPEN))
        )
        measured.append(figures(sorted(have.keys() | core.keys()), have, core, soft))
        print(f"{story.name}: P {measured[-1][0]:.3f} R {measured[-1][1]:.3f} F1 {measured[-1][2]:.3f}")
        for fact in (fact for one in comparison.stories for fact in one.facts):
            for difference in fact.differences:
                if difference.relation == "conflict":
                    print(f"  shown, {difference.kind}: {difference.reason} | {fact.label[:70]}")
        for conflict in read_marked(path).conflicts:
            print(f"  marked: {conflict}")
    print("mean of slots:", *(f"{name} {mean(f[i] for f in measured):.3f}" for i, name in enumerate(("P", "R", "F1"))))
    every = list(prepared([*learnt, *kept]))
    alone = [split_stories(story.articles, story.analyses) for story in every]
    share = mean(
        joined([group.members for group in groups], [story.name] * len(story.articles))[1]
        for story, groups in zip(every, alone, strict=True)
    )
    print(
        f"stories opened alone: {sum(len(groups) == 1 for groups in alone)} of {len(alone)} whole, {share:.3f} of pairs"
    )
    owners = [story.name for story in every for _ in story.articles]
    groups = split_stories([a for s in every for a in s.articles], [a for s in every for a in s.analyses])
    print("all in one folder: P {:.3f} R {:.3f} of pairs".format(*joined([group.members for group in groups], owners)))


if __name__ == "__main__":
    main()
