"""One kind of thing that can be found: its texts, and where each stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.library.search.highlighting import highlights, phrase_spans
from tui.library.search.postings import Flags, flags_of
from tui.library.search.query import Query
from tui.library.search.ranking import Neighbours, Ranking
from tui.library.search.results import Group, Hit, Kind

_SPARE = 6
"""How many times as many entries are ranked as hits wanted, where several entries may be one hit."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found, and where."""

    article: str
    start: int
    end: int
    text: str
    key: str = ""
    """Entries with one key are one hit: the names of a person, the mentions of a fact."""


class Collection:
    """The things of one kind with their index."""

    def __init__(self, kind: Kind, ranking: Ranking, entry: Callable[[int], Entry], *, keyed: bool = False) -> None:
        """Takes an index and a function that gives a document's entry by its number.

        Args:
            kind: what the entries are.
            ranking: the index of their texts.
            entry: gives a document's entry.
            keyed: whether several entries may be one hit.
        """
        self.kind = kind
        self.keyed = keyed
        self.ranking = ranking
        self.entry = entry

    def __len__(self) -> int:
        """How many documents there are."""
        return self.ranking.postings.documents

    def find(
        self, query: Query, limit: int, allowed: Flags | None = None, neighbours: Neighbours | None = None
    ) -> Group:
        """The best things for a query.

        Args:
            query: taken apart; without words everything allowed is found in order.
            limit: most hits.
            allowed: only these documents, all where it is None.
            neighbours: see `Ranking.rank`.
        """
        if not len(self) or allowed == 0:
            return Group(self.kind, 0, ())
        plan = self.ranking.plan(query.words, query.typing)
        if query.phrases:
            allowed = self._with_phrases(query, allowed)
        if not query.words:
            flags = allowed or 0
            found = [(0.0, document) for document in self.ranking.postings.members(flags, limit)]
            return Group(self.kind, flags.bit_count(), tuple(self._hit(s, self.entry(d), ()) for s, d in found))
        ranked = self.ranking.rank(plan, _SPARE * limit if self.keyed else limit, allowed, neighbours)
        hits: list[Hit] = []
        known: set[object] = set()
        total = ranked.total
        for score, document in ranked.best:
            entry = self.entry(document)
            # Two facts may share a passage; hits that look alike and lead to one place are one.
            place = (entry.article, entry.start, entry.end)
            if entry.key and (entry.key in known or place in known):
                total -= 1
                continue
            known |= {entry.key, place}
            if len(hits) < limit:
                spans = highlights(entry.text, plan, self.ranking.vocabulary, query.phrases)
                hits.append(self._hit(score, entry, spans))
        return Group(self.kind, total, tuple(hits))

    def having_words(self, words: Sequence[str]) -> Flags:
        """Documents that hold all of some words, forms and typos included; for filters."""
        plan = self.ranking.plan(words, typing=True)
        flags = (1 << (8 * len(self))) - 1
        for one in plan.sought:
            flags &= one.strong or one.every
        return flags if words else 0

    def _with_phrases(self, query: Query, allowed: Flags | None) -> Flags:
        """Documents that hold the exact words; the index narrows them down, the text decides."""
        vocabulary, postings = self.ranking.vocabulary, self.ranking.postings
        from tui.library.search.folding import words

        flags = allowed
        for phrase in query.phrases:
            numbers = [vocabulary.number(word.folded) for word in words(phrase)]
            if any(number < 0 for number in numbers):
                return 0
            for number in numbers:
                having = postings.any_of((number,))
                flags = having if flags is None else flags & having
        if flags is None:
            return 0
        kept = [
            document
            for document in postings.members(flags, len(self))
            if all(phrase_spans(self.entry(document).text, phrase) for phrase in query.phrases)
        ]
        return flags_of(kept, len(self))

    def _hit(self, score: float, entry: Entry, spans: tuple[tuple[int, int], ...]) -> Hit:
        return Hit(self.kind, entry.article, entry.start, entry.end, entry.text, spans, round(score, 4), entry.key)
