"""Facts by sources: under each number stands whether that article states the fact; a fact opens to the passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.reactive import var

from tui.articles.display import printable
from tui.comparison.model import Fact, Mention, Story
from tui.library.counting import plural
from tui.reader.commands import Place, bindings
from tui.reader.comparison.headings import heading_of
from tui.reader.coverage import TAGGED
from tui.reader.outline import Branch, Leaf
from tui.reader.screens.outline import OutlineScreen

if TYPE_CHECKING:
    from textual.binding import BindingType

COLUMNS = 24
"""Articles that get a column of their own; a story of more is listed without columns."""


class MatrixScreen(OutlineScreen):
    """Facts, most shared first; possible conflicts are marked."""

    PLACE: ClassVar[Place] = "matrix"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("matrix")]
    KEYS: ClassVar[tuple[Place, ...]] = ("list", "matrix", "outline")

    only_conflicts: var[bool] = var(False)
    about: var[str] = var("")
    """The name of whom or what the facts shall speak; empty: of anything."""

    @property
    def story(self) -> Story | None:
        """The story that is being read."""
        return self.desk.story_of(self.room.reading.article_id)

    def outline(self) -> tuple[Branch, ...]:
        """A branch for each fact."""
        story = self.story
        if story is None:
            return ()
        facts = [fact for fact in story.facts if fact.in_conflict or not self.only_conflicts]
        if self.about:
            facts = [fact for fact in facts if self._speaks_of(fact, self.about)]
        facts.sort(key=lambda fact: (-len(fact.articles), not fact.in_conflict))
        return tuple(self._branch(story, fact) for fact in facts)

    def _speaks_of(self, fact: Fact, name: str) -> bool:
        """Whether the name stands for something in one of a fact's passages, in whatever form."""
        return any(
            mention.start <= entity.start < mention.end and (entity.name or entity.text) == name
            for mention in fact.mentions
            if mention.article in self.desk.analyses
            for entity in self.desk.analyses[mention.article].entities
        )

    def _branch(self, story: Story, fact: Fact) -> Branch:
        count = len(fact.articles)
        origins = f", {plural(fact.origins, 'origin')}"
        note = f"{count} of {len(story.articles)}{origins}"
        leaves = tuple(self._leaf(mention) for mention in fact.mentions)
        label = heading_of(self.desk, fact, self.rows.signs.ellipsis)
        return Branch(label, note, leaves, self._cells(story, fact), fact.id)

    def _leaf(self, mention: Mention) -> Leaf:
        note = mention.modality + (f", {mention.origin}" if mention.origin else "")
        return Leaf(mention.article, mention.start, mention.end, mention.text, note=note)

    def _cells(self, story: Story, fact: Fact) -> tuple[tuple[str, str], ...]:
        """The number of each article that states the fact, a sign before it where it may contradict another."""
        if len(story.articles) > COLUMNS:
            return ()
        signs, stated = self.rows.signs, set(fact.articles)
        unlike = {
            value.article: difference.relation
            for relation in ("compatible", "conflict")
            for difference in fact.differences
            if difference.relation == relation and (relation == "conflict" or difference.kind not in TAGGED)
            for value in difference.values
        }
        cells = []
        for article in sorted(story.articles, key=lambda one: self.desk.numbers.get(one, 0)):
            number = str(self.desk.numbers.get(article, 0))
            if article not in stated:
                cells.append((f"{signs.dot:>4} ", "row-dim"))
            elif unlike.get(article) == "conflict":
                cells.append((f"{signs.conflict + number:>4} ", "row-warning"))
            else:
                sign = signs.compatible if unlike.get(article) == "compatible" else ""
                cells.append((f"{sign + number:>4} ", "row-mark"))
        return (*cells, ("  ", "row-dim"))

    def summary(self) -> str:
        """How many facts, and what the signs mean."""
        if self.story is None:
            return "The articles are not compared yet"
        count, signs = len(self.branches), self.rows.signs
        what = "possible conflict" if self.only_conflicts else "fact"
        about = f" on {printable(self.about)}" if self.about else ""
        if not count:
            return f"No {what}s{about} found"
        return (
            f"{plural(count, what)}{about} · a number: that article states it · "
            f"{signs.conflict} possible conflict · {signs.compatible} differs, compatible · {signs.dot} not found"
        )

    def action_any_name(self) -> None:
        """Show the facts on all names again."""
        self.about = ""
        self.read()

    def action_only_conflicts(self) -> None:
        """Show only possible conflicts, or all facts."""
        self.only_conflicts = not self.only_conflicts
        self.read()
