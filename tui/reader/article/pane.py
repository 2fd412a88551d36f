"""The widget that shows an article: drawn row by row, so that its length does not matter.

It knows the cursor, the layers and the selection; where keys and mouse lead stands in ``view``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tui.articles.display import printable, readable
from tui.articles.model import Article
from tui.reader.article.column import Column, divide
from tui.reader.article.head import head_lines, headline
from tui.reader.article.layout import Layout, lay_out
from tui.reader.article.minimap import Minimap
from tui.reader.article.page import Page, find_hits
from tui.reader.article.sentences import sentences_of
from tui.reader.article.strips import Strips
from tui.reader.desk import Desk
from tui.reader.icons import Icons, icons
from tui.reader.messages import CursorMoved
from tui.reader.named_styles import NamedStyles

if TYPE_CHECKING:
    from tui.language.model import Analysis

Span = tuple[int, int]
NOTHING = "  Nothing to read: no article was found."


class ArticlePane(NamedStyles, ScrollView, can_focus=True, inherit_bindings=False):
    """One article with cursor, marks, gutter, margin and minimap, drawn."""

    desk: var[Desk] = var(Desk)
    article_id: var[str] = var("")
    hidden: var[frozenset[str]] = var(frozenset)
    """Names of the layers that are not shown."""
    unfolded: var[bool] = var(False)
    query_text: var[str] = var("")
    """Words that are being found in the article."""
    wanted_width: var[int] = var(72)
    """Cells of the text column."""

    def __init__(
        self, *, signs: str = "unicode", width: int = 72, unfold_key: str = "x", matrix_key: str = "m",
        find_key: str = "/", id: str | None = None,
    ) -> None:  # fmt: skip
        """Make a view with an icon set, a column width in cells, and some keys that it names."""
        super().__init__(id=id)
        self.signs: Icons = icons(signs)
        self.set_reactive(ArticlePane.wanted_width, width)
        self.unfold_key, self.matrix_key, self.find_key = unfold_key, matrix_key, find_key
        self.page: Page | None = None
        self.point = 0
        """Position in the raw text where the cursor stands."""
        self.pointed: Span | None = None
        """What a jump went to."""
        self.chosen: Span | None = None
        """What was selected by keys."""
        self.stated: Span | None = None
        """The words of the fact that was chosen in the comparison."""
        self._strips: Strips | None = None
        self._minimap: Minimap | None = None
        self._column = Column(0, 1, 0, 0)
        self._layout_key: tuple[object, ...] = ()
        self._layout = Layout((), 1)
        self._text = ""
        self._sentences: tuple[Article | None, Analysis | None, tuple[Span, ...]] = (None, None, ())

    # What changed from above -------------------------------------------------------------------------------------

    def watch_desk(self) -> None:
        """Show what was learned, with the cursor where it was."""
        self.rebuild()

    def watch_hidden(self) -> None:
        """Draw other layers."""
        self.rebuild()

    def watch_unfolded(self) -> None:
        """Show or fold what is not the article's own text."""
        self.rebuild()

    def watch_query_text(self) -> None:
        """Mark other hits."""
        self.rebuild()

    def watch_wanted_width(self) -> None:
        """Lay out for another column."""
        self.rebuild()

    def notify_style_update(self) -> None:
        """Take the styles of a new theme."""
        super().notify_style_update()
        self._strips = None

    # Building ----------------------------------------------------------------------------------------------------

    def rebuild(self, width: int = 0) -> None:
        """Make the page anew from what is known; the layout is kept as long as nothing in it changes.

        Args:
            width: Cells of the pane where its own are not known yet.
        """
        article = self.desk.by_id.get(self.article_id)
        width = self.scrollable_content_region.width or width
        if article is None or not width:
            return
        column = divide(width, self.wanted_width)
        key = (article, column.text, self.unfolded)
        if key != self._layout_key:
            if not self._layout_key or self._layout_key[0] is not article:
                self._text = readable(article.text).replace("\n", " ")
            self._layout = lay_out(
                article, self._text, column.text,
                head=head_lines(article, column.text, self.signs.dot, self.signs.ellipsis),
                headline=headline(article, column.text),
                unfolded=self.unfolded, ellipsis=self.signs.ellipsis, key=self.unfold_key,
            )  # fmt: skip
            self._layout_key = key
        analysis = self.desk.analyses.get(article.id)
        visible = [(block.start, block.end) for block in article.blocks if block.own or self.unfolded]
        hits = find_hits(self._text, self.query_text, visible)
        self.page = Page(
            article,
            self._text,
            self._layout,
            self._sentences_of(article, analysis),
            analysis,
            self.desk,
            column.margin,
            self.hidden,
            hits,
        )
        self._column = column
        self._minimap = None
        if self._strips is not None:
            self._strips.forget()
        self.virtual_size = Size(width, len(self._layout.lines))
        self.announce()
        self.refresh()

    def _sentences_of(self, article: Article, analysis: Analysis | None) -> tuple[Span, ...]:
        """The sentences, worked out once for each article and analysis."""
        if self._sentences[0] is not article or self._sentences[1] is not analysis:
            self._sentences = (article, analysis, sentences_of(article, analysis))
        return self._sentences[2]

    @property
    def sentence(self) -> int:
        """Index of the sentence that is being read."""
        return self.page.sentence_at(self.point) if self.page else 0

    @property
    def sentence_span(self) -> Span:
        """The sentence that is being read, as a span of the raw text."""
        if self.page is None or not self.page.sentences:
            return (0, 0)
        return self.page.sentences[self.sentence]

    @property
    def selection_span(self) -> Span | None:
        """What is selected, by keys or by mouse, as a span of the raw text."""
        if self.chosen is not None:
            return self.chosen
        selection = self.text_selection
        if selection is None or selection.start is None or selection.end is None:
            return None
        start, end = selection.start.x, selection.end.x
        return (start, min(end, len(self._text))) if end > start else None

    def announce(self) -> None:
        """Tell the screen which sentence is being read."""
        if self.page is not None:
            self.post_message(CursorMoved(self.page.article.id, *self.sentence_span))

    # Drawing -----------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one row of the pane."""
        if self.page is None:
            # The first paint comes before the news of the pane's size, and is to show the text.
            self.rebuild()
        width = self.scrollable_content_region.width
        top = self.scroll_offset.y
        strips, page = self._ready(), self.page
        if page is None:
            words = NOTHING if y == 1 and not self.desk.articles else ""
            return Strip([Segment(words, strips.style_of(("text", "fold")))]).adjust_cell_length(width, strips.plain)
        if self._minimap is None or self._minimap.height != self.size.height:
            self._minimap = Minimap(page, self.size.height)
        row = top + y
        if row >= len(page.layout.lines):
            segments = [Segment(" " * (width - 1), strips.plain)]
        else:
            cursor = self.sentence_span
            segments = strips.row(
                page, row, self._column, cursor=cursor, cursor_rows=page.layout.lines_of(*cursor),
                sentence=self.sentence, stated=self.stated, pointed=self.pointed, selection=self.selection_span,
            )  # fmt: skip
        return strips.strip(segments, self._minimap, y, top, width)

    def _ready(self) -> Strips:
        if self._strips is None:
            self._strips = Strips(self._style_named, self.signs, printable)
        return self._strips

    def _style_named(self, name: str) -> Style:
        return self.get_component_rich_style(f"article--{name}", partial=name != "text")

    def redraw(self, *spans: Span) -> None:
        """Draw the rows of these spans anew."""
        if self.page is None:
            return
        top, width, height = self.scroll_offset.y, self.size.width, self.size.height
        for span in spans:
            rows = self.page.layout.lines_of(*span)
            if self._strips is not None:
                self._strips.forget(rows)
            if rows.start < top + height and rows.stop > top:
                self.refresh(Region(0, rows.start - top, width, len(rows)))

    def mark_stated(self, span: Span | None) -> None:
        """Mark the words of the fact that was chosen in the comparison; None: none."""
        before, self.stated = self.stated, span
        self.redraw(*(one for one in (before, span) if one is not None))

    # Mouse -------------------------------------------------------------------------------------------------------

    def selection_updated(self, selection: Selection | None) -> None:
        """Mark what the mouse selects, and have it told."""
        if self._strips is not None:
            self._strips.forget()
        self.announce()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words as they stand in the article."""
        span = self.selection_span
        return (self._text[span[0] : span[1]], "\n") if span and self.page else None
