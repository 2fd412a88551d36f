"""The letters of the jump mode, over the screen that is jumped in."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.events import Click, Key
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widgets import Static

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The home row first."""


class LetterScreen(ModalScreen[int | None]):
    """Letters over the screen below; gives the number of the chosen one."""

    def __init__(self, places: Sequence[Offset]) -> None:
        """Put a letter on each cell."""
        super().__init__()
        self.places = places

    def compose(self) -> ComposeResult:
        """The letters."""
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
