"""What becomes of an address that was to be added; told one by one, as it happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tui.library.adding.storing import Kept

State = Kept | Literal["asked", "came", "known", "failed", "note"]


@dataclass(frozen=True, slots=True)
class Landed:
    """What became of an address."""

    state: State
    """``asked`` and ``came``: something is on its way, and is so no more; ``known``: it was taken earlier and not asked
    for again; ``failed``: it could not be had; ``note``: something to know about a feed."""
    address: str
    name: str = ""
    """Of the article's file."""
    title: str = ""
    sentence: str = ""
    """What went wrong, or the note."""


Tell = Callable[[Landed], None]
