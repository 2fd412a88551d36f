"""Articles and analyses seen on the plain form of a text, and back on the raw one (see ``tui.articles.plain``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from tui.articles.model import Article
from tui.articles.plain import PlainText
from tui.language.model import Analysis, Entity, Quotation, Reference, Span, Value

Said = TypeVar("Said", Entity, Value, Reference)

Move = Callable[[int, int], Span]
"""Turns a span of one form into one of the other."""


def plain_article(article: Article, plain: PlainText) -> Article:
    """The article with its plain text; blocks that hold nothing but unseen characters are left out."""
    blocks = []
    for block in article.blocks:
        start, end = plain.plain(block.start, block.end)
        if start < end:
            blocks.append(replace(block, start=start, end=end))
    return replace(article, text=plain.text, blocks=tuple(blocks))


def moved_analysis(analysis: Analysis, text: str, move: Move) -> Analysis:
    """An analysis on the other form of its text; words are those of that form, names and readings stay.

    Args:
        analysis: The analysis.
        text: The other form.
        move: Turns spans of the present form into spans of the other.
    """
    sentences = []
    for sentence in analysis.sentences:
        start, end = move(sentence.start, sentence.end)
        sentences.append(replace(sentence, start=start, end=end, clauses=tuple(move(*one) for one in sentence.clauses)))
    tokens = []
    for token in analysis.tokens:
        start, end = move(token.start, token.end)
        tokens.append(replace(token, start=start, end=end))
    return replace(
        analysis,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        entities=tuple(_words(one, text, move) for one in analysis.entities),
        values=tuple(_words(one, text, move) for one in analysis.values),
        quotations=tuple(_quotation(one, text, move) for one in analysis.quotations),
    )


def _quotation(quotation: Quotation, text: str, move: Move) -> Quotation:
    def moved(reference: Reference | None) -> Reference | None:
        return _words(reference, text, move) if reference is not None else None

    return replace(
        quotation,
        spans=tuple(move(*span) for span in quotation.spans),
        speaker=moved(quotation.speaker),
        cue=moved(quotation.cue),
        via=tuple(_words(one, text, move) for one in quotation.via),
    )


def _words(one: Said, text: str, move: Move) -> Said:
    start, end = move(one.start, one.end)
    return replace(one, start=start, end=end, text=text[start:end])
