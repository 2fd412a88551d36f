"""Bookmarks: the reader's own work, never lost, and still found when the article was edited, re-imported or moved."""

from tui.library.bookmarks.anchoring import Anchor, anchor
from tui.library.bookmarks.file import BookmarkFile, Loaded
from tui.library.bookmarks.making import make_bookmark, other_passages
from tui.library.bookmarks.model import Bookmark, BookmarkedArticle, OtherPassage
from tui.library.bookmarks.placing import Placed, place

__all__ = [
    "Anchor",
    "Bookmark",
    "BookmarkFile",
    "BookmarkedArticle",
    "Loaded",
    "OtherPassage",
    "Placed",
    "anchor",
    "make_bookmark",
    "other_passages",
    "place",
]
