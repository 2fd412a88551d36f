"""Search over everything: passages and titles at once, names, speakers and facts when they are known.

An index never changes; what becomes known later gives a new one that shares the old one's parts, so that a search may
run in one thread while another one prepares the next index.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.articles.labels import source_label
from tui.articles.model import TITLE_CUT, Article
from tui.comparison.model import Comparison
from tui.library.counting import plural
from tui.library.search.collection import Collection, Entry
from tui.library.search.gathering import Gathering, Parts, Searched, signed
from tui.library.search.known import Known, known_things
from tui.library.search.narrowing import longer_source, narrow
from tui.library.search.postings import Flags, flags_of_ranges
from tui.library.search.query import parse
from tui.library.search.ranking import Ranking
from tui.library.search.results import Group, SearchResults

_FAINT = 0.5
"""Share of the best score of all below which a hit is not worth showing."""


@dataclass(frozen=True, slots=True)
class Library:
    """The passages of all articles, as flat numbers."""

    articles: tuple[Article, ...]
    owners: Sequence[int]
    """For each passage the place of its article."""
    starts: Sequence[int]
    ends: Sequence[int]
    firsts: Sequence[int]
    """For each article its first passage, and the number of all passages at the end."""

    def entry(self, passage: int) -> Entry:
        """A passage with its words."""
        article = self.articles[self.owners[passage]]
        start, end = self.starts[passage], self.ends[passage]
        return Entry(article.id, start, end, article.text[start:end])

    def neighbours(self, passage: int) -> list[int]:
        """The passages before and after one in the same article."""
        owner, size = self.owners[passage], len(self.owners)
        around = (passage - 1, passage + 1)
        return [other for other in around if 0 <= other < size and self.owners[other] == owner]

    def of_articles(self, places: Sequence[int]) -> Flags:
        """The passages of some articles."""
        return flags_of_ranges([(self.firsts[p], self.firsts[p + 1]) for p in places], len(self.owners))


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Search over the articles of a library."""

    library: Library
    passages: Collection
    titles: Collection
    sources: Collection
    known: Known | None = None

    @classmethod
    def build(cls, articles: Sequence[Article]) -> SearchIndex:
        """The index of some articles; needs their raw text only. For many see `indexing.Indexing`."""
        gathering = Gathering()
        for article in articles:
            gathering.add(Searched.of(article))
        return assemble(articles, gathering.parts())

    def with_comparison(self, comparison: Comparison) -> SearchIndex:
        """The index with the names, speakers and facts of a comparison, in place of those it had."""
        return replace(self, known=known_things(self.library.articles, comparison))

    def search(self, query: str, limit: int = 20) -> SearchResults:
        """The best hits of every kind.

        Args:
            query: words as typed; ``"exact words"``; ``source:``, ``speaker:`` and ``entity:`` narrow the passages.
            limit: most hits of each kind.
        """
        asked = parse(query)
        if not asked.words and not asked.filters:
            return SearchResults((), self._scope(()))
        narrowed = narrow(self, asked)
        passages = self.passages.find(asked, limit, narrowed.allowed, self.library.neighbours)
        groups = [replace(passages, hits=tuple(map(narrowed.shown, passages.hits)))]
        if not asked.filters:
            groups.append(self.titles.find(asked, limit))
            if self.known is not None:
                groups += [collection.find(asked, limit) for collection in self.known.collections]
        best = max((group.hits[0].score for group in groups if group.hits), default=0.0)
        found = [kept for group in groups if (kept := _worth_showing(group, _FAINT * best)).hits]
        problem = asked.problem or ("" if found else longer_source(self, asked) or narrowed.problem)
        return SearchResults(tuple(sorted(found, key=_first_score)), self._scope(asked.filters), problem)

    def _scope(self, filters: Sequence[tuple[str, str]]) -> str:
        count, sentences = len(self.library.articles), len(self.passages)
        parts = [f"{plural(count, 'article')}, {plural(sentences, 'passage')}"]
        parts += [f"{name} {value}" for name, value in filters]
        if self.known is None and any(name != "source" for name, _ in filters):
            parts.append("names and speakers are not known yet")
        return "; ".join(parts)


def assemble(articles: Sequence[Article], parts: Parts) -> SearchIndex:
    """An index of articles from its parts.

    Args:
        articles: those that the parts were gathered from, in the same order.
        parts: the parts.
    """
    kept = tuple(articles)
    library = Library(kept, parts.owners, parts.starts, parts.ends, parts.firsts)

    def title(place: int) -> Entry:
        article = kept[place]
        block = next((block for block in article.blocks if block.role == "title"), None)
        words = article.title.removesuffix(TITLE_CUT)
        start = article.text.find(words, block.start if block else 0) if words else -1
        if start < 0:
            return Entry(article.id, 0, 0, signed(article, article.title))
        return Entry(article.id, start, start + len(words), signed(article, words))

    def source(place: int) -> Entry:
        return Entry(kept[place].id, 0, 0, source_label(kept[place]))

    return SearchIndex(
        library,
        Collection("passage", Ranking(parts.passages), library.entry),
        Collection("title", Ranking(parts.titles), title),
        Collection("title", Ranking(parts.sources), source),
    )


def _worth_showing(group: Group, least: float) -> Group:
    """A group without hits far below the best of all; as hits stand in order, what follows them is left out too."""
    kept = tuple(hit for hit in group.hits if hit.score >= least)
    return group if len(kept) == len(group.hits) else Group(group.kind, len(kept), kept)


def _first_score(group: Group) -> float:
    return -group.hits[0].score
