"""Pages that a browser saved in one file with everything on them.

Such a file is like a mail: a message whose parts are the page, its frames, styles and pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser

from tui.articles.decoding import Unreadable, text_codec
from tui.articles.formats.html import extracted
from tui.articles.formats.protocol import Extracted
from tui.articles.pages import PageArticle, read_page

LONGEST_FILE = 64 * 1024 * 1024
"""Bytes beyond which a saved page is refused; pictures are a third longer in it than they are."""
MOST_PARTS = 5_000
"""Boundaries beyond which a saved page is refused."""
MOST_PAGES = 20
"""Parts with markup that are looked at for the article: the page and its frames."""

_HEAD = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(rb"(?:snapshot-content-location:|from:\s*[\"<]?saved by)", re.IGNORECASE)
_NEXT_PART = re.compile(rb"\r?\n--\S{1,200}(?:\r?\n(?=content-)|--\s*\Z)", re.IGNORECASE)
_BOUNDARY = re.compile(rb"^--[^\r\n]{1,200}\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mhtml:
    """A page in one file."""

    name: str = "mhtml"
    suffixes: tuple[str, ...] = (".mhtml", ".mht")

    def recognises(self, head: bytes) -> bool:
        """Whether a browser saved this; a mail with pictures begins alike, but does not say that."""
        start = head.lstrip()[:2_048]
        return bool(_SAVED.search(start)) and bool(_HEAD.search(start))

    def read(self, data: bytes, name: str) -> Iterator[Extracted]:
        """The article of the page: the first part with markup that holds one, or the one with most words.

        Raises:
            Unreadable: there is no page in the file, or none with an article.
        """
        if len(data) > LONGEST_FILE:
            raise Unreadable(f"The saved page is larger than {LONGEST_FILE // 1024**2} MB; it was not read.")
        if sum(1 for _ in _BOUNDARY.finditer(data)) > MOST_PARTS:
            raise Unreadable("The saved page has more parts than any page has; it was not read.")
        yield extracted(_main_article(data))


def _main_article(data: bytes) -> PageArticle:
    message = BytesParser().parsebytes(data.lstrip())
    address = _header(message, "Snapshot-Content-Location")
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        return _without_parts(data, address)
    start = _header(message, "start") or str(message.get_param("start", "") or "")
    pages.sort(key=lambda part: not _is_main(part, address, start))
    found: list[PageArticle] = []
    failure = Unreadable("No article was found on this page.")
    for part in pages[:MOST_PAGES]:
        try:
            article = read_page(_payload(part), address or _header(part, "Content-Location"))
        except Unreadable as error:
            failure = error
            continue
        if _is_main(part, address, start) and len(article.text) > 400:
            return article
        found.append(article)
    if not found:
        raise failure
    return max(found, key=lambda article: len(article.text))


def _is_main(part: Message, address: str | None, start: str) -> bool:
    """Whether a part is the page itself and not a frame on it."""
    place, name = _header(part, "Content-Location"), _header(part, "Content-ID")
    return bool((address and place == address) or (start and name == start))


def _payload(part: Message) -> bytes:
    """The bytes of a part; the character set of its header stands in for a page's own where that is missing."""
    data = part.get_payload(decode=True)
    page = data if isinstance(data, bytes) else b""
    codec = text_codec(part.get_content_charset())
    if codec and b"charset" not in page[:4_096].lower():
        try:
            return page.decode(codec).encode("utf-8", "replace")
        except ValueError:
            return page
    return page


def _without_parts(data: bytes, address: str | None) -> PageArticle:
    """The page in a file whose boundaries are broken: from its first tag on, quoted-printable if it looks like that."""
    import quopri

    start = re.search(rb"<(?:!doctype\s+html|html|body)\b", data, re.IGNORECASE)
    if not start:
        raise Unreadable("There is no page in this file.")
    page = _NEXT_PART.split(data[start.start() :], maxsplit=1)[0]
    page = quopri.decodestring(page) if page.count(b"=3D") > 2 or b"quoted-printable" in data[: start.start()] else page
    return read_page(page, address)


def _header(part: Message, name: str) -> str | None:
    given = part.get(name)
    return " ".join(str(given).split()) or None if given else None


FORMAT = Mhtml()
