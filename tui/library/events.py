"""What the worker reports, article by article; every event names the ticket of the order it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from tui.comparison.model import Comparison
from tui.language.model import Analysis


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is."""

    ticket: int
    done: int
    total: int
    words: str
    """A plain sentence, such as "Reading names and quotations in 3 of 5"."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """One article is analysed; names are its own until the comparison unifies them."""

    ticket: int
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Compared:
    """The articles are compared. It may come twice: for the first article's neighbours, then for all."""

    ticket: int
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something failed; the rest goes on."""

    ticket: int
    sentence: str
    article: str | None
    """Id of the article that failed, None where no single one did."""


@dataclass(frozen=True, slots=True)
class Finished:
    """Everything that the order asked for is done or was reported as trouble."""

    ticket: int


Event = Progress | Analysed | Compared | Trouble | Finished
