"""Plain text, for reading and for mail."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from tui.library.bookmarks.citing import (
    address_of,
    by_article,
    citation,
    conflict_lines,
    one_line,
    others_of,
    plain,
    title_of,
)
from tui.library.bookmarks.model import Bookmark

WIDTH = 76
"""Characters a line, what mail programs leave whole."""


def _paragraphs(text: str, indent: str, further: str | None = None) -> str:
    """Text wrapped, with what its lines begin with; ``further`` for wrapped ones where that is something else."""
    lines, further = plain(text).strip().split("\n"), indent if further is None else further
    return "\n".join(
        textwrap.fill(line, WIDTH, initial_indent=indent, subsequent_indent=further, break_on_hyphens=False)
        for line in lines
        if line.strip()
    )


def to_text(bookmarks: Sequence[Bookmark]) -> str:
    """The bookmarks as plain text, by article and position."""
    parts = []
    for article, group in by_article(bookmarks):
        title = title_of(article)
        head = [title, "=" * min(len(title), WIDTH), citation(article), address_of(article)]
        parts.append("\n".join(line for line in head if line))
        for bookmark in group:
            lines = [_paragraphs(bookmark.exact, "    ")]
            if bookmark.speaker:
                lines.append(f"    -- {one_line(bookmark.speaker)}")
            if bookmark.note:
                lines.append(_paragraphs(bookmark.note, ""))
            lines += [_paragraphs(line, "  ", "    ") for line in conflict_lines(bookmark)]
            lines += [_paragraphs(f"{name}: {words}", "  * ", "    ") for name, words in others_of(bookmark)]
            if bookmark.tags:
                lines.append("Tags: " + ", ".join(one_line(tag) for tag in bookmark.tags))
            parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n" if parts else ""
