"""Analyses for the command line: no more than the parts asked for, in this process."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.articles.model import Article
from tui.comparison.model import Comparison, Story
from tui.language.model import Analysis

TEXT_PARTS = frozenset({"blocks", "text"})
"""Parts that need no analysis."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in the articles of a command."""

    articles: Sequence[Article]
    comparison: Comparison

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories with their facts."""
        return self.comparison.stories

    def each(self) -> Iterator[tuple[Article, Analysis | None]]:
        """Every article with its analysis, in order."""
        known = {analysis.article: analysis for analysis in self.comparison.analyses}
        for article in self.articles:
            yield article, known.get(article.id)


def analyses(arguments: Namespace, articles: Sequence[Article], parts: frozenset[str]) -> Found:
    """Computes the parts named, or takes them from the cache.

    Raises:
        PipelineMissing: a pipeline was named that is not installed.
    """
    wanted = parts - TEXT_PARTS
    if not wanted:
        return Found(articles, Comparison((), ()))
    from tui.library.analysis import analyse_now
    from tui.library.locations import cache_dir

    cache: Path | None = None if arguments.no_cache else cache_dir()
    return Found(articles, analyse_now(articles, cache=cache, pipeline=arguments.pipeline, parts=wanted))
