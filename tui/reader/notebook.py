"""The reader's bookmarks as the screen needs them: set, taken back, and found again in the texts that are open."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from tui.articles.model import Article
from tui.reader.desk import Note
from tui.reader.writer import Writer

if TYPE_CHECKING:
    from tui.comparison.model import Fact
    from tui.library.bookmarks import Bookmark, BookmarkFile


class Notebook:
    """Hands changes of the bookmarks file to the writer; remembers what was done, so that it can be undone."""

    def __init__(self, opened: Callable[[], BookmarkFile], writer: Writer) -> None:
        """Use the bookmarks file that a function gives; it is asked when bookmarks are first needed."""
        self._opened, self._writer = opened, writer
        self._done: list[tuple[str, str]] = []
        """What was done, the last at the end: set or deleted, and the bookmark's id."""
        self.changes = 0
        """Grows with every change, also one that takes another back: what was read before it is late."""

    @cached_property
    def file(self) -> BookmarkFile:
        """The file itself."""
        return self._opened()

    def notes(self, articles: Sequence[Article]) -> tuple[tuple[Note, ...], tuple[str, ...]]:
        """The bookmarks that stand in the given articles, and what could not be read, in sentences.

        Raises:
            NotSaved: The file is there but cannot be read.
        """
        from tui.library.bookmarks.placing import place

        loaded = self.file.load()
        notes = tuple(
            _note(placed.bookmark, placed.article, placed.anchor.start, placed.anchor.end)
            for placed in place(loaded.bookmarks, articles)
            if placed.article is not None and placed.anchor.state != "lost"
        )
        return notes, tuple(loaded.problems)

    def keep(
        self, article: Article, start: int, end: int, *, fact: Fact | None = None, articles: Sequence[Article] = ()
    ) -> Note:
        """Keep a passage, or a fact with what the other articles say of it."""
        from tui.library.bookmarks import make_bookmark, other_passages

        others = other_passages(fact, articles, but=article.id) if fact is not None else ()
        bookmark = make_bookmark(
            article,
            start,
            end,
            kind="fact" if fact is not None else "passage",
            fact=fact,
            others=others,
            articles=articles,
        )
        done = ("set", bookmark.id)
        self._done.append(done)
        self._write(partial(self.file.add, bookmark), "The bookmark was not kept", partial(self._not_done, done))
        return _note(bookmark, article.id, start, end)

    def delete(self, *ids: str) -> None:
        """Delete bookmarks; each can be taken back."""
        done = [("deleted", identity) for identity in ids]
        self._done.extend(done)
        self._write(partial(self.file.delete, *ids), "The bookmark was not deleted", partial(self._not_done, *done))

    def change(self, bookmark: Bookmark) -> None:
        """Keep a bookmark's new note or tags."""
        self._write(partial(self.file.change, bookmark), "Not kept")

    @property
    def undoable(self) -> int:
        """How many changes can be taken back."""
        return len(self._done)

    def undo(self) -> tuple[str, str] | None:
        """Take back the last change; returns what was undone and the bookmark's id, None where there is nothing."""
        if not self._done:
            return None
        done = self._done.pop()
        what, identity = done
        change = self.file.delete if what == "set" else self.file.restore
        self._write(partial(change, identity), "Not undone", partial(self._done.append, done))
        return done

    def _write(self, work: Callable[[], object], complaint: str, otherwise: Callable[[], object] | None = None) -> None:
        self.changes += 1
        self._writer.write(work, complaint, otherwise)

    def _not_done(self, *done: tuple[str, str]) -> None:
        """Forget what could not be written, so that nothing is undone that never was."""
        for one in done:
            with contextlib.suppress(ValueError):  # undone meanwhile
                self._done.remove(one)


def _note(bookmark: Bookmark, article: str, start: int, end: int) -> Note:
    return Note(bookmark.id, article, start, end, bookmark.exact, bookmark.note)
