"""A value that was read, by places of words, before it becomes a value of the article."""

from __future__ import annotations

from dataclasses import dataclass

from tui.language.model import ValueKind


@dataclass(frozen=True, slots=True)
class Found:
    """The words ``start`` to ``end`` (exclusive) of a sentence and how they read; see ``Value`` for the fields."""

    start: int
    end: int
    kind: ValueKind
    low: float | None
    high: float | None
    unit: str | None
    approximate: bool = False
