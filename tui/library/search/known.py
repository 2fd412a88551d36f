"""What can be searched once articles are analysed: names, speakers and facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.articles.model import Article
from tui.comparison.model import Comparison
from tui.language.model import Analysis
from tui.language.speakers import speaker_name
from tui.library.search.collection import Collection, Entry
from tui.library.search.postings import build
from tui.library.search.ranking import Ranking
from tui.library.search.results import Kind

Places = dict[str, list[tuple[int, int]]]
"""By an article's id, spans of its raw text."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a filter of names or speakers finds."""

    passages: Places
    """What is asked for: mentions, or quoted words."""
    names: Places
    """Where the names stand, which for a speaker is beside the words."""


@dataclass(frozen=True, slots=True)
class Known:
    """Names, speakers and facts, with what filters need of them."""

    entities: Collection
    speakers: Collection
    facts: Collection
    comparison: Comparison

    @property
    def collections(self) -> tuple[Collection, ...]:
        """All kinds, in the order they are shown."""
        return self.facts, self.entities, self.speakers

    def named(self, name: str, words: Sequence[str]) -> Named:
        """Where the filter ``entity`` or ``speaker`` finds its words."""
        collection = self.entities if name == "entity" else self.speakers
        having = collection.having_words(words)
        numbers = collection.ranking.postings.members(having, len(collection))
        keys = {collection.entry(number).key for number in numbers}
        passages: Places = {}
        names: Places = {}
        for analysis in self.comparison.analyses:
            if name == "entity":
                spans = [(entity.start, entity.end) for entity in analysis.entities if entity.name in keys]
                names[analysis.article] = passages[analysis.article] = spans
                continue
            said = [one for one in analysis.quotations if speaker_name(one) in keys]
            passages[analysis.article] = [span for one in said for span in one.spans]
            names[analysis.article] = [(one.speaker.start, one.speaker.end) for one in said if one.speaker is not None]
        return Named(passages, names)


def known_things(articles: Sequence[Article], comparison: Comparison) -> Known:
    """The collections of a comparison; parts that speak of articles not given are left out."""
    ids = {article.id for article in articles}
    analyses = [analysis for analysis in comparison.analyses if analysis.article in ids]
    facts = (
        Entry(mention.article, mention.start, mention.end, mention.text, fact.id)
        for story in comparison.stories
        for fact in story.facts
        for mention in fact.mentions
        if mention.article in ids
    )
    return Known(
        _collection("entity", _names(analyses)),
        _collection("speaker", _speakers(analyses)),
        _collection("fact", facts),
        comparison,
    )


def _collection(kind: Kind, entries: Iterable[Entry]) -> Collection:
    kept = tuple(entries)
    return Collection(kind, Ranking(build(entry.text for entry in kept)), kept.__getitem__, keyed=True)


def _names(analyses: Sequence[Analysis]) -> Iterator[Entry]:
    """Each name, and each way it is written, once, at its first mention."""
    seen: set[tuple[str, str]] = set()
    for analysis in analyses:
        for entity in analysis.entities:
            for text in (entity.name, entity.text):
                if text and (entity.name, text) not in seen:
                    seen.add((entity.name, text))
                    yield Entry(analysis.article, entity.start, entity.end, text, entity.name)


def _speakers(analyses: Sequence[Analysis]) -> Iterator[Entry]:
    seen: set[str] = set()
    for analysis in analyses:
        for said in analysis.quotations:
            name = speaker_name(said)
            if name and name not in seen:
                seen.add(name)
                yield Entry(analysis.article, said.start, said.end, name, name)
