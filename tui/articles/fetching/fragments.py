"""HTML fragments as feeds hold them: their words, and whether they are a whole article or a teaser."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

WHOLE_ARTICLE = 1_000
"""Code points from which the text of a feed may be the whole article; teasers are rarely longer than 500."""

_TEASER_END = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|»|weiterlesen|mehr lesen|read more|continue reading|mehr\s*…?)\W*$", re.IGNORECASE
)
_SPACE = re.compile(r"\s+")
_NAMES = (
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav "
    "ol p pre section table td th tr ul"
)
_PARTS = frozenset(_NAMES.split())
"""Elements that begin and end a paragraph."""
_SILENT = frozenset({"script", "style", "template", "noscript", "iframe", "svg"})


class _Words(HTMLParser):
    """Collects paragraphs; the parser of the standard library opens and fetches nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Starts a paragraph where a part begins."""
        if tag in _PARTS:
            self.parts.append("\n")
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        """Ends a paragraph where a part ends."""
        if tag in _PARTS:
            self.parts.append("\n")
        if tag in _SILENT and self._silent:
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        """Keeps words."""
        if not self._silent:
            self.parts.append(_SPACE.sub(" ", data))


def paragraphs_of(html: str) -> list[str]:
    """The paragraphs of a fragment, white space within them made plain."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return [line for line in lines if line]


def words_of(html: str) -> str:
    """The words of a fragment on one line."""
    return " ".join(paragraphs_of(html))


def is_whole(html: str) -> bool:
    """Whether a fragment seems to be a whole article: long, and not breaking off with a pointer to the page."""
    paragraphs = paragraphs_of(html)
    return sum(map(len, paragraphs)) >= WHOLE_ARTICLE and not _TEASER_END.search(paragraphs[-1][-80:])


def as_page(html: str, title: str) -> str:
    """A fragment as a page of its own."""
    head = f"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{escape(title)}</title></head>\n"
    heading = f"<h1>{escape(title)}</h1>\n" if title else ""
    return f"{head}<body><article>\n{heading}{html}\n</article></body></html>\n"
