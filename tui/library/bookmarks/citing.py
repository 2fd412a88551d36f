"""How a bookmark's source is named, and bookmarks in the order in which people read them: by article, then position."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from tui.articles.display import HIDDEN, visible
from tui.articles.labels import site, told_apart
from tui.articles.patterns import pattern
from tui.library.bookmarks.model import Bookmark, BookmarkedArticle

_LINE_END = pattern("\r\n?|[\x85\u2028\u2029]")
_UNSEEN = dict.fromkeys(map(ord, HIDDEN))


def source_of(article: BookmarkedArticle) -> str:
    """The source: its name, else the site of its address, else the file name."""
    if article.source:
        return one_line(article.source)
    return one_line(site(article.url)) or one_line(PurePath(article.path).name)


def others_of(bookmark: Bookmark) -> list[tuple[str, str]]:
    """What the other sources say of a bookmark's fact: the name of each, told apart by day and time, and its words."""
    articles = (bookmark.article, *(other.article for other in bookmark.others))
    names = told_apart({article: (source_of(article), article.published) for article in articles})
    return [(names[other.article], one_line(other.text)) for other in bookmark.others]


def title_of(article: BookmarkedArticle) -> str:
    """The title, else the file name."""
    return one_line(article.title) or one_line(PurePath(article.path).name) or "untitled"


def citation(article: BookmarkedArticle) -> str:
    """Author, source and date as far as they are known, and the address."""
    parts = [one_line(part) for part in (article.author, source_of(article), article.published) if part]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def address_of(article: BookmarkedArticle) -> str:
    """The address, else the file as a path within the folder that was open, unless the source is called by it."""
    path = one_line(article.path)
    return one_line(article.url) or (path if path != source_of(article) else "")


def one_line(text: str | None) -> str:
    """Text on one line, white space made single, without control characters and signs that nobody sees."""
    return visible(" ".join((text or "").split()).translate(_UNSEEN))


CONFLICT = "Possible conflict: "
"""Begins each line of `conflict_lines`."""


def conflict_lines(bookmark: Bookmark) -> list[str]:
    """What sources possibly contradict each other in, a line for each."""
    return [CONFLICT + one_line(words) for words in bookmark.conflicts]


def plain(text: str) -> str:
    """Text without control characters but with its line breaks, all of them line feeds; spaces stay as they are."""
    return visible(_LINE_END.sub("\n", text))


def by_article(bookmarks: Iterable[Bookmark]) -> list[tuple[BookmarkedArticle, Sequence[Bookmark]]]:
    """Bookmarks grouped by article, in the order in which articles were first bookmarked, each by position."""
    groups: dict[tuple[str, ...], list[Bookmark]] = {}
    for bookmark in bookmarks:
        article = bookmark.article
        key = (article.url,) if article.url else (article.folder, article.path, article.title)
        groups.setdefault(key, []).append(bookmark)
    return [
        (group[0].article, sorted(group, key=lambda one: (one.start, one.end, one.created)))
        for group in groups.values()
    ]
