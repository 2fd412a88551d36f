"""The comparison as lines of segments, with the lines of each passage known, so that it can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.articles import source_label
from tui.articles.language import GERMAN, language_name
from tui.articles.model import Article
from tui.reader.article.wrapping import cut, odd_characters, wrap
from tui.reader.comparison.wording import around, counts, safe, said_words, sides_of, without_sides
from tui.reader.desk import Desk
from tui.reader.icons import Icons
from tui.reader.painting import paint

if TYPE_CHECKING:
    from tui.comparison.model import Difference
    from tui.reader.comparison.groups import Group, Row
    from tui.reader.comparison.said import Said
    from tui.reader.comparison.tabs import Tab

StyleOf = Callable[[tuple[str, ...]], Style]

Opened = tuple[str, str]
"""Ids of a fact and of an article whose row shows its context."""

HEADING_LINES = 3
"""Lines of a fact's heading that are shown; one where the pane is low."""
BROAD = 56
"""Cells from which a source and its tags share a line."""
NOTHING = {"not found": "not found", "other event": "other event", "unknown": "not read yet"}


class Target(NamedTuple):
    """Lines that can be chosen: a source's passage, a source without one, or a decision of the reader."""

    first: int
    last: int
    group: Group | None = None
    row: Row | None = None
    said: Said | None = None
    """The reader's word that stands on it."""


