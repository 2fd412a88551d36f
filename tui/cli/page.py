"""Text for people: coloured and wrapped on a terminal, plain lines in a pipe.

rich is loaded for a terminal only; a pipe gets whole lines, so that ``grep`` and ``less`` do what is expected.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.display import printable
from tui.cli.writing import show

if TYPE_CHECKING:
    from rich.console import Console

Piece = str | tuple[str, str]
"""Words, or words with a rich style."""


class Page:
    """Where a command prints its lines."""

    def __init__(self) -> None:
        """Looks at what standard output is."""
        self._console: Console | None = None
        if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
            from rich.console import Console

            # All text is given as rich's own objects, so that nothing from outside is read as markup.
            self._console = Console(file=sys.stdout, markup=False, highlight=False, emoji=False)

    def line(self, *pieces: Piece, indent: int = 0) -> None:
        """One line; on a terminal it is wrapped within its indent."""
        parts = [
            (printable(piece), "") if isinstance(piece, str) else (printable(piece[0]), piece[1]) for piece in pieces
        ]
        if self._console is None:
            show(" " * indent + "".join(words for words, _ in parts))
            return
        from rich.padding import Padding
        from rich.text import Text

        self._console.print(Padding(Text.assemble(*parts), (0, 0, 0, indent)))

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Aligned columns; in a pipe separated by two spaces, never cut."""
        cells = [[printable("" if cell is None else str(cell)) for cell in row] for row in rows]
        if self._console is None:
            widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
            for row in ([*columns], *cells):
                show("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
            return
        from rich.table import Table
        from rich.text import Text

        drawn = Table(box=None, pad_edge=False, header_style="bold")
        for column in columns:
            drawn.add_column(Text(column))
        for row in cells:
            drawn.add_row(*(Text(cell) for cell in row))
        self._console.print(drawn)


def pieces(text: str, spans: Sequence[tuple[int, int]], style: str) -> list[Piece]:
    """A text with stretches of it in a style; in a pipe they are the text alone."""
    out: list[Piece] = []
    last = 0
    for start, end in spans:
        out += [text[last:start], (text[start:end], style)]
        last = end
    return [*out, text[last:]]
