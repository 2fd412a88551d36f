"""What a kind of file has to do to be read: the protocol that the built-in formats and those of other packages meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from tui.articles.decoding import Decoded, Unreadable
from tui.articles.front_matter import Split
from tui.articles.metadata import Metadata
from tui.articles.model import Problem

HEAD = 4_096
"""Bytes from which ``Format.recognises`` has to tell."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """One article found in a file."""

    text: str
    """The words that all positions refer to."""
    metadata: Metadata = field(default_factory=Metadata)
    member: str = ""
    """Its name within a file that holds several, such as ``articles/a.html`` or ``3``; empty where the file is one
    article. A plain number is shown behind ``#``, a name behind ``/``."""
    notes: tuple[str, ...] = ()
    """Plain sentences about what was mended or lost."""


class Format(Protocol):
    """A kind of file."""

    name: str
    """In lower case, such as ``html``."""
    suffixes: tuple[str, ...]
    """Endings in lower case with their dot; folders are searched for them."""

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins like this is of this kind, whatever its name says.

        Args:
            head: the first ``HEAD`` bytes, or all of a shorter file.
        """
        ...

    def read(self, data: bytes, name: str) -> Iterator[Extracted | Problem]:
        """The articles of a file in their order, and what in it could not be read.

        Nothing is written, fetched or opened beside the bytes. A ``Problem.path`` is the member's name, or empty for
        the file as a whole.

        Args:
            data: the whole file.
            name: what the file is called, for its ending and for sentences; never a path to open.

        Raises:
            Unreadable: nothing in the file can be read.
        """
        ...


def replaced_note(decoded: Decoded) -> tuple[str, ...]:
    """The note on characters that could not be read, if there were any."""
    if not decoded.replaced:
        return ()
    count = "1 character" if decoded.replaced == 1 else f"{decoded.replaced:,} characters"
    return (f"{count} could not be read; {decoded.encoding} was taken for the character set.",)


def described(decoded: Decoded, split: Split) -> Extracted:
    """A text with the description that stood at its head.

    Args:
        decoded: The whole file.
        split: Its description and its text.

    Raises:
        Unreadable: There is no text behind the description.
    """
    if not split.text.strip():
        raise Unreadable("There is nothing but a description in it.")
    damaged = ("The description at its head is damaged; only its lines of one key and its words were understood.",)
    return Extracted(split.text, split.metadata, notes=(*replaced_note(decoded), *(damaged if split.damaged else ())))


__all__ = ["HEAD", "Extracted", "Format", "Problem", "Unreadable", "described", "replaced_note"]
