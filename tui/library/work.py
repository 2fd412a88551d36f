"""One order of work from first article to comparison, the same in the worker process and on the command line.

The opened article comes first, then those of its folder, then the rest; between two articles a newer order may take
over. A failure costs the article it happens in and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Protocol

from tui.articles.model import Article
from tui.comparison.model import Comparison, Decision
from tui.language.model import Analysis
from tui.library.cache import Cache
from tui.library.events import Analysed, Compared, Event, Finished, Progress, Trouble
from tui.library.log import logger
from tui.library.workshop import NotAvailable, Workshop, comparison_key

_LOG = logger("work")
LONGEST = 400_000
"""Characters above which a text is shown and searched, but not analysed: ten times a long magazine article."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be analysed and compared."""

    ticket: int
    articles: tuple[Article, ...]
    decisions: tuple[Decision, ...] = ()
    first: str | None = None
    """Id of the article that the reader has open."""
    without: frozenset[str] = frozenset()
    """Ids of articles that are left out, because the process broke down over them."""


class Superseded(Exception):
    """A newer order has come, or the program ends."""


class Control(Protocol):
    """How work is steered while it runs."""

    def check(self) -> None:
        """Raise `Superseded` if the work is to stop."""

    def urgent(self) -> str | None:
        """Id of the article that the reader has turned to since, if any."""

    def beginning(self, article: str | None) -> None:
        """Told which article is begun, None for the comparison."""


class Unsteered:
    """Work that runs to its end."""

    def check(self) -> None:
        """See `Control`."""

    def urgent(self) -> str | None:
        """See `Control`."""
        return None

    def beginning(self, article: str | None) -> None:
        """See `Control`."""


