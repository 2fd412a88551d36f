"""The rows of a page as strips of the terminal, each painted once and kept until its marks change."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.reader.article.column import Column
from tui.reader.article.gutter import gutter
from tui.reader.article.margin import margin
from tui.reader.article.minimap import Minimap
from tui.reader.article.page import Page
from tui.reader.icons import Icons
from tui.reader.painting import paint

LINE_STYLES = {
    "text": "text", "title": "title", "heading": "heading", "aside": "aside", "head": "head", "headline": "title",
    "fold": "fold", "rule": "fold", "blank": "text",
}  # fmt: skip


class Strips:
    """Paints rows and remembers them."""

    def __init__(self, style: Callable[[str], Style], signs: Icons, printable: Callable[[str], str]) -> None:
        """Start with nothing painted.

        Args:
            style: Gives the style of a component name; ``text`` is complete, the others are laid over it.
            signs: The icon set.
            printable: Makes words from outside safe to show.
        """
        self._style = style
        self.signs = signs
        self._printable = printable
        self._kept: dict[int, list[Segment]] = {}
        self._mixed: dict[tuple[str, ...], Style] = {}

    @property
    def plain(self) -> Style:
        """The style of text without marks."""
        return self.style_of(("text",))

    def style_of(self, names: tuple[str, ...]) -> Style:
        """The styles of several names laid over one another."""
        style = self._mixed.get(names)
        if style is None:
            style = self._mixed[names] = Style.combine([self._style(name) for name in names])
        return style

    def forget(self, rows: range | None = None) -> None:
        """Paint these rows anew when they are next asked for; None: all."""
        if rows is None:
            self._kept.clear()
            return
        for row in rows:
            self._kept.pop(row, None)

    def row(
        self,
        page: Page,
        row: int,
        column: Column,
        *,
        cursor: tuple[int, int],
        cursor_rows: range,
        sentence: int,
        stated: tuple[int, int] | None,
        pointed: tuple[int, int] | None,
        selection: tuple[int, int] | None,
    ) -> list[Segment]:
        """The segments of one row without the minimap, ``column`` wide."""
        known = self._kept.get(row)
        if known is not None:
            return known
        line = page.layout.lines[row]
        plain = self.plain
        segments = [Segment(" " * column.left, plain)]
        segments.extend(gutter(page, row, cursor_rows, sentence, self.signs, self.style_of))
        base = ("text", LINE_STYLES[line.kind])
        if line.words:
            words = self._printable(line.words)
            segments.append(Segment(words, self.style_of(base)))
            used = cell_len(words)
        else:
            over = page.marks.get(row, ())
            # The ground of a bookmark lies under that of the sentence being read, whose place nothing else shows.
            marks: list[tuple[int, int, str]] = [mark for mark in over if mark.style == "bookmark"]
            if row in cursor_rows and cursor[1] > cursor[0]:
                marks.append((*cursor, "cursor"))
            marks.extend(mark for mark in over if mark.style != "bookmark")
            if stated is not None:
                marks.append((*stated, "stated"))
            if pointed is not None:
                marks.append((*pointed, "pointed"))
            if selection is not None:
                marks.append((*selection, "selection"))
            painted = paint(page.text, line.start, line.end, marks, self.style_of, base=base, selectable=True)
            segments.extend(painted)
            used = sum(segment.cell_length for segment in painted)
        segments.extend(margin(page.speakers.get(row), used, column.text, column.margin, self.signs, self.style_of))
        segments.append(Segment(" " * (column.right + 1), plain))
        self._kept[row] = segments
        return segments

    def strip(self, segments: list[Segment], minimap: Minimap, cell: int, top: int, width: int) -> Strip:
        """A row with its cell of the minimap, exactly ``width`` cells wide."""
        strip = Strip([*segments, minimap.segment(cell, top, self.signs, self.style_of)])
        return strip.adjust_cell_length(width, self.plain)
