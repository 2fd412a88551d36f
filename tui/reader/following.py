"""The open story follows its folder: files that come, change or go are taken up without a restart.

A thread waits for changes, reads and finds places again; the loop only puts the result on the desk.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from tui.articles.model import Reading
from tui.library.log import logger
from tui.reader.feed import Feed
from tui.reader.messages import Say

if TYPE_CHECKING:
    from tui.articles.model import Article
    from tui.comparison.model import Decision
    from tui.library.renewing import Place, Renewal

_LOG = logger("reader")
EMPTIED = "No article is there any more; what was read before is still shown."


@dataclass
class Renewed(Message):
    """The watched files were read again."""

    renewal: Renewal
    decisions: tuple[Decision, ...]


class Following(Feed):
    """The part of the app that follows what is watched."""

    def begin(self) -> None:
        """Begin the analysis, then watch."""
        super().begin()
        self.begin_watch()

    def begin_watch(self) -> None:
        """Watch the files from now on."""
        if self.watch_files is not None:
            self.run_worker(self._follow, thread=True, group="watch", exit_on_error=False)

    def _follow(self) -> None:
        from tui.library.renewing import renew

        watch = self.watch_files
        assert watch is not None
        before = Reading(self.desk.articles, self.desk.problems)

        def tell(sentence: str) -> None:
            self.post_message(Say(sentence, warning=True))

        try:
            for reading in watch.readings(tell):
                if not reading.articles:
                    # A drive that was unplugged, or a folder on the way to another place.
                    tell(EMPTIED)
                    continue
                renewal = renew(before, reading, self._places())
                before = renewal.reading
                self.post_message(Renewed(renewal, self.read_decisions(renewal.reading.articles)))
        except Exception as error:
            _LOG.exception("The folder is not watched any more")
            tell(f"New and changed files are no longer seen: {error}")

    def _places(self) -> set[Place]:
        """The places to be found again in articles that changed."""
        return {*self.desk.positions.items(), *self.history.places, self.reading.here}

    def on_say(self, event: Say) -> None:
        """Say what a thread has to tell."""
        self.say(event.sentence, warning=event.warning)

    def on_renewed(self, event: Renewed) -> None:
        """Put the new reading on the desk, go on at the same words, and have what changed analysed."""
        from tui.reader.renewed import renewal_words, renewed_desk

        renewal, desk = event.renewal, self.desk
        words = renewal_words(renewal)
        if renewal.empty:
            if desk.problems != renewal.reading.problems:
                self.desk = replace(desk, problems=renewal.reading.problems)
            return
        article, point = self.reading.here
        if self.state is not None and renewal.gone:
            # Kept where a file only moves away for a while: it opens again where reading stopped.
            left = {**desk.positions, article: point}
            places = [(one, left[one.id]) for one in renewal.gone if one.id in left]
            self.writer.write(partial(self.state.keep, self.folder, positions=places))
        here = self._after(renewal, article, point)
        self.history.follow(renewal.successors, renewal.places)
        self.desk = replace(renewed_desk(desk, renewal), decisions=event.decisions)
        if renewal.successors.get(article) != article:
            self.reading.follow(*here)
        if words:
            self.say(words)
        self.reload_notes()
        if self.worker is not None:
            self.order_again(event.decisions)

    def _after(self, renewal: Renewal, article: str, point: int) -> Place:
        """Where reading goes on: at the same words, or in the next article where this one is gone."""
        from tui.library.renewing import moved_position

        now: dict[str, Article] = {one.id: one for one in renewal.reading.articles}
        successor = renewal.successors.get(article)
        if successor is not None:
            known = renewal.places.get((article, point))
            # The cursor may have moved on since the thread looked.
            return successor, (
                known if known is not None else moved_position(self.desk.by_id[article], now[successor], point)
            )
        order = [one.id for one in self.desk.order]
        index = order.index(article) if article in order else 0
        beside = [*order[index + 1 :], *reversed(order[:index])]
        found = next((renewal.successors[one] for one in beside if one in renewal.successors), None)
        chosen = found or renewal.reading.articles[0].id
        return chosen, self.desk.positions.get(chosen, 0)

    def end_feed(self) -> None:
        """End the watch and the worker."""
        if self.watch_files is not None:
            self.watch_files.stop()
        super().end_feed()
