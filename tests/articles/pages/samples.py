"""The made pages: markup as sites write it, with the wanted words marked in it and the wanted description before it.

A file ``*.page`` is a TOML head between lines of ``+++`` and a page. What stands between ⟦ and ⟧ is wanted, one marked
stretch a line; everything else is the page's. The marks are taken out before anything reads the page. Sites, names and
events are invented; the structures are those that such sites have.
"""

from __future__ import annotations

import quopri
import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path

FOLDER = Path(__file__).parent / "samples"
HELD_BACK = 25
"""Pages with a higher number were written when the rules stood, and first read after that."""

_MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_DROPPED = re.compile(r"<(sup)\b[^>]*>.*?</\1>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """A page, the words that are wanted of it, and what is to be known about it."""

    name: str
    layout: str
    marked: str
    title: str
    source: str | None
    authors: tuple[str, ...]
    published: str | None
    url: str | None
    charset: str
    mhtml: bool
    mojibake: bool

    @property
    def held_back(self) -> bool:
        """Whether the rules were finished before the page was written."""
        return int(self.name[:2]) > HELD_BACK

    @cached_property
    def wanted(self) -> tuple[str, ...]:
        """The wanted lines, tags taken out and white space made single; footnote numbers are not wanted."""
        lines = (
            _TAG.sub("", _DROPPED.sub("", re.sub(r"<br\b[^>]*>", " ", found))) for found in _MARKED.findall(self.marked)
        )
        return tuple(" ".join(unescape(line).split()) for line in lines)

    @cached_property
    def data(self) -> bytes:
        """The page as a browser would have got it or saved it."""
        words = self.marked.replace("⟦", "").replace("⟧", "")
        if self.mojibake:
            # As browsers read Windows-1252: the five bytes that have no letter there are control characters.
            words = "".join(_as_browsers_read(byte) for byte in words.encode())
        page = words.encode(self.charset)
        return _mhtml(page, self) if self.mhtml else page


def _as_browsers_read(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _mhtml(page: bytes, known: Page) -> bytes:
    """The page as Chromium saves it: quoted-printable parts, the page first, a style sheet and a frame behind it."""
    rule = b"----MultipartBoundary--f3aQ71----"
    frame = b"<html><body><p>Diese Anzeige wurde in einem Rahmen geladen und gehoert nicht zum Text.</p></body></html>"
    quoted = b"Content-Transfer-Encoding: quoted-printable\r\n"
    parts = [
        b"Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n" + quoted + b""
        b"Content-Location: " + (known.url or "").encode() + b"\r\n\r\n" + quopri.encodestring(page),
        b"Content-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nbody { margin: 0 }",
        b"Content-Type: text/html\r\nContent-ID: <frame-2@mhtml.blink>\r\n" + quoted + b""
        b"Content-Location: https://werbung.example/frame\r\n\r\n" + quopri.encodestring(frame),
    ]
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: " + (known.url or "").encode() + b"\r\n"
        b"Subject: =?utf-8?Q?Seite?=\r\nDate: Tue, 6 Aug 2024 08:11:02 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="' + rule + b'"\r\n\r\n\r\n'
    )
    return head + b"".join(b"--" + rule + b"\r\n" + part + b"\r\n" for part in parts) + b"--" + rule + b"--\r\n"


def read_page(path: Path) -> Page:
    """A made page from its file."""
    _, head, page = path.read_text("utf-8").split("+++\n", 2)
    known = tomllib.loads(head)
    return Page(
        name=path.stem,
        layout=known["layout"],
        marked=page,
        title=known["title"],
        source=known.get("source"),
        authors=tuple(known.get("author", ())),
        published=known.get("published"),
        url=known.get("url"),
        charset=known.get("charset", "utf-8"),
        mhtml=known.get("mhtml", False),
        mojibake=known.get("mojibake", False),
    )


def all_pages() -> list[Page]:
    """Every made page, in the order of their numbers."""
    return [read_page(path) for path in sorted(FOLDER.glob("*.page"))]
