"""Feeds: RSS, Atom and JSON Feed become entries, OPML lists become the addresses of feeds."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tui.articles.decoding import Unreadable
from tui.articles.fetching.discovery import no_feed_sentence
from tui.articles.fetching.fragments import one_line
from tui.articles.fetching.opml import outlines
from tui.articles.metadata import Metadata, iso_date

MOST_ENTRIES = 2_000
"""Entries of a feed that are looked at."""
MOST_MARKS = 400_000
"""Opening and closing marks of a feed. Where none is ever closed, as many cost feedparser 240 MB and 7 s."""
_LONGEST_HTML = 1_000_000
"""Code points of what a feed holds of one article."""
_LONGEST_TITLE = 500
"""Code points of a title or name."""
_MOMENTS = ("published_parsed", "updated_parsed")
"""Where feedparser keeps when an entry appeared, the better first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article that a feed names."""

    address: str
    """Where its page is, perhaps relative to the feed; empty where the feed names none."""
    metadata: Metadata
    html: str = ""
    """What the feed holds of the article as HTML; all of it or a teaser."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed holds, newest first as a rule."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class FeedList:
    """The feeds that an OPML file names."""

    addresses: tuple[str, ...]
    left_out: int = 0
    """Feeds beyond the number that is read."""


def read_feed(data: bytes, address: str = "", kind: str = "") -> Feed | FeedList:
    """A feed or a list of feeds.

    Args:
        data: the whole file.
        address: where it came from; empty for a local file.
        kind: the content type that the server named, or empty.

    Raises:
        Unreadable: it is neither.
    """
    head = data[:1_024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        return _json_feed(data)
    if b"<opml" in data[:4_096].lower() or kind == "text/x-opml":
        return FeedList(*outlines(data))
    return _xml_feed(data, address)


def looks_like_feed(data: bytes, kind: str) -> bool:
    """Whether an answer is a feed and no page."""
    if kind in ("application/rss+xml", "application/atom+xml", "application/feed+json", "text/x-opml"):
        return True
    head = data[:4_096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"{"):
        return b"jsonfeed.org/version" in head
    return b"<html" not in head and any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:rdf", b"<opml"))


def _xml_feed(data: bytes, address: str) -> Feed:
    if data.count(b"<") > MOST_MARKS:
        raise Unreadable("This feed is too large to be read.")
    # 60 ms to import.
    import feedparser

    try:
        # Bytes behind a stream: feedparser opens what it takes for an address or a file name. Entries' HTML is not
        # cleaned here, because only its words are taken.
        parsed = feedparser.parse(
            io.BytesIO(data),
            response_headers={"content-location": address} if address else {},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # hostile feeds make it fail in any way
        raise Unreadable("This feed is damaged and cannot be read.") from error
    if not parsed.get("version") and not parsed.entries:
        raise Unreadable(no_feed_sentence(data, address))
    title = _words(parsed.feed.get("title"))
    return Feed(title, tuple(_xml_entry(entry, title) for entry in parsed.entries[:MOST_ENTRIES]))


def _xml_entry(entry: Any, source: str) -> Entry:
    known = Metadata(
        title=_words(_plain(entry.get("title", ""))) or None,
        source=source or None,
        author=_words(entry.get("author")) or None,
        published=_date(next(filter(None, (entry[key] for key in _MOMENTS if key in entry)), None)),
    )
    contents = [str(one.get("value") or "") for one in entry.get("content", ()) if "html" in str(one.get("type"))]
    html = max([*contents, str(entry.get("summary") or "")], key=len)[:_LONGEST_HTML]
    return Entry(_link(entry.get("link")), known, html)


def _date(parsed: Any) -> str | None:
    """The date behind the nine numbers of a time in UTC that feedparser gives."""
    try:
        year, month, day, hour, minute, second = (int(part) for part in parsed[:6])
    except (TypeError, ValueError):
        return None
    return iso_date(f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}Z")


def _json_feed(data: bytes) -> Feed:
    """A feed as jsonfeed.org defines it in versions 1 and 1.1."""
    try:
        value = json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise Unreadable("This feed is damaged: it is no complete JSON.") from error
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(value.get("version", ""))[:200]:
        raise Unreadable("This JSON is no feed.")
    title = _words(value.get("title"))
    entries = (item for item in items[:MOST_ENTRIES] if isinstance(item, dict))
    return Feed(title, tuple(_json_entry(item, title) for item in entries))


def _json_entry(item: Mapping[str, Any], source: str) -> Entry:
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    names = [_words(one.get("name")) for one in authors or () if isinstance(one, dict)]
    known = Metadata(
        title=_words(item.get("title")) or None,
        source=source or None,
        author=", ".join(name for name in names if name) or None,
        published=iso_date(_words(item.get("date_published")) or _words(item.get("date_modified"))),
        language=_words(item.get("language")) or None,
    )
    html = item.get("content_html")
    if not isinstance(html, str) or not html.strip():
        html = _as_html(item.get("content_text"))
    link = item.get("url") or item.get("external_url") or item.get("id")
    return Entry(_link(link), known, html[:_LONGEST_HTML])


def _as_html(text: object) -> str:
    from html import escape

    if not isinstance(text, str):
        return ""
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n") if part.strip())


def _plain(title: object) -> str:
    """A title without the marks that some feeds put into it."""
    text = str(title or "")
    return one_line(text) if "<" in text and ">" in text else text


def _words(value: object) -> str:
    return " ".join(value.split())[:_LONGEST_TITLE] if isinstance(value, str) else ""


def _link(link: object) -> str:
    return link.strip() if isinstance(link, str) else ""
