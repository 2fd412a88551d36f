"""What is ordered from the worker, and how work that runs is steered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tui.articles.model import Article
from tui.comparison.model import Decision


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be analysed and compared."""

    ticket: int
    articles: tuple[Article, ...]
    decisions: tuple[Decision, ...] = ()
    first: str | None = None
    """Id of the article that the reader has open."""
    without: frozenset[str] = frozenset()
    """Ids of articles that are left out, because the process broke down over them."""


class Superseded(Exception):
    """A newer order has come, or the program ends."""


class Control(Protocol):
    """How work is steered while it runs."""

    def check(self) -> None:
        """Raise `Superseded` if the work is to stop."""

    def urgent(self) -> str | None:
        """Id of the article that the reader has turned to since, if any."""

    def beginning(self, article: str | None) -> None:
        """Told which article is begun, None for the comparison."""


class Unsteered:
    """Work that runs to its end."""

    def check(self) -> None:
        """See `Control`."""

    def urgent(self) -> str | None:
        """See `Control`."""
        return None

    def beginning(self, article: str | None) -> None:
        """See `Control`."""
