"""The cache: analyses and comparisons in one SQLite file, so that a story opens complete the second time.

Write-ahead logging lets two readers share it. Nothing in it is irreplaceable: a damaged file is moved aside and made
anew, and where it cannot be used at all, everything is computed. It holds other people's texts: folder mode 0700.
"""

from __future__ import annotations

import contextlib
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.comparison.model import Comparison
from tui.language.model import Analysis
from tui.library import records
from tui.library.atomic import NotSaved, locked, reason, replace
from tui.library.emptying import emptied
from tui.library.locations import private_folder
from tui.library.log import logger

if TYPE_CHECKING:
    import sqlite3

_LOG = logger("cache")
FILE = "analyses-1.sqlite3"
"""The number is the version of the tables: programs of different versions use different files."""
MOST_BYTES = 500_000_000
"""Above this size the records not used for the longest time are dropped."""
_TABLES = """
CREATE TABLE IF NOT EXISTS records (
    kind TEXT NOT NULL, key TEXT NOT NULL, used INTEGER NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (kind, key)) WITHOUT ROWID
"""
_CORRUPT = {11, 26}
"""SQLITE_CORRUPT and SQLITE_NOTADB, https://www.sqlite.org/rescode.html"""


@dataclass(frozen=True, slots=True)
class CacheSize:
    """What the cache holds."""

    path: Path
    bytes: int
    analyses: int
    comparisons: int


