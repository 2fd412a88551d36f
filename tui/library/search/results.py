"""What a search gives: hits in groups by kind, best first, with the letters that matched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["passage", "title", "entity", "speaker", "fact"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """One result and where it stands."""

    kind: Kind
    article: str
    """Id of the article."""
    start: int
    """Where it stands in the raw text; for names their first mention, 0 for a title that the text lacks."""
    end: int
    text: str
    """What is shown: the passage, the title, the name."""
    highlights: tuple[Span, ...]
    """What matched, relative to ``text``, in order and not overlapping."""
    score: float
    """Higher is better; comparable within one search only."""
    key: str = ""
    """For a fact its id, for names the name; empty for passages and titles."""


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind."""

    kind: Kind
    total: int
    """How many match, also those that were left out."""
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchResults:
    """What was found, the group with the best hit first."""

    groups: tuple[Group, ...]
    scope: str
    """What was searched, in plain words."""
    problem: str = ""
    """What of the query was not understood or names nothing, in one sentence."""

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits of all groups, in the order of the groups."""
        return tuple(hit for group in self.groups for hit in group.hits)
