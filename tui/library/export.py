"""The analysis as one document of plain dicts: the program's public machine interface, versioned and stable.

Keys and their order are part of the interface; only parts that were asked for appear.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.articles.model import Article
from tui.comparison.model import Comparison, Difference, Fact, Mention, Story
from tui.language.model import Analysis, Quotation, Reference

FORMAT = "lesart-analysis"
VERSION = 1
PARTS = ("blocks", "sentences", "entities", "values", "quotations", "facts")
"""What is written unless something else is asked for; ``text`` adds the raw text."""

ROLES = {"repeat": "boilerplate"}
"""Roles of blocks that the format does not have, and what it calls them."""

Document = dict[str, Any]


def export_document(
    articles: Sequence[Article], comparison: Comparison, parts: frozenset[str] = frozenset(PARTS)
) -> Document:
    """The whole document.

    Args:
        articles: in the order in which they are to stand.
        comparison: what was found in them; articles without an analysis have empty lists.
        parts: of ``PARTS`` and ``text``.
    """
    found = {analysis.article: analysis for analysis in comparison.analyses}
    document: Document = {
        "format": FORMAT,
        "version": VERSION,
        "articles": [article_record(article, found.get(article.id), parts) for article in articles],
    }
    if "facts" in parts:
        document["stories"] = [story_record(story) for story in comparison.stories]
        document["facts"] = [fact_record(fact) for story in comparison.stories for fact in story.facts]
    return document


def article_record(article: Article, analysis: Analysis | None, parts: frozenset[str]) -> Document:
    """One article with the parts asked for."""
    record: Document = {
        "id": article.id,
        "text_sha256": article.text_sha256,
        "path": article.path,
        "title": article.title,
        "title_origin": article.title_origin,
        "source": article.source,
        "author": article.author,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "agencies": list(article.agencies),
    }
    if "text" in parts:
        record["text"] = article.text
    if "blocks" in parts:
        record["blocks"] = [
            {"start": b.start, "end": b.end, "role": ROLES.get(b.role, b.role), "rule": b.rule} for b in article.blocks
        ]
    found = analysis or Analysis(article.id, "")
    if "sentences" in parts:
        record["sentences"] = [{"start": sentence.start, "end": sentence.end} for sentence in found.sentences]
    if "entities" in parts:
        record["entities"] = [
            {"start": e.start, "end": e.end, "text": e.text, "label": e.label, "name": e.name} for e in found.entities
        ]
    if "values" in parts:
        record["values"] = [
            {
                "start": value.start,
                "end": value.end,
                "text": value.text,
                "kind": value.kind,
                "low": value.low,
                "high": value.high,
                "unit": value.unit,
                "approximate": value.approximate,
            }
            for value in found.values
        ]
    if "quotations" in parts:
        record["quotations"] = [quotation_record(quotation) for quotation in found.quotations]
    return record


def quotation_record(quotation: Quotation) -> Document:
    """One quotation; its words are the slices that ``spans`` name."""
    cue = quotation.cue
    return {
        "id": quotation.id,
        "same_as": list(quotation.same_as),
        "flags": list(quotation.flags),
        "via": [_reference(reference) for reference in quotation.via],
        "kind": quotation.kind,
        "spans": [[start, end] for start, end in quotation.spans],
        "speaker": _reference(quotation.speaker) if quotation.speaker else None,
        "cue": {"start": cue.start, "end": cue.end, "text": cue.text} if cue else None,
    }


def story_record(story: Story) -> Document:
    """One story; its facts stand in a list of their own."""
    return {"id": story.id, "articles": list(story.articles), "other_event": list(story.other_event)}


def fact_record(fact: Fact) -> Document:
    """One fact with its mentions and differences."""
    return {
        "id": fact.id,
        "story": fact.story,
        "origins": fact.origins,
        "label": fact.label,
        "mentions": [_mention(mention) for mention in fact.mentions],
        "differences": [_difference(difference) for difference in fact.differences],
    }


def _mention(mention: Mention) -> Document:
    return {
        "article": mention.article,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "confidence": round(mention.confidence, 4),
        "modality": mention.modality,
        "origin": mention.origin,
    }


def _difference(difference: Difference) -> Document:
    return {
        "kind": difference.kind,
        "relation": difference.relation,
        "reason": difference.reason,
        "values": [
            {"article": value.article, "start": value.start, "end": value.end, "text": value.text}
            for value in difference.values
        ],
        "sides": list(difference.sides),
    }


def _reference(reference: Reference) -> Document:
    return {"start": reference.start, "end": reference.end, "text": reference.text, "name": reference.name}
