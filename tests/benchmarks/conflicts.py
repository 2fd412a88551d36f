"""Prints which of the marked conflicts of the invented stories the program notices when the right sentences stand together.

    python -m tests.benchmarks.conflicts [--groups LETTERS]

The facts are those that the files mark, so that the figures tell of the differences alone and not of the pairing, which
`tests/benchmarks/invented.py` measures. A marked conflict is found when a possible conflict of its fact has words of
both its sources, some of them words that the file gives. Every shown one that is not marked is printed, to be judged by
hand. Stories whose number is a multiple of four are counted apart: no rule was made on them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.stories import FOLDER, Marked, Prepared, prepared, read_marked, story_paths
from tui.comparison import Difference, Fact
from tui.comparison.facts import facts_from
from tui.comparison.passages import words_of
from tui.comparison.scoring import articles_of, pair_odds
from tui.comparison.vectors import Floats, TokenTable, token_tables
from tui.language.encoder import load_encoder


@dataclass(frozen=True)
class MarkedConflict:
    """One line of a file that begins with an exclamation mark."""

    fact: int
    kind: str
    sides: tuple[tuple[str, str], ...]
    """Source and its words."""


def marked_conflicts(story: Marked) -> list[MarkedConflict]:
    """The marked conflicts of a story."""
    found = []
    for line in story.conflicts:
        head, *sides = (part.strip() for part in line.split("|"))
        fact, kind = head.split()
        pairs = tuple((source.strip(), words.strip()) for source, _, words in (side.partition(":") for side in sides))
        found.append(MarkedConflict(int(fact), kind, pairs))
    return found


def marked_facts(story: Prepared, odds: Floats, tables: tuple[TokenTable, TokenTable]) -> list[tuple[set[int], Fact]]:
    """The marked facts as the program would show them, each with its numbers in the file."""
    places = articles_of(story.statements)
    groups: dict[tuple[int, ...], set[int]] = {}
    for number in sorted(frozenset[int]().union(*story.stated)):
        group = tuple(row for row, facts in enumerate(story.stated) if number in facts)
        if len({int(places[row]) for row in group}) > 1:
            groups.setdefault(group, set()).add(number)
    facts = facts_from(list(groups), story.name, story.statements, story.articles, story.analyses, odds, tables)
    return list(zip(groups.values(), facts, strict=True))


def finds(difference: Difference, conflict: MarkedConflict, sources: dict[str, str]) -> bool:
    """Whether a shown conflict has words of both sides of a marked one."""
    sides = 0
    for source, words in conflict.sides:
        own = {word.casefold() for _, _, word in words_of(words)}
        sides += any(
            sources[value.article] == source and own & {word.casefold() for _, _, word in words_of(value.text)}
            for value in difference.values
        )
    return sides == len(conflict.sides)


@dataclass
class Figures:
    """What was found in some stories."""

    marked: Counter[str]
    found: Counter[str]
    shown: Counter[str]
    right: Counter[str]

    @classmethod
    def none(cls) -> Figures:
        """Nothing counted yet."""
        return cls(Counter(), Counter(), Counter(), Counter())

    def count(
        self, story: str, marked: Marked, facts: Sequence[tuple[set[int], Fact]], sources: dict[str, str]
    ) -> None:
        """Count one story, and print what is shown or missed."""
        conflicts = marked_conflicts(marked)
        seen: set[MarkedConflict] = set()
        for numbers, fact in facts:
            for difference in (d for d in fact.differences if d.relation == "conflict"):
                self.shown[difference.kind] += 1
                hits = [c for c in conflicts if c.fact in numbers and finds(difference, c, sources)]
                seen.update(hits)
                self.right[difference.kind] += bool(hits)
                if not hits:
                    print(f"{story} {sorted(numbers)}: not marked, {difference.kind}: {difference.reason}")
                    for mention in fact.mentions:
                        if any(value.article == mention.article for value in difference.values):
                            print(f"    {sources[mention.article]}: {' '.join(mention.text.split())}")
        for conflict in conflicts:
            self.marked[conflict.kind] += 1
            self.found[conflict.kind] += conflict in seen
            if conflict not in seen:
                sides = " | ".join(f"{source}: {words}" for source, words in conflict.sides)
                print(f"{story} [{conflict.fact}]: missed, {conflict.kind}: {sides}")

    def printed(self, name: str) -> None:
        """Print the counts by kind."""
        print(f"{name}: {self.found.total()} of {self.marked.total()} marked conflicts found;", end=" ")
        print(f"{self.shown.total()} shown, of which {self.right.total()} are marked")
        for kind in sorted(self.marked.keys() | self.shown.keys()):
            counts = f"{self.found[kind]:3} of {self.marked[kind]:3} found"
            print(f"  {kind:9} {counts}, {self.shown[kind]:3} shown, {self.right[kind]:3} of them marked")


def measured(paths: Sequence[Path]) -> Figures:
    """Read and count some stories."""
    encoder = load_encoder()
    figures = Figures.none()
    for path, story in zip(paths, prepared(paths), strict=True):
        tables = token_tables(story.statements, story.resolved, encoder)
        odds = pair_odds(story.statements, tables)
        marked = read_marked(path)
        sources = {a.id: told.source for a, told in zip(story.articles, marked.articles, strict=True)}
        figures.count(story.name, marked, marked_facts(story, odds, tables), sources)
    return figures


def main() -> None:
    """Measure the stories that the rules were made on, then those kept aside."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--groups", default="", help="letters of the groups of stories; all without it")
    letters = parser.parse_args().groups
    for name, paths in zip(("stories looked at", "stories kept aside"), story_paths(), strict=True):
        chosen = [path for path in paths if not letters or path.name[0] in letters]
        if chosen:
            measured(chosen).printed(name)


if __name__ == "__main__":
    main()
