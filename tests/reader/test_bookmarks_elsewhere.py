"""Bookmarks of folders that are not open: Enter opens the folder and goes to the passage."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from tests.reader.story import ONE
from tests.reader.test_article_keys import notices, press, read
from tests.reader.test_bookmarks_screen import settled
from tui.articles import read_paths
from tui.library.bookmarks import BookmarkFile, make_bookmark
from tui.reader.app import LesartApp
from tui.reader.screens.bookmarks import BookmarksScreen

SENTENCE = "Zweiter Satz hier im Text."


def kept_elsewhere(folder: Path) -> Path:
    """Another folder with an article, one sentence of which is bookmarked."""
    other = folder / "neu"
    other.mkdir()
    (other / "n.txt").write_text(f"Neuer Titel\n\nErster Satz hier im Text. {SENTENCE}\n", "utf-8")
    (article,) = read_paths([other]).articles
    start = article.text.index(SENTENCE)
    BookmarkFile(folder / "bookmarks.jsonl").add(make_bookmark(article, start, start + len(SENTENCE)))
    return other


async def chosen(app: LesartApp, pilot: Pilot[None], until: Callable[[], object]) -> None:
    """Choose the only bookmark in the list, and wait for what follows."""
    await press(pilot, "B")
    await settled(app, pilot)
    await press(pilot, "enter")
    for _ in range(500):
        if until():
            break
        await pilot.pause(0.02)
    await pilot.pause()


async def test_a_bookmark_of_another_folder_opens_it_and_shows_the_passage(app: LesartApp, tmp_path: Path) -> None:
    other = kept_elsewhere(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await chosen(app, pilot, lambda: app.folder == other and read(app) == SENTENCE)
        assert app.screen is app.reading and read(app) == SENTENCE
        assert app.sought is None


async def test_a_bookmark_of_a_folder_that_is_gone_says_so_and_nothing_changes(app: LesartApp, tmp_path: Path) -> None:
    shutil.rmtree(kept_elsewhere(tmp_path))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await chosen(app, pilot, lambda: notices(app))
        assert isinstance(app.screen, BookmarksScreen) and app.folder == tmp_path
        assert app.reading.article_id == ONE.id and not app.desk.opening
        assert notices(app) == ["There is no such file or folder."]


async def test_a_bookmark_whose_passage_is_gone_from_its_folder_says_so(app: LesartApp, tmp_path: Path) -> None:
    other = kept_elsewhere(tmp_path)
    (other / "n.txt").write_text("Neuer Titel\n\nGanz andere Worte über Busse und Bahnen.\n", "utf-8")
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await chosen(app, pilot, lambda: app.folder == other and app.sought is None)
        assert "The passage no longer stands in this folder; the list of bookmarks keeps its words." in notices(app)
