"""The articles in one file's bytes, by whichever format reads them; what fails is said, never raised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, replace

from tui.articles.decoding import Unreadable
from tui.articles.display import printable
from tui.articles.formats.protocol import Extracted
from tui.articles.formats.registry import format_for
from tui.articles.metadata import Metadata
from tui.articles.model import Problem
from tui.articles.typography import mended

MOST_LINES = 2_000_000
"""Line ends of one text; a file of nothing else would become millions of blocks."""

_SURROGATES = re.compile("[\ud800-\udfff]")
"""Halves of characters, which JSON can spell and no file can hold."""


def extract(data: bytes, name: str) -> Iterator[Extracted | Problem]:
    """The articles of a file in their order, and what in it could not be read; never raises.

    Args:
        data: the whole file.
        name: what it is called.

    Yields:
        Articles and problems; their ``member`` and ``path`` are relative to the file, empty for the file itself.
    """
    kind = "any format"
    try:
        found = format_for(name, data)
        kind = found.name
        for one in found.read(data, name):
            yield _checked(one) if isinstance(one, Extracted) else one
    except Unreadable as error:
        yield Problem("", error.sentence)
    except MemoryError:
        yield Problem("", "This is too large for the memory of this computer.")
    except Exception as error:  # formats of other packages, and libraries behind ours, may fail in any way
        yield Problem("", f"This could not be read as {kind}: {_words(error)}.")


def within(file: str, member: str) -> str:
    """The path of a member of a file: ``list.jsonl#3`` by number, ``file.zip/a.html`` by name; it never leads out."""
    if member.isascii() and member.isdigit():
        return f"{file}#{member}"
    parts = [part for part in printable(member).replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join([file, *parts])


def moved_within(file: str, found: Extracted | Problem) -> Extracted | Problem:
    """What was found in a file that lies in another one, seen from the other one."""
    if isinstance(found, Problem):
        return replace(found, path=within(file, found.path))
    return replace(found, member=within(file, found.member))


def _checked(found: Extracted) -> Extracted | Problem:
    """The article in a form that can be shown and stored, or why it cannot."""
    if not found.text or found.text.isspace():
        return Problem(found.member, "There is no text in it.")
    if found.text.count("\n") + found.text.count("\r") > MOST_LINES:
        return Problem(found.member, f"It has more than {MOST_LINES // 1_000_000} million lines; it was not read.")
    text, lost = _SURROGATES.subn("\ufffd", found.text)
    count = "1 character" if lost == 1 else f"{lost:,} characters"
    notes = (*found.notes, f"{count} could not be read.") if lost else found.notes
    fields = asdict(found.metadata).items()
    known = Metadata(**{name: value and _SURROGATES.sub("\ufffd", value) for name, value in fields})
    return _mended(replace(found, text=text, metadata=known, notes=notes))


def _mended(found: Extracted) -> Extracted:
    """The article with its text and title mended where their characters were read in a wrong set."""
    text, notes = mended(found.text)
    title = mended(found.metadata.title or "")[0] or None
    if text == found.text and title == found.metadata.title:
        return found
    return replace(found, text=text, metadata=replace(found.metadata, title=title), notes=(*found.notes, *notes))


def _words(error: Exception) -> str:
    words = " ".join(str(error).split())[:200].rstrip(" .")
    return f"{type(error).__name__}, {words}" if words else type(error).__name__
