"""The panel beside the article: it follows the sentence cursor and shows what every other source says."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.events import Click

from tui.reader.commands import bindings
from tui.reader.comparison.pane import ComparisonPane
from tui.reader.messages import Decided, GoTo, Pairing, Say, Withdrawn

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.comparison.model import Fact
    from tui.reader.comparison.lines import Target
    from tui.reader.comparison.said import Place, Said


class ComparisonPanel(ComparisonPane):
    """The comparison, answering keys and mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panel")]

    _paired: tuple[Place, Place] | None = None
    """Passages that the reader has paired and whose fact is not seen yet."""

    def await_fact(self, first: Place, second: Place) -> None:
        """Show the fact that two passages state, as soon as there is one."""
        self._paired = first, second

    def rebuild(self) -> None:
        """Work out the facts of the sentence; show the one that was made by pairing, whatever was shown before."""
        super().rebuild()
        if self._paired is None:
            return
        for index, group in enumerate(self.groups):
            if all(_states(group.fact, place) for place in self._paired):
                self._paired = None
                self.show_fact(index)
                return

    def watch_desk(self) -> None:
        """Show what was learned; the mark stays on its passage, among the reader's decisions where it left its fact."""
        chosen = self.passage
        super().watch_desk()
        if chosen is None or chosen == self.passage:
            return
        for index, target in enumerate(self._lines.targets):
            if (place := _passage(target)) is not None and _share(place, chosen):
                self.chosen = index
                if self.has_focus:
                    self.choose(index)
                return

    def action_row(self, step: int) -> None:
        """Go to the next or previous row; beyond the last one, scroll."""
        if not self._lines.targets or (step > 0 and self.chosen == len(self._lines.targets) - 1):
            self.scroll_relative(y=step * 3, animate=False)
            return
        self.choose(self.chosen + step)

    def action_row_edge(self, step: int) -> None:
        """Go to the first or last row."""
        self.choose(0 if step < 0 else 1 << 30)

    def action_choose(self) -> None:
        """Go to the passage in its article; where nothing was found, to the article."""
        if (there := self.passage) is not None:
            self.post_message(GoTo(*there))
        elif (target := self.target) is not None and target.row is not None:
            position = self.desk.positions.get(target.row.article, 0)
            self.post_message(GoTo(target.row.article, position, position))

    def action_expand(self) -> None:
        """Show the passage's paragraph, or only its sentence."""
        target = self.target
        if target is not None and target.group is not None and target.row is not None and target.row.mention:
            self.expanded = self.expanded ^ {(target.group.fact.id, target.row.article)}
            chosen = self.chosen
            self.lay_out()
            self.choose(chosen)

    @property
    def said(self) -> Said | None:
        """The reader's word that stands on the chosen row."""
        return self.target.said if self.target is not None else None

    @property
    def passage(self) -> Place | None:
        """The passage of the chosen row."""
        return _passage(self.target) if self.target is not None else None

    @property
    def seen_tabs(self) -> list[tuple[int, int]]:
        """The facts whose tabs are seen, each with the cell at which its tab begins."""
        return [(tab.index, tab.first) for tab in self._tabs if tab.index >= 0]

    @property
    def seen_rows(self) -> list[tuple[int, int]]:
        """The rows whose beginning is seen, each with its line of the pane."""
        top, height = self.scroll_offset.y, self.content_region.height
        targets = enumerate(self._lines.targets)
        return [(index, target.first - top) for index, target in targets if 0 <= target.first - top < height]

    def action_decide(self, same: bool) -> None:
        """Keep whether the passage states the same fact as the one that is being read; the same key takes it back.

        Where nothing was found, the reader is sent to the article to find a passage that states the fact.
        """
        target = self.target
        if target is None:
            self.post_message(Say("There is no passage to choose here."))
            return
        if self.said is not None and self.said.same == same:
            self.post_message(Withdrawn(self.said.decision))
            return
        here = self.said.here if self.said is not None else None
        if target.group is not None:
            mention = target.group.here
            here = (mention.article, mention.start, mention.end)
        if here is None:
            return
        if (there := self.passage) is not None:
            self.post_message(Decided(same, here, there))
        elif target.row is not None and same:
            self.post_message(Pairing(here, target.row.article))
        else:
            self.post_message(Say("Nothing was found there that could be another fact."))

    def on_click(self, event: Click) -> None:
        """Show the fact whose tab is under the mouse, or choose the row; a second click goes there."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        if offset.y == 0 and self._tabs:
            cell = offset.x - 1
            tab = next((tab for tab in self._tabs if tab.first <= cell < tab.after), None)
            if tab is not None:
                beyond = self.fact + (1 if tab.first else -1)
                self.show_fact(tab.index if tab.index >= 0 else beyond)
            return
        line = self.scroll_offset.y + offset.y
        for index, target in enumerate(self._lines.targets):
            if target.first <= line <= target.last:
                self.choose(index)
                if event.chain == 2:
                    self.action_choose()
                return


def _passage(target: Target) -> Place | None:
    if target.row is not None and target.row.mention is not None:
        mention = target.row.mention
        return mention.article, mention.start, mention.end
    return target.said.there if target.row is None and target.said is not None else None


def _share(one: Place, other: Place) -> bool:
    """Whether two passages share words."""
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _states(fact: Fact, place: Place) -> bool:
    """Whether a mention of the fact shares words with a passage."""
    return any(_share((one.article, one.start, one.end), place) for one in fact.mentions)
