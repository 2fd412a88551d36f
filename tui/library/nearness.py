"""Which articles are most likely of the opened one's story, from their raw texts alone.

A library of thousands cannot be analysed before its first story is shown; names and other long capitalised words that
two texts share are enough to say where to begin. What is a story in the end says the comparison.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from pathlib import PurePath

from tui.articles.model import Article

ENOUGH = 40
"""Articles that are simply taken together: the folder of one story, as people keep it."""
NEAREST = 16
"""Articles taken out of a larger folder: more than most stories have versions."""
LIBRARY = 100
"""Articles above which the rest is analysed only when the reader turns to it."""
_BEGINNING = 4000
"""Characters of a text that are looked at: news names what it is about at once."""
_WORD = re.compile(r"[A-ZÄÖÜ][\wÄÖÜäöüß-]{3,}")


def near(articles: Sequence[Article], first: str | None) -> list[Article]:
    """The articles to analyse and compare first, the opened one at the front.

    Args:
        articles: All articles that are open.
        first: Id of the opened article; without one the first article counts as opened.

    Returns:
        The opened article's folder if that is small, else the opened article and those of its folder, or of all where
        it stands alone there, with the most similar words; in order of similarity.
    """
    if not articles:
        return []
    opened = next((article for article in articles if article.id == first), articles[0])
    beside = [article for article in articles if _place(article) == _place(opened)]
    if len(beside) == 1:
        beside = list(articles)
    if len(beside) <= ENOUGH:
        return sorted(beside, key=lambda article: article.id != opened.id)
    return _alike(opened, beside)[:NEAREST]


def _place(article: Article) -> tuple[str, PurePath]:
    return article.folder, PurePath(article.path).parent


def _alike(opened: Article, articles: Sequence[Article]) -> list[Article]:
    words = [frozenset(_WORD.findall(f"{one.title} {one.text[:_BEGINNING]}")) for one in articles]
    frequency = Counter(word for found in words for word in found)
    sought = frozenset(_WORD.findall(f"{opened.title} {opened.text[:_BEGINNING]}"))

    def likeness(number: int) -> float:
        found = words[number]
        if not found:
            return 0.0
        return sum(log(1 + len(articles) / frequency[word]) for word in sought & found) / sqrt(len(found))

    order = sorted(
        range(len(articles)), key=lambda number: (articles[number].id != opened.id, -likeness(number), number)
    )
    return [articles[number] for number in order]
