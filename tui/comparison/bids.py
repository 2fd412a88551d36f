"""What is asked, what is offered, what came of it: "forderten 7 Prozent", "boten 3 Prozent", "einigten sich auf 5"."""

from __future__ import annotations

import re

from tui.comparison.around import clause_of
from tui.comparison.stated import Stated
from tui.language.model import Value

_BID = re.compile(r"\b\w*(?:(?P<asked>forder|verlang)|angebot|gebot|offerte|bietet|boten?\b)\w*", re.IGNORECASE)
"""In a clause: its sum is asked or offered, and may change before it is agreed."""

_WOULD = re.compile(r"\b(?:würde|soll|könnte|will|woll|möchte)\w*", re.IGNORECASE)
"""In a clause: the sum is not agreed yet."""


def bid_of(stated: Stated, value: Value) -> str:
    """Whether a sum or share is ``asked`` or ``offered``; empty where neither is said."""
    found = _BID.search(clause_of(stated, value)) if value.kind in ("money", "percent") else None
    return "" if found is None else "asked" if found["asked"] else "offered"


def is_not_agreed(stated: Stated, value: Value) -> bool:
    """Whether a sum or share is one that somebody would or shall pay."""
    return _WOULD.search(clause_of(stated, value)) is not None


def are_of_two_bids(first: Stated, one: Value, second: Stated, other: Value) -> bool:
    """Whether of two sums or shares one is asked and the other is offered or agreed, or one offered and one agreed.

    Args:
        first: A mention.
        one: A value in it.
        second: A mention in another article.
        other: A value in that.
    """
    sides = ((first, one), (second, other))
    bids = [bid_of(*side) for side in sides]
    if bids[0] == bids[1]:
        return False
    return all(bid or not is_not_agreed(*side) for bid, side in zip(bids, sides, strict=True))
