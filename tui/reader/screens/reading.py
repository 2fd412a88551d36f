"""The reading screen: what its keys do, apart from the motions in the article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on

from tui.reader.commands import bindings
from tui.reader.messages import GoTo, Pairing
from tui.reader.row_list import RowList
from tui.reader.screens.pairing import PairingPanes

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.articles.model import Article


class ReadingScreen(PairingPanes):
    """Sidebar, article and comparison, answering keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reading")]

    # Moving ------------------------------------------------------------------------------------------------------

    def action_article(self, kind: str, step: int) -> None:
        """Let the article view move its cursor or change what it shows."""
        self.view.move(kind, step)
        self.follow_cursor()

    def open_article(self, article: str) -> None:
        """Open an article where its reading stopped."""
        if article != self.article_id and article in self.desk.by_id:
            self.room.leave_place(self.here)
            self.room.keep_position(*self.here)
            self.article_id = article
            self.room.ask_for(article)
            self.say()

    def begin_at(self, article: str) -> None:
        """Open an article of another folder, with nothing of the former one left on the screen."""
        if article == self.article_id:
            self.view.rebuild()
        self.article_id = article
        self.front(self.view)
        self.say()

    def go_to_passage(self, article: str, start: int, end: int, *, remember: bool = True) -> None:
        """Open a passage, remembering the place left so that Backspace returns to it."""
        if article not in self.desk.by_id:
            self.room.say("That article is not open.", warning=True)
            return
        if remember:
            self.room.leave_place(self.here)
        if article != self.article_id:
            self.room.keep_position(*self.here)
            self.article_id = article
            self.room.ask_for(article)
        self.front(self.view)
        self.view.place_cursor(start, (start, end) if end > start else None, top=True)
        self.say()

    def follow(self, article: str, position: int) -> None:
        """Show what has taken the place of the open article, as it was shown, with the cursor on a position."""
        view = self.view
        row = view.cursor_row
        kept = view.query_text, view.unfolded
        self.article_id = article
        view.query_text, view.unfolded = kept
        view.point = position
        view.keep_row(row)
        self.say()

    @property
    def here(self) -> tuple[str, int]:
        """Article and position of the cursor."""
        return (self.article_id, self.view.point)

    def action_next_article(self, step: int) -> None:
        """Open the next or previous article of the sidebar."""
        index = self.desk.numbers.get(self.article_id, 1) - 1 + step
        if 0 <= index < len(self.desk.order):
            self.open_article(self.desk.order[index].id)
        else:
            self.room.say("There is no further article." if step > 0 else "This is the first article.")

    def action_back(self) -> None:
        """Return to the place from which a jump was made."""
        self._return(self.room.history.back(self.here), "No place to go back to.")

    def action_forward(self) -> None:
        """Take back a return."""
        self._return(self.room.history.forward(self.here), "No place to go forward to.")

    def _return(self, place: tuple[str, int] | None, otherwise: str) -> None:
        if place is None:
            self.room.say(otherwise)
        else:
            self.go_to_passage(place[0], place[1], place[1], remember=False)

    async def action_find(self) -> None:
        """Find words in the article."""
        from tui.reader.find_bar import FindBar

        self.bring_forward(self.view)
        if not self.query(FindBar):
            await self.query_one("#reading").mount(FindBar(id="find"), before="#here")
        await self.query_one(FindBar).open(self.view.point)

    # Panes -------------------------------------------------------------------------------------------------------

    def action_pane(self, step: int) -> None:
        """Go to the next pane."""
        panes = self.panes
        index = next((index for index, pane in enumerate(panes) if pane.has_focus), 1)
        self.front(panes[(index + step) % len(panes)])

    def action_into_comparison(self) -> None:
        """Go to the passages of the other sources; where there is none, say why and stay."""
        if lacking := self.panel.lacking:
            self.room.say(lacking)
        else:
            self.front(self.panel)

    def action_zen(self) -> None:
        """Show only the article, or all panes again."""
        self.toggle_class("-zen")
        self.say_header()
        self.front(self.view)

    def action_leave(self) -> None:
        """End what is going on, the innermost first."""
        view = self.view
        if view.selection_span is not None:
            view.end_selection()
        elif self.waiting is not None:
            self.waiting = None
        elif view.query_text:
            view.query_text = ""
        elif self.has_class("-zen") and view.has_focus:
            self.remove_class("-zen")
        elif view.has_focus:
            self.room.stop_opening()
        self.front(view)
        self.say()

    # Keeping -----------------------------------------------------------------------------------------------------

    def action_bookmark(self) -> None:
        """Keep the chosen fact, the selection or the sentence."""
        view, panel = self.view, self.panel
        if panel.has_focus and panel.group is not None:
            self.room.keep_fact(panel.group)
        elif view.page is not None:
            start, end = view.selection_span or view.sentence_span
            self.room.keep_passage(view.page.article, start, end)
            view.end_selection()

    def action_undo(self) -> None:
        """Take back the decision on the chosen source, else the last bookmark or decision."""
        if self.panel.has_focus and self.panel.said is not None:
            self.room.withdraw(self.panel.said.decision)
        else:
            self.room.undo()

    def action_copy(self) -> None:
        """Copy the selection or the sentence, or in the comparison its passage, with a citation."""
        from tui.reader.citation import citation

        view, panel = self.view, self.panel
        if panel.has_focus and panel.passage is not None:
            identity, start, end = panel.passage
            article = self.desk.by_id[identity]
        elif view.page is not None:
            article = view.page.article
            start, end = view.selection_span or view.sentence_span
        else:
            return
        self.app.copy_to_clipboard(citation(article, start, end))
        view.end_selection()
        self.room.say("Copied with its source.")

    def action_open_outside(self) -> None:
        """Open the article's address or file outside."""
        article = self.desk.by_id.get(self.article_id)
        if article is not None:
            # A browser that is not running yet takes seconds to answer.
            self.run_worker(partial(self._open_outside, article), thread=True, group="outside", exit_on_error=False)

    def _open_outside(self, article: Article) -> None:
        from tui.reader.outside import open_outside

        self.app.call_from_thread(self.room.say, open_outside(article))

    def action_mark_read(self) -> None:
        """Change the article's read mark."""
        read = self.article_id not in self.desk.read
        self.room.mark_read(self.article_id, read)
        self.room.say("Marked as read." if read else "Marked as unread.")

    # Messages of the panes ---------------------------------------------------------------------------------------

    @on(RowList.Opened, "#articles")
    def _open_row(self, event: RowList.Opened) -> None:
        event.stop()
        if event.index < len(self.desk.order):
            self.open_article(self.desk.order[event.index].id)
            self.front(self.view)
        else:
            self.room.say(self.desk.problems[event.index - len(self.desk.order)].sentence, warning=True)

    def on_go_to(self, event: GoTo) -> None:
        """Go to a passage that a pane names."""
        event.stop()
        self.go_to_passage(event.article, event.start, event.end)

    def on_pairing(self, event: Pairing) -> None:
        """Go and look for the passage that states the same fact."""
        event.stop()
        position = self.desk.positions.get(event.article, 0)
        self.go_to_passage(event.article, position, position)
        self.waiting = event.passage
