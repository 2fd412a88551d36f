"""A story that is open follows its folder: what comes, changes and goes, without losing the reader's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from tests.reader.test_article_keys import notices, press, read
from tui.articles import read_paths
from tui.articles.model import Article
from tui.library.bookmarks import BookmarkFile
from tui.library.state import ReadingState
from tui.library.watching import Watch
from tui.library.worker import Worker
from tui.reader.app import LesartApp

BUSES = "Ulm kauft Busse\n\nDie Stadt Ulm kauft vierzig Busse.\n\nDas sagte Anna Berg am Montag.\n\nMehr war unklar.\n"
PRICE = "Was die Busse kosten\n\nDer Auftrag kostet 30 Millionen Euro. Die Hälfte zahlt das Land.\n"


class Ordered:
    """Stands for the worker: keeps what was ordered and reports nothing."""

    def __init__(self) -> None:
        self.orders: list[list[str]] = []

    def start(self) -> None: ...

    def close(self) -> None: ...

    def prioritise(self, article: str) -> None: ...

    def events(self) -> tuple[()]:
        return ()

    def open(self, articles: Sequence[Article], decisions: object = (), first: str | None = None) -> int:
        self.orders.append([article.path for article in articles])
        return len(self.orders)


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[LesartApp, Path, Ordered]:
    """The app over a real folder of two articles."""
    monkeypatch.setenv("LESART_HOME", str(tmp_path / "home"))
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "a.txt").write_text(BUSES, "utf-8")
    (folder / "b.txt").write_text(PRICE, "utf-8")
    worker = Ordered()
    app = LesartApp(
        read_paths([folder]),
        folder=folder,
        worker=cast("Worker", worker),
        bookmarks=BookmarkFile(tmp_path / "bookmarks.jsonl"),
        state=ReadingState(tmp_path / "state"),
        watch=Watch([folder]),
    )
    return app, folder, worker


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait for something that a thread brings about."""
    for _ in range(200):
        if true():
            await pilot.pause()
            return
        await pilot.pause(0.1)
    raise AssertionError("It did not happen within 20 seconds.")


async def begun(pilot: Pilot[None], worker: Ordered) -> None:
    await until(pilot, lambda: bool(worker.orders))
    await pilot.pause(0.5)


def paths(app: LesartApp) -> list[str]:
    return [article.path for article in app.desk.articles]


async def test_new_and_removed_files_appear_and_the_story_is_compared_again(
    opened: tuple[LesartApp, Path, Ordered],
) -> None:
    app, folder, worker = opened
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, worker)
        (folder / "c.txt").write_text("Ladesäulen\n\nAm Depot entstehen 25 Ladesäulen [/b].\n", "utf-8")
        await until(pilot, lambda: paths(app) == ["a.txt", "b.txt", "c.txt"])
        assert "New: „Ladesäulen“." in notices(app)
        await until(pilot, lambda: worker.orders[-1] == ["a.txt", "b.txt", "c.txt"])
        (folder / "b.txt").unlink()
        await until(pilot, lambda: paths(app) == ["a.txt", "c.txt"])
        assert "No longer there: „Was die Busse kosten“." in notices(app)
        assert app.reading.view.article_id == app.desk.articles[0].id


async def test_an_edited_article_keeps_cursor_bookmarks_and_way_back(opened: tuple[LesartApp, Path, Ordered]) -> None:
    app, folder, worker = opened
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, worker)
        await press(pilot, "j", "j", "b", "J")
        app.reading.go_to_passage(app.desk.articles[0].id, BUSES.index("Mehr"), BUSES.index("Mehr") + 4)
        await press(pilot, "backspace")
        assert app.reading.article_id == app.desk.articles[1].id
        (folder / "a.txt").write_text("Eine Meldung vorweg steht hier.\n\n" + BUSES, "utf-8")
        await until(pilot, lambda: app.desk.articles[0].text.startswith("Eine Meldung"))
        await until(pilot, lambda: bool(app.desk.notes))
        assert [note.text for note in app.desk.notes] == ["Das sagte Anna Berg am Montag."]
        assert app.desk.articles[0].text[app.desk.notes[0].start :].startswith("Das sagte")
        await press(pilot, "K")
        assert read(app) == "Mehr war unklar."


async def test_the_open_article_is_edited_under_the_cursor(opened: tuple[LesartApp, Path, Ordered]) -> None:
    app, folder, worker = opened
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, worker)
        await press(pilot, "j", "j")
        assert read(app) == "Das sagte Anna Berg am Montag."
        (folder / "a.txt").write_text("Eine Meldung vorweg steht hier.\n\n" + BUSES, "utf-8")
        await until(pilot, lambda: app.desk.articles[0].text.startswith("Eine Meldung"))
        assert read(app) == "Das sagte Anna Berg am Montag."
        await press(pilot, "j")
        assert read(app) == "Mehr war unklar."
        await until(pilot, lambda: len(worker.orders) == 2)


async def test_where_the_open_article_is_removed_the_next_one_is_shown(
    opened: tuple[LesartApp, Path, Ordered],
) -> None:
    app, folder, worker = opened
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, worker)
        (folder / "a.txt").unlink()
        await until(pilot, lambda: paths(app) == ["b.txt"])
        assert read(app) == "Was die Busse kosten"
        await press(pilot, "j")
        assert read(app) == "Der Auftrag kostet 30 Millionen Euro."


async def test_a_folder_that_is_emptied_leaves_the_articles_on_the_screen(
    opened: tuple[LesartApp, Path, Ordered],
) -> None:
    app, folder, worker = opened
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, worker)
        for file in folder.iterdir():
            file.unlink()
        await until(pilot, lambda: "No article is there any more; what was read before is still shown." in notices(app))
        assert paths(app) == ["a.txt", "b.txt"]


async def test_the_analysis_is_stopped_and_gone_on_with_by_one_key(opened: tuple[LesartApp, Path, Ordered]) -> None:
    app, _, worker = opened
    async with app.run_test(size=(120, 36)) as pilot:
        await begun(pilot, worker)
        assert app.desk.progress
        await pilot.press("ctrl+x")
        await pilot.pause()
        assert worker.orders[-1] == [] and not app.desk.progress
        await pilot.press("ctrl+x")
        await until(pilot, lambda: len(worker.orders[-1]) == 2)
        assert not app.stopped
