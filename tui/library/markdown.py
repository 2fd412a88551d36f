"""Words from outside as Markdown (CommonMark) that shows exactly them."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_LIST = re.compile(r"^(\s*)([-+=])")
_NUMBERED = re.compile(r"^(\s*\d+)([.)])")


def escaped(line: str) -> str:
    """One line with a backslash before every sign that Markdown would read as its own; after a number, its dot."""
    return _NUMBERED.sub(r"\1\\\2", _LIST.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", line)))
