"""What a page puts round and between an article's paragraphs, told by the names that sites give to it, and taken out.

The names are those of widespread content systems. A part that holds most of the page's words, or its headline, stays
whatever it is called.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tui.articles.pages.names import NAMES, names_of
from tui.articles.pages.tags import BLOCKS, HEADINGS
from tui.articles.pages.words import plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ALWAYS_TAGS = frozenset({"nav", "form", "dialog", "button", "noscript", "select", "menu"})
_OFTEN_TAGS = frozenset({"footer", "aside"})
_NEVER_ARTICLE = NAMES["never"]
_PARTS = NAMES["parts"]
_PAID = frozenset({"paywall", "paywalled"})
_CAPTIONS = NAMES["captions"]
_PICTURES = NAMES["pictures"]
_SIGNATURES = NAMES["signatures"]
_TEASERS = NAMES["teasers"]
_HIDDEN_NAMES = re.compile(r"(?:visually-?hidden|screen-?reader|sr-only|u-hidden|is-hidden)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:(?:um|heute|gestern),? |\d{1,2}\.\s?\d{1,2}\.(?:\d{4}|\d{2})?,? (?:um )?)?\d{1,2}[:.]\d{2}(?: ?Uhr| ?h)?\.?"
)
_ADVERT = re.compile(r"[\W_]*(?:anzeigen?|werbung|sponsored|gesponsert|advertisement|ad)[\W_]*", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:bild|foto|slide)?\s?\d{1,3}\s?(?:von|/)\s?\d{1,3}", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:inhalt|übersicht|überblick|in diesem (?:artikel|beitrag)|auf dieser seite)", re.IGNORECASE)
_SMALL = 0.25
"""Share of the page's words below which a part can be an advert or a picture of a series."""
_REPORT = 60
"""Code points of the shortest report in a live blog."""
_INLINE = frozenset({"a", "span", "em", "strong", "b", "i", "abbr", "font", "small", "sup", "sub", "u", "mark", "q"})
_SHOWN = ("img", "picture", "figure", "amp-img", "svg", "video", "source")
_MOST, _ALIKE, _NEARLY_ALL = 0.4, 0.6, 0.85
"""Shares of the page's words outside links from which on a part is not taken out by its name: one part, all parts of a
class, and one whose name is never that of an article."""
_SHORT_SIGNATURE, _SHORT_PICTURE, _SHORT_CAPTION = 250, 300, 600
"""Code points up to which a part called a signature, a picture or a caption is one."""


@dataclass(frozen=True, slots=True)
class Size:
    """Code points of words in an element."""

    words: int
    free: int
    """Those outside links."""


def remove_furniture(root: HtmlElement, title: HtmlElement | None) -> None:
    """Takes the page's own parts out of a tree.

    Args:
        root: the tree; it is changed.
        title: the element that holds the headline; nothing round it is taken out.
    """
    sizes = sizes_of(root)
    kept = set(_with_ancestors(title)) if title is not None else set()
    for clock in _clocks(root, sizes):
        kept.update(_with_ancestors(clock))
    for body in root.iter():
        if body.get("itemprop") == "articleBody":
            kept.update(_with_ancestors(body))
    total = max(1, sizes[root].free)
    for part in (*_adverts(root, sizes, total), *_slides(root, sizes, total), *_contents(root, sizes)):
        if part not in kept:
            drop(part)
    alike: Counter[str] = Counter()
    for part in root.iter():
        alike[part.get("class") or ""] += sizes[part].free
    for part in [element for element in root.iter() if isinstance(element.tag, str)]:
        if part in kept or part.tag in ("html", "body", "head") or part.getparent() is None:
            continue
        own, group = sizes[part].free / total, alike[part.get("class") or ""] / total if part.get("class") else 0.0
        if _is_furniture(part, sizes[part], own, group):
            drop(part)


def drop(element: HtmlElement) -> None:
    """Takes an element out and leaves the words behind it."""
    parent = element.getparent()
    if parent is not None:
        element.drop_tree()


def _is_furniture(part: HtmlElement, size: Size, share: float, alike: float) -> bool:
    """Whether a part is the page's.

    Args:
        part: the element.
        size: of its words.
        share: the share of the page's words outside links that it holds.
        alike: the share that it holds together with all parts of the same class.
    """
    tag, names = part.tag, names_of(part)
    if tag in _ALWAYS_TAGS or (tag.startswith("amp-") and tag != "amp-accordion"):
        return share < _NEARLY_ALL
    if _is_note_mark(part) or tag == "time":
        return True
    if _within_line(part) or tag in HEADINGS:
        # Names in a line say how it is set; anchors of a table of contents have the names of what leads to them.
        return bool(_HIDDEN_NAMES.search(part.get("class") or ""))
    if names & _NEVER_ARTICLE and share < _NEARLY_ALL:
        return True
    if share > _MOST or alike > _ALIKE:
        return False
    if _HIDDEN.search(part.get("style") or "") or part.get("hidden") is not None:
        return True
    if _HIDDEN_NAMES.search(part.get("class") or "") or tag in _OFTEN_TAGS:
        return True
    # Search engines ask sites to mark the paid words of an article so, and not only the offer that hides them.
    if names & (_PARTS - _PAID if tag == "p" else _PARTS):
        return True
    if "-" in tag and set(tag.split("-")) & (_PARTS | _TEASERS | {"opt"}):
        return True
    if tag == "figcaption" or (names & _CAPTIONS and size.words <= _SHORT_CAPTION):
        return next(part.iter("h1", "table"), None) is None
    if names & _PICTURES and size.words <= _SHORT_PICTURE:
        return next(part.iter("h1", "table"), None) is None and next(part.iter(*_SHOWN), None) is not None
    if names & _SIGNATURES and size.words <= _SHORT_SIGNATURE:
        return next(part.iter("h1"), None) is None
    if names & _TEASERS or tag == "a":
        return _is_teaser(part, size)
    return False


