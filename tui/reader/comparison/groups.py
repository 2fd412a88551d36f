"""From the sentence that is being read to what each source says of its facts.

Every passage is verbatim and every label stands in a source. A source of which nothing was found says 'not found',
never 'omits': only what was found can be known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from tui.articles import labels_among, says_title, source_label
from tui.articles.model import Article
from tui.reader.comparison.headings import headings
from tui.reader.comparison.said import Said, said_of
from tui.reader.copies import copy_lead
from tui.reader.coverage import Span, cover, marks_of, other_sources, told
from tui.reader.desk import Desk

if TYPE_CHECKING:
    from tui.comparison.model import Difference, Fact, Mention, Story

State = Literal["said", "not found", "other event", "unknown"]
ORDER: dict[State, int] = {"said": 0, "not found": 1, "unknown": 1, "other event": 2}


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
    said: Said | None = None
    """The reader's own word on this passage."""


@dataclass(frozen=True, slots=True)
class Group:
    """One fact of the sentence."""

    fact: Fact
    heading: str
    """What tells it from the other facts of the sentence."""
    here: Mention
    """The passage in the article that is being read."""
    others: int
    """Number of other sources that state it; articles of one source, or with almost the same text, count as one."""
    sources: int
    """Number of sources of the story, counted likewise."""
    conflicts: tuple[Difference, ...]
    compatible: tuple[Difference, ...]
    rows: tuple[Row, ...]


def groups_for(desk: Desk, article: str, sentence: Span, ellipsis: str = "…") -> tuple[Group, ...]:
    """The facts of a sentence, possible conflicts first, then those that most sources state.

    Args:
        desk: All that is known.
        article: Id of the article that is being read.
        sentence: Start and end of the sentence.
        ellipsis: Sign for what is left out of a heading.
    """
    story = desk.story_of(article)
    if story is None:
        return ()
    mentions = desk.facts_in(article)
    facts = cover([sentence], mentions)[0].facts
    heres = [
        next(mention for mention, other in mentions if other.id == fact.id and mention.end > sentence[0])
        for fact in facts
    ]
    names = headings(desk, list(zip(heres, facts, strict=True)), ellipsis)
    said = said_of(desk, article, sentence)
    others = [other for other in story.articles if other != article and other in desk.by_id]
    labels = labels_among((desk.by_id[one] for one in (article, *others)), when_first=True)
    groups = []
    for fact, here, name in zip(facts, heres, names, strict=True):
        rows = [
            row for other in others for row in _rows(desk, fact, desk.by_id[other], labels[other], story, here, said)
        ]
        against = _against(fact.disputed, article)
        groups.append(
            Group(
                fact,
                name,
                here,
                len(other_sources(fact.articles, article, story.sources)),
                len(other_sources(story.articles, article, story.sources)) + 1,
                fact.disputed,
                tuple(item for item in fact.differences if item.relation == "compatible" and told(item)),
                tuple(sorted(rows, key=partial(_order, against=against))),
            )
        )
    return tuple(sorted(groups, key=lambda group: (not group.conflicts, -group.others, group.here.start)))


def unseen(desk: Desk, article: str, sentence: Span, groups: Sequence[Group]) -> tuple[Said, ...]:
    """The reader's decisions on a sentence that none of its rows shows, as those that took a passage away."""
    shown = {row.said for group in groups for row in group.rows if row.said is not None}
    return tuple(said for said in said_of(desk, article, sentence) if said not in shown)


def _rows(
    desk: Desk, fact: Fact, article: Article, label: str, story: Story, here: Mention, said: Sequence[Said]
) -> list[Row]:
    number, title = desk.numbers[article.id], " ".join(article.title.split())
    if says_title(source_label(article), title):
        # It is cut where it is shown, to the room that there is.
        label = title
    # Said first, for the end of a long name is cut off.
    label = f"{copy_lead(desk, article.id, here.article)}{label}"
    mentions = [mention for mention in fact.mentions if mention.article == article.id]
    marks = marks_of(fact, article.id)
    if mentions:
        mentions.sort(
            key=lambda mention: (
                not _differs(mention, marks), mention.text != here.text, -mention.confidence, mention.start
            )
        )  # fmt: skip
        return [
            Row(
                article.id, number, label, "said", mention, further, len(mentions), marks,
                next((one for one in said if one.speaks_of(article.id, mention.start, mention.end)), None),
            )
            for further, mention in enumerate(mentions)
        ]  # fmt: skip
    if article.id not in desk.analyses:
        return [Row(article.id, number, label, "unknown")]
    return [Row(article.id, number, label, "other event" if article.id in story.other_event else "not found")]


def _against(conflicts: Sequence[Difference], article: str) -> frozenset[str]:
    """The articles that stand on another side of a possible conflict than a given one."""
    found: set[str] = set()
    for difference in conflicts:
        sides = [{value.article for value in side} for side in difference.divided]
        if any(article in side for side in sides):
            found.update(*(side for side in sides if article not in side))
    return frozenset(found)


def _order(row: Row, against: frozenset[str]) -> tuple[int, bool, bool, int]:
    """Sources in possible conflict stand first: who reads on a low screen must see what is at issue.

    Args:
        row: What one source says.
        against: The sources that contradict the one that is being read, and come before those that agree with it.
    """
    conflict = any(how == "conflict" for _, _, how in row.marks)
    return ORDER[row.state], row.article not in against, not conflict, row.number


def _differs(mention: Mention, marks: tuple[tuple[int, int, str], ...]) -> bool:
    """Whether the passage holds words of a possible conflict, which are to be seen first."""
    return any(how == "conflict" and start < mention.end and mention.start < end for start, end, how in marks)
