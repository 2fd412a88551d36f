"""The reader's bookmarks: set, deleted, taken back, and found in the texts that are open.

The screen shows a change at once; the writer's thread does it. Where that fails, the file is read again, so that the
screen shows what is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.message import Message

from tui.articles.model import Article
from tui.library.counting import plural
from tui.library.log import logger
from tui.reader.desk import Note
from tui.reader.keeping import Keeping
from tui.reader.messages import NotWritten

if TYPE_CHECKING:
    from pathlib import Path

    from tui.comparison.model import Fact
    from tui.reader.comparison.groups import Group

_LOG = logger("reader")


@dataclass
class Noted(Message):
    """The bookmarks file was read."""

    notes: tuple[Note, ...]
    problems: tuple[str, ...] = ()
    changes: int = 0
    """How many changes of the bookmarks there were when the reading began."""


class Noting(Keeping):
    """The part of the app that keeps bookmarks."""

    sought: tuple[Path, str] | None = None
    """A folder that is being opened for a bookmark in it, and the bookmark's id."""

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
        note = self.notebook.keep(article, start, end)
        self.desk = replace(self.desk, notes=(*self.desk.notes, note))
        self.say(f"Bookmarked; {self.key('undo')} takes it back.")

    def keep_fact(self, group: Group) -> None:
        """Bookmark a fact, with what the other sources say of it."""
        if self.notebook is None:
            self.say("Bookmarks are off: no file was given.", warning=True)
            return
        here = group.here
        article = self.desk.by_id[here.article]
        note = self.notebook.keep(article, here.start, here.end, fact=group.fact, articles=self.desk.articles)
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
        self.notebook.delete(identity)
        self._without(identity)
        self.say(f"Bookmark deleted; {self.key('undo')} takes it back.")

    def _without(self, identity: str) -> None:
        self.desk = replace(self.desk, notes=tuple(note for note in self.desk.notes if note.id != identity))

    def undo(self) -> None:
        """Take back the last change of the bookmarks."""
        undone = self.notebook.undo() if self.notebook is not None else None
        if undone is None:
            self.say("Nothing to undo.")
        elif undone[0] == "set":
            self._without(undone[1])
            self.say("Bookmark taken back.")
        else:
            self.reload_notes()
            self.say("Bookmark restored.")

    # Reading the file --------------------------------------------------------------------------------------------

    def reload_notes(self) -> None:
        """Read the bookmarks file in a thread, once all that was changed is written."""
        self.run_worker(self._read_notes, thread=True, group="notes", exit_on_error=False)

    def _read_notes(self) -> None:
        notebook = self.notebook
        if notebook is None:
            return
        changes = notebook.changes
        self.writer.wait()
        try:
            notes, problems = notebook.notes(self.desk.articles)
        except Exception as error:
            _LOG.exception("The bookmarks could not be read")
            self.post_message(Noted((), (f"The bookmarks cannot be read: {error}",), changes))
        else:
            self.post_message(Noted(notes, problems, changes))

    def on_noted(self, message: Noted) -> None:
        """Put the bookmarks on the desk; read them again where one was set or deleted meanwhile."""
        if self.notebook is not None and self.notebook.changes != message.changes:
            self.reload_notes()
            return
        self.desk = replace(self.desk, notes=message.notes)
        for sentence in message.problems:
            self.say(sentence, warning=True)
        if self.sought is not None and self.sought[0] == self.folder and not self.desk.opening:
            note = next((note for note in message.notes if note.id == self.sought[1]), None)
            self.sought = None
            if note is not None:
                self.reading.go_to_passage(note.article, note.start, note.end)
            else:
                self.say("The passage no longer stands in this folder; the list of bookmarks keeps its words.")

    def on_not_written(self, message: NotWritten) -> None:
        """Say what was not written, and show the bookmarks that are kept."""
        if message.sentence in self.writer.unsaid:
            self.writer.unsaid.remove(message.sentence)
            self.say(message.sentence, warning=True)
        self.reload_notes()
