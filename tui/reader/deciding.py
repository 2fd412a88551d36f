"""The reader's decisions on facts: kept, taken back, and respected by the next comparison."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual.message import Message

from tui.reader.messages import Decided
from tui.reader.noting import Noting

if TYPE_CHECKING:
    from pathlib import Path

    from tui.articles.model import Article
    from tui.comparison.model import Decision, Passage


@dataclass
class Remembered(Message):
    """The reader's decisions were read."""

    decisions: tuple[Decision, ...]
    changes: int
    """How many had been made or taken back when the reading began; what was read before a later one is late."""
    compare: bool = False
    """Whether the story shall be compared again where others stand than the desk has."""


class Deciding(Noting):
    """The part of the app that keeps what the reader says of two passages."""

    _changes = 0
    """Decisions that were made or taken back since the start."""

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

        self.writer.wait()
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
        done = (self._undoable, decision, before)
        self._decided.append(done)
        if self._keep(decision, partial(self._not_done, done)):
            words = "the same fact" if event.same else "not the same fact"
            self.say(f"Kept: {words}. {self.key('undo')} takes it back.")

    def _not_done(self, done: tuple[int, Decision, Decision | None]) -> None:
        """Forget a decision that could not be written, so that nothing is undone that never was."""
        if done in self._decided:
            self._decided.remove(done)

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

    def _keep(
        self, decision: Decision, otherwise: Callable[[], object] = lambda: None, *, withdrawn: bool = False
    ) -> bool:
        """Write a decision, or that it no longer stands, and compare again; returns whether decisions are kept."""
        file = self.decisions_file
        if file is None:
            self.say("Decisions are not kept: no file was given.", warning=True)
            otherwise()
            return False
        self._changes += 1
        write = partial(self._write, decision, file, self.desk.articles, self._changes, withdrawn)
        self.writer.write(write, "The decision was not kept", otherwise)
        self._respect(_with(self.desk.decisions, decision, withdrawn))
        return True

    def _write(
        self, decision: Decision, file: Path, articles: Sequence[Article], changes: int, withdrawn: bool
    ) -> None:
        from tui.library.decisions import add_decision, load_decisions, withdraw_decision

        try:
            (withdraw_decision if withdrawn else add_decision)(decision, file, articles)
        finally:
            # Another reader may have decided something meanwhile; after a failure the screen shows too much.
            self.post_message(Remembered(load_decisions(file, articles).decisions, changes, compare=True))

    def _respect(self, decisions: tuple[Decision, ...]) -> None:
        self.desk = replace(self.desk, decisions=decisions)
        self.order_again(decisions)

    def on_remembered(self, message: Remembered) -> None:
        """Put the decisions that stand on the desk."""
        if message.changes != self._changes or message.decisions == self.desk.decisions:
            return
        if message.compare:
            self._respect(message.decisions)
        else:
            self.desk = replace(self.desk, decisions=message.decisions)


def _with(decisions: Sequence[Decision], decision: Decision, withdrawn: bool) -> tuple[Decision, ...]:
    """The decisions that stand after another one, which takes the place of that on the same passages."""
    standing = {_passages(one): one for one in decisions}
    if withdrawn:
        standing.pop(_passages(decision), None)
    else:
        standing[_passages(decision)] = decision
    return tuple(standing.values())


def _passages(decision: Decision) -> frozenset[Passage]:
    return frozenset((decision.first, decision.second))
