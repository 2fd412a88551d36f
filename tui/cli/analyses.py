"""Analyses for the command line: no more than the parts asked for, in this process, with progress on a terminal."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tui.articles.model import Article
from tui.cli.outcome import OK, UNREADABLE, complain
from tui.cli.preferences import settings_in_effect
from tui.comparison.model import Comparison, Story
from tui.language.model import Analysis

TEXT_PARTS = frozenset({"blocks", "text"})
"""Parts that need no analysis."""
STORY_PARTS = frozenset({"entities", "quotations", "facts"})
"""Parts that depend on all articles at once: names are the same across articles, and so are quotations."""
_MANY = 200
"""From so many articles on, names stay each article's own and only one analysis is held at a time."""


@dataclass
class Found:
    """What is found in the articles of a command, article by article."""

    articles: Sequence[Article]
    comparison: Comparison = field(default_factory=lambda: Comparison((), ()))
    stream: Iterator[Analysis] | None = None
    troubles: list[str] = field(default_factory=list)

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories with their facts."""
        return self.comparison.stories

    @property
    def code(self) -> int:
        """Exit code that the troubles of the analysis ask for."""
        return UNREADABLE if self.troubles else OK

    def each(self) -> Iterator[tuple[Article, Analysis | None]]:
        """Every article with its analysis, in order."""
        if self.stream is None:
            known = {analysis.article: analysis for analysis in self.comparison.analyses}
            for article in self.articles:
                yield article, known.get(article.id)
            return
        waiting = next(self.stream, None)
        for article in self.articles:
            if waiting is not None and waiting.article == article.id:
                yield article, waiting
                waiting = next(self.stream, None)
            else:
                yield article, None


def analyses(arguments: Namespace, articles: Sequence[Article], parts: frozenset[str]) -> Found:
    """Computes the parts named, or takes them from the cache.

    Troubles with one article are told on standard error, and the rest goes on.
    """
    wanted = parts - TEXT_PARTS
    if not wanted:
        return Found(articles)
    from tui.library.analysis import analyse_each, analyse_now
    from tui.library.locations import cache_dir

    models = settings_in_effect(arguments).models
    cache: Path | None = None if arguments.no_cache else cache_dir()
    progress = Progress(arguments)
    found = Found(articles)

    def trouble(sentence: str, article: str | None) -> None:
        name = next((known.path for known in articles if known.id == article), None)
        line = f"{name}: {sentence}" if name else sentence
        if line not in found.troubles:
            found.troubles.append(line)
            progress.clear()
            complain(line)

    if "facts" not in wanted and (len(articles) >= _MANY or not wanted & STORY_PARTS):
        found.stream = progress.around(
            analyse_each(articles, cache=cache, models=models, parts=wanted, progress=progress, trouble=trouble)
        )
        return found
    from tui.library.decisions import LoadedDecisions, load_decisions

    decided = load_decisions(None, articles) if "facts" in wanted else LoadedDecisions(())
    for sentence in decided.problems:
        complain(sentence)
    try:
        found.comparison = analyse_now(
            articles,
            cache=cache,
            models=models,
            parts=wanted,
            decisions=decided.decisions,
            progress=progress,
            trouble=trouble,
        )
    finally:
        progress.clear()
    return found


class Progress:
    """One line on the terminal that says how far the work is, and is gone when it is done."""

    def __init__(self, arguments: Namespace) -> None:
        """Silent where standard error is not a terminal."""
        self._shown = sys.stderr.isatty()
        self._length = 0

    def __call__(self, done: int, total: int, words: str) -> None:
        """Shows where the work is."""
        if self._shown and total:
            line = f"{words} …"[:79]
            sys.stderr.write("\r" + line.ljust(self._length))
            sys.stderr.flush()
            self._length = len(line)

    def clear(self) -> None:
        """Takes the line away."""
        if self._length:
            sys.stderr.write("\r" + " " * self._length + "\r")
            sys.stderr.flush()
            self._length = 0

    def around(self, stream: Iterator[Analysis]) -> Iterator[Analysis]:
        """The stream, the line cleared at its end."""
        try:
            yield from stream
        finally:
            self.clear()
