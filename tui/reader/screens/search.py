"""Search over everything: results while words are typed, grouped by kind.

What is there can be searched while the rest is still being read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.reactive import var
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.articles.display import printable
from tui.library.counting import plural
from tui.reader.bar_words import footer
from tui.reader.bars import Bar, Piece
from tui.reader.commands import Place, bindings, commands_of
from tui.reader.icons import IN_ASCII
from tui.reader.row_list import RowList
from tui.reader.screens.base import RoomScreen
from tui.reader.screens.search_rows import SearchRows
from tui.reader.typing_line import TypingLine

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.library.search import SearchResults
    from tui.library.search.indexing import IndexStep

LIMIT = 30
"""Hits shown of each kind."""
HINT = "Words, “exact words”; only in source:x speaker:x entity:x"
"""Whole on the narrowest terminal."""

KEYS = tuple(command for command in commands_of("list", "search") if command.id != "row-down")
"""What the last line names; a letter is typed here, so that the list's own keys do not count."""


class SearchScreen(RoomScreen):
    """One line to type in, and what was found below it."""

    PLACE: ClassVar[Place] = "search"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]

    words: var[str] = var("")
    """What is typed."""
    results: var[SearchResults | None] = var(None)
    step: var[IndexStep | None] = var(None)
    """What can be searched now, and how far the rest is."""

    def compose(self) -> ComposeResult:
        """The line, what was searched, the hits, the keys."""
        hint = HINT.translate(IN_ASCII) if self.room.settings.icons == "ascii" else HINT
        yield TypingLine(placeholder=hint, id="search-words", compact=True)
        yield Bar(id="search-scope")
        yield SearchRows(signs=self.room.settings.icons, id="search-rows").data_bind(
            RoomScreen.desk, SearchScreen.results
        )
        yield Bar(id="search-foot")

    def on_mount(self) -> None:
        """Begin to type at once; the articles are read meanwhile."""
        self.query_one("#search-foot", Bar).left = footer(KEYS, self.room.settings.keymap)
        self.room.want_index()
        self.set_reactive(SearchScreen.step, self.room.index_step)
        self._tell()
        self.query_one(Input).focus()

    def watch_desk(self) -> None:
        """Search also what was learned meanwhile."""
        if self.is_mounted:
            self.room.want_index()
            self._tell()

    def watch_step(self, before: IndexStep | None, after: IndexStep | None) -> None:
        """Search again where more can be searched."""
        if self.is_mounted:
            if after is not None and (before is None or before.index is not after.index):
                self.search(self.words)
            self._tell()

    @on(Input.Changed, "#search-words")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.words = event.value
        self.search(event.value)

    @work(thread=True, exclusive=True, group="search")
    def search(self, words: str) -> None:
        """Look for the words; a later key press takes the place of an earlier search."""
        index = self.step.index if self.step is not None else None
        results = index.search(words, LIMIT) if index is not None and words.strip() else None
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._found, words, results)

    def _found(self, words: str, results: SearchResults | None) -> None:
        if words == self.words:
            self.results = results
            self._tell()

    def _tell(self) -> None:
        """Say what was searched and how much was found."""
        index = self.step.index if self.step is not None else None
        waiting = self._waiting()
        if index is None:
            words: tuple[Piece, ...] = ((waiting or "Reading the articles for the search …", "dim", ""),)
        elif self.results is None:
            words = ((f"{plural(len(index.library.articles), 'article')} can be searched", "dim", ""),)
        else:
            total = sum(group.total for group in self.results.groups)
            found = "Nothing found" if not total else f"{total:,} found"
            problem = f" · {printable(self.results.problem)}" if self.results.problem else ""
            told = (problem, "warning", "") if problem else (f" in {self.results.scope}", "dim", "")
            words = ((found, "strong" if total else "warning", ""), told)
        if index is not None and waiting:
            words += ((f" · {waiting}", "warning", ""),)
        self.query_one("#search-scope", Bar).left = words

    def _waiting(self) -> str:
        """What cannot be searched yet, and how far it is; empty when everything can."""
        step = self.step
        if self.desk.opening:
            return self.desk.opening
        if step is None or step.complete:
            return ""
        return f"Reading for the search: {step.done:,} of {plural(step.total, 'article')}"

    @on(Input.Submitted, "#search-words")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(SearchRows).action_choose()

    @on(RowList.Opened, "#search-rows")
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        hit = self.query_one(SearchRows).hit_at(event.index)
        if hit is not None:
            self.go_to(hit.article, hit.start, hit.end)

    def action_hit(self, step: int) -> None:
        """Choose the next or previous hit while typing."""
        self.query_one(SearchRows).action_row(step)

    def action_hit_page(self, step: int) -> None:
        """Go on or back by a page of hits while typing."""
        self.query_one(SearchRows).action_row_page(step)
