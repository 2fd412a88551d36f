"""The hits of a search as rows: a heading for each kind, then the hits, matching letters marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.reactive import var

from tui.articles import says_title, source_label
from tui.articles.display import printable, readable
from tui.reader.article.wrapping import cut, cut_around
from tui.reader.comparison.headings import lead_of
from tui.reader.desk import Desk
from tui.reader.painting import paint
from tui.reader.row_list import RowList

if TYPE_CHECKING:
    from tui.library.search import Group, Hit, SearchResults

HEADINGS = {
    "passage": "Passages",
    "title": "Titles",
    "entity": "Names",
    "speaker": "Speakers",
    "fact": "Facts",
}


class SearchRows(RowList):
    """Two lines a hit: its words, and where they stand."""

    row_height = 2

    desk: var[Desk] = var(Desk)
    results: var[SearchResults | None] = var(None)

    def __init__(self, *, signs: str = "unicode", id: str | None = None) -> None:
        """Make an empty list with an icon set."""
        super().__init__(signs=signs, id=id)
        self._rows: list[Hit | None] = []
        self._groups: dict[int, Group] = {}
        """The group whose heading stands in a row."""

    def watch_results(self) -> None:
        """Show the new hits from the top."""
        self._rows, self._groups = [], {}
        for group in self.results.groups if self.results is not None else ():
            if group.hits:
                self._groups[len(self._rows)] = group
                self._rows += [None, *group.hits]
        self.set_reactive(RowList.chosen, 1 if self._rows else 0)
        self.scroll_to(y=0, animate=False, force=True, immediate=True)
        self.rows_changed()

    def row_count(self) -> int:
        """Headings and hits."""
        return len(self._rows)

    def hit_at(self, index: int) -> Hit | None:
        """The hit of a row, None for a heading."""
        return self._rows[index] if index < len(self._rows) else None

    def action_row(self, step: int) -> None:
        """Pass over headings."""
        index = self.chosen + step
        if 0 <= index < len(self._rows) and self.hit_at(index) is None:
            index += step
        if 0 < index < len(self._rows):
            self.choose(index)

    def row_line(self, index: int, line: int, width: int) -> Sequence[Segment]:
        """A heading with its count, or a hit."""
        hit = self._rows[index]
        if hit is None:
            return self._heading(self._groups[index], line)
        if line == 0:
            return [Segment("  "), *self._words(hit, width - 3)]
        article = self.desk.by_id.get(hit.article)
        if article is None:
            return []
        number = self.desk.numbers.get(hit.article, 0)
        label, title = printable(source_label(article)), printable(article.title)
        words = [] if says_title(label, title) else [label]
        if title and (hit.kind != "title" or not words):
            words.append(title)
        warned = f"{self.signs.conflict} possible conflict  " if self._in_conflict(hit) else ""
        where = cut(f"{number}  {f' {self.signs.dot} '.join(words)}", width - 3 - len(warned), self.signs.ellipsis)
        dim, warning = self.style_named("row-dim"), self.style_named("row-warning")
        return [Segment("  "), Segment(warned, warning), Segment(where, dim)]

    def _in_conflict(self, hit: Hit) -> bool:
        story = self.desk.story_of(hit.article) if hit.kind == "fact" else None
        return story is not None and any(fact.id == hit.key and fact.in_conflict for fact in story.facts)

    def _heading(self, group: Group, line: int) -> Sequence[Segment]:
        if line == 0:
            return []
        left_out = group.total - len(group.hits)
        more = f", the best {len(group.hits)} shown" if left_out > 0 else ""
        return [
            Segment(" "),
            Segment(HEADINGS[group.kind], self.style_named("row-heading")),
            Segment(f"  {group.total:,}{more}", self.style_named("row-dim")),
        ]

    def _words(self, hit: Hit, width: int) -> list[Segment]:
        """The words around the first match, cut to the row."""
        quoted = hit.kind in ("fact", "passage")
        lead = lead_of(self.desk, hit.article, hit.start, self.signs.ellipsis) if quoted else ""
        words, ahead = readable(lead + hit.text), len(lead)
        matches = (hit.highlights[0][0] + ahead, hit.highlights[-1][1] + ahead) if hit.highlights else (0, 0)
        shown, shift = cut_around(words, matches, width, self.signs.ellipsis)
        shift += ahead
        marks = [(first + shift, last + shift, "match") for first, last in hit.highlights if first + shift >= 0]
        length = len(shown)
        marks = [(first, min(last, length), name) for first, last, name in marks if first < length]
        return paint(shown, 0, length, marks, self._style)

    def _style(self, names: tuple[str, ...]) -> Style:
        return self.style_named("row-match") if names else Style()
