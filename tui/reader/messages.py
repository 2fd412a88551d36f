"""What widgets tell the screen and the app: state flows down as reactives, these flow up."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class GoTo(Message):
    """The reader wants to see a passage of an article; the place left is kept for coming back."""

    article: str
    start: int
    end: int


@dataclass
class CursorMoved(Message):
    """The sentence cursor stands on another sentence."""

    article: str
    start: int
    end: int


@dataclass
class Decided(Message):
    """The reader says that two passages state the same fact, or do not.

    Passages are article id, start and end.
    """

    same: bool
    first: tuple[str, int, int]
    second: tuple[str, int, int]


@dataclass
class Say(Message):
    """A plain sentence for the reader."""

    sentence: str
    warning: bool = False
