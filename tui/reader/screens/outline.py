"""What the screens of names, quotations, dates and stories share: an outline, a filter, and the way to the passage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Key
from textual.reactive import var
from textual.widgets import Input

from tui.articles.display import printable
from tui.library.counting import plural
from tui.reader.bar_words import BACK, footer
from tui.reader.bars import Bar
from tui.reader.commands import Command, Place, bindings, commands_of
from tui.reader.outline import Branch, OutlineRows
from tui.reader.row_list import RowList
from tui.reader.screens.base import RoomScreen
from tui.reader.typing_line import TypingLine

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.articles.model import Article


class OutlineScreen(RoomScreen):
    """An outline of all that is known; subclasses say which."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("outline")]
    ROWS: ClassVar[type[OutlineRows]] = OutlineRows
    """How the rows are drawn."""
    KEYS: ClassVar[tuple[Place, ...]] = ("list", "outline")
    """Whose commands the last line names, in this order: what does not fit is left out from the end."""

    COUNTED: ClassVar[tuple[str, str]] = ("heading", "headings")
    """What the title counts of what a filter leaves: one of them, and several."""

    branches: var[tuple[Branch, ...]] = var(())
    filter: var[str] = var("")

    @property
    def keys_of(self) -> tuple[Place, ...]:
        """Those of every outline."""
        return ("outline",)

    def outline(self) -> tuple[Branch, ...]:
        """The branches, from the desk."""
        return ()

    def summary(self) -> str:
        """What the outline holds, in words."""
        return ""

    def compose(self) -> ComposeResult:
        """What it holds, the outline, a line to type in, the keys."""
        yield Bar(id="outline-head")
        yield self.ROWS(signs=self.room.settings.icons, id="outline-rows").data_bind(
            RoomScreen.desk, OutlineScreen.branches, OutlineScreen.filter
        )
        line = TypingLine(id="outline-words", compact=True, placeholder="Show what has these words")
        line.display = False
        yield line
        yield Bar(id="outline-foot")

    def on_mount(self) -> None:
        """Show what is known."""
        self.query_one("#outline-foot", Bar).right = BACK
        self.rows.focus()
        self.read()

    @property
    def rows(self) -> OutlineRows:
        """The outline."""
        return self.query_one(OutlineRows)

    def watch_desk(self) -> None:
        """Show what was learned."""
        if self.is_mounted:
            self.read()

    def read(self) -> None:
        """Make the branches anew, and say what they are and what can be done."""
        self.branches = self.outline()
        self.tell()
        keys = self.query_one("#outline-foot", Bar)
        keys.left = footer(tuple(self.commands()), self.room.settings.keymap)

    def watch_filter(self) -> None:
        """Say what the filter leaves, once the rows know of it."""
        if self.is_mounted:
            self.call_after_refresh(self.tell)

    def tell(self) -> None:
        """Say what there is, or what of it the filter leaves."""
        desk, words = self.desk, self.summary()
        if self.filter.strip() and self.branches:
            left, total = self.counts()
            words = f"{left:,} of {plural(total, *self.COUNTED)} with “{printable(self.filter.strip())}”"
        waiting = desk.comparison is None or any(article.id not in desk.analyses for article in desk.articles)
        if waiting and desk.progress:
            words += f" · {self.desk.progress}"
        self.query_one("#outline-head", Bar).left = ((words, "strong", ""),)

    def counts(self) -> tuple[int, int]:
        """How many the filter leaves, of how many."""
        return sum(1 for _ in self.rows.left()), len(self.branches)

    def commands(self) -> Iterator[Command]:
        """The commands that the last line may name."""
        for place in self.KEYS:
            yield from commands_of(place)

    def sentence_around(self, article: Article, start: int, end: int) -> tuple[int, int]:
        """The sentence that a passage stands in; the passage itself where none is known."""
        analysis = self.desk.analyses.get(article.id)
        for sentence in analysis.sentences if analysis is not None else ():
            if sentence.start <= start < sentence.end:
                return sentence.start, max(end, sentence.end)
        return start, end

    @on(RowList.Opened, "#outline-rows")
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        if event.index >= len(self.rows.rows):
            return
        leaf = self.rows.rows[event.index][1]
        if leaf is None:
            self.rows.toggle(event.index)
        else:
            self.go_to(leaf.article, leaf.start, leaf.end)

    def action_toggle_branch(self) -> None:
        """Open or close the chosen branch."""
        self.rows.toggle(self.rows.chosen)

    def action_toggle_all(self) -> None:
        """Open or close all branches."""
        self.rows.toggle_all()

    def action_ask(self) -> None:
        """Open the line for a filter."""
        line = self.query_one(Input)
        line.value = self.filter
        line.display = True
        self.set_focus(line)  # at once, so that keys which come in the same burst are typed here

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while words are typed."""
        event.stop()
        self.filter = event.value

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the filter."""
        event.stop()
        self._close_line()

    async def on_key(self, event: Key) -> None:
        """Escape gives the filter up; without one it goes back."""
        line = self.query_one(Input)
        if event.key == "escape" and (line.display or self.filter):
            event.stop()
            event.prevent_default()
            self.filter = line.value = ""
            self._close_line()
            return
        await super().on_key(event)

    def _close_line(self) -> None:
        self.query_one(Input).display = False
        self.rows.focus()
