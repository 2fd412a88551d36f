"""Pairing two passages by hand: one is kept waiting while the reader looks for the other in another article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import var

from tui.articles.display import printable
from tui.reader.bars import Piece
from tui.reader.messages import Decided, FactChosen, Withdrawn
from tui.reader.screens.jumping import JumpingPanes

if TYPE_CHECKING:
    from tui.reader.comparison.said import Place

SHOWN = 40
"""Characters of the waiting passage that are shown."""


class PairingPanes(JumpingPanes):
    """The panes of the reading screen, with a passage that may wait for another one."""

    waiting: var[Place | None] = var(None)
    """Article id, start and end of the passage that shall be paired; None: nothing is being paired."""

    def watch_waiting(self) -> None:
        """Say what waits."""
        if self.is_mounted:
            self.say_place()

    def say_first(self) -> tuple[Piece, ...]:
        """What waits for its pair, and the keys that end the waiting."""
        if self.waiting is None or self.waiting[0] not in self.desk.by_id:
            return super().say_first()
        article, start, end = self.waiting
        signs = self.view.signs
        words = " ".join(self.desk.by_id[article].text[start:end].split())
        short = printable(words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + signs.ellipsis)
        pair, leave = self.room.key("pair"), self.room.key("leave")
        return (
            (f"{pair} pairs with article {self.desk.numbers[article]}, {leave} ends", "warning", "screen.pair"),
            (f" {signs.dot} {short}", "plain", ""),
        )

    def action_pair(self) -> None:
        """Keep the sentence or selection waiting, or pair it with the one that waits."""
        view = self.view
        if view.page is None:
            return
        article, (start, end) = view.page.article.id, view.selection_span or view.sentence_span
        if end <= start:
            return
        waiting, self.waiting = self.waiting, None
        view.end_selection()
        if waiting is None or waiting[0] not in self.desk.by_id:
            self.waiting = (article, start, end)
        elif waiting[0] == article:
            self.room.say("Passages of one article are not paired; go to another article.", warning=True)
            self.waiting = waiting
        else:
            self.panel.await_fact(waiting, (article, start, end))
            self.room.decide(Decided(True, waiting, (article, start, end)))

    def on_decided(self, event: Decided) -> None:
        """Keep the reader's word on two passages."""
        event.stop()
        self.room.decide(event)

    def on_withdrawn(self, event: Withdrawn) -> None:
        """Take the reader's word back."""
        event.stop()
        self.room.withdraw(event.decision)

    def on_fact_chosen(self, event: FactChosen) -> None:
        """Mark the words that the chosen fact of the sentence stands in."""
        event.stop()
        if event.article == self.article_id:
            self.view.mark_stated((event.start, event.end))

    def action_fact(self, step: int) -> None:
        """Show another fact of the sentence in the comparison."""
        panel = self.panel
        if len(panel.groups) > 1:
            panel.show_fact((panel.fact + step) % len(panel.groups))

    def action_copy_fact(self) -> None:
        """Copy what every source says of the fact that is shown, as Markdown."""
        group = self.panel.group
        if group is None:
            self.room.say("No fact is shown here that could be copied.")
            return
        self.room.copy_report(group.fact)
