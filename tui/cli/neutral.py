"""Words from outside on their way to a terminal or a document: nothing in them is obeyed.

Control characters and escapes become pictures of themselves, and marks that reorder text become a replacement sign.
"""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_REORDERING = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """The text of the same length; tab and line feed stay."""
    return _REORDERING.sub("\ufffd", _CONTROL.sub(_picture, text))


def printable(text: str) -> str:
    """The text on one line: tab and line feed become spaces too."""
    return visible(text.replace("\n", " ").replace("\t", " "))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
