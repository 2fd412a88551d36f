"""Plain text, the last resort for everything that no other format knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.articles.decoding import decode
from tui.articles.formats.protocol import Extracted, replaced_note


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
        yield Extracted(decoded.text, notes=replaced_note(decoded))


FORMAT = Text()
