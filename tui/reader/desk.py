"""What lies on the reader's desk: the articles that were opened and all that is known of them so far.

A desk is never changed: every report of the worker and every action of the reader makes a new one, which flows down
to the widgets, so that none of them can disagree about what is open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tui.articles.model import Article, Problem, Reading
from tui.reader.coverage import facts_of

if TYPE_CHECKING:
    from tui.comparison.model import Comparison, Decision, Fact, Mention, Story
    from tui.language.model import Analysis
    from tui.library.state import FolderState


@dataclass(frozen=True)
class Note:
    """A bookmark as the screen needs it: where it stands in an article that is open."""

    id: str
    article: str
    start: int
    end: int
    text: str
    note: str = ""


@dataclass(frozen=True, eq=False)
class Desk:
    """Articles, analyses, comparison and bookmarks of one moment."""

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    analyses: Mapping[str, Analysis] = field(default_factory=dict)
    """By article id; articles that were not read yet are missing."""
    comparison: Comparison | None = None
    notes: tuple[Note, ...] = ()
    decisions: tuple[Decision, ...] = ()
    """The reader's words on pairs of passages, as far as they stand."""
    read: frozenset[str] = frozenset()
    """Ids of the articles that were read to the end or marked as read."""
    positions: Mapping[str, int] = field(default_factory=dict)
    """By article id: where reading stopped, as a position in its text."""
    troubles: Mapping[str, str] = field(default_factory=dict)
    """By article id, or under the empty name for all: what went wrong, in one sentence."""
    opening: str = ""
    """How far the files of a large folder are read, in words; empty when all are."""
    progress: str = ""
    """What the worker is doing, in words; empty when it has nothing to do."""

    @classmethod
    def of(cls, reading: Reading) -> Desk:
        """The desk when nothing but the texts is known."""
        return cls(articles=reading.articles, problems=reading.problems)

    @cached_property
    def by_id(self) -> dict[str, Article]:
        """The articles by their ids."""
        return {article.id: article for article in self.articles}

    @cached_property
    def order(self) -> tuple[Article, ...]:
        """The articles, those of one story side by side, else in the order in which they were opened."""
        if self.comparison is None:
            return self.articles
        rank = {article.id: index for index, article in enumerate(self.articles)}
        first = {
            article: min(rank.get(other, 0) for other in story.articles)
            for story in self.comparison.stories
            for article in story.articles
        }
        return tuple(
            sorted(self.articles, key=lambda article: (first.get(article.id, rank[article.id]), rank[article.id]))
        )

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number under which the sidebar shows each article, from 1."""
        return {article.id: number for number, article in enumerate(self.order, 1)}

    @cached_property
    def _stories(self) -> dict[str, Story]:
        if self.comparison is None:
            return {}
        return {article: story for story in self.comparison.stories for article in story.articles}

    def story_of(self, article: str) -> Story | None:
        """The story that an article belongs to, None before the comparison."""
        return self._stories.get(article)

    def facts_in(self, article: str) -> list[tuple[Mention, Fact]]:
        """The article's mentions with their facts, in order of position."""
        known = self._facts.get(article)
        if known is None:
            known = self._facts[article] = facts_of(self.story_of(article), article)
        return known

    @cached_property
    def _facts(self) -> dict[str, list[tuple[Mention, Fact]]]:
        return {}

    def notes_in(self, article: str) -> tuple[Note, ...]:
        """The bookmarks that stand in an article."""
        return tuple(note for note in self.notes if note.article == article)

    def remembering(self, kept: FolderState) -> Desk:
        """The desk with the positions and read marks of earlier days."""
        positions = {article.id: kept.position(article) for article in self.articles}
        return replace(
            self,
            positions={identity: position for identity, position in positions.items() if position},
            read=frozenset(article.id for article in self.articles if kept.is_read(article)),
        )

    def with_reading(self, reading: Reading, kept: FolderState | None, opening: str) -> Desk:
        """The desk after more files were read, with what is kept of them from earlier days.

        Args:
            reading: All articles that are there now, and what could not be read.
            kept: What is remembered of the folder.
            opening: How far the reading is.
        """
        desk = replace(self, articles=reading.articles, problems=reading.problems, opening=opening)
        if kept is None:
            return desk
        before = desk.remembering(kept)
        return replace(desk, positions={**before.positions, **self.positions}, read=before.read | self.read)

    def with_trouble(self, sentence: str, article: str | None) -> Desk:
        """The desk with what went wrong with an article, or with none in particular behind what did before."""
        before = "" if article else self.troubles.get("", "")
        words = before if sentence in before else f"{before} {sentence}".lstrip()
        return replace(self, troubles={**self.troubles, article or "": words})

    def without_trouble(self) -> Desk:
        """The desk without what went wrong with no article in particular."""
        return replace(self, troubles={article: said for article, said in self.troubles.items() if article})

    def with_analysis(self, analysis: Analysis) -> Desk:
        """The desk after one more article was analysed."""
        return replace(self, analyses={**self.analyses, analysis.article: analysis})

    def with_comparison(self, comparison: Comparison) -> Desk:
        """The desk after the story pass, whose analyses take the place of the earlier ones.

        Stories of articles that the new comparison does not speak of are kept.
        """
        analyses = {**self.analyses, **{analysis.article: analysis for analysis in comparison.analyses}}
        if self.comparison is not None:
            spoken = {article for story in comparison.stories for article in story.articles}
            kept = tuple(story for story in self.comparison.stories if not spoken.intersection(story.articles))
            comparison = replace(comparison, stories=(*kept, *comparison.stories))
        return replace(self, analyses=analyses, comparison=comparison)
