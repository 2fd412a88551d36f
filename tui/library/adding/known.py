"""What was fetched into a folder: one small file of lines beside the original pages.

It lies in a hidden folder, which reading a folder passes over: the originals would otherwise stand beside the
articles a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.articles.decoding import Unreadable
from tui.articles.fetching.addresses import same_page_key
from tui.articles.fetching.answers import UNCONDITIONAL, Conditions
from tui.library.lines import append, read

ORIGINALS = ".originals"
"""Folder within a folder of articles that holds the pages as they were fetched."""
RECORDS = "fetched.jsonl"
"""File in it with a line for each page and feed that was fetched."""

_OUR_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,150}\.(?:md|html|pdf|txt)")
"""Names that the program gives. Records with others are passed over: a folder may come from anywhere."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was fetched."""

    address: str
    """Where it came from after redirects."""
    keys: tuple[str, ...]
    """What its addresses have in common with other spellings of them."""
    file: str
    """Name of the article's file."""
    original: str
    """Name of the page in ``ORIGINALS``."""
    file_sha256: str
    """Of the article's file as it was written; another one means that somebody changed it."""
    text_sha256: str
    fetched: str
    """ISO date and time."""
    conditions: Conditions = UNCONDITIONAL


@dataclass(frozen=True, slots=True)
class SeenFeed:
    """A feed of which everything was taken."""

    feed: str
    """Its address as it was asked for."""
    address: str
    """The same after redirects."""
    conditions: Conditions


class Known:
    """The pages and feeds that were fetched into one folder."""

    def __init__(self, folder: Path) -> None:
        """Reads the records.

        Raises:
            NotSaved: they are there but cannot be read.
        """
        self._path = folder / ORIGINALS / RECORDS
        self._pages: dict[str, Page] = {}
        self._feeds: dict[str, SeenFeed] = {}
        for line in read(self._path).lines:
            if page := _page(line.record):
                self._add(page)
            elif feed := _feed(line.record):
                self._feeds[feed.feed] = feed

    def page(self, *addresses: str) -> Page | None:
        """The page behind one of some addresses."""
        return next((page for key in keys_of(addresses) if (page := self._pages.get(key))), None)

    def feed(self, address: str) -> SeenFeed | None:
        """A feed by the address that it was asked for."""
        return self._feeds.get(address)

    def remember(self, new: Page | SeenFeed) -> None:
        """Keeps a page or feed, in place of what was known of it.

        Raises:
            NotSaved: the record cannot be written.
        """
        if isinstance(new, Page):
            record = {"address": new.address, "keys": new.keys, "file": new.file, "original": new.original}
            record |= {"file_sha256": new.file_sha256, "text_sha256": new.text_sha256, "fetched": new.fetched}
            self._add(new)
        else:
            record = {"feed": new.feed, "address": new.address}
            self._feeds[new.feed] = new
        words = {"etag": new.conditions.etag, "modified": new.conditions.modified}
        append(self._path, [{**record, **{name: value for name, value in words.items() if value}}])

    def _add(self, page: Page) -> None:
        self._pages |= dict.fromkeys(page.keys, page)


def keys_of(addresses: Iterable[str]) -> tuple[str, ...]:
    """What the addresses of a page have in common with other spellings of them, each once."""
    found: dict[str, None] = {}
    for address in addresses:
        try:
            found[same_page_key(address)] = None
        except (Unreadable, ValueError):
            continue
    return tuple(found)


def _page(record: Mapping[str, Any]) -> Page | None:
    match record:
        case {
            "address": str(address),
            "keys": [*keys],
            "file": str(file),
            "original": str(original),
            "file_sha256": str(file_sha256),
            "text_sha256": str(text_sha256),
            "fetched": str(fetched),
        } if _OUR_NAME.fullmatch(file) and _OUR_NAME.fullmatch(original):
            named = tuple(key for key in keys if isinstance(key, str))
            return Page(address, named, file, original, file_sha256, text_sha256, fetched, _conditions(record))
    return None


def _feed(record: Mapping[str, Any]) -> SeenFeed | None:
    match record:
        case {"feed": str(feed), "address": str(address)}:
            return SeenFeed(feed, address, _conditions(record))
    return None


def _conditions(record: Mapping[str, Any]) -> Conditions:
    etag, modified = record.get("etag"), record.get("modified")
    return Conditions(_header(etag), _header(modified))


def _header(value: object) -> str | None:
    return value if isinstance(value, str) and value.isascii() and value.isprintable() else None
