"""Who signed the article on the page itself, where its data name nobody."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tui.articles.dates import written_date
from tui.articles.pages.names import NAMES, names_of
from tui.articles.pages.people import authors, is_person
from tui.articles.pages.words import shown

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SIGNED = NAMES["signed"]
_TAGS = ("p", "div", "span", "a", "address", "li", "em", "i", "font", "small", "td", "b", "h3", "h4", "h5", "strong")
_LONGEST = 120
"""Code points up to which a line can be a signature."""
_LONGEST_BOX = 500
"""Code points up to which a part can be a box about the author."""
_MOST_PARTS = 5_000
_SIGNING = re.compile(
    r"(?:(?:ein|eine) \w{4,20} )?"
    r"(?:von(?: unsere[mr] [^\W\d_]\S{4,30})?|text|autor(?:in)?|interview|by|eingestellt von):?\s+([^\W\d_]\S+ .*)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\b(?:Autor(?:in)?|Verfasser(?:in)?|Text): +(\S.{3,60})")
_NEXT_LABEL = re.compile(r"\s\S+:|\s\d")
_PIECES = re.compile(r"\s*[·|•/,]\s*|\s[–-]\s")
_END = re.compile(r",|\bund\b|\||/|\d|·")


def signatures(root: HtmlElement) -> list[str]:
    """The words that name the author: of the parts marked for it, else of the first line or box that does."""
    marked = [
        words
        for part in root.iter()
        if part.get("itemprop") == "author" or "author" in (part.get("rel") or "").split()
        if (words := shown(part)) and len(words) <= _LONGEST
    ]
    if authors(marked, None):
        return marked
    for rule in (_signature, _beside_date):
        for part in islice(root.iter(*_TAGS), _MOST_PARTS):
            if found := rule(part) if _is_small(part) else []:
                return found
    return []


def _is_small(part: HtmlElement) -> bool:
    return len(list(islice(part.iter(), 40))) < 40


def _signature(part: HtmlElement) -> list[str]:
    words = shown(part)
    told = _SIGNING.match(words)
    if told and len(words) <= _LONGEST:
        return [words] if is_person(_END.split(told.group(1))[0].strip()) else []
    labelled = _LABELLED.search(words) if len(words) <= _LONGEST else None
    if labelled and is_person(name := _NEXT_LABEL.split(labelled.group(1))[0].strip(" ,|·")):
        return [name]
    if len(words) > _LONGEST_BOX or not names_of(part) & _SIGNED:
        return []
    inner = [shown(one) for one in part.iter(*_TAGS) if one is not part and not len(one)]
    people = [name for name in inner if is_person(name)]
    return people or ([words] if len(words) <= _LONGEST and authors([words], None) else [])


def _beside_date(part: HtmlElement) -> list[str]:
    """The names in a short line that otherwise holds a date."""
    words = shown(part)
    if len(words) > _LONGEST or not written_date(words):
        return []
    return [name for piece in _PIECES.split(words) if is_person(name := piece.strip())]
