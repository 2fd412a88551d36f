"""A file of JSON objects, one a line, that only grows: the form of bookmarks and decisions.

A line is appended with one write and synced under a lock, so that a writer killed at any moment loses at most its own
line, and two readers never mix theirs. What cannot be read is kept, skipped and reported with its number.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.library.atomic import NotSaved, locked, reason, sync_folder
from tui.library.json_text import json_line

Record = Mapping[str, Any]
"""One line, decoded."""

VERSION = 1
"""Version of the lines this program writes, in their field ``v``."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that could be read, with its number from 1."""

    number: int
    record: Record
    raw: bytes


@dataclass(frozen=True, slots=True)
class DamagedLine:
    """A line that could not be read; it stays in the file as it is."""

    number: int
    sentence: str
    raw: bytes

    def __str__(self) -> str:
        """The sentence with the line's number."""
        return f"line {self.number} {self.sentence}"


@dataclass(frozen=True, slots=True)
class Lines:
    """What a file holds."""

    lines: tuple[Line, ...] = ()
    damaged: tuple[DamagedLine, ...] = ()
    newer: int = 0
    """Number of lines written by a newer version of the program; they are left alone."""


TOLD = 3
"""So many damaged lines are told one by one, more of them in one sentence."""


def told(what: str, damaged: Sequence[DamagedLine], newer: int) -> tuple[str, ...]:
    """What to tell the reader of lines that are not used, in sentences; ``what`` they hold begins each."""
    said = [f"{what}: {line}; it is kept and skipped." for line in damaged]
    if len(said) > TOLD:
        # A file that something else wrote over is one trouble, not hundreds of them.
        said = [f"{what}: {len(said)} lines cannot be read ({damaged[0]}, …); they are kept and skipped."]
    if newer:
        lines = "1 line is" if newer == 1 else f"{newer} lines are"
        said.append(f"{what}: {lines} from a newer version of lesart and not shown.")
    return tuple(said)


def encode(record: Record) -> bytes:
    """One line with its line feed."""
    return json_line(record, compact=True).encode() + b"\n"


def append(path: Path, records: Sequence[Record]) -> None:
    """Append records as lines, with one write, and return when the disk has them.

    A half line that a killed writer left is closed first, so that it never swallows a new one.

    Raises:
        NotSaved: The file cannot be locked or written; it then stands as before.
    """
    data = b"".join(encode({"v": VERSION, **record}) for record in records)
    if not data:
        return
    with locked(path):
        try:
            _append(path, data)
        except OSError as error:
            raise NotSaved(f"{path} cannot be written: {reason(error)}.") from error


def _append(path: Path, data: bytes) -> None:
    new = not path.exists()
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(path, flags, 0o600)
    try:
        size = os.lseek(handle, 0, os.SEEK_END)
        if size:
            os.lseek(handle, size - 1, os.SEEK_SET)
            if os.read(handle, 1) != b"\n":
                data = b"\n" + data
        if os.write(handle, data) != len(data):
            # A full disk takes a part of the bytes: the part is removed, so that no half line remains.
            with contextlib.suppress(OSError):
                os.ftruncate(handle, size)
            raise OSError(28, "No space left on the device")
        os.fsync(handle)
    finally:
        os.close(handle)
    if new:
        sync_folder(path.parent)


def read(path: Path) -> Lines:
    """Read all lines of a file; a missing file has none.

    Raises:
        NotSaved: The file is there but cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Lines()
    except OSError as error:
        raise NotSaved(f"{path} cannot be read: {reason(error)}.") from error
    return parse(data)


def parse(data: bytes) -> Lines:
    """Read all lines of a file's contents; empty lines are skipped, damaged ones reported."""
    good: list[Line] = []
    damaged: list[DamagedLine] = []
    newer = 0
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not raw.strip():
            continue
        try:
            record = json.loads(raw.decode())
        except UnicodeDecodeError:
            damaged.append(DamagedLine(number, "is not valid UTF-8", raw))
            continue
        except (ValueError, RecursionError):
            damaged.append(DamagedLine(number, "is not a complete JSON object", raw))
            continue
        if not isinstance(record, dict):
            damaged.append(DamagedLine(number, "is not a JSON object", raw))
            continue
        version = record.get("v", VERSION)
        if not isinstance(version, int) or isinstance(version, bool):
            damaged.append(DamagedLine(number, "has a version that is not a whole number", raw))
        elif version > VERSION:
            newer += 1
        else:
            good.append(Line(number, record, raw))
    return Lines(tuple(good), tuple(damaged), newer)
