"""Names of authors and sources as a reader wants them: people without "Von" and "dpa", papers without addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.articles.blocks.letters import letters
from tui.articles.blocks.phrases import AGENCIES
from tui.articles.pages.words import plain

_BEFORE = re.compile(
    r"^(?:(?:eine?|das)\s+\w{4,20}\s+)?(?:von unsere[mr]\s+[^\W\d_]\S{4,30}|von|by|text(?: und fotos?)?"
    r"|autor(?:in|en|:in|innen)?"
    r"|verfasst von|geschrieben von|eingestellt von|veröffentlicht von|interview|posted by|written by"
    r"|redaktion|protokoll|bericht|fotos?)\s*[:|–-]?\s+",
    re.IGNORECASE,
)
_PARTING = re.compile(r"\s*(?:,|;|/|\||·|•|&|\bund\b|\bsowie\b|\band\b|\s[–-]\s|\bmit\b)\s*")
_NOT_PEOPLE = re.compile(
    r"redaktion|redakteur|korrespondent|https?:|www\.|@|\.(?:de|com|net|org|at|ch)\b|\bonline\b|\bnews\b|verlag|gmbh|agentur"
    r"|\badmin\b|volont|reporter|chef|\bgast|hauptstadtstudio|studio\b|\d"
    r"|nachrichten\b|zeitung\b|tageblatt\b|anzeiger\b|rundschau\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"^(?:aus|in|dpa|z\. ?zt\.)\b", re.IGNORECASE)
_LEGAL = re.compile(
    r"\b(?:GmbH|AG|KG|e\. ?V\.|mbH|Verlag\w*|Verlagsgesellschaft|Medien\w*haus|Mediengruppe|SE|Co\.)(?=\W|$)"
)
_PICTURED = re.compile(r"\((?:bild(?:er)?|fotos?|grafik|illustration(?:en)?|video|kamera)\)\s*$", re.IGNORECASE)
"""Who made the pictures and did not write."""
_ROLE = re.compile(r"\s*\((?:[^()]{0,60})\)\s*$")
_VIEW = re.compile(r"druck(?:version|ansicht|en)|artikel|startseite|home|news|leseansicht", re.IGNORECASE)
"""What a title says of how a page is shown, or where in its site."""
_PARTICLES = frozenset("von van de der den zu zum zur vom di da del la le el al bin ibn dos ter ten".split())  # noqa: SIM905


def authors(given: Iterable[str], source: str | None) -> list[str]:
    """The people, each once, in their order.

    Args:
        given: fields and lines that name them, such as ``Von Anna Berg und dpa``.
        source: the name of the site, which is no author.
    """
    found: dict[str, str] = {}
    for field in given:
        for name in _PARTING.split(_BEFORE.sub("", plain(field), count=1)):
            if _PICTURED.search(name):
                continue
            name = _ROLE.sub("", _BEFORE.sub("", name, count=1)).strip(" .,:;-–|()")
            name = name.title() if name.isupper() else name
            key = letters(name)
            if is_person(name) and key not in found and key != letters(source or ""):
                found[key] = name
    return list(found.values())


def is_person(name: str) -> bool:
    """Whether words look like a person's name: two to five of them, capitalised, none of an office or a firm."""
    words = name.split()
    if (
        not 2 <= len(words) <= 6
        or len(name) > 60
        or _NOT_PEOPLE.search(name)
        or _LEGAL.search(name)
        or _PLACE.match(name)
    ):
        return False
    if name.casefold() in AGENCIES:
        return False
    return all(
        word in _PARTICLES or (word[0].isupper() and not word.isupper()) or re.fullmatch(r"[A-Z]\.?", word)
        for word in words
    )


def organisation(name: str, source: str | None) -> str | None:
    """An organisation that wrote a text itself: neither the site, nor an agency, nor somebody's desk."""
    key = letters(name)
    site = letters(source or "")
    words = re.split(r"[\s/,;]+", name.casefold())
    if not key or (site and (key in site or site in key)) or any(word in AGENCIES for word in words):
        return None
    return None if re.search(r"redaktion|news|online|\.\w{2,3}\b|https?:", name, re.IGNORECASE) else name


def source_name(candidates: Iterable[str | None]) -> str | None:
    """The first name that is neither an address nor a firm's; else the first of those."""
    named = [plain(name) for name in candidates if name and plain(name)]
    named = [name for name in named if not _VIEW.fullmatch(name)]
    good = [name for name in named if not is_address(name) and not _LEGAL.search(name) and len(name) <= 60]
    if good:
        return good[0]
    return next((without_address(name) for name in named if len(name) <= 80), None)


def is_address(name: str) -> bool:
    """Whether a name is the address of a site."""
    return bool(re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/?", name))


def without_address(name: str) -> str:
    """A site's name without ``www.``."""
    return name.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