@dataclass
class Run:
    """An order being worked on."""

    order: Order
    workshop: Workshop
    cache: Cache | None
    send: Callable[[Event], None]
    control: Control = field(default_factory=Unsteered)
    parts: frozenset[str] | None = None
    """What is wanted of an analysis, None for everything; only whole analyses are kept."""
    _keys: dict[str, str] = field(default_factory=dict)
    _done: dict[str, Analysis] = field(default_factory=dict)
    _tried: int = 0
    _said: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Do the work and report it.

        Raises:
            Superseded: A newer order has come; nothing more is reported.
        """
        articles = tuple(dict((one.id, one) for one in self.order.articles if self._feasible(one)).values())
        waiting = self._from_cache(articles)
        near = _near(articles, self.order.first)
        if len(near) < len(articles):
            close = {article.id for article in near}
            self._analyse([one for one in waiting if one.id in close], len(articles))
            self._compare(near)
            waiting = [one for one in waiting if one.id not in close]
        self._analyse(waiting, len(articles))
        self._compare(articles)
        self.send(Finished(self.order.ticket))

    def analyse_only(self) -> None:
        """Analyse without comparing, and without a last word."""
        articles = [one for one in self.order.articles if self._feasible(one)]
        self._analyse(self._from_cache(articles), len(articles))

    def _trouble(self, sentence: str, article: str | None = None) -> None:
        if article is not None or sentence not in self._said:
            self._said.add(sentence)
            self.send(Trouble(self.order.ticket, sentence, article))

    def _feasible(self, article: Article) -> bool:
        if article.id in self.order.without:
            return False
        if len(article.text) > LONGEST:
            sentence = (
                f"“{_short(article.title)}” has {len(article.text):,} characters; above {LONGEST:,} a text can be "
                "read and searched, but is not analysed."
            )
            self._trouble(sentence, article.id)
            return False
        return True

    def _from_cache(self, articles: Sequence[Article]) -> list[Article]:
        """Report what the cache has; returns the articles to analyse, most urgent first."""
        try:
            self._keys = {article.id: self.workshop.key(article) for article in articles}
        except NotAvailable as error:
            self._trouble(str(error))
            return []
        except Exception as error:
            _LOG.exception("keys")
            self._trouble(f"Names and quotations cannot be found: {_words(error)}.")
            return []
        ordered = _ordered(articles, self.order.first)
        found = self.cache.analyses(self._keys.values()) if self.cache else {}
        for problem in self.cache.problems if self.cache else ():
            self._trouble(problem)
        for article in ordered:
            if (analysis := found.get(self._keys[article.id])) is not None:
                self._tried += 1
                self._report(article, analysis)
        return [article for article in ordered if article.id not in self._done]

    def _report(self, article: Article, analysis: Analysis) -> None:
        self._done[article.id] = analysis
        for note in analysis.notes:
            self._trouble(note)
        self.send(Analysed(self.order.ticket, analysis))

    def _analyse(self, waiting: Sequence[Article], total: int) -> None:
        left = list(waiting)
        while left:
            self.control.check()
            urgent = self.control.urgent()
            article = next((one for one in left if one.id == urgent), left[0])
            left.remove(article)
            done = self._tried
            self._tried += 1
            self.send(
                Progress(self.order.ticket, done, total, f"Reading names and quotations in {done + 1} of {total}")
            )
            self.control.beginning(article.id)
            try:
                analysis = self.workshop.analyse(article, self.parts)
            except NotAvailable as error:
                self._trouble(str(error))
                return
            except Exception as error:
                _LOG.exception("article %s", article.path)
                self._trouble(f"“{_short(article.title)}” could not be analysed: {_words(error)}.", article.id)
                continue
            if self.cache and self.parts is None:
                self.cache.keep_analysis(self._keys[article.id], analysis)
            self._report(article, analysis)

    def _compare(self, articles: Sequence[Article]) -> None:
        ready = [article for article in articles if article.id in self._done]
        if not ready:
            return
        self.control.check()
        self.control.beginning(None)
        analyses = [self._done[article.id] for article in ready]
        try:
            comparison = self._comparison(ready, analyses)
        except Superseded:
            raise
        except Exception as error:
            _LOG.exception("comparison")
            self._trouble(f"The articles could not be compared: {_words(error)}.")
            return
        for note in self.workshop.notes:
            self._trouble(note)
        self.send(Compared(self.order.ticket, comparison))

    def _comparison(self, articles: Sequence[Article], analyses: Sequence[Analysis]) -> Comparison:
        keys = [self._keys[article.id] for article in articles]
        key = comparison_key(articles, keys, self.order.decisions, self.workshop.version())
        if self.cache and (kept := self.cache.comparison(key, analyses)) is not None:
            return kept

        def steps(done: int, total: int) -> None:
            self.control.check()
            self.send(Progress(self.order.ticket, done, total, f"Comparing passages, {done} of {total}"))

        before = len(self.workshop.notes)
        comparison = self.workshop.compare(articles, analyses, self.order.decisions, steps)
        # A comparison made without a missing part is not what the key stands for.
        if self.cache and len(self.workshop.notes) == before == 0:
            self.cache.keep_comparison(key, comparison, analyses)
        return comparison


def _short(title: str) -> str:
    text = _printable(title)
    return text if len(text) <= 60 else text[:59] + "…"


def _words(error: Exception) -> str:
    """What an exception says, on one line."""
    if isinstance(error, MemoryError):
        return "the memory is used up"
    return _printable(f"{type(error).__name__} {error}")[:200]


def _printable(text: str) -> str:
    """On one line and without control characters: titles and messages carry text from outside."""
    return "".join(sign if sign.isprintable() else "�" for sign in " ".join(text.split()))


def _near(articles: Sequence[Article], first: str | None) -> Sequence[Article]:
    """The articles of the opened one's own folder: most likely its story. All of them where none is opened."""
    opened = next((article for article in articles if article.id == first), None)
    if opened is None:
        return articles
    place = (opened.folder, PurePath(opened.path).parent)
    return [article for article in articles if (article.folder, PurePath(article.path).parent) == place]


def _ordered(articles: Sequence[Article], first: str | None) -> list[Article]:
    near = {article.id for article in _near(articles, first)}
    return sorted(articles, key=lambda article: (article.id != first, article.id not in near))
