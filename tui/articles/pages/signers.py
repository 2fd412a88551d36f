"""Who signed the article on the page itself, where its data name nobody."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tui.articles.pages.names import NAMES, names_of
from tui.articles.pages.people import authors, is_person
from tui.articles.pages.words import plain

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
    r"(?:(?:ein|eine) \w{4,20} )?(?:von|text|autor(?:in)?|interview|by|eingestellt von):?\s+([^\W\d_]\S+ .*)",
    re.IGNORECASE,
)
_END = re.compile(r",|\bund\b|\||/|\d|·")


def signatures(root: HtmlElement) -> list[str]:
    """The words that name the author: of the parts marked for it, else of the first line or box that does."""
    marked = [
        words
        for part in root.iter()
        if part.get("itemprop") == "author" or "author" in (part.get("rel") or "").split()
        if (words := plain(part.text_content())) and len(words) <= _LONGEST
    ]
    if authors(marked, None):
        return marked
    for part in islice(root.iter(*_TAGS), _MOST_PARTS):
        if found := _signature(part):
            return found
    return []


def _signature(part: HtmlElement) -> list[str]:
    if len(list(islice(part.iter(), 40))) == 40:
        return []
    words = plain(part.text_content())
    told = _SIGNING.match(words)
    if told and len(words) <= _LONGEST:
        return [words] if is_person(_END.split(told.group(1))[0].strip()) else []
    if len(words) > _LONGEST_BOX or not names_of(part) & _SIGNED:
        return []
    inner = [plain(one.text_content()) for one in part.iter(*_TAGS) if one is not part and not len(one)]
    people = [name for name in inner if is_person(name)]
    return people or ([words] if len(words) <= _LONGEST and authors([words], None) else [])
