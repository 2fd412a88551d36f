"""What the comparisons of two passages are given, and what each of them finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tui.comparison.amounts import Verdict
from tui.comparison.model import DifferenceKind, DifferingValue, Mention
from tui.comparison.passages import Statement
from tui.comparison.vectors import Floats
from tui.language.model import Entity, Span, Value


@dataclass(frozen=True, slots=True)
class Correction:
    """What a sentence takes back: "31 statt 34"."""

    old: Value
    """What is not so."""
    new: Value | None
    """What is so; None where the sentence does not say it."""
    said: bool
    """Whether the old one was told wrongly, rather than being so before or for others."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A mention with the sentence that it is part of."""

    mention: Mention
    statement: Statement
    told: tuple[Value, ...] = field(default=(), repr=False)
    """All values of its article."""
    day: int | None = None
    """Day on which its article was published, as a proleptic ordinal; None where it is not known."""
    vectors: Floats | None = field(default=None, repr=False, compare=False)
    """A unit vector for each value of the sentence, (values, width); None where no encoder has read it."""
    row: int = -1
    """Place of its sentence in the story's; -1 where that does not matter."""
    corrections: tuple[Correction, ...] = field(default=(), repr=False)
    """What its article takes back."""
    outlet: str | None = None
    """Whose article it is; None where that is not known."""
    time: str = ""
    """Time of day at which its article was published, "06:12"; empty where it is not known."""
    core: Span | None = None
    """What of the passage tells the fact, without the clauses that it depends on; None for all of it."""

    @property
    def values(self) -> tuple[Value, ...]:
        """The values inside the passage that it stands by."""
        start, end = self.core or (self.mention.start, self.mention.end)
        gone = {correction.old.start for correction in self.corrections}
        return tuple(v for v in self.statement.values if start <= v.start and v.end <= end and v.start not in gone)


def worded(stated: Stated, found: Value | Entity | Mention) -> DifferingValue:
    """A value or name in a mention's sentence, or the mention itself, as words of its article.

    Args:
        stated: The mention.
        found: What is found there.
    """
    return DifferingValue(stated.mention.article, found.start, found.end, found.text)


def words_at(stated: Stated, span: Span) -> DifferingValue:
    """Words of a mention's sentence.

    Args:
        stated: The mention.
        span: Their place in its article.
    """
    start, end = span
    first = stated.statement.start
    return DifferingValue(stated.mention.article, start, end, stated.statement.text[start - first : end - first])


def whole(
    statement: Statement, told: tuple[Value, ...], day: int | None = None, vectors: Floats | None = None
) -> Stated:
    """A sentence as a mention of nothing in particular.

    Args:
        statement: The sentence.
        told: All values of its article.
        day: As in `Stated`.
        vectors: As in `Stated`.
    """
    mention = Mention(str(statement.article), statement.start, statement.end, statement.text, 1.0, "asserted")
    return Stated(mention, statement, told, day, vectors)


@dataclass(frozen=True, slots=True)
class Found:
    """One comparison of two passages."""

    kind: DifferenceKind
    verdict: Verdict
    values: tuple[DifferingValue, DifferingValue]
    update: Literal["corrects", "replaces"] | None = None
    """Whether one of the values is told as a correction of the other, or has replaced it in the same source."""
    sure: float = 0.0
    """Log odds that the values are versions of one thing; 0.0 where the words themselves say it."""
