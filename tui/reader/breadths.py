"""How wide terminals are told apart, for the style sheets and for what the bars say."""

from __future__ import annotations

BREADTHS = [
    (0, "-narrow"), (80, "-medium"), (100, "-middle"), (120, "-wide"), (160, "-broad"), (190, "-vast"),
]  # fmt: skip
SIDEBAR = 120
"""Columns from which the sidebar names the articles; on fewer it shows their numbers or nothing."""


def breadth(columns: int) -> str:
    """The class that a terminal of so many columns gives the screen."""
    return next(name for least, name in reversed(BREADTHS) if columns >= least)
