"""The order in which a story is reckoned, which is not the order in which it is read.

Sums of floats, lots that are drawn, ties, and a model that reads the one sentence before the other, all depend on which
article comes first. The comparison takes the articles in an order of their own, so that the same articles give the same
facts however their files are called, and turns what it found to the reader's order at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tui.articles.model import Article
from tui.comparison.model import Fact, Mention, Story


def own_order(article: Article) -> tuple[str, str, str]:
    """By what articles are ordered for reckoning: publication, then text; the id tells equal texts apart."""
    return article.published or "", article.text_sha256, article.id


def in_reading_order(story: Story, places: Mapping[str, int]) -> Story:
    """A story with its articles, facts and mentions in the reader's order.

    The words of a difference stay in the order that its reason has them in.

    Args:
        story: As it was reckoned.
        places: By its id, where each article stands for the reader.
    """

    def read(articles: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(articles, key=places.__getitem__))

    def groups(found: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted(map(read, found), key=lambda group: places[group[0]]))

    def place(mention: Mention) -> tuple[int, int, int]:
        return places[mention.article], mention.start, mention.end

    def first(fact: Fact) -> list[tuple[int, int, int]]:
        return [place(mention) for mention in fact.mentions]

    facts = (replace(fact, mentions=tuple(sorted(fact.mentions, key=place))) for fact in story.facts)
    return replace(
        story,
        articles=read(story.articles),
        other_event=read(story.other_event),
        facts=tuple(sorted(facts, key=first)),
        duplicates=groups(story.duplicates),
        outlets=groups(story.outlets),
    )
