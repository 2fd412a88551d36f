"""The reader's decisions on facts: kept, taken back, and respected by the next comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from tui.reader.keeping import Keeping
from tui.reader.messages import Decided

if TYPE_CHECKING:
    from tui.articles.model import Article
    from tui.comparison.model import Decision, Passage


class Deciding(Keeping):
    """The part of the app that keeps what the reader says of two passages."""

    _told: tuple[str, ...] = ()
    """What was said of decisions that cannot be read or count no more."""

    @cached_property
    def _decided(self) -> list[tuple[int, Decision, Decision | None]]:
        """What was decided: behind how many changes of the bookmarks, the decision, what stood before it."""
        return []

    def order_again(self, decisions: tuple[Decision, ...]) -> None:
        """Have the story compared again under other decisions."""

    def open_notebook(self) -> None:
        """Take the bookmarks of the open folder; what was decided in another one is not undone from here."""
        super().open_notebook()
        self._decided.clear()

    def read_decisions(self, articles: Sequence[Article]) -> tuple[Decision, ...]:
        """The reader's decisions on facts of articles; none where they are not kept or cannot be read."""
        if self.decisions_file is None:
            return ()
        from tui.library.decisions import load_decisions

        try:
            loaded = load_decisions(self.decisions_file, articles)
        except OSError as error:
            self.call_from_thread(self.say, f"The decisions cannot be read: {error}", warning=True)
            return ()
        before, self._told = self._told, loaded.problems
        if loaded.problems and loaded.problems != before:  # once, though they are read again with every new file
            self.call_from_thread(self.say, " ".join(loaded.problems), warning=True)
        return loaded.decisions

    def decide(self, event: Decided) -> None:
        """Keep a decision and have the story compared again."""
        from tui.comparison.model import Decision, Passage

        def passage(place: tuple[str, int, int]) -> Passage:
            return Passage(self.desk.by_id[place[0]].text_sha256, place[1], place[2])

        decision = Decision(event.same, passage(event.first), passage(event.second))
        before = next((one for one in self.desk.decisions if _passages(one) == _passages(decision)), None)
        if self._keep(decision):
            self._decided.append((self._undoable, decision, before))
            words = "the same fact" if event.same else "not the same fact"
            self.say(f"Kept: {words}. {self.key('undo')} takes it back.")

    def withdraw(self, decision: Decision) -> None:
        """Take a decision back and have the story compared again."""
        if self._keep(decision, withdrawn=True):
            self._decided[:] = [one for one in self._decided if one[1] != decision]
            self.say("Decision taken back.")

    def undo(self) -> None:
        """Take back the last decision, or the last change of the bookmarks where that is later."""
        if not self._decided or self._decided[-1][0] < self._undoable:
            super().undo()
            return
        _, decision, before = self._decided[-1]
        if self._keep(before or decision, withdrawn=before is None):
            self._decided.pop()
            self.say("Decision taken back.")

    @property
    def _undoable(self) -> int:
        return self.notebook.undoable if self.notebook is not None else 0

    def _keep(self, decision: Decision, *, withdrawn: bool = False) -> bool:
        """Write a decision, or that it no longer stands, and compare again; returns whether it was written."""
        if self.decisions_file is None:
            self.say("Decisions are not kept: no file was given.", warning=True)
            return False
        from tui.library.decisions import add_decision, load_decisions, withdraw_decision

        try:
            (withdraw_decision if withdrawn else add_decision)(decision, self.decisions_file, self.desk.articles)
            decisions = load_decisions(self.decisions_file, self.desk.articles).decisions
        except OSError as error:
            self.say(f"The decision was not kept: {error}", warning=True)
            return False
        self.desk = replace(self.desk, decisions=decisions)
        self.order_again(decisions)
        return True


def _passages(decision: Decision) -> frozenset[Passage]:
    return frozenset((decision.first, decision.second))
