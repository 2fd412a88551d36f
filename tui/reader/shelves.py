"""What the library screen lists: open stories, what is not compared yet, folders opened before, and files not read.

Pure functions from the desk to rows; what takes time, such as counting words, is left to the rows that are seen.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Literal

from tui.articles import says_title, source_label
from tui.articles.model import Article
from tui.library.counting import plural
from tui.reader.desk import Desk
from tui.reader.outline import Branch, Leaf

if TYPE_CHECKING:
    from tui.library.recent import RecentFolder

Kind = Literal["heading", "story", "article", "files", "folder", "unread"]
COUNTED = 2_000_000
"""Characters up to which the words of a shelf are counted; more of them would be felt."""
DOT = " · "
"""Between the statements of a note."""
CHARACTERS_A_WORD = 7
"""Of German running text with its spaces, for shelves too long to be counted."""


@dataclass(frozen=True, slots=True)
class Shelf(Branch):
    """A heading, a story, an article alone, articles not compared yet, a folder opened before, or a file not read."""

    kind: Kind = "story"
    facts: int = 0
    conflicts: int = 0
    gone: bool = False
    """Whether the folder is not there any more."""
    path: Path | None = None
    """Of a folder."""


def shelves(
    desk: Desk, folder: Path | None, recent: Sequence[RecentFolder], gone: Collection[Path]
) -> tuple[Shelf, ...]:
    """All rows but the articles of open branches.

    Args:
        desk: All that is known.
        folder: The folder that is open.
        recent: Folders opened before, newest first.
        gone: Those of them that are not there any more.
    """
    stories, compared = _stories(desk)
    waiting = _waiting(desk, compared)
    others = [_folder(one, one.path == folder, one.path in gone) for one in recent]
    unread = [
        Shelf(problem.path, problem.sentence, id=str(index), kind="unread")
        for index, problem in enumerate(desk.problems)
        if problem.unread
    ]
    found: list[Shelf] = []
    for heading, rows in (
        ("Stories", stories), ("Not compared yet", waiting), ("Folders", others), ("Not read", unread),
    ):  # fmt: skip
        if rows:
            found += [Shelf(heading, id=heading, kind="heading"), *rows]
    return tuple(found)


def _stories(desk: Desk) -> tuple[list[Shelf], set[str]]:
    """The stories, the largest first, an article alone being one of its own; and the articles in them."""
    found: list[Shelf] = []
    compared: set[str] = set()
    for story in desk.comparison.stories if desk.comparison is not None else ():
        articles = [desk.by_id[one] for one in story.articles if one in desk.by_id]
        if articles:
            compared.update(article.id for article in articles)
            kind: Kind = "story" if len(articles) > 1 else "article"
            found.append(
                Shelf(
                    articles[0].title,
                    leaves=_leaves(desk, articles),
                    id=story.id,
                    kind=kind,
                    facts=len(story.facts),
                    conflicts=sum(fact.in_conflict for fact in story.facts),
                )
            )
    return sorted(found, key=lambda shelf: -len(shelf.leaves)), compared


def _waiting(desk: Desk, compared: Collection[str]) -> list[Shelf]:
    """The other articles by the folders that they lie in."""
    places: dict[str, list[Article]] = {}
    for article in desk.order:
        if article.id not in compared:
            places.setdefault(PurePath(article.path).parent.as_posix(), []).append(article)
    return [
        Shelf(
            "Opened articles" if place == "." else f"{place}/", leaves=_leaves(desk, articles), id=place, kind="files"
        )
        for place, articles in places.items()
    ]


def _leaves(desk: Desk, articles: Sequence[Article]) -> tuple[Leaf, ...]:
    positions = desk.positions
    return tuple(
        Leaf(one.id, positions.get(one.id, 0), positions.get(one.id, 0), " ".join(one.title.split()))
        for one in articles
    )


def _folder(folder: RecentFolder, here: bool, gone: bool) -> Shelf:
    parts = ["open now"] if here else [f"last open {folder.opened}"]
    if gone:
        parts = ["not there any more; d takes it off the list"]
    elif folder.articles:
        unread = f", {folder.unread:,} unread" if folder.unread else ", all read"
        parts.insert(0, plural(folder.articles, "article") + unread)
    note = DOT.join([*parts, _short(folder.path)])
    return Shelf(
        folder.path.name or str(folder.path), note, id=str(folder.path), kind="folder", gone=gone, path=folder.path
    )


def _short(path: Path) -> str:
    """A path with the home folder as a tilde."""
    try:
        return str(PurePath("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


def shelf_note(shelf: Shelf, desk: Desk) -> str:
    """What is said of a story or of articles not compared yet."""
    articles = [desk.by_id[leaf.article] for leaf in shelf.leaves if leaf.article in desk.by_id]
    unread = sum(article.id not in desk.read for article in articles)
    parts = [f"{plural(len(articles), 'article')}, {f'{unread:,} unread' if unread else 'all read'}"]
    if shelf.conflicts:
        # Before what a narrow terminal cuts off, since it says what there is to look at.
        parts.append(plural(shelf.conflicts, "possible conflict"))
    dates = sorted({article.published[:10] for article in articles if article.published})
    if dates:
        parts.append(dates[0] if len(dates) == 1 else f"{dates[0]} to {dates[-1]}")
    parts.append(_words(articles))
    if shelf.facts:
        parts.append(plural(shelf.facts, "fact"))
    named = list(dict.fromkeys(source_label(one) for one in articles if one.source or one.url))
    if named:
        parts.append(", ".join(named))
    return DOT.join(parts)


def article_note(article: Article, desk: Desk) -> str:
    """What is said of one article."""
    parts = ["read" if article.id in desk.read else "unread"]
    label = source_label(article)
    if not says_title(label, " ".join(article.title.split())):
        parts.insert(0, label)
    if article.published:
        parts.append(article.published[:10])
    return DOT.join([*parts, _words([article])])


def _words(articles: Sequence[Article]) -> str:
    size = sum(len(article.text) for article in articles)
    if size > COUNTED:
        return f"about {round(size / CHARACTERS_A_WORD, -4):,.0f} words"
    return plural(sum(len(article.text.split()) for article in articles), "word")
