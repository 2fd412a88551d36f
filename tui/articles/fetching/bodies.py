"""The bytes of an answer, unpacked and bounded: a small packed answer may stand for gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterable

from tui.articles.decoding import Unreadable
from tui.articles.fetching.answers import MEGABYTE, Passing

ACCEPTED = "gzip"
"""What the program asks for; zlib unpacks it piece by piece within a bound."""
_AUTOMATIC = zlib.MAX_WBITS | 32
"""Makes zlib tell gzip and zlib heads apart."""
_NONE = ("", "identity")


class Body:
    """Takes the pieces of an answer and keeps no more than a number of bytes."""

    def __init__(self, encoding: str, most: int, *, cut: bool = False) -> None:
        """Starts empty.

        Args:
            encoding: the header ``Content-Encoding``.
            most: bytes after unpacking.
            cut: whether more bytes are left away without a word; otherwise they are a trouble.

        Raises:
            Unreadable: the answer is packed in a way that was not asked for.
        """
        encoding = encoding.strip().lower()
        if encoding not in (*_NONE, "gzip", "x-gzip", "deflate"):
            raise Unreadable(f"The server packed the page in a way that was not asked for ({encoding[:40]}).")
        self._unpacker = None if encoding in _NONE else zlib.decompressobj(_AUTOMATIC)
        self._packed = self._unpacker is not None
        self._most = most
        self._cut = cut
        self._kept = bytearray()
        self.full = False
        """Whether the bound is reached and nothing more is kept."""

    def take(self, piece: bytes) -> None:
        """Adds a piece.

        Raises:
            Unreadable: there are too many bytes, or they cannot be unpacked.
        """
        while piece and not self.full:
            piece = self._unpacked(piece)
            if len(self._kept) > self._most:
                if not self._cut:
                    raise too_large(self._most)
                self.full = True

    def _unpacked(self, piece: bytes) -> bytes:
        """Keeps what a piece holds, up to just above the bound; gives what is still to be unpacked."""
        room = self._most + 1 - len(self._kept)
        if self._unpacker is None:
            self._kept += piece[:room]
            return b""
        try:
            self._kept += self._unpacker.decompress(piece, room)
        except zlib.error as error:
            raise Unreadable("The page was packed wrongly and cannot be read.") from error
        if self._unpacker.eof:
            rest = self._unpacker.unused_data
            # Some servers send several packed parts one after the other; anything else behind the end is padding.
            if not rest.startswith(b"\x1f\x8b"):
                return b""
            self._unpacker = zlib.decompressobj(_AUTOMATIC)
            return rest
        return self._unpacker.unconsumed_tail

    def whole(self) -> bytes:
        """All bytes.

        Raises:
            Passing: the packed bytes ended too early.
        """
        if self._packed and not self.full and self._unpacker and not self._unpacker.eof and self._kept:
            raise Passing("The page ended before it was complete.")
        return bytes(self._kept[: self._most])


async def read_body(pieces: AsyncIterable[bytes], body: Body) -> bytes:
    """Reads an answer to its end or to the bound.

    Raises:
        Unreadable: there are too many bytes, they cannot be unpacked, or they ended too early.
    """
    async for piece in pieces:
        body.take(piece)
        if body.full:
            break
    return body.whole()


def too_large(most: int) -> Unreadable:
    """The trouble with an answer above a number of bytes."""
    return Unreadable(f"The page is larger than {most / MEGABYTE:.0f} MB; it was not read.")
