"""The lines above and below the panes: what is open, what the cursor is on, the legend, the keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.articles.display import printable
from tui.reader.icons import IN_ASCII

Piece = tuple[str, str, str]
"""Words, the name of their style, and the action of a click on them (empty: none)."""

LEAST = 12
"""Cells below which words are left out rather than cut."""


class Bar(Widget):
    """One line of styled words; what does not fit is left out from the end, what stands at the right comes first."""

    left: var[tuple[Piece, ...]] = var(())
    right: var[tuple[Piece, ...]] = var(())
    share = 3
    """What stands at the right is shown where the line is so many times as wide."""

    def watch_left(self) -> None:
        """Draw anew."""
        self.refresh()

    def watch_right(self) -> None:
        """Draw anew."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        plain = self.screen.get_component_rich_style("bar--plain")
        shown = self._shown(width)
        fitting = _fitting(self._safe(self.left), self.room(width), "~" if self._ascii else "…")
        gap = width - 1 - _width(fitting) - _width(shown)
        segments = [Segment(" ", plain), *self._segments(fitting, plain), Segment(" " * max(0, gap), plain)]
        return Strip([*segments, *self._segments(shown, plain)]).adjust_cell_length(width, plain)

    def room(self, width: int) -> int:
        """Cells for the words at the left, of a line of so many."""
        shown = self._shown(width)
        return width - 1 - (_width(shown) + 2 if shown else 0)

    def _shown(self, width: int) -> tuple[Piece, ...]:
        """The words at the right, where there is room for them."""
        right = self._safe(self.right)
        return right if width >= self.share * _width(right) else ()

    @property
    def _ascii(self) -> bool:
        return self.app.has_class("-ascii")

    def _safe(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """The pieces with words that no terminal obeys: sentences here name files and folders."""
        shown = tuple((printable(words), style, action) for words, style, action in pieces)
        return _in_ascii(shown) if self._ascii else shown

    def _segments(self, pieces: Iterable[Piece], plain: Style) -> list[Segment]:
        segments = []
        for words, name, action in pieces:
            style = plain + self.screen.get_component_rich_style(f"bar--{name}", partial=True)
            segments.append(Segment(words, style + Style.from_meta({"@click": action}) if action else style))
        return segments


def _width(pieces: Sequence[Piece]) -> int:
    return sum(cell_len(words) for words, _, _ in pieces)


def _in_ascii(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple((words.translate(IN_ASCII), style, action) for words, style, action in pieces)


def _fitting(pieces: Sequence[Piece], width: int, ellipsis: str) -> list[Piece]:
    fitting: list[Piece] = []
    for piece in pieces:
        if _width([*fitting, piece]) > width:
            room = width - _width(fitting)
            if room > LEAST:
                fitting.append((set_cell_size(piece[0], room - 1).rstrip() + ellipsis, piece[1], piece[2]))
            if fitting and fitting[-1][1] == "key":
                fitting.pop()
            break
        fitting.append(piece)
    return fitting
