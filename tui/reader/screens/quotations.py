"""Who says what: the quotations of all articles by speaker, the same quotation of several sources side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import ClassVar

from tui.language.model import Quotation
from tui.language.speakers import shown_speaker, speaker_name
from tui.library.counting import plural
from tui.reader.commands import Place
from tui.reader.outline import Branch, Leaf
from tui.reader.screens.outline import OutlineScreen

UNKNOWN = "Speaker not found"

Said = tuple[str, Quotation]


class QuotationsScreen(OutlineScreen):
    """Speakers, with their words."""

    PLACE: ClassVar[Place] = "quotations"
    COUNTED: ClassVar[tuple[str, str]] = ("quotation", "quotations")

    def outline(self) -> tuple[Branch, ...]:
        """A branch for each speaker, the one who speaks most first, the unnamed last."""
        said: defaultdict[str, list[Said]] = defaultdict(list)
        for article in self.desk.order:
            analysis = self.desk.analyses.get(article.id)
            names = {entity.name or entity.text for entity in analysis.entities} if analysis is not None else set()
            for quotation in analysis.quotations if analysis is not None else ():
                # Called by all its words, so that persons who are told apart by them stay apart.
                speaker = speaker_name(quotation) if shown_speaker(quotation, names) else UNKNOWN
                said[speaker].append((article.id, quotation))
        ranked = sorted(said.items(), key=lambda item: (item[0] == UNKNOWN, -len(item[1]), item[0]))
        # Who said it first can be seen by them; where no article has one, they would take room for nothing.
        days = {one.id: f"{one.published or '':.10}".ljust(10) for one in self.desk.articles}
        days = days if any(day.strip() for day in days.values()) else {}
        return tuple(self._branch(speaker, quotations, days) for speaker, quotations in ranked)

    def _branch(self, speaker: str, said: list[Said], days: Mapping[str, str]) -> Branch:
        articles = len({article for article, _ in said})
        note = f"{plural(len(said), 'quotation')} in {plural(articles, 'article')}"
        return Branch(speaker, note, tuple(self._leaf(*one, days.get(one[0], "")) for one in side_by_side(said)))

    def _leaf(self, article: str, quotation: Quotation, day: str) -> Leaf:
        text = self.desk.by_id[article].text
        signs = self.rows.signs
        words = f" {signs.ellipsis} ".join(text[start:end] for start, end in quotation.spans)
        if quotation.kind == "direct":
            words = signs.quoted(words)
        note: str = quotation.kind
        if quotation.same_as:
            note += f" {signs.agree} also elsewhere"
        return Leaf(article, quotation.start, quotation.end, words, note=note, day=day)

    def counts(self) -> tuple[int, int]:
        """Quotations, where a speaker's name is found all of theirs."""
        return sum(len(leaves) for _, leaves in self.rows.left()), sum(len(branch.leaves) for branch in self.branches)

    def summary(self) -> str:
        """How many quotations and speakers."""
        count = sum(len(branch.leaves) for branch in self.branches)
        speakers = sum(branch.head != UNKNOWN for branch in self.branches)
        if not count:
            return "No quotations found yet"
        return f"{plural(count, 'quotation')} of {plural(speakers, 'speaker')}"


def side_by_side(said: list[Said]) -> list[Said]:
    """The quotations in order, each followed by the same quotation of other sources."""
    by_id = {quotation.id: (article, quotation) for article, quotation in said}
    ordered: list[Said] = []
    seen: set[str] = set()
    for article, quotation in said:
        for identity in (quotation.id, *quotation.same_as):
            if identity not in seen and identity in by_id:
                seen.add(identity)
                ordered.append(by_id[identity] if identity != quotation.id else (article, quotation))
    return ordered
