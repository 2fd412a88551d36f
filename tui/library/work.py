"""One order of work from first article to comparison, the same in the worker process and on the command line.

The opened article comes first, then those of its folder, then the rest; between two articles a newer order may take
over. A failure costs the article it happens in and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tui.articles.display import printable
from tui.articles.model import Article
from tui.comparison.model import Comparison
from tui.language.model import Analysis
from tui.library.cache import Cache
from tui.library.events import Analysed, Compared, Event, Finished, Progress, Trouble
from tui.library.log import logger
from tui.library.nearness import LIBRARY, near
from tui.library.orders import Control, Order, Superseded, Unsteered
from tui.library.workshop import NotAvailable, Workshop, comparison_key

_LOG = logger("work")
LONGEST = 400_000
"""Characters above which a text is shown and searched, but not analysed: ten times a long magazine article."""


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
    on_demand: bool = False
    """Whether in a library only what is near the opened article is worked on, and the rest when it is asked for."""
    _keys: dict[str, str] = field(default_factory=dict)
    _done: dict[str, Analysis] = field(default_factory=dict)
    _tried: set[str] = field(default_factory=set)
    _said: set[str] = field(default_factory=set)
    _asked: str | None = None
    _shown: Comparison = field(default_factory=lambda: Comparison((), ()))

    def __post_init__(self) -> None:
        """Leave out what cannot be analysed, and say so."""
        self._articles = list(dict((one.id, one) for one in self.order.articles if self._feasible(one)).values())

    def run(self) -> None:
        """Do the work and report it.

        Raises:
            Superseded: A newer order has come; nothing more is reported.
        """
        first = self.order.first
        begin = self._articles if first is None else near(self._articles, first)
        library = self.on_demand and len(self._articles) > LIBRARY
        if len(begin) < len(self._articles):
            self._stage(begin, library)
        if not library:
            self._stage(self._articles, False)
        self.send(Finished(self.order.ticket))
        if self._asked is not None:
            self.more(self._asked)

    def more(self, article: str) -> None:
        """Work on an article that the reader has turned to, and on what is near it; nothing if that is done.

        Raises:
            Superseded: A newer order has come.
        """
        asked: str | None = article
        while asked is not None:
            self._asked = None
            if asked not in self._tried and any(one.id == asked for one in self._articles):
                self._stage(near(self._articles, asked), True)
                self.send(Finished(self.order.ticket))
            asked = self._asked

    def analyse_only(self) -> None:
        """Analyse without comparing, and without a last word."""
        self._analyse(self._from_cache(self._articles), self._articles)

    def _stage(self, articles: Sequence[Article], add: bool) -> None:
        """Analyse and compare some of the articles; ``add`` to keep showing the stories of earlier ones."""
        self._analyse(self._from_cache([one for one in articles if one.id not in self._tried]), articles)
        self._compare(articles, add)

    def _trouble(self, sentence: str, article: str | None = None) -> None:
        if article is not None or sentence not in self._said:
            self._said.add(sentence)
            self.send(Trouble(self.order.ticket, sentence, article))

    def _feasible(self, article: Article) -> bool:
        if article.id in self.order.without:
            return False
        if len(article.text) > LONGEST:
            sentence = (
                f"„{short(article.title)}“ has {len(article.text):,} characters; above {LONGEST:,} a text can be "
                "read and searched, but is not analysed."
            )
            self._trouble(sentence, article.id)
            return False
        return True

    def _from_cache(self, articles: Sequence[Article]) -> list[Article]:
        """Report what the cache has; returns the articles to analyse."""
        try:
            keys = {article.id: self.workshop.key(article) for article in articles}
        except NotAvailable as error:
            self._trouble(str(error))
            return []
        except Exception as error:
            _LOG.exception("keys")
            self._trouble(f"Names and quotations cannot be found: {_words(error)}.")
            return []
        self._keys.update(keys)
        found = self.cache.analyses(keys.values()) if self.cache else {}
        if self.cache:
            for problem in self.cache.problems:
                self._trouble(problem)
            self.cache.problems.clear()  # said once
        for article in articles:
            if (analysis := found.get(keys[article.id])) is not None:
                self._report(article, analysis)
        return [article for article in articles if article.id not in self._done]

    def _report(self, article: Article, analysis: Analysis) -> None:
        self._done[article.id] = analysis
        self._tried.add(article.id)
        for note in analysis.notes:
            self._trouble(note)
        self.send(Analysed(self.order.ticket, analysis))

    def _analyse(self, waiting: Sequence[Article], stage: Sequence[Article]) -> None:
        left = list(waiting)
        total = len(stage)
        while left:
            self.control.check()
            urgent = self.control.urgent()
            if urgent is not None and all(one.id != urgent for one in left):
                self._asked = urgent
            article = next((one for one in left if one.id == urgent), left[0])
            left.remove(article)
            done = sum(one.id in self._tried for one in stage)
            self._tried.add(article.id)
            self.send(
                Progress(self.order.ticket, done, total, f"Reading names and quotations in {done + 1:,} of {total:,}")
            )
            self.control.beginning(article.id)
            try:
                analysis = self.workshop.analyse(article, self.parts)
            except NotAvailable as error:
                self._trouble(str(error))
                return
            except Exception as error:
                _LOG.exception("article %s", article.path)
                self._trouble(f"„{short(article.title)}“ could not be analysed: {_words(error)}.", article.id)
                continue
            if self.cache and self.parts is None:
                self.cache.keep_analysis(self._keys[article.id], analysis)
            self._report(article, analysis)

    def _compare(self, articles: Sequence[Article], add: bool) -> None:
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
        self._shown = _joined(self._shown, comparison) if add else comparison
        self.send(Compared(self.order.ticket, self._shown))

    def _comparison(self, articles: Sequence[Article], analyses: Sequence[Analysis]) -> Comparison:
        keys = [self._keys[article.id] for article in articles]
        key = comparison_key(articles, keys, self.order.decisions, self.workshop.version())
        if self.cache and (kept := self.cache.comparison(key, analyses)) is not None:
            return kept

        def steps(done: int, total: int) -> None:
            self.control.check()
            self.send(Progress(self.order.ticket, done, total, f"Comparing passages, {done:,} of {total:,}"))

        before = len(self.workshop.notes)
        comparison = self.workshop.compare(articles, analyses, self.order.decisions, steps)
        # A comparison made without a missing part is not what the key stands for.
        if self.cache and len(self.workshop.notes) == before == 0:
            self.cache.keep_comparison(key, comparison, analyses)
        return comparison


def short(title: str) -> str:
    """A title for a sentence: on one line, at most sixty characters, without control characters."""
    text = _printable(title)
    return text if len(text) <= 60 else text[:59] + "…"


def _words(error: Exception) -> str:
    """What an exception says, on one line."""
    if isinstance(error, MemoryError):
        return "the memory is used up"
    return _printable(f"{type(error).__name__} {error}")[:200]


def _printable(text: str) -> str:
    """On one line and without control characters: titles and messages carry text from outside."""
    return printable(" ".join(text.split()))


def _joined(old: Comparison, new: Comparison) -> Comparison:
    """The new stories, and those old ones that share no article with them."""
    fresh = {analysis.article for analysis in new.analyses}
    stories = tuple(story for story in old.stories if not fresh.intersection(story.articles))
    kept = {article for story in stories for article in story.articles}
    analyses = tuple(analysis for analysis in old.analyses if analysis.article in kept)
    return Comparison((*stories, *new.stories), (*analyses, *new.analyses))
