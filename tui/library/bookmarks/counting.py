"""Telling apart places with the same words by their order, where their surroundings cannot.

Captions and refrains stand in an article many times with the same neighbours. Edits shift neighbouring places by nearly
the same distance, so the places of before and after are matched in order with the least change of shift; a place that
is left over is the one that was deleted.
"""

from __future__ import annotations

from collections.abc import Sequence

MOST_PLACES = 24
"""More places than this are not matched: the work grows with the fourth power of their number."""


def match_places(before: Sequence[int], after: Sequence[int], length: int) -> list[int | None]:
    """For each former place the present one, None for a place that is gone.

    As many places as possible are matched, in order; among the ways to do that, the one in which the shift between
    former and present place changes least along the text; a place that is gone may take its own length along.

    Args:
        before: Offsets in the former text, ascending.
        after: Offsets in the present text, ascending.
        length: Characters of the words.
    """
    wanted = min(len(before), len(after))
    if not wanted or max(len(before), len(after)) > MOST_PLACES:
        return [None] * len(before)
    # best[(i, j)]: matches and cost of the best chain that ends with before[i] at after[j], and the pair before it.
    best: dict[tuple[int, int], tuple[int, int, tuple[int, int] | None]] = {}
    for i, old in enumerate(before):
        for j, new in enumerate(after):
            shift = new - old
            choice: tuple[int, int, tuple[int, int] | None] = (-1, _change(shift, i * length), None)
            for (k, m), (count, cost, _) in best.items():
                if k < i and m < j:
                    change = _change(shift - (after[m] - before[k]), (i - k - 1) * length)
                    choice = min(choice, (count - 1, cost + change, (k, m)), key=lambda one: one[:2])
            best[i, j] = choice
    end: tuple[int, int] | None = min(best, key=lambda pair: best[pair][:2])
    matched: list[int | None] = [None] * len(before)
    while end is not None:
        matched[end[0]] = after[end[1]]
        end = best[end][2]
    return matched


def _change(shift: int, gone: int) -> int:
    """What of a shift is not explained by so many characters that are gone; that they are costs a little too."""
    return min(abs(shift), abs(shift + gone) + gone // 4)
