"""Who is named as knowing a fact, and how many independent origins its mentions have.

Five papers that lean on one agency are one origin; two articles with almost the same text are one origin too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui.articles.agencies import agency_named
from tui.comparison.model import Mention
from tui.comparison.passages import Statement, folded_name
from tui.language.groups import Groups
from tui.language.model import Quotation, Reference

_NAMED = re.compile(
    r"\b(?:[Ll]aut (?:der |dem |den )?|[Nn]ach (?:Angaben|Informationen) (?:von |der |des )"
    r"|berichtete? (?:die |der |das )?)"
    r"[„\"«»]?(?P<name>[A-ZÄÖÜ][\w.-]*(?: [A-ZÄÖÜ][\w.-]*){0,3})"
)
_FOLLOWED = re.compile(r"(?P<name>[A-ZÄÖÜ][\w.-]*(?: [A-ZÄÖÜ][\w.-]*){0,3})[“\"»«]? (?:zufolge|berichtete?|meldete?)\b")


def origin_of(statement: Statement, quotation: Quotation | None, attributed: bool) -> str | None:
    """Who is named as knowing what the passage says.

    Args:
        statement: The sentence.
        quotation: The quotation that the passage stands in, if any.
        attributed: Whether the passage is told on somebody's word; then the sentence is searched for a name.

    Returns:
        A name, or the words of the text, or None where nobody is named.
    """
    if quotation is not None:
        for reference in (*quotation.via, *((quotation.speaker,) if quotation.speaker else ())):
            known = _label(reference)
            if known:
                return known
    if not attributed and quotation is None:
        return None
    for pattern in (_NAMED, _FOLLOWED):
        found = pattern.search(statement.text)
        if found:
            return _entity_at(statement, statement.start + found.start("name")) or found.group("name")
    return agency_named(statement.text)


def _label(reference: Reference) -> str | None:
    return " ".join((reference.name or reference.text).split()) or None


def _entity_at(statement: Statement, position: int) -> str | None:
    for entity in statement.entities:
        if entity.start <= position < entity.end:
            return entity.name or entity.text
    return None


def count_origins(
    mentions: Sequence[Mention], duplicates: Mapping[str, str], agencies: Mapping[str, Sequence[str]] | None = None
) -> int:
    """How many independent origins a fact's mentions have, at least one.

    Articles that name the same origin count once, and so do articles with almost the same text, and those that credit
    one and the same agency alone and name nobody else for the fact. Any other article that names nobody counts as an
    origin of its own.

    Args:
        mentions: Mentions of one fact.
        duplicates: Article id to the id that stands for its group of near-duplicates.
        agencies: Article id to the agencies that it credits.
    """
    groups = Groups()
    for article in dict.fromkeys(mention.article for mention in mentions):
        own = "article:" + duplicates.get(article, article)
        named = {folded_name(m.origin) for m in mentions if m.article == article and m.origin}
        credited = (agencies or {}).get(article, ())
        if not named and len(credited) == 1:
            named = {folded_name(credited[0])}
        for name in sorted(named):
            groups.join("origin:" + name, own)
    return max(1, len({groups.root("article:" + duplicates.get(m.article, m.article)) for m in mentions}))
