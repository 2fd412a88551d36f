"""The feeds that a page names, for people who give the page in a feed's place."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin

from tui.articles.decoding import Unreadable
from tui.articles.fetching.addresses import read_address

MOST_NAMED = 3
_HEAD = 200_000
"""Bytes in which a page names its feeds."""
_KINDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the address of a link to a feed."""
        said = {name: value or "" for name, value in attrs}
        if tag == "link" and "alternate" in said.get("rel", "").lower() and said.get("type", "").lower() in _KINDS:
            self.found.append(said.get("href", ""))


def no_feed_sentence(data: bytes, address: str) -> str:
    """What to say of bytes that are no feed; a page that names feeds helps further.

    Args:
        data: the whole answer.
        address: where it came from, or empty.
    """
    parser = _Links()
    parser.feed(data[:_HEAD].decode("utf-8", "replace"))
    named: list[str] = []
    for link in parser.found:
        try:
            named.append(str(read_address(urljoin(address, link))))
        except (Unreadable, ValueError):
            continue
    if named:
        return f"This is a page, no feed; it names {', '.join(list(dict.fromkeys(named))[:MOST_NAMED])}"
    return "This is no feed: neither RSS, Atom, JSON Feed nor OPML."
