"""Bytes become text: byte-order marks, UTF-8, UTF-16 and the one-byte character sets of older German files.

UTF-8 is tried first because it refuses almost everything that is not UTF-8; guessing is left for what remains.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from tui.articles.patterns import pattern

BINARY_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a rich text document (RTF)"),
)
"""First bytes by which a file is known not to be text, and the words for it."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
"""Bytes from which an encoding is told."""
_GERMAN_1252 = frozenset("äöüÄÖÜßéèêáàâçñ„“”‚‘’–—…«»€§°·©®\u00a0\u00ad²³½¼×´".encode("cp1252"))
"""Bytes above 127 that German text in Windows-1252 is made of."""

_PARTED_WORD = pattern(rb"[a-z][\x84\x94\x81][a-z]")
"""A quotation mark of Windows-1252 inside a word, where the sets of DOS have ä, ö and ü."""


_MAC_A = pattern(rb"[a-z]\x8a[a-z]")
_MAC_UMLAUT = pattern(rb"(?<=[A-Za-z])[\x8a\x9a\x9f\xa7](?=[a-z])")
_WINDOWS_UMLAUT = pattern(rb"(?<=[A-Za-z])[\xe4\xf6\xfc\xdf](?=[a-z])")
"""Umlauts and ß inside of words, in the sets of the Macintosh and of Windows."""


_NO_SETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
"""Codecs for names and programs; the first two take quadratic time."""


class Unreadable(Exception):
    """A source that cannot be read as text; ``sentence`` says why in plain words."""

    def __init__(self, sentence: str) -> None:
        """Keeps the sentence for the reader of the program."""
        super().__init__(sentence)
        self.sentence = sentence


class Decoded(NamedTuple):
    """A text and how it was read."""

    text: str
    encoding: str
    replaced: int = 0
    """How many characters could not be read and stand as U+FFFD."""


def decode(data: bytes) -> Decoded:
    """Decodes a file; the byte-order mark is dropped, line ends are kept.

    Raises:
        Unreadable: the bytes are empty, binary, or hold only white space.
    """
    if not data:
        raise Unreadable("The file is empty.")
    for mark, words in BINARY_MARKS:
        if data.startswith(mark):
            raise Unreadable(f"This is {words}, not a text.")
    decoded = _decode(data)
    if not decoded.text or decoded.text.isspace():
        raise Unreadable("The file holds nothing but white space.")
    return decoded


def _decode(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _forgiving(data[len(mark) :], encoding)
    wide = _wide_encoding(data[:_SAMPLE])
    if wide:
        return _forgiving(data, wide)
    if _mostly_control(data[:_SAMPLE]):
        raise Unreadable("This is a binary file, not a text.")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if b"\0" in data[:_SAMPLE]:
        raise Unreadable("This is a binary file, not a text.")
    return _one_byte(data)


def _forgiving(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    # One-byte sets have no U+FFFD; a wide text may hold some of its own.
    own = data.count("\ufffd".encode(encoding)) if encoding.startswith("utf") else 0
    return Decoded(text, encoding, text.count("\ufffd") - own)


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a byte-order mark: Latin letters leave every second byte zero."""
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.5 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.5 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _mostly_control(sample: bytes) -> bool:
    """Whether more than a tenth of the bytes are control characters that no text uses."""
    kept = sample.translate(None, bytes(set(range(32)) - {8, 9, 10, 11, 12, 13, 27}))
    return len(sample) - len(kept) > len(sample) / 10


def _one_byte(data: bytes) -> Decoded:
    """A text that is not UTF-8: damaged UTF-8 if most of it is, else a one-byte character set."""
    text = data.decode("utf-8", errors="replace")
    replaced = text.count("\ufffd")
    multibyte = sum(byte >= 0xC2 for byte in data[:_SAMPLE]) if replaced < 1000 else 0
    if multibyte > 10 * replaced:
        return Decoded(text, "utf-8", replaced)
    if _is_macintosh(data):
        return _forgiving(data, "mac_roman")
    if _is_windows(data):
        return _forgiving(data, "cp1252")
    encoding = _guess(data)
    return _forgiving(data, encoding)


def _is_windows(data: bytes) -> bool:
    """Whether the odd bytes are mostly those of German in Windows-1252, and no low quotation mark parts a word.

    A guess by frequency takes a short text with one foreign letter for a Chinese one. In the sets of DOS the umlauts
    stand where Windows has quotation marks.
    """
    odd = data[:_SAMPLE].translate(None, bytes(range(128))) or data.translate(None, bytes(range(128)))[:_SAMPLE]
    german = sum(byte in _GERMAN_1252 for byte in odd)
    return 2 * german >= len(odd) and not _PARTED_WORD.search(data)


def _is_macintosh(data: bytes) -> bool:
    """Whether the umlauts are those of old Macintosh files.

    Guesses by frequency take them for Windows. There ä is a capital Š, which no language writes inside of a small
    word, and the other bytes are rare too; the umlauts of Windows must hardly occur.
    """
    inside = len(_MAC_UMLAUT.findall(data, 0, _SAMPLE)) or len(_MAC_UMLAUT.findall(data))
    if inside < 3 or not _MAC_A.search(data):
        return False
    return inside > 3 * len(_WINDOWS_UMLAUT.findall(data))


def _guess(data: bytes) -> str:
    """The character set that charset-normalizer thinks most likely, from a sample around the first odd byte."""
    # Costs about 30 ms to import, and most files are UTF-8.
    from charset_normalizer import from_bytes

    first = next((index for index, byte in enumerate(data) if byte > 127), 0)
    start = max(0, first - 1024)
    matches = from_bytes(data[start : start + _SAMPLE])
    names = [match.encoding for match in matches]
    if not names:
        raise Unreadable("This is a binary file, or a text in an unknown character set.")
    # Several one-byte sets often fit equally well; in German files the Windows one is by far the most frequent.
    return "cp1252" if "cp1252" in names else names[0]


def text_codec(declared: str | None) -> str | None:
    """The name of the codec for a character set that a document declares; None where that is none of a text's."""
    try:
        known = codecs.lookup(declared or "")
    except (LookupError, ValueError):
        return None
    # Some codecs make bytes of bytes.
    return known.name if known.name not in _NO_SETS and getattr(known, "_is_text_encoding", True) else None
