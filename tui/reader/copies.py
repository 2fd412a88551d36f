"""What is said of articles with one text, the same wherever it is said: in sidebar, bars, panel and matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.comparison.model import Story
    from tui.reader.desk import Desk

_SAME = "the same text as"


def copies_of(desk: Desk, article: str) -> tuple[str, ...]:
    """The other articles of a story that have almost the text of one, in the sidebar's order."""
    story = desk.story_of(article)
    groups = story.duplicates if story is not None and article in desk.by_id else ()
    found = [one for group in groups if article in group for one in group if one != article and one in desk.by_id]
    return tuple(sorted(found, key=lambda one: desk.numbers[one]))


def copy_words(desk: Desk, article: str) -> str:
    """Such as "the same text as 1", of the first article that has it; "… as 2 and 1 more" of that; empty if alone."""
    first, *more = copies_of(desk, article) or ("",)
    if not first:
        return ""
    words = f"{_how_alike(desk, article, first)} {desk.numbers[first]}"
    return f"{words} and {len(more)} more" if more and desk.numbers[article] < desk.numbers[first] else words


def copy_lead(desk: Desk, article: str, here: str) -> str:
    """What goes before the name of a source that has the text of the one that is read, or of one before it; or nothing.

    Args:
        desk: All that is known.
        article: The source.
        here: Id of the article that is being read.
    """
    copies = copies_of(desk, article)
    other = here if here in copies else next(iter(copies), "")
    if not other or (other != here and desk.numbers[other] > desk.numbers[article]):
        return ""
    return f"{_how_alike(desk, article, other).removeprefix('the ')} {desk.numbers[other]}, "


def one_text(desk: Desk, story: Story) -> str:
    """Such as "both have the same text", where all articles of a story have; else empty."""
    first, *others = story.articles
    if not others or set(copies_of(desk, first)) != set(others):
        return ""
    alike = all(_how_alike(desk, first, other) == _SAME for other in others)
    return f"{'both' if len(others) == 1 else 'all'} have {'' if alike else 'almost '}the same text"


def _how_alike(desk: Desk, article: str, other: str) -> str:
    same = desk.by_id[article].text.strip() == desk.by_id[other].text.strip()
    return _SAME if same else "almost the text of"
