"""From an address to a file: the page is fetched, its article found and kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.articles.decoding import Unreadable
from tui.articles.fetching.addresses import Address, read_address, same_page_key, shown_address
from tui.articles.fetching.answers import Answer, Conditions
from tui.articles.fetching.extraction import article_of
from tui.articles.formats.protocol import Extracted
from tui.articles.labels import shortened
from tui.articles.metadata import Metadata
from tui.library.adding.landing import Landed, Tell
from tui.library.adding.storing import FetchedArticle, Store

if TYPE_CHECKING:
    from tui.articles.fetching.fetcher import Fetcher

_TITLE = 80
"""Code points of a text without a title that stand for one."""


def now() -> str:
    """The present moment in UTC as ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Collector:
    """Adds articles to a folder, each address once in a run."""

    def __init__(self, fetcher: Fetcher, store: Store, tell: Tell, clock: Callable[[], str] = now) -> None:
        """Nothing is fetched yet.

        Args:
            fetcher: asks the servers.
            store: the folder.
            tell: is called for each address when it is done with.
            clock: gives the ISO date and time.
        """
        self.fetcher = fetcher
        self.store = store
        self.tell = tell
        self._clock = clock
        self._asked: set[str] = set()

    async def add(self, typed: Sequence[str]) -> None:
        """Adds the pages at some addresses; of one that is known it is asked whether it changed.

        Raises:
            NotSaved: a file cannot be written.
        """
        await asyncio.gather(*(self._typed(words) for words in typed))

    async def _typed(self, words: str) -> None:
        try:
            address = read_address(words)
        except Unreadable as error:
            self.tell(Landed("failed", shown_address(words), sentence=error.sentence))
            return
        await self.page(address)

    @contextmanager
    def awaiting(self, address: Address) -> Iterator[None]:
        """Tells that something is on its way, and that it is so no more."""
        self.tell(Landed("asked", str(address)))
        try:
            yield
        finally:
            self.tell(Landed("came", str(address)))

    def first(self, address: Address) -> bool:
        """Whether a page is met for the first time in this run; says so if it is not."""
        key = same_page_key(str(address))
        if key in self._asked:
            self.tell(Landed("known", str(address)))
            return False
        self._asked.add(key)
        return True

    async def page(self, address: Address, said: Metadata | None = None, *, local: bool = True) -> bool:
        """Fetches a page and keeps its article.

        Args:
            address: of the page.
            said: what a feed says of the article, for what the page leaves open.
            local: whether it may lie in a local network, if that is allowed at all.

        Returns:
            Whether the article is in the folder now.

        Raises:
            NotSaved: a file cannot be written.
        """
        if not self.first(address):
            return True
        known = self.store.known.page(str(address))
        if known is not None and not self.store.has(known):
            known = None
        try:
            with self.awaiting(address):
                answer = await self.fetcher.fetch(
                    address,
                    most=self.fetcher.limits.page,
                    local=local,
                    known=known.conditions if known else None,
                    known_at=known.address if known else "",
                )
            if answer.status == 304:
                if known is None:
                    raise Unreadable("The server says that nothing changed, but there is no earlier page.")
                self.store.still_the_same(known, (str(address),), answer.conditions)
                self.tell(Landed("unchanged", str(address), known.file))
                return True
            taken = await asyncio.to_thread(article_of, answer, str(address))
        except Unreadable as error:
            self.tell(Landed("failed", str(address), sentence=error.sentence))
            return False
        article = taken.article
        if said is not None:
            article = replace(article, metadata=article.metadata.completed_by(said))
        self._keep(article, answer, address, taken.ending)
        return True

    def whole(self, address: Address, words: str, html: str, said: Metadata) -> None:
        """Keeps an article that a feed holds itself.

        Args:
            address: of its page, which is not asked for.
            words: its text.
            html: the same as a page, for keeping.
            said: what the feed says of it.

        Raises:
            NotSaved: a file cannot be written.
        """
        if self.first(address):
            answer = Answer(str(address), 200, html.encode("utf-8", "replace"))
            self._keep(Extracted(words, replace(said, url=str(address))), answer, address, ".html")

    def _keep(self, article: Extracted, answer: Answer, asked: Address, ending: str) -> None:
        conditions = Conditions(answer.etag, answer.modified)
        stored = self.store.keep(
            FetchedArticle(article, answer.body, answer.url, (str(asked),), self._clock(), conditions, ending)
        )
        first_line = article.text[: 2 * _TITLE].strip().partition("\n")[0]
        title = article.metadata.title or shortened(" ".join(first_line.split()), _TITLE)
        sentence = "the page has changed, but so has your file, which was left alone" if stored.kept == "yours" else ""
        self.tell(Landed(stored.kept, str(asked), stored.name, title, sentence))
