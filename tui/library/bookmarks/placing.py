"""Which opened article a bookmark belongs to, and where its passage stands there now.

An article is recognised by its text, else by its address, its file or its title, so that a bookmark follows it when it
was edited, fetched again or moved to another folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from tui.articles.model import TITLE_CUT, Article
from tui.library.bookmarks.anchoring import Anchor, anchor
from tui.library.bookmarks.model import Bookmark, BookmarkedArticle

LOST = Anchor("lost", 0, 0, 0.0)


@dataclass(frozen=True, slots=True)
class Placed:
    """A bookmark with the place of its passage now."""

    bookmark: Bookmark
    article: str | None
    """Id of the opened article it belongs to; None if none of them is."""
    anchor: Anchor
    """``lost`` also where the article is not open."""


def likeness(kept: BookmarkedArticle, article: Article) -> int:
    """How surely an article is the one that was bookmarked: 0 not, higher is surer."""
    same_file = bool(kept.path) and kept.path == article.path
    same_folder = bool(kept.folder) and kept.folder == article.folder
    if kept.text_sha256 and kept.text_sha256 == article.text_sha256:
        return 8 + 2 * same_file + same_folder
    if kept.url and article.url:
        return 6 if kept.url == article.url else 0
    if same_file and same_folder:
        return 5
    same_name = bool(kept.path) and PurePath(kept.path).name == PurePath(article.path).name
    same_title = bool(kept.title) and kept.title.removesuffix(TITLE_CUT) == article.title.removesuffix(TITLE_CUT)
    # Forms of other programs do not say the source.
    same_source = kept.source in (None, article.source)
    if same_title and same_source:
        return 4 if same_name else 3
    # A file of the same name elsewhere is the same article only if the passage is found in it.
    return 1 if same_name and same_source else 0


def place(bookmarks: Iterable[Bookmark], articles: Sequence[Article]) -> tuple[Placed, ...]:
    """Find the passages of bookmarks in the opened articles.

    Args:
        bookmarks: The bookmarks.
        articles: The opened articles.

    Returns:
        One for each bookmark, in order.
    """
    return tuple(_place(bookmark, articles) for bookmark in bookmarks)


def _place(bookmark: Bookmark, articles: Sequence[Article]) -> Placed:
    ranked = sorted(
        ((likeness(bookmark.article, article), number) for number, article in enumerate(articles)),
        key=lambda one: (-one[0], one[1]),
    )
    lost: Placed | None = None
    for rank, number in ranked:
        if rank == 0:
            break
        article = articles[number]
        found = anchor(bookmark, article.text)
        if found.state != "lost":
            return Placed(bookmark, article.id, found)
        if rank > 1 and lost is None:
            lost = Placed(bookmark, article.id, found)
    return lost or Placed(bookmark, None, LOST)
