"""Zip archives opened within bounds: nothing is written to disk, and no member can grow beyond what was allowed.

The bounds are those that a bomb breaks and a collection of articles does not: text packs to a fifth, rarely to a
fiftieth of its size.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.articles.decoding import Unreadable

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MOST_MEMBERS = 50_000
"""Entries of an archive beyond which it is not opened; the list alone would fill the memory."""
MOST_UNPACKED = 256 * 1024 * 1024
"""Bytes that all members of an archive may have together, those of archives within it included."""
HIGHEST_RATIO = 100
"""How many times a member may grow when it is unpacked."""
FREE_SIZE = 1024 * 1024
"""Bytes up to which a member may have any ratio."""

_STORED, _DEFLATED = 0, 8
# bzip2 and LZMA are left out: zipfile unpacks whole blocks of them before it looks at a bound, 5 GB from 4 kB.
_ENTRY = b"PK\x01\x02"


@dataclass(slots=True)
class Budget:
    """What may still be unpacked."""

    left: int = field(default_factory=lambda: MOST_UNPACKED)
    members: int = field(default_factory=lambda: MOST_MEMBERS)
    """Entries of all archives within archives together."""


_CURRENT: ContextVar[Budget | None] = ContextVar("budget", default=None)


@contextmanager
def sharing(budget: Budget) -> Iterator[None]:
    """While it lasts, documents that are archives themselves draw on this budget."""
    token = _CURRENT.set(budget)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def current_budget() -> Budget:
    """The budget of the archive in which a document lies, or one of its own."""
    return _CURRENT.get() or Budget()


def opened(data: bytes, budget: Budget) -> ZipFile:
    """The archive behind bytes.

    Raises:
        Unreadable: it is damaged, or it has too many entries, together with those opened before.
    """
    # 15 ms to import.
    from zipfile import ZipFile

    # An empty archive counts too: opening one takes time.
    budget.members -= data.count(_ENTRY) + 1
    if budget.members < 0:
        raise Unreadable(f"The archive has more than {MOST_MEMBERS:,} entries; it was not read.")
    try:
        return ZipFile(io.BytesIO(data))
    except Exception as error:  # zipfile lets errors of several kinds through for damaged lists
        raise Unreadable("The archive is damaged: its list of entries cannot be read.") from error


def unpacked(archive: ZipFile, member: ZipInfo, budget: Budget) -> bytes:
    """The bytes of a member.

    Raises:
        Unreadable: it is damaged, protected, packed in an unusual way, or too large.
    """
    if member.flag_bits & 0x1:
        raise Unreadable("It is protected by a password.")
    if member.compress_type not in (_STORED, _DEFLATED):
        raise Unreadable("It is packed in a way that is not supported; only deflate is.")
    if member.file_size > FREE_SIZE and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1):
        raise Unreadable(f"It would grow more than {HIGHEST_RATIO} times when unpacked; it was not.")
    if member.file_size > budget.left:
        raise Unreadable(f"The archive holds more than {MOST_UNPACKED // 1024**2} MB; the rest was not unpacked.")
    try:
        with archive.open(member) as stream:
            data = stream.read(member.file_size + 1)
    except Exception as error:  # damaged data raises errors of zipfile, zlib and struct
        raise Unreadable("It is damaged and cannot be unpacked.") from error
    budget.left -= len(data)
    return data
