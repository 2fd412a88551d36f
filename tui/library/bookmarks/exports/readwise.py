"""CSV with the header that Readwise imports: Highlight, Title, Author, URL, Note, Location, Date.

https://docs.readwise.io/readwise/docs/importing-highlights/csv: Date is when the passage was kept, there is no column
for the outlet, which stands beside the author; tags are written in the note as ``.tag``, which Readwise reads, and
possible conflicts as its last lines.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from tui.library.bookmarks.citing import by_article, conflict_lines, one_line, plain, source_of, title_of
from tui.library.bookmarks.model import Bookmark, BookmarkedArticle

HEADER = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
_FORMULA = re.compile(r"^[\s'\ufeff]*[=+\-@\t\r|%]")


def guard(text: str) -> str:
    """Keep a spreadsheet from computing a cell: an apostrophe before what it would take for a formula.

    Source: OWASP, CSV Injection. `unguard` takes it away again.
    """
    return "'" + text if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The text that `guard` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def _note(bookmark: Bookmark) -> str:
    tags = " ".join("." + re.sub(r"\s+", "-", one_line(tag)) for tag in bookmark.tags)
    parts = (tags, plain(bookmark.note).strip(), *conflict_lines(bookmark))
    return "\n".join(part for part in parts if part)


def to_csv(bookmarks: Sequence[Bookmark]) -> str:
    """The bookmarks as CSV, by article and position; Location is the offset of the passage."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for article, group in by_article(bookmarks):
        author = _author(article)
        for bookmark in group:
            row = (plain(bookmark.exact), title_of(article), author, one_line(article.url), _note(bookmark))
            writer.writerow([*map(guard, row), bookmark.start, guard(one_line(bookmark.created))])
    return out.getvalue()


def _author(article: BookmarkedArticle) -> str:
    """The author and the outlet; the file's name where neither is known."""
    author, outlet = one_line(article.author), source_of(article)
    known = article.source or article.url
    return f"{author}, {outlet}" if author and known and outlet not in author else author or outlet
