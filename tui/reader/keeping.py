"""What the reader keeps: bookmarks, positions and read marks."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.articles.model import Article
from tui.library.counting import plural
from tui.reader.room import Room
from tui.reader.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from tui.comparison.model import Fact
    from tui.reader.comparison.groups import Group


SOON = 5.0
"""Seconds after which a place that was left is written, so that not even a crash of the system forgets more."""


class Keeping(Room):
    """The part of the app that keeps things."""

    _written: object = None
    """What was written last of where the reader is."""

    @property
    def reading(self) -> ReadingScreen:
        """The reading screen, which is always the first."""
        screen = self.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    # Positions ---------------------------------------------------------------------------------------------------

    def leave_place(self, place: tuple[str, int]) -> None:
        """Remember a place that is left by a jump."""
        self.history.leave(place)

    def keep_position(self, article: str, position: int) -> None:
        """Remember where reading stopped in an article that is left."""
        if article in self.desk.by_id:
            self.desk = replace(self.desk, positions={**self.desk.positions, article: position})

    def mark_read(self, article: str, read: bool) -> None:
        """Mark an article as read or unread."""
        marks = self.desk.read | {article} if read else self.desk.read - {article}
        self.desk = replace(self.desk, read=frozenset(marks))
        found = self.desk.by_id.get(article)
        if self.state is not None and found is not None:
            self.state.keep(self.folder, read=[found] if read else [], unread=[] if read else [found])

    def read_to_the_end(self, article: str) -> None:
        """Mark an article as read when the cursor comes to its last sentence."""
        if article not in self.desk.read:
            self.mark_read(article, True)

    def begin_keeping(self) -> None:
        """Write where the reader is from time to time, and when the terminal is closed or the system ends us."""
        self.set_interval(SOON, self._keep_soon)
        if os.name == "nt" or self.is_headless:
            return
        import asyncio

        for number in (signal.SIGHUP, signal.SIGTERM):
            if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                # The shell's way to say which signal ended a program.
                asyncio.get_running_loop().add_signal_handler(number, self.exit, None, 128 + number)

    def keep_everything(self) -> None:
        """Write positions and the open article, on quitting."""
        self.workers.cancel_group(self, "keeping")
        self._writing()()

    def _keep_soon(self) -> None:
        """Write where the reader is if it has changed, in a thread: the disk may be slow."""
        if not self.screen_stack:
            return
        if self.abandoned:  # and the hangup did not come, as under nohup
            self.exit(None, 128 + signal.SIGHUP)
            return
        now = (self.folder, self.reading.here, self.reading.shown, len(self.desk.articles), len(self.desk.read))
        if now == self._written:
            return
        self._written = now
        write = self._writing()

        def unless_late() -> None:
            if not get_current_worker().is_cancelled:
                write()

        self.run_worker(unless_late, thread=True, group="keeping", exclusive=True, exit_on_error=False)

    def _writing(self) -> Callable[[], None]:
        """What writes where the reader is now; touches nothing that another thread may change meanwhile."""
        if self.state is None or not self.desk.articles or not self.screen_stack:
            return lambda: None
        article, point = self.reading.here
        by_id = self.desk.by_id
        positions = {**self.desk.positions, article: point}
        places: list[tuple[Article, int]] = [
            (by_id[identity], position) for identity, position in positions.items() if identity in by_id
        ]
        story = self.desk.story_of(article)
        keep = partial(
            self.state.keep,
            self.folder,
            positions=places,
            panes=self.reading.shown,
            article=by_id.get(article),
            story=story.id if story is not None else None,
        )
        unread = sum(one.id not in self.desk.read for one in self.desk.articles)
        recent, folder, articles = self.state.recent, self.folder, len(self.desk.articles)

        def write() -> None:
            keep()
            if folder is not None:
                recent.remember(folder, articles=articles, unread=unread)

        return write

    # Bookmarks ---------------------------------------------------------------------------------------------------

    def keep_passage(self, article: Article, start: int, end: int) -> None:
        """Bookmark a passage."""
        if self.notebook is None:
            self.say("Bookmarks are off: no file was given.", warning=True)
            return
        if end <= start:
            return
        if any((note.start, note.end) == (start, end) for note in self.desk.notes_in(article.id)):
            self.say(f"Bookmarked already; {self.key('bookmarks')} lists the bookmarks.")
            return
        try:
            note = self.notebook.keep(article, start, end)
        except (OSError, ValueError) as error:
            self.say(f"The bookmark was not kept: {error}", warning=True)
            return
        self.desk = replace(self.desk, notes=(*self.desk.notes, note))
        self.say(f"Bookmarked; {self.key('undo')} takes it back.")

    def keep_fact(self, group: Group) -> None:
        """Bookmark a fact, with what the other sources say of it."""
        if self.notebook is None:
            self.say("Bookmarks are off: no file was given.", warning=True)
            return
        here = group.here
        article = self.desk.by_id[here.article]
        try:
            note = self.notebook.keep(article, here.start, here.end, fact=group.fact, articles=self.desk.articles)
        except (OSError, ValueError) as error:
            self.say(f"The bookmark was not kept: {error}", warning=True)
            return
        self.desk = replace(self.desk, notes=(*self.desk.notes, note))
        self.say(f"Bookmarked the fact with every source's words; {self.key('undo')} takes it back.")

    def copy_report(self, fact: Fact) -> None:
        """Copy what every source says of a fact, as Markdown to paste into a draft."""
        from tui.library.reports import fact_markdown

        self.copy_to_clipboard(fact_markdown(fact, self.desk.by_id))
        self.say(f"Copied the fact with the words of {plural(len(fact.articles), 'source')}, as Markdown.")

    def delete_bookmark(self, identity: str) -> None:
        """Delete a bookmark; it can be taken back."""
        if self.notebook is None:
            return
        try:
            self.notebook.delete(identity)
        except OSError as error:
            self.say(f"The bookmark was not deleted: {error}", warning=True)
            return
        self.desk = replace(self.desk, notes=tuple(note for note in self.desk.notes if note.id != identity))
        self.say(f"Bookmark deleted; {self.key('undo')} takes it back.")

    def reload_notes(self) -> None:
        """Read the bookmarks file again after it was changed."""
        if self.notebook is None:
            return
        try:
            notes, _ = self.notebook.notes(self.desk.articles)
        except OSError as error:
            self.say(f"The bookmarks cannot be read: {error}", warning=True)
        else:
            self.desk = replace(self.desk, notes=notes)

    def undo(self) -> None:
        """Take back the last change of the bookmarks."""
        try:
            undone = self.notebook.undo() if self.notebook is not None else None
        except OSError as error:
            self.say(f"Not undone: {error}", warning=True)
            return
        if undone is None:
            self.say("Nothing to undo.")
            return
        self.reload_notes()
        self.say("Bookmark taken back." if undone[0] == "set" else "Bookmark restored.")
