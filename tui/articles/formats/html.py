"""Saved web pages: the article on them, without what stands round it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.articles.formats.protocol import Extracted
from tui.articles.pages import PageArticle, read_page

_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Html:
    """A page as a browser saves it or a server sends it."""

    name: str = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def recognises(self, head: bytes) -> bool:
        """Whether a page begins here; those in UTF-16 have zeros between their letters."""
        return bool(_HEAD.match(head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")))

    def read(self, data: bytes, name: str) -> Iterator[Extracted]:
        """The one article of the page."""
        yield extracted(read_page(data))


def extracted(found: PageArticle) -> Extracted:
    """What was read of a page, with a note on characters that could not be read."""
    notes: tuple[str, ...] = ()
    if found.markup.replaced:
        count = "1 character" if found.markup.replaced == 1 else f"{found.markup.replaced:,} characters"
        notes = (f"{count} could not be read; {found.markup.encoding} was taken for the character set.",)
    return Extracted(found.text, found.metadata, notes=notes)


FORMAT = Html()
