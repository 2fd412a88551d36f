"""From an article to its analysis: sentences, words, names, values and quotations of its own blocks.

Only own blocks are read, so that a caption repeated fourteen times is not a claim made fourteen times. Of a text in
another language than German only its sentences are told, and its names where a pipeline of the user's was made for it:
German rules would read names, numbers and speakers into it that are not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.articles.first_names import is_first_name
from tui.articles.language import GERMAN
from tui.articles.model import Article
from tui.articles.plain import plain_text
from tui.articles.spans import without_space
from tui.language.clauses import clause_spans
from tui.language.datelines import without_datelines
from tui.language.foreign import foreign_sentence_spans
from tui.language.model import Analysis, Entity, EntityLabel, Quotation, Sentence, Span, Token, Value
from tui.language.pipeline import SHIPPED, Pipeline, analysis_key
from tui.language.plain_view import moved_analysis, plain_article
from tui.language.runs import Run, runs_of
from tui.language.sentences import sentence_spans
from tui.language.tokens import tokens_of
from tui.language.values import find_values

if TYPE_CHECKING:
    from spacy.tokens import Doc

ALL_PARTS = frozenset({"sentences", "entities", "values", "quotations"})
"""What can be asked for. Sentences are always there; quotations bring names and words with them."""

LONGEST = 1_000_000
"""Code points of own text that are read, about a minute's work; a file of 50 MB would take an hour."""

_CUT = f"Only the first {LONGEST:,} characters were read for names, quotations and facts; search covers all."

_LABELS: dict[str, EntityLabel | None] = {
    "PER": "PER",
    "PERSON": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "MISC": "MISC",
    "DATE": None,
    "TIME": None,
    "MONEY": None,
    "PERCENT": None,
    "QUANTITY": None,
    "CARDINAL": None,
    "ORDINAL": None,
}
"""Labels of spaCy's pipelines; those of values are read by the room's own rules, any other label is MISC."""


def analyse(article: Article, pipeline: Pipeline, parts: frozenset[str] = ALL_PARTS) -> Analysis:
    """Read one article.

    Args:
        article: The article; only its own blocks are read.
        pipeline: A loaded pipeline.
        parts: What is wanted, see ``ALL_PARTS``; less is faster. Names are this article's own: names across the
            articles of a story come from ``tui.language.naming``.

    Returns:
        The analysis; its key says which parts are missing, if any.
    """
    plain = plain_text(article.text)
    if plain is None:
        return _analyse(article, pipeline, parts, analysis_key(article, _named(pipeline)))
    found = _analyse(plain_article(article, plain), pipeline, parts, analysis_key(article, _named(pipeline)))
    return moved_analysis(found, article.text, plain.raw)


def _named(pipeline: Pipeline) -> str | None:
    return None if pipeline.name == SHIPPED else pipeline.name


def _analyse(article: Article, pipeline: Pipeline, parts: frozenset[str], key: str) -> Analysis:
    german = article.language == GERMAN
    spans, read_all = _spans(article)
    tokens: list[Token] = []
    entities: list[Entity] = []
    notes = pipeline.notes if read_all else (*pipeline.notes, _CUT)
    if parts & {"entities", "quotations", "facts", "tokens"} and (german or _was_made_for(pipeline, article.language)):
        disabled = _unneeded(pipeline, parts)
        for run in runs_of(article, spans):
            doc = _read(run, pipeline, disabled)
            tokens.extend(tokens_of(doc, run))
            entities.extend(_entities(doc, run, article.text))
    wanted = parts if german else parts - {"values", "quotations"}
    values = find_values(article.text, spans, tokens, entities, article.published) if "values" in wanted else ()
    entities = _with_own_paper(_without_currencies(entities, values), article.source)
    sentences = _sentences(article.text, spans, tokens) if german else tuple(Sentence(*span, (span,)) for span in spans)
    sentences = without_datelines(sentences, article, entities)
    quotations = _quotations(article, sentences, tokens, entities) if "quotations" in wanted else ()
    if not parts >= ALL_PARTS:
        key += ":" + ",".join(sorted(parts))
    return Analysis(
        article=article.id,
        key=key,
        sentences=sentences,
        tokens=tuple(tokens),
        entities=tuple(entities) if "entities" in parts else (),
        values=values,
        quotations=quotations,
        notes=notes,
    )


def _spans(article: Article) -> tuple[list[Span], bool]:
    """The sentences of the own blocks, as many as are read, and whether these are all."""
    spans: list[Span] = []
    length = 0
    cut = sentence_spans if article.language == GERMAN else foreign_sentence_spans
    for block in article.own_blocks:
        for span in cut(article.text, block.start, min(block.end, block.start + LONGEST - length)):
            spans.append(span)
        length += min(block.end - block.start, LONGEST - length)
        if length >= LONGEST:
            return spans, False
    return spans, True


def _was_made_for(pipeline: Pipeline, language: str) -> bool:
    """Whether a pipeline of the user's reads a language; the shipped one reads German alone."""
    return pipeline.name != SHIPPED and pipeline.nlp.lang in (language, "xx")


def _unneeded(pipeline: Pipeline, parts: frozenset[str]) -> list[str]:
    """Components that nothing asked for; of a user's pipeline all run, for they may need each other."""
    if pipeline.name != SHIPPED:
        return []
    unneeded = []
    if not parts & {"quotations", "facts", "tokens", "sentences"}:
        unneeded.append("lesart_tags")
    return [name for name in unneeded if name in pipeline.nlp.pipe_names]


def _read(run: Run, pipeline: Pipeline, disabled: list[str]) -> Doc:
    """Send one run through the pipeline."""
    from tui.language.sentence_component import SPANS

    doc = pipeline.nlp.make_doc(run.text)
    doc.user_data[SPANS] = run.sentences
    return pipeline.nlp(doc, disable=disabled)


def _entities(doc: Doc, run: Run, text: str) -> Iterator[Entity]:
    """The names of a run, without white space around them."""
    for found in doc.ents:
        label = _LABELS.get(found.label_, "MISC")
        span = run.raw(found.start_char, found.end_char)
        if label is None or span is None:
            continue
        start, end = without_space(text, *span)
        if start < end:
            words = text[start:end]
            yield Entity(start, end, words, label, " ".join(words.split()))


def _without_currencies(entities: Sequence[Entity], values: Sequence[Value]) -> list[Entity]:
    """The names but for those inside sums: models learn "Euro" as a name, and a sum says it already."""
    sums = {place for value in values if value.kind == "money" for place in range(value.start, value.end)}
    return [e for e in entities if e.label != "MISC" or not (e.start in sums and e.end - 1 in sums)]


def _with_own_paper(entities: Sequence[Entity], source: str | None) -> list[Entity]:
    """The names, with that of the article's own paper as an organisation: "MORGENBLITZ fragte im Rathaus nach".

    Papers and pages of one person bear the person's name, so that a source with a first name in it says nothing.
    """
    paper = (source or "").casefold()
    if not paper or any(is_first_name(word) for word in (source or "").split()):
        return list(entities)
    return [replace(e, label="ORG") if e.label == "PER" and e.text.casefold() == paper else e for e in entities]


def _sentences(text: str, spans: Sequence[Span], tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    return tuple(Sentence(start, end, clause_spans(text, start, end, tokens)) for start, end in spans)


def _quotations(
    article: Article, sentences: Sequence[Sentence], tokens: Sequence[Token], entities: Sequence[Entity]
) -> tuple[Quotation, ...]:
    from tui.language.quotations import find_quotations  # here, so that names alone do not wait for its word lists

    return find_quotations(article, sentences, tokens, entities)