@dataclass
class Lines:
    """Collects the lines of the panel."""

    width: int
    style_of: StyleOf
    signs: Icons
    text_of: Callable[[Article], str]
    """Gives the printable text of an article."""
    lines: list[list[Segment]] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    def words(self, words: str, *names: str, indent: int = 0) -> None:
        """Add words of the program, wrapped."""
        self.passage(words, 0, len(words), (), names, indent=indent)

    def passage(
        self, text: str, start: int, end: int, marks: Sequence[tuple[int, int, str]], names: Sequence[str], *,
        indent: int = 0, lead: str = "", trail: str = "",
    ) -> None:  # fmt: skip
        """Add a stretch of text with its marks, wrapped; ``lead`` and ``trail`` stand for what is cut off."""
        shown, shift = lead + text[start:end] + trail, len(lead) - start
        moved = [(first + shift, last + shift, name) for first, last, name in marks if first < end and last > start]
        for first, last in wrap(shown, 0, len(shown), max(8, self.width - indent), odd_characters(shown)):
            line = [Segment(" " * indent, self.style_of(("panel",)))]
            line.extend(paint(shown, first, last, moved, self.style_of, base=("panel", *names)))
            self.lines.append(line)

    def gap(self) -> None:
        """Add an empty line."""
        self.lines.append([])

    def tabs(self, shown: Sequence[Tab], words: str, hint: str) -> bool:
        """Add the line of the tabs, with words at its end where they fit; returns whether they did.

        Args:
            shown: The tabs.
            words: What is said at the end of the line.
            hint: How to go on to the next one, said behind the tabs where there is room for that too.
        """
        line = [Segment(tab.words, self.style_of(("panel", tab.style))) for tab in shown]
        room = self.width - sum(segment.cell_length for segment in line)
        fits = cell_len(words) < room
        if fits:
            room -= cell_len(words)
        hint = f" {hint}" if cell_len(hint) + 2 <= room else ""
        line.append(Segment(hint, self.style_of(("panel", "dim"))))
        if fits:
            line.append(Segment(" " * (room - cell_len(hint)) + words, self.style_of(("panel", "dim"))))
        self.lines.append(line)
        return fits

    def group(self, desk: Desk, group: Group, expanded: frozenset[Opened], *, low: bool, counted: bool) -> None:
        """Add one fact: heading, sources and origins, differences, then a row per source.

        Args:
            desk: All that is known.
            group: The fact.
            expanded: The rows that show their context.
            low: Whether the pane has few lines.
            counted: Whether the number of sources stands on the line of the tabs already.
        """
        self.heading(group.heading, 1 if low else HEADING_LINES)
        if not counted:
            self.words(counts(group), "dim")
        for difference in group.conflicts:
            self.conflict(desk, difference, group.here.article, low=low)
        for difference in group.compatible:
            lead, rest = f"{self.signs.compatible} Compatible", f": {safe(difference.reason)}"
            # Where lines are few, the passages need them more than the end of a reason.
            rest = cut(rest, self.width - cell_len(lead), self.signs.ellipsis) if low else rest
            self.told(lead, rest, "compatible-sign")
        nothing = False
        for row in group.rows:
            opened = (group.fact.id, row.article) in expanded
            if row.further and not opened:
                continue
            if not low and not row.further and (row.mention is not None or not nothing):
                self.gap()
            nothing = row.mention is None
            first = len(self.lines)
            self.source(desk, row, opened)
            self.targets.append(Target(first, len(self.lines) - 1, group, row, row.said))

    def heading(self, words: str, most: int) -> None:
        """Add what a fact is called, in so many lines at most."""
        spans = wrap(words, 0, len(words), self.width, odd_characters(words))
        whole = spans if len(spans) <= most else spans[: most - 1]
        for first, last in whole:
            self.words(words[first:last], "label")
        if len(whole) < len(spans):
            self.words(cut(words[spans[most - 1][0] :], self.width, self.signs.ellipsis), "label")

    def decisions(self, desk: Desk, said: Sequence[Said]) -> None:
        """Add the reader's decisions on the sentence that no row shows."""
        if not said:
            return
        self.gap()
        self.words("Your decisions here", "dim")
        for one in said:
            first, (identity, start, end) = len(self.lines), one.there
            article = desk.by_id[identity]
            label = safe(source_label(article, self.signs.ellipsis))
            self.lines.append(self._source_name(desk.numbers[identity], label, ""))
            self.words(said_words(one, self.signs), "said", indent=2)
            self.passage(self.text_of(article), start, end, ((start, end, "passage"),), ("around",), indent=2)
            self.targets.append(Target(first, len(self.lines) - 1, said=one))

    def conflict(self, desk: Desk, difference: Difference, here: str, *, low: bool) -> None:
        """Add what stands against what, with the numbers of the sources, then the reason.

        Args:
            desk: All that is known.
            difference: A possible conflict.
            here: Id of the article that is being read.
            low: Whether the pane has few lines; the words then share them, and the reason is left out.
        """
        lead = f"{self.signs.conflict} Possible conflict"
        sides: list[tuple[str, list[tuple[int, int, str]]]] = []
        for side in sides_of(desk, difference, here):
            words = "against " if sides else ""
            marks = [(0, len(words), "dim")]
            for at, (reading, numbers) in enumerate(side):
                words += f" {self.signs.dot} " if at else ""
                marks.append((len(words), len(words) + len(numbers), "number"))
                # In quotation marks, since the number of a source before a figure would read as one figure.
                words += f"{numbers} {self.signs.quoted(reading)}"
            sides.append((words, marks))
        if low:
            self.told(lead, f": {' '.join(words for words, _ in sides)}", "conflict-sign")
            return
        self.told(lead, f": {difference.respect}", "conflict-sign")
        for words, marks in sides:
            self.passage(words, 0, len(words), marks, ("value-of-source",), indent=2)
        named = [safe(value.text) for value in difference.values]
        self.words(without_sides(safe(difference.reason), named), "dim", indent=2)

    def told(self, lead: str, rest: str, style: str) -> None:
        """Add words of the program with the first of them marked."""
        self.passage(lead + rest, 0, len(lead + rest), ((0, len(lead), style),), ())

    def source(self, desk: Desk, row: Row, opened: bool) -> None:
        """Add a passage of one source: its label over the first one, then modality, origin and words."""
        label = safe(row.label)
        if row.mention is None:
            words = f": {NOTHING[row.state]}"
            name = cut(label, max(4, self.width - len(f"{row.number} ") - len(words)), self.signs.ellipsis)
            self.words(f"{row.number} {name}{words}", "dim")
            return
        tags = self._tags(row, desk.by_id[row.article].language)
        if not row.further:
            more = f" +{row.passages - 1}" if row.passages > 1 and not opened else ""
            line = self._source_name(row.number, label, more)
            if self.width >= BROAD:
                tags, line = [], [*line, *tags]
            self.lines.append(line)
        if tags:
            self.lines.append(tags)
        if row.said is not None:
            self.words(said_words(row.said, self.signs), "said", indent=2)
        mention, article = row.mention, desk.by_id[row.article]
        place, at_issue = (mention.start, mention.end), [(first, last) for first, last, _ in row.marks]
        start, end, lead, trail = around(desk, article, place, at_issue, opened, self.signs.ellipsis)
        marks = [(*place, "passage"), *row.marks]
        self.passage(self.text_of(article), start, end, marks, ("around",), indent=2, lead=lead, trail=trail)

    def _source_name(self, number: int, label: str, more: str) -> list[Segment]:
        room = self.width if self.width < BROAD else self.width // 2
        name = cut(label, max(4, room - len(f"{number} ") - len(more)), self.signs.ellipsis)
        return [
            Segment(f"{number} ", self.style_of(("panel", "number"))),
            Segment(name, self.style_of(("panel", "source"))),
            Segment(more, self.style_of(("panel", "dim"))),
        ]

    def _tags(self, row: Row, language: str) -> list[Segment]:
        """How the source states it, and who is named as knowing it; only the language where it is not German."""
        if row.mention is None:
            return []
        tag, origin = row.mention.modality.upper(), safe(row.mention.origin or "")
        if language != GERMAN:
            # What hedges and denies is known of German words alone.
            tag, origin = language_name(language).upper(), ""
        room = max(1, (self.width if self.width < BROAD else self.width // 2) - 3 - len(tag))
        return [
            Segment("  ", self.style_of(("panel",))),
            Segment(tag, self.style_of(("panel", "tag"))),
            Segment(f" {cut(origin, room, self.signs.ellipsis)}", self.style_of(("panel", "origin"))),
        ]
