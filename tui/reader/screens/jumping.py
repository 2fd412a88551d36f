"""Jump mode: a key puts letters on panes, facts, sources and articles, and a letter goes there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.geometry import Offset

from tui.reader.screens.reading_panes import ReadingPanes

Spot = tuple[Offset, Callable[[], object]]
"""A cell of the screen, and what going there does."""


class JumpingPanes(ReadingPanes):
    """The panes of the reading screen, reached by letters."""

    def spots(self) -> list[Spot]:
        """What can be jumped to, of what is on the screen."""
        spots: list[Spot] = [
            (Offset(pane.region.right - 4, pane.region.y), partial(self.front, pane))
            for pane in self.panes
            if pane.region.width > 8
        ]
        panel, rows = self.panel, self.articles
        inside = panel.content_region
        if inside.area:
            tabs = panel.seen_tabs
            spots.extend(
                (inside.offset + Offset(1 + cell, 0), partial(panel.show_fact, index)) for index, cell in tabs
            )
            lines = panel.seen_rows
            spots.extend((inside.offset + Offset(0, row), partial(self._to_row, index)) for index, row in lines)
        inside = rows.content_region
        if inside.area:
            for index in range(rows.row_count()):
                row = index * rows.row_height - rows.scroll_offset.y
                if 0 <= row < inside.height:
                    spots.append((inside.offset + Offset(0, row), partial(self._to_article, index)))
        return spots

    def _to_row(self, index: int) -> None:
        self.panel.choose(index)
        self.front(self.panel)

    def _to_article(self, index: int) -> None:
        self.articles.choose(index)
        self.articles.action_choose()

    def action_jump(self) -> None:
        """Show the letters, and go where the chosen one leads."""
        from tui.reader.screens.letters import LETTERS, LetterScreen

        spots = self.spots()[: len(LETTERS)]

        def go(index: int | None) -> None:
            if index is not None:
                spots[index][1]()

        self.app.push_screen(LetterScreen([place for place, _ in spots]), go)
