"""What is kept: bookmarks, positions, read marks, and what is copied."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets._toast import Toast

from tests.reader.story import ONE, TWO, article, made_app
from tests.reader.test_article_keys import notices, press, read
from tui.articles.model import Article, Reading
from tui.reader.app import LesartApp
from tui.reader.citation import citation
from tui.reader.desk import Note
from tui.reader.notebook import Notebook


async def test_a_sentence_is_bookmarked_marked_and_taken_back(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "b")
        assert app.notebook is not None
        assert [item.exact for item in app.notebook.file.load().bookmarks] == [
            "Die Stadtwerke Ulm kaufen 40 Elektrobusse."
        ]
        page = app.reading.view.page
        assert page is not None and len(page.note_rows) == 1
        await press(pilot, "g", "right_square_bracket", "b")
        assert read(app) == "Die Stadtwerke Ulm kaufen 40 Elektrobusse."
        await press(pilot, "u")
        assert app.notebook.file.load().bookmarks == ()
        assert app.desk.notes == ()


async def test_a_bookmark_set_while_the_file_is_still_read_stays_on_the_screen(
    app: LesartApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook, held = app.notebook, threading.Event()
    assert notebook is not None
    read_them = notebook.notes

    def slowly(articles: Sequence[Article]) -> tuple[tuple[Note, ...], tuple[str, ...]]:
        found = read_them(articles)
        held.wait(20)
        return found

    monkeypatch.setattr(notebook, "notes", slowly)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "b")
        held.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert len(app.desk.notes) == 1


async def test_what_is_read_before_a_bookmark_was_taken_back_and_another_set_comes_too_late(
    app: LesartApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook, read_them, begun, held = app.notebook, Notebook.notes, threading.Event(), threading.Event()
    assert notebook is not None

    def slowly(self: Notebook, articles: Sequence[Article]) -> tuple[tuple[Note, ...], tuple[str, ...]]:
        found = read_them(self, articles)
        if not begun.is_set():
            begun.set()
            held.wait(20)
        return found

    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()
        await press(pilot, "j", "b")
        monkeypatch.setattr(Notebook, "notes", slowly)
        app.run_worker(app._read_notes, thread=True)
        while not begun.is_set():
            await pilot.pause(0.01)
        await press(pilot, "u", "j", "b")
        held.set()
        for _ in range(2):
            await app.workers.wait_for_complete()
            await pilot.pause()
        assert [note.text for note in app.desk.notes] == [one.exact for one in notebook.file.load().bookmarks]
        assert len(app.desk.notes) == 1


async def test_a_selection_is_bookmarked_as_it_stands(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "v", "h", "b")
        assert app.notebook is not None
        assert [item.exact for item in app.notebook.file.load().bookmarks] == ["Die Stadtwerke Ulm kaufen 40"]
        assert app.reading.view.selection_span is None


async def test_bookmarks_are_there_again_the_next_time(make: Callable[..., LesartApp]) -> None:
    first = make()
    async with first.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "b")
    second = make()
    async with second.run_test(size=(120, 36)) as pilot:
        await second.workers.wait_for_complete()
        await pilot.pause()
        assert [note.text for note in second.desk.notes] == ["Die Stadtwerke Ulm kaufen 40 Elektrobusse."]


async def test_reading_goes_on_where_it_stopped(make: Callable[..., LesartApp]) -> None:
    first = make(state=True)
    async with first.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "J", "j", "j", "M", "q")
    second = make(state=True)
    async with second.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert second.reading.article_id == TWO.id
        assert read(second) == "Der Preis liegt bei 30 Millionen Euro."
        assert second.desk.read == {TWO.id}
        await press(pilot, "K")
        assert read(second) == "Die Stadtwerke Ulm kaufen 40 Elektrobusse."


async def test_where_reading_stopped_outlives_a_crash(
    make: Callable[..., LesartApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.reader.keeping.SOON", 0.05)
    app = make(state=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "J", "j", "j")
        assert app.state is not None
        point = app.reading.here[1]
        for _ in range(200):
            if (kept := app.state.load(app.folder).position(TWO)) == point:
                break
            await pilot.pause(0.05)
        assert kept == point


async def test_copying_gives_the_words_with_their_source(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "y")
        start, end = app.reading.view.sentence_span
        assert app.clipboard == (
            "„Die Stadtwerke Ulm kaufen 40 Elektrobusse.“ (Südpost, „Stadtwerke Ulm kaufen 40 Elektrobusse“, "
            f"2024-03-04, https://suedpost.example/busse, characters {start}–{end})"
        )
        await press(pilot, "enter", "y")
        assert app.clipboard.startswith("„48 Fahrzeuge haben")


async def test_what_is_copied_steers_no_terminal_where_it_is_pasted(tmp_path: Path) -> None:
    text = article("a.txt", [("title", "Titel"), ("paragraph", "Erst \x1b[201~; rm -rf x \x1b[200~ und\xa0dann.")])
    app = made_app(tmp_path, reading=Reading((text,)), compared=False)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "y")
        assert "␛[201~; rm -rf x ␛[200~ und dann" in app.clipboard
        assert not {"\x1b", "\n"} & set(app.clipboard)
        app.copy_to_clipboard("zwei\nZeilen\x9b2J")
        assert app.clipboard == "zwei\nZeilen\ufffd2J"


async def test_selecting_with_the_mouse_copies_those_words(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        view = app.reading.view
        assert view.page is not None
        row = view.page.layout.line_at(ONE.text.index("Die Stadtwerke"))
        left = view._column.start
        await pilot.mouse_down(view, offset=(left, row))
        await pilot.hover(view, offset=(left + 13, row))
        await pilot.mouse_up(view, offset=(left + 13, row))
        await press(pilot, "y")
        assert app.clipboard.startswith("„Die Stadtwerke")


async def test_panes_and_layers_are_shown_as_they_were_left(make: Callable[..., LesartApp]) -> None:
    first = make(state=True)
    async with first.run_test(size=(120, 36)) as pilot:
        await press(pilot, "z", "2", "q")
    second = make(state=True)
    async with second.run_test(size=(120, 36)) as pilot:
        assert second.reading.has_class("-zen")
        assert second.reading.view.hidden == {"ORG"}
        await press(pilot, "z", "2", "q")
    third = make(state=True)
    async with third.run_test(size=(120, 36)):
        assert not third.reading.has_class("-zen")
        assert not third.reading.view.hidden


async def test_a_passage_is_bookmarked_once(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "b", "b")
        assert len(app.desk.notes) == 1
        assert "already" in notices(app)[-1]
        await press(pilot, "j", "b")
        assert len(app.desk.notes) == 2


async def test_a_notice_takes_the_place_of_the_one_before_but_not_of_a_warning(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        for sentence in ("One.", "Two."):
            app.say(sentence)
            await pilot.pause(0.1)
        assert notices(app) == ["Two."]
        assert [(one.region.y, one.region.height, one.region.right) for one in app.screen.query(Toast)] == [(0, 1, 120)]
        app.say("Beware.", warning=True)
        await pilot.pause(0.1)
        app.say("Three.")
        await pilot.pause(0.1)
        assert notices(app) == ["Beware.", "Three."]


def test_a_citation_says_nothing_twice() -> None:
    assert "(Südpost, „Stadtwerke Ulm kaufen 40 Elektrobusse“, 2024-03-04, " in citation(ONE, 0, 10)
    unnamed = replace(ONE, source=None, url=None, title="Stadtwerke Ulm kaufen 40 Elektrobusse für die Linien")
    assert "(„Stadtwerke Ulm kaufen 40 Elektrobusse für die Linien“, 2024-03-04, 1.txt, characters 0–10)" in citation(
        unnamed, 0, 10
    )
