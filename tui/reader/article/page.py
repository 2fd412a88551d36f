"""One article at one width, with everything that is known of it: what the article view draws and the keys walk along.

It holds no Textual object, so that motions and marks are tested without a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import normalize

from tui.articles.display import UNSEEN
from tui.articles.model import Article
from tui.reader.article.layers import Mark, analysis_marks, marks_by_line
from tui.reader.article.layout import Layout
from tui.reader.article.margin import Speaker, place_speakers
from tui.reader.article.sentences import sentence_at
from tui.reader.coverage import UNCOVERED, Covered, cover, marks_of
from tui.reader.desk import Desk, Note

if TYPE_CHECKING:
    from tui.language.model import Analysis

Span = tuple[int, int]

NAMES = {
    "entity": "name", "quotation": "quotation", "difference": "difference", "bookmark": "bookmark", "hit": "hit",
    "block": "paragraph", "heading": "heading",
}  # fmt: skip
"""What a jump goes to, in words."""


@dataclass(frozen=True, eq=False)
class Page:
    """An article with its marks, laid out."""

    article: Article
    text: str
    """The printable text, as long as the raw text."""
    layout: Layout
    sentences: tuple[Span, ...]
    """What the cursor walks along."""
    analysis: Analysis | None
    desk: Desk
    margin: int = 0
    """Cells right of the text for the names of speakers."""
    hidden: frozenset[str] = frozenset()
    hits: tuple[Span, ...] = ()

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Bookmarks in this article."""
        return self.desk.notes_in(self.article.id)

    @cached_property
    def covered(self) -> tuple[Covered, ...]:
        """Per sentence, what other sources have."""
        return cover(self.sentences, self.desk.facts_in(self.article.id), self.desk.story_of(self.article.id))

    @cached_property
    def compared(self) -> bool:
        """Whether the comparison speaks of this article."""
        return self.desk.story_of(self.article.id) is not None

    @cached_property
    def sources(self) -> int:
        """Number of articles of its story."""
        story = self.desk.story_of(self.article.id)
        return len(story.articles) if story else len(self.desk.articles)

    @cached_property
    def marks(self) -> dict[int, list[Mark]]:
        """By row of the layout, the marks that lie over it."""
        marks: list[Mark] = []
        if self.analysis is not None:
            marks.extend(analysis_marks(self.analysis, self.hidden))
        if "sources" not in self.hidden:
            facts = {fact.id: fact for _, fact in self.desk.facts_in(self.article.id) if fact.in_conflict}
            found = {mark for fact in facts.values() for mark in marks_of(fact, self.article.id)}
            marks.extend(Mark(start, end, "at-issue") for start, end, how in sorted(found) if how == "conflict")
        if "bookmarks" not in self.hidden:
            marks.extend(Mark(note.start, note.end, "bookmark") for note in self.notes)
        marks.extend(Mark(start, end, "hit") for start, end in self.hits)
        return marks_by_line(marks, [(line.start, line.end) for line in self.layout.lines])

    @cached_property
    def heads(self) -> dict[int, list[int]]:
        """By row, the sentences that begin on it."""
        heads: dict[int, list[int]] = {}
        for index, (start, _) in enumerate(self.sentences):
            heads.setdefault(self.layout.line_at(start), []).append(index)
        return heads

    @cached_property
    def quotation_heads(self) -> frozenset[int]:
        """Rows on which a quotation begins."""
        if self.analysis is None or "quotations" in self.hidden:
            return frozenset()
        return frozenset(self.layout.line_at(quotation.start) for quotation in self.analysis.quotations)

    @cached_property
    def speakers(self) -> dict[int, Speaker]:
        """By row, who is named beside it as the speaker of a quotation that begins there or on the row before."""
        if self.analysis is None or "quotations" in self.hidden:
            return {}
        return place_speakers(self.analysis, self.layout, self.text, self.margin)

    @cached_property
    def note_rows(self) -> frozenset[int]:
        """Rows on which a bookmark begins."""
        if "bookmarks" in self.hidden:
            return frozenset()
        return frozenset(self.layout.line_at(note.start) for note in self.notes)

    def coverage_of(self, index: int) -> Covered:
        """What other sources have of a sentence."""
        return self.covered[index] if index < len(self.covered) else UNCOVERED

    def sentence_at(self, position: int) -> int:
        """Index of the sentence at a position."""
        return sentence_at(self.sentences, position)

    def targets(self, kind: str) -> list[Span]:
        """The things that a jump of this kind goes to, in order of position.

        Kinds: block, heading, entity, quotation, difference, bookmark, hit.
        """
        if kind == "block":
            return [(block.start, block.start) for block in self.article.own_blocks]
        if kind == "heading":
            headings = (block for block in self.article.own_blocks if block.role in ("title", "heading"))
            return [(block.start, block.start) for block in headings]
        if kind == "bookmark":
            return sorted((note.start, note.end) for note in self.notes)
        if kind == "hit":
            return list(self.hits)
        if kind == "difference":
            return [self.sentences[index] for index, covered in enumerate(self.covered) if covered.differs]
        if self.analysis is None:
            return []
        if kind == "entity":
            return [(entity.start, entity.end) for entity in self.analysis.entities if entity.label not in self.hidden]
        return sorted(span for quotation in self.analysis.quotations for span in quotation.spans)

    def why_none(self, kind: str, step: int, matrix_key: str, find_key: str = "") -> str:
        """Why a jump of this kind goes nowhere, in a sentence; with a key to find words where none are found yet."""
        if kind == "hit" and find_key:
            return f"Nothing is being looked for; {find_key} finds words in this article."
        if kind == "difference" and not self.compared:
            return "The story is not compared yet."
        if kind in ("entity", "quotation") and self.analysis is None:
            return "This article is not analysed yet."
        further = f"; {matrix_key} lists those of the whole story" if kind == "difference" else ""
        return f"No {'further' if step > 0 else 'earlier'} {NAMES[kind]} in this article{further}."


def next_after(targets: Sequence[Span], here: int, step: int) -> Span | None:
    """The nearest target that begins after (``step`` 1) or before (-1) a place, None where there is none."""
    if step > 0:
        return next((target for target in targets if target[0] > here), None)
    return next((target for target in reversed(targets) if target[0] < here), None)


def _word_pattern(word: str) -> str:
    letters = []
    for letter in normalize("NFC", word):
        parted = normalize("NFD", letter)
        letters.append(re.escape(letter) if parted == letter else f"(?:{re.escape(letter)}|{re.escape(parted)})")
    return f"{UNSEEN}*".join(letters)


def find_hits(text: str, query: str, visible: Sequence[Span]) -> tuple[Span, ...]:
    """Where the words of a query stand in the visible parts of a text.

    Case is ignored unless the query has a capital letter; white space stands for any white space, and letters for
    themselves in one part or two (NFD), with unseen characters between them.

    Args:
        text: The printable text.
        query: What is looked for.
        visible: The stretches that are shown.
    """
    words = query.split()
    if not words:
        return ()
    flags = re.IGNORECASE if query == query.lower() else re.NOFLAG
    pattern = re.compile(r"\s+".join(_word_pattern(word) for word in words), flags)
    return tuple(hit.span() for start, end in visible for hit in pattern.finditer(text, start, end))
