"""What the reader keeps of where it is: positions, read marks and open panes."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.reader.room import Room
from tui.reader.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from tui.articles.model import Article


SOON = 5.0
"""Seconds after which a place that was left is written, so that not even a crash of the system forgets more."""


class Keeping(Room):
    """The part of the app that keeps where the reader is."""

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
            marks_read = ([found], []) if read else ([], [found])
            self.writer.write(partial(self.state.keep, self.folder, read=marks_read[0], unread=marks_read[1]))

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
        self.writer.write(self._writing())

    def _keep_soon(self) -> None:
        """Write where the reader is if it has changed and the disk keeps pace."""
        if not self.screen_stack or self.writer.busy:
            return
        if self.abandoned:  # and the hangup did not come, as under nohup
            self.exit(None, 128 + signal.SIGHUP)
            return
        now = (self.folder, self.reading.here, self.reading.shown, len(self.desk.articles), len(self.desk.read))
        if now == self._written:
            return
        self._written = now
        self.writer.write(self._writing())

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
