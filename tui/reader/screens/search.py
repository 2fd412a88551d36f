"""Search over everything: results while words are typed, grouped by kind.

The index is built once in a thread; until it stands, the words wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.reactive import var
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.library.counting import plural
from tui.reader.bar_words import footer
from tui.reader.bars import Bar
from tui.reader.commands import Place, bindings, commands_of
from tui.reader.row_list import RowList
from tui.reader.screens.base import RoomScreen
from tui.reader.screens.search_rows import SearchRows

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.library.search import SearchIndex, SearchResults

LIMIT = 30
"""Hits shown of each kind."""
HINT = "Words to search for; “exact words”, source: speaker: entity: narrow it down"


class SearchScreen(RoomScreen):
    """One line to type in, and what was found below it."""

    PLACE: ClassVar[Place] = "search"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]

    words: var[str] = var("")
    """What is typed."""
    results: var[SearchResults | None] = var(None)

    def __init__(self) -> None:
        """Open without an index."""
        super().__init__()
        self._index: SearchIndex | None = None

    def compose(self) -> ComposeResult:
        """The line, what was searched, the hits, the keys."""
        yield Input(placeholder=HINT, id="search-words", compact=True)
        yield Bar(id="search-scope")
        yield SearchRows(signs=self.room.settings.icons, id="search-rows").data_bind(
            RoomScreen.desk, SearchScreen.results
        )
        yield Bar(id="search-foot")

    def on_mount(self) -> None:
        """Begin to type at once; read the articles meanwhile."""
        self.query_one("#search-foot", Bar).left = footer(commands_of("search", "list"))
        self._tell()
        self.query_one(Input).focus()
        self.build()

    def watch_desk(self) -> None:
        """Search also what was learned meanwhile."""
        if self.is_mounted:
            self.build()

    @work(thread=True, exclusive=True, group="index")
    def build(self) -> None:
        """Make the index off the interface's loop."""
        index = self.room.search_index()
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._indexed, index)

    def _indexed(self, index: SearchIndex) -> None:
        self._index = index
        self.search(self.words)

    @on(Input.Changed, "#search-words")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.words = event.value
        self.search(event.value)

    @work(thread=True, exclusive=True, group="search")
    def search(self, words: str) -> None:
        """Look for the words; a later key press takes the place of an earlier search."""
        results = self._index.search(words, LIMIT) if self._index is not None and words.strip() else None
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._found, words, results)

    def _found(self, words: str, results: SearchResults | None) -> None:
        if words == self.words:
            self.results = results
            self._tell()

    def _tell(self) -> None:
        """Say what was searched and how much was found."""
        bar = self.query_one("#search-scope", Bar)
        if self._index is None:
            bar.left = (("Reading the articles for the search …", "dim", ""),)
        elif self.results is None:
            bar.left = ((f"{plural(len(self.desk.articles), 'article')} can be searched", "dim", ""),)
        else:
            total = sum(group.total for group in self.results.groups)
            found = "Nothing found" if not total else f"{total} found"
            bar.left = ((found, "strong" if total else "warning", ""), (f" in {self.results.scope}", "dim", ""))

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
