"""The article that answers keys and mouse: by sentence, paragraph, page, and from mark to mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.events import Click, Resize

from tui.articles.display import printable
from tui.library.counting import plural
from tui.reader.article.column import resized
from tui.reader.article.layers import LAYERS
from tui.reader.article.page import next_after
from tui.reader.article.pane import ArticlePane
from tui.reader.commands import bindings
from tui.reader.messages import Say

if TYPE_CHECKING:
    from textual.binding import BindingType

Span = tuple[int, int]
HEAD = 6
"""Rows at the top of an article that are shown together with its first sentence."""

BEFORE_LAYOUT = 80
"""Cells assumed for keys that come before the screen is laid out."""
_WORD = re.compile(r"\S+")


class ArticleView(ArticlePane):
    """One article with a sentence cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("article")]

    def watch_article_id(self) -> None:
        """Show another article at the place where reading stopped."""
        self.point, self.pointed, self.chosen = self.desk.positions.get(self.article_id, 0), None, None
        self.set_reactive(ArticleView.query_text, "")
        self.set_reactive(ArticleView.unfolded, False)
        self.rebuild()
        self.place_cursor(self.point, top=True)

    def on_resize(self, event: Resize) -> None:
        """Lay out for another pane, keeping the sentence in sight."""
        self.rebuild()
        self.call_after_refresh(self._stay_in_sight)

    def _stay_in_sight(self) -> None:
        self.bring_into_sight(self.pointed or self.sentence_span)

    def move(self, kind: str, step: int) -> None:
        """Carry out a command of the article: a motion, or a change of what is shown.

        Args:
            kind: sentence, edge, page, half, select, unfold, layer, width, or a kind of mark (see ``Page.targets``).
            step: 1 forward or -1 back; the number of the layer; the cells that the column grows.
        """
        if self.page is None:
            self.rebuild(BEFORE_LAYOUT)
        match kind:
            case "sentence":
                self.to_sentence(self.sentence + step)
            case "edge":
                self.to_sentence(0 if step < 0 else 1 << 40)
            case "page" | "half":
                self.by_page(step, half=kind == "half")
            case "select":
                self.select_or_stop()
            case "unfold":
                self.unfold_or_fold()
            case "layer":
                name = LAYERS[step - 1].name
                self.hidden = self.hidden ^ {name}
            case "width":
                self.wanted_width, why = resized(self._column, step)
                self.place_cursor(self.point, self.pointed)
                if why:
                    self.post_message(Say(why))
            case _:
                self.to_mark(kind, step)

    def unfold_or_fold(self) -> None:
        """Show what is no part of the article, or fold it again; where there is nothing of that, say so."""
        if self.page is None:
            return
        if all(block.own for block in self.page.article.blocks):
            self.post_message(Say("Nothing is folded in this article."))
            return
        self.unfolded = not self.unfolded
        self.place_cursor(self.point, self.pointed)

    def to_sentence(self, index: int) -> None:
        """Put the cursor on a sentence; beyond the ends, on the first or last."""
        if self.page is None or not self.page.sentences:
            return
        index = max(0, min(len(self.page.sentences) - 1, index))
        start, end = self.page.sentences[index]
        if self.chosen is not None:
            self.chosen = (self.chosen[0], end) if end > self.chosen[0] else (start, self.chosen[1])
        self.place_cursor(start)

    def to_mark(self, kind: str, step: int) -> None:
        """Put the cursor on the next or previous mark of a kind, or say that there is none."""
        if self.page is None:
            return
        here = self.point
        if kind in ("block", "heading", "difference"):
            here = self.sentence_span[0]
        elif self.pointed is None and step > 0:
            here -= 1
        target = next_after(self.page.targets(kind), here, step)
        if target is None:
            keys = self.matrix_key, "" if self.query_text else self.find_key
            self.post_message(Say(self.page.why_none(kind, step, *keys)))
            return
        whole = kind in ("block", "heading", "difference")
        self.place_cursor(target[0], None if whole else target)

    def by_page(self, step: int, *, half: bool) -> None:
        """Scroll by a screen or half of one, and put the cursor on the first sentence that then begins on it."""
        if self.page is None:
            return
        rows = max(1, (self.size.height // 2) if half else self.size.height - 2)
        top = max(0, min(self.scroll_offset.y + step * rows, self.max_scroll_y))
        if top == self.scroll_offset.y:
            self.to_sentence(0 if step < 0 else 1 << 40)
            return
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
        lines = self.page.layout.lines
        seen = range(top, min(len(lines), top + self.size.height))
        heads = [index for row in seen for index in self.page.heads.get(row, ())]
        beyond = [index for index in heads if (index - self.sentence) * step > 0]
        if beyond:
            self.to_sentence(beyond[0])

    def to_first_hit(self, origin: int) -> None:
        """Go to the first hit at or after a position, else to the first of all."""
        hits = self.page.hits if self.page else ()
        hit = next((hit for hit in hits if hit[0] >= origin), hits[0] if hits else None)
        self.place_cursor(hit[0] if hit else origin, hit)

    def hit_words(self) -> str:
        """Which hit the cursor is on and how many there are; empty while nothing is being found."""
        if not self.query_text or self.page is None:
            return ""
        hits = self.page.hits
        number = next((index for index, hit in enumerate(hits, 1) if hit == self.pointed), 0)
        if not hits:
            # Named, since "not found" alone would seem to speak of what other sources say.
            return f"“{printable(self.query_text)}” not found"
        return f"hit {number:,} of {len(hits):,}" if number else plural(len(hits), "hit")

    def place_cursor(self, position: int, pointed: Span | None = None, *, top: bool = False) -> None:
        """Put the cursor on a position of the raw text and bring its sentence into sight.

        Args:
            position: Code point of the raw text.
            pointed: What is marked as the thing that was gone to.
            top: Whether the sentence shall stand in the upper third of the screen.
        """
        if self.page is None:
            self.point = position
            return
        before, was = self.sentence_span, self.pointed
        self.point, self.pointed = position, pointed
        after = self.sentence_span
        self.mark_stated(None)
        if self.chosen is not None:
            self.redraw((0, len(self.page.text)))
        self.redraw(*(span for span in (before, after, was, pointed) if span is not None))
        self.bring_into_sight(pointed or after, top=top)
        if before != after:
            self.announce()

    def bring_into_sight(self, span: Span, *, top: bool = False) -> None:
        """Scroll as little as needed to show a span with some rows around it."""
        if self.page is None or not self.size.height:
            return
        rows, height = self.page.layout.lines_of(*span), self.size.height
        spare = min(4, height // 5)
        first, last, seen = rows.start, rows.stop - 1, self.scroll_offset.y
        if top:
            target = first - height // 3
        elif first - spare < seen or last - first >= height - spare:
            target = first - spare if first >= HEAD else 0
        elif last + spare >= seen + height:
            target = last + spare - height + 1
        else:
            return
        self.scroll_to(y=max(0, target), animate=False, force=True, immediate=True)

    @property
    def cursor_row(self) -> int:
        """On which row of the screen the cursor's sentence begins."""
        return self.page.layout.line_at(self.sentence_span[0]) - self.scroll_offset.y if self.page else 0

    def keep_row(self, row: int) -> None:
        """Scroll so that the cursor's sentence begins on a row of the screen."""
        if self.page is not None:
            self.scroll_to(y=max(0, self.scroll_offset.y + self.cursor_row - row), animate=False, immediate=True)
            self.redraw((0, len(self.page.text)))
            self.announce()

    def select_or_stop(self) -> None:
        """Select the sentence that is being read, or end the selection."""
        self.chosen = None if self.chosen is not None else self.sentence_span
        self.screen.clear_selection()
        self.redraw((0, len(self.page.text) if self.page else 0))

    def end_selection(self) -> None:
        """Select nothing."""
        self.chosen = None
        self.screen.clear_selection()
        self.selection_updated(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Selecting by word is offered only while something is selected by keys."""
        return self.chosen is not None if action == "extend" else True

    def action_extend(self, end: int, step: int) -> None:
        """Move the end (1) or the start (0) of the selection by a word."""
        if self.chosen is None or self.page is None:
            return
        start, stop = self.chosen
        words = [word.span() for word in _WORD.finditer(self.page.text, max(0, start - 400), stop + 400)]
        if end:
            edges = [last for _, last in words if (last > stop if step > 0 else start < last < stop)]
            stop = (edges[0] if step > 0 else edges[-1]) if edges else stop
        else:
            edges = [first for first, _ in words if (start < first < stop if step > 0 else first < start)]
            start = (edges[0] if step > 0 else edges[-1]) if edges else start
        self.chosen = (start, stop)
        self.redraw((0, len(self.page.text)))
        self.announce()

    def on_click(self, event: Click) -> None:
        """Put the cursor on the sentence under the mouse; a click on the minimap scrolls there."""
        if self.page is None:
            return
        if event.x >= self.scrollable_content_region.width - 1 and self._minimap is not None:
            self.scroll_to(y=self._minimap.row_of(event.y), animate=False)
            return
        offset = event.style.meta.get("offset")
        if offset is not None:
            self.place_cursor(int(offset[0]))
            return
        row, lines = self.scroll_offset.y + event.y, self.page.layout.lines
        if row < len(lines) and lines[row].kind == "fold":
            self.unfolded = True
