"""A tree becomes lines: one for each paragraph, heading, list item, table row, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui.articles.blocks.wrapping import ends_sentence
from tui.articles.pages.breaks import are_authors, goes_on_behind
from tui.articles.pages.tags import BLOCKS, HEADINGS, SILENT
from tui.articles.pages.words import plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Kind = Literal["heading", "paragraph", "item", "row", "quote", "code"]

_IN_A_LINE = frozenset({"p", "li", "a", "span", "em", "strong", "b", "i", "td", "th", "font", "u", "small"}) | HEADINGS
_HOLDERS = frozenset({"div", "section", "header", "footer", "article"})
_LONG_CELL = 250
"""Code points of a cell from which a table is there for the layout and not for its data."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one paragraph, heading, item or row."""

    text: str
    kind: Kind
    place: int
    """The number of the element in which it stands, in document order."""
    linked: int = 0
    """How many of its code points stand in links."""
    bold: bool = False
    """Whether all of it is set in bold."""


@dataclass(slots=True)
class _Open:
    """The line that is being gathered."""

    pieces: list[str] = field(default_factory=list)
    size: int = 0
    """Code points without white space at the pieces' ends."""
    linked: int = 0
    bold: int = 0
    place: int = 0
    last: str = ""
    """The last piece that is more than white space."""

    def add(self, text: str, place: int, linked: bool, bold: bool) -> None:
        words = text.strip()
        self.pieces.append(text)
        if not words:
            return
        self.place = self.place if self.last else place
        self.last = words
        self.size += len(words)
        self.linked += len(words) if linked else 0
        self.bold += len(words) if bold else 0


def is_block(element: HtmlElement) -> bool:
    """Whether an element's words stand apart; elements that a site made up do unless they stand within a line."""
    tag = element.tag
    if tag in BLOCKS:
        return True
    parent = element.getparent()
    return "-" in tag and (parent is None or parent.tag not in _IN_A_LINE)


def lines_of(root: HtmlElement) -> list[Line]:
    """The lines of a tree, with the places that `places` numbers."""
    return list(_Gatherer(root).lines())


def places(root: HtmlElement) -> dict[HtmlElement, tuple[int, int]]:
    """For each element its number in document order, and the first number behind its descendants."""
    numbers = {element: number for number, element in enumerate(root.iter())}
    ends: dict[HtmlElement, int] = {}
    for element, number in reversed(numbers.items()):
        ends[element] = ends[element[-1]] if len(element) else number + 1
    return {element: (number, ends[element]) for element, number in numbers.items()}


