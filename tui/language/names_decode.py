"""From scores of tags to names: the best sequence of tags that is a legal one.

Tags say where in a name a word stands (Begin, Inside, End, Single). Words outside names have three tags, because the
words 'deutsch' and 'Nordwerk-Chef', derived from names or holding one, are neither names nor like other words.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

LABELS = ("PER", "ORG", "LOC", "MISC")
OUTSIDE = 3
"""How many of the first tags are outside: plain, derived from a name, compounded with one."""

TAGS = ("O", "O-derived", "O-part", *(f"{place}-{label}" for label in LABELS for place in "BIES"))
_FORBIDDEN = -1e4

Name = tuple[int, int, str]
"""First word, the word after the last, label."""


def may_follow(one: str, other: str) -> bool:
    """Whether a tag may stand directly behind another."""
    open_label = one[2:] if one[0] in "BI" else ""
    continues = other[2:] if other[0] in "IE" else ""
    return open_label == continues


_LEGAL = [[may_follow(one, other) for other in TAGS] for one in TAGS]
_FIRST = [tag[0] not in "IE" for tag in TAGS]
_LAST = [tag[0] not in "BI" for tag in TAGS]


def best_tags(scores: npt.NDArray[np.float32]) -> list[int]:
    """The legal sequence with the highest sum of scores (Viterbi).

    Args:
        scores: (words, tags), log probabilities or unnormalised.
    """
    import numpy as np

    if not len(scores):
        return []
    greedy: list[int] = scores.argmax(1).tolist()
    if _FIRST[greedy[0]] and _LAST[greedy[-1]] and all(_LEGAL[a][b] for a, b in pairwise(greedy)):
        return greedy
    transitions = np.where(np.array(_LEGAL), 0.0, _FORBIDDEN).astype(np.float32)
    best = scores[0] + np.where(_FIRST, 0.0, _FORBIDDEN)
    back = np.empty(scores.shape, np.int64)
    for word in range(1, len(scores)):
        ways = best[:, None] + transitions
        back[word] = ways.argmax(0)
        best = ways.max(0) + scores[word]
    tag = int((best + np.where(_LAST, 0.0, _FORBIDDEN)).argmax())
    tags = [tag]
    for word in range(len(scores) - 1, 0, -1):
        tag = int(back[word, tag])
        tags.append(tag)
    return tags[::-1]


def names_of(tags: Sequence[int]) -> list[Name]:
    """The names that a legal sequence of tags marks."""
    found: list[Name] = []
    begin = 0
    for word, number in enumerate(tags):
        tag = TAGS[number]
        if tag[0] in "BS":
            begin = word
        if tag[0] in "ES":
            found.append((begin, word + 1, tag[2:]))
    return found
