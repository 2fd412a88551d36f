"""Markdown files; the front matter at their head is their description and no part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.articles.decoding import decode
from tui.articles.formats.protocol import Extracted, described
from tui.articles.front_matter import split_front_matter

_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:---|\+\+\+)[ \t]*\r?\n")


@dataclass(frozen=True, slots=True)
class Markdown:
    """A text that may begin with front matter."""

    name: str = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def recognises(self, head: bytes) -> bool:
        """Whether front matter seems to begin here; a rule of dashes is told from it when it is read."""
        return bool(_HEAD.match(head))

    def read(self, data: bytes, name: str) -> Iterator[Extracted]:
        """The text behind the head, with the head's metadata."""
        decoded = decode(data)
        yield described(decoded, split_front_matter(decoded.text))


FORMAT = Markdown()
