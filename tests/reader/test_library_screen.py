"""The library: stories, folders opened before, and opening one of them without a restart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.reader.story import UNREADABLE, made_app
from tests.reader.test_article_keys import notices, press
from tui.articles import steps
from tui.articles.model import Problem
from tui.library.recent import RecentFolders
from tui.library.state import ReadingState
from tui.reader.app import LesartApp
from tui.reader.bars import Bar
from tui.reader.screens.library import LibraryScreen

BODY = "Der Gemeinderat hat am Montag über den Haushalt beraten."


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A folder with three articles."""
    folder = tmp_path / "haushalt"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Haushalt {number}\n\n{BODY} {number}.\n", "utf-8")
    return folder


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: Path) -> LesartApp:
    """The app over the made story, with two folders opened before, one of them gone."""
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    made = made_app(tmp_path / "ulm", state=True)
    recent = RecentFolders(tmp_path / "state")
    recent.remember(other, articles=3, unread=2)
    recent.remember(tmp_path / "fort")
    made.state = ReadingState(tmp_path / "state")
    return made


async def test_a_folders_name_steers_nobodys_terminal(tmp_path: Path) -> None:
    app = made_app(tmp_path / "Ulm\x1b[2J")
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await library(app, pilot)
        await pilot.pause()
        drawn = screen.query_one("#outline-head", Bar).render_line(0)
        assert "Ulm␛[2J" in drawn.text
        assert "\x1b[2J" not in drawn.render(app.console)


async def library(app: LesartApp, pilot: Pilot[None]) -> LibraryScreen:
    await press(pilot, "L")
    screen = app.screen
    assert isinstance(screen, LibraryScreen)
    await app.workers.wait_for_complete([worker for worker in app.workers if worker.group == "folders"])
    await pilot.pause()
    return screen


def shown(screen: LibraryScreen) -> list[str]:
    """What stands on the screen, line by line."""
    return [screen.rows.render_line(y).text.rstrip() for y in range(screen.rows.size.height)]


async def test_a_story_says_that_its_sources_may_contradict_each_other(app: LesartApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        assert any("1 possible conflict ·" in line for line in shown(await library(app, pilot)))


async def test_files_that_were_not_read_stand_at_the_end_with_their_reasons(app: LesartApp) -> None:
    mended = Problem("1.toml", "The date was left out.", mended=True)
    app.set_reactive(LesartApp.desk, replace(app.desk, problems=(mended, *UNREADABLE.problems)))
    async with app.run_test(size=(60, 20)) as pilot:
        screen = await library(app, pilot)
        assert [branch.head for branch in screen.branches][-2:] == ["Not read", "kaputt.txt"]
        await press(pilot, "G")
        assert any("The file is not text: it holds control" in line for line in shown(screen))
        await press(pilot, "enter")
        assert app.screen is screen
        assert notices(app) == ["The file is not text: it holds control characters."]


async def choose(screen: LibraryScreen, pilot: Pilot[None], head: str) -> None:
    index = next(i for i, (branch, leaf) in enumerate(screen.rows.rows) if branch.head == head and leaf is None)
    screen.rows.choose(index)
    await pilot.pause()


async def until(pilot: Pilot[None], app: LesartApp, folder: Path) -> None:
    for _ in range(200):
        await pilot.pause(0.02)
        if app.folder == folder and not app.desk.opening:
            return
    raise AssertionError("the folder did not open")


@pytest.mark.parametrize("size", [(60, 20), (200, 60)])
async def test_it_lists_stories_with_dates_and_sources_and_folders_with_what_is_unread(
    app: LesartApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await library(app, pilot)
        await press(pilot, "X", "X")
        lines = "\n".join(shown(screen))
        assert "3 articles, 3 unread · 1 possible conflict · 2024-03-04" in lines
        assert "haushalt" in lines and "3 articles, 2 unread" in lines
        assert "not there any more; d takes it off the list" in lines
        assert size[0] < 200 or "off the list" in screen.query_one("#outline-foot", Bar).render_line(0).text
        assert size[0] < 200 or "Südpost, Ulmer Blatt, Donaukurier" in lines


async def test_another_folder_opens_with_enter_and_the_first_one_is_kept(app: LesartApp, other: Path) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j")
        left = app.folder
        screen = await library(app, pilot)
        await choose(screen, pilot, "haushalt")
        await press(pilot, "enter")
        await until(pilot, app, other)
        assert app.screen is app.reading
        assert app.reading.article_id == app.desk.articles[0].id
        assert [article.title for article in app.desk.articles] == ["Haushalt 0", "Haushalt 1", "Haushalt 2"]
        assert app.desk.comparison is None
        assert app.state is not None and app.state.load(left).article is not None
        assert app.state.recent.all()[0].path == left


async def test_a_large_folder_is_read_on_behind_its_first_article(
    app: LesartApp, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "MANY", 2)
    monkeypatch.setattr(steps, "PAUSE", 0.0)
    async with app.run_test(size=(120, 36)) as pilot:
        app.open_folder(other)
        await until(pilot, app, other)
        assert len(app.desk.articles) == 3


async def test_a_folder_that_is_gone_is_said_and_comes_off_the_list(app: LesartApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await library(app, pilot)
        await choose(screen, pilot, "fort")
        await press(pilot, "enter")
        assert app.screen is screen and "not there any more" in str(next(iter(app._notifications)).message)
        await press(pilot, "d")
        assert "fort" not in [branch.head for branch, _ in screen.rows.rows]
        assert app.state is not None and [one.path.name for one in app.state.recent.all()] == ["haushalt"]


async def test_the_filter_finds_articles_inside_of_stories(app: LesartApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await library(app, pilot)
        await press(pilot, "slash", *"donau", "enter")
        assert not screen.query_one(Input).display
        leaves = [leaf.words for _, leaf in screen.rows.rows if leaf is not None]
        assert leaves == ["Erster Elektrobus fährt durch Ulm"]
        screen.rows.choose(2)
        await press(pilot, "enter")
        assert app.reading.article_id == app.desk.articles[2].id
