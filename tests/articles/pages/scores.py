"""How well an article was read from a made page: token F1 of its own words, and which fields are right."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from tests.articles.pages.samples import Page
from tui.articles.blocks import find_blocks
from tui.articles.extracting import extract
from tui.articles.formats.protocol import Extracted


@dataclass(frozen=True)
class Score:
    """What is right of one page."""

    f1: float
    title: bool
    date: bool
    source: bool
    author: bool

    @property
    def described(self) -> bool:
        """Whether title, date, source and author are all right."""
        return self.title and self.date and self.source and self.author


def token_f1(found: str, wanted: str) -> float:
    """Harmonic mean of precision and recall over words as a bag, letter case left aside."""
    left, right = (Counter(re.findall(r"\w+", text.replace("\xad", "").casefold())) for text in (found, wanted))
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def our_score(page: Page) -> Score:
    """The score of what a reader of the program is shown unfolded; date and time have to be the same moment."""
    found = next(one for one in extract(page.data, "-") if isinstance(one, Extracted))
    known = found.metadata
    layout = find_blocks(found.text, known.title)
    own = "\n".join(found.text[block.start : block.end] for block in layout.blocks if block.own)
    return Score(
        token_f1(own, "\n".join(page.wanted)),
        known.title == page.title,
        _same_moment(known.published, page.published),
        known.source == page.source,
        _names(known.author or layout.author) == set(page.authors),
    )


def plain_score(page: Page) -> Score:
    """The score of trafilatura's own output; it gives no times of day, so the day is enough."""
    import trafilatura

    text = trafilatura.extract(page.data) or ""
    known = trafilatura.extract_metadata(page.data)
    return Score(
        token_f1(text, "\n".join(page.wanted)),
        known.title == page.title,
        (known.date or None) == (page.published or "")[:10],
        known.sitename == page.source,
        _names((known.author or "").replace(";", ",")) == set(page.authors),
    )


def _names(given: str | None) -> set[str]:
    return {name.strip() for name in (given or "").split(",") if name.strip()}


def _same_moment(found: str | None, wanted: str | None) -> bool:
    if not found or not wanted:
        return found == wanted
    if len(found) <= 10 or len(wanted) <= 10:
        return found == wanted
    left, right = (datetime.fromisoformat(moment) for moment in (found, wanted))
    if (left.tzinfo is None) != (right.tzinfo is None):
        left, right = left.replace(tzinfo=None), right.replace(tzinfo=None)
    return left == right

