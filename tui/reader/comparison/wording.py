"""What the comparison says of a fact, and how much of an article it shows: pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.display import readable
from tui.articles.model import Article
from tui.comparison.model import reading_of
from tui.library.counting import plural
from tui.reader.coverage import Span, spread
from tui.reader.desk import Desk
from tui.reader.icons import Icons

if TYPE_CHECKING:
    from tui.comparison.model import Difference, DifferingValue
    from tui.reader.comparison.groups import Group
    from tui.reader.comparison.said import Said

CONTEXT = 60
"""Characters of the sentence shown on each side of a passage."""


def safe(words: str) -> str:
    """Words from outside on one line, with nothing in them that a terminal would obey."""
    return readable(words).replace("\n", " ")


def sides_of(desk: Desk, difference: Difference, here: str) -> list[list[tuple[str, str]]]:
    """For each side of a difference its words, equal figures once, with the numbers of the sources that have them.

    Args:
        desk: All that is known.
        difference: How passages of a fact differ.
        here: Id of the article that is being read; it is called "here", before the numbers of others, and its side
            stands first.
    """
    sides = []
    for values in sorted(difference.divided, key=lambda side: all(value.article != here for value in side)):
        readings: dict[object, tuple[str, list[int]]] = {}
        for value in values:
            if value.article in desk.numbers:
                words, number = safe(value.text), 0 if value.article == here else desk.numbers[value.article]
                readings.setdefault(_figure(desk, value) or reading_of(words), (words, []))[1].append(number)
        sides.append([(words, _numbers(numbers)) for words, numbers in readings.values()])
    return [side for side in sides if side]


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(str(number or "here") for number in sorted(set(numbers)))


def _figure(desk: Desk, value: DifferingValue) -> tuple[object, ...] | None:
    """How words read that are an amount, so that "34 Verletzte" and "34 Menschen" are one side; None for others."""
    analysis = desk.analyses.get(value.article)
    found = (one for one in (analysis.values if analysis else ()) if (one.start, one.end) == (value.start, value.end))
    known = (one for one in found if one.kind != "date" and (one.low, one.high) != (None, None))
    return next(((one.kind, one.low, one.high) for one in known), None)


def without_sides(reason: str, words: Sequence[str]) -> str:
    """A reason without the words that it begins with, where these stand above it already."""
    named, colon, rest = reason.partition(": ")
    if not colon or not all(any(word == side for side in words) for word in named.split(" and ")):
        return reason
    return rest


def counts(group: Group) -> str:
    """How many sources state a fact, and from how many origins they have it."""
    return f"{group.others + 1} of {plural(group.sources, 'source')}, {plural(group.fact.origins, 'origin')}"


def said_words(said: Said, signs: Icons) -> str:
    """The reader's word on a passage."""
    return f"{signs.agree} same fact, you said" if said.same else "! not the same, you said"


def around(
    desk: Desk, article: Article, passage: Span, at_issue: Sequence[Span], opened: bool, ellipsis: str
) -> tuple[int, int, str, str]:
    """The stretch of an article that is shown around a passage, and the signs for what is cut off.

    It never leaves the paragraph; opened, it is the whole paragraph.

    Args:
        desk: All that is known.
        article: Where the passage stands.
        passage: Its start and end.
        at_issue: Words that differ from those of other sources; those of the passage's sentence are never cut off.
        opened: Whether the whole paragraph shall be shown.
        ellipsis: Sign for what is cut off.
    """
    start, end = passage
    block = next((block for block in article.blocks if block.start <= start < block.end), None)
    low, high = (block.start, block.end) if block is not None else (start, end)
    if opened:
        return low, max(high, end), "", ""
    analysis = desk.analyses.get(article.id)
    if analysis is not None:
        sentence = next((item for item in analysis.sentences if item.start <= start < item.end), None)
        if sentence is not None:
            low, high = sentence.start, max(sentence.end, end)
    start, end = spread(passage, at_issue, (low, high))
    first, last = max(low, start - CONTEXT), min(high, end + CONTEXT)
    if first > low:
        space = article.text.find(" ", first, start)
        first = space + 1 if space >= 0 else start
    if last < high:
        space = article.text.rfind(" ", end, last)
        last = space if space >= 0 else end
    return first, last, f"{ellipsis} " if first > low else "", f" {ellipsis}" if last < high else ""
