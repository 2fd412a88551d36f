"""The line in which words are typed, as every screen uses it."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input


class TypingLine(Input):
    """An input that takes all lines of what is pasted as one, for a phrase copied from a terminal has line ends."""

    def on_paste(self, event: Paste) -> None:
        """Put blanks for line ends."""
        event.stop()
        event.prevent_default()
        words = " ".join(line.strip() for line in event.text.splitlines() if line.strip())
        self.replace(words, *self.selection)
