"""What an index is made from, gathered article by article, and the flat parts that it consists of.

Apart from the index itself, so that a process of its own can do it for a large library and keep the parts in a file.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from tui.articles.labels import source_label
from tui.articles.model import Article
from tui.library.search.passages import own_spans, sentences
from tui.library.search.postings import Builder, Postings


def signed(article: Article, title: str) -> str:
    """A title with the article's authors, as it is searched and shown."""
    return f"{title} · {article.author}" if article.author else title


@dataclass(frozen=True, slots=True)
class Searched:
    """What is searched of an article."""

    text: str
    spans: tuple[tuple[int, int], ...]
    """Its own blocks but the title, as positions in the text."""
    title: str
    """With the names of its authors."""
    source: str
    """Words by which the filter ``source`` finds it."""

    @classmethod
    def of(cls, article: Article) -> Searched:
        """What is searched of an article."""
        source = f"{source_label(article)} {article.source or ''} {article.path}"
        return cls(article.text, tuple(own_spans(article)), signed(article, article.title), source)


@dataclass(frozen=True, slots=True)
class Parts:
    """An index without its articles."""

    owners: Sequence[int]
    """For each passage the place of its article."""
    starts: Sequence[int]
    ends: Sequence[int]
    firsts: Sequence[int]
    """For each article its first passage, and the number of all passages at the end."""
    passages: Postings
    titles: Postings
    sources: Postings


class Gathering:
    """Takes articles one by one; what is there so far can be had at any time."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._owners, self._starts, self._ends, self._firsts = (array("I") for _ in range(4))
        self._passages, self._titles, self._sources = Builder(), Builder(), Builder()

    def __len__(self) -> int:
        """How many articles are in."""
        return len(self._firsts)

    def add(self, searched: Searched) -> None:
        """Take one article more."""
        place = len(self._firsts)
        self._firsts.append(len(self._owners))
        for first, last in searched.spans:
            for start, end in sentences(searched.text, first, last):
                self._passages.add(searched.text[start:end])
                self._owners.append(place)
                self._starts.append(start)
                self._ends.append(end)
        self._titles.add(searched.title)
        self._sources.add(searched.source)

    def parts(self) -> Parts:
        """The parts of an index of all articles so far."""
        return Parts(
            array("I", self._owners),
            array("I", self._starts),
            array("I", self._ends),
            array("I", (*self._firsts, len(self._owners))),
            self._passages.finish(),
            self._titles.finish(),
            self._sources.finish(),
        )
