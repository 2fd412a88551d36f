"""Bookmarks from other programs: W3C Web Annotations, Readwise CSV, and lines of a bookmarks file.

The form is recognised by the contents. Ids are kept or made from the contents, so that importing twice adds nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from tui.library import lines
from tui.library.bookmarks.imports.readwise import from_csv
from tui.library.bookmarks.imports.w3c import from_annotations
from tui.library.bookmarks.model import Bookmark, NotABookmark, from_record

__all__ = ["Imported", "read_import"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an imported file holds."""

    bookmarks: tuple[Bookmark, ...]
    problems: tuple[str, ...] = ()
    """Entries that could not be read, each in a sentence."""


def read_import(data: bytes) -> Imported:
    """Read bookmarks in any of the forms.

    Args:
        data: The file's contents, UTF-8 with or without a byte-order mark.

    Returns:
        The bookmarks, and what could not be read; a file in no known form gives one problem.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Imported((), ("The file is not UTF-8 text.",))
    stripped = text.lstrip()
    if not stripped:
        return Imported((), ("The file is empty.",))
    if stripped[0] not in "{[":
        return Imported(*from_csv(text))
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return _from_lines(data)
    if isinstance(value, dict) and "selectors" in value:
        return _from_lines(data)
    return Imported(*from_annotations(value))


def _from_lines(data: bytes) -> Imported:
    content = lines.parse(data)
    found: dict[str, Bookmark] = {}
    problems = [f"Line {line.number} {line.sentence}." for line in content.damaged]
    if content.newer:
        problems.append(f"{content.newer} lines are from a newer version of lesart.")
    for line in content.lines:
        name = line.record.get("id")
        if "selectors" not in line.record and isinstance(name, str) and "deleted" in line.record:
            if line.record["deleted"]:
                found.pop(name, None)
            continue
        try:
            bookmark = from_record(line.record)
        except NotABookmark as error:
            problems.append(f"Line {line.number} {error}.")
            continue
        if not bookmark.deleted:
            found[bookmark.id] = bookmark
    return Imported(tuple(found.values()), tuple(problems))
