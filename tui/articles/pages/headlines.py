"""Which heading is the article's.

Sites put their name into h1, a kicker before the headline, and another title into what search engines see.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.articles.blocks.letters import letters
from tui.articles.pages.names import NAMES, names_of
from tui.articles.pages.tags import BLOCKS
from tui.articles.pages.words import plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KICKERS = NAMES["kickers"]
_HEADLINE_NAMES = NAMES["headlines"]
_LONGEST = 300
"""Code points up to which a heading can be a headline."""
_SURE = 15
"""Letters that a title has to have so that a heading that ends with it is known as a kicker and it."""
_GAP = re.compile(r"\s+(?=[:;,.?!](?:\s|$))")
_SEPARATORS = re.compile(r"\s+[|·•»«]\s+|\s+[-–—]\s+|\s+::\s+|\s\|\|?\s?|: ")


@dataclass(frozen=True, slots=True)
class Headline:
    """The title of an article, and the element that shows it."""

    text: str | None
    element: HtmlElement | None


@dataclass(frozen=True, slots=True)
class TitleTag:
    """The parts of what stands in a browser's tab."""

    text: str

    def parts(self) -> list[str]:
        """The pieces between separators, in order."""
        return [part for part in (piece.strip() for piece in _SEPARATORS.split(self.text)) if part]

    def without(self, title: str) -> str | None:
        """What is left of it when the title is taken away: mostly the site's name."""
        start = self.text.find(title)
        if start < 0 or not title:
            return None
        behind, before = self.text[start + len(title) :].strip(" |-–—·•:»«"), self.text[:start].strip(" |-–—·•:»«")
        return behind or before or None


def find_headline(root: HtmlElement, said: Sequence[str | None], tab: TitleTag) -> Headline:
    """The headline on the page that agrees best with what the page says of its title.

    Args:
        root: the whole tree.
        said: titles in the page's data, the most trusted first.
        tab: the contents of the title element.
    """
    keys = [letters(title) for title in said if title]
    tab_key = letters(tab.text)
    best: tuple[float, str, HtmlElement] | None = None
    for element in root.iter("h1", "h2", "h3", "h4", "p", "div", "span", "b", "strong", "font"):
        heading = element.tag in ("h1", "h2", "h3", "h4")
        if not heading and not _may_be_headline(element):
            continue
        text = _without_kicker(element)
        key = letters(text)
        if not len(key) >= 3 or len(text) > _LONGEST:
            continue
        score = _agreement(key, keys, tab_key) + {"h1": 1.0, "h2": 0.4, "h3": 0.2, "h4": 0.1}.get(element.tag, 0.0)
        score += 0.5 if names_of(element) & _HEADLINE_NAMES or element.get("itemprop") == "headline" else 0.0
        if not heading and score < 1:
            continue
        if best is None or score > best[0]:
            best = (score, text, element)
    if best is not None and (best[0] >= 1.3 or not keys):
        return Headline(_as_said(best[1], said), best[2])
    told = next((title for title in said if title), None)
    return Headline(told or max(tab.parts(), key=len, default=None) or (best[1] if best else None), None)


def _as_said(shown: str, said: Sequence[str | None]) -> str:
    """The headline without a kicker that nothing but the page's data sets apart from it, and without a gap in it.

    A gap before a full stop or colon comes from elements that stand apart in the markup, but not on the screen.
    """
    key = letters(shown)
    shown = _GAP.sub("", shown)
    for title in said:
        if title and len(letters(title)) >= _SURE and key != letters(title) and key.endswith(letters(title)):
            return title
    return shown


def _agreement(key: str, said: Sequence[str], tab_key: str) -> float:
    """How far a heading is what the page's data and its tab say."""
    score = 0.0
    for rank, title in enumerate(said):
        weight = 3.0 - 0.5 * min(rank, 3)
        if key == title:
            score = max(score, weight)
        elif len(key) > 8 and title and (title.endswith(key) or title.startswith(key) or key in title or title in key):
            score = max(score, weight * min(len(key), len(title)) / max(len(key), len(title)))
    if tab_key and key in tab_key:
        score += 2.0 * len(key) / len(tab_key)
    return score


def _may_be_headline(element: HtmlElement) -> bool:
    """Whether an element that is no heading may show one: short, and named so or set in large type."""
    if element.get("itemprop") == "headline":
        return True
    if element.tag == "font" or element.tag in ("b", "strong"):
        size = element.get("size") or ""
        return element.tag != "font" or size.startswith("+") or size in ("4", "5", "6", "7")
    return bool(names_of(element) & _HEADLINE_NAMES) and not any(child.tag in BLOCKS for child in element)


def _without_kicker(element: HtmlElement) -> str:
    """The words of a heading without those that are set apart before them."""
    if sum(1 for _ in element.iter()) > 60:
        return ""
    children = [child for child in element if isinstance(child.tag, str)]
    while len(children) == 1 and len(children[0]) and not plain(f"{element.text or ''}{children[0].tail or ''}"):
        element = children[0]
        children = [child for child in element if isinstance(child.tag, str)]
    dropped = [
        child for child in children if names_of(child) & _KICKERS or child.tag in ("time", "small", "button", "svg")
    ]
    if not dropped:
        return plain(
            " ".join(element.itertext())
            if len(children) > 1 and not (element.text or "").strip()
            else element.text_content()
        )
    pieces = [element.text or ""]
    for child in children:
        pieces.append("" if child in dropped else f" {child.text_content()} ")
        pieces.append(child.tail or "")
    rest = plain("".join(pieces)).strip(" :|–")
    return rest or plain(element.text_content())
