"""Words from outside on their way into a document that may end on a terminal: nothing in them is obeyed.

Unlike on the screen, spaces of all kinds stay what they are, because a document is also read by programs.
"""

from __future__ import annotations

import re

from tui.articles.display import PICTURES

_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """The text of the same length, its control and reordering characters made visible; tab and line feed stay."""
    return _OBEYED.sub(lambda found: PICTURES.get(ord(found[0]), "\ufffd"), text)
