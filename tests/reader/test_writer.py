"""What is kept is written behind the screen, in order: neither a slow disk nor another reader holds up a key."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from tests.reader.story import COMPARISON, ONE, TWO, span
from tests.reader.test_article_keys import notices, press
from tests.reader.test_bookmarks_screen import settled
from tests.reader.test_plain_to_see import bar
from tui.comparison.model import Decision, Passage
from tui.library import atomic
from tui.library.bookmarks import BookmarkFile, make_bookmark
from tui.library.decisions import add_decision, load_decisions
from tui.reader.app import LesartApp
from tui.reader.writer import Writer


@contextmanager
def held(path: Path) -> Iterator[None]:
    """The lock that another reader holds while it writes."""
    with FileLock(path.parent / f".{path.name}.lock"):
        yield


def test_what_was_handed_in_first_is_written_first_and_a_failure_stops_nothing() -> None:
    written, told, begun = list[str](), list[str](), threading.Event()
    writer = Writer(told.append)

    def slow() -> None:
        begun.wait(10)
        written.append("slow")

    def broken() -> None:
        raise OSError("no room")

    writer.write(slow)
    writer.write(broken, "It was not kept", lambda: written.append("given up"))
    writer.write(lambda: written.append("last"))
    assert writer.busy and not written
    begun.set()
    writer.wait()
    assert written == ["slow", "given up", "last"]
    assert told == writer.unsaid == ["It was not kept: no room"]
    writer.write(lambda: written.append("at the end"))
    writer.close()
    assert written[-1] == "at the end"


async def test_bookmarks_and_decisions_wait_for_another_reader_while_reading_goes_on(
    app: LesartApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "LOCK_SECONDS", 60)
    assert app.decisions_file is not None
    async with app.run_test(size=(120, 36)) as pilot:
        with held(tmp_path / "bookmarks.jsonl"), held(app.decisions_file):
            await pilot.press("j", "b", "enter", "exclamation_mark", "escape", "j", "b", "u")
            await pilot.pause()
            assert [note.text for note in app.desk.notes] == ["Die Stadtwerke Ulm kaufen 40 Elektrobusse."]
            assert [one.same for one in app.desk.decisions] == [False]
            assert app.writer.busy
        await press(pilot)
        assert [one.exact for one in BookmarkFile(tmp_path / "bookmarks.jsonl").load().bookmarks] == [
            "Die Stadtwerke Ulm kaufen 40 Elektrobusse."
        ]
        assert [one.same for one in load_decisions(app.decisions_file).decisions] == [False]


async def test_what_could_not_be_written_is_said_and_leaves_the_screen(
    app: LesartApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "LOCK_SECONDS", 0.01)
    assert app.decisions_file is not None
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        with held(tmp_path / "bookmarks.jsonl"), held(app.decisions_file):
            await press(pilot, "j", "b", "enter", "exclamation_mark")
            await app.workers.wait_for_complete()
            await pilot.pause()
        said = " ".join(notices(app))
        assert "The bookmark was not kept: " in said and "The decision was not kept: " in said
        assert not app.desk.notes and not app.desk.decisions and not app.writer.unsaid
        await press(pilot, "escape", "u")
        assert notices(app)[-1] == "Nothing to undo."
        await press(pilot, "b")
        assert len(app.desk.notes) == 1


async def test_quitting_waits_for_what_is_not_written_yet(
    make: Callable[..., LesartApp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, begun = make(state=True), threading.Event()
    add = BookmarkFile.add

    def slowly(self: BookmarkFile, *bookmarks: object) -> None:
        begun.wait(10)
        add(self, *bookmarks)  # type: ignore[arg-type]

    monkeypatch.setattr(BookmarkFile, "add", slowly)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("j", "b")
        threading.Timer(0.3, begun.set).start()
        await pilot.press("q")
    assert len(BookmarkFile(tmp_path / "bookmarks.jsonl").load().bookmarks) == 1
    assert app.state is not None
    assert app.state.load(app.folder).position(ONE) == span(ONE, "Die Stadtwerke Ulm kaufen")[0]


async def test_the_list_says_that_it_waits_for_what_is_being_written(app: LesartApp, tmp_path: Path) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        with held(tmp_path / "bookmarks.jsonl"):
            await pilot.press("j", "b", "B")
            await pilot.pause()
            assert bar(app, "bookmarks-head") == "Reading the bookmarks …"
        await press(pilot)
        await settled(app, pilot)
        assert bar(app, "bookmarks-head") == "1 bookmark"


async def test_what_another_reader_decided_counts_with_the_next_decision(app: LesartApp) -> None:
    file = app.decisions_file
    assert file is not None
    async with app.run_test(size=(120, 36)) as pilot:
        (first, second) = (mention for mention in COMPARISON.stories[0].facts[1].mentions)
        theirs = Decision(
            True, Passage(ONE.text_sha256, first.start, first.end), Passage(TWO.text_sha256, second.start, second.end)
        )
        add_decision(theirs, file, app.desk.articles)
        await press(pilot, "j", "enter", "exclamation_mark")
        assert [one.same for one in app.desk.decisions] == [True, False]


async def test_bookmarks_of_another_reader_are_marked_once_the_list_was_seen(app: LesartApp, tmp_path: Path) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "b")
        theirs = BookmarkFile(tmp_path / "bookmarks.jsonl")
        start, end = span(ONE, "Die Hälfte zahlt das Land.")
        theirs.delete(app.desk.notes[0].id)
        theirs.add(make_bookmark(ONE, start, end))
        await press(pilot, "B")
        for _ in range(3):
            await settled(app, pilot)
        assert [note.text for note in app.desk.notes] == ["Die Hälfte zahlt das Land."]
