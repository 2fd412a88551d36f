"""The panes of the reading screen: the article, beside it the other articles and what they say of the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.reactive import var
from textual.widget import Widget

from tui.articles.display import printable
from tui.reader.article.layers import LAYERS, hidden_layers
from tui.reader.article.page import Page
from tui.reader.article.view import ArticleView
from tui.reader.article.wrapping import cut, cut_title
from tui.reader.bar_words import footer, here, legend, selected
from tui.reader.bars import Bar, Piece
from tui.reader.breadths import BREADTHS, SIDEBAR
from tui.reader.commands import Place, commands_of
from tui.reader.comparison.panel import ComparisonPanel
from tui.reader.desk import Desk
from tui.reader.header import header
from tui.reader.messages import CursorMoved
from tui.reader.screens.base import RoomScreen
from tui.reader.sidebar.articles import ArticleList

if TYPE_CHECKING:
    from tui.reader.find_bar import FindBar


class ReadingPanes(RoomScreen):
    """Sidebar, article and comparison; on narrow terminals one of them at a time."""

    PLACE: ClassVar[Place] = "reading"
    AUTO_FOCUS = "#article"
    HORIZONTAL_BREAKPOINTS = BREADTHS

    desk: var[Desk] = var(Desk)
    article_id: var[str] = var("")
    """The article that is open."""
    place: var[tuple[str, int, int]] = var(("", 0, 0))
    """The sentence that is being read: article id, start, end."""

    _legend_of: tuple[Page | None, int] = (None, 0)

    def compose(self) -> ComposeResult:
        """Header, the three panes, legend and footer."""
        settings = self.room.settings
        yield Bar(id="header")
        with Horizontal(id="panes"):
            yield ArticleList(signs=settings.icons, id="articles").data_bind(ReadingPanes.desk, ReadingPanes.article_id)
            with Container(id="main"):
                with Vertical(id="reading"):
                    yield ArticleView(
                        signs=settings.icons, width=settings.column_width, unfold_key=self.room.key("unfold"),
                        matrix_key=self.room.key("matrix"), find_key=self.room.key("find"), id="article",
                    ).data_bind(ReadingPanes.desk, ReadingPanes.article_id)  # fmt: skip
                    yield Bar(id="here")
                yield ComparisonPanel(
                    signs=settings.icons, next_key=self.room.key("next-fact"), id="comparison"
                ).data_bind(ReadingPanes.desk, ReadingPanes.place)
        yield Bar(id="legend")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Begin in the article."""
        before = self.room.panes_before
        wanted = hidden_layers(self.room.settings.labels)
        self.view.hidden = frozenset(
            layer.name for layer in LAYERS if not before.get(layer.name, layer.name not in wanted)
        )
        self.set_class(not before.get("panes", True), "-zen")
        self.watch(self, "focused", self._say_keys)
        self.query_one("#header", Bar).right = (
            ("lesart", "strong", ""), (f"  {self.room.key('help')} help", "dim", "app.show('help')"),
            (f"  {self.room.key('palette')} commands ", "dim", "app.command_palette"),
        )  # fmt: skip
        self.say()

    # The panes ---------------------------------------------------------------------------------------------------

    @property
    def view(self) -> ArticleView:
        """The article."""
        return self.query_one("#article", ArticleView)

    @property
    def panel(self) -> ComparisonPanel:
        """The comparison."""
        return self.query_one("#comparison", ComparisonPanel)

    @property
    def articles(self) -> ArticleList:
        """The sidebar."""
        return self.query_one("#articles", ArticleList)

    @property
    def panes(self) -> list[Widget]:
        """The panes in the order of the tab key."""
        return [self.articles, self.view, self.panel]

    @property
    def shown(self) -> dict[str, bool]:
        """Whether the panes beside the article, and each layer of marks, are shown; kept for the next time."""
        return {"panes": not self.has_class("-zen")} | {
            layer.name: layer.name not in self.view.hidden for layer in LAYERS
        }

    # What happened -----------------------------------------------------------------------------------------------

    @on(CursorMoved)
    def _cursor_moved(self, event: CursorMoved) -> None:
        event.stop()
        self.follow_cursor()
        page = self.view.page
        if page is not None and page.sentences and event.start == page.sentences[-1][0] > page.sentences[0][0]:
            self.room.read_to_the_end(event.article)

    def follow_cursor(self) -> None:
        """Show what the other sources say of the sentence, and say what the cursor is on.

        What moves the cursor calls this itself: the view's message comes after the next paint, and the comparison
        would have to wait for the one behind it.
        """
        page = self.view.page
        if page is not None:
            self.place = (page.article.id, *self.view.sentence_span)
        self.say_place()

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        """Mark what is typed, and go to the first of it."""
        event.stop()
        self.view.query_text = event.query
        self.view.to_first_hit(event.origin)
        self.say()

    def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        """Back to the article, with the hits or as it was."""
        event.stop()
        if not event.kept:
            self.view.query_text = ""
            self.view.place_cursor(event.origin)
        self.view.focus()
        self.say()

    def watch_desk(self) -> None:
        """Say what was learned."""
        if self.is_mounted:
            self.call_after_refresh(self.say)

    def on_resize(self, event: Resize) -> None:
        """Say what fits, and what the keys do where panes take each other's place."""
        self.call_after_refresh(self.say)
        self.call_after_refresh(self._say_keys)

    # The bars ----------------------------------------------------------------------------------------------------

    def say(self) -> None:
        """Bring all bars up to date."""
        article = self.desk.by_id.get(self.article_id)
        frame, title = self.query_one("#reading"), printable(article.title if article is not None else "")
        title = cut_title(title, self.view.signs.ellipsis)
        # Textual would cut it with an ellipsis that not every terminal has; before the layout the room is not known.
        room = max(0, frame.region.width - 6)
        shown = cut(title, room, self.view.signs.ellipsis) if room else title[: self.size.width // 4]
        frame.border_title = Content(shown)
        self.say_header()
        self.follow_cursor()

    def say_header(self) -> None:
        """Say what is open, and its source too where the sidebar shows numbers alone or nothing."""
        bar, columns = self.query_one("#header", Bar), self.size.width
        named = self.has_class("-zen") or columns < SIDEBAR
        room = bar.room(columns) if columns else 1 << 30
        bar.left = header(self.desk, self.article_id, self.view.signs, room, self.room.key, named=named)

    def say_place(self) -> None:
        """Say what the cursor is on; the legend is made anew only where the page is another."""
        view = self.view
        page = view.page
        found_nothing = bool(view.query_text) and page is not None and not page.hits
        elsewhere = f"{self.room.key('search')} searches all" if found_nothing else ""
        bar = self.query_one("#here", Bar)
        room = bar.size.width - 1 if bar.size.width else 1 << 30
        bar.left = self.say_first() or here(page, view.sentence, view.hit_words(), view.signs, elsewhere, room)
        if (page, self.size.width) != self._legend_of:
            self._legend_of = (page, self.size.width)
            self.query_one("#legend", Bar).left = legend(page, self.size.width)

    def say_first(self) -> tuple[Piece, ...]:
        """What is said in place of what the cursor is on, as long as it matters more."""
        view = self.view
        if view.selection_span is None or view.page is None:
            return ()
        start, end = view.selection_span
        count = len(view.page.text[start:end].split())
        return selected(count, self.room.key, self.query_one("#here").size.width - 1, by_words=view.chosen is not None)

    @property
    def keys_of(self) -> tuple[Place, ...]:
        """Those of the pane that has the keys."""
        if isinstance(self.focused, ComparisonPanel):
            return ("panel",)
        return ("list",) if isinstance(self.focused, ArticleList) else ("reading",)

    def _say_keys(self) -> None:
        keys = self.query_one("#footer", Bar)
        keys.share = 2  # on the narrowest terminal, too, a newcomer finds the help and the way out
        keys.left = footer(commands_of(*self.keys_of, "app"), self.room.settings.keymap)
        keys.right = (
            (self.room.key("help"), "key", "app.show('help')"), (" help  ", "plain", "app.show('help')"),
            (self.room.key("quit"), "key", "app.close_screen"),
            (" back " if self.covered else " quit ", "plain", "app.close_screen"),
        )  # fmt: skip

    def front(self, pane: Widget) -> None:
        """Give a pane the keys; on narrow terminals it takes the place of the one before."""
        self.bring_forward(pane)
        self.call_after_refresh(self._give_keys, pane)

    def _give_keys(self, pane: Widget) -> None:
        pane.focus()
        if pane is self.panel:
            # Not where the mouse gives it the keys: the row under it would be another one before the button is up.
            self.panel.choose(self.panel.chosen)

    @property
    def covered(self) -> bool:
        """Whether another pane stands in the article's place, on a narrow terminal."""
        return self.has_class("-narrow") and not self.has_class("-front-article")

    def uncover(self) -> bool:
        """Show the article where another pane stands in its place; returns whether one did."""
        covered = self.covered
        if covered:
            self.front(self.view)
        return covered

    def bring_forward(self, pane: Widget) -> None:
        """Show a pane on narrow terminals, where only one is seen."""
        for other in self.panes:
            self.set_class(other is pane, f"-front-{other.id}")
        if pane is not self.view:
            self.remove_class("-zen")
            self.say_header()
