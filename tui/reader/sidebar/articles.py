"""The widget that lists the articles of the story, and in words the files that could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import var
from textual.strip import Strip

from tui.articles.display import printable
from tui.reader.article.wrapping import cut, cut_title, odd_characters, wrap
from tui.reader.desk import Desk
from tui.reader.row_list import RowList
from tui.reader.sidebar.rows import ArticleRow, article_row

STRIP = 8
"""Cells below which only numbers are shown."""
TALLEST = 6
"""Lines that an article takes at most, where all of them fit into the pane with their whole titles."""


class ArticleList(RowList):
    """The articles; Enter opens one."""

    BORDER_TITLE = "Articles"

    desk: var[Desk] = var(Desk)
    article_id: var[str] = var("")
    row_height = 3

    def __init__(self, *, signs: str = "unicode", id: str | None = None) -> None:
        """Make the list with an icon set."""
        super().__init__(signs=signs, id=id)
        self._rows: dict[int, ArticleRow] = {}
        self._fitted = Size(0, 0)
        """Size of the pane that the rows were fitted to."""
        self._here = 0
        """Row of the article that is open."""

    def watch_desk(self) -> None:
        """Show what was learned."""
        self._rows.clear()
        unread = sum(problem.unread for problem in self.desk.problems)
        self.border_subtitle = f"{unread} not read" if unread else ""
        self.rows_changed()
        before, self._here = self._here, self.desk.numbers.get(self.article_id, 1) - 1
        if self.chosen == before != self._here:
            # Articles came before the open one.
            self.choose(self._here)

    def watch_article_id(self) -> None:
        """Choose the article that is open."""
        self._here = self.desk.numbers.get(self.article_id, 1) - 1
        self.choose(self._here)
        self.refresh()

    @property
    def narrow(self) -> bool:
        """Whether there is room for numbers alone."""
        return self.scrollable_content_region.width <= STRIP

    def rows_changed(self) -> None:
        """Fit the rows to the width and draw anew."""
        self._fitted = self.scrollable_content_region.size
        self.row_height = 1 if self.narrow else self._fitting()
        self.border_title = "" if self.narrow else "Articles"
        super().rows_changed()

    def _fitting(self) -> int:
        """Lines of a row: so many that titles are whole, where all rows fit into the pane; else three."""
        size, count = self.scrollable_content_region, self.row_count()
        if not count or count * 4 > size.height:
            return 3
        most = max((len(self._head(self.row_of(one), size.width)) for one in range(len(self.desk.articles))), default=2)
        return max(3, min(TALLEST, size.height // count, most + 1))

    @property
    def _indent(self) -> int:
        """Cells before the words of an article: a sign, its number, a blank."""
        return 2 + len(str(len(self.desk.articles)))

    def _head(self, row: ArticleRow, width: int) -> list[tuple[str, bool]]:
        """Label and title in lines, and whether a line is of the label."""
        head: list[tuple[str, bool]] = []
        for words, is_label in ((row.label, True), (row.title, False)):
            words = cut_title(printable(words), self.signs.ellipsis)
            spans = wrap(words, 0, len(words), max(1, width - self._indent - 2), odd_characters(words)) if words else []
            if is_label and row.title:
                spans = [(0, len(words))]
            head += [(words[first:last], is_label) for first, last in spans]
        return head

    def render_line(self, y: int) -> Strip:
        """Draw one line; the first paint comes before the news of the pane's size."""
        if self._fitted != self.scrollable_content_region.size:
            self.rows_changed()
        return super().render_line(y)

    def row_count(self) -> int:
        """Articles, then files that could not be read."""
        return len(self.desk.articles) + (0 if self.narrow else len(self.desk.problems))

    def row_of(self, index: int) -> ArticleRow:
        """What is said of an article, worked out when it is first seen."""
        row = self._rows.get(index)
        if row is None:
            row = self._rows[index] = article_row(self.desk, self.desk.order[index], index + 1, self.signs.dot)
        return row

    def row_line(self, index: int, line: int, width: int) -> Sequence[Segment]:
        """The label; the title; what is known of the facts."""
        if index >= len(self.desk.articles):
            return self._problem_line(index - len(self.desk.articles), line, width)
        row = self.row_of(index)
        here = self.signs.here if row.id == self.article_id else " "
        mark = self.signs.read if row.read else " "
        number, dim = str(row.number), self.style_named("row-dim")
        if self.narrow:
            return [Segment(f"{here}{number:>2}{mark}", self.style_named("row-title"))]
        head = self._head(row, width)
        last = min(len(head), self.row_height - 1)
        end = self._end_of_story(index) if line == self.row_height - 1 else False
        before, room = Segment(" " * self._indent), width - self._indent
        if line > last:
            return [before, Segment(self.signs.line * room, dim)] if end else []
        if line == last:
            style = self.style_named("row-warning") if row.trouble else dim
            facts, short = printable(row.facts), printable(row.short)
            dated = f"{facts} {self.signs.dot} {printable(row.date)}" if row.date else facts
            said = next((one for one in (dated, facts) if cell_len(one) <= room), self._cut(short, room))
            rest = room - cell_len(said) - 1 if end else 0
            return [before, Segment(said, style), Segment(f" {self.signs.line * rest}" if rest > 0 else "", dim)]
        words, is_label = head[line]
        if line == last - 1:
            # What does not fit is cut in the last line that there is.
            words = " ".join(more for more, _ in head[line:])
        style = self.style_named("row-title") if is_label else Style()
        if line:
            return [before, Segment(self._cut(words, room - 2), style)]
        return [
            Segment(f"{here}{number}".ljust(self._indent), self.style_named("row-mark")),
            Segment(set_cell_size(self._cut(words, room - 2), room - 2), style),
            Segment(f" {mark}", self.style_named("row-mark")),
        ]

    def _end_of_story(self, index: int) -> bool:
        """Whether the next article is of another story, or of none."""
        if self.desk.comparison is None or index + 1 >= len(self.desk.articles):
            return False
        this, other = (self.desk.story_of(self.desk.order[one].id) for one in (index, index + 1))
        one, two = (story.id if story is not None and len(story.articles) > 1 else "" for story in (this, other))
        return one != two

    def _problem_line(self, index: int, line: int, width: int) -> Sequence[Segment]:
        problem = self.desk.problems[index]
        if line == 0:
            return [Segment(f" {self.signs.conflict} ", self.style_named("row-warning")),
                    Segment(self._cut(printable(problem.path), width - 4), self.style_named("row-dim"))]  # fmt: skip
        words = printable(problem.sentence)
        cut = wrap(words, 0, len(words), max(1, width - 4), odd_characters(words))
        shown = words[slice(*cut[line - 1])] if line <= len(cut) else ""
        if line == self.row_height - 1 and len(cut) > line:
            shown = self._cut(words[cut[line - 1][0] :], width - 4)
        return [Segment("   "), Segment(shown, self.style_named("row-dim"))]

    def _cut(self, words: str, width: int) -> str:
        return cut(words, width, self.signs.ellipsis)
