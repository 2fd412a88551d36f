"""Opening folders: what is large is read on behind the first article, and another folder opens without a restart.

A thread reads step by step; the loop puts each step on the desk. What was read of a folder that was left meanwhile
comes too late and is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from tui.library.counting import plural
from tui.library.log import logger
from tui.reader.desk import Desk
from tui.reader.following import Following, Renewed
from tui.reader.history import History
from tui.reader.messages import GoTo

if TYPE_CHECKING:
    from tui.articles.model import Article
    from tui.articles.steps import Step
    from tui.library.bookmarks import Placed
    from tui.library.state import FolderState
    from tui.library.watching import Watch

_LOG = logger("reader")


@dataclass
class ReadOn(Message):
    """Some files more were read."""

    step: Step
    opening: int
    folder: Path | None
    kept: FolderState | None


class Opening(Following):
    """The part of the app that opens folders."""

    def begin(self) -> None:
        """Begin the analysis of what is there; read the rest, where there is more."""
        if not self.more:
            super().begin()
            return
        # The watch compares with all that was read, so it waits.
        watch, self.watch_files = self.watch_files, None
        super().begin()
        self.watch_files = watch
        self._read_on(self.more, self.folder, self.desk.articles[0])

    def open_folder(self, path: Path, bookmark: str = "") -> None:
        """Open another folder in place of this one, and go to a bookmark; until it has an article, this one stays."""
        self.sought = (path, bookmark) if bookmark else None
        self.desk = replace(self.desk, opening=f"Opening {path.name or path} …")
        self._read_on((path,), path)

    def open_bookmark(self, placed: Placed) -> None:
        """Go to the passage of a bookmark, into another folder where it was read there."""
        folder = placed.bookmark.article.folder
        if placed.article is not None and placed.anchor.state != "lost":
            self.post_message(GoTo(placed.article, placed.anchor.start, placed.anchor.end))
        elif placed.article is not None:
            self.say("The passage no longer stands in its article; its words are kept here.", warning=True)
        elif folder and Path(folder) != self.folder:
            self.open_folder(Path(folder), placed.bookmark.id)
        else:
            self.say("Its article is not there any more; the words of the passage are kept here.", warning=True)

    def stop_opening(self) -> bool:
        """Read no further; returns whether anything was being read."""
        if not self.desk.opening:
            return False
        self.opening += 1
        self.workers.cancel_group(self, "opening")
        self.desk = replace(self.desk, opening="")
        self.say(f"Stopped: {plural(len(self.desk.articles), 'article')} are open; the library opens the folder again.")
        return True

    def action_stop_work(self) -> None:
        """Stop what is read or analysed behind the screen; where the analysis was stopped, go on with it."""
        if self.stop_opening():
            return
        if self.stopped:
            self.say("Going on.")
            self.order_again(self.desk.decisions)
        elif self.desk.progress and self.listening:
            self.give_up_orders()
            self.stopped, self.desk = True, replace(self.desk, progress="")
            self.say(f"Stopped; {self.key('stop-work')} goes on.")
        else:
            self.say("Nothing is being worked on.")

    def _read_on(self, paths: Sequence[Path], folder: Path | None, first: Article | None = None) -> None:
        self.opening += 1
        self.run_worker(
            partial(self._read, tuple(paths), folder, first, self.opening),
            thread=True, group="opening", exclusive=True, exit_on_error=False,
        )  # fmt: skip

    def _read(self, paths: tuple[Path, ...], folder: Path | None, first: Article | None, opening: int) -> None:
        from tui.articles.steps import is_large, read_first, read_in_steps

        here = get_current_worker()
        try:
            kept = self.state.load(folder) if self.state is not None else None
            if first is None and is_large(paths):
                first = read_first(paths, kept.file if kept is not None else None)
            for step in read_in_steps(paths, first, lambda: not here.is_cancelled):
                self.post_message(ReadOn(step, opening, folder, kept))
        except Exception as error:
            _LOG.exception("The folder could not be read")
            self.call_from_thread(self._failed, opening, f"The folder could not be read: {error}")

    def _failed(self, opening: int, sentence: str) -> None:
        if opening == self.opening:
            self.desk = replace(self.desk, opening="")
            self.say(sentence, warning=True)

    def on_read_on(self, event: ReadOn) -> None:
        """Put what was read on the desk; with the first articles of another folder, change over to it."""
        step = event.step
        if event.opening != self.opening:
            return
        if event.folder != self.folder:
            if not step.reading.articles:
                if step.complete:
                    problems = step.reading.problems
                    self._failed(event.opening, problems[0].sentence if problems else "The folder holds no article.")
                return
            self._change_to(event)
        words = f"Reading {step.done:,} of {step.files:,} files"
        self.desk = self.desk.with_reading(step.reading, event.kept, "" if step.complete else words)
        if step.complete:
            self._complete()

    def _change_to(self, event: ReadOn) -> None:
        """Keep what belongs to the folder that is left, and begin with the other one."""
        self.keep_everything()
        if self.watch_files is not None:
            self.watch_files.stop()
        self.give_up_orders()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.folder, self.history = event.folder, History()
        self.open_notebook()
        self.watch_files = self._watch(event.folder) if event.folder is not None else None
        desk = Desk.of(event.step.reading)
        self.desk = desk.remembering(event.kept) if event.kept is not None else desk
        self.first_article = self.first_of(event.step.reading, event.kept)
        self.reading.begin_at(self.first_article)

    def _complete(self) -> None:
        """All files are read: find the bookmarks, analyse and watch."""
        self.more = ()
        for problem in self.desk.problems[:1]:
            self.say(problem.sentence, warning=True)
        self.begin_work()
        self.begin_watch()

    def _watch(self, folder: Path) -> Watch:
        from tui.library.watching import Watch

        return Watch((folder,), but=(self.notebook.file.path,) if self.notebook is not None else ())

    def on_renewed(self, event: Renewed) -> None:
        """Drop news of a folder that was left."""
        if any(article.folder != str(self.folder) for article in event.renewal.reading.articles[:1] if self.folder):
            event.prevent_default()
