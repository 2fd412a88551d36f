"""Pairs two lists of quotations so that the sum of their token F1 is largest.

The assignment is found by shortest augmenting paths (Jonker & Volgenant 1987), in plain Python: documents have some
dozens of quotations, and the benchmark should need nothing that the program does not.
"""

from __future__ import annotations

from collections.abc import Sequence

Kinded = tuple[str, frozenset[int]]
"""A kind and numbers of tokens."""

SAME_KIND = 0.01
"""What a pair of one kind is better by than one of two."""


def pairs(gold: Sequence[Kinded], found: Sequence[Kinded]) -> dict[int, int]:
    """For each of the first list its partner in the second; who shares no token with anybody has none."""
    if not gold or not found:
        return {}
    turned = len(gold) > len(found)
    rows, columns = (found, gold) if turned else (gold, found)
    gains = [[_gain(row, column) for column in columns] for row in rows]
    chosen = _assigned(gains)
    kept = [(row, column) for row, column in enumerate(chosen) if gains[row][column] > 0]
    return {column: row for row, column in kept} if turned else dict(kept)


def _gain(one: Kinded, other: Kinded) -> float:
    both = len(one[1] & other[1])
    if not both:
        return 0.0
    return 2 * both / (len(one[1]) + len(other[1])) + (SAME_KIND if one[0] == other[0] else 0.0)


def _assigned(gains: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row; there are at least as many columns as rows."""
    height, width = len(gains), len(gains[0])
    row_price, column_price = [0.0] * (height + 1), [0.0] * (width + 1)
    row_of = [0] * (width + 1)
    for row in range(1, height + 1):
        row_of[0] = row
        column = 0
        least = [float("inf")] * (width + 1)
        came = [0] * (width + 1)
        done = [False] * (width + 1)
        while row_of[column]:
            done[column] = True
            here, step, following = row_of[column], float("inf"), 0
            for other in range(1, width + 1):
                if done[other]:
                    continue
                cost = -gains[here - 1][other - 1] - row_price[here] - column_price[other]
                if cost < least[other]:
                    least[other], came[other] = cost, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(width + 1):
                if done[other]:
                    row_price[row_of[other]] += step
                    column_price[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            row_of[column] = row_of[came[column]]
            column = came[column]
    chosen = [0] * height
    for column in range(1, width + 1):
        if row_of[column]:
            chosen[row_of[column] - 1] = column - 1
    return chosen
