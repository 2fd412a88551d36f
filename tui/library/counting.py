"""Counts with their nouns, as commands, reports, bars and lists write them."""

from __future__ import annotations


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun.

    Args:
        count: How many, written with commas between thousands.
        one: The noun for one.
        many: The noun for any other number, where it is not ``one`` with an s.
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"
