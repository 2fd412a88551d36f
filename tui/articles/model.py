"""What an article is: its raw text, what is known about it, and its blocks.

Plain dataclasses without third-party imports, so that every room can hold an article cheaply. All positions are
code-point offsets into ``Article.text``, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "title", "heading", "paragraph", "title-repeat", "repeat", "caption", "byline", "credit", "boilerplate", "trailer"
]
TitleOrigin = Literal["text", "metadata", "first-sentence"]

TITLE_CUT = " …"
"""What stands behind a title made of a first sentence's words where the sentence goes on."""

OWN_ROLES: frozenset[Role] = frozenset({"title", "heading", "paragraph", "credit"})
"""Roles of the article's own text; blocks of every other role are folded."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the raw text with a role, and the name of the rule that gave it."""

    start: int
    end: int
    role: Role
    rule: str

    @property
    def own(self) -> bool:
        """Whether the block is the article's own text."""
        return self.role in OWN_ROLES


@dataclass(frozen=True, slots=True)
class Article:
    """One text from one source."""

    id: str
    """Hash of the text and of the address or relative path."""
    path: str
    """As given, relative to the folder that was opened; ``-`` for standard input. An article within a file that holds
    several is ``file.zip/articles/a.html`` or ``list.jsonl#3``."""
    text: str
    """The words that all positions refer to, in one form for each kind of file: of a text or Markdown file the file as
    it was decoded, byte-order mark and front matter dropped, line ends, soft hyphens and letters in two parts (NFD)
    kept; of every other kind what its format extracted. Only characters that clearly were read in a wrong character set
    are mended (``typography.mended``); a note says so. What reads words, not positions, sees the form without unseen
    characters, in NFC (``plain.plain_text``)."""
    text_sha256: str
    title: str
    title_origin: TitleOrigin
    blocks: tuple[Block, ...]
    """In order of position, not overlapping; white space between blocks, and the signs that Markdown puts
    round a line (``## Words ##``, ``> words``, ``| cell |``, ``**words**``, the rule of a table), belong to none."""
    source: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601 date or date-time, as far as it is known."""
    url: str | None = None
    language: str = "de"
    """Code of ISO 639-1."""
    agencies: tuple[str, ...] = ()
    """News agencies that the article credits, by name."""
    place: str | None = None
    """Where its dateline says that it was written."""
    folder: str = ""
    """Absolute path of the folder that was opened, or empty; for opening the file again."""

    @property
    def own_blocks(self) -> tuple[Block, ...]:
        """The blocks of the article's own text."""
        return tuple(block for block in self.blocks if block.own)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, in one plain sentence."""

    path: str
    sentence: str
    mended: bool = False
    """Whether the article was read all the same, and the sentence says what in it was mended or lost."""
    aside: bool = False
    """Whether nobody asked for it: a file in a folder, of a kind in which articles are not kept."""

    @property
    def unread(self) -> bool:
        """Whether something that was asked for, or that looks like an article, was not read."""
        return not (self.mended or self.aside)


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a set of paths gave: the articles in order, and what went wrong."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
