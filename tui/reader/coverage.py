"""How many other sources state what a sentence states, and whether they contradict it.

Counted once per article and comparison, so that gutter, minimap, sidebar and panel agree.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.comparison.model import Difference, Fact, Mention, Story


Span = tuple[int, int]

NOT_FOUND = "not found elsewhere"
"""Said of what was found in no other source, which may state it all the same."""

ONLY_HERE = "only in other articles of this source"
"""Said of what another article of the same source states, and no other source."""

TAGGED = ("origin", "modality")
"""Kinds of difference that every passage shows by its tags."""


def told(difference: Difference) -> bool:
    """Whether a difference is told: every possible conflict, and every compatible one that no tags show."""
    return difference.relation == "conflict" or (difference.relation == "compatible" and difference.kind not in TAGGED)


class Covered(NamedTuple):
    """What the comparison says of one sentence."""

    others: int = 0
    """Number of other sources that state a fact of the sentence; articles of one, or of one text, count as one."""
    conflict: bool = False
    """Whether words of the sentence itself are in possible conflict with those of another passage."""
    facts: tuple[Fact, ...] = ()
    """Those with possible conflicts first."""

    @property
    def disputed(self) -> bool:
        """Whether a possible conflict was found in one of its facts, be it among other passages alone."""
        return any(fact.in_conflict for fact in self.facts)

    @property
    def differs(self) -> bool:
        """Whether the sources differ in any respect on a fact of the sentence."""
        return any(told(difference) for fact in self.facts for difference in fact.differences)


UNCOVERED = Covered()


def facts_of(story: Story | None, article: str) -> list[tuple[Mention, Fact]]:
    """The article's mentions with their facts, in order of position."""
    if story is None:
        return []
    found = [(mention, fact) for fact in story.facts for mention in fact.mentions if mention.article == article]
    return sorted(found, key=lambda pair: (pair[0].start, pair[0].end, pair[1].id))


def marks_of(fact: Fact, article: str) -> tuple[tuple[int, int, str], ...]:
    """The words of an article that differ from those of other sources, a possible conflict above a compatible one."""
    return tuple(
        (value.start, value.end, difference.relation)
        for relation in ("compatible", "conflict")
        for difference in fact.differences
        if difference.relation == relation and told(difference)
        for value in difference.values
        if value.article == article
    )


def _at_issue(fact: Fact, article: str, sentence: Span) -> bool:
    """Whether words of a sentence are in possible conflict with those of other passages of a fact."""
    marks = marks_of(fact, article)
    return any(how == "conflict" and start < sentence[1] and sentence[0] < end for start, end, how in marks)


def spread(passage: Span, at_issue: Iterable[Span], sentence: Span) -> Span:
    """A passage with all words that are at issue in its sentence, where some stand before or behind it."""
    inside = [span for span in at_issue if sentence[0] <= span[0] and span[1] <= sentence[1]]
    return min(first for first, _ in (passage, *inside)), max(last for _, last in (passage, *inside))


def other_sources(articles: Iterable[str], article: str, sources: Mapping[str, str]) -> set[str]:
    """The articles that stand for another source than that of a given one, each source once; see `Story.sources`."""
    return {sources.get(one, one) for one in articles} - {sources.get(article, article)}


def cover(
    sentences: Sequence[Span], mentions: Sequence[tuple[Mention, Fact]], story: Story | None = None
) -> tuple[Covered, ...]:
    """What is known of each sentence.

    Args:
        sentences: Of one article, in order.
        mentions: Of the same article with their facts, as ``facts_of`` gives them.
        story: The article's story, which says whose texts or sources are the same.
    """
    sources = story.sources if story is not None else {}
    held: dict[int, dict[str, Fact]] = {}
    ends = [end for _, end in sentences]
    for mention, fact in mentions:
        index = bisect_left(ends, mention.start + 1)
        while index < len(sentences) and sentences[index][0] < mention.end:
            held.setdefault(index, {})[fact.id] = fact
            index += 1
    covered = [UNCOVERED] * len(sentences)
    article = mentions[0][0].article if mentions else ""
    for index, facts in held.items():
        others = other_sources((other for fact in facts.values() for other in fact.articles), article, sources)
        ordered = sorted(facts.values(), key=lambda fact: not fact.in_conflict)
        own = any(_at_issue(fact, article, sentences[index]) for fact in ordered)
        covered[index] = Covered(len(others), own, tuple(ordered))
    return tuple(covered)
