"""The feeds that a page names, for people who give the page in a feed's place."""

from __future__ import annotations

from tui.articles.decoding import Unreadable
from tui.articles.fetching.addresses import read_address

MOST_NAMED = 3
_HEAD = 200_000
"""Bytes in which a page names its feeds."""
_KINDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})


def no_feed_sentence(data: bytes, address: str) -> str:
    """What to say of bytes that are no feed; a page that names feeds helps further.

    Args:
        data: the whole answer.
        address: where it came from, or empty.
    """
    named: dict[str, None] = {}
    for link in _feed_links(data[:_HEAD].decode("utf-8", "replace")):
        try:
            named[str(read_address(link, address))] = None
        except Unreadable:
            continue
    if named:
        return f"This is a page, no feed; it names {', '.join(list(named)[:MOST_NAMED])}"
    return "This is no feed: neither RSS, Atom, JSON Feed nor OPML."


def _feed_links(page: str) -> list[str]:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = html.document_fromstring(page.replace("\0", " ").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return []
    links = (link for link in tree.iter("link") if "alternate" in (link.get("rel") or "").lower())
    return [link.get("href") or "" for link in links if (link.get("type") or "").strip().lower() in _KINDS]
