"""One tab for each fact of the sentence: its number, and a sign where the sources differ on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.reader.comparison.groups import Group
from tui.reader.icons import Icons


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab on its line."""

    index: int
    """Which of the facts it stands for; -1 for the sign that there are further ones."""
    words: str
    style: str
    first: int
    """Cell at which it begins."""

    @property
    def after(self) -> int:
        """Cell after its last one."""
        return self.first + len(self.words)


def tabs(groups: Sequence[Group], chosen: int, width: int, signs: Icons) -> tuple[Tab, ...]:
    """The tabs that fit beside one another, the chosen one among them.

    Args:
        groups: The facts of the sentence, in order.
        chosen: Index of the fact that is shown.
        width: Cells of the line.
        signs: The icon set; each of its signs is one cell wide.
    """
    words = [_words(group, number, signs) for number, group in enumerate(groups, 1)]
    # Room for the signs of further tabs at both ends is always kept.
    room = width if sum(map(len, words)) <= width else width - 4
    first, last = 0, chosen + 1
    while first < chosen and sum(map(len, words[first:last])) > room:
        first += 1
    while last < len(words) and sum(map(len, words[first : last + 1])) <= room:
        last += 1
    shown = [(index, words[index]) for index in range(first, last)]
    if first:
        shown.insert(0, (-1, f" {signs.ellipsis}"))
    if last < len(words):
        shown.append((-1, f"{signs.ellipsis} "))
    made: list[Tab] = []
    for index, item in shown:
        style = "tab-chosen" if index == chosen else "tab-conflict" if signs.conflict in item else "tab"
        if index == chosen:
            item = f"[{item[1:-1]}]"
        made.append(Tab(index, item, style, made[-1].after if made else 0))
    return tuple(made)


def _words(group: Group, number: int, signs: Icons) -> str:
    sign = signs.conflict if group.conflicts else signs.compatible if group.compatible else ""
    return f" {number}{sign} "
