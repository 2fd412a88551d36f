"""EPUB books and newspapers (https://www.w3.org/TR/epub-33/): each document of the reading order is an article."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tui.articles.decoding import Unreadable, decode
from tui.articles.formats.archives import Budget, current_budget, opened, unpacked
from tui.articles.formats.markup import words_of
from tui.articles.formats.protocol import Extracted, Problem
from tui.articles.formats.xml import tree_of
from tui.articles.metadata import Metadata, metadata_from

if TYPE_CHECKING:
    from zipfile import ZipFile

    from lxml.etree import _Element

LONGEST_PACKAGE = 4 * 1024 * 1024
"""Bytes of the list of a book's parts."""
MOST_DOCUMENTS = 5_000
"""Documents of a book that are read."""
SHORTEST = 80
"""Code points below which a document is a cover or a title page, where there are longer ones."""

_CONTAINER = "META-INF/container.xml"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_DOCUMENTS = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")


@dataclass(frozen=True, slots=True)
class Epub:
    """A book or a newspaper for electronic readers."""

    name: str = "epub"
    suffixes: tuple[str, ...] = (".epub",)

    def recognises(self, head: bytes) -> bool:
        """Whether a book begins here; its first member says so (EPUB OCF, section 4.3)."""
        return head.startswith(b"PK\x03\x04") and b"mimetypeapplication/epub+zip" in head[:200]

    def read(self, data: bytes, name: str) -> Iterator[Extracted | Problem]:
        """The documents in reading order, named as in the book; covers and tables of contents are left out."""
        budget = current_budget()
        with opened(data, budget) as archive:
            place = _package_place(archive, budget)
            package = _tree(_member(archive, place, budget, LONGEST_PACKAGE))
            about = _description(package)
            documents = _documents(package, place)
            if not documents:
                raise Unreadable("This book lists no documents to read.")
            locked = _locked(archive, budget)
            found = 0
            short: list[Extracted] = []
            for document in documents[:MOST_DOCUMENTS]:
                member = document[:300]
                try:
                    if document in locked:
                        raise Unreadable("This part of the book is locked (DRM).")
                    text = words_of(decode(_member(archive, document, budget)).text)
                except Unreadable as error:
                    yield Problem(member, error.sentence)
                    continue
                if len(text) >= SHORTEST:
                    found += 1
                    yield Extracted(text, about, member)
                elif text:
                    short.append(Extracted(text, about, member))
            if not found:
                yield from short
                if not short:
                    raise Unreadable("This book has no text.")
            if len(documents) > MOST_DOCUMENTS:
                yield Problem("", f"Only the first {MOST_DOCUMENTS:,} of {len(documents):,} documents were read.")


FORMAT = Epub()


def _member(archive: ZipFile, name: str, budget: Budget, longest: int | None = None) -> bytes:
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise Unreadable("The book lists a part that it does not hold.") from error
    if longest is not None and info.file_size > longest:
        raise Unreadable("The list of the book's parts is too long.")
    return unpacked(archive, info, budget)


def _tree(data: bytes) -> _Element:
    return tree_of(data, "The book's list of parts")


def _package_place(archive: ZipFile, budget: Budget) -> str:
    """Where the list of the book's parts lies."""
    for element in _tree(_member(archive, _CONTAINER, budget, LONGEST_PACKAGE)).iter("{*}rootfile"):
        place = element.get("full-path")
        if place:
            return str(place)
    raise Unreadable("This is no book: it does not say where its parts are listed.")


def _documents(package: _Element, place: str) -> list[str]:
    """Names of the documents in the archive, in reading order, without tables of contents."""
    parts: dict[str, str] = {}
    for item in package.iter("{*}item"):
        known = item.get("media-type", "") in _DOCUMENTS and "nav" not in item.get("properties", "").split()
        if known and item.get("id") and item.get("href"):
            address = unquote(item.get("href").split("#")[0])
            parts[item.get("id")] = posixpath.normpath(posixpath.join(posixpath.dirname(place), address))
    order = (parts.get(reference.get("idref", "")) for reference in package.iter("{*}itemref"))
    return list(dict.fromkeys(document for document in order if document))


def _description(package: _Element) -> Metadata:
    """What the book says of itself; its title is the source of its articles."""

    def words(name: str) -> list[str]:
        return [text for element in package.iter(_DUBLIN + name) if (text := "".join(element.itertext()).strip())]

    return metadata_from(
        {
            "source": next(iter(words("title")), None),
            "author": words("creator"),
            "date": next(iter(words("date")), None),
            "language": next(iter(words("language")), None),
        }
    )


def _locked(archive: ZipFile, budget: Budget) -> frozenset[str]:
    """Names of the members that are encrypted."""
    try:
        data = _member(archive, "META-INF/encryption.xml", budget, LONGEST_PACKAGE)
        return frozenset(unquote(one.get("URI", "")) for one in _tree(data).iter("{*}CipherReference"))
    except Unreadable:
        return frozenset()