class _Gatherer:
    """One walk through a tree."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self.open = _Open()
        self.kinds: list[Kind] = []
        self.links = self.bolds = self.codes = 0
        self.row: list[str] | None = None
        self.table: list[bool] = []
        self.apart: dict[HtmlElement, bool] = {}
        """Whether a part has no words beside those of its elements."""
        self.broken: dict[HtmlElement, bool] = {}
        """Whether the line breaks of a part are its author's."""

    def lines(self) -> Iterator[Line]:
        from lxml.etree import iterwalk

        walk = iterwalk(self.root, events=("start", "end"))
        numbers = {element: number for number, element in enumerate(self.root.iter())}
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if not tag or tag in SILENT:
                    walk.skip_subtree()
                else:
                    yield from self._start(element, tag, numbers[element])
                continue
            if tag and tag not in SILENT:
                yield from self._end(element, tag, numbers[element])
            if element is not self.root and element.tail:
                self._add(element.tail, numbers[element])
        yield from self._flush()

    def _start(self, element: HtmlElement, tag: str, place: int) -> Iterator[Line]:
        if tag == "table":
            self.table.append(_holds_data(element))
        if tag == "br":
            yield from self._break(element)
        elif is_block(element) and not self._in_cell(tag):
            yield from self._flush()
        elif self._signs(element):
            # On a line of its own, with the dash that texts have there.
            yield from self._flush()
            self.open.pieces.append("— ")
        elif self._parted(element):
            self.open.pieces.append(" ")
        if tag in HEADINGS or tag in ("li", "blockquote", "pre", "dt", "dd"):
            kind: Kind = "heading" if tag in HEADINGS else "quote" if tag == "blockquote" else "item"
            self.kinds.append("code" if tag == "pre" else kind)
        if self.table and self.table[-1] and tag == "tr":
            self.row = []
        self.links += tag == "a"
        self.bolds += tag in ("b", "strong")
        self.codes += tag == "pre"
        if element.text:
            self._add(element.text, place)

    def _end(self, element: HtmlElement, tag: str, place: int) -> Iterator[Line]:
        self.links -= tag == "a"
        self.bolds -= tag in ("b", "strong")
        if self.row is not None and tag in ("td", "th", "tr"):
            cell = plain("".join(self.open.pieces))
            self.row += [cell] if cell else []
            self.open = _Open(place=place) if tag != "tr" else self.open
            if tag == "tr":
                if self.row:
                    yield Line("; ".join(self.row), "row", place)
                self.row, self.open = None, _Open()
        elif is_block(element) and not self._in_cell(tag):
            yield from self._flush()
        if tag in HEADINGS or tag in ("li", "blockquote", "pre", "dt", "dd"):
            self.kinds.pop()
        self.codes -= tag == "pre"
        if tag == "table":
            self.table.pop()

    def _in_cell(self, tag: str) -> bool:
        """Whether the element stands in a cell of data, which is one piece of its row."""
        return self.row is not None and tag != "tr"

    def _parted(self, element: HtmlElement) -> bool:
        """Whether two elements follow each other without anything between: a page sets them apart by its styles.

        Elements of two kinds do so where the part that holds them has no words of its own: a box with name and office.
        """
        before, parent = element.getprevious(), element.getparent()
        if before is None or before.tail or element.tag == "br":
            return False
        if before.tag == element.tag:
            return True
        if parent.tag not in _HOLDERS or not isinstance(before.tag, str) or before.tag == "br":
            return False
        if parent not in self.apart:
            # Looked at once for all its elements: there may be a hundred thousand.
            self.apart[parent] = not any((words or "").strip() for words in (parent.text, *(c.tail for c in parent)))
        return self.apart[parent] and element.text is not None and element.text[:1].isalnum()

    def _signs(self, element: HtmlElement) -> bool:
        """Whether an element at the end of a quotation names who is quoted."""
        last = element.getnext() is None and not (element.tail or "").strip()
        return last and element.tag == "cite" and "quote" in self.kinds and any(map(str.isalnum, self.open.last))

    def _add(self, text: str, place: int) -> None:
        self.open.add(text, place, self.links > 0, self.bolds > 0)

    def _break(self, element: HtmlElement) -> Iterator[Line]:
        """A line break parts two paragraphs where it is doubled, or stands behind a long sentence or a bold line."""
        before, after = element.getprevious(), element.getnext()
        if self.row is not None or not self.open.last:
            self.open.pieces.append(" ")
            return
        doubled = before is not None and before.tag == "br" and not (before.tail or "").strip()
        doubled = doubled or (after is not None and after.tag == "br" and not (element.tail or "").strip())
        bold = self.open.bold >= self.open.size and not self.bolds
        alone = before is not None and before.tag != "br" and not (before.tail or "").strip()
        alone = alone and after is not None and not (element.tail or "").strip()
        bold = bold or (after is not None and after.tag in ("b", "strong") and not (element.tail or "").strip())
        long = self.open.size > 120 and ends_sentence(self.open.last)
        if doubled or bold or alone or long or self.codes or self._is_authors(element):
            yield from self._flush()
        else:
            self.open.pieces.append(" ")

    def _is_authors(self, line_break: HtmlElement) -> bool:
        """Whether a line break parts two lines that their author set apart, and no sentence goes on behind it."""
        parent = line_break.getparent()
        if parent not in self.broken:
            self.broken[parent] = are_authors(parent)
        return self.broken[parent] and not goes_on_behind(line_break)

    def _flush(self) -> Iterator[Line]:
        gathered, self.open = self.open, _Open()
        written = "".join(gathered.pieces)
        kind = self.kinds[-1] if self.kinds else "paragraph"
        for part in written.splitlines() if self.codes else [written]:
            text = plain(part)
            if text:
                size = max(1, len(text))
                yield Line(text, kind, gathered.place, min(gathered.linked, size), gathered.bold >= 0.95 * size)


def _holds_data(table: HtmlElement) -> bool:
    """Whether a table is one of data: short cells, at least two in a row, and no page parts in them."""
    if any(element is not table for element in table.iter("table", "h1", "h2", "form", "article")):
        return False
    cells = list(table.iter("td", "th"))
    if any(len(cell.text_content()) > _LONG_CELL for cell in cells):
        return False
    return any(sum(child.tag in ("td", "th") for child in row) > 1 for row in table.iter("tr"))
