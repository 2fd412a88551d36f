"""The moment of publication on a page: from its data, its marked times, or the first date that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from tui.articles.blocks.wrapping import ends_sentence
from tui.articles.dates import machine_date, written_date
from tui.articles.pages.names import NAMES, names_of
from tui.articles.pages.words import plain, shown, value

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_METAS = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dcterms.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish-date",
    "sailthru.date",
)
_PROPERTIES = ("datePublished", "dateCreated")
_DATED = NAMES["dated"]
_SHOWING = ("p", "div", "span", "font", "td", "small", "li", "h2", "i", "em")
_LONGEST_NAMED, _LONGEST_OTHER = 400, 120
"""Code points up to which a part that is named for its date, or any other, may show it."""
_MOST_PARTS = 5_000
_MOST_TIMES = 20


def published(root: HtmlElement, node: Mapping[str, Any], metas: Mapping[str, Sequence[str]]) -> str | None:
    """When the article was published, as an ISO date, with the time of day where the page has it.

    Args:
        root: the whole page.
        node: the structured data of the article.
        metas: contents of the meta elements by their names.
    """
    found = list(_marked(root, node, metas))
    if not found or "T" not in found[0]:
        found += _shown(root)
    if found:
        # A date alone takes the time of day that stands elsewhere with the same date.
        return next((date for date in found if date.startswith(f"{found[0]}T")), found[0])
    changed = [date for given in metas.get("last-modified", ()) if (date := machine_date(given))]
    return next(iter(changed), None)


def _marked(root: HtmlElement, node: Mapping[str, Any], metas: Mapping[str, Sequence[str]]) -> Iterator[str]:
    given: list[str | None] = [value(node.get(key)) for key in _PROPERTIES]
    given += [content for name in _METAS for content in metas.get(name, ())]
    given += [_said(part) for part in root.iter() if part.get("itemprop") in _PROPERTIES]
    times = (part for part in root.iter("time", "abbr") if not _is_change(part))
    given += [_said(part) for part in islice(times, _MOST_TIMES)]
    return (date for words in given if (date := machine_date(words)))


def _is_change(part: HtmlElement) -> bool:
    names = f"{part.get('class') or ''} {part.get('itemprop') or ''}".lower()
    return "modified" in names or "updated" in names


def _said(part: HtmlElement) -> str:
    """What an element says for programs, else what it shows."""
    told = part.get("datetime") or part.get("content") or (part.get("title") if part.tag == "abbr" else None)
    return told or shown(part)[:60]


def _shown(root: HtmlElement) -> list[str]:
    """The date in a part that is named for it, those in short parts, and those in short pieces of text."""
    found = []
    for named, longest in ((True, _LONGEST_NAMED), (False, _LONGEST_OTHER)):
        for part in islice(root.iter(*_SHOWING), _MOST_PARTS):
            if (named and not names_of(part) & _DATED) or len(list(islice(part.iter(), 40))) == 40:
                continue
            words = shown(part)
            if len(words) <= longest and (date := written_date(words)):
                found.append(date)
                if "T" in date or len(found) == _MOST_TIMES:
                    return found
    for piece in islice(root.itertext(), 0 if found else _MOST_PARTS):
        words = plain(piece) if len(piece) <= _LONGEST_OTHER else ""
        if words and not ends_sentence(words) and (date := written_date(words)):
            return [date]
    return found
