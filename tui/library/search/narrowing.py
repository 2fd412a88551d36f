"""The filters of a query: which passages they leave, and what of each must be seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.library.search.folding import words
from tui.library.search.highlighting import merged
from tui.library.search.known import Places
from tui.library.search.postings import Flags, flags_of
from tui.library.search.query import Query
from tui.library.search.results import Hit

if TYPE_CHECKING:
    from tui.library.search.index import Library, SearchIndex

_WHAT = {"source": "source", "speaker": "speaker", "entity": "name"}
"""What a filter names, in words."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the filters of a query leave."""

    allowed: Flags | None = None
    """The passages; None where there are no filters."""
    named: tuple[Places, ...] = ()
    """For each filter of names or speakers where these stand."""
    problem: str = ""
    """What was not found of it, in one sentence; empty where everything was."""

    def shown(self, hit: Hit) -> Hit:
        """A passage with the names that it was asked for by among what matched in it."""
        inside = [
            (start - hit.start, end - hit.start)
            for places in self.named
            for start, end in places.get(hit.article, ())
            if hit.start <= start and end <= hit.end
        ]
        return replace(hit, highlights=merged((*hit.highlights, *inside))) if inside else hit


def narrow(index: SearchIndex, query: Query) -> Narrowed:
    """What the filters of a query leave of an index."""
    allowed: Flags | None = None
    named: list[Places] = []
    problem = ""
    for name, value in query.filters:
        if name == "source":
            flags = _of_source(index, value)
        elif index.known is None:
            flags = 0
        else:
            found = index.known.named(name, [word.folded for word in words(value)])
            flags = _overlapping(index.library, found.passages)
            named.append(found.names)
        if not flags and not problem and (name == "source" or index.known is not None):
            problem = f"There is no {_WHAT[name]} “{value}”."
        allowed = flags if allowed is None else allowed & flags
    return Narrowed(allowed, tuple(named), problem)


def longer_source(index: SearchIndex, query: Query) -> str:
    """How the name of a source is written that was typed without quotation marks; empty where none was."""
    for value in query.open_sources:
        parts = value.split()
        for size in range(len(parts), 1, -1):
            name = " ".join(parts[:size])
            if _of_source(index, name):
                return f'Type source:"{name}", with quotation marks.'
    return ""


def _of_source(index: SearchIndex, value: str) -> Flags:
    having = index.sources.having_words([word.folded for word in words(value)])
    return index.library.of_articles(index.sources.ranking.postings.members(having, len(index.sources)))


def _overlapping(library: Library, spans: Places) -> Flags:
    """The passages that share a character with one of the spans of their article."""
    found: list[int] = []
    for place, article in enumerate(library.articles):
        for start, end in spans.get(article.id, ()):
            for passage in range(library.firsts[place], library.firsts[place + 1]):
                if library.starts[passage] < end and start < library.ends[passage]:
                    found.append(passage)
    return flags_of(found, len(library.owners))
