"""The search index of what is open: made in a thread when it is first asked for, and again after something changed.

It belongs to the app and not to the search screen, so that leaving the screen does not throw the work away.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from tui.library.log import logger
from tui.reader.opening import Opening

if TYPE_CHECKING:
    from tui.comparison.model import Comparison
    from tui.library.search.indexing import Indexing, IndexStep

_LOG = logger("reader")
MORE = 4
"""How many times as many articles as are indexed must be there before those are indexed anew while others come."""


@dataclass
class Indexed(Message):
    """More can be searched."""

    indexing: Indexing
    step: IndexStep


class Searching(Opening):
    """The part of the app that makes everything searchable."""

    index_step: IndexStep | None = None
    """What can be searched now, None before anything was asked for."""

    _indexing: Indexing | None = None
    _comparison: Comparison | None = None
    """Whose names and facts are in the index."""

    def want_index(self) -> None:
        """Have everything indexed that is open now; the search screen is given each step."""
        from tui.library.search.indexing import Indexing

        articles, before = self.desk.articles, self._indexing
        if before is not None and before.articles and before.articles[0].id not in self.desk.by_id:
            # Another folder is open.
            self.index_step = None
        if before is not None and before.articles is articles:
            if self.desk.comparison is not self._comparison:
                self._start(before)
            return
        if before is not None and self.desk.opening and len(articles) < MORE * len(before.articles):
            return
        if before is not None:
            before.stop()
        self._indexing = Indexing(articles, self.cache)
        self._start(self._indexing)

    def _start(self, indexing: Indexing) -> None:
        self._comparison = self.desk.comparison
        known = self.index_step if self.index_step is not None and self.index_step.complete else None
        kept = known if indexing is self._indexing and known is not None and known.of(indexing.articles) else None
        self.run_worker(
            partial(self._index, indexing, self._comparison, kept),
            thread=True, group="index", exclusive=kept is None, exit_on_error=False,
        )  # fmt: skip

    def _index(self, indexing: Indexing, comparison: Comparison | None, kept: IndexStep | None) -> None:
        try:
            for step in (kept,) if kept is not None else indexing.steps():
                index = step.index
                if index is not None and comparison is not None:
                    index = index.with_comparison(comparison)
                self.post_message(Indexed(indexing, replace(step, index=index)))
        except Exception:
            _LOG.exception("The articles could not be indexed")

    def on_indexed(self, event: Indexed) -> None:
        """Give the search screen what can be searched, if it is of what is open."""
        if event.indexing is not self._indexing:
            return
        step, before = event.step, self.index_step
        if step.index is None and before is not None:
            # What was there before the rest came is there still.
            step = replace(step, index=before.index)
        self.index_step = step
        if step.complete and self.desk.comparison is not self._comparison:
            self.want_index()
        from tui.reader.screens.search import SearchScreen

        for screen in self.screen_stack:
            if isinstance(screen, SearchScreen):
                screen.step = step

    def end_feed(self) -> None:
        """End the index with the worker."""
        if self._indexing is not None:
            self._indexing.stop()
        super().end_feed()
