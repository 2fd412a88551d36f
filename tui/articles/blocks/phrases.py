"""The set phrases of news pages, read from ``phrases.txt`` beside this module, where they can be read and amended."""

from __future__ import annotations

from pkgutil import get_data

from tui.articles.agencies import agencies

LONGEST_NOTICE = 600
"""Code points up to which a line that begins like a notice is one."""


def _sections() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (get_data(__package__, "phrases.txt") or b"").decode().splitlines():
        if line.startswith("[") and line.endswith("]"):
            current = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("# "):
            current.append(line)
    return {name: tuple(phrases) for name, phrases in found.items()}


_SECTIONS = _sections()
WHOLE_LINES = frozenset(_SECTIONS["whole lines"])
WEAK_LINES = frozenset(_SECTIONS["weak lines"])
OPENINGS = _SECTIONS["openings"]
LIST_ANCHORS = frozenset(_SECTIONS["related"])
AGENCIES = frozenset(agencies())
"""Signs of news agencies, in lower case."""
NETWORKS = _SECTIONS["networks"]
INVITATIONS = _SECTIONS["invitations"]
