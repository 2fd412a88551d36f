"""Plain text, the last resort for everything that no other format knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.articles.decoding import Unreadable, decode
from tui.articles.formats.protocol import Extracted, replaced_note
from tui.articles.patterns import pattern

_FEED = pattern(
    r"\s*(?:<\?xml[^<>]{0,300}\?>\s*)?(?:<!--[^<>]{0,500}-->\s*)*<(?:rss|feed|rdf:RDF|opml)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text without any description of itself."""

    name: str = "text"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def recognises(self, head: bytes) -> bool:
        """Never: whatever else fails is tried as text."""
        return False

    def read(self, data: bytes, name: str) -> Iterator[Extracted]:
        """The one text that the file is."""
        decoded = decode(data)
        if decoded.text.lstrip()[:1] == "<" and _FEED.match(decoded.text):
            raise Unreadable("This is a feed or a list of feeds; `lesart add --feed FILE` fetches its articles.")
        yield Extracted(decoded.text, notes=replaced_note(decoded))


FORMAT = Text()
