"""How words of a page are written down: one kind of space, nothing that hides or reorders, one Unicode form."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HIDING = re.compile("[\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
LONGEST_VALUE = 500
"""Code points that are kept of a title, a name or another field of a page's description."""


def plain(text: str) -> str:
    """The text with single plain spaces, without soft hyphens, zero-width and bidirectional marks, in NFC."""
    return unicodedata.normalize("NFC", " ".join(_HIDING.sub("", text).split()))


def shown(element: HtmlElement) -> str:
    """The words of a small part of a page, those of its elements apart: line breaks part words as well."""
    return plain(" ".join(element.itertext()))


def value(text: object) -> str | None:
    """A field of a description as words: entities resolved, tags taken out, cut to `LONGEST_VALUE`; None if empty."""
    if not isinstance(text, str):
        return None
    return plain(_TAG.sub(" ", unescape(unescape(text[: 4 * LONGEST_VALUE]))))[:LONGEST_VALUE].strip() or None
