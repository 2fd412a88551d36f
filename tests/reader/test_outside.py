"""The original of an article is opened in a browser, whatever stands in its address and however long that takes."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reader.story import ONE, made_app
from tests.reader.test_article_keys import notices, press, read
from tui.articles.model import Article, Reading
from tui.reader.app import LesartApp


async def test_the_original_is_opened_by_its_address(app: LesartApp, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    class Browser:
        def open(self, url: str) -> bool:
            opened.append(url)
            return True

    monkeypatch.setattr("tui.reader.outside.webbrowser.get", Browser)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "o")
        await app.workers.wait_for_complete()
        assert opened == ["https://suedpost.example/busse"]
        await press(pilot, "J", "o")
        await app.workers.wait_for_complete()
        assert len(opened) == 1
        assert "This article has no address, and its file is not there." in notices(app)


@pytest.mark.parametrize("url", ["http://[x", "https://a b.example/", "javascript:alert(1)", "http://"])
async def test_a_damaged_address_neither_ends_the_reader_nor_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setattr("tui.reader.outside._open", lambda address: f"opened {address}")
    app = made_app(tmp_path, reading=Reading((replace(ONE, url=url),)))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "o")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert notices(app) == ["This article has no address, and its file is not there."]


async def test_keys_work_while_a_browser_is_slow_to_answer(app: LesartApp, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, held = threading.Event(), threading.Event()

    def slowly(article: Article) -> str:
        begun.set()
        held.wait(20)
        return "opened"

    monkeypatch.setattr("tui.reader.outside.open_outside", slowly)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "o")
        while not begun.is_set():
            await pilot.pause(0.01)
        await press(pilot, "j")
        assert read(app) == "Die Stadtwerke Ulm kaufen 40 Elektrobusse." and not held.is_set()
        held.set()
        await app.workers.wait_for_complete()
