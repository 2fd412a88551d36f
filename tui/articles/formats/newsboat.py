"""newsboat: the articles in its ``cache.db``, an SQLite database, of which a copy in memory is looked at.

The tables are those of newsboat 2.10 and later (rss_item, rss_feed; cache.cpp in its source).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tui.articles.decoding import Unreadable
from tui.articles.formats.markup import is_markup, words_of
from tui.articles.formats.protocol import Extracted, Problem
from tui.articles.metadata import Metadata, metadata_from

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_STEPS = 20_000
"""Thousands of instructions of SQLite after which a damaged or hostile database is given up."""
LONGEST_VALUE = 16 * 1024 * 1024
"""Bytes that one value of the database may have."""

_SIGNATURE = b"SQLite format 3\0"
_ITEMS = """
    SELECT i.id, i.title, i.author, i.url, i.pubDate, i.content, f.title
    FROM rss_item AS i LEFT JOIN rss_feed AS f ON f.rssurl = i.feedurl
    WHERE NOT i.deleted ORDER BY i.id
"""


@dataclass(frozen=True, slots=True)
class Newsboat:
    """The cache of the feed reader newsboat."""

    name: str = "newsboat"
    suffixes: tuple[str, ...] = (".db",)

    def recognises(self, head: bytes) -> bool:
        """Whether a database begins here; its tables are looked for when it is read."""
        return head.startswith(_SIGNATURE)

    def read(self, data: bytes, name: str) -> Iterator[Extracted | Problem]:
        """The items in the order in which they came, numbered as in the database; deleted ones are left out."""
        import sqlite3

        if len(data) < 100 or not data.startswith(_SIGNATURE):
            raise Unreadable("This is not newsboat's cache: it is no SQLite database.")
        connection = sqlite3.connect(":memory:")
        try:
            _load(connection, data)
            empty = found = 0
            for row in connection.execute(_ITEMS):
                item = _item(*row)
                empty += item is None
                found += item is not None
                if item is not None:
                    yield item
        except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:
            raise Unreadable(_why(error)) from error
        finally:
            connection.close()
        if not found:
            raise Unreadable("newsboat keeps no article with a text here.")
        if empty:
            yield Problem("", f"Without a text in the feed, so not read: {empty:,} of newsboat's articles.")


FORMAT = Newsboat()


def _load(connection: Connection, data: bytes) -> None:
    """Opens a copy in memory: nothing is locked, written, or read beside it."""
    import sqlite3

    # A database in WAL mode (bytes 18 and 19 of the header) cannot be opened from memory before it is marked as plain.
    connection.deserialize(data[:18] + b"\1\1" + data[20:])
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    steps = iter(range(MOST_STEPS))
    connection.set_progress_handler(lambda: next(steps, None) is None, 1_000)
    # Views and triggers of the file may call no functions, and damaged pages are noticed.
    for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.text_factory = lambda value: value.decode("utf-8", "replace")


def _item(number: Any, title: Any, author: Any, url: Any, date: Any, content: Any, feed: Any) -> Extracted | None:
    words = content if isinstance(content, str) else ""
    text = words_of(words) if is_markup(words) else words.strip()
    if not text:
        return None
    heading = title if isinstance(title, str) else ""
    known = metadata_from(
        {
            "title": words_of(heading) if is_markup(heading) else heading,
            "source": feed if isinstance(feed, str) else None,
            "author": author if isinstance(author, str) else None,
            "url": url if isinstance(url, str) and url.startswith(("http://", "https://")) else None,
        }
    )
    return Extracted(text, known.completed_by(Metadata(published=_date(date))), str(number))


def _date(seconds: Any) -> str | None:
    if not isinstance(seconds, int) or seconds <= 0:
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _why(error: Exception) -> str:
    words = str(error)
    if words.startswith("no such"):
        return "This is a database, but not newsboat's: it has no table of articles."
    if words.startswith("interrupted"):
        return "This database takes too long to read; it was given up."
    return "This database is damaged; what follows in it cannot be read."
