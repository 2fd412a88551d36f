"""The desk after its articles were read again: what is still true stays, what spoke of gone texts is taken off.

Positions, read marks and analyses belong to texts, so that an edited article keeps only what was found in it again; the
comparison stays without the passages that are gone until the next one takes its place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.library.counting import plural
from tui.reader.desk import Desk

if TYPE_CHECKING:
    from tui.articles.model import Article
    from tui.comparison.model import Comparison, Fact, Story
    from tui.library.renewing import Renewal


def renewed_desk(desk: Desk, renewal: Renewal) -> Desk:
    """The desk over the second reading."""
    now = {article.id: article for article in renewal.reading.articles}
    same = {
        old: new
        for old, new in renewal.successors.items()
        if old in desk.by_id and desk.by_id[old].text_sha256 == now[new].text_sha256
    }
    kept = frozenset(now) & frozenset(desk.by_id)
    return replace(
        desk,
        articles=renewal.reading.articles,
        problems=renewal.reading.problems,
        analyses={one: analysis for one, analysis in desk.analyses.items() if one in kept},
        comparison=_without_gone(desk.comparison, kept) if desk.comparison is not None else None,
        notes=tuple(note for note in desk.notes if note.article in kept),
        read=frozenset(same[one] for one in desk.read if one in same),
        positions={
            renewal.successors[one]: renewal.places.get((one, position), position)
            for one, position in desk.positions.items()
            if one in renewal.successors
        },
        troubles={one: sentence for one, sentence in desk.troubles.items() if not one or one in kept},
    )


def _without_gone(comparison: Comparison, kept: frozenset[str]) -> Comparison:
    stories = (_story(story, kept) for story in comparison.stories if kept.intersection(story.articles))
    return replace(
        comparison,
        stories=tuple(stories),
        analyses=tuple(analysis for analysis in comparison.analyses if analysis.article in kept),
    )


def _story(story: Story, kept: frozenset[str]) -> Story:
    if kept.issuperset(story.articles):
        return story
    facts = (_fact(fact, kept) for fact in story.facts)
    duplicates, outlets = (
        tuple(tuple(one for one in group if one in kept) for group in groups)
        for groups in (story.duplicates, story.outlets)
    )
    return replace(
        story,
        articles=tuple(one for one in story.articles if one in kept),
        other_event=tuple(one for one in story.other_event if one in kept),
        facts=tuple(fact for fact in facts if len(fact.articles) > 1),
        duplicates=tuple(group for group in duplicates if len(group) > 1),
        outlets=tuple(group for group in outlets if len(group) > 1),
    )


def _fact(fact: Fact, kept: frozenset[str]) -> Fact:
    if kept.issuperset(fact.articles):
        return fact
    mentions = tuple(mention for mention in fact.mentions if mention.article in kept)
    return replace(
        fact,
        mentions=mentions,
        differences=tuple(one for one in fact.differences if kept.issuperset(value.article for value in one.values)),
        origins=max(1, min(fact.origins, len({mention.article for mention in mentions}))),
    )


def renewal_words(renewal: Renewal) -> str:
    """What came, changed and went, in a sentence or two; empty where it is nothing that a reader would see."""
    parts = []
    for articles, one, many in (
        (renewal.came, "New", "{} came."),
        (renewal.changed, "Changed", "{} changed."),
        (renewal.gone, "No longer there", "{} are no longer there."),
    ):
        if len(articles) == 1:
            parts.append(f"{one}: „{_short(articles[0])}“.")
        elif articles:
            parts.append(many.format(plural(len(articles), "article")))
    return " ".join(parts)


def _short(article: Article) -> str:
    title = " ".join(article.title.split())
    return title if len(title) <= 50 else title[:49] + "…"
