"""Reads an analysis document back into the program's dataclasses, so that an export is a complete record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui.articles.model import Article, Block
from tui.comparison.model import Comparison, Difference, DifferingValue, Fact, Mention, Story
from tui.language.model import Analysis, Entity, Quotation, Reference, Sentence, Value
from tui.library.export import FORMAT, VERSION

Record = Mapping[str, Any]


class DocumentDamaged(Exception):
    """A document that is not what it should be; ``sentence`` says what is missing."""

    def __init__(self, sentence: str) -> None:
        """Keeps the sentence for the reader of the program."""
        super().__init__(sentence)
        self.sentence = sentence


def read_document(document: Record) -> tuple[tuple[Article, ...], Comparison]:
    """The articles and the comparison of a document; parts that were not exported come back empty.

    Raises:
        DocumentDamaged: another format or version, or a key is missing.
    """
    if document.get("format") != FORMAT:
        raise DocumentDamaged(f"This is no document of the format {FORMAT}.")
    if document.get("version") != VERSION:
        raise DocumentDamaged(f"This document has version {document.get('version')}; version {VERSION} can be read.")
    try:
        records = document["articles"]
        facts = [_fact(record) for record in document.get("facts", ())]
        stories = tuple(
            Story(
                record["id"],
                tuple(record["articles"]),
                tuple(record["other_event"]),
                tuple(fact for fact in facts if fact.story == record["id"]),
            )
            for record in document.get("stories", ())
        )
        articles = tuple(_article(record) for record in records)
        return articles, Comparison(stories, tuple(_analysis(record) for record in records))
    except (KeyError, TypeError, ValueError) as error:
        raise DocumentDamaged(f"The document is damaged: {type(error).__name__} {error}.") from error


def _article(record: Record) -> Article:
    return Article(
        id=record["id"],
        path=record["path"],
        text=record.get("text", ""),
        text_sha256=record["text_sha256"],
        title=record["title"],
        title_origin=record["title_origin"],
        blocks=tuple(Block(b["start"], b["end"], b["role"], b["rule"]) for b in record.get("blocks", ())),
        source=record["source"],
        author=record["author"],
        published=record["published"],
        url=record["url"],
        language=record["language"],
        agencies=tuple(record.get("agencies", ())),
    )


def _analysis(record: Record) -> Analysis:
    return Analysis(
        article=record["id"],
        key="",
        sentences=tuple(Sentence(s["start"], s["end"]) for s in record.get("sentences", ())),
        entities=tuple(
            Entity(e["start"], e["end"], e["text"], e["label"], e["name"]) for e in record.get("entities", ())
        ),
        values=tuple(
            Value(v["start"], v["end"], v["text"], v["kind"], v["low"], v["high"], v["unit"], v["approximate"])
            for v in record.get("values", ())
        ),
        quotations=tuple(_quotation(q) for q in record.get("quotations", ())),
    )


def _quotation(record: Record) -> Quotation:
    return Quotation(
        id=record["id"],
        kind=record["kind"],
        spans=tuple((start, end) for start, end in record["spans"]),
        speaker=_reference(record["speaker"]),
        cue=_reference(record["cue"]),
        via=tuple(reference for via in record["via"] if (reference := _reference(via))),
        flags=tuple(record["flags"]),
        same_as=tuple(record["same_as"]),
    )


def _reference(record: Record | None) -> Reference | None:
    if record is None:
        return None
    return Reference(record["start"], record["end"], record["text"], record.get("name", ""))


def _fact(record: Record) -> Fact:
    return Fact(
        id=record["id"],
        story=record["story"],
        label=record["label"],
        mentions=tuple(
            Mention(m["article"], m["start"], m["end"], m["text"], m["confidence"], m["modality"], m["origin"])
            for m in record["mentions"]
        ),
        differences=tuple(
            Difference(
                d["kind"],
                d["relation"],
                d["reason"],
                tuple(DifferingValue(v["article"], v["start"], v["end"], v["text"]) for v in d["values"]),
                tuple(d.get("sides", ())),  # documents of earlier versions have none
            )
            for d in record["differences"]
        ),
        origins=record["origins"],
    )
