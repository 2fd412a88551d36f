"""Bookmarks as rows: the kept words, where they stand now, and what the reader noted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import var

from tui.articles.display import printable
from tui.library.counting import plural
from tui.reader.article.wrapping import cut
from tui.reader.desk import Desk
from tui.reader.row_list import RowList

if TYPE_CHECKING:
    from tui.library.bookmarks import Bookmark, Placed

LEAST = 75
"""Likeness, 0 to 100, from which a misspelt word of the filter counts as found."""


class BookmarkRows(RowList):
    """Three lines a bookmark and an empty one."""

    row_height = 4

    desk: var[Desk] = var(Desk)
    placed: var[tuple[Placed, ...]] = var(())
    """All bookmarks with their places now."""
    filter: var[str] = var("")

    def __init__(self, *, signs: str = "unicode", id: str | None = None) -> None:
        """Make an empty list with an icon set."""
        super().__init__(signs=signs, id=id)
        self.shown: tuple[Placed, ...] = ()

    def watch_placed(self) -> None:
        """Show the new state."""
        self._choose_shown()

    def watch_filter(self) -> None:
        """Show what the filter lets through."""
        self._choose_shown()

    def _choose_shown(self) -> None:
        before = self.chosen_one
        numbers = self.desk.numbers
        found = [placed for placed in self.placed if matches(placed.bookmark, self.filter)]
        here = [placed for placed in found if placed.article is not None]
        here.sort(key=lambda placed: (numbers.get(placed.article or "", 0), placed.anchor.start))
        elsewhere = [placed for placed in found if placed.article is None]
        elsewhere.sort(key=lambda placed: placed.bookmark.created, reverse=True)
        self.shown = (*here, *elsewhere)
        if before is not None:  # the same bookmark stays chosen wherever its row went
            same = (row for row, placed in enumerate(self.shown) if placed.bookmark.id == before.bookmark.id)
            self.set_reactive(RowList.chosen, next(same, self.chosen))
        self.rows_changed()

    @property
    def chosen_one(self) -> Placed | None:
        """The chosen bookmark."""
        return self.shown[self.chosen] if self.chosen < len(self.shown) else None

    def as_it_is_now(self, bookmark: Bookmark) -> Bookmark:
        """A bookmark as it was last read: another reader may have changed it."""
        return next((placed.bookmark for placed in self.placed if placed.bookmark.id == bookmark.id), bookmark)

    def row_count(self) -> int:
        """Bookmarks that the filter lets through."""
        return len(self.shown)

    def row_line(self, index: int, line: int, width: int) -> Sequence[Segment]:
        """The words; the article and state; note, tags and date."""
        placed = self.shown[index]
        bookmark = placed.bookmark
        if line == 0:
            words = cut(printable(bookmark.exact), width - 3, self.signs.ellipsis)
            return [Segment("  "), Segment(words, self.style_named("row-title"))]
        dim = self.style_named("row-dim")
        if line == 1:
            state, warns = state_words(placed)
            style = self.style_named("row-warning") if warns else dim
            number = f"{self.desk.numbers[placed.article]} " if placed.article in self.desk.numbers else ""
            lead = f"  {number}{printable(bookmark.article.source or bookmark.article.title)}"
            lead = cut(lead, width - len(state) - 4, self.signs.ellipsis)
            return [Segment(lead, dim), Segment(f"  {state}", style)]
        if line == 2:
            warned = f"  {self.signs.conflict} possible conflict" if bookmark.conflicts else ""
            room = width - cell_len(warned) - 1
            told = f"  {printable(bookmark.created[:10])}  {_kind(bookmark)}"
            if len(told) > room:  # the list is in the order of the texts, so the date is missed least
                told = cut(f"  {_kind(bookmark)}", room, self.signs.ellipsis)
            warned = cut(warned, width - len(told) - 1, self.signs.ellipsis)
            tags = "".join(f"#{tag} " for tag in bookmark.tags)
            note = printable(f"  {tags}{bookmark.note}".replace("\n", " "))
            if warned and not note.strip():
                note = printable(f": {'; '.join(bookmark.conflicts)}")
            note = cut(note, width - len(told) - len(warned) - 1, self.signs.ellipsis)
            conflict = [Segment(warned, self.style_named("row-warning"))] if warned else []
            return [Segment(told, dim), *conflict, Segment(note, self.style_named("row-mark"))]
        return []


def _kind(bookmark: Bookmark) -> str:
    if bookmark.kind == "fact" and bookmark.others:
        count = len({other.article.path for other in bookmark.others})
        return f"fact, with {plural(count, 'other source')}"
    return bookmark.kind


def state_words(placed: Placed) -> tuple[str, bool]:
    """How the passage was found again, in words, and whether the reader should be warned."""
    if placed.article is None:
        return "not open", False
    return {
        "exact": ("", False),
        "moved": ("moved in the text", False),
        "fuzzy": (f"changed in the text, {placed.anchor.score:.0%} alike", True),
        "lost": ("no longer in the text", True),
    }[placed.anchor.state]


def tags_in(words: str) -> tuple[str, ...]:
    """Typed tags, each once, without the signs that divide or begin them."""
    return tuple(dict.fromkeys(re.findall(r"[^\s,#]+", words)))


def matches(bookmark: Bookmark, words: str) -> bool:
    """Whether every word of a filter stands in a bookmark, small misspellings forgiven."""
    if not words.strip():
        return True
    from rapidfuzz import fuzz

    article = bookmark.article
    fields = (bookmark.exact, bookmark.note, " ".join(f"#{tag}" for tag in bookmark.tags), bookmark.kind,
              article.title, article.source or "", bookmark.speaker or "")  # fmt: skip
    held = " ".join(fields).casefold()
    return all(
        word in held or (len(word) > 3 and fuzz.partial_ratio(word, held, score_cutoff=LEAST) > 0)
        for word in words.casefold().split()
    )
