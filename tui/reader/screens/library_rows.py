"""The rows of the library: two lines each, what it is and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.segment import Segment

from tui.articles.display import printable
from tui.articles.model import Article
from tui.reader.article.wrapping import cut
from tui.reader.outline import Branch, Leaf, OutlineRows
from tui.reader.row_list import RowList
from tui.reader.shelves import DOT, Shelf, article_note, shelf_note


class LibraryRows(OutlineRows):
    """Stories, folders and files not read; a story opens to its articles."""

    row_height = 2

    def __init__(self, *, signs: str = "unicode", id: str | None = None) -> None:
        """Make an empty list with an icon set."""
        super().__init__(signs=signs, id=id)
        self._notes: dict[tuple[str, str], str] = {}
        """What was said of the rows that were seen."""

    def watch_desk(self) -> None:
        """Say anew what is known."""
        self._notes.clear()

    def shows(self, branch: Branch, words: Sequence[str]) -> tuple[bool, Sequence[Leaf]]:
        """A branch and its articles; of a filter's words all must stand in the branch or in the article."""
        if not words:
            return True, branch.leaves if branch.key in self.opened else ()
        head = f"{branch.head} {branch.note}".casefold()
        left = [word for word in words if word not in head]
        if not left:
            return True, branch.leaves if branch.key in self.opened else ()
        found = [leaf for leaf in branch.leaves if self._holds(leaf, left)]
        return bool(found), found

    def _holds(self, leaf: Leaf, words: Sequence[str]) -> bool:
        article = self.desk.by_id.get(leaf.article)
        known = f"{leaf.words} {article.source or ''} {article.path}".casefold() if article is not None else ""
        return all(word in known for word in words)

    def left(self) -> Iterator[tuple[Branch, tuple[Leaf, ...]]]:
        """The branches that the filter leaves, without headings, with the articles of each."""
        words = self.filter.casefold().split()
        for branch in self.branches:
            shown, leaves = self.shows(branch, words)
            if shown and not (isinstance(branch, Shelf) and branch.kind == "heading"):
                yield branch, tuple(leaves) or branch.leaves

    def find_rows(self) -> list[tuple[Branch, Leaf | None]]:
        """The rows that the filter leaves; a heading stands only where something stands below it."""
        words = self.filter.casefold().split()
        rows: list[tuple[Branch, Leaf | None]] = []
        heading: Branch | None = None
        for branch in self.branches:
            if isinstance(branch, Shelf) and branch.kind == "heading":
                heading = branch
                continue
            shown, leaves = self.shows(branch, words)
            if not shown:
                continue
            if heading is not None:
                rows.append((heading, None))
                heading = None
            rows.append((branch, None))
            if isinstance(branch, Shelf) and branch.kind != "article":
                rows.extend((branch, leaf) for leaf in leaves)
        return rows

    def rows_changed(self) -> None:
        """Draw anew, with a heading never chosen."""
        if self.is_heading(self.chosen):
            self.set_reactive(RowList.chosen, self.chosen + 1)
        super().rows_changed()

    def is_heading(self, index: int) -> bool:
        """Whether a row is a heading."""
        branch = self.rows[index][0] if index < len(self.rows) else None
        return isinstance(branch, Shelf) and branch.kind == "heading"

    def choose(self, index: int) -> None:
        """Choose a row; from a heading on to the next row in the direction of the move."""
        index = max(0, min(len(self.rows) - 1, index))
        if self.is_heading(index):
            index += -1 if index < self.chosen and index > 0 else 1
        super().choose(index)
        if index == 1:
            # The heading above the first row has nothing to be chosen for, but is to be seen.
            self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def row_line(self, index: int, line: int, width: int) -> Sequence[Segment]:
        """A heading; a story, article, folder or file not read; an article of an open story."""
        branch, leaf = self.rows[index]
        assert isinstance(branch, Shelf)
        if branch.kind == "heading":
            return [Segment(" "), Segment(branch.head, self.style_named("row-heading"))] if line else []
        if leaf is not None:
            return self._article(leaf, line, width)
        if line:
            style = self.style_named("row-warning" if branch.gone else "row-dim")
            note = printable(branch.note) if branch.kind == "unread" else self._dotted(self._note(branch))
            return [Segment("   "), Segment(self._cut(note, width - 4), style)]
        sign = " "
        if branch.kind in ("story", "files"):
            sign = self.signs.open if branch.key in self.opened else self.signs.closed
        elif branch.kind == "folder":
            sign = self.signs.conflict if branch.gone else self.signs.folder
        elif branch.kind == "unread":
            sign = self.signs.conflict
        name = "row-dim" if branch.gone else "row-title"
        warned = branch.gone or branch.kind == "unread"
        return [
            Segment(f" {sign} ", self.style_named("row-warning" if warned else "row-mark")),
            Segment(self._cut(branch.head, width - 4), self.style_named(name)),
        ]

    def _article(self, leaf: Leaf, line: int, width: int) -> Sequence[Segment]:
        number = self.desk.numbers.get(leaf.article, 0)
        lead = f"{number:>7}  "
        if line == 0:
            return [Segment(lead, self.style_named("row-mark")), Segment(self._cut(leaf.words, width - len(lead) - 1))]
        article = self.desk.by_id.get(leaf.article)
        words = self._said(("article", leaf.article), article) if article is not None else ""
        return [
            Segment(" " * len(lead)),
            Segment(self._cut(self._dotted(words), width - len(lead) - 1), self.style_named("row-dim")),
        ]

    def _note(self, shelf: Shelf) -> str:
        if shelf.kind == "folder":
            return shelf.note
        if shelf.kind == "article":
            article = self.desk.by_id.get(shelf.leaves[0].article)
            return self._said(("article", shelf.leaves[0].article), article) if article is not None else ""
        if shelf.key not in self._notes:
            self._notes[shelf.key] = shelf_note(shelf, self.desk)
        return self._notes[shelf.key]

    def _said(self, key: tuple[str, str], article: Article) -> str:
        if key not in self._notes:
            self._notes[key] = article_note(article, self.desk)
        return self._notes[key]

    def _dotted(self, note: str) -> str:
        return note.replace(DOT, f" {self.signs.dot} ")

    def _cut(self, words: str, room: int) -> str:
        return cut(printable(words), max(8, room), self.signs.ellipsis)
