"""Every declared command does something when its key is pressed where it works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from tests.reader.story import ARTICLES, made_app
from tests.reader.test_facts_of_a_sentence import THREE_FACTS
from tui.reader.app import LesartApp
from tui.reader.commands import Command, all_commands
from tui.reader.desk import Desk
from tui.reader.outline import OutlineRows
from tui.reader.row_list import RowList
from tui.reader.screens.matrix import MatrixScreen

Seen = Callable[[LesartApp], object]

CHORDS = {"]": "right_square_bracket", "[": "left_square_bracket"}


class Case(NamedTuple):
    """What a command changes, and the keys that lead to where it works."""

    seen: Seen
    before: str = ""
    lines: int = 36


def point(app: LesartApp) -> object:
    return app.reading.view.point


def pointed(app: LesartApp) -> object:
    return app.reading.view.pointed


def scrolled(app: LesartApp) -> object:
    return app.reading.view.scroll_offset.y


def article(app: LesartApp) -> object:
    return app.reading.article_id


def selected(app: LesartApp) -> object:
    return app.reading.view.chosen


def hidden(app: LesartApp) -> object:
    return app.reading.view.hidden


def focus(app: LesartApp) -> object:
    return app.screen.focused


def screen(app: LesartApp) -> object:
    return type(app.screen).__name__


def row(app: LesartApp) -> object:
    return app.screen.query(RowList).first().chosen


def source(app: LesartApp) -> object:
    return app.reading.panel.chosen


def fact(app: LesartApp) -> object:
    return app.reading.panel.fact


def opened(app: LesartApp) -> object:
    return set(app.screen.query_one(OutlineRows).opened)


def rows(app: LesartApp) -> object:
    return app.screen.query_one(OutlineRows).rows


def column(app: LesartApp) -> object:
    return app.reading.view.wanted_width


def notes(app: LesartApp) -> object:
    return app.desk.notes


def decisions(app: LesartApp) -> object:
    return app.desk.decisions


def clipboard(app: LesartApp) -> object:
    return app.clipboard


def outside(app: LesartApp) -> object:
    return [notice.message for notice in app._notifications]


def about(app: LesartApp) -> object:
    return app.screen.about if isinstance(app.screen, MatrixScreen) else ""


def conflicts_only(app: LesartApp) -> object:
    return isinstance(app.screen, MatrixScreen) and app.screen.only_conflicts


def ended(app: LesartApp) -> object:
    return app._exit


FIND = "slash u l m enter"
MARKED = "b j j b B"
FOUND = "s u l m"

CASES: dict[str, Case] = {
    "next-sentence": Case(point), "previous-sentence": Case(point, "j"),
    "next-paragraph": Case(point), "previous-paragraph": Case(point, "G"),
    "next-heading": Case(point), "previous-heading": Case(point, "G"),
    "first-sentence": Case(point, "j"), "last-sentence": Case(point),
    "page-down": Case(scrolled, "", 14), "page-up": Case(scrolled, "G", 14),
    "half-page-down": Case(scrolled, "", 14), "half-page-up": Case(scrolled, "G", 14),
    "next-article": Case(article), "previous-article": Case(article, "J"),
    "into-comparison": Case(focus, "j"),
    "next-difference": Case(point), "previous-difference": Case(point, "G"),
    "next-entity": Case(pointed), "previous-entity": Case(pointed, "G"),
    "next-quotation": Case(pointed), "previous-quotation": Case(pointed, "G"),
    "next-bookmark": Case(pointed, "G b g"), "previous-bookmark": Case(pointed, "b G"),
    "find": Case(focus), "next-hit": Case(pointed, FIND), "previous-hit": Case(pointed, f"{FIND} n"),
    "next-fact": Case(fact, "j"), "previous-fact": Case(fact, "j"),
    "pair": Case(lambda app: app.reading.waiting, "j"), "copy-fact": Case(clipboard, "j"),
    "back": Case(article, "j enter enter"), "forward": Case(article, "j enter enter backspace"),
    "jump": Case(screen), "next-pane": Case(focus), "previous-pane": Case(focus),
    "bookmark": Case(notes), "undo": Case(notes, "b"),
    "select": Case(selected), "select-more": Case(selected, "v"), "select-less": Case(selected, "v"),
    "select-later": Case(selected, "v"), "select-earlier": Case(selected, "j v"),
    "copy": Case(clipboard), "open-outside": Case(outside), "mark-read": Case(lambda app: app.desk.read),
    "unfold": Case(lambda app: app.reading.view.unfolded),
    **{f"layer-{name}": Case(hidden) for name in (
        "persons", "organisations", "places", "other-names", "quotations", "values", "bookmarks", "sources")},
    "wider": Case(column), "narrower": Case(column),
    "zen": Case(lambda app: app.reading.has_class("-zen")), "leave": Case(selected, "v"),
    "theme": Case(lambda app: app.theme), "palette": Case(screen), "quit": Case(ended), "quit-at-once": Case(ended),
    "suspend": Case(outside), "stop-work": Case(outside),
    "row-down": Case(row, "shift+tab"), "row-up": Case(row, "shift+tab j"),
    "row-page-down": Case(row, "shift+tab", 14), "row-page-up": Case(row, "shift+tab G", 14),
    "first-row": Case(row, "shift+tab G"), "last-row": Case(row, "shift+tab"),
    "choose-row": Case(article, "shift+tab j"),
    "passage-down": Case(source, "j enter"), "passage-up": Case(source, "j enter j"),
    "first-passage": Case(source, "j enter G"), "last-passage": Case(source, "j enter"),
    "go-there": Case(article, "j enter"), "context": Case(lambda app: app.reading.panel.expanded, "j enter"),
    "same-fact": Case(decisions, "j enter"), "not-the-same": Case(decisions, "j enter"),
    **{name: Case(screen) for name in (
        "search", "help", "bookmarks", "matrix", "entities", "quotations", "timeline", "library")},
    "filter-outline": Case(focus, "e"), "toggle-branch": Case(opened, "e"), "toggle-all": Case(opened, "e"),
    "leave-outline": Case(screen, "e"), "forget-folder": Case(rows, "L G"),
    "only-conflicts": Case(conflicts_only, "m"), "any-name": Case(about, "e m"), "facts-of-name": Case(screen, "e"),
    "filter-bookmarks": Case(focus, MARKED), "note": Case(focus, MARKED), "tags": Case(focus, MARKED),
    "write-bookmarks": Case(focus, MARKED), "edit-note": Case(outside, MARKED), "delete-bookmark": Case(notes, MARKED),
    "undo-bookmark": Case(notes, f"{MARKED} d"), "leave-bookmarks": Case(screen, MARKED),
    "next-result": Case(row, FOUND), "previous-result": Case(row, f"{FOUND} down"),
    "results-down": Case(row, FOUND), "results-up": Case(row, f"{FOUND} pagedown"), "leave-search": Case(screen, "s"),
    "find-help": Case(focus, "question_mark"), "leave-help": Case(screen, "question_mark"),
}  # fmt: skip


def keys_of(command: Command) -> list[str]:
    """The first keys of a command, as a terminal sends them."""
    first = command.keys.split(",")[0].strip()
    if first[0] in CHORDS and len(first) == 2:
        return [CHORDS.get(letter, letter) for letter in first]
    return [first]


async def press(pilot: Pilot[None], keys: list[str]) -> None:
    """Press keys one by one, each after what the last one began."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    await pilot.pause()


@pytest.fixture
def full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LesartApp:
    """The app over a story with several facts in a sentence, with nothing that reaches out of it."""
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    for name in ("other", "folder"):
        (tmp_path / name).mkdir()
    app = made_app(tmp_path / "folder", state=True)
    app.set_reactive(LesartApp.desk, Desk(ARTICLES).with_comparison(THREE_FACTS))
    assert app.state is not None
    app.state.recent.remember(tmp_path / "other", articles=1, unread=0)
    monkeypatch.setattr("tui.reader.outside.open_outside", lambda article: "opened outside")
    monkeypatch.setattr(LesartApp, "action_suspend_process", lambda self: self.say("to the shell"))
    return app


def test_no_command_is_left_out() -> None:
    assert set(CASES) == {command.id for command in all_commands()}


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.id)
async def test_its_key_does_what_it_is_for(full: LesartApp, command: Command) -> None:
    case = CASES[command.id]
    async with full.run_test(size=(120, case.lines)) as pilot:
        await press(pilot, case.before.split())
        full.clear_notifications()
        before = case.seen(full)
        await press(pilot, keys_of(command))
        if command.id == "open-outside":
            await full.workers.wait_for_complete()
            await pilot.pause()
        assert case.seen(full) != before
