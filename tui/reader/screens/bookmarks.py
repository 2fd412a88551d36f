"""The list of all bookmarks: filter, note, tags, delete and undo, and the way to the passage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult, SuspendNotSupported
from textual.events import Key
from textual.reactive import var
from textual.widgets import Input
from textual.worker import Worker, get_current_worker

from tui.library.counting import plural
from tui.library.locations import path_of
from tui.library.log import logger
from tui.reader.bar_words import BACK, footer
from tui.reader.bars import Bar
from tui.reader.commands import Place, bindings, commands_of
from tui.reader.row_list import RowList
from tui.reader.screens.base import RoomScreen
from tui.reader.screens.bookmark_rows import BookmarkRows, tags_in
from tui.reader.screens.editing import edited
from tui.reader.typing_line import TypingLine

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.library.bookmarks import Bookmark, Placed

ASKED = {
    "filter": "Show bookmarks with these words",
    "note": "Note",
    "tags": "Tags, divided by spaces or commas",
    "file": "New file; its ending is the format: .md .jsonld .csv .org .txt .jsonl",
}


class BookmarksScreen(RoomScreen):
    """All bookmarks, those of the open articles first."""

    PLACE: ClassVar[Place] = "bookmarks"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("bookmarks")]

    placed: var[tuple[Placed, ...]] = var(())
    filter: var[str] = var("")

    def __init__(self) -> None:
        """Nothing is asked yet."""
        super().__init__()
        self._asked = ""
        """What the line at the bottom is for: filter, note, tags or file."""
        self._meant: Bookmark | None = None
        """Whose note or tags are typed; the rows may move meanwhile."""

    def compose(self) -> ComposeResult:
        """How many there are, the list, a line to type in, the keys."""
        yield Bar(id="bookmarks-head")
        yield BookmarkRows(signs=self.room.settings.icons, id="bookmark-rows").data_bind(
            RoomScreen.desk, BookmarksScreen.placed, BookmarksScreen.filter
        )
        line = TypingLine(id="bookmark-words", compact=True)
        line.display = False
        yield line
        yield Bar(id="bookmarks-foot")

    def on_mount(self) -> None:
        """Read the file."""
        bar = self.query_one("#bookmarks-foot", Bar)
        bar.left, bar.right = footer(commands_of("list", "bookmarks"), self.room.settings.keymap), BACK
        self.query_one("#bookmarks-head", Bar).left = (("Reading the bookmarks …", "dim", ""),)
        self.rows.focus()
        self.read()

    @property
    def rows(self) -> BookmarkRows:
        """The list."""
        return self.query_one(BookmarkRows)

    def watch_desk(self) -> None:
        """Read again after bookmarks or articles changed."""
        if self.is_mounted:
            self.read()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def read(self) -> None:
        """Read the file and find every passage; changed texts take a moment."""
        from tui.library.bookmarks import place

        notebook = self.room.notebook
        if notebook is None:
            self.app.call_from_thread(self._tell, ("Bookmarks are off: no file was given.",))
            return
        self.room.writer.wait()
        try:
            loaded = notebook.file.load()
            placed = place(loaded.bookmarks, self.desk.articles)
        except Exception as error:
            logger("reader").exception("The bookmarks could not be read")
            self.app.call_from_thread(self._tell, (f"The bookmarks cannot be read: {error}",))
            return
        self.app.call_from_thread(self._read, get_current_worker(), placed, loaded.problems)

    def _read(self, reading: Worker[None], placed: tuple[Placed, ...], problems: tuple[str, ...]) -> None:
        if not reading.is_cancelled:  # a later reading knows what was deleted meanwhile
            self.placed = placed
            self._tell(problems)
            found = {one.bookmark.id for one in placed if one.article is not None and one.anchor.state != "lost"}
            if found != {note.id for note in self.desk.notes}:
                self.room.reload_notes()  # another reader has set or deleted some

    def _tell(self, problems: tuple[str, ...] = ()) -> None:
        """Say how many there are, or how to set the first."""
        bar = self.query_one("#bookmarks-head", Bar)
        shown, count = len(self.rows.shown), len(self.placed)
        words = plural(count, "bookmark")
        if self.filter.strip():
            words = f"{shown:,} of {words} with “{self.filter.strip()}”"
        elif not count and not problems:
            words = f"No bookmarks yet: {self.room.key('bookmark')} keeps the sentence that is being read."
        said = [(f"  {sentence}", "warning", "") for sentence in problems]
        if self.desk.opening:
            said.append((f"  {self.desk.opening}", "dim", ""))
        bar.left = ((words, "strong", ""), *said)

    def watch_filter(self) -> None:
        """Say what the filter shows."""
        if self.is_mounted:
            self.call_after_refresh(self._tell)

    @on(RowList.Opened, "#bookmark-rows")
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        placed = self.rows.chosen_one
        if placed is not None:
            self.room.open_bookmark(placed)

    # What is typed -----------------------------------------------------------------------------------------------

    def action_ask(self, what: str) -> None:
        """Open the line for a filter, for the note or tags of the chosen bookmark, or for a file to write."""
        placed = self.rows.chosen_one
        if what != "filter" and placed is None:
            return
        line = self.query_one(Input)
        self._asked, self._meant = what, placed.bookmark if placed else None
        line.placeholder = ASKED[what]
        if what == "filter" or placed is None:
            line.value = self.filter
        elif what == "file":
            line.value = ""
        else:
            line.value = placed.bookmark.note if what == "note" else " ".join(placed.bookmark.tags)
        line.display = True
        self.set_focus(line)  # at once, so that keys which come in the same burst are typed here

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while words are typed."""
        event.stop()
        if self._asked == "filter":
            self.filter = event.value

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was typed."""
        event.stop()
        meant, words = self._meant and self.rows.as_it_is_now(self._meant), event.value.strip()
        if meant is not None and self._asked == "note":
            self._change(replace(meant, note=words))
        elif meant is not None and self._asked == "tags":
            self._change(replace(meant, tags=tags_in(words)))
        elif self._asked == "file" and words and not self._written(words):
            return
        self._close_line()

    async def on_key(self, event: Key) -> None:
        """Escape gives up what was typed, or the filter."""
        if event.key == "escape" and (self._asked or self.filter):
            event.stop()
            event.prevent_default()
            if self._asked in ("filter", ""):
                self.filter = ""
            self._close_line()
            return
        await super().on_key(event)

    def action_edit_note(self) -> None:
        """Write a long note in the editor that VISUAL or EDITOR names."""
        placed = self.rows.chosen_one
        if placed is None:
            return
        try:
            with self.app.suspend():
                note = edited(placed.bookmark.note)
        except SuspendNotSupported:
            short = self.room.key("note")
            self.room.say(f"This terminal cannot be lent to an editor; {short} writes a short note.", warning=True)
        except (OSError, ValueError) as error:
            self.room.say(f"The editor did not start: {error}", warning=True)
        else:
            if note != placed.bookmark.note:
                self._change(replace(placed.bookmark, note=note))

    def _close_line(self) -> None:
        self._asked, self._meant = "", None
        self.query_one(Input).display = False
        self.rows.focus()

    def _change(self, bookmark: Bookmark) -> None:
        notebook = self.room.notebook
        if notebook is None:
            return
        notebook.change(bookmark)
        # Shown at once: what is typed next is a change of this one, not of the one before.
        now, same = self.placed, bookmark.id
        self.placed = tuple(replace(one, bookmark=bookmark) if one.bookmark.id == same else one for one in now)
        self.room.reload_notes()
        self.read()

    def _written(self, words: str) -> bool:
        """Write what the list shows, or say why that is not done."""
        from tui.library.bookmarks.exports.writing import write_export

        shown = [placed.bookmark for placed in self.rows.shown]
        try:
            path = path_of(words)
            write_export(path, shown, self.room.settings.bookmark_template)
        except OSError as error:
            self.room.say(f"Not written: {error.strerror or error}.", warning=True)
        except ValueError as error:
            self.room.say(str(error), warning=True)
        else:
            self.room.say(f"{plural(len(shown), 'bookmark')} written to {path}.")
            return True
        return False

    # What is deleted ---------------------------------------------------------------------------------------------

    def action_delete_bookmark(self) -> None:
        """Delete the chosen bookmark; u takes it back."""
        placed = self.rows.chosen_one
        if placed is not None:
            self.room.delete_bookmark(placed.bookmark.id)
            self.placed = tuple(one for one in self.placed if one.bookmark.id != placed.bookmark.id)
            self.read()

    def action_undo_bookmark(self) -> None:
        """Take back the last change."""
        self.room.undo()
        self.read()
