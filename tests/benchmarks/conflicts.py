"""Prints which marked conflicts of the invented stories are noticed when the right sentences stand together.

    python -m tests.benchmarks.conflicts [--groups LETTERS]

First in the facts that the files mark, so that the figures tell of the differences alone, then in those that the
program finds itself. A marked conflict is found when a possible conflict has words of both its sources, some of them
words that the file gives. What is missed in the marked facts is printed, and every shown one that is not marked, to be
judged by hand. Stories whose number is a multiple of four are counted apart: fewer rules were made on them.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.stories import SAME, Marked, Prepared, prepared, read_marked, story_paths
from tui.comparison import Difference, Fact
from tui.comparison.facts import facts_of, groups_of
from tui.comparison.passages import stem
from tui.comparison.rivals import with_rivals
from tui.comparison.scoring import articles_of, pair_odds
from tui.comparison.vectors import Floats, TokenTable, token_tables
from tui.comparison.wordlists import listed
from tui.language.encoder import load_encoder
from tui.language.pair_reader import PairReader, load_pair_reader
from tui.language.values_numbers import number_word

GIVEN = 3.0
"""Least log odds of two sentences that the files mark with one fact, as high as those of a pair that nobody doubts."""


COMMON = listed("function_words") - {"eine", "einen", "ein", "einem"} | {
    *("etwa", "fast", "gut", "knapp", "mehr", "mindestens", "rund"),
    *("euro", "dollar", "franken", "million", "millionen", "milliarden", "prozent"),
}
"""Words that many values share, so that they do not tell which one is meant."""


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


def marked_facts(
    story: Prepared, odds: Floats, tables: tuple[TokenTable, TokenTable], reader: PairReader
) -> tuple[Fact, ...]:
    """The marked facts as the program would show them."""
    places = articles_of(story.statements)
    groups: dict[tuple[int, ...], None] = {}
    for number in sorted(frozenset[int]().union(*story.stated)):
        group = tuple(row for row, facts in enumerate(story.stated) if number in facts)
        if len({int(places[row]) for row in group}) > 1:
            groups[group] = None
    sure = np.where(story.labels == SAME, np.fmax(odds, GIVEN), odds)
    return facts_of(
        list(groups), story.name, story.statements, story.articles, story.analyses, sure, tables, {}, reader
    )


def telling(words: str) -> set[str]:
    """The words and figures that tell which value is meant; numbers in words as figures."""
    found = {word.casefold() for word in re.findall(r"\d[\d.,]*\d|\d|[^\W\d_]+", words)} - COMMON
    numbers = {word: number_word(word) for word in found}
    return {stem(word) if number is None else f"{number:g}" for word, number in numbers.items()}


def finds(difference: Difference, conflict: MarkedConflict, sources: dict[str, str]) -> bool:
    """Whether a shown conflict has words of both sides of a marked one."""
    return all(
        any(sources[value.article] == source and telling(words) & telling(value.text) for value in difference.values)
        for source, words in conflict.sides
    )


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

    def count(self, story: str, marked: Marked, facts: Sequence[Fact], sources: dict[str, str], missed: bool) -> None:
        """Count one story, print what is shown without being marked, and what is missed where that is asked for."""
        conflicts = marked_conflicts(marked)
        seen: set[MarkedConflict] = set()
        for fact in facts:
            for difference in (d for d in fact.differences if d.relation == "conflict"):
                self.shown[difference.kind] += 1
                hits = [c for c in conflicts if finds(difference, c, sources)]
                seen.update(hits)
                self.right[difference.kind] += bool(hits)
                if not hits:
                    print(f"{story}: not marked, {difference.kind}: {difference.reason}")
                    for mention in fact.mentions:
                        if any(value.article == mention.article for value in difference.values):
                            print(f"    {sources[mention.article]}: {' '.join(mention.text.split())}")
        for conflict in conflicts:
            self.marked[conflict.kind] += 1
            self.found[conflict.kind] += conflict in seen
            if missed and conflict not in seen:
                sides = " | ".join(f"{source}: {words}" for source, words in conflict.sides)
                print(f"{story} [{conflict.fact}]: missed, {conflict.kind}: {sides}")

    def printed(self, name: str) -> None:
        """Print the counts by kind."""
        print(f"{name}: {self.found.total()} of {self.marked.total()} marked conflicts found;", end=" ")
        print(f"{self.shown.total()} shown, of which {self.right.total()} are marked")
        for kind in sorted(self.marked.keys() | self.shown.keys()):
            counts = f"{self.found[kind]:3} of {self.marked[kind]:3} found"
            print(f"  {kind:9} {counts}, {self.shown[kind]:3} shown, {self.right[kind]:3} of them marked")


def measured(paths: Sequence[Path]) -> tuple[Figures, Figures]:
    """Read and count some stories: in the marked facts, and in those that the program finds."""
    encoder, reader = load_encoder(), load_pair_reader()
    given, own = Figures.none(), Figures.none()
    for path, story in zip(paths, prepared(paths), strict=True):
        tables = token_tables(story.statements, story.resolved, encoder)
        odds = pair_odds(story.statements, tables)
        marked = read_marked(path)
        sources = {a.id: told.source for a, told in zip(story.articles, marked.articles, strict=True)}
        given.count(story.name, marked, marked_facts(story, odds, tables, reader), sources, missed=True)
        odds = with_rivals(odds, story.statements, story.articles, story.analyses, tables[1], reader)
        groups = groups_of(story.statements, story.articles, odds)
        facts = facts_of(groups, story.name, story.statements, story.articles, story.analyses, odds, tables, {}, reader)
        own.count(f"{story.name}, own facts", marked, facts, sources, missed=False)
    return given, own


def main() -> None:
    """Measure the stories that most rules were made on, then the others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--groups", default="", help="letters of the groups of stories; all without it")
    letters = parser.parse_args().groups
    for name, paths in zip(("stories looked at", "stories kept aside"), story_paths(), strict=True):
        chosen = [path for path in paths if not letters or path.name[0] in letters]
        if chosen:
            given, own = measured(chosen)
            given.printed(f"{name}, marked facts")
            own.printed(f"{name}, facts that the program finds")


if __name__ == "__main__":
    main()