class Cache:
    """The cache in a folder. Not for use by several threads at once; each opens its own."""

    def __init__(self, folder: Path) -> None:
        """Open or make the cache; never raises, see ``problems``."""
        self.path = folder / FILE
        self.problems: list[str] = []
        """What went wrong, in sentences for the reader."""
        self._connection: sqlite3.Connection | None = None
        with self._guarded():
            self._connect()

    def _connect(self) -> None:
        import sqlite3  # some milliseconds that a start without a cache does not pay

        try:
            private_folder(self.path.parent)
            self.path.touch(mode=0o600)
        except OSError as error:
            self._give_up(reason(error))
            return
        connection = sqlite3.connect(self.path, timeout=5.0, isolation_level=None, check_same_thread=False)
        self._connection = connection
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'records'").fetchone() is None:
            for statement in ("BEGIN IMMEDIATE", _TABLES, "COMMIT"):  # waits for another process that does the same
                connection.execute(statement)
        with contextlib.suppress(sqlite3.OperationalError):  # where another process is switching it over
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")  # a last record lost with the power is computed again

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """Turn every failure of the database into a cache that is made anew or done without."""
        import sqlite3

        try:
            yield
        except sqlite3.Error as error:
            _LOG.warning("cache %s: %s", self.path, error)
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _CORRUPT:
                self._remake()
            elif getattr(error, "sqlite_errorcode", 0) & 0xFF not in (5, 6):  # busy, locked: this once only
                self._give_up(str(error))

    def _give_up(self, why: str) -> None:
        self.close()
        self.problems.append(f"The cache {self.path} cannot be used ({why}); everything is computed anew.")

    def _remake(self) -> None:
        """Move the damaged file aside and begin a new one, unless another process already has."""
        import sqlite3

        self.close()
        try:
            with locked(self.path):
                try:
                    self._connect()
                    if self._connection and self._connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok":
                        return
                except sqlite3.Error:
                    pass
                self.close()
                aside = self.path.with_name(self.path.name + ".damaged")
                for ending in ("-wal", "-shm"):
                    self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
                replace(self.path, aside)
                self._connect()
            self.problems.append(f"The cache was damaged and is made anew; the old file is kept as {aside}.")
        except (OSError, sqlite3.Error) as error:
            self._give_up(reason(error) if isinstance(error, OSError) else str(error))

    def close(self) -> None:
        """Close the file; the cache then finds and keeps nothing."""
        if self._connection is not None:
            with contextlib.suppress(Exception):
                self._connection.close()
            self._connection = None

    def _read(self, kind: str, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        now = int(time.time())
        for key in keys:
            found = None
            with self._guarded():
                if self._connection is None:
                    return
                query = "SELECT data, used FROM records WHERE kind = ? AND key = ?"
                found = self._connection.execute(query, (kind, _full(key))).fetchone()
                if found and now - found[1] > 86_400:  # the order of use is needed by day only
                    update = "UPDATE records SET used = ? WHERE kind = ? AND key = ?"
                    self._connection.execute(update, (now, kind, _full(key)))
            if found is None:
                continue
            try:
                yield key, zlib.decompress(found[0])
            except zlib.error:
                self._drop(kind, key)

    def _drop(self, kind: str, key: str) -> None:
        _LOG.warning("cache %s: a damaged record was dropped", self.path)
        with self._guarded():
            if self._connection is not None:
                self._connection.execute("DELETE FROM records WHERE kind = ? AND key = ?", (kind, _full(key)))

    def _write(self, kind: str, key: str, data: bytes) -> None:
        packed = zlib.compress(data, 1)  # as much for its checksum as for its size
        with self._guarded():
            if self._connection is not None:
                self._connection.execute(
                    "INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?)",
                    (kind, _full(key), int(time.time()), len(packed), packed),
                )

    def analyses(self, keys: Iterable[str]) -> dict[str, Analysis]:
        """The analyses that are there, by key."""
        found: dict[str, Analysis] = {}
        for key, data in self._read("analysis", dict.fromkeys(keys)):
            try:
                found[key] = records.decode_analysis(data)
            except ValueError:
                self._drop("analysis", key)
        return found

    def keep_analysis(self, key: str, analysis: Analysis) -> None:
        """Keep an analysis."""
        self._write("analysis", key, records.encode_analysis(analysis))

    def comparison(self, key: str, analyses: Sequence[Analysis]) -> Comparison | None:
        """The comparison with a key, if it is there.

        Args:
            key: Its key.
            analyses: The analyses it was made from.
        """
        for _, data in self._read("comparison", [key]):
            try:
                return records.decode_comparison(data, analyses)
            except ValueError:
                self._drop("comparison", key)
        return None

    def keep_comparison(self, key: str, comparison: Comparison, analyses: Sequence[Analysis]) -> None:
        """Keep a comparison of the given analyses, and drop what was not used for long if the cache is too large."""
        self._write("comparison", key, records.encode_comparison(comparison, analyses))
        self.prune()

    def prune(self, most: int = MOST_BYTES) -> None:
        """Drop the records not used for the longest time until the rest has at most so many bytes."""
        with self._guarded():
            if self._connection is None:
                return
            total = self._connection.execute("SELECT COALESCE(SUM(size), 0) FROM records").fetchone()[0]
            if total <= most:
                return
            rows = self._connection.execute("SELECT kind, key, size FROM records ORDER BY used, kind DESC").fetchall()
            for kind, key, size in rows:
                if total <= most * 0.8:
                    break
                self._connection.execute("DELETE FROM records WHERE kind = ? AND key = ?", (kind, key))
                total -= size

    def size(self) -> CacheSize:
        """What the cache holds; nothing where it cannot be used."""
        counts: dict[str, int] = {}
        with self._guarded():
            if self._connection is not None:
                counts = dict(self._connection.execute("SELECT kind, COUNT(*) FROM records GROUP BY kind").fetchall())
        total = 0
        for file in self.path.parent.glob(FILE + "*"):
            with contextlib.suppress(OSError):
                total += file.stat().st_size
        return CacheSize(self.path, total, counts.get("analysis", 0), counts.get("comparison", 0))

    def clear(self) -> int:
        """Remove everything, also damaged files that were moved aside.

        Returns:
            The number of records removed.

        Raises:
            NotSaved: Something could not be removed, or stays in the file while another process uses it.
        """
        failed: list[str] = []
        removed = 0
        with self._guarded():
            if self._connection is not None:
                removed = emptied(self._connection)
        for file in self.path.parent.glob(FILE + "*.damaged"):
            try:
                file.unlink()
            except OSError as error:
                failed.append(f"{file}: {reason(error)}")
        if failed:
            raise NotSaved("Not everything could be removed: " + "; ".join(failed) + ".")
        return removed


def _full(key: str) -> str:
    return f"{records.SIGNATURE}:{key}"
