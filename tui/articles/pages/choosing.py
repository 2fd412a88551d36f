"""Which of a page's lines are the article: our own look at where its paragraphs lie, with trafilatura as the witness.

The article's root is the smallest part of the page round the headline that holds most of its paragraphs. What lies in
it stays, short and bold lines too, which extractors lose; what lies beside it stays where trafilatura takes it as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.articles.blocks.letters import letters
from tui.articles.blocks.pages import opens_comments, opens_related, page_rule
from tui.articles.blocks.signatures import edge_signature_rule, signature_rule
from tui.articles.blocks.wrapping import ends_sentence
from tui.articles.dates import written_date
from tui.articles.pages.lines import Line, lines_of, places
from tui.articles.pages.notices import is_notice

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SUBSTANCE = 60
"""Code points from which a line weighs as a paragraph."""
_AROUND_TITLE = 0.4
"""Share of the paragraphs that the part round the headline has to hold."""
_INSIDE = 0.85
"""Share of the paragraphs for which the search goes one element deeper."""
_LONGEST_DATE = 120
"""Code points up to which a line with a date is there for the date."""
_LEADING_WORDS = 5
"""Words that a line without a full stop needs to lead into an article."""
_LONGEST_REPEAT = 300
"""Code points up to which a quotation set apart may be one that the text has anyway."""
_LONGEST_NAME = 60
"""Code points up to which a line below a quotation set apart can be the name of who said it."""
_LONGEST_TERM = 160
"""Code points up to which a line can be one of the terms of a subscription."""
_OFFER = re.compile(
    r"(?:jetzt )?weiterlesen (?:mit|für|ab|im)\b|jetzt (?:\S+ ){0,6}(?:weiterlesen|abonnieren|testen)\b"
    r"|\S+ ?(?:plus|\+) (?:testen|abonnieren|lesen)\b",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"€|\beuro\b|\bgratis\b|\bkostenlos|\bmonat|\bkündbar|\bzugang|\babo\b|\babonn|\btesten\b|\banmelden\b"
    r"|\bweiterlesen\b|\bunbegrenzt|\bjederzeit\b|\bangebot|\balle (?:artikel|inhalte|texte)\b|\beinloggen\b|\bfaq\b",
    re.IGNORECASE,
)
MOST_WITNESSED = 40_000
"""Elements up to which trafilatura is asked: its time grows faster than their number."""


@dataclass(frozen=True, slots=True)
class Region:
    """Where the article lies, in the numbers of elements in document order."""

    title: int
    """The headline, or -1."""
    around: tuple[int, int]
    """The part of the page that holds headline and text."""
    inside: tuple[int, int]
    """The part that holds the paragraphs."""


def choose_lines(root: HtmlElement, title: HtmlElement | None) -> list[Line]:
    """The article's lines without its headline, in the order of the page.

    Args:
        root: the page without its furniture.
        title: the element that shows the headline, if it is known.
    """
    numbered = places(root)
    lines = [line for line in _without_offer(_without_comments(list(lines_of(root)))) if not _is_noise(line)]
    region = _region(root, title, lines, numbered)
    witness = _witness(root) if len(numbered) <= MOST_WITNESSED else ""
    own = title is not None and numbered.get(title)
    kept = [line for line in lines if not (own and own[0] <= line.place < own[1]) and _is_kept(line, region, witness)]
    kept = _without_dates(_without_related(_without_repeats(kept)))
    if witness and sum(len(letters(line.text)) for line in kept) < 0.5 * len(witness):
        kept = [line for line in lines if letters(line.text) in witness]
    while kept and kept[-1].kind == "heading":
        kept.pop()
    return kept


def _is_noise(line: Line) -> bool:
    return not any(character.isalnum() for character in line.text) or is_notice(line.text)


def _weight(line: Line) -> int:
    """How much a line says for being an article's paragraph."""
    if line.kind == "heading" or len(line.text) < _SUBSTANCE or 2 * line.linked > len(line.text):
        return 0
    return len(line.text) - line.linked


def _region(
    root: HtmlElement, title: HtmlElement | None, lines: Sequence[Line], numbered: dict[HtmlElement, tuple[int, int]]
) -> Region:
    weights = [0] * (len(numbered) + 1)
    for line in lines:
        weights[line.place + 1] += _weight(line)
    for index in range(1, len(weights)):
        weights[index] += weights[index - 1]

    def held(element: HtmlElement) -> int:
        first, last = numbered[element]
        return weights[last] - weights[first]

    total = held(root)
    around = root
    if title is not None and title in numbered:
        around = next(
            (one for one in title.iterancestors() if one in numbered and held(one) > _AROUND_TITLE * total), root
        )
    inside = around
    while (
        total
        and (deeper := next((child for child in inside if held(child) >= _INSIDE * held(inside)), None)) is not None
    ):
        if not len(deeper) or deeper.tag in ("p", "li", "blockquote", "td"):
            break
        inside = deeper
    start = numbered[title][0] if title is not None and title in numbered else -1
    return Region(start, numbered[around], numbered[inside])


