"""What the worker reports becomes a new desk.

The worker starts after the first paint, in a thread of its own, so that neither its start nor a slow cache holds up
the keys.
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from tui.library.log import logger
from tui.reader.deciding import Deciding, Remembered
from tui.reader.pace import Pace

if TYPE_CHECKING:
    from tui.articles.model import Article
    from tui.comparison.model import Decision
    from tui.library.events import Event

_LOG = logger("reader")


@dataclass
class Reported(Message):
    """The worker reported something."""

    event: Event
    opening: int | None = None
    """The opening of a folder that it belongs to, where its ticket does not tell."""


class Feed(Deciding):
    """The part of the app that listens to the worker."""

    _beginning = threading.Lock()
    """Held while it is decided which thread listens."""

    ticket = 0
    """Number of the order whose reports count; those of earlier orders are late."""

    listening = False
    """Whether a thread hands on what the worker reports, or is about to."""

    stopped = False
    """Whether the reader has stopped the analysis."""

    troubled = 0
    """Number of the order in which the trouble came that concerns no single article."""

    opening = 0
    """Number of the folder's opening; what was read or found for an earlier one is late."""

    @cached_property
    def _pace(self) -> Pace:
        return Pace()

    def begin(self) -> None:
        """Begin once the text is on the screen."""
        self.begin_work()

    def begin_work(self) -> None:
        """Read the bookmarks, then have what is open analysed."""
        self.reload_notes()
        if self.worker is not None and self.desk.articles:
            self.desk = replace(self.desk, progress="Reading begins …")
            self.run_worker(partial(self._listen, self.opening), thread=True, group="feed", exit_on_error=False)

    def _listen(self, opening: int) -> None:
        """Show what is cached; where that is not everything, start the worker and hand on what it reports."""
        from tui.library.events import Trouble

        changes = self._changes
        try:
            decisions = self.read_decisions(self.desk.articles)
            self.post_message(Remembered(decisions, changes))
            if not self._from_cache(decisions, opening):
                self._work(decisions)
        except Exception as error:
            _LOG.exception("The analysis failed")
            self.post_message(Reported(Trouble(self.ticket, f"The analysis stopped: {error}", None)))

    def _from_cache(self, decisions: tuple[Decision, ...], opening: int) -> bool:
        """Report what is cached; returns whether that is all there is to know."""
        if self.cache is None:
            return False
        from tui.library.analysis import cached
        from tui.library.events import Analysed, Compared, Finished, Trouble

        found = cached(self.desk.articles, decisions, cache=self.cache, models=self.settings.models)
        for sentence in found.problems:
            self.post_message(Reported(Trouble(self.ticket, sentence, None), opening))
        if found.comparison is not None:
            self.post_message(Reported(Compared(self.ticket, found.comparison), opening))
            self.post_message(Reported(Finished(self.ticket), opening))
            return True
        for analysis in found.analyses:
            self.post_message(Reported(Analysed(self.ticket, analysis), opening))
        return False

    def _work(self, decisions: tuple[Decision, ...]) -> None:
        worker, here = self.worker, get_current_worker()
        if worker is None:
            return
        with self._beginning:
            begun, self.listening = self.listening, True
        try:
            self.ticket = worker.open(self._to_analyse(), decisions, first=self.first_article or None)
        except OSError:
            self.listening = begun
            raise
        # Another thread already hands on what the worker reports.
        for event in () if begun else worker.events():
            if here.is_cancelled:
                return
            self.post_message(Reported(event))

    def order_again(self, decisions: tuple[Decision, ...]) -> None:
        """Have the story compared again under other decisions of the reader."""
        if self.worker is None:
            return
        from tui.library.nearness import LIBRARY

        self.stopped = False
        self.first_article = self.reading.article_id
        if self.listening and len(self.desk.articles) <= LIBRARY:
            self.ticket = self.worker.open(self.desk.articles, decisions, first=self.first_article or None)
        else:
            self.run_worker(partial(self._work, decisions), thread=True, group="feed", exit_on_error=False)

    def _to_analyse(self) -> Sequence[Article]:
        """All articles; of a library those near the opened one, since others are neither analysed nor sent away."""
        from tui.library.nearness import LIBRARY, near

        articles = self.desk.articles
        return articles if len(articles) <= LIBRARY else near(articles, self.first_article)

    def ask_for(self, article: str) -> None:
        """Have an article analysed before others, if it is not yet."""
        if self.worker is None or not self.listening or article in self.desk.analyses:
            return
        from tui.library.nearness import LIBRARY

        if len(self.desk.articles) > LIBRARY:
            self.order_again(self.desk.decisions)
        else:
            self.worker.prioritise(article)

    def give_up_orders(self) -> None:
        """Have nothing more analysed of what was ordered; reports of it come too late."""
        if self.worker is not None and self.listening:
            self.ticket = self.worker.open(())

    def on_reported(self, message: Reported) -> None:
        """Put a report on the desk."""
        from tui.library.events import Analysed, Compared, Finished, Progress, Trouble

        event = message.event
        if event.ticket < self.ticket or message.opening not in (None, self.opening):
            return
        desk = self.desk
        match event:
            case Progress(done=done, total=total, words=words):
                left = self._pace.left(done, total, time.monotonic())
                self.desk = replace(desk, progress=f"{words}, {left}" if left else words)
            case Analysed(analysis=analysis):
                self.desk = desk.with_analysis(analysis)
            case Compared(comparison=comparison) if self.more:
                # Alone it can be compared with nothing: the other articles are still being read.
                for analysis in comparison.analyses:
                    self.desk = self.desk.with_analysis(analysis)
            case Compared(comparison=comparison):
                self.desk = desk.with_comparison(comparison)
            case Trouble(sentence=sentence, article=article):
                self.desk = desk.with_trouble(sentence, article)
                self.troubled = self.troubled if article else event.ticket
            case Finished():
                # What a later order did without is no trouble any more.
                desk = desk.without_trouble() if event.ticket > self.troubled else desk
                self.desk = replace(desk, progress="")
                gc.freeze()  # what the analysis made stays: looking through it for garbage would hold up a key

    def end_feed(self) -> None:
        """End the worker."""
        if self.worker is not None:
            self.worker.close()
