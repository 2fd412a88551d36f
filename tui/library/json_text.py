"""Values as JSON in which no character can steer a terminal, reorder what is read or end a line."""

from __future__ import annotations

import json
import re

_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0001-\U000e007f]")


def json_line(value: object, *, compact: bool = False) -> str:
    """One line of JSON; what reads it gets every character back, halves of surrogate pairs included."""
    return _safe(json.dumps(value, ensure_ascii=False, separators=(",", ":") if compact else None))


def json_page(value: object) -> str:
    """JSON on indented lines, for people too."""
    return _safe(json.dumps(value, ensure_ascii=False, indent=1)) + "\n"


def _safe(text: str) -> str:
    # Such characters stand only within strings, where their escapes mean the same.
    return _ESCAPED.sub(lambda found: json.dumps(found[0])[1:-1], text)
