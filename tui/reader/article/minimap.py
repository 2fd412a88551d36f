"""A column at the right edge that shows where in the article other sources speak, and which part is on the screen."""

from __future__ import annotations

from rich.segment import Segment

from tui.reader.article.page import Page
from tui.reader.icons import Icons
from tui.reader.painting import StyleOf


class Minimap:
    """The coverage of one page, reduced to a number of rows."""

    def __init__(self, page: Page, height: int) -> None:
        """Reduce a page to ``height`` cells."""
        self.height = max(1, height)
        self.total = max(1, len(page.layout.lines))
        most = max(1, page.sources - 1)
        levels = [0] * self.height
        self.conflicts = [False] * self.height
        if "sources" not in page.hidden and page.compared:
            for index, covered in enumerate(page.covered):
                if not covered.others:
                    continue
                level = 1 if covered.others == 1 else 3 if covered.others >= most else 2
                for row in page.layout.lines_of(*page.sentences[index]):
                    cell = self.cell_of(row)
                    levels[cell] = max(levels[cell], level)
                    self.conflicts[cell] |= covered.conflict
        self.levels = levels

    def cell_of(self, row: int) -> int:
        """The cell that stands for a row of the layout."""
        if self.total <= self.height:
            return min(row, self.height - 1)
        return min(self.height - 1, row * self.height // self.total)

    def row_of(self, cell: int) -> int:
        """The first row of the layout that a cell stands for."""
        return cell if self.total <= self.height else cell * self.total // self.height

    def segment(self, cell: int, top: int, signs: Icons, style: StyleOf) -> Segment:
        """What stands in a cell while the row ``top`` of the layout is the first on the screen."""
        seen = self.cell_of(top) <= cell <= self.cell_of(min(self.total - 1, top + self.height - 1))
        if cell >= len(self.levels):
            return Segment(" ", style(("text",)))
        if self.conflicts[cell]:
            sign, name = signs.conflict, "conflict"
        else:
            sign, name = signs.shades[self.levels[cell]], "sources"
        return Segment(sign, style(("text", name, "minimap-seen") if seen else ("text", name)))
