"""What the reader said about passages: which of these decisions speak of the sentence that is being read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.reader.desk import Desk

if TYPE_CHECKING:
    from tui.comparison.model import Decision, Passage

Place = tuple[str, int, int]
"""Article id, start and end."""


@dataclass(frozen=True, slots=True)
class Said:
    """A decision on a passage of this sentence and one elsewhere."""

    decision: Decision
    here: Place
    there: Place

    @property
    def same(self) -> bool:
        """Whether the reader said that both passages state the same fact."""
        return self.decision.same

    def speaks_of(self, article: str, start: int, end: int) -> bool:
        """Whether the other passage of the decision shares words with a passage."""
        return self.there[0] == article and self.there[1] < end and start < self.there[2]


def said_of(desk: Desk, article: str, sentence: tuple[int, int]) -> tuple[Said, ...]:
    """The decisions on passages that share words with a sentence, in the order in which they were made.

    Args:
        desk: All that is known.
        article: Id of the article that is being read.
        sentence: Start and end of the sentence.
    """
    if not desk.decisions or article not in desk.by_id:
        return ()
    found: list[Said] = []
    for decision in desk.decisions:
        pair = (decision.first, decision.second)
        for one, other in (pair, pair[::-1]):
            for here in _places(desk, one):
                if here[0] == article and here[1] < sentence[1] and sentence[0] < here[2]:
                    found.extend(Said(decision, here, there) for there in _places(desk, other) if there != here)
    return tuple(found)


def _places(desk: Desk, passage: Passage) -> Iterator[Place]:
    for article in desk.articles:
        if article.text_sha256 == passage.text_sha256:
            yield article.id, passage.start, passage.end
