"""Bytes of a page become a tree, within bounds: hostile or huge markup is refused in a sentence before it costs much.

The parser is libxml2's for HTML, which recovers from anything, loads nothing, knows no entities of a page's own, and
cuts markup that is nested more than 256 deep.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.articles.decoding import Unreadable, decode, text_codec

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_PAGE = 32 * 1024 * 1024
"""Bytes beyond which a page is refused; pages saved with their pictures inside are up to some ten million."""
LONGEST_MARKUP = 6 * 1024 * 1024
"""Code points of markup, pictures and programs taken out, beyond which no article is looked for."""
MOST_TAGS = 120_000
"""Tags beyond which no article is looked for; the longest live blogs have a quarter of that."""

_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,400}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_HEAD = 4_096
"""Bytes in which a character set is declared; browsers look at the first 1,024."""
_LATIN = frozenset({"iso8859-1", "latin-1", "ascii", "iso8859-15"})
"""Sets for which pages in Windows-1252 pass themselves off, so that browsers read them as that."""
_EMBEDDED = re.compile(r"data:[a-z]+/[\w.+-]+;(?:charset=[\w-]+;)?base64,[A-Za-z0-9+/=\s%]{200,}", re.IGNORECASE)
_OPENING = re.compile(r"<!--|<(script|style|svg|template|iframe|object|textarea)\b", re.IGNORECASE)
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:)\s*(https?://[^\s>]{4,2000})"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));?")


@dataclass(frozen=True, slots=True)
class Markup:
    """A page that was taken apart."""

    root: HtmlElement
    scripts: tuple[str, ...]
    """The structured data, JSON-LD as it stands."""
    address: str | None
    """Where a browser that saved the page says that it came from."""
    replaced: int = 0
    """How many characters could not be read."""
    encoding: str = "utf-8"


def parse(page: bytes | str) -> Markup:
    """The tree of a page.

    Args:
        page: the page; bytes in any of the character sets that pages come in.

    Raises:
        Unreadable: the page is empty, binary, too long, or holds too many tags.
    """
    if len(page) > LONGEST_PAGE:
        raise Unreadable(f"The page is larger than {LONGEST_PAGE // 1024**2} MB; it was not read.")
    text, encoding, replaced = (page, "utf-8", 0) if isinstance(page, str) else _decoded(page)
    saved = _SAVED_FROM.search(text, 0, 4_000)
    text, scripts = _without_programs(_EMBEDDED.sub("data:,", text))
    if len(text) > LONGEST_MARKUP or text.count("<") > MOST_TAGS:
        raise Unreadable("The page holds more markup than any article has; it was not read.")
    # 50 ms to import.
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        sound = _REFERENCE.sub(_referred, _CONTROL.sub(_as_windows, text))
        root = html.document_fromstring(sound.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Unreadable("The page holds no markup that can be read.") from error
    return Markup(root, tuple(scripts), saved.group(1) if saved else None, replaced, encoding)


def _as_windows(found: re.Match[str]) -> str:
    """A control character as browsers read it: those above 127 as Windows-1252, others as a space."""
    code = ord(found.group())
    return (bytes((code,)).decode("cp1252", "ignore") or " ") if 0x80 <= code <= 0x9F else " "


def _referred(found: re.Match[str]) -> str:
    """A character given by its number, where the number is that of a control character or of none."""
    code = int(found.group(1), 16) if found.group(1) else int(found.group(2))
    if code > 0x10FFFF or (code < 0x20 and code not in (9, 10, 13)):
        return " "
    # libxml2 2.14 reads 0x85 as browsers do, 2.12 does not; unnumbered it is a line break, which _CONTROL leaves.
    if code == 0x85:
        return "…"
    return _CONTROL.sub(_as_windows, chr(code)) if _CONTROL.match(chr(code)) else found.group()


def _decoded(data: bytes) -> tuple[str, str, int]:
    """Text, character set, and how many characters could not be read: UTF-8 if it is that, else as declared."""
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = _declared(data)
        if encoding and not _is_utf8(data):
            try:
                return data.decode(encoding), encoding, 0
            except (UnicodeDecodeError, LookupError):
                pass
    # In UTF-16 zeros stand between the letters of tags; elsewhere they are damage.
    decoded = decode(data.replace(b"\0", b"") if b"</" in data else data)
    return decoded.text, decoded.encoding, decoded.replaced


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _HEAD)
    if not found:
        return None
    codec = text_codec(found.group(1).decode("ascii", "replace"))
    # A declaration that can be read as ASCII cannot be UTF-16.
    if codec is None or codec.startswith("utf"):
        return None
    return "cp1252" if codec in _LATIN else codec


def _without_programs(text: str) -> tuple[str, list[str]]:
    """The page without comments, scripts, styles and drawings, and the structured data among them; in linear time."""
    kept: list[str] = []
    scripts: list[str] = []
    lowered = text.lower()
    folded = lowered if len(lowered) == len(text) else text
    unclosed: set[str] = set()
    position = 0
    while found := _OPENING.search(text, position):
        kept.append(text[position : found.start()])
        name = (found.group(1) or "").lower()
        opened = folded.find(">", found.end()) + 1 if name else found.end()
        if not opened:
            position = len(text)
            break
        mark = f"</{name}" if name else "-->"
        end = -1 if mark in unclosed else folded.find(mark, opened)
        position = opened
        if end < 0:
            # Without an end only the opening goes: the rest of the page may be the article.
            unclosed.add(mark)
            continue
        if name == "script" and "ld+json" in folded[found.end() : min(opened, found.end() + 1_000)]:
            scripts.append(text[opened:end])
        position = (folded.find(">", end) + 1 or len(text)) if name else end + len(mark)
    kept.append(text[position:])
    return "".join(kept), scripts
