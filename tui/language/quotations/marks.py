"""Pairs quotation marks: German, Swiss, French, English and typewriter marks, single and double, nested.

A mark's part is read from its shape and from the space around it, never from a count over the whole text, so that one
forgotten mark spoils no more than its paragraph. One pass over the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.language.model import Span

_MARK = re.compile("[„“”\"»«‚‘’›‹']|``|''|,,(?=\\w)")
_CLOSES = {
    "„": "“”\"„''",
    ",,": "“”\"''",
    "“": '”"“',
    "”": "”",
    '"': '"“”',
    "»": "«",
    "«": "»",
    "‚": "‘’'",
    "‘": "’'‘",
    "›": "‹",
    "‹": "›",
    "'": "'’",
    "``": "''\"",
    "''": "''",
    "’": "’",
}
_PAIRS = (("„", "“"), ("„", "”"), ("“", "”"), ("»", "«"), ("«", "»"), ("(", ")"), ("‚", "‘"), ("›", "‹"), ("‹", "›"))
_SINGLE = frozenset("‚‘’'›‹")
_OPEN_BEFORE = " \n\t\u00a0\u202f([{–—-/„“\"»«‚‘›‹'"
_CLOSE_AFTER = " \n\t\u00a0\u202f.,;:!?)]}–—-/“”\"»«‘’›‹'…"


@dataclass(frozen=True, slots=True)
class Pair:
    """Words in quotation marks."""

    start: int
    """After the opening mark."""
    end: int
    """Before the closing mark, or where the paragraph ends."""
    depth: int
    """0 for outermost marks."""
    closed: bool
    single: bool
    spans: tuple[Span, ...]
    """One a paragraph."""


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    inner: list[Pair]
    spans: list[Span]


def pair_marks(text: str, paragraphs: Sequence[Span]) -> list[Pair]:
    """Pair the quotation marks of some paragraphs.

    Args:
        text: The raw text.
        paragraphs: Spans in order; a pair stays inside one, unless the next one opens with the same mark again or
            holds the closing mark.

    Returns:
        Pairs in order of their start; those of an unclosed mark end with the paragraph.
    """
    found: list[Pair] = []
    stack: list[_Open] = []
    for number, (start, end) in enumerate(paragraphs):
        matches = list(_MARK.finditer(text, start, end))
        last_close = max((m.start() for m in matches if m[0] in "'’‘" and _may_close(text, m, end)), default=-1)
        for match in matches:
            _read(text, match, start, end, last_close, stack, found)
        if stack:
            _carry(text, paragraphs, number, stack, found)
    return _with_depth(sorted(found, key=lambda pair: (pair.start, -pair.end)))


def _with_depth(pairs: list[Pair]) -> list[Pair]:
    """Count for each pair the pairs round it."""
    ends: list[int] = []
    nested = []
    for pair in pairs:
        while ends and ends[-1] <= pair.start:
            ends.pop()
        nested.append(replace(pair, depth=len(ends)))
        ends.append(pair.end)
    return nested


def _may_open(text: str, match: re.Match[str], start: int) -> bool:
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end() : match.end() + 1]
    return before in _OPEN_BEFORE and not after.isspace() and after != ""


def _may_close(text: str, match: re.Match[str], end: int) -> bool:
    after = text[match.end()] if match.end() < end else " "
    return not text[match.start() - 1 : match.start()].isspace() and after in _CLOSE_AFTER


def _read(
    text: str, match: re.Match[str], start: int, end: int, last_close: int, stack: list[_Open], found: list[Pair]
) -> None:
    """Let one mark open or close."""
    mark = match[0]
    opens, closes = _may_open(text, match, start), _may_close(text, match, end)
    depth = next((d for d in range(len(stack) - 1, -1, -1) if mark in _CLOSES[stack[d].mark]), None)
    if mark in "'’‘" and _apostrophe(text, match, depth, opens, last_close):
        return
    if mark in ("„", "‚", ",,", "``"):
        closing = mark == "„" and depth is not None and stack[depth].mark == "„" and closes and not opens
    elif depth is not None:
        same = stack[depth].mark == mark
        closing = (closes or not opens) or (not same and mark in "“”’‘" and not opens)
    elif mark in ("“", "”", '"', "»", "«", "›", "‹", "'", "‘", "''"):
        if not opens and not (mark == '"' and not closes):
            return
        closing = False
    else:
        return
    if not closing:
        if len(stack) < 8:
            stack.append(_Open(mark, match.end(), [], []))
        return
    assert depth is not None
    _close(depth, match.start(), stack, found)


def _apostrophe(text: str, match: re.Match[str], depth: int | None, opens: bool, last_close: int) -> bool:
    """Whether a single raised mark is an apostrophe."""
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if before.isalnum() and after.isalnum():
        return True
    if match[0] == "‘" and depth is None and opens:
        return False
    if match[0] == "'" and depth is None and opens:
        return not last_close > match.end() + 1
    return depth is None


def _close(depth: int, end: int, stack: list[_Open], found: list[Pair]) -> None:
    """Close the mark at a depth; marks left open inside it are dropped, pairs inside it are kept."""
    opened = stack[depth]
    inner = [pair for left in stack[depth:] for pair in left.inner]
    del stack[depth:]
    spans = [*opened.spans, (opened.start, end)]
    spans = [span for span in spans if span[0] < span[1]]
    if spans:
        inner.append(Pair(spans[0][0], end, depth, True, opened.mark in _SINGLE, tuple(spans)))
    target = stack[-1].inner if stack else found
    target.extend(inner)


def _carry(text: str, paragraphs: Sequence[Span], number: int, stack: list[_Open], found: list[Pair]) -> None:
    """At the end of a paragraph: keep the outermost mark open if the next paragraph goes on, else end it here."""
    end = paragraphs[number][1]
    outer = stack[0]
    inner = [pair for left in stack for pair in left.inner]
    reopened = False
    if number + 1 < len(paragraphs) and len(outer.spans) < 8:
        start, stop = paragraphs[number + 1]
        first = _MARK.search(text, start, stop)
        while first is not None and first[0] in "'’" and outer.mark not in _SINGLE:
            first = _MARK.search(text, first.end(), stop)
        if first is not None:
            reopened = first.start() == start and first[0] == outer.mark and not inner
            goes_on = first[0] in _CLOSES[outer.mark] and first[0] != outer.mark and first.start() > start
            if goes_on and _may_close(text, first, stop) and not _may_open(text, first, start) and not inner:
                outer.spans.append((outer.start, end))
                outer.start = start
                del stack[1:]
                return
    spans = [span for span in [*outer.spans, (outer.start, end)] if span[0] < span[1]]
    cut = min((pair.start for pair in inner if pair.depth <= 1 and not pair.single), default=None)
    stack.clear()
    found.extend(inner)
    if cut is None and spans and outer.mark not in _SINGLE:
        found.append(Pair(spans[0][0], end, 0, reopened, False, tuple(spans)))


def balanced(text: str, start: int, end: int) -> Span:
    """A span with the mark just outside it that one inside it belongs to: "Bild»-Zeitung" gets its "«"."""
    before, after = text[start - 1 : start], text[end : end + 1]
    words = text[start:end]
    for opening, closing in _PAIRS:
        if opening == before and words.count(closing) > words.count(opening):
            return start - 1, end
        if closing == after and words.count(opening) > words.count(closing):
            return start, end + 1
    return start, end


def without_lone_marks(name: str) -> str:
    """A name without a mark whose partner it lacks: "Bild»-Zeitung" is "Bild-Zeitung"."""
    for family in ("„“”", "»«", "‚‘", "›‹", "()"):
        if sum(name.count(mark) for mark in family) % 2:
            name = "".join(letter for letter in name if letter not in family)
    return " ".join(name.split())
