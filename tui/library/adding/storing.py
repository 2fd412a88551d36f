"""Fetched articles as files: a readable one for each, its original page beside it, and nothing of the reader's lost."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Literal

from tui.articles.fetching.answers import UNCONDITIONAL, Conditions
from tui.articles.fetching.documents import article_file
from tui.articles.fetching.naming import file_stem
from tui.articles.formats.protocol import Extracted
from tui.library.adding.known import ORIGINALS, Known, Page, keys_of
from tui.library.atomic import NotSaved, reason, write_atomically

Kept = Literal["added", "updated", "unchanged", "yours"]
"""What became of an article: ``yours`` means that the reader changed the file, which was left alone."""


@dataclass(frozen=True, slots=True)
class FetchedArticle:
    """An article with the page that it was taken from."""

    article: Extracted
    original: bytes
    address: str
    """Where the page came from after redirects."""
    asked: tuple[str, ...]
    """The addresses under which it was asked for."""
    fetched: str
    """ISO date and time."""
    conditions: Conditions = UNCONDITIONAL
    ending: str = ".html"
    """Of the original."""


@dataclass(frozen=True, slots=True)
class Stored:
    """Where an article stands."""

    name: str
    kept: Kept


class Store:
    """The folder that articles are added to; it is made when the first one comes."""

    def __init__(self, folder: Path) -> None:
        """Reads what is known in the folder.

        Raises:
            NotSaved: the records of earlier fetching cannot be read.
        """
        self.folder = folder
        self.known = Known(folder)

    def has(self, page: Page) -> bool:
        """Whether the file of a known page is still there."""
        return (self.folder / page.file).is_file()

    def keep(self, fetched: FetchedArticle) -> Stored:
        """Puts an article into the folder, or a newer version in the place of the one that is there.

        Raises:
            NotSaved: a file cannot be written.
        """
        addresses = (fetched.address, *fetched.asked, fetched.article.metadata.url or "")
        text = sha256(fetched.article.text.encode("utf-8", "surrogatepass")).hexdigest()
        known = self.known.page(*addresses[:-1])
        if known is None and (other := self.known.page(addresses[-1])) and other.text_sha256 == text:
            # What a page calls its address is believed only where the words say the same: some sites name one address
            # on all their pages.
            known = other
        keys = tuple(dict.fromkeys((*(known.keys if known else ()), *keys_of(filter(None, addresses)))))
        if known and known.text_sha256 == text and not self.has(known) and (renamed := self._renamed(known)):
            return Stored(renamed, "unchanged")
        if known is None or not self.has(known):
            page = self._new(fetched, keys, text)
            kept: Kept = "added"
        elif known.text_sha256 == text:
            page = replace(known, keys=keys, address=fetched.address, conditions=fetched.conditions)
            kept = "unchanged"
        elif sha256((self.folder / known.file).read_bytes()).hexdigest() != known.file_sha256:
            return Stored(known.file, "yours")
        else:
            self._put_aside(known)
            write_atomically(self._original(known.original), fetched.original)
            page = self._written(known.file, known.original, fetched, keys, text)
            kept = "updated"
        if page != known:
            self.known.remember(page)
        return Stored(page.file, kept)

    def still_the_same(self, page: Page, asked: Sequence[str], conditions: Conditions) -> None:
        """Keeps what the server now says of a page that did not change.

        Raises:
            NotSaved: the record cannot be written.
        """
        keys = tuple(dict.fromkeys((*page.keys, *keys_of(asked))))
        newer = Conditions(conditions.etag or page.conditions.etag, conditions.modified or page.conditions.modified)
        new = replace(page, keys=keys, conditions=newer)
        if new != page:
            self.known.remember(new)

    def _new(self, fetched: FetchedArticle, keys: tuple[str, ...], text: str) -> Page:
        known = fetched.article.metadata
        stem = file_stem((known.published or fetched.fetched)[:10], known.url or fetched.address, known.title or "")
        for number in count(1):
            name = stem if number == 1 else f"{stem}-{number}"
            if (self.folder / f"{name}.md").exists():
                continue
            if self._claimed(name + fetched.ending, fetched.original):
                return self._written(f"{name}.md", name + fetched.ending, fetched, keys, text)
        raise AssertionError("counting never ends")

    def _renamed(self, page: Page) -> str | None:
        """The name that the reader gave to the file of a known page, if its words are still those that were written."""
        with suppress(OSError):
            for path in sorted(self.folder.glob("*.md")):
                if path.is_file() and sha256(path.read_bytes()).hexdigest() == page.file_sha256:
                    return path.name
        return None

    def _put_aside(self, page: Page) -> None:
        """Keeps an earlier version among the originals, under the time at which it was fetched."""
        when = "-" + "".join(filter(str.isdigit, page.fetched))
        for path in (self.folder / page.file, self._original(page.original)):
            with suppress(FileNotFoundError):
                write_atomically(self._original(path.stem + when + path.suffix), path.read_bytes())

    def _claimed(self, name: str, data: bytes) -> bool:
        """Writes an original that is not there yet; two that add to one folder never take the same name."""
        path = self._original(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError:
            return False
        except OSError as error:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise NotSaved(f"{path} cannot be written: {reason(error)}.") from error
        return True

    def _written(self, file: str, original: str, fetched: FetchedArticle, keys: tuple[str, ...], text: str) -> Page:
        data = article_file(fetched.article.text, fetched.article.metadata, fetched.fetched)
        write_atomically(self.folder / file, data)
        digest = sha256(data).hexdigest()
        return Page(fetched.address, keys, file, original, digest, text, fetched.fetched, fetched.conditions)

    def _original(self, name: str) -> Path:
        return self.folder / ORIGINALS / name
