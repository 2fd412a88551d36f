"""The story pass: from articles and their analyses to stories with facts.

The steps stand in modules of their own; this one puts them in order. It imports numpy and the encoder's vectors, so the
room's front door loads it only when something is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.articles.hashes import hashed
from tui.articles.language import COMPARED
from tui.articles.model import Article
from tui.comparison.events import days_of, other_events
from tui.comparison.facts import facts_of, groups_of
from tui.comparison.lexical import NOTE, lexical_odds
from tui.comparison.model import Comparison, Decision, Story
from tui.comparison.ordering import in_reading_order, own_order
from tui.comparison.origins import outlets_of
from tui.comparison.passages import Statement, statements_of
from tui.comparison.resolving import Resolved, resolve, with_people
from tui.comparison.rivals import with_rivals
from tui.comparison.same_quotations import link_same
from tui.comparison.scoring import articles_of, pair_odds
from tui.comparison.stories import Grouping, split_stories
from tui.comparison.vectors import Floats, TokenTable, token_tables
from tui.language.model import Analysis
from tui.language.naming import unify_names

if TYPE_CHECKING:
    from tui.language.encoder import Encoder
    from tui.language.pair_reader import PairReader

Progress = Callable[[int, int], None]


def compare_articles(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    encoder: Encoder | None,
    decisions: Sequence[Decision] = (),
    progress: Progress | None = None,
    reader: PairReader | None = None,
) -> Comparison:
    """Split the articles into stories and compare each within itself; what is found depends on no order of theirs.

    Args:
        articles: The articles, in the order of the reader, which stories, facts and mentions come back in.
        analyses: Their analyses; articles without one are left out of the facts.
        encoder: Gives meaning to words; without one passages are compared by their words.
        decisions: The reader's words on pairs of passages.
        progress: Told how many sentences are encoded, and of how many.
        reader: Reads two sentences together for what they exclude of each other; None leaves that out.
    """
    by_article = {analysis.article: analysis for analysis in analyses}
    known = sorted((article for article in articles if article.id in by_article), key=own_order)
    given = [by_article[article.id] for article in known]
    groups = split_stories(known, given)
    stories: list[Story] = []
    unified: dict[str, Analysis] = {}
    total = sum(len(analysis.sentences) for analysis in given)
    done = 0
    for group in groups:
        members = [known[i] for i in group.members]
        own: Sequence[Analysis] = unify_names([given[i] for i in group.members], members)
        step = _shifted(progress, done, total)
        story, own = _story(group, members, own, encoder, decisions, step, reader)
        done += sum(len(analysis.sentences) for analysis in own)
        stories.append(story)
        unified.update({analysis.article: analysis for analysis in own})
    places = {article.id: place for place, article in enumerate(articles)}
    read = sorted((in_reading_order(story, places) for story in stories), key=lambda story: places[story.articles[0]])
    return Comparison(
        tuple(read), tuple(unified[analysis.article] for analysis in analyses if analysis.article in unified)
    )


def _shifted(progress: Progress | None, done: int, total: int) -> Progress | None:
    """Progress of one story as progress of all: half of a sentence's work is each of its two readings."""
    if progress is None:
        return None

    def told(part: int, _: int) -> None:
        progress(min(total, done + part // 2), total)

    return told


def _story(
    group: Grouping,
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    encoder: Encoder | None,
    decisions: Sequence[Decision],
    progress: Progress | None,
    reader: PairReader | None,
) -> tuple[Story, Sequence[Analysis]]:
    """Compare the articles of one story."""
    ids = tuple(article.id for article in articles)
    name = hashed("story", *sorted(ids))
    duplicates = tuple(tuple(ids[group.members.index(i)] for i in same) for same in group.duplicates)
    known = Story(name, ids, duplicates=duplicates, outlets=outlets_of(articles))
    if len(articles) < 2:
        return known, analyses
    texts = [article.text for article in articles]
    statements: list[Statement] = []
    for index, (article, analysis) in enumerate(zip(articles, analyses, strict=True)):
        if article.language in COMPARED:
            statements.extend(statements_of(article, analysis, index))
    if len({statement.article for statement in statements}) < 2:
        return known, link_same(analyses, texts)
    resolved = resolve(statements)
    statements = with_people(statements, resolved)
    odds, tables = _odds(statements, resolved, encoder, progress)
    if tables and reader:
        odds = with_rivals(odds, statements, articles, analyses, tables[1], reader)
    groups = groups_of(statements, articles, odds, decisions)
    facts = facts_of(groups, name, statements, articles, analyses, odds, tables, known.sources, reader)
    analyses = link_same(analyses, texts, statements, tables)
    others = other_events(statements, odds, articles_of(statements), days_of(articles))
    if encoder is None:
        analyses = [replace(a, notes=(*a.notes, NOTE)) if NOTE not in a.notes else a for a in analyses]
    return replace(known, other_event=tuple(ids[i] for i in others), facts=facts), analyses


def _odds(
    statements: Sequence[Statement],
    resolved: Sequence[Resolved],
    encoder: Encoder | None,
    progress: Progress | None,
) -> tuple[Floats, tuple[TokenTable, TokenTable] | None]:
    if encoder is None:
        return lexical_odds(statements), None
    tables = token_tables(statements, resolved, encoder, progress)
    return pair_odds(statements, tables), tables
