"""What the worker reports becomes a new desk.

The worker starts after the first paint, in a thread of its own, so that neither its start nor a slow cache holds up
the keys.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from tui.reader.deciding import Deciding
from tui.reader.desk import Note

if TYPE_CHECKING:
    from tui.comparison.model import Decision
    from tui.library.events import Event

_LOG = logging.getLogger("lesart.reader")


@dataclass
class Reported(Message):
    """The worker reported something."""

    event: Event


@dataclass
class Noted(Message):
    """The bookmarks file was read."""

    notes: tuple[Note, ...]
    problems: tuple[str, ...] = ()


@dataclass
class Remembered(Message):
    """The reader's earlier decisions were read."""

    decisions: tuple[Decision, ...]


class Feed(Deciding):
    """The part of the app that listens to the worker."""

    ticket = 0
    """Number of the order whose reports count; those of earlier orders are late."""

    listening = False
    """Whether the worker was started."""

    def begin(self) -> None:
        """Read the bookmarks, then start the worker and listen to it."""
        self.run_worker(self._read_notes, thread=True, group="notes", exit_on_error=False)
        if self.worker is not None and self.desk.articles:
            self.desk = replace(self.desk, progress="Reading begins …")
            self.run_worker(self._listen, thread=True, group="feed", exit_on_error=False)

    def _read_notes(self) -> None:
        notebook = self.notebook
        if notebook is None:
            return
        try:
            notes, problems = notebook.notes(self.desk.articles)
        except OSError as error:
            self.post_message(Noted((), (f"The bookmarks cannot be read: {error}",)))
        else:
            self.post_message(Noted(notes, problems))

    def _listen(self) -> None:
        """Show what is cached; where that is not everything, start the worker and hand on what it reports."""
        from tui.library.events import Trouble

        try:
            decisions = self.read_decisions()
            self.post_message(Remembered(decisions))
            if not self._from_cache(decisions):
                self._work(decisions)
        except Exception as error:
            _LOG.exception("The analysis failed")
            self.post_message(Reported(Trouble(self.ticket, f"The analysis stopped: {error}", None)))

    def _from_cache(self, decisions: tuple[Decision, ...]) -> bool:
        """Report what is cached; returns whether that is all there is to know."""
        if self.cache is None:
            return False
        from tui.library.analysis import cached
        from tui.library.events import Analysed, Compared, Finished, Trouble

        found = cached(self.desk.articles, decisions, cache=self.cache, pipeline=self.settings.pipeline)
        for sentence in found.problems:
            self.post_message(Reported(Trouble(self.ticket, sentence, None)))
        if found.comparison is not None:
            self.post_message(Reported(Compared(self.ticket, found.comparison)))
            self.post_message(Reported(Finished(self.ticket)))
            return True
        for analysis in found.analyses:
            self.post_message(Reported(Analysed(self.ticket, analysis)))
        return False

    def _work(self, decisions: tuple[Decision, ...]) -> None:
        worker, here = self.worker, get_current_worker()
        if worker is None:
            return
        worker.start()
        self.listening = True
        self.ticket = worker.open(self.desk.articles, decisions, first=self.first_article or None)
        for event in worker.events():
            if here.is_cancelled:
                return
            self.post_message(Reported(event))

    def order_again(self, decisions: tuple[Decision, ...]) -> None:
        """Have the story compared again under other decisions of the reader."""
        if self.worker is None:
            return
        self.first_article = self.reading.article_id
        if self.listening:
            self.ticket = self.worker.open(self.desk.articles, decisions, first=self.first_article or None)
        else:
            self.run_worker(partial(self._work, decisions), thread=True, group="feed", exit_on_error=False)

    def ask_for(self, article: str) -> None:
        """Have an article analysed before others, if it is not yet."""
        if self.worker is not None and self.listening and article not in self.desk.analyses:
            self.worker.prioritise(article)

    def on_reported(self, message: Reported) -> None:
        """Put a report on the desk."""
        from tui.library.events import Analysed, Compared, Finished, Progress, Trouble

        event = message.event
        if event.ticket < self.ticket:
            return
        desk = self.desk
        match event:
            case Progress(words=words):
                self.desk = replace(desk, progress=words)
            case Analysed(analysis=analysis):
                self.desk = desk.with_analysis(analysis)
            case Compared(comparison=comparison):
                self.desk = desk.with_comparison(comparison)
            case Trouble(sentence=sentence, article=article):
                self.desk = replace(desk, troubles={**desk.troubles, article or "": sentence})
            case Finished():
                self.desk = replace(desk, progress="")

    def on_remembered(self, message: Remembered) -> None:
        """Put the reader's earlier decisions on the desk."""
        self.desk = replace(self.desk, decisions=message.decisions)

    def on_noted(self, message: Noted) -> None:
        """Put the bookmarks on the desk."""
        self.desk = replace(self.desk, notes=message.notes)
        for sentence in message.problems:
            self.say(sentence, warning=True)

    def end_feed(self) -> None:
        """End the worker."""
        if self.worker is not None:
            self.worker.close()
