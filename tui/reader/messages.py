"""What widgets tell the screen and the app: state flows down as reactives, these flow up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui.comparison.model import Decision


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
class Withdrawn(Message):
    """The reader takes a decision back, so that the program judges for itself again."""

    decision: Decision


@dataclass
class Pairing(Message):
    """The reader wants to find, in an article, the passage that states the same fact as one elsewhere."""

    passage: tuple[str, int, int]
    """Article id, start and end of the passage that is known."""
    article: str
    """Where the other one is looked for."""


@dataclass
class FactChosen(Message):
    """Another fact of the sentence is shown; its words are a passage of the article that is being read."""

    article: str
    start: int
    end: int


@dataclass
class NotWritten(Message):
    """Something could not be written; what the screen shows of it is not kept."""

    sentence: str


@dataclass
class Say(Message):
    """A plain sentence for the reader."""

    sentence: str
    warning: bool = False