def _is_kept(line: Line, region: Region, witness: str) -> bool:
    key = letters(line.text)
    witnessed = len(key) > 3 and key in witness
    mostly_link = 2 * line.linked > len(line.text)
    first, last = region.inside
    if first <= line.place < last and (region.title < first or line.place > region.title):
        if mostly_link:
            return witnessed and (ends_sentence(line.text) or line.linked < len(line.text))
        return True
    if not region.around[0] <= line.place < region.around[1] or mostly_link or line.place < region.title:
        return False
    if line.place < first:
        return _may_lead(line)
    return witnessed and line.kind != "heading" and _weight(line) > 0


def _may_lead(line: Line) -> bool:
    """Whether a line between headline and text is the article's: neither date nor byline, and more than a label."""
    if edge_signature_rule(line.text) or signature_rule(line.text):
        return False
    return ends_sentence(line.text) or len(line.text.split()) >= _LEADING_WORDS


def _without_repeats(lines: list[Line]) -> list[Line]:
    """The lines without quotations set apart that repeat words of a paragraph."""
    written = "\n".join(letters(line.text) for line in lines)
    kept: list[Line] = []
    box = False
    for line in lines:
        if line.kind == "quote" and len(line.text) < _LONGEST_REPEAT and written.count(letters(line.text)) > 1:
            box = True
        elif box and len(line.text) <= _LONGEST_NAME and line.kind == "paragraph" and not ends_sentence(line.text):
            # Who said it.
            box = False
        else:
            box = False
            kept.append(line)
    return kept


def _without_comments(lines: list[Line]) -> list[Line]:
    """The lines before a heading that counts the comments of readers, where a paragraph stands before it."""
    first = next((i for i, line in enumerate(lines) if _weight(line)), len(lines))
    opened = (i for i, line in enumerate(lines) if i > first and line.kind == "heading" and opens_comments(line.text))
    return lines[: next(opened, len(lines))]


def _without_offer(lines: list[Line]) -> list[Line]:
    """The lines without what follows an offer to pay for the rest: prices, terms and praise of the subscription."""
    first = next((i for i, line in enumerate(lines) if _weight(line)), len(lines))
    offered = next((i for i, line in enumerate(lines) if i > first and _OFFER.match(line.text)), len(lines))
    end = offered
    while end < len(lines) and len(lines[end].text) <= _LONGEST_TERM and _TERMS.search(lines[end].text):
        end += 1
    return lines[:offered] + lines[end:]


def _without_dates(lines: list[Line]) -> list[Line]:
    """The lines without short ones before the first sentence that give a date."""
    first = next((i for i, line in enumerate(lines) if ends_sentence(line.text) and not _dates(line)), len(lines))
    return [
        line
        for index, line in enumerate(lines)
        if index >= first or line.kind == "heading" or len(line.text) > _LONGEST_DATE or not written_date(line.text)
    ]


def _dates(line: Line) -> bool:
    """Whether a line holds a date and little else, though it ends like a sentence: "Lesedauer: 2 Min."."""
    return edge_signature_rule(line.text) is not None or signature_rule(line.text) is not None


def _without_related(lines: list[Line]) -> list[Line]:
    """The lines without those that announce other articles, and the linked lines behind them."""
    kept: list[Line] = []
    announced = False
    for line in lines:
        if opens_related(line.text) or (page_rule(line.text) and 3 * line.linked > len(line.text)):
            announced = True
        elif announced and line.linked:
            continue
        else:
            announced = False
            kept.append(line)
    return kept


def _witness(root: HtmlElement) -> str:
    """The letters of what trafilatura takes for the article; empty where it finds none."""
    import logging
    from copy import deepcopy

    # 0.2 s to import, with the rules of a hundred languages' dates behind it.
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        # Its second opinions (readability, jusText) take time that grows with the square of the page's headings.
        found = trafilatura.bare_extraction(deepcopy(root), fast=True, include_comments=False, with_metadata=False)
    except (ValueError, AttributeError, TypeError, RecursionError, LookupError):
        return ""
    text = getattr(found, "text", None) or ""
    return letters(text)
