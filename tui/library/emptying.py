"""Removing all records of a cache from the disk: it holds other people's texts, so deleting the rows is not enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.atomic import NotSaved

if TYPE_CHECKING:
    from sqlite3 import Connection

_IN_USE = "another reader uses it; close that one and clear the cache again"


def emptied(connection: Connection) -> int:
    """Delete all records, and their contents from the file and its log.

    Returns:
        The number of records removed.

    Raises:
        NotSaved: Another process uses the file, so that the records or their contents stay.
        sqlite3.Error: The file is damaged or cannot be used.
    """
    import sqlite3

    try:
        connection.execute("PRAGMA secure_delete=ON")
        removed = connection.execute("DELETE FROM records").rowcount
        connection.execute("VACUUM")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise NotSaved(f"The cache was not cleared: {_IN_USE}.") from error
        raise
    # What was deleted stands in the file until the log is written back, which waits for readers.
    if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise NotSaved(f"The cache is empty, but its file still holds what was removed: {_IN_USE}.")
    return removed
