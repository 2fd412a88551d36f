"""A fetched answer becomes an article: its own words and what the page says of itself."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.articles.decoding import Unreadable, decode, text_codec
from tui.articles.extracting import extract
from tui.articles.fetching.addresses import address_to_keep, front_page_instead, is_front_page
from tui.articles.fetching.answers import Answer
from tui.articles.fetching.feeds import looks_like_feed
from tui.articles.formats.protocol import Extracted
from tui.articles.model import Problem
from tui.articles.pages import read_page

_PAGES = ("text/html", "application/xhtml+xml", "application/xml", "text/xml", "text/plain", "")
_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
"""Names under which pages are sent that are in Windows-1252, as browsers read them."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An article that was taken from an answer."""

    article: Extracted
    ending: str
    """Of a file that keeps the answer as it came, with its dot."""


def article_of(answer: Answer, asked: str) -> Taken:
    """The article of an answer; its address is the page's own where that lies on the same site.

    Args:
        answer: a page, a text or a PDF document.
        asked: the address that was asked for, before redirects.

    Raises:
        Unreadable: the answer is none of these, or no article is in it.
    """
    if front_page_instead(asked, answer.url):
        raise Unreadable("The address leads to the front page of the site; the article may be gone.")
    if looks_like_feed(answer.body, answer.kind):
        raise Unreadable("This is a feed; `lesart add --feed` takes its articles.")
    taken = _taken(answer)
    known = taken.article.metadata
    if known.published is None and is_front_page(answer.url):
        raise Unreadable("This is the front page of a site, no article; `lesart add --feed` takes those of its feed.")
    described = replace(known, url=address_to_keep(answer.url, known.url))
    return replace(taken, article=replace(taken.article, metadata=described))


def _taken(answer: Answer) -> Taken:
    if answer.kind == "application/pdf" or answer.body.startswith(b"%PDF-"):
        return Taken(_first(extract(answer.body, "document.pdf")), ".pdf")
    body = in_utf8(answer.body, answer.charset)
    if answer.kind == "text/plain" and not _looks_like_page(body):
        return Taken(Extracted(decode(body).text), ".txt")
    if answer.kind in _PAGES:
        return Taken(_on_page(body, answer.url), ".html")
    raise Unreadable(f"This is no page but {answer.kind[:60]}.")


def _on_page(body: bytes, address: str) -> Extracted:
    try:
        page = read_page(body, address)
    except Unreadable:
        raise
    except Exception as error:  # one page must not end the reading of others
        raise Unreadable(f"This page could not be read ({type(error).__name__}).") from error
    return Extracted(page.text, page.metadata)


def _first(found: Iterator[Extracted | Problem]) -> Extracted:
    for one in found:
        if isinstance(one, Extracted):
            return one
        raise Unreadable(one.sentence)
    raise Unreadable("There is no article in this document.")


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
    codec = text_codec(charset)
    if codec is None or body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body
    try:
        return body.decode("cp1252" if charset in _LATIN else codec).encode("utf-8")
    except ValueError:
        return body


def _looks_like_page(body: bytes) -> bool:
    head = body[:1_024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html"))
