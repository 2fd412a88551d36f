"""The signs that the reader draws, in a Unicode set and an ASCII set.

A sign is always one cell wide, so that both sets lay out alike.
"""

from __future__ import annotations

from typing import NamedTuple


class Icons(NamedTuple):
    """One sign for each thing that is marked on the screen."""

    cursor: str
    """Beside the sentence that is being read."""
    rule: str
    """Beside a sentence that other sources state too."""
    bookmark: str
    conflict: str
    quote: str
    """Beside the line in which a quotation begins."""
    folded: str
    here: str
    """The article that is open, the row that is chosen."""
    read: str
    ellipsis: str
    compatible: str
    says: str
    """Between a speaker and the words."""
    speaker: str
    """Before a speaker's name, right of the words."""
    shades: tuple[str, str, str, str]
    """Coverage in the minimap, from no other source to many."""
    line: str
    dot: str
    open: str
    """Before a branch whose leaves are shown."""
    closed: str
    stated: str
    """In the matrix: the source states the fact."""
    agree: str
    """Between quotations that are the same one."""
    folder: str
    """Before a folder of the library."""
    marks: tuple[str, str] = ("„", "“")
    """Before and after words that are quoted, as German writes them."""

    def quoted(self, words: str) -> str:
        """Words of a text, marked as such; what was typed, and the program's own words, stand in “ ”."""
        return f"{self.marks[0]}{words}{self.marks[1]}"


UNICODE = Icons(
    "▌",
    "│",
    "◆",
    "!",
    "„",
    "…",
    "▶",
    "✓",
    "…",
    "≈",
    "⟩",
    "⟨",
    (" ", "░", "▒", "▓"),
    "─",
    "·",
    "▾",
    "▸",
    "●",
    "=",
    "□",
)
ASCII = Icons(
    "#",
    "|",
    "+",
    "!",
    '"',
    ":",
    ">",
    "x",
    "~",
    "=",
    ">",
    "<",
    (" ", ".", ":", "#"),
    "-",
    "-",
    "v",
    ">",
    "o",
    "=",
    "/",
    ('"', '"'),
)


IN_ASCII = str.maketrans(
    {
        "…": "...", "·": "-", "–": "-", "“": '"', "”": '"', "„": '"', "≈": "=", "⟩": ">", "⟨": "<", "×": "x",
        "⇧": "shift+", "↓": "down", "↑": "up", "←": "left", "→": "right", "Ü": "shift+ue",
    }
)  # fmt: skip
"""Signs in the program's own words, for terminals that show ASCII alone."""


def icons(name: str) -> Icons:
    """The set called ``ascii``, else the Unicode set."""
    return ASCII if name == "ascii" else UNICODE
