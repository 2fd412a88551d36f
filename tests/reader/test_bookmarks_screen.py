"""The list of bookmarks: filter, note, tags, delete, undo, and the way to the passage."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from tests.reader.story import ONE, TWO, made_app, span
from tests.reader.test_article_keys import notices, press, read
from tui.articles import Reading
from tui.library.bookmarks import Placed, place
from tui.reader.app import LesartApp
from tui.reader.bars import Bar
from tui.reader.screens.bookmark_rows import BookmarkRows
from tui.reader.screens.bookmarks import BookmarksScreen

FIRST = "Die Stadtwerke Ulm kaufen 40 Elektrobusse."
SECOND = "Das sagte Geschäftsführerin Anna Berg am Montag."


async def listed(app: LesartApp, pilot: Pilot[None]) -> BookmarkRows:
    """The list after two sentences were kept."""
    await press(pilot, "j", "b", "j", "b", "B")
    assert isinstance(app.screen, BookmarksScreen)
    await settled(app, pilot)
    return app.screen.query_one(BookmarkRows)


async def settled(app: LesartApp, pilot: Pilot[None]) -> None:
    while any(not worker.is_finished for worker in app.workers):  # a later reading ends an earlier one
        await pilot.pause(0.01)
    await pilot.pause()


def shown(rows: BookmarkRows) -> list[str]:
    return [placed.bookmark.exact for placed in rows.shown]


async def test_bookmarks_are_listed_and_enter_goes_there(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await listed(app, pilot)
        assert shown(rows) == [FIRST, SECOND]
        await press(pilot, "enter")
        assert app.screen is app.reading
        assert read(app) == FIRST


@pytest.mark.parametrize("size", [(60, 20), (50, 16), (32, 10)])
async def test_a_kept_possible_conflict_is_said_whole_on_every_terminal(app: LesartApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j", "enter", "b", "escape", "B")
        await settled(app, pilot)
        rows = app.screen.query_one(BookmarkRows)
        line = rows.render_line(2).text
        assert "! possible conflict" in line
        assert "fact, with 1 other source " in line or "…  !" in line


async def test_note_and_tags_are_written_to_the_file(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await listed(app, pilot)
        await press(pilot, "n")
        app.screen.query_one(Input).value = "nachfragen [/b]"
        await press(pilot, "enter")
        await settled(app, pilot)
        await press(pilot, "t")
        app.screen.query_one(Input).value = "#bus, ulm,wichtig bus"
        await press(pilot, "enter")
        await settled(app, pilot)
        assert app.notebook is not None
        kept = app.notebook.file.load().bookmarks[0]
        assert (kept.exact, kept.note, kept.tags) == (FIRST, "nachfragen [/b]", ("bus", "ulm", "wichtig"))
        assert rows.shown[0].bookmark == kept


@pytest.mark.parametrize(("key", "field"), [("n", "note"), ("t", "tags"), ("d", "")])
async def test_nobody_loses_a_note_to_rows_that_move_while_it_is_typed(tmp_path: Path, key: str, field: str) -> None:
    other, meant = "Die Hälfte zahlt das Land.", "Der Betriebsrat begrüßt den Kauf."
    app = made_app(tmp_path, reading=Reading((TWO,)), compared=False)
    async with app.run_test(size=(120, 36)) as pilot:
        assert app.notebook is not None
        app.notebook.keep(ONE, *span(ONE, other))
        app.keep_passage(TWO, *span(TWO, meant))
        await press(pilot, "B")
        await settled(app, pilot)
        rows = app.screen.query_one(BookmarkRows)
        assert shown(rows)[rows.chosen] == meant
        if field:
            await press(pilot, key)
            app.screen.query_one(Input).value = "merken"
        app.desk = app.desk.with_reading(Reading((ONE, TWO)), None, "")
        await settled(app, pilot)
        await press(pilot, "enter" if field else key)
        await settled(app, pilot)
        kept = {one.exact: (one.note, *one.tags) for one in app.notebook.file.load().bookmarks}
        assert kept == {other: ("",)} | ({meant: ("merken",) if field == "note" else ("", "merken")} if field else {})


async def test_a_deleted_bookmark_does_not_come_back_with_a_reading_that_was_slower(
    app: LesartApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, go_on = threading.Event(), threading.Event()

    def held(*given: Any) -> tuple[Placed, ...]:
        found = place(*given)
        if not slow.is_set():
            slow.set()
            go_on.wait(30)
        return found

    async with app.run_test(size=(120, 36)) as pilot:
        rows = await listed(app, pilot)
        screen = app.screen
        assert isinstance(screen, BookmarksScreen)
        monkeypatch.setattr("tui.library.bookmarks.place", held)
        older = screen.read()
        while not slow.is_set():
            await pilot.pause(0.01)
        await press(pilot, "d")
        while len(rows.shown) > 1:
            await pilot.pause(0.01)
        go_on.set()
        while not older.is_finished:
            await pilot.pause(0.01)
        await settled(app, pilot)
        assert shown(rows) == [SECOND]


async def test_bookmarks_that_cannot_be_found_again_are_said_and_end_nobodys_reading(
    app: LesartApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*given: object) -> None:
        raise ValueError("sechs")

    async with app.run_test(size=(120, 36)) as pilot:
        monkeypatch.setattr("tui.library.bookmarks.place", broken)
        monkeypatch.setattr("tui.library.bookmarks.placing.place", broken)
        await press(pilot, "B")
        await settled(app, pilot)
        assert "cannot be read: sechs" in app.screen.query_one("#bookmarks-head", Bar).render_line(0).text
        await press(pilot, "escape")
        app.begin_work()
        await settled(app, pilot)
        assert any("cannot be read: sechs" in notice for notice in notices(app))


async def test_a_bookmark_from_elsewhere_steers_nobodys_terminal(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await listed(app, pilot)
        kept = rows.shown[0]
        evil = "\x1b[2J\x9b3J"
        rows.shown = (replace(kept, bookmark=replace(kept.bookmark, created=evil, note=evil, tags=(evil,))),)
        drawn = [rows.render_line(y) for y in range(3)]
        assert "␛[2J" in drawn[2].text
        assert not [line for line in drawn if {"\x1b", "\x9b"} & set(line.text)]


async def test_filter_forgives_a_typo_and_escape_gives_it_up(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await listed(app, pilot)
        await press(pilot, "slash")
        app.screen.query_one(Input).value = "geschäftsfürerin"
        await pilot.pause()
        assert shown(rows) == [SECOND]
        await press(pilot, "escape")
        assert shown(rows) == [FIRST, SECOND]


async def test_escape_takes_a_kept_filter_off_before_it_leaves(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await listed(app, pilot)
        await press(pilot, "slash")
        app.screen.query_one(Input).value = "geschäftsführerin"
        await press(pilot, "enter", "escape")
        assert shown(rows) == [FIRST, SECOND]
        await press(pilot, "escape")
        assert app.screen is app.reading


async def test_what_is_pasted_from_several_lines_is_kept_whole(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await listed(app, pilot)
        await press(pilot, "n")
        app.screen.post_message(Paste("erste Zeile\r\n  zweite Zeile\r"))
        await pilot.pause()
        assert app.screen.query_one(Input).value == "erste Zeile zweite Zeile"


async def test_a_deleted_bookmark_comes_back_with_undo(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await listed(app, pilot)
        await press(pilot, "d")
        await settled(app, pilot)
        assert shown(rows) == [SECOND]
        await press(pilot, "u")
        await settled(app, pilot)
        assert shown(rows) == [FIRST, SECOND]
        await press(pilot, "q")
        assert app.screen is app.reading


@pytest.mark.parametrize("key", ["B", "question_mark"])
async def test_escape_leaves_a_list_as_it_leaves_every_other_screen(app: LesartApp, key: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, key, "escape")
        assert app.screen is app.reading


async def test_what_the_list_shows_is_written_to_a_new_file_in_the_format_of_its_ending(
    app: LesartApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await listed(app, pilot)
        await press(pilot, "slash", *"montag", "enter", "w")
        app.screen.query_one(Input).value = str(tmp_path / "kept.md")
        await press(pilot, "enter")
        assert notices(app) == [f"1 bookmark written to {tmp_path / 'kept.md'}."]
        assert SECOND in (tmp_path / "kept.md").read_text("utf-8")
        assert FIRST not in (tmp_path / "kept.md").read_text("utf-8")


async def test_no_file_is_written_over_and_a_name_without_a_format_can_be_mended(
    app: LesartApp, tmp_path: Path
) -> None:
    (tmp_path / "kept.md").write_text("mine", "utf-8")
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await listed(app, pilot)
        await press(pilot, "w")
        line = app.screen.query_one(Input)
        for name in ("kept.md", "kept", "no/folder.txt", "~niemand-hier/kept.md"):
            line.value = str(tmp_path / name) if name[0] != "~" else name
            await press(pilot, "enter")
            assert line.display
        assert notices(app) == [
            f"{tmp_path / 'kept.md'} is there already.",
            "The name must end in .md, .jsonld, .csv, .org, .txt, .jsonl; kept does not.",
            f"There is no folder {tmp_path / 'no'}.",
            "~niemand-hier/kept.md begins with the home folder of a user who is not known here.",
        ]
        assert (tmp_path / "kept.md").read_text("utf-8") == "mine"
        assert not (tmp_path / "kept").exists() and not (tmp_path / "no").exists()
        await press(pilot, "escape")
        assert isinstance(app.screen, BookmarksScreen) and not line.display
