"""Lines with places on pages become paragraphs, in the order in which the document has them.

A paragraph ends at a gap wider than the usual distance of lines, before an indented line, and behind a short line that
ends a sentence; columns and pages are crossed in the midst of a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

GAP = 1.45
"""How many usual distances of lines part two paragraphs."""
SHORT = 0.85
"""Share of the column's width below which a line counts as short."""
LEAST_PAGES = 3
"""Pages on which a line at the edge must stand to be a running head."""

_HYPHENS = ("\x02", "\ufffe", "\u00ad")
"""How PDFium writes the hyphen of a word that is divided between lines."""
_ENDS = re.compile(r"[.!?:…][\"“”«»‘’)\]]*$")
_NUMBER = re.compile(r"\W{0,3}(?:Seite|S\.)?\s*\d{1,4}(?:\s*(?:/|von)\s*\d{1,4})?\W{0,3}")
_SPELT = re.compile(r"(?:und|oder|bzw\.|sowie|bis)\b")
"""Words before which a hyphen stands for a left-out part (Ein- und Ausgang)."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words with their place on a page, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    words: str


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """The paragraphs of a document.

    Args:
        pages: the pieces of lines of each page, in the order of the document.
    """
    heads = _running_heads(pages)
    told: set[str] = set()
    found: list[str] = []
    previous: Line | None = None
    for page in pages:
        lines = _whole_lines(page)
        edges = _edges(lines)
        lines = [line for line in lines if line not in edges or not _repeats(line, heads, told)]
        leading = _leading(lines)
        rights = _rights(lines)
        first = True
        for line in lines:
            if previous is None or _parts(previous, line, leading, rights, first):
                found.append(line.words)
            else:
                found[-1] = _joined(found[-1], line.words)
            previous, first = line, False
    return [words for one in found if (words := " ".join(_clean(one).split()))]


def _whole_lines(pieces: Sequence[Line]) -> list[Line]:
    """Pieces that stand beside each other, such as words in bold, put together."""
    lines: list[Line] = []
    for piece in pieces:
        if not piece.words.strip():
            continue
        last = lines[-1] if lines else None
        height = piece.top - piece.bottom
        if last and _beside(last, piece):
            space = " " if piece.left - last.right > 0.12 * height else ""
            lines[-1] = Line(
                last.left,
                min(last.bottom, piece.bottom),
                piece.right,
                max(last.top, piece.top),
                last.words + space + piece.words,
            )
        else:
            lines.append(piece)
    return lines


def _beside(line: Line, piece: Line) -> bool:
    """Whether a piece goes on where a line stops."""
    height = piece.top - piece.bottom
    shared = min(line.top, piece.top) - max(line.bottom, piece.bottom)
    return shared > 0.4 * min(height, line.top - line.bottom) and -height < piece.left - line.right < 1.5 * height


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance between the feet of two lines."""
    steps = [above.bottom - line.bottom for above, line in pairwise(lines)]
    down = [step for step in steps if 0 < step < 60]
    return median(down) if down else 14.0


def _rights(lines: Sequence[Line]) -> dict[int, float]:
    """How far columns reach to the right, by the left edge of their lines in steps of 20 points."""
    rights: dict[int, float] = {}
    for line in lines:
        place = int(line.left // 20)
        rights[place] = max(rights.get(place, 0.0), line.right)
    return rights


def _parts(previous: Line, line: Line, leading: float, rights: dict[int, float], new_page: bool) -> bool:
    ended = bool(_ENDS.search(previous.words.rstrip()))
    step = previous.bottom - line.bottom
    if new_page or step < -leading:
        # The next column or page.
        return ended
    if step > GAP * leading:
        return True
    if not ended:
        return False
    indented = line.left - previous.left > 0.5 * leading
    width = rights.get(int(previous.left // 20), previous.right) - previous.left
    return indented or previous.right - previous.left < SHORT * width


def _joined(above: str, below: str) -> str:
    """Two lines as one; a divided word is put together, unless the hyphen belongs to it."""
    start, rest = above.rstrip(), below.lstrip()
    divided = start.endswith((*_HYPHENS, "-")) and len(start) > 1 and start[-2].isalpha()
    if not divided or not rest:
        return f"{start} {rest}"
    if _SPELT.match(rest):
        return f"{start[:-1]}- {rest}"
    return f"{start[:-1]}{rest}" if rest[0].islower() else f"{start[:-1]}-{rest}"


def _clean(words: str) -> str:
    for mark in _HYPHENS[:2]:
        words = words.replace(mark, "-")
    return words


def _key(line: Line) -> str:
    return re.sub(r"[\W\d_]+", "", line.words).casefold()


def _edges(page: Sequence[Line]) -> frozenset[Line]:
    """The lowest and highest lines of a page: two each where it has room for heads of two lines."""
    ordered = sorted(page, key=lambda line: line.bottom)
    count = 2 if len(ordered) >= 10 else 1
    return frozenset((*ordered[:count], *ordered[-count:]))


def _running_heads(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The letters of the lines that stand at the upper or lower edge of several pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({key for line in _edges(_whole_lines(page)) if len(key := _key(line)) > 3})
    return frozenset(key for key, count in counts.items() if count >= LEAST_PAGES)


def _repeats(line: Line, heads: frozenset[str], told: set[str]) -> bool:
    """Whether a line at the edge is a page number, or a running head that an earlier page had."""
    if _NUMBER.fullmatch(line.words.strip()):
        return True
    key = _key(line)
    if key not in heads or key in told:
        return key in heads
    told.add(key)
    return False
