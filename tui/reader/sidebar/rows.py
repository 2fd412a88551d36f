"""What the sidebar says of each article, in plain words."""

from __future__ import annotations

from typing import NamedTuple

from tui.articles import says_title, source_label
from tui.articles.model import Article
from tui.library.counting import plural
from tui.reader.copies import copy_words
from tui.reader.coverage import NOT_FOUND, cover
from tui.reader.desk import Desk

LONG = 500_000
"""Characters above which the words of an article are not counted."""


class ArticleRow(NamedTuple):
    """One article in the sidebar."""

    id: str
    number: int
    label: str
    title: str
    """Empty where the label already is the title."""
    date: str
    """ISO date, empty where it is not known."""
    facts: str
    """Such as "31 facts · 9 sentences not found elsewhere"; how long it is where there is nothing to compare."""
    short: str
    """What of it is said where there is little room."""
    read: bool
    later: bool
    """Whether the article is about another or later event."""
    trouble: bool


def article_row(desk: Desk, article: Article, number: int, dot: str) -> ArticleRow:
    """What the sidebar says of an article.

    Args:
        desk: All that is known.
        article: The article.
        number: Its number in the sidebar.
        dot: Sign between two statements.
    """
    story = desk.story_of(article.id)
    later = story is not None and article.id in story.other_event
    words: list[str] = []
    short = ""
    trouble = article.id in desk.troubles
    if trouble:
        words.append(desk.troubles[article.id])
    elif story is not None and len(story.articles) > 1:
        words.append(plural(len({fact.id for _, fact in desk.facts_in(article.id)}), "fact"))
        if later:
            short = "other event"
            words.insert(0, short)
        elif unmatched := not_found(desk, article):
            words.append(f"{plural(unmatched, 'sentence')} {NOT_FOUND}")
            short = f"{unmatched:,} found only here"
        if copied := copy_words(desk, article.id):
            short = copied
            words.insert(0, copied)
    else:
        words.append(length(article))
    label, title = source_label(article), " ".join(article.title.split())
    if says_title(label, title):
        label, title = title, ""
    return ArticleRow(
        article.id, number, label, title, (article.published or "")[:10],
        f" {dot} ".join(words), short or words[0], article.id in desk.read, later, trouble,
    )  # fmt: skip


def not_found(desk: Desk, article: Article) -> int:
    """Number of sentences of the article that were found in no other source."""
    analysis = desk.analyses.get(article.id)
    if analysis is None:
        return 0
    titles = {block.start for block in article.blocks if block.role in ("title", "heading")}
    sentences = [(item.start, item.end) for item in analysis.sentences]
    covered = cover(sentences, desk.facts_in(article.id), desk.story_of(article.id))
    return sum(not item.others and span[0] not in titles for span, item in zip(sentences, covered, strict=True))


def length(article: Article) -> str:
    """How long an article is; of very long ones the words are not counted, since that would hold up the list."""
    if len(article.text) > LONG:
        return f"{len(article.text) / 1_000_000:.1f} million characters"
    return plural(len(article.text.split()), "word")
