"""Branches with leaves, as names with their places or speakers with their words; a branch opens to show its leaves.

Drawn by the row like every list, so that thousands of names cost no more than a screenful.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.reactive import var

from tui.articles.display import printable, readable
from tui.reader.article.wrapping import cut, cut_around
from tui.reader.desk import Desk
from tui.reader.painting import paint
from tui.reader.row_list import RowList

LEAST_NOTE = 5
"""Cells below which a note says nothing."""
LEAST_WORDS = 20
"""Cells that the words of a leaf keep on every terminal, before anything is said of them."""
DATED = 72
"""Cells of a row from which there is room for a day."""
LONG_NOTE = 24
"""Cells that the note of a leaf may take on every terminal; on a wide one it may take a third of the row."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Words of an article, and where they stand."""

    article: str
    start: int
    end: int
    words: str
    """What is shown."""
    mark: tuple[int, int] = (0, 0)
    """What is marked in the words, relative to them."""
    note: str = ""
    """Said behind the number of the article."""
    day: str = ""
    """When the article is from, where rows are compared by that; blanks where it is not known."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A heading with its leaves."""

    head: str
    note: str = ""
    leaves: tuple[Leaf, ...] = field(default=())
    id: str = ""
    """What tells it from others with the same heading, where there may be any."""

    @property
    def key(self) -> tuple[str, str]:
        """By what a branch is known again after more was learned."""
        return self.head, self.id


class OutlineRows(RowList):
    """Branches and, below those that are open, their leaves."""

    desk: var[Desk] = var(Desk)
    branches: var[tuple[Branch, ...]] = var(())
    filter: var[str] = var("")
    DEEP: ClassVar[bool] = True
    """Whether the filter also finds the words of leaves."""

    def __init__(self, *, signs: str = "unicode", id: str | None = None) -> None:
        """Make an empty outline with an icon set."""
        super().__init__(signs=signs, id=id)
        self.opened: set[tuple[str, str]] = set()
        """Keys of the branches that are open."""
        self.rows: list[tuple[Branch, Leaf | None]] = []

    def watch_branches(self) -> None:
        """Show what was learned."""
        self.lay_out()

    def watch_filter(self) -> None:
        """Show what the filter lets through, from the top."""
        self.set_reactive(RowList.chosen, 0)
        self.lay_out()

    def lay_out(self) -> None:
        """Find the rows; the chosen one stays chosen where it still is."""
        before = self.rows[self.chosen] if self.chosen < len(self.rows) else None
        rows = self.rows = self.find_rows()
        if before is not None:
            kept = (before[0].key, before[1])
            same = (index for index, (branch, leaf) in enumerate(rows) if (branch.key, leaf) == kept)
            self.set_reactive(RowList.chosen, next(same, 0))
        self.rows_changed()

    def left(self) -> Iterator[tuple[Branch, tuple[Leaf, ...]]]:
        """The branches that the filter leaves, with all their leaves; else those that have leaves it leaves."""
        words = self.filter.casefold().split()
        for branch in self.branches:
            leaves = branch.leaves
            if not _holds(f"{branch.head} {branch.note}", words):
                leaves = tuple(leaf for leaf in leaves if _holds(leaf.words, words)) if self.DEEP else ()
                if not leaves:
                    continue
            yield branch, leaves

    def find_rows(self) -> list[tuple[Branch, Leaf | None]]:
        """The branches that the filter leaves, with the leaves of open ones and of those found by their leaves."""
        rows: list[tuple[Branch, Leaf | None]] = []
        for branch, leaves in self.left():
            rows.append((branch, None))
            if leaves is not branch.leaves or branch.key in self.opened:
                rows.extend((branch, leaf) for leaf in leaves)
        return rows

    def toggle(self, index: int) -> None:
        """Open a branch or close it; on a leaf, close its branch."""
        if index >= len(self.rows):
            return
        branch, leaf = self.rows[index]
        if leaf is not None:
            index = next(i for i, row in enumerate(self.rows) if row == (branch, None))
            self.choose(index)
        self.opened ^= {branch.key}
        self.lay_out()

    def toggle_all(self) -> None:
        """Open all branches, or close them if all are open."""
        keys = {branch.key for branch in self.branches}
        self.opened = set() if keys <= self.opened else keys
        self.lay_out()

    def row_count(self) -> int:
        """Heads, and leaves of open branches."""
        return len(self.rows)

    def row_line(self, index: int, line: int, width: int) -> Sequence[Segment]:
        """A head with its note, or a leaf with the number of its article."""
        branch, leaf = self.rows[index]
        if leaf is not None:
            return self.leaf_line(leaf, width)
        room = max(8, width - 4)
        # A heading that cannot be told from the next one is worth less than what is said of it.
        head, note = printable(branch.head), printable(branch.note)
        head = cut(head, max(room - cell_len(note) - 2, room * 2 // 3), self.signs.ellipsis)
        left = room - cell_len(head) - 2
        note = cut(note, left, self.signs.ellipsis) if left > LEAST_NOTE else ""
        title, dim = self.style_named("row-title"), self.style_named("row-dim")
        return [self.branch_sign(branch), Segment(head, title), Segment(f"  {note}", dim)]

    def branch_sign(self, branch: Branch) -> Segment:
        """Whether a branch is open."""
        sign = self.signs.open if branch.key in self.opened else self.signs.closed
        return Segment(f" {sign} ", self.style_named("row-mark"))

    def leaf_line(self, leaf: Leaf, width: int, *, noted: bool = True) -> list[Segment]:
        """A leaf: the number and day of its article, its words, and where there is nowhere else for it, its note."""
        where = f"     {self.desk.numbers.get(leaf.article, 0):>3}  "
        if leaf.day and width >= DATED:
            where += f"{printable(leaf.day)}  "
        most = min(max(LONG_NOTE, width // 3), width - len(where) - LEAST_WORDS - 3)
        note = cut(printable(leaf.note), most, self.signs.ellipsis) if noted and most > LEAST_NOTE else ""
        note = f"  {note}" if note else ""
        room = max(10, width - len(where) - cell_len(note) - 1)
        words = self._words(leaf, room)
        gap = max(0, room - sum(cell_len(text) for text, _, _ in words))
        end = Segment(" " * gap + note, self.style_named("row-dim"))
        return [Segment(where, self.style_named("row-mark")), *words, end]

    def _words(self, leaf: Leaf, room: int) -> list[Segment]:
        """The leaf's words, cut so that its mark is in sight."""
        words = readable(leaf.words)
        first, last = leaf.mark
        shown, shift = cut_around(words, leaf.mark, room, self.signs.ellipsis)
        marks = [(max(0, first + shift), min(len(shown), last + shift), "mark")] if last > first else []
        return paint(shown, 0, len(shown), marks, lambda names: self.style_named("row-match") if names else Style())


def _holds(text: str, words: Sequence[str]) -> bool:
    """Whether all words, in small letters, stand in a text."""
    folded = text.casefold()
    return all(word in folded for word in words)
