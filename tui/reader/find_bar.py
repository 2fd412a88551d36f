"""The line in which words are typed that shall be found in the article.

The input widget is imported when it is first needed, since it costs more than the rest of the reading screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.events import Key
from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.widgets import Input


class FindBar(Widget):
    """Hidden until it is opened; says on every change what is typed."""

    @dataclass
    class Changed(Message):
        """Other words are being found."""

        query: str
        origin: int
        """Where the cursor stood when the search began."""

    @dataclass
    class Closed(Message):
        """The search is over; its hits stay marked if they are kept."""

        kept: bool
        origin: int

    origin = 0

    def __init__(self, placeholder: str = "Find in this article", *, id: str | None = None) -> None:
        """Make a hidden line that says what can be found."""
        super().__init__(id=id)
        self.placeholder = placeholder

    async def open(self, origin: int) -> None:
        """Show the line and take the keys, beginning at a position of the article."""
        from textual.widgets import Input

        from tui.reader.typing_line import TypingLine

        self.origin = origin
        self.display = True
        if not self.query(Input):
            await self.mount(TypingLine(placeholder=self.placeholder, id="find-words", compact=True))
            self.watch(self.words, "value", self._changed, init=False)
        self.words.value = ""
        # At once, so that keys which come in the same burst are typed here.
        self.screen.set_focus(self.words)

    @property
    def words(self) -> Input:
        """Where the words are typed."""
        from textual.widgets import Input

        return self.query_one(Input)

    def _changed(self, value: str) -> None:
        if self.display:
            self.post_message(self.Changed(value, self.origin))

    def close(self, *, kept: bool) -> None:
        """Hide the line."""
        if self.display:
            self.display = False
            self.post_message(self.Closed(kept, self.origin))

    def on_key(self, event: Key) -> None:
        """Enter keeps the hits, escape gives them up."""
        if event.key in ("enter", "escape"):
            event.stop()
            event.prevent_default()
            self.close(kept=event.key == "enter" and bool(self.words.value.strip()))
