"""The folders that were opened, newest first, so that any of them opens again without typing its path.

One small file of its own, since it is read at every start and written at every end.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tui.library.atomic import NotSaved, locked, write_atomically
from tui.library.locations import state_dir
from tui.library.log import logger

_LOG = logger("state")
MOST = 50
"""Folders that are remembered; the one opened longest ago is dropped for a new one."""


@dataclass(frozen=True, slots=True)
class RecentFolder:
    """A folder as it was when it was left."""

    path: Path
    """Absolute."""
    opened: str
    """ISO date of the last day it was open."""
    articles: int = 0
    """How many articles it held; 0 where that is not known."""
    unread: int = 0


class RecentFolders:
    """The list of opened folders. Losing it is a nuisance and not a loss, so failures are logged, not raised."""

    def __init__(self, folder: Path | None = None) -> None:
        """Use a state folder, None for the platform's; nothing is made before something is kept."""
        self._file = (folder or state_dir()) / "recent.json"

    def all(self) -> tuple[RecentFolder, ...]:
        """The folders, the one opened last at the front; those that are gone too."""
        try:
            record = json.loads(self._file.read_bytes())
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, RecursionError) as error:
            _LOG.warning("%s cannot be read and counts as empty: %s", self._file, error)
            return ()
        rows = record.get("folders") if isinstance(record, dict) else None
        return tuple(found for row in rows if (found := _decoded(row))) if isinstance(rows, list) else ()

    def last(self) -> Path | None:
        """The folder that was opened last, if it is still there."""
        newest = next(iter(self.all()), None)
        return newest.path if newest is not None and is_there(newest.path) else None

    def remember(self, opened: Path, *, articles: int = 0, unread: int = 0) -> None:
        """Put a folder at the front of the list.

        Args:
            opened: The folder.
            articles: How many articles it holds.
            unread: How many of them are not read.
        """
        now = RecentFolder(opened.absolute(), date.today().isoformat(), articles, unread)
        self._change(lambda old: (now, *(one for one in old if one.path != now.path))[:MOST])

    def forget(self, path: Path) -> None:
        """Take a folder off the list; the folder itself is not touched."""
        self._change(lambda old: tuple(one for one in old if one.path != path))

    def _change(self, change: Callable[[tuple[RecentFolder, ...]], Sequence[RecentFolder]]) -> None:
        try:
            with locked(self._file):
                rows = [
                    {"folder": str(one.path), "opened": one.opened, "articles": one.articles, "unread": one.unread}
                    for one in change(self.all())
                ]
                write_atomically(self._file, json.dumps({"version": 1, "folders": rows}, indent=1).encode())
        except NotSaved as error:
            _LOG.warning("%s", error)


def is_there(path: Path) -> bool:
    """Whether a folder can be opened; a disk that does not answer makes this wait."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _decoded(row: Any) -> RecentFolder | None:
    match row:
        case {"folder": str(path), "opened": str(opened)} if path and "\0" not in path:
            counts = [row.get(name) for name in ("articles", "unread")]
            articles, unread = (count if isinstance(count, int) and count >= 0 else 0 for count in counts)
            return RecentFolder(Path(path), opened, articles, unread)
    return None
