"""Pictures of the other screens, and of the widest terminal: what a list shows at a glance, in three themes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.reader.story import made_app
from tests.reader.test_snapshots import Compare
from tui.library.state import ReadingState
from tui.reader.app import LesartApp


def slowly(*keys: str) -> Callable[[Pilot[None]], object]:
    """Presses keys and waits for the threads that they start."""

    async def run(pilot: Pilot[None]) -> None:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
        pilot.app.clear_notifications()
        await pilot.pause()

    return run


def with_folders(folder: Path, monkeypatch: pytest.MonkeyPatch, theme: str) -> LesartApp:
    """The app over the made story, with folders opened before; their paths are those of every test's home."""
    monkeypatch.setenv("HOME", str(folder))
    (folder / "haushalt").mkdir()
    rows = [
        {"folder": str(folder / name), "opened": f"2026-11-{day}", "articles": articles, "unread": unread}
        for name, day, articles, unread in (("ulm", 24, 3, 3), ("haushalt", 23, 12_345, 12_000), ("fort", 20, 5, 0))
    ]
    (folder / "state").mkdir()
    (folder / "state" / "recent.json").write_text(json.dumps({"version": 1, "folders": rows}), "utf-8")
    (folder / "ulm").mkdir()
    app = made_app(folder / "ulm", theme=theme)
    app.state = ReadingState(folder / "state")
    return app


@pytest.mark.parametrize("width, height, theme", [(60, 20, "lesart-light"), (120, 36, "lesart-dark")])
def test_the_library_with_a_folder_that_is_gone(
    snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int, height: int, theme: str
) -> None:
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    app = with_folders(tmp_path, monkeypatch, theme)
    assert snap_compare(app, terminal_size=(width, height), run_before=slowly("L", "j"))


def test_what_a_search_finds(snap_compare: Compare, make: Callable[..., LesartApp]) -> None:
    app = make(theme="lesart-contrast")
    assert snap_compare(app, terminal_size=(80, 24), run_before=slowly("s", *"elektrobuse"))


@pytest.mark.parametrize(
    "width, height, theme, keys",
    [
        (60, 20, "lesart-contrast", ["m", "j", "x"]),
        (120, 36, "lesart-light", ["m"]),
        (80, 24, "lesart-dark", ["e", "j", "x"]),
        (80, 24, "lesart-light", ["question_mark", "j"]),
        (120, 36, "lesart-contrast", ["b", "j", "j", "b", "B"]),
    ],
    ids=["matrix-narrow", "matrix", "names", "help", "bookmarks"],
)
def test_a_screen_of_rows(
    snap_compare: Compare, make: Callable[..., LesartApp], monkeypatch: pytest.MonkeyPatch, width: int, height: int,
    theme: str, keys: list[str],
) -> None:  # fmt: skip
    monkeypatch.setattr("tui.library.bookmarks.making.now", lambda: "2026-11-26T10:00:00Z")
    assert snap_compare(make(theme=theme), terminal_size=(width, height), run_before=slowly(*keys))
