"""From the sentence that is being read to what each source says of its facts.

Every passage is verbatim and every label stands in a source. A source of which nothing was found says 'not found',
never 'omits': only what was found can be known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.articles import source_label
from tui.articles.model import Article
from tui.reader.coverage import TAGGED, cover
from tui.reader.desk import Desk

if TYPE_CHECKING:
    from tui.comparison.model import Difference, Fact, Mention

Span = tuple[int, int]
State = Literal["said", "not found", "other event", "unknown"]


@dataclass(frozen=True, slots=True)
class Row:
    """What one source says of a fact."""

    article: str
    number: int
    label: str
    state: State
    mention: Mention | None = None
    further: int = 0
    """Number of this passage among those of its source, 0 for the one that is shown first."""
    passages: int = 1
    """Number of passages of this source."""
    marks: tuple[tuple[int, int, str], ...] = ()
    """Spans of the article that differ, and how: conflict or compatible."""


@dataclass(frozen=True, slots=True)
class Group:
    """One fact of the sentence."""

    fact: Fact
    here: Mention
    """The passage in the article that is being read."""
    others: int
    """Number of other sources that state it."""
    sources: int
    """Number of articles of the story."""
    conflicts: tuple[Difference, ...]
    compatible: tuple[Difference, ...]
    rows: tuple[Row, ...]


def groups_for(desk: Desk, article: str, sentence: Span) -> tuple[Group, ...]:
    """The facts of a sentence, possible conflicts first, then those that most sources state.

    Args:
        desk: All that is known.
        article: Id of the article that is being read.
        sentence: Start and end of the sentence.
    """
    story = desk.story_of(article)
    if story is None:
        return ()
    mentions = desk.facts_in(article)
    facts = cover([sentence], mentions)[0].facts
    groups = []
    for fact in facts:
        here = next(mention for mention, other in mentions if other.id == fact.id and mention.end > sentence[0])
        rows = tuple(
            row
            for other in story.articles
            if other != article and other in desk.by_id
            for row in _rows(desk, fact, desk.by_id[other], later=other in story.other_event)
        )
        others = sum(other != article for other in fact.articles)
        order = {"said": 0, "other event": 2, "not found": 1, "unknown": 1}
        groups.append(
            Group(
                fact,
                here,
                others,
                len(story.articles),
                tuple(item for item in fact.differences if item.relation == "conflict"),
                tuple(item for item in fact.differences if item.relation == "compatible" and item.kind not in TAGGED),
                tuple(sorted(rows, key=lambda row: (order[row.state], row.number))),
            )
        )
    return tuple(sorted(groups, key=lambda group: (not group.conflicts, -group.others, group.here.start)))


def marks_of(fact: Fact, article: str) -> tuple[tuple[int, int, str], ...]:
    """The words of an article that differ from those of other sources, a possible conflict above a compatible one."""
    return tuple(
        (value.start, value.end, difference.relation)
        for relation in ("compatible", "conflict")
        for difference in fact.differences
        if difference.relation == relation and difference.kind not in TAGGED
        for value in difference.values
        if value.article == article
    )


def _rows(desk: Desk, fact: Fact, article: Article, *, later: bool) -> list[Row]:
    number, label = desk.numbers[article.id], source_label(article)
    mentions = [mention for mention in fact.mentions if mention.article == article.id]
    marks = marks_of(fact, article.id)
    if mentions:
        mentions.sort(key=lambda mention: (not _differs(mention, marks), -mention.confidence, mention.start))
        return [
            Row(article.id, number, label, "said", mention, further, len(mentions), marks)
            for further, mention in enumerate(mentions)
        ]
    if article.id not in desk.analyses:
        return [Row(article.id, number, label, "unknown")]
    return [Row(article.id, number, label, "other event" if later else "not found")]


def _differs(mention: Mention, marks: tuple[tuple[int, int, str], ...]) -> bool:
    """Whether the passage holds words of a possible conflict, which are to be seen first."""
    return any(how == "conflict" and start < mention.end and mention.start < end for start, end, how in marks)
