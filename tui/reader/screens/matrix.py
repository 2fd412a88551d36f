"""Facts by sources: under each number stands whether that article states the fact; a fact opens to the passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.events import Resize
from textual.reactive import var

from tui.articles import labels_among
from tui.articles.display import printable
from tui.comparison.model import Difference, Fact, Mention, Story
from tui.library.counting import plural
from tui.reader.article.wrapping import cut
from tui.reader.bars import Bar, Piece
from tui.reader.commands import Command, Place, bindings
from tui.reader.comparison.headings import heading_of, lead_of
from tui.reader.comparison.wording import sides_of
from tui.reader.copies import copy_lead
from tui.reader.coverage import marks_of, other_sources, spread, told
from tui.reader.outline import Leaf, OutlineRows
from tui.reader.screens.matrix_rows import FactBranch, FactRows
from tui.reader.screens.outline import OutlineScreen

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.articles.model import Article

LEAST_NAME = 8
"""Cells below which a source cannot be named by its beginning."""
ROOM_FOR_NAME = 12
"""Cells for each source below which the names share two lines."""
COLUMNS = 24
"""Articles that get a column of their own; a story of more is listed without columns."""


class MatrixScreen(OutlineScreen):
    """Facts, most shared first; possible conflicts are marked."""

    PLACE: ClassVar[Place] = "matrix"
    COUNTED: ClassVar[tuple[str, str]] = ("fact", "facts")
    ROWS: ClassVar[type[OutlineRows]] = FactRows
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("matrix")]
    KEYS: ClassVar[tuple[Place, ...]] = ("list", "matrix", "outline")

    only_conflicts: var[bool] = var(False)
    about: var[str] = var("")
    """The name of whom or what the facts shall speak; empty: of anything."""

    @property
    def story(self) -> Story | None:
        """The story that is being read."""
        return self.desk.story_of(self.room.reading.article_id)

    def outline(self) -> tuple[FactBranch, ...]:
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

    def _branch(self, story: Story, fact: Fact) -> FactBranch:
        # Every part has the same width in every row, so that the counts stand in line.
        total = str(len(other_sources(story.articles, "", story.sources)))
        counts = f"{len(other_sources(fact.articles, '', story.sources)):>{len(total)}} of {total}"
        label = head = heading_of(self.desk, fact, self.rows.signs.ellipsis)
        if fact.in_conflict:  # the words of one side alone would tell only one of the readings
            head = f"{printable(', '.join(fact.conflicts))}: {label}"
        return FactBranch(
            head,
            f"{counts}, {plural(fact.origins, 'origin'):<9}",
            tuple(self._leaf(fact, mention) for mention in fact.mentions),
            fact.id,
            label,
            counts,
            tuple((difference.respect, self._sides(difference)) for difference in fact.disputed),
            self._cells(story, fact),
        )

    def _sides(self, difference: Difference) -> tuple[tuple[str, ...], ...]:
        """The words of each side, equal figures once; none where whole passages differ."""
        sides = sides_of(self.desk, difference, "") if difference.of_words else ()
        return tuple(tuple(words for words, _ in side) for side in sides)

    def _leaf(self, fact: Fact, mention: Mention) -> Leaf:
        """A passage with the words at issue of its sentence, the first of them marked and so in sight."""
        note = mention.modality + (f", {mention.origin}" if mention.origin else "")
        at_issue = [(start, end) for start, end, how in marks_of(fact, mention.article) if how == "conflict"]
        article = self.desk.by_id.get(mention.article)
        if article is None:
            return Leaf(mention.article, mention.start, mention.end, mention.text, note=note)
        start, end = mention.start, mention.end
        if at_issue:
            start, end = spread((start, end), at_issue, self.sentence_around(article, start, end))
        lead = lead_of(self.desk, article.id, start, self.rows.signs.ellipsis)
        ahead = len(lead) - start
        inside = [(first + ahead, last + ahead) for first, last in at_issue if start <= first and last <= end]
        mark = min(inside, default=(0, 0))
        return Leaf(mention.article, mention.start, mention.end, lead + article.text[start:end], mark, note)

    def _cells(self, story: Story, fact: Fact) -> tuple[tuple[str, str], ...]:
        """The number of each article that states the fact, a sign before it where it may contradict another."""
        if len(story.articles) > COLUMNS:
            return ()
        signs, stated = self.rows.signs, set(fact.articles)
        unlike = {
            value.article: difference.relation
            for relation in ("compatible", "conflict")
            for difference in fact.differences
            if difference.relation == relation and told(difference)
            for value in difference.values
        }
        cells = []
        wide = 1 + len(str(max(map(self._number, story.articles))))
        for article in sorted(story.articles, key=self._number):
            number = str(self._number(article))
            if article not in stated:
                cells.append((f"{signs.dot:>{wide}} ", "row-dim"))
            elif unlike.get(article) == "conflict":
                cells.append((f"{signs.conflict + number:>{wide}} ", "row-warning"))
            else:
                sign = signs.compatible if unlike.get(article) == "compatible" else ""
                cells.append((f"{sign + number:>{wide}} ", "row-mark"))
        return tuple(cells)

    def _number(self, article: str) -> int:
        return self.desk.numbers.get(article, 0)

    def summary(self) -> str:
        """How many facts, and what the signs mean."""
        if self.story is None:
            return "The articles are not compared yet"
        if len(self.story.articles) < 2:
            return "Facts need two sources; this article stands alone"
        count, signs = len(self.branches), self.rows.signs
        what = "possible conflict" if self.only_conflicts else "fact"
        about = f" on {printable(self.about)}" if self.about else ""
        back = f", {self.room.key('only-conflicts')} shows all facts" if self.only_conflicts else ""
        if not count or back:
            return (plural(count, what) + about if count else f"No {what}s{about} found") + back
        return (
            f"{plural(count, what)}{about}   {signs.conflict} possible conflict  {signs.compatible} compatible  "
            f"{signs.dot} not found"
        )

    def commands(self) -> Iterator[Command]:
        """Without the way back to all names where all are shown."""
        return (command for command in super().commands() if self.about or command.id != "any-name")

    def compose(self) -> ComposeResult:
        """The outline below the names of the sources."""
        head, *others = super().compose()
        yield head
        yield Bar(id="matrix-sources")
        yield Bar(id="matrix-sources-more")
        yield from others

    def read(self) -> None:
        """Make the branches anew, and say which source each number stands for."""
        super().read()
        self._name_sources()

    def on_resize(self, event: Resize) -> None:
        """Fit the names of the sources."""
        self._name_sources()

    def _name_sources(self) -> None:
        """Say which source each number stands for, on one line or, where that is too short, on two."""
        width = self.size.width - 2
        articles = [self.desk.by_id[one] for one in self._shown()]
        articles.sort(key=lambda one: self._number(one.id))
        beside = len(articles) if width >= ROOM_FOR_NAME * len(articles) else -(-len(articles) // 2)
        if width < LEAST_NAME * beside:
            articles = []
        lines = articles[:beside], articles[beside:]
        for bar, line in zip(self.query("#matrix-sources, #matrix-sources-more").results(Bar), lines, strict=True):
            bar.left = self._names(line, width // max(1, beside), aligned=bool(lines[1]))
            bar.display = bool(line)

    def _shown(self) -> list[str]:
        """The story's articles that are there."""
        return [one for one in self.story.articles if one in self.desk.by_id] if self.story else []

    def _names(self, articles: Sequence[Article], room: int, *, aligned: bool) -> tuple[Piece, ...]:
        """Sources by their numbers, each in as many cells at most; aligned, in just as many."""
        pieces: list[Piece] = []
        labels = labels_among(
            (self.desk.by_id[one] for one in self._shown()), self.rows.signs.ellipsis, when_first=True
        )
        for article in articles:
            number, sign = str(self._number(article.id)), self.rows.signs.ellipsis
            label, left = printable(labels[article.id]), max(1, room - len(number) - 3)
            lead = copy_lead(self.desk, article.id, article.id)
            label = cut(lead + label if cell_len(lead) + LEAST_NAME <= left else label, left, sign)
            gap = room - len(number) - 1 - cell_len(label) if aligned else 2
            pieces += [(number, "key", ""), (f" {label}{' ' * gap}", "dim", "")]
        return tuple(pieces)

    def action_any_name(self) -> None:
        """Show the facts on all names again."""
        self.about = ""
        self.read()

    def action_only_conflicts(self) -> None:
        """Show only possible conflicts, or all facts."""
        self.only_conflicts = not self.only_conflicts
        self.read()
