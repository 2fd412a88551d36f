"""Stretches of a text as start and end, in code points."""

from __future__ import annotations

from collections.abc import Iterator


def without_space(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at its ends; an empty one where it holds nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def pieces(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """The stretch without white space at its ends, cut at spaces into pieces of at most ``longest`` code points."""
    start, end = without_space(text, start, end)
    while end - start > longest:
        cut = text.rfind(" ", start + longest // 2, start + longest)
        cut = start + longest if cut < 0 else cut
        yield start, cut
        start, end = without_space(text, cut, end)
    if start < end:
        yield start, end
