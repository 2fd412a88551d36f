"""Whether the lines of a text are wrapped at a fixed width, and where its paragraphs end then.

A program that wraps breaks a line where the next word would not fit any more; an author breaks it where he likes. So a
break is the program's where the first word below would not have fitted above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Self

from tui.articles.plain import divisions

_FINAL = ".!?:…"
_CLOSERS = "\"'“”‘’»«›‹)]*_ \t\xa0"
_NARROWEST, _WIDEST = 24, 120
"""Code points of the lines in which texts are wrapped: columns of a newspaper, mails, terminals."""
_LEAST_BREAKS = 4
_LONG = 0.6
"""Share of the width from which a line tells something."""
_FULL, _RUNNING, _ENDED = 0.6, 0.3, 0.35
"""Shares of breaks that are a program's, stand before a small letter or behind a line in which a sentence ends, or
follow the end of a sentence."""
_STOP_INSIDE = re.compile(r"[\w)][.!?][\"“”«)]* [\"„»]?[A-ZÄÖÜ]")
_INDENTED = 2
"""Spaces by which the first line of a paragraph is indented."""
_TOO_WIDE = 1.25
"""Widths from which on a line was not wrapped."""
_ITEM = re.compile(r"(?:[-–•*·▪►>]|\d{1,2}[.)])\s")


def ends_sentence(words: str) -> bool:
    """Whether the words end like a sentence, closing quotation marks and brackets left aside."""
    return words.rstrip(_CLOSERS).endswith(tuple(_FINAL))


def is_divided(above: str, below: str) -> bool:
    """Whether a word is divided between two lines."""
    return above.endswith("-") and bool(divisions(f"{above[-2:]}\n{below[:10]}"))


def as_one_line(lines: Sequence[str]) -> str:
    """What lines say, divided words put together."""
    text = "\n".join(lines)
    for start, end in reversed(divisions(text)):
        text = text[:start] + text[end:]
    return text.replace("\n", " ")


class Wrapping(NamedTuple):
    """The width at which a text is wrapped."""

    width: int
    """Code points that most lines do not exceed."""

    @classmethod
    def of(cls, lines: Sequence[tuple[str, bool]]) -> Self | None:
        """The wrapping of a text, None where its lines are paragraphs.

        Args:
            lines: the words of each, and whether an empty line stands before it.
        """
        breaks = [(above, below) for (above, _), (below, blank) in pairwise(lines) if not blank]
        widths = sorted(len(above) for above, _ in breaks)
        if len(breaks) < _LEAST_BREAKS or not _NARROWEST <= widths[int(0.8 * (len(widths) - 1))] <= _WIDEST:
            return None
        found = cls(widths[int(0.8 * (len(widths) - 1))])
        # Short lines end a paragraph or are none, in wrapped texts and in others.
        long = [(above, below) for above, below in breaks if len(above) > _LONG * found.width]
        if len(long) < max(_LEAST_BREAKS, 0.3 * len(lines)):
            return None
        full = sum(found.is_full(above, below) for above, below in long)
        running = sum(below[:1].islower() or _STOP_INSIDE.search(above) is not None for above, below in long)
        ended = sum(ends_sentence(above) for above, _ in long)
        count = len(long)
        return found if full >= _FULL * count and running >= _RUNNING * count and ended < _ENDED * count else None

    def is_full(self, above: str, below: str) -> bool:
        """Whether the first word below would not have fitted above."""
        return len(above) + 1 + len(below.split(None, 1)[0]) > self.width or is_divided(above, below)

    def goes_on(self, above: str, below: str, indented: int) -> bool:
        """Whether a paragraph goes on from one line to the next.

        Args:
            above: a line.
            below: the line that follows it at once.
            indented: spaces by which it begins farther to the right.
        """
        ended = ends_sentence(above)
        if _ITEM.match(below) or (ended and indented >= _INDENTED):
            return False
        wrapped = len(above) <= _TOO_WIDE * self.width and self.is_full(above, below)
        return wrapped or (below[:1].islower() and not ended)
