"""An article becomes lines: its head, its own blocks wrapped, its folded blocks as one dim line.

Lines hold positions in the raw text and no styles, so that a change of marks never asks for a new layout.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from tui.articles.model import Article, Block
from tui.library.counting import plural
from tui.reader.article.wrapping import odd_characters, wrap

LineKind = Literal["text", "title", "heading", "aside", "blank", "head", "headline", "fold", "rule"]

_ITEM = re.compile(r"(?:[-*+•–]|\d{1,2}[.)])\s")
PLURALS = {
    "title-repeat": ("repeat of the title", "repeats of the title"),
    "repeat": ("repeat", "repeats"),
    "caption": ("caption", "captions"),
    "byline": ("byline", "bylines"),
    "boilerplate": ("line of the site", "lines of the site"),
    "trailer": ("trailer", "trailers"),
}


class Line(NamedTuple):
    """One row of the article: a span of the raw text, or words of the program."""

    kind: LineKind
    start: int
    end: int
    words: str = ""
    """What the program says here; empty where the line shows the article's text."""


@dataclass(frozen=True)
class Layout:
    """The rows of an article at one width."""

    lines: tuple[Line, ...]
    width: int

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, position: int) -> int:
        """Index of the row that holds a position of the raw text, or of the last row that begins before it."""
        index = max(0, bisect_right(self._starts, position) - 1)
        while index > 0 and self.lines[index].kind == "blank":
            index -= 1
        return index

    def lines_of(self, start: int, end: int) -> range:
        """Indexes of the rows that show any part of a span."""
        first = self.line_at(start)
        last = first
        for index in range(first, len(self.lines)):
            if self.lines[index].start >= end:
                break
            last = index
        return range(first, last + 1)


def folded_words(blocks: Sequence[Block], ellipsis: str, key: str) -> str:
    """Says what is folded, such as "… 13 captions folded (x shows)"."""
    counts = Counter(block.role for block in blocks)
    parts = []
    for role, count in counts.items():
        parts.append(plural(count, *PLURALS.get(role, (role,))))
    return f"{ellipsis} {', '.join(parts)} folded ({key} shows)"


def lay_out(
    article: Article,
    text: str,
    width: int,
    *,
    head: Sequence[str] = (),
    headline: Sequence[str] = (),
    unfolded: bool = False,
    ellipsis: str = "…",
    key: str = "x",
) -> Layout:
    """Cut an article into rows.

    Args:
        article: What is shown.
        text: Its raw text made printable, of the same length.
        width: Cells of the text column.
        head: Lines that stand above the text, such as source and date.
        headline: Lines of a title that the text itself lacks.
        unfolded: Whether blocks that are not the article's own text are shown.
        ellipsis: Sign before the words about folded blocks.
        key: The key that shows them.
    """
    odd = odd_characters(text)
    rows: list[Line] = [Line("head", 0, 0, words) for words in head]
    if headline:
        rows += [*([Line("blank", 0, 0)] if rows else []), *(Line("headline", 0, 0, words) for words in headline)]
    folded: list[Block] = []

    def gap(position: int) -> None:
        if rows and rows[-1].kind != "blank":
            rows.append(Line("blank", position, position))

    def close_fold(position: int) -> None:
        if folded:
            gap(folded[0].start)
            rows.append(Line("fold", folded[0].start, folded[-1].end, folded_words(folded, ellipsis, key)))
            folded.clear()

    before: Block | None = None
    for block in article.blocks:
        if not block.own and not unfolded:
            folded.append(block)
            continue
        close_fold(block.start)
        if before is None or not _together(article.text, before, block):
            gap(block.start)
        before = block
        if not block.own:
            rows.append(Line("rule", block.start, block.start, f"{block.role}: {block.rule}"))
        kind: LineKind = "aside" if not block.own else _kind(block)
        rows.extend(Line(kind, start, end) for start, end in wrap(text, block.start, block.end, width, odd))
    close_fold(len(text))
    return Layout(tuple(rows) or (Line("head", 0, 0, "This article has no text."),), width)


def _together(text: str, before: Block, block: Block) -> bool:
    """Whether two blocks are rows of a table, items of a list or lines of a quotation, which their author set close."""
    between = text[before.end : block.start].replace("\r\n", "\n")
    if before.rule == block.rule == "table row":
        return "\n\n" not in between
    items = _ITEM.match(text, before.start) and _ITEM.match(text, block.start)
    return between.count("\n") == 1 and (bool(items) or ">" in between)


def _kind(block: Block) -> LineKind:
    if block.role == "title":
        return "title"
    return "heading" if block.role == "heading" else "text"
