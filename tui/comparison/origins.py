"""Who is named as knowing a fact, and how many independent origins its mentions have.

Five papers that lean on one agency are one origin; so are two articles with almost the same text, and all that one
paper, station or agency has published: its later article confirms nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tui.articles.agencies import agency_named
from tui.articles.labels import outlet
from tui.articles.model import Article
from tui.comparison.modality import is_denied, reported_mood
from tui.comparison.model import Mention
from tui.comparison.origin_words import Labels, is_anonymous, origin_words
from tui.comparison.passages import Statement, folded_name
from tui.language.groups import Groups
from tui.language.lexicon import words
from tui.language.model import Entity, Quotation, Reference, Span, Token
from tui.language.quotations.lexicon import verb_forms

_NAMED = re.compile(
    r"\b(?:[Ll]aut (?:der |dem |den )?|[Nn]ach (?:Angaben|Informationen) (?:von |der |des )"
    r"|berichtete? (?:die |der |das )?)"
    r"[„\"«»]?(?P<name>[A-ZÄÖÜ][\w.-]*(?: [A-ZÄÖÜ][\w.-]*){0,3})"
)
_FOLLOWED = re.compile(r"(?P<name>[A-ZÄÖÜ][\w.-]*(?: [A-ZÄÖÜ][\w.-]*){0,3})[“\"»«]? (?:zufolge|berichtete?|meldete?)\b")

_PREPOSITION = re.compile(
    r"\b(?:gegen(?:über)?|von|für|mit|bei|über|durch|an|aus|um|wegen|zu[mr]?|vom|beim)"
    r"(?: (?:die|der|den|dem|das))?(?: [\w-]+)?\s+$",
    re.IGNORECASE,
)

_PLURAL = re.compile(r"\b(?:hätten|würden)\b")
"""Forms that stand for a Konjunktiv that would look like the indicative."""


def origin_of(
    statement: Statement, quotation: Quotation | None, attributed: bool, labels: Labels = MappingProxyType({})
) -> str | None:
    """Who is named as knowing what the passage says.

    Args:
        statement: The sentence.
        quotation: The quotation that the passage stands in, if any.
        attributed: Whether the passage is told on somebody's word; then the sentence is searched for a name.
        labels: What the names of the story are.

    Returns:
        A name, or the words of the text, or None where nobody is named.
    """
    if quotation is not None:
        if _asks(statement, quotation):
            return None
        cue = quotation.cue.text if quotation.cue else ""
        for reference in (*quotation.via, *((quotation.speaker,) if quotation.speaker else ())):
            known = origin_words(reference, labels, cue, quotation.kind == "direct")
            if known:
                return known
    if not attributed and quotation is None:
        return None
    for pattern in (_NAMED, _FOLLOWED):
        found = pattern.search(statement.text)
        known = _cited(statement, *found.span("name"), labels) if found else None
        if known:
            return known
    return agency_named(statement.text)


def denier(statement: Statement, span: Span) -> str | None:
    """Who denies what a passage tells, where its clause names one person or body alone as the one who may do so.

    Args:
        statement: The sentence.
        span: The passage.
    """
    for start, end in statement.clauses:
        words = statement.text[start - statement.start : end - statement.start]
        if start < span[1] and span[0] < end and is_denied(words):
            named = [e for e in statement.entities if start <= e.start < end and e.label in ("PER", "ORG")]
            acting = [e for e in named if not _of_another(statement, e)]
            return acting[0].name if len(acting) == 1 else None
    return None


def _of_another(statement: Statement, entity: Entity) -> bool:
    """Whether a name stands in the genitive or behind a preposition: "Bergs Anwalt bestritt", "warf er Berg vor"."""
    before, after = statement.text[: entity.start - statement.start], statement.text[entity.end - statement.start :]
    genitive = entity.text.endswith(("s", "'", "’")) and after[1:2].isupper()
    return genitive or _PREPOSITION.search(before) is not None


def is_told(statement: Statement, quotation: Quotation, tokens: Sequence[Token], text: str) -> bool:
    """Whether a sentence shows itself whose words it holds, or goes on in the Konjunktiv with somebody's.

    "Wichtige Gesetze sollen noch beschlossen werden" after a speech may be known to anybody.

    Args:
        statement: The sentence.
        quotation: The quotation that it stands in.
        tokens: The words of its article.
        text: The article's raw text.
    """
    if quotation.kind != "free-indirect":
        return True
    return bool(_PLURAL.search(statement.text)) or reported_mood((statement.start, statement.end), tokens, text)


def _cited(statement: Statement, start: int, end: int, labels: Labels) -> str | None:
    """What an origin is called that the sentence cites by a preposition or a verb."""
    written = statement.text[start:end]
    place = statement.start + start
    entity = next((entity for entity in statement.entities if entity.start <= place < entity.end), None)
    name = written if entity is None else entity.name or entity.text
    return origin_words(Reference(place, place + len(written), written, name), labels, "laut")


def _asks(statement: Statement, quotation: Quotation) -> bool:
    """Whether the words are a question: who asks or examines something does not know it."""
    begin = quotation.start - statement.start
    opening = statement.text[begin:].partition(" ")[0].casefold() if begin >= 0 else ""
    if quotation.kind != "indirect" or opening not in words("quotations/function_words", "question"):
        return False
    verbs = verb_forms().get(quotation.cue.text.casefold(), ()) if quotation.cue else ()
    return opening == "ob" or any(verb.groups == {"ask"} for verb in verbs)


def outlets_of(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """Groups of ids of articles of one paper, station or agency, as far as they say whose they are.

    Args:
        articles: The articles of a story.
    """
    groups: dict[str, list[str]] = {}
    for article in articles:
        if (name := outlet(article)) is not None:
            groups.setdefault(name, []).append(article.id)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def count_origins(
    mentions: Sequence[Mention], sources: Mapping[str, str], agencies: Mapping[str, Sequence[str]] | None = None
) -> int:
    """How many independent origins a fact's mentions have, at least one.

    Articles that name the same origin count once, and so do articles of one source or with almost the same text, and
    those that credit one and the same agency alone and name nobody else for the fact. Any other article that names
    nobody counts as an origin of its own, and so does one that names people without a name: another may mean others.

    Args:
        mentions: Mentions of one fact.
        sources: Article id to the id that stands for its source; see `Story.sources`.
        agencies: Article id to the agencies that it credits.
    """
    groups = Groups()
    for article in dict.fromkeys(mention.article for mention in mentions):
        own = "article:" + sources.get(article, article)
        origins = {m.origin for m in mentions if m.article == article and m.origin}
        named = {origin for origin in origins if not is_anonymous(origin)}
        credited = (agencies or {}).get(article, ())
        if not origins and len(credited) == 1:
            named = {credited[0]}
        for name in sorted(map(folded_name, named)):
            groups.join("origin:" + name, own)
    return max(1, len({groups.root("article:" + sources.get(m.article, m.article)) for m in mentions}))
