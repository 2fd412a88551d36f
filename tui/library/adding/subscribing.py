"""From feeds to files: what a feed names and the folder does not have yet is added."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.articles.decoding import Unreadable
from tui.articles.fetching.addresses import Address, read_address, shown_address
from tui.articles.fetching.feeds import Entry, Feed, FeedList, read_feed
from tui.articles.fetching.fragments import as_page, is_whole
from tui.articles.files import reason
from tui.articles.formats.markup import words_of
from tui.library.adding.collecting import Collector
from tui.library.adding.known import SeenFeed
from tui.library.adding.landing import Landed
from tui.library.counting import plural

NEW_ENTRIES = 50
"""New entries of a feed that are taken at once; the same command takes the next ones."""
FEEDS_AT_ONCE = 4
"""Feeds that are held in memory at the same time, each with the articles that it names."""


@dataclass(frozen=True, slots=True)
class _Source:
    """The bytes of a feed and where they came from."""

    data: bytes
    address: str = ""
    kind: str = ""
    local: bool = True
    """Whether its entries may lie in a local network, if that is allowed at all."""
    seen: SeenFeed | None = None
    """What to remember once everything in it was taken."""


class Subscriber:
    """Adds the articles of feeds to a folder."""

    def __init__(self, collector: Collector) -> None:
        """Takes what adds single articles."""
        self._collector = collector
        self._at_once = asyncio.Semaphore(FEEDS_AT_ONCE)

    async def add(self, places: Sequence[str]) -> None:
        """Adds what is new in feeds and in lists of feeds, at addresses and in files of this computer.

        Raises:
            NotSaved: a file cannot be written.
        """
        await asyncio.gather(*(self._feed(place) for place in dict.fromkeys(places)))

    async def _feed(self, place: str) -> None:
        try:
            async with self._at_once:
                source = await (self._local(place) if _is_file(place) else self._fetched(_feed_address(place)))
                found = await self._read(source)
                if isinstance(found, Feed):
                    await self._take(place, source, found)
        except Unreadable as error:
            self._collector.tell(Landed("failed", shown_address(place), sentence=error.sentence))
            return
        if isinstance(found, FeedList):
            if found.left_out:
                self._note(place, f"{plural(found.left_out, 'feed')} of this list were left out; it is too long.")
            await asyncio.gather(*(self._listed(address, source) for address in found.addresses))

    async def _listed(self, words: str, origin: _Source) -> None:
        """A feed of a list."""
        try:
            async with self._at_once:
                source = await self._fetched(_feed_address(words, origin.address), local=origin.local)
                found = await self._read(source)
                if isinstance(found, FeedList):
                    raise Unreadable("A list of feeds within a list is not followed.")
                if found:
                    await self._take(words, source, found)
        except Unreadable as error:
            self._collector.tell(Landed("failed", shown_address(words), sentence=error.sentence))

    async def _read(self, source: _Source) -> Feed | FeedList | None:
        """What the bytes hold; None where nothing changed since they were read last."""
        if not source.data:
            return None
        return await asyncio.to_thread(read_feed, source.data, source.address, source.kind)

    async def _local(self, place: str) -> _Source:
        limit = self._collector.fetcher.limits.feed
        try:
            with Path(place).expanduser().open("rb") as file:
                data = file.read(limit + 1)
        except OSError as error:
            raise Unreadable(reason(error)) from error
        if len(data) > limit:
            raise Unreadable(f"The file is larger than {limit // 1024**2} MB; it was not read.")
        if not data:
            raise Unreadable("The file is empty.")
        return _Source(data)

    async def _fetched(self, address: Address, *, local: bool = True) -> _Source:
        seen = self._collector.store.known.feed(str(address))
        fetcher = self._collector.fetcher
        with self._collector.awaiting(address):
            answer = await fetcher.fetch(
                address,
                most=fetcher.limits.feed,
                local=local,
                known=seen.conditions if seen else None,
                known_at=seen.address if seen else "",
            )
        if answer.status == 304:
            self._note(str(address), "Nothing has changed in this feed since it was read last.")
            return _Source(b"")
        if not answer.body:
            raise Unreadable("The feed is empty.")
        new = SeenFeed(str(address), answer.url, answer.conditions)
        return _Source(answer.body, answer.url, answer.kind, answer.local, new)

    async def _take(self, place: str, source: _Source, feed: Feed) -> None:
        """Adds the entries that are new; the feed counts as seen when none is missing."""
        new: list[tuple[Address, Entry]] = []
        whole = True
        for entry in feed.entries:
            try:
                address = read_address(entry.address, source.address)
            except Unreadable as error:
                where = shown_address(entry.address) or entry.metadata.title or shown_address(place)
                self._collector.tell(Landed("failed", where, sentence=error.sentence))
                whole = False
                continue
            # One that the reader deleted is not brought back by its feed.
            if self._collector.store.known.page(str(address)):
                self._collector.tell(Landed("known", str(address)))
            else:
                new.append((address, entry))
        done = await asyncio.gather(*(self._entry(*one, local=source.local) for one in new[:NEW_ENTRIES]))
        left = len(new) - NEW_ENTRIES
        if left > 0:
            words = "the same command takes the next ones"
            self._note(place, f"{plural(left, 'more new article')} in this feed; {words}.")
            whole = False
        if not feed.entries:
            self._note(place, "This feed names no article.")
        if whole and all(done) and source.seen and source.seen.conditions.headers():
            self._collector.store.known.remember(source.seen)

    async def _entry(self, address: Address, entry: Entry, *, local: bool) -> bool:
        words = await asyncio.to_thread(words_of, entry.html)
        if is_whole(words):
            self._collector.whole(address, words, as_page(entry.html, entry.metadata.title or ""), entry.metadata)
            return True
        return await self._collector.page(address, entry.metadata, local=local)

    def _note(self, place: str, sentence: str) -> None:
        self._collector.tell(Landed("note", shown_address(place), sentence=sentence))


def _is_file(place: str) -> bool:
    try:
        return Path(place).expanduser().is_file()
    except (OSError, ValueError, RuntimeError):
        return False


def _feed_address(words: str, base: str = "") -> Address:
    """An address as lists and browsers write those of feeds, ``feed://example.org`` and ``feed:https://example.org``.

    Raises:
        Unreadable: it is none, or the name of a file that is not there.
    """
    plain = words.strip()
    if plain[:5].lower() == "feed:":
        plain = plain[5:]
        plain = f"http:{plain}" if plain.startswith("//") else plain
    if not base and "://" not in plain and ("/" not in plain or plain.startswith((".", "/", "~"))):
        raise Unreadable("There is no such file; an address begins with https://.")
    return read_address(plain, base)
