"""The rows of the matrix: a fact with the sources that state it, on one line or, where that is too narrow, on two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment

from tui.articles.display import printable
from tui.reader.article.wrapping import cut
from tui.reader.icons import Icons
from tui.reader.outline import Branch, OutlineRows

LEAST_FACT = 36
"""Cells below which a fact is not told from others by its beginning and gets a line of its own."""
BROAD_FACT = 60
"""Cells that a fact is left before the number of origins is said beside it."""
LEAST_WORDS = 12
"""Cells below which the beginning of a fact's words says nothing beside readings that contradict each other."""
AROUND = 7
"""Cells of a fact's line for its sign, the gaps before its words and its counts, and the end."""
INDENT = 10
"""Cells before what is said of a passage on a line of its own."""

Sides = Sequence[Sequence[str]]
"""For each side of a possible conflict its readings; none where whole passages contradict each other."""
Conflict = tuple[str, Sides]
"""The kind of a possible conflict and its sides."""


@dataclass(frozen=True, slots=True)
class FactBranch(Branch):
    """A fact; the heading holds all words that it is found by, whatever of them there is room for."""

    label: str = ""
    """The words of the fact alone."""
    counts: str = ""
    """How many sources state it; the note says from how many origins too."""
    conflicts: tuple[Conflict, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    """Words and style name for each source, the same width in every branch; ``row-dim`` where it was not found."""


class FactRows(OutlineRows):
    """Facts with their sources, and the passages of those that are open."""

    def rows_changed(self) -> None:
        """Give the facts a line of their own where the sources leave too little of one, or cut readings that fit it."""
        width = self.scrollable_content_region.width
        facts = [branch for branch in self.branches if isinstance(branch, FactBranch)]
        self.row_height = 2 if any(self._cramped(fact, width) for fact in facts) else 1
        super().rows_changed()

    def row_line(self, index: int, line: int, width: int) -> Sequence[Segment]:
        """A line of a fact or of a passage."""
        fact, leaf = self.rows[index]
        alone, dim = self.row_height == 1, self.style_named("row-dim")
        if leaf is not None:
            if line:
                return [Segment(" " * INDENT + cut(printable(leaf.note), width - INDENT - 1, self.signs.ellipsis), dim)]
            return self.leaf_line(leaf, width, noted=alone)
        assert isinstance(fact, FactBranch)
        if line:
            return self._sources(fact, width)
        if not alone:
            return [self.branch_sign(fact), self._named(fact, width - 4)]
        note = self._beside(fact, width)
        room = _room(fact, note, width)
        words = self._named(fact, room)
        space = " " * (2 + room - words.cell_length)
        return [self.branch_sign(fact), *self._cells(fact.cells), Segment(" "), words, Segment(space + note, dim)]

    def _cramped(self, fact: FactBranch, width: int) -> bool:
        room = _room(fact, "", width)
        whole = _whole(fact, room, self.signs) or not _whole(fact, width - 4, self.signs)
        return room < LEAST_FACT or not whole

    def _beside(self, fact: FactBranch, width: int) -> str:
        """What is said at the end of a fact's line; sources can be counted in it, so its own words come first."""
        fits = _whole(fact, _room(fact, "", width), self.signs)
        for note, least in ((fact.note, BROAD_FACT), (fact.counts, LEAST_FACT)):
            room = _room(fact, note, width)
            if room >= least and (_whole(fact, room, self.signs) or not fits):
                return note
        return ""

    def _sources(self, fact: FactBranch, width: int) -> list[Segment]:
        """The sources of a fact whose words stand above them; of too many only those that state it."""
        dim = self.style_named("row-dim")
        if _room(fact, fact.note, width) >= 0:
            return [Segment("   "), *self._cells(fact.cells), Segment(f"  {fact.note}", dim)]
        counts = f"   {fact.counts}  "
        stated = " ".join(words.strip() for words, name in fact.cells if name != "row-dim")
        stated = cut(stated, width - len(counts) - 1, self.signs.ellipsis)
        return [Segment(counts, dim), Segment(stated, self.style_named("row-mark"))]

    def _named(self, fact: FactBranch, room: int) -> Segment:
        return Segment(fact_words(fact, room, self.signs), self.style_named("row-title"))

    def _cells(self, cells: Sequence[tuple[str, str]]) -> list[Segment]:
        return [Segment(words, self.style_named(name)) for words, name in cells]


def fact_words(fact: FactBranch, room: int, signs: Icons) -> str:
    """What a fact is called in so many cells; of a possible conflict all readings are seen, whatever else is not."""
    if not fact.conflicts:
        return cut(fact.label, room, signs.ellipsis)
    named = ", ".join(f"{kind} {_readings(sides, signs)}".rstrip() for kind, sides in fact.conflicts)
    # A label that begins within its sentence says so by an ellipsis; behind the readings one for the cut is enough.
    label, left = fact.label.removeprefix(f"{signs.ellipsis} "), room - cell_len(named) - len(": ")
    if cell_len(label) <= left or left >= LEAST_WORDS:
        return f"{named}: {cut(label, left, signs.ellipsis)}"
    if cell_len(named) <= room:
        return named
    conflicts = [sides for _, sides in fact.conflicts if sides]
    longest = max((cell_len(word) for sides in conflicts for words in sides for word in words), default=0)
    # What is at issue is worth more than the room around it; only then are the longest readings cut.
    ways = ((longest, " / "), *((most, "/") for most in range(longest, 1, -1)))
    for most, between in ways:
        shown = ", ".join(
            _readings([[cut(word, most, signs.ellipsis) for word in words] for words in sides], signs, between)
            for sides in conflicts
        )
        if cell_len(shown) <= room:
            return shown
    return cut(named, room, signs.ellipsis)


def _whole(fact: FactBranch, room: int, signs: Icons) -> bool:
    """Whether all readings of a fact's possible conflicts fit into so many cells; of none they do."""
    return cell_len(", ".join(_readings(sides, signs) for _, sides in fact.conflicts if sides)) <= room


def _readings(sides: Sides, signs: Icons, between: str = " / ") -> str:
    return between.join(", ".join(map(signs.quoted, words)) for words in sides)


def _room(fact: FactBranch, note: str, width: int) -> int:
    """Cells that are left for a fact's words between its sources and a note."""
    return width - _width(fact.cells) - cell_len(note) - AROUND


def _width(cells: Sequence[tuple[str, str]]) -> int:
    return sum(cell_len(words) for words, _ in cells)
