"""Jump mode: a key puts letters on panes, facts, sources and articles, and a letter goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual.app import ComposeResult
from textual.events import Click, Key
from textual.geometry import Offset
from textual.screen import ModalScreen

from tui.reader.screens.reading_panes import ReadingPanes

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The home row first."""

Spot = tuple[Offset, Callable[[], object]]
"""A cell of the screen, and what going there does."""


class JumpScreen(ModalScreen[int | None]):
    """Letters over the screen below; gives the number of the chosen one."""

    def __init__(self, places: Sequence[Offset]) -> None:
        """Put a letter on each cell."""
        super().__init__()
        self.places = places

    def compose(self) -> ComposeResult:
        """The letters."""
        from textual.widgets import Static

        for letter, place in zip(LETTERS, self.places, strict=False):
            sign = Static(f" {letter} ", classes="jump-letter", markup=False)
            sign.styles.offset = (place.x, place.y)
            yield sign

    def on_key(self, event: Key) -> None:
        """A letter goes there, any other key gives up."""
        event.stop()
        event.prevent_default()
        index = LETTERS.find(event.character) if event.character else -1
        self.dismiss(index if 0 <= index < len(self.places) else None)

    def on_click(self, event: Click) -> None:
        """A click gives up."""
        self.dismiss(None)


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
        return spots[: len(LETTERS)]

    def _to_row(self, index: int) -> None:
        self.panel.choose(index)
        self.front(self.panel)

    def _to_article(self, index: int) -> None:
        self.articles.choose(index)
        self.articles.action_choose()

    def action_jump(self) -> None:
        """Show the letters, and go where the chosen one leads."""
        spots = self.spots()

        def go(index: int | None) -> None:
            if index is not None:
                spots[index][1]()

        self.app.push_screen(JumpScreen([place for place, _ in spots]), go)
