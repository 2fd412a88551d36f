"""What a second reading of the same paths changed: which articles came, changed and went, and where places are now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.articles.model import Article, Reading
from tui.library.state import place_of

Place = tuple[str, int]
"""Article id and position in its text."""

AROUND = 120
"""Code points of the passage by which a position is found again."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """A second reading beside the first."""

    reading: Reading
    """What is there now; articles that are as they were are the same objects."""
    came: tuple[Article, ...]
    changed: tuple[Article, ...]
    """As they are now."""
    gone: tuple[Article, ...]
    successors: Mapping[str, str]
    """By the id of each article that is still there, changed or renamed, its id now."""
    places: Mapping[Place, int]
    """Where the asked places of changed articles are now, as positions in their present texts."""

    @property
    def empty(self) -> bool:
        """Whether no article is another than before."""
        return not (self.came or self.changed or self.gone) and all(old == new for old, new in self.successors.items())


def renew(before: Reading, now: Reading, places: Iterable[Place] = ()) -> Renewal:
    """Compare two readings of the same paths; takes milliseconds for each changed article.

    Args:
        before: What was read first.
        now: What was read now.
        places: Places in the first articles to be found again.
    """
    old = {article.id: article for article in before.articles}
    articles = tuple(_same(old.get(article.id), article) for article in now.articles)
    new = {article.id: article for article in articles}
    successors = {identity: identity for identity in old if identity in new}
    left = [article for identity, article in old.items() if identity not in new]
    fresh = [article for identity, article in new.items() if identity not in old]
    pairs = _pairs(left, fresh)
    successors |= {first.id: second.id for first, second in pairs}
    followed = {second.id for _, second in pairs}
    edited = [second for first, second in pairs if first.text_sha256 != second.text_sha256]
    described = [new[one] for one in old if one in new and new[one] is not old[one]]
    return Renewal(
        reading=replace(now, articles=articles),
        came=tuple(article for article in fresh if article.id not in followed),
        changed=(*edited, *described),
        gone=tuple(article for article in left if article.id not in successors),
        successors=successors,
        places=_moved(old, new, successors, places),
    )


def _same(before: Article | None, now: Article) -> Article:
    return before if before is not None and before == now else now


def _pairs(left: Sequence[Article], fresh: Sequence[Article]) -> list[tuple[Article, Article]]:
    """Articles that are gone by their ids, with what took their places: the same place, else the same text."""
    pairs: list[tuple[Article, Article]] = []
    waiting = list(fresh)
    for article in left:
        found = next((one for one in waiting if place_of(one) == place_of(article) or one.path == article.path), None)
        found = found or next((one for one in waiting if one.text_sha256 == article.text_sha256), None)
        if found is not None:
            waiting.remove(found)
            pairs.append((article, found))
    return pairs


def _moved(
    old: Mapping[str, Article], new: Mapping[str, Article], successors: Mapping[str, str], places: Iterable[Place]
) -> dict[Place, int]:
    moved: dict[Place, int] = {}
    for identity, position in places:
        if identity in old and identity in successors:
            moved[identity, position] = moved_position(old[identity], new[successors[identity]], position)
    return moved


def moved_position(before: Article, now: Article, position: int) -> int:
    """Where the words at a position stand in the changed text; the nearest position where they are gone.

    The words are found as those of a bookmark are: the same ones, else similar ones in the same surroundings.
    """
    if before.text == now.text or not before.text:
        return min(position, max(0, len(now.text) - 1))
    # 30 ms to import, and only an edited article needs it.
    from tui.library.bookmarks import make_bookmark
    from tui.library.bookmarks.anchoring import anchor

    position = min(position, len(before.text) - 1)
    end = min(len(before.text), position + AROUND)
    found = anchor(make_bookmark(before, position, end), now.text)
    if found.state != "lost":
        return found.start
    head, tail = _alike(before.text, now.text), _alike(before.text[::-1], now.text[::-1])
    if position < head:
        return position
    if position >= len(before.text) - tail:
        return max(0, position + len(now.text) - len(before.text))
    # The words themselves are gone: reading goes on where the change begins.
    return min(head, max(0, len(now.text) - 1))


def _alike(first: str, second: str) -> int:
    """How many code points two texts begin with in common."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[:middle] == second[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
