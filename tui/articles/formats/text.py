"""Plain text, the last resort for everything that no other format knows; a description may stand at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.articles.decoding import Unreadable, decode
from tui.articles.formats.protocol import Extracted, described, replaced_note
from tui.articles.formats.several import articles_in
from tui.articles.front_matter import split_front_matter
from tui.articles.metadata import Metadata
from tui.articles.patterns import pattern

_FEED = pattern(
    r"\s*(?:<\?xml[^<>]{0,300}\?>\s*)?(?:<!--[^<>]{0,500}-->\s*)*<(?:rss|feed|rdf:RDF|opml)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text, often without any description of itself."""

    name: str = "text"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def recognises(self, head: bytes) -> bool:
        """Never: whatever else fails is tried as text."""
        return False

    def read(self, data: bytes, name: str) -> Iterator[Extracted]:
        """The text that the file is, or the articles that a press database wrote into it.

        Lines between rules are front matter only where they describe an article: people set rules around headlines.
        """
        decoded = decode(data)
        if decoded.text.lstrip()[:1] == "<" and _FEED.match(decoded.text):
            raise Unreadable("This is a feed or a list of feeds; `lesart add --feed FILE` fetches its articles.")
        split = split_front_matter(decoded.text)
        if split.metadata == Metadata():
            several = [replace(one, notes=replaced_note(decoded)) for one in articles_in(decoded.text)]
            yield from several or [Extracted(decoded.text, notes=replaced_note(decoded))]
        else:
            yield described(decoded, split)


FORMAT = Text()
