"""Groups of sentences become facts with mentions, differences and origins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from tui.articles.hashes import hashed
from tui.articles.labels import day_and_time, outlet
from tui.articles.model import Article
from tui.comparison.alignment import value_vectors
from tui.comparison.clustering import Pair, Thresholds, clusters, membership
from tui.comparison.contradictions import readings
from tui.comparison.corrections import article_corrections, told_rightly
from tui.comparison.cutting import cut, is_carried, support
from tui.comparison.denying import with_denial
from tui.comparison.differences import NONE, differences_of
from tui.comparison.events import days_of
from tui.comparison.modality import modality_of, touching
from tui.comparison.model import Decision, Fact, Mention, Passage
from tui.comparison.origin_words import Labels, labels_of
from tui.comparison.origins import count_origins, denier, is_told, origin_of
from tui.comparison.passages import Statement
from tui.comparison.places import places_together
from tui.comparison.repeated import conflicts_once
from tui.comparison.scoring import articles_of
from tui.comparison.speaking import states_nothing
from tui.comparison.stated import Stated
from tui.comparison.vectors import Floats, TokenTable
from tui.language.model import Analysis, Span

if TYPE_CHECKING:
    from tui.language.pair_reader import PairReader

THRESHOLDS = Thresholds(together=0.0, sure=1.25, best=0.0, per_article=2, overlap=0.0, shared=0.5)

OPENING = 32
"""Characters by which a reader of a list tells two facts apart."""

NEAR = 0.1
"""Confidence that a fact's label may give up for words that stand on their own."""


def groups_of(
    statements: Sequence[Statement], articles: Sequence[Article], odds: Floats, decisions: Sequence[Decision] = ()
) -> list[tuple[int, ...]]:
    """Rows of the sentences that state one fact, at least two articles in each group.

    Args:
        statements: The sentences of one story.
        articles: Its articles, in order.
        odds: Log odds of pairs of sentences.
        decisions: The reader's words on pairs of passages.
    """
    must, cannot = constraints(statements, articles, decisions)
    silent = [row for row, one in enumerate(statements) if states_nothing(one, (one.start, one.end))]
    if silent:
        odds = odds.copy()
        odds[silent, :] = odds[:, silent] = np.nan
    return clusters(odds, articles_of(statements), THRESHOLDS, must, cannot)


def facts_of(
    groups: Sequence[Sequence[int]],
    story: str,
    statements: Sequence[Statement],
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    odds: Floats,
    tables: tuple[TokenTable, TokenTable] | None,
    sources: Mapping[str, str] = MappingProxyType({}),
    reader: PairReader | None = None,
) -> tuple[Fact, ...]:
    """One fact of each group of sentences, in the order of the groups.

    Args:
        groups: As `groups_of` gives them.
        story: The story's id.
        statements: Its sentences.
        articles: Its articles, in order.
        analyses: Their analyses, in the same order.
        odds: Log odds of pairs of sentences.
        tables: Token vectors for cutting mentions and for telling which values go together; None keeps whole sentences.
        sources: Article id to the id that stands for its source; see `Story.sources`.
        reader: Reads two sentences together for what they exclude of each other; None leaves that out.
    """
    places = articles_of(statements)
    read = readings(groups, statements, odds, reader) if reader else NONE
    credited = {article.id: article.agencies for article in articles}
    together = places_together(statements)
    days = days_of(articles)
    labels = labels_of(analyses)
    corrections = article_corrections(statements)
    people = frozenset(e.name for analysis in analyses for e in analysis.entities if e.label == "PER")
    facts: list[Fact] = []
    for group in _told(groups, statements, tables):
        confidence = membership(odds, group, places)
        stated: list[Stated] = []
        for row, sure in zip(group, confidence, strict=True):
            statement = statements[row]
            others = [j for j in group if places[j] != places[row]]
            own = articles[statement.article], analyses[statement.article]
            core = _span(tables, statement, row, others)
            span = with_denial(core, own[0].text, statement.clauses, own[1].tokens)
            mention = _mention(statement, span, sure, *own, labels)
            day, taken_back = days[statement.article], corrections[statement.article]
            known = told_rightly(analyses[statement.article].values, taken_back)
            vectors = value_vectors(tables[1], row, statement) if tables and statement.values else None
            whose = outlet(own[0]), day_and_time(own[0].published)[1]
            stated.append(Stated(mention, statement, known, day, vectors, row, taken_back, *whose, core))
        mentions = tuple(item.mention for item in stated)
        facts.append(
            Fact(
                id=hashed("fact", *(f"{m.article}:{m.start}" for m in mentions)),
                story=story,
                label="",
                mentions=mentions,
                differences=differences_of(stated, together, read, people),
                origins=count_origins(mentions, sources, credited),
            )
        )
    return conflicts_once(labelled(facts))


