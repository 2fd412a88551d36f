"""What feeds hold of an article: all of it, or a teaser."""

from __future__ import annotations

import re
from html import escape

from tui.articles.formats.markup import words_of

WHOLE_ARTICLE = 1_000
"""Code points from which the text of a feed may be the whole article; teasers are rarely longer than 500."""

_TEASER_END = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|»|weiterlesen|mehr lesen|read more|continue reading|mehr\s*…?)\W*$", re.IGNORECASE
)


def is_whole(words: str) -> bool:
    """Whether the words of a feed seem to be a whole article: long, and not breaking off with a pointer to the page."""
    return len(words) >= WHOLE_ARTICLE and not _TEASER_END.search(words[-80:])


def one_line(html: str) -> str:
    """The words of a piece of HTML, such as a title, on one line."""
    return " ".join(words_of(html).split())


def as_page(html: str, title: str) -> str:
    """A piece of HTML as a page of its own, for keeping it."""
    head = f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{escape(title)}</title></head>\n'
    heading = f"<h1>{escape(title)}</h1>\n" if title else ""
    return f"{head}<body><article>\n{heading}{html}\n</article></body></html>\n"
