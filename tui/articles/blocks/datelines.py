"""What an article's first and last lines say of where it comes from: agency, place and date.

``BERLIN (dpa) - Der Bundestag …`` and ``Berlin, 12. März 2024 – Der Bundestag …`` open a paragraph and stay a part of
it; ``(dpa/AFP)`` and ``Mit Material von dpa`` may stand alone or close the last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.articles.agencies import agencies_in, agencies_named, credited
from tui.articles.model import Block
from tui.articles.patterns import pattern

_PLACE = r"(?P<place>[^\W\d_][\w.'’-]*(?:[ /][^\W\d_(][\w.'’-]*){0,4})"
_DATE = (
    r"(?P<date>\d{1,2}\.\s?(?:\d{1,2}\.\s?(?:\d{4}|\d{2})?|(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
    r"[a-zä]*\.?(?:\s\d{4})?))"
)
_DASH = r"\s?[.:]?\s?(?:[–—-]|--)\s+(?=[\"„»«‚]?[^\W_])"
_DASHES = ("–", "—", "-")
_OPENING = pattern(rf"(?:{_PLACE}(?:,\s{_DATE})?\s?)?(?:[(\[](?P<signs>[^()\[\]]{{2,40}})[)\]])?{_DASH}")
_BARE_SIGNS = pattern(r"[(\[](?P<signs>[^()\[\]]{2,40})[)\]]\s+(?=[^\W\d_])")
_CLOSING = pattern(r"[(\[]([^()\[\]]{2,40})[)\]]\s*$")
_LAST_WORDS = pattern(r"(?:[.!?…][\"“«)]?\s+)([^.!?…]{2,60})\.?\s*$")
_LOWER = pattern(r"(?:^|[\s/])(?!(?:am|an|im|in|bei|der|die|das|ob|vor|und)\b)[a-zäöü]")
_SMALL = pattern(r"(?<=\s)(?:Am|An|Der|Im|In|Ob|Vor)\b")
_LATER = 3
"""Paragraphs among which the one with the dateline is looked for: a lead often stands before it."""


class Provenance(NamedTuple):
    """Where an article comes from, as far as its text says it."""

    agencies: tuple[str, ...] = ()
    """Names of the agencies that are credited."""
    place: str | None = None
    date: str | None = None
    """As it is written, with its year."""


def provenance(text: str, blocks: Sequence[Block]) -> Provenance:
    """What the edges of an article say of its origin.

    Args:
        text: The raw text.
        blocks: Its blocks.
    """
    paragraphs = [block for block in blocks if block.role == "paragraph"]
    agencies: dict[str, None] = {}
    place = date = None
    for block in paragraphs[:_LATER]:
        found = _dateline(text[block.start : min(block.end, block.start + 160)])
        if found is not None:
            agencies |= dict.fromkeys(found.agencies)
            place, date = found.place, found.date
            break
    for block in blocks:
        if block.role == "credit" or block.rule == "notice of an agency's copy":
            agencies |= dict.fromkeys(_credited(text[block.start : block.end]))
        elif block.role == "byline" and block.end - block.start < 160:
            agencies |= dict.fromkeys(_signed(text[block.start : block.end]))
        dated = block.role == "byline" and block.rule in ("date line", "labelled date")
        if date is None and dated and (not paragraphs or block.start < paragraphs[:_LATER][-1].end):
            date = text[block.start : block.end]
    if paragraphs:
        tail = text[max(paragraphs[-1].start, paragraphs[-1].end - 80) : paragraphs[-1].end]
        closing = _CLOSING.search(tail) or _LAST_WORDS.search(tail)
        agencies |= dict.fromkeys(credited(closing[1]) if closing else ())
    return Provenance(tuple(agencies), place, date)


def _dateline(words: str) -> Provenance | None:
    """The dateline that opens a paragraph: a place with an agency or a date, or an agency alone."""
    dashed = any(word.endswith(_DASHES) for word in words.split())
    found = _OPENING.match(words) if dashed else None
    signs = found["signs"] if found else None
    agencies = agencies_in(signs) if signs else ()
    if found is None or not (found["place"] or agencies) or (signs and not agencies):
        bare = _BARE_SIGNS.match(words)
        alone = agencies_in(bare["signs"]) if bare else ()
        return Provenance(alone) if alone else None
    place = (found["place"] or "").rstrip(". ")
    if place and (_LOWER.search(place) or not (agencies or found["date"])):
        return None
    if place.isupper():
        place = _SMALL.sub(lambda word: word.group().lower(), place.title())
    return Provenance(agencies, place or None, found["date"])


def _credited(line: str) -> tuple[str, ...]:
    """The agencies of a line that is a credit as a whole, whoever else is named in it."""
    return credited(line) or agencies_in(line.rpartition(":")[2]) or agencies_named(line)


def _signed(byline: str) -> tuple[str, ...]:
    """The agencies behind the names of a byline: "Von Anna Berg, dpa"."""
    return signed("".join(re.split(r"(,|/|\bund\b|\||·)", byline)[1:]))


def signed(authors: str) -> tuple[str, ...]:
    """The agencies among those who sign an article: "Anna Berg, dpa", "dpa/lno"."""
    parts = re.split(r",|/|\bund\b|\||·", authors)
    return tuple(dict.fromkeys(name for part in parts for name in agencies_in(part)))