def _told(
    groups: Sequence[Sequence[int]], statements: Sequence[Statement], tables: tuple[TokenTable, TokenTable] | None
) -> Iterator[Sequence[int]]:
    """The groups without the sentences that have nothing in common with the others but who says something."""
    for group in groups:
        articles = {row: statements[row].article for row in group}
        kept = [
            row
            for row in group
            if tables is None
            or is_carried(
                statements[row],
                tables[0],
                row,
                support(tables, row, [j for j in group if articles[j] != articles[row]]),
            )
        ]
        if len({articles[row] for row in kept}) > 1:
            yield kept


def _span(tables: tuple[TokenTable, TokenTable] | None, statement: Statement, row: int, others: Sequence[int]) -> Span:
    if tables is None:
        return statement.start, statement.end
    return cut(statement, tables[0], row, support(tables, row, others))


def _mention(
    statement: Statement, span: Span, confidence: float, article: Article, analysis: Analysis, labels: Labels
) -> Mention:
    modality, quotation = modality_of(statement, span, article.text, analysis.tokens)
    told = modality in {"attributed", "hedged", "denied"}
    if quotation is None and modality == "attributed":
        quotation = touching(span, statement.quotations)
    named = denier(statement, span) if modality == "denied" and quotation is None else None
    known = quotation is None or is_told(statement, quotation, analysis.tokens, article.text)
    return Mention(
        article=article.id,
        start=span[0],
        end=span[1],
        text=article.text[span[0] : span[1]],
        confidence=confidence,
        modality=modality,
        origin=named or (origin_of(statement, quotation, told, labels) if known else None),
    )


def labelled(facts: Sequence[Fact]) -> list[Fact]:
    """Each fact called by the words of its surest mention, among equals of a short one.

    A clause that hangs on another ("der dazu in der Lage ist") stands back behind a mention that is nearly as sure.
    Facts that share a sentence are told apart: where words with the same opening already stand for a fact of more
    mentions, the next mention gives its own.
    """
    labels: dict[str, str] = {}
    taken: set[str] = set()
    for fact in sorted(facts, key=lambda fact: -len(fact.mentions)):
        least = max(mention.confidence for mention in fact.mentions) - NEAR
        ranked = sorted(
            fact.mentions,
            key=lambda one: (one.confidence < least or one.text[:1].islower(), -one.confidence, len(one.text)),
        )
        words = [" ".join(mention.text.split()) for mention in ranked]
        labels[fact.id] = next((text for text in words if text[:OPENING] not in taken), words[0])
        taken.add(labels[fact.id][:OPENING])
    return [replace(fact, label=labels[fact.id]) for fact in facts]


def constraints(
    statements: Sequence[Statement], articles: Sequence[Article], decisions: Sequence[Decision]
) -> tuple[list[Pair], list[Pair]]:
    """Pairs of sentences that must, and that cannot, state one fact by the reader's word, in the order of his passages.

    Args:
        statements: The story's sentences.
        articles: Its articles.
        decisions: What the reader said; passages of other stories are passed over. Later words outweigh earlier ones.
    """
    said: dict[frozenset[int], tuple[Pair, bool]] = {}
    for decision in decisions:
        for first in _rows(statements, articles, decision.first):
            for second in _rows(statements, articles, decision.second):
                if first != second:
                    said[frozenset((first, second))] = (first, second), decision.same
    return [pair for pair, same in said.values() if same], [pair for pair, same in said.values() if not same]


def _rows(statements: Sequence[Statement], articles: Sequence[Article], passage: Passage) -> Iterator[int]:
    """The sentence that shares most with a passage, in every article with that text."""
    for index, article in enumerate(articles):
        if article.text_sha256 != passage.text_sha256:
            continue
        shared = [
            (min(passage.end, s.end) - max(passage.start, s.start), -row)
            for row, s in enumerate(statements)
            if s.article == index
        ]
        best = max(shared, default=(0, 0))
        if best[0] > 0:
            yield -best[1]
