"""The reader's bookmarks as the screen needs them: set, taken back, and found again in the texts that are open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui.articles.model import Article
from tui.reader.desk import Note

if TYPE_CHECKING:
    from tui.comparison.model import Fact
    from tui.library.bookmarks import Bookmark, BookmarkFile


class Notebook:
    """Wraps the bookmarks file; remembers what was done, so that it can be undone."""

    def __init__(self, opened: Callable[[], BookmarkFile]) -> None:
        """Use the bookmarks file that a function gives; it is asked when bookmarks are first needed."""
        self._opened = opened
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
        """Keep a passage, or a fact with what the other articles say of it.

        Raises:
            NotSaved: The file cannot be written.
        """
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
        self.file.add(bookmark)
        self._done.append(("set", bookmark.id))
        self.changes += 1
        return _note(bookmark, article.id, start, end)

    def delete(self, *ids: str) -> None:
        """Delete bookmarks; each can be taken back.

        Raises:
            NotSaved: The file cannot be written.
        """
        self.file.delete(*ids)
        self._done.extend(("deleted", identity) for identity in ids)
        self.changes += 1

    def change(self, bookmark: Bookmark) -> None:
        """Keep a bookmark's new note or tags.

        Raises:
            NotSaved: The file cannot be written.
        """
        self.file.change(bookmark)
        self.changes += 1

    @property
    def undoable(self) -> int:
        """How many changes can be taken back."""
        return len(self._done)

    def undo(self) -> tuple[str, str] | None:
        """Take back the last change; returns what was undone and the bookmark's id, None where there is nothing.

        Raises:
            NotSaved: The file cannot be written.
        """
        if not self._done:
            return None
        what, identity = self._done[-1]
        if what == "set":
            self.file.delete(identity)
        else:
            self.file.restore(identity)
        self._done.pop()
        self.changes += 1
        return what, identity


def _note(bookmark: Bookmark, article: str, start: int, end: int) -> Note:
    return Note(bookmark.id, article, start, end, bookmark.exact, bookmark.note)
