"""What the first line says: which article is open, what was found in its story, and what could not be read.

Where there is little room, words give way in the order of what they are worth: how a file that was not read is found,
how many other articles are open, the end of the source's name, the number of facts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.articles import source_label
from tui.articles.display import printable
from tui.articles.language import GERMAN
from tui.library.counting import plural
from tui.reader.article.wrapping import cut
from tui.reader.bars import Piece
from tui.reader.copies import one_text
from tui.reader.desk import Desk
from tui.reader.icons import Icons

if TYPE_CHECKING:
    from tui.comparison.model import Story

MATRIX = "app.show('matrix')"
"""What a click on the number of facts does."""
LEAST_NAME = 8
"""Cells to which the name of a source is cut at most; less of it says nothing."""


def header(
    desk: Desk, article: str, signs: Icons, room: int, key: Callable[[str], str], *, named: bool
) -> tuple[Piece, ...]:
    """What is open: "Story · article 1 of 5 · 58 facts, 4 possible conflicts", or what is being done.

    Args:
        desk: All that is known.
        article: Id of the article that is open.
        signs: The icon set.
        room: Cells there are.
        key: Gives the key of a command, as a person writes it.
        named: Whether the article is called by its source, which nothing else on the screen then says.
    """
    dot = f" {signs.dot} "
    story = desk.story_of(article)
    if story is not None and len(story.articles) < 2:  # what stands alone is compared with nothing
        story = None
    name = printable(source_label(desk.by_id[article], signs.ellipsis)) if named and len(desk.by_id) > 1 else ""
    place = _place(desk, article, story, "" if name else "article ")
    lead: list[Piece] = [(place, "strong", "")]
    if story is not None and not name:
        lead = [("Story", "strong", ""), (dot + place, "plain", "")]
    facts, conflicts, others = _found(desk, story, dot) if story is not None else ((), (), ())
    state = _state(desk, dot)
    full, short = _unread(desk, dot, key)
    alone = tuple((dot + words.removeprefix(", "), style, action) for words, style, action in conflicts)
    ways: tuple[tuple[Piece, ...], ...] = (
        (*facts, *conflicts, *others, *full),
        (*facts, *conflicts, *others, *full[:1]),
        (*facts, *conflicts, *full[:1]),
        (*facts, *conflicts, *short),
        (*alone, *short),
    )
    whole = cell_len(name) + 1 if name else 0
    tries = (
        (room - _width(lead) - called - spare, way)
        for spare in (_width(state), 0)
        for called, some in ((whole, ways[:3]), (min(whole, LEAST_NAME + 1), ways[2:]))
        for way in some
    )
    # Where nothing fits, the end of what is said of conflicts is cut off.
    rest = (*next((way for left, way in tries if _width(way) <= left), (*short, *alone)), *state)
    if name:
        left = room - _width(lead) - 1 - _width(rest)
        lead.append((f" {cut(name, max(LEAST_NAME, left), signs.ellipsis)}", "strong", ""))
    return (*lead, *rest)


def _width(pieces: list[Piece] | tuple[Piece, ...]) -> int:
    return sum(cell_len(words) for words, _, _ in pieces)


def _place(desk: Desk, article: str, story: Story | None, lead: str) -> str:
    """Which of the articles is open, by its number in the sidebar, and which of its story where that is another."""
    number, total = desk.numbers.get(article, 0), len(desk.articles)
    if number == 0 or total == 1:
        return plural(total, "article")
    if story is None:
        return f"{lead}{number:,} of {total:,}"
    own = sorted(desk.numbers[one] for one in story.articles if one in desk.numbers)
    within = own.index(number) + 1
    return f"{lead}{number:,} of {len(own):,}" if within == number else f"{lead}{number:,} ({within:,} of {len(own):,})"


def _found(desk: Desk, story: Story, dot: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...], tuple[Piece, ...]]:
    """The number of facts, the possible conflicts among them, and how many articles are of other stories."""
    conflicts = sum(fact.in_conflict for fact in story.facts)
    words = plural(conflicts, "possible conflict") if conflicts else _without_conflict(desk, story)
    others = len(desk.articles) - len(story.articles)
    return (
        ((dot + plural(len(story.facts), "fact"), "plain", MATRIX),),
        ((f", {words}", "warning" if conflicts else "dim", MATRIX),),
        ((f"{dot}{plural(others, 'other article')}", "dim", ""),) if others > 0 and not desk.opening else (),
    )


def _state(desk: Desk, dot: str) -> tuple[Piece, ...]:
    """What went wrong for all articles, or what is being done."""
    if desk.troubles.get(""):
        return ((dot + printable(desk.troubles[""]), "warning", ""),)
    doing = desk.opening or desk.progress
    return ((dot + printable(doing), "dim", ""),) if doing else ()


def _unread(desk: Desk, dot: str, key: Callable[[str], str]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """How many files could not be read and which key lists them; the same in few words."""
    unread = sum(problem.unread for problem in desk.problems)
    if not unread:
        return (), ()
    action = "app.show('library')"
    words, hint = f"{dot}{plural(unread, 'file')} not read", f", {key('library')} lists"
    full = ((words, "warning", action), (f"{hint} {'it' if unread == 1 else 'them'}", "dim", action))
    return full, ((f"{dot}{unread:,} not read", "warning", action),)


def _without_conflict(desk: Desk, story: Story) -> str:
    """What is said where no possible conflict was found; figures and dates are read in German articles alone."""
    same = one_text(desk, story)
    if same and "almost" not in same:
        return same
    foreign = sum(one in desk.by_id and desk.by_id[one].language != GERMAN for one in story.articles)
    if len(story.articles) - foreign < 2:
        words = "figures and dates not checked"
    else:
        words = "no conflict found" + (f", figures of {plural(foreign, 'article')} not checked" if foreign else "")
    return f"{words}, {same}" if same else words