def _is_teaser(part: HtmlElement, size: Size) -> bool:
    """Whether a part leads to another article: a link with a heading, or a part that is mostly link or has both."""
    headings = next(part.iter(*HEADINGS), None) is not None
    if part.tag == "a":
        return headings
    return 2 * size.free <= size.words or (headings and size.free < size.words)


def _within_line(part: HtmlElement) -> bool:
    """Whether an element is a piece of a line of text: its names say how it is set, not what it is."""
    parent = part.getparent()
    if part.tag not in _INLINE or parent is None or parent.tag not in ("p", "li", "td", "em", "strong", "b", "i"):
        return False
    return bool((parent.text or "").strip() or (part.tail or "").strip())


def _adverts(root: HtmlElement, sizes: dict[HtmlElement, Size], total: int) -> list[HtmlElement]:
    """Small parts of the page that begin with the word by which adverts have to be marked."""
    found = []
    for label in root.iter("span", "div", "p", "small", "strong", "b", "h3", "h4"):
        above = label.getparent()
        if len(label) or above is None or not label.text or not _ADVERT.fullmatch(plain(label.text)):
            continue
        first = label.getprevious() is None and not (above.text or "").strip()
        if first and above.tag in BLOCKS and sizes[above].free < _SMALL * total:
            found.append(above)
    return found


def _slides(root: HtmlElement, sizes: dict[HtmlElement, Size], total: int) -> list[HtmlElement]:
    """The pictures of a series: small parts with a picture and its number, "Bild 2 von 7"."""
    found = []
    for label in root.iter("span", "div", "p", "small", "figcaption"):
        above = label.getparent()
        if len(label) or above is None or not label.text or not _NUMBERED.fullmatch(plain(label.text[:40])):
            continue
        if sizes[above].words < _SMALL * total and next(above.iter(*_SHOWN), None) is not None:
            found.append(above)
    return found


def _contents(root: HtmlElement, sizes: dict[HtmlElement, Size]) -> list[HtmlElement]:
    """Lists of nothing but links to places on the same page."""
    found = []
    for part in root.iter("ul", "ol"):
        links = list(part.iter("a"))
        inner = bool(links) and all((link.get("href") or "").startswith("#") for link in links)
        if inner and len(links) > 1 and not sizes[part].free:
            found.append(part)
            before = part.getprevious()
            if before is not None and before.tag in HEADINGS and _CONTENTS.search(plain(before.text_content())):
                found.append(before)
    return found


def _is_note_mark(part: HtmlElement) -> bool:
    """Whether this is the number of a footnote: raised, or a link within the page."""
    if part.tag != "sup" and not (part.tag == "a" and (part.get("href") or "").startswith("#")):
        return False
    return bool(re.fullmatch(r"\W*\d{1,3}\W*", plain(part.text_content())))


def _with_ancestors(element: HtmlElement) -> list[HtmlElement]:
    return [element, *element.iterancestors()]


def _clocks(root: HtmlElement, sizes: dict[HtmlElement, Size]) -> list[HtmlElement]:
    """The times of a live blog: elements that hold nothing but a time of day, three or more, each with its report."""
    found = [
        element
        for element in root.iter("time", "span", "div", "p", "strong", "h3", "h4")
        if not len(element) and element.text and len(element.text) < 40 and _CLOCK.fullmatch(plain(element.text))
    ]
    reported = [clock for clock in found if _has_report(clock, sizes)]
    return reported if len(reported) >= 3 else []


def _has_report(clock: HtmlElement, sizes: dict[HtmlElement, Size]) -> bool:
    """Whether words that are no link stand with a time, and not those of the whole page."""
    for above in islice(clock.iterancestors(), 4):
        size = sizes[above]
        if size.words >= _REPORT:
            return size.free >= 0.7 * size.words
    return False


def sizes_of(root: HtmlElement) -> dict[HtmlElement, Size]:
    """How many code points of words each element holds, and how many of them stand outside links."""
    sizes: dict[HtmlElement, Size] = {}
    linked = {element for link in root.iter("a") for element in link.iter()}
    for element in reversed(list(root.iter())):
        own = len(" ".join((element.text or "").split())) if isinstance(element.tag, str) else 0
        words, free = own, 0 if element in linked else own
        for child in element:
            inner, tail = sizes[child], len(" ".join((child.tail or "").split()))
            words, free = words + inner.words + tail, free + inner.free + (0 if element in linked else tail)
        sizes[element] = Size(words, free)
    return sizes
