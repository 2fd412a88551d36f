"""What the comparison room says of a story: facts, mentions and differences.

Plain dataclasses without third-party imports. All positions are code-point offsets into an article's raw text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from tui.articles.display import quoted
from tui.language.groups import Groups
from tui.language.model import Analysis

Modality = Literal["asserted", "hedged", "attributed", "quoted", "denied"]
DifferenceKind = Literal[
    "number", "date", "money", "duration", "name", "place", "action", "modality", "origin", "denial"
]
Relation = Literal["agree", "compatible", "conflict"]


@dataclass(frozen=True, slots=True)
class Mention:
    """The passage of one article that states a fact."""

    article: str
    start: int
    end: int
    text: str
    confidence: float
    """0.0 to 1.0: calibrated probability that this passage states the fact."""
    modality: Modality
    origin: str | None = None
    """Who is named as knowing it, as a name or in the words of the text."""


@dataclass(frozen=True, slots=True)
class DifferingValue:
    """The words of one article that agree or differ."""

    article: str
    start: int
    end: int
    text: str


OF_DAY = ("time of day", "times of day")
"""Ends of the reasons that compare clock times."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How mentions of one fact relate in one respect; ``conflict`` means a possible conflict, never a verdict."""

    kind: DifferenceKind
    relation: Relation
    reason: str
    values: tuple[DifferingValue, ...]
    sides: tuple[int, ...] = ()
    """For each value of a possible conflict the number of its side, from 0: those of one side contradict none of each
    other. Empty where that is not known, and every reading is a side."""

    @property
    def respect(self) -> str:
        """The kind in plain words; of dates that are clock times "time"."""
        if self.kind == "date" and self.reason.endswith(OF_DAY):
            return "time"
        return "act or state" if self.kind == "action" else self.kind

    @property
    def of_words(self) -> bool:
        """Whether words differ, and no whole passages."""
        return self.kind not in ("denial", "modality", "origin")

    @property
    def divided(self) -> tuple[tuple[DifferingValue, ...], ...]:
        """The values by the side that they stand on."""
        sides: dict[object, list[DifferingValue]] = {}
        readings = [reading_of(value.text) for value in self.values]
        for value, side in zip(self.values, self.sides or readings, strict=True):
            sides.setdefault(side, []).append(value)
        return tuple(map(tuple, sides.values()))

    def told(self, names: Mapping[str, str] = MappingProxyType({})) -> str:
        """The kind and what stands against what, where it is words: "date „1. Mai“, „im Mai“ / „im Juni“".

        Args:
            names: By their ids, what articles are called; those of a reading are named behind it, of whole passages
                those of each side.
        """
        if not self.of_words:
            who = [_who(side, names) for side in self.divided]
            return f"{self.respect} ({' / '.join(who)})" if who and all(who) else self.respect
        return f"{self.respect} {' / '.join(_side(side, names) for side in self.divided)}".rstrip()


_LED = re.compile(r"^(?:am|im|zum|vom|den|dem)\s+")
"""Begins a date without changing which day it is."""


def reading_of(words: str) -> str:
    """By what two readings are told to be one: "zum 30. Juni" and "30. Juni" are.

    Args:
        words: Of a source, at issue.
    """
    return _LED.sub("", " ".join(words.split()).casefold())


def _who(values: Sequence[DifferingValue], names: Mapping[str, str]) -> str:
    return ", ".join(dict.fromkeys(names[value.article] for value in values if value.article in names))


def _side(values: Sequence[DifferingValue], names: Mapping[str, str]) -> str:
    readings: dict[str, list[DifferingValue]] = {}
    for value in values:
        readings.setdefault(reading_of(value.text), []).append(value)
    told = []
    for same in readings.values():
        who = _who(same, names)
        told.append(f"{quoted(' '.join(same[0].text.split()))}{f' ({who})' if who else ''}")
    return ", ".join(told)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something checkable that two or more articles of a story state."""

    id: str
    story: str
    label: str
    """Verbatim words of one mention."""
    mentions: tuple[Mention, ...]
    """In the order of the story's articles, then of position."""
    differences: tuple[Difference, ...] = ()
    origins: int = 1
    """Number of independent origins among the mentions."""

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that state it, in order, without repetition."""
        return tuple(dict.fromkeys(mention.article for mention in self.mentions))

    @property
    def disputed(self) -> tuple[Difference, ...]:
        """The differences that are possible conflicts."""
        return tuple(difference for difference in self.differences if difference.relation == "conflict")

    @property
    def conflicts(self) -> tuple[str, ...]:
        """What is in possible conflict: the kind, and all readings of it where they are words and no whole passages."""
        return tuple(difference.told() for difference in self.disputed)

    @property
    def in_conflict(self) -> bool:
        """Whether a possible conflict was found."""
        return bool(self.disputed)


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about the same events, and the facts they share."""

    id: str
    articles: tuple[str, ...]
    other_event: tuple[str, ...] = ()
    """Ids of articles of the story that are about another or later event."""
    facts: tuple[Fact, ...] = ()
    duplicates: tuple[tuple[str, ...], ...] = ()
    """Groups of ids of articles with (almost) the same text: one origin each."""
    outlets: tuple[tuple[str, ...], ...] = ()
    """Groups of ids of articles of one paper, station or agency: one source, and one origin, each."""

    @property
    def sources(self) -> dict[str, str]:
        """By the id of each article that has its text or its source in common with others, the id that stands for them.

        Whoever counts sources counts these once.
        """
        groups = Groups()
        for group in (*self.duplicates, *self.outlets):
            for article in group[1:]:
                groups.join(article, group[0])
        return {article: groups.root(article) for group in (*self.duplicates, *self.outlets) for article in group}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that a reader's decision speaks of."""

    text_sha256: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A reader's word that two passages state the same fact, or do not."""

    same: bool
    first: Passage
    second: Passage


@dataclass(frozen=True, slots=True)
class Comparison:
    """Result of the story pass over a set of articles."""

    stories: tuple[Story, ...]
    analyses: tuple[Analysis, ...]
    """The analyses given, with one name per entity across a story, speakers by those names, and ``same_as`` filled."""
