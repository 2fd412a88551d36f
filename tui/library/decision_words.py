"""The words of the passages that a decision speaks of, by which it is found again in texts that changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tui.articles.model import Article
from tui.comparison.model import Decision, Passage
from tui.library.bookmarks.anchoring import anchor
from tui.library.bookmarks.making import make_bookmark
from tui.library.bookmarks.model import Bookmark, NotABookmark, from_record, to_record
from tui.library.bookmarks.placing import likeness
from tui.library.lines import Record

SURE = 2
"""Likeness from which an article is the one that was decided on; the same name in another folder does not suffice."""
_KEPT = ("article", "selectors", "places")


@dataclass(frozen=True, slots=True)
class Words:
    """What a line keeps of a decision's two passages, each None in lines that hold positions alone."""

    first: Bookmark | None = None
    second: Bookmark | None = None


def words_record(passage: Passage, articles: Iterable[Article]) -> dict[str, Any]:
    """The words of a passage and its article as fields of a line; none where its text is not among the articles."""
    for article in articles:
        if article.text_sha256 == passage.text_sha256 and passage.end <= len(article.text):
            record = to_record(make_bookmark(article, passage.start, passage.end))
            return {key: record[key] for key in _KEPT if key in record}
    return {}


def words_of(record: Record) -> Words:
    """The words that a line keeps."""
    return Words(_words(record.get("first")), _words(record.get("second")))


def _words(value: Any) -> Bookmark | None:
    if not isinstance(value, Mapping) or "selectors" not in value:
        return None
    try:
        return from_record({"id": "-", **{key: value[key] for key in _KEPT if key in value}})
    except NotABookmark:
        return None


def placed(decision: Decision, words: Words, articles: Sequence[Article], hashes: frozenset[str]) -> Decision | None:
    """A decision on the texts as they are now.

    Args:
        decision: As it was kept.
        words: What was kept with it.
        articles: The opened articles.
        hashes: Those of their texts.

    Returns:
        The decision itself where its texts are open or their articles are not; None where an article changed so much
        that the passage is not in it any more.
    """
    first, second = _placed(decision.first, words.first, articles, hashes), None
    if first is not None:
        second = _placed(decision.second, words.second, articles, hashes)
    return None if first is None or second is None else replace(decision, first=first, second=second)


def _placed(
    passage: Passage, kept: Bookmark | None, articles: Sequence[Article], hashes: frozenset[str]
) -> Passage | None:
    if kept is None or passage.text_sha256 in hashes:
        return passage
    alike = [(likeness(kept.article, article), article) for article in articles]
    ranked = sorted((one for one in alike if one[0] >= SURE), key=lambda one: -one[0])
    for _, article in ranked:
        found = anchor(kept, article.text)
        if found.state != "lost":
            return Passage(article.text_sha256, found.start, found.end)
    return None if ranked else passage
