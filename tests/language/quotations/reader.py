"""Reads quotations of a few lines of German, without a pipeline or with the shipped one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from tui.articles import read_bytes
from tui.articles.model import Article, Block
from tui.language.analyse import analyse
from tui.language.model import Entity, EntityLabel, Quotation, Sentence
from tui.language.pipeline import load_pipeline
from tui.language.quotations import find_quotations
from tui.language.sentences import sentence_spans


def article(text: str) -> Article:
    blocks = tuple(Block(m.start(), m.end(), "paragraph", "test") for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Article(digest[:16], "test.txt", text, digest, "", "text", blocks)


def names(text: str, found: Sequence[tuple[str, EntityLabel]]) -> list[Entity]:
    return [
        Entity(m.start(), m.end(), name, label, name)
        for name, label in found
        for m in re.finditer(re.escape(name), text)
    ]


def quotations(text: str, found: Sequence[tuple[str, EntityLabel]] = ()) -> tuple[Quotation, ...]:
    read = article(text)
    sentences = [
        Sentence(start, end) for block in read.blocks for start, end in sentence_spans(text, block.start, block.end)
    ]
    return find_quotations(read, sentences, [], names(text, found))


def with_pipeline(text: str, source: str | None = None) -> tuple[Quotation, ...]:
    read = read_bytes(text.encode(), "test.txt")
    return analyse(replace(read, source=source or read.source), load_pipeline()).quotations


def shown(text: str, quotation: Quotation) -> str:
    return " … ".join(text[start:end] for start, end in quotation.spans)
