"""What the comparisons of two passages are given, and what each of them finds."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.comparison.amounts import Verdict
from tui.comparison.model import DifferenceKind, DifferingValue, Mention
from tui.comparison.passages import Statement
from tui.comparison.vectors import Floats
from tui.language.model import Value


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

    @property
    def values(self) -> tuple[Value, ...]:
        """The values inside the passage."""
        mention = self.mention
        return tuple(v for v in self.statement.values if mention.start <= v.start and v.end <= mention.end)


def worded(stated: Stated, value: Value) -> DifferingValue:
    """A value of a mention's sentence as words of its article.

    Args:
        stated: The mention.
        value: The value.
    """
    return DifferingValue(stated.mention.article, value.start, value.end, value.text)


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
