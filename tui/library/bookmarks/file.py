"""The bookmarks file: one JSON object a line, only ever appended to, the last line of an id counts.

Nothing is kept in memory between calls, so that two readers of one file see each other's work by loading again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tui.library import lines
from tui.library.atomic import NotSaved, locked, write_atomically
from tui.library.bookmarks.making import now
from tui.library.bookmarks.model import Bookmark, NotABookmark, from_record, to_record
from tui.library.lines import DamagedLine, Lines

Hook = Callable[[dict[str, Any]], None]
"""Gets the record of each new bookmark after it is safely kept."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the bookmarks file holds."""

    bookmarks: tuple[Bookmark, ...]
    """In the order in which they were set, without deleted ones."""
    damaged: tuple[DamagedLine, ...] = ()
    """Lines that could not be read; they stay in the file."""
    newer: int = 0
    """Number of lines from a newer version of the program; they stay in the file."""
    deleted: tuple[Bookmark, ...] = ()
    """Deleted ones that can be restored, the last deleted one last."""

    @property
    def problems(self) -> tuple[str, ...]:
        """What to tell the reader about the file, in sentences."""
        return lines.told("Bookmarks", self.damaged, self.newer)


class BookmarkFile:
    """A bookmarks file, which need not exist yet."""

    def __init__(self, path: Path, hook: Hook | None = None) -> None:
        """Use a file.

        Args:
            path: The file; it and its folder are made by the first bookmark.
            hook: Called with the record of each new bookmark after it is kept.
        """
        self.path = path
        self._hook = hook

    def load(self) -> Loaded:
        """Read the file.

        Raises:
            NotSaved: The file is there but cannot be read.
        """
        return _fold(lines.read(self.path))

    def add(self, *bookmarks: Bookmark) -> None:
        """Keep bookmarks; when this returns, the disk has them.

        Raises:
            NotSaved: The file cannot be written; nothing was kept.
        """
        records = [to_record(bookmark) for bookmark in bookmarks]
        lines.append(self.path, records)
        if self._hook:
            for record in records:
                self._hook(record)

    def change(self, bookmark: Bookmark) -> Bookmark:
        """Keep a changed bookmark (note, tags, colour) in place of the one with its id, and return it as kept.

        Raises:
            NotSaved: The file cannot be written; the old one stands.
        """
        changed = replace(bookmark, modified=now())
        lines.append(self.path, [to_record(changed)])
        return changed

    def delete(self, *ids: str) -> None:
        """Delete bookmarks; `restore` brings them back until the file is compacted.

        Raises:
            NotSaved: The file cannot be written; they stand.
        """
        lines.append(self.path, [{"id": name, "deleted": True, "modified": now()} for name in ids])

    def restore(self, *ids: str) -> None:
        """Bring deleted bookmarks back, as they were.

        Raises:
            NotSaved: The file cannot be written.
        """
        lines.append(self.path, [{"id": name, "deleted": False, "modified": now()} for name in ids])

    def compact(self) -> int:
        """Drop deleted bookmarks and former versions for good; damaged lines are kept.

        Returns:
            The number of lines dropped.

        Raises:
            NotSaved: The file holds lines from a newer version, or cannot be written; it stands as before.
        """
        with locked(self.path):
            content = lines.read(self.path)
            if content.newer:
                raise NotSaved(f"{self.path} was written by a newer version of lesart; it is left as it is.")
            loaded = _fold(content)
            kept = [line.raw + b"\n" for line in loaded.damaged]
            kept += [lines.encode({"v": lines.VERSION, **to_record(bookmark)}) for bookmark in loaded.bookmarks]
            dropped = len(content.lines) + len(content.damaged) - len(kept)
            if dropped:
                write_atomically(_target(self.path), b"".join(kept))
            return dropped


def _target(path: Path) -> Path:
    """The file itself where the path is a symbolic link, so that the link stays one."""
    return Path(os.path.realpath(path))


def _fold(content: Lines) -> Loaded:
    standing: dict[str, Bookmark] = {}
    gone: dict[str, Bookmark] = {}
    damaged = list(content.damaged)
    for line in content.lines:
        record = line.record
        name = record.get("id")
        if isinstance(name, str) and isinstance(record.get("deleted"), bool) and "selectors" not in record:
            known = standing.get(name)
            if known is None:
                continue  # a tombstone whose bookmark stood in a damaged line
            standing[name] = replace(known, deleted=record["deleted"])
            gone.pop(name, None)
            if record["deleted"]:
                gone[name] = standing[name]
            continue
        try:
            bookmark = from_record(record)
        except NotABookmark as error:
            damaged.append(DamagedLine(line.number, str(error), line.raw))
            continue
        standing[bookmark.id] = bookmark
        gone.pop(bookmark.id, None)
        if bookmark.deleted:
            gone[bookmark.id] = bookmark
    return Loaded(
        tuple(bookmark for bookmark in standing.values() if not bookmark.deleted),
        tuple(sorted(damaged, key=lambda line: line.number)),
        content.newer,
        tuple(gone.values()),
    )


def find(bookmarks: Sequence[Bookmark], beginning: str) -> Bookmark | None:
    """The bookmark whose id begins with the given characters, if there is exactly one."""
    found = [bookmark for bookmark in bookmarks if beginning and bookmark.id.startswith(beginning)]
    return found[0] if len(found) == 1 else None
