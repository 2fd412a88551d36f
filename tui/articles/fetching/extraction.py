"""A fetched answer becomes an article: its own words and what the page says of itself."""

from __future__ import annotations

import codecs

from tui.articles.decoding import Unreadable, decode
from tui.articles.fetching.addresses import address_to_keep, front_page_instead
from tui.articles.fetching.answers import Answer
from tui.articles.fetching.feeds import looks_like_feed
from tui.articles.formats.protocol import Extracted
from tui.articles.metadata import Metadata
from tui.articles.pages import read_page

_PAGES = ("text/html", "application/xhtml+xml", "application/xml", "text/xml", "")
_NO_SETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
"""Names under which pages are sent that are in Windows-1252, as browsers read them."""


def article_of(answer: Answer, asked: str) -> Extracted:
    """The article on a fetched page; its address is the page's own where that lies on the same site.

    Args:
        answer: the page.
        asked: the address that was asked for, before redirects.

    Raises:
        Unreadable: the answer is no page, or no article is on it.
    """
    if front_page_instead(asked, answer.url):
        raise Unreadable("The address leads to the front page of the site; the article may be gone.")
    if looks_like_feed(answer.body, answer.kind):
        raise Unreadable("This is a feed; `lesart add --feed` takes its articles.")
    body = in_utf8(answer.body, answer.charset)
    if answer.kind in _PAGES or (answer.kind == "text/plain" and _looks_like_page(body)):
        page = read_page(body, answer.url)
        found = Extracted(page.text, page.metadata)
    elif answer.kind == "text/plain":
        found = Extracted(decode(body).text)
    else:
        raise Unreadable(f"This is no page but {answer.kind[:60]}.")
    known = found.metadata
    kept = Metadata(known.title, known.source, known.author, known.published, None, known.language)
    own = Metadata(url=address_to_keep(answer.url, known.url))
    return Extracted(found.text, own.completed_by(kept))


def in_utf8(body: bytes, charset: str | None) -> bytes:
    """A page as UTF-8 where the server's word on its character set is needed for that and fits.

    Servers often say the wrong set. What is UTF-8 stays so whatever they say; where their word does not fit the
    bytes, the page's own word and its letters decide later.
    """
    try:
        body.decode("utf-8")
        return body
    except UnicodeDecodeError:
        pass
    if not charset or body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body
    try:
        known = codecs.lookup(charset)
        # Codecs for names and programs are no character sets, and some take quadratic time.
        if known.name in _NO_SETS:
            return body
        return body.decode("cp1252" if charset in _LATIN else charset).encode("utf-8")
    except (LookupError, UnicodeError, ValueError):
        return body


def _looks_like_page(body: bytes) -> bool:
    head = body[:1_024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html"))
