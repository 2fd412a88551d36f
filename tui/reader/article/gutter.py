"""The columns left of the text: bookmark, possible conflict, number of other sources, sentence bar, quotation sign.

What other sources have stands beside the text being read, since marks in the article help readers more than a
separate overview does (Discord Questions, CHI 2023).
"""

from __future__ import annotations

from rich.segment import Segment

from tui.reader.article.page import Page
from tui.reader.icons import Icons
from tui.reader.painting import StyleOf

WIDTH = 7
"""Cells."""


def gutter(page: Page, row: int, cursor: range, selected: int, signs: Icons, style: StyleOf) -> list[Segment]:
    """The gutter of one row, ``WIDTH`` cells wide.

    Args:
        page: The article.
        row: Index into the rows of its layout.
        cursor: Rows of the sentence that is being read.
        selected: Index of that sentence.
        signs: The icon set.
        style: Gives the style of component names laid over one another.
    """
    heads = page.heads.get(row, [])
    plain = style(("text",))
    shown = "sources" not in page.hidden
    chosen = [selected] if selected in heads else heads
    others = max((page.coverage_of(index).others for index in chosen), default=0)
    conflict = shown and any(page.coverage_of(index).conflict for index in chosen)
    note = row in page.note_rows
    line = page.layout.lines[row]
    in_text = line.kind in ("text", "title", "heading")
    if row in cursor:
        bar, bar_style = signs.cursor, style(("text", "cursor-bar"))
    elif in_text and shown and (others or _shared(page, row)):
        bar, bar_style = signs.rule, style(("text", "sources"))
    else:
        bar, bar_style = " ", plain
    return [
        Segment(signs.bookmark if note else " ", style(("text", "bookmark-sign")) if note else plain),
        Segment(signs.conflict if conflict else " ", style(("text", "conflict")) if conflict else plain),
        Segment(f"{others:>2}" if others and shown else "  ", style(("text", "sources"))),
        Segment(bar, bar_style),
        Segment(signs.quote if row in page.quotation_heads else " ", style(("text", "quote-sign"))),
        Segment(" ", plain),
    ]


def _shared(page: Page, row: int) -> bool:
    """Whether the sentence that fills the start of the row stands in other sources too."""
    index = page.sentence_at(page.layout.lines[row].start)
    return page.coverage_of(index).others > 0
