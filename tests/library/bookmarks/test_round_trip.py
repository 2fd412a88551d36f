"""Bookmarks set with the keys of the real program, over files that change between two of its runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.articles import read_paths
from tui.cli import main
from tui.library.bookmarks import BookmarkFile, Placed, place
from tui.reader.app import LesartApp

TEXT = (
    "Ulm kauft Busse\n\nDie Stadtwerke Ulm kaufen vierzig Elektrobusse für den Stadtverkehr.\n\n"
    "Das sagte die Geschäftsführerin am Montag in einer Sitzung des Rates.\n\nDer Preis liegt bei 30 Millionen Euro.\n"
)
KEPT = "Die Stadtwerke Ulm kaufen vierzig Elektrobusse für den Stadtverkehr."


async def run(folder: Path, *keys: str) -> LesartApp:
    """Open the folder in the program, press keys, quit."""
    app = LesartApp(read_paths([folder]), folder=folder, bookmarks=BookmarkFile(folder.parent / "bookmarks.jsonl"))
    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
    return app


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    """A story whose first sentence was bookmarked in an earlier run."""
    story = tmp_path / "story"
    story.mkdir()
    (story / "a.txt").write_text(TEXT, encoding="utf-8")
    (story / "b.txt").write_text("Ein anderer Bericht\n\nHier steht nichts von alledem.\n", encoding="utf-8")
    app = await run(story, "j", "b")
    assert [note.text for note in app.desk.notes] == [KEPT]
    return story


def placed(folder: Path) -> Placed:
    bookmarks = BookmarkFile(folder.parent / "bookmarks.jsonl").load().bookmarks
    (found,) = place(bookmarks, read_paths([folder]).articles)
    return found


async def test_an_edit_before_the_passage_moves_the_bookmark_with_it(folder: Path) -> None:
    text = TEXT.replace("Ulm kauft Busse", "Ulm kauft nun doch vierzig neue Busse\n\nEin Absatz kam später dazu.")
    (folder / "a.txt").write_text(text, encoding="utf-8")
    app = await run(folder)
    (note,) = app.desk.notes
    assert text[note.start : note.end] == KEPT
    assert placed(folder).anchor.state == "moved"


async def test_an_edit_within_the_passage_keeps_the_bookmark_there(folder: Path) -> None:
    changed = KEPT.replace("vierzig", "48")
    (folder / "a.txt").write_text(TEXT.replace(KEPT, changed), encoding="utf-8")
    app = await run(folder)
    (note,) = app.desk.notes
    assert TEXT.replace(KEPT, changed)[note.start : note.end] == changed
    assert placed(folder).anchor.state == "fuzzy"


async def test_a_moved_folder_and_another_file_name_keep_the_bookmark(folder: Path) -> None:
    elsewhere = folder.rename(folder.parent / "archive")
    (elsewhere / "a.txt").rename(elsewhere / "z.txt")
    app = await run(elsewhere)
    assert [app.desk.by_id[note.article].path for note in app.desk.notes] == ["z.txt"]


async def test_a_deleted_passage_is_lost_and_still_listed_with_its_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(TEXT.replace(KEPT, ""), encoding="utf-8")
    app = await run(folder)
    assert app.desk.notes == ()
    assert placed(folder).anchor.state == "lost"
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    capsys.readouterr()
    assert main(["bookmarks", "--bookmarks", str(folder.parent / "bookmarks.jsonl")]) == 0
    assert "vierzig Elektrobusse" in " ".join(capsys.readouterr().out.split())
