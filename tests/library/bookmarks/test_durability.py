from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.library.fake_workshop import article
from tui.library.atomic import NotSaved, write_atomically
from tui.library.bookmarks import BookmarkFile, make_bookmark

ROOT = Path(__file__).parents[3]
ONE = article("Die Zahl der Anträge stieg, sagte die Ministerin „gestern“ in Bonn.")


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a killed process loses no more there, and syncing is free."""
    if not os.access("/dev/shm", os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder)


def run(module: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks writers")
def test_two_hundred_killed_writers_lose_no_acknowledged_bookmark(memory: Path) -> None:
    done = run("tests.library.bookmarks.killed_writers", str(memory / "bookmarks.jsonl"), "200")
    said = json.loads(done.communicate()[0])
    print("killed writers:", said)
    assert said["lost"] == []
    assert said["acknowledged"] > 200
    assert said["damaged"] <= 200  # at most the line each of them was writing


def test_two_processes_writing_a_thousand_each_give_two_thousand_whole_lines(memory: Path) -> None:
    path = memory / "bookmarks.jsonl"
    writers = [run("tests.library.bookmarks.writing_many", str(path), "1000") for _ in range(2)]
    ids = [name for writer in writers for name in writer.communicate()[0].split()]
    assert [writer.returncode for writer in writers] == [0, 0]
    loaded = BookmarkFile(path).load()
    assert len(ids) == 2000
    assert {bookmark.id for bookmark in loaded.bookmarks} == set(ids)
    assert not loaded.damaged
    assert path.read_bytes().count(b"\n") == 2000


def test_a_line_cut_at_any_byte_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.jsonl"
    file = BookmarkFile(path)
    first, second, third = (make_bookmark(ONE, start, start + 30) for start in (0, 5, 9))
    file.add(first)
    whole = path.stat().st_size
    file.add(second)
    data = path.read_bytes()
    for cut in [*range(whole, len(data), 11), len(data) - 1]:
        path.write_bytes(data[:cut])
        file.add(third)
        loaded = file.load()
        expected = (first, second, third) if cut == len(data) - 1 else (first, third)
        assert loaded.bookmarks == expected
        assert len(loaded.damaged) == (0 if cut in (whole, len(data) - 1) else 1)


def test_damaged_lines_are_reported_with_their_numbers_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.jsonl"
    file = BookmarkFile(path)
    kept = make_bookmark(ONE, 0, 30)
    file.add(kept)
    with path.open("ab") as raw:
        raw.write(b'{"half": \n\xff\xfe\n[1]\n{"v":1,"id":"x"}\n{"v":true}\n\n' + b"[" * 100_000 + b"\n")
    before = path.read_bytes()
    loaded = file.load()
    assert loaded.bookmarks == (kept,)
    assert [line.number for line in loaded.damaged] == [2, 3, 4, 5, 6, 8]
    told = ("Bookmarks: 6 lines cannot be read (line 2 is not a complete JSON object, …); they are kept and skipped.",)
    assert loaded.problems == told
    file.delete(kept.id)
    assert path.read_bytes().startswith(before)
    file.compact()
    assert file.load().damaged and b'{"half": ' in path.read_bytes()


def test_few_damaged_lines_are_told_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.jsonl"
    path.write_bytes(b"[1]\n\xff\n")
    assert BookmarkFile(path).load().problems == (
        "Bookmarks: line 1 is not a JSON object; it is kept and skipped.",
        "Bookmarks: line 2 is not valid UTF-8; it is kept and skipped.",
    )


def test_deleting_can_be_undone_until_the_file_is_compacted(tmp_path: Path) -> None:
    file = BookmarkFile(tmp_path / "bookmarks.jsonl")
    one, two = make_bookmark(ONE, 0, 30, note="eins"), make_bookmark(ONE, 3, 40)
    file.add(one, two)
    file.delete(one.id)
    assert file.load().bookmarks == (two,)
    assert [bookmark.id for bookmark in file.load().deleted] == [one.id]
    file.restore(one.id)
    assert file.load().bookmarks == (one, two)
    file.delete(one.id)
    assert file.compact() == 4
    assert file.load().deleted == ()
    assert file.load().bookmarks == (two,)


def test_a_changed_note_replaces_the_old_one_and_keeps_fields_of_other_programs(tmp_path: Path) -> None:
    file = BookmarkFile(tmp_path / "bookmarks.jsonl")
    one = make_bookmark(ONE, 0, 30)
    file.add(one)
    text = file.path.read_text(encoding="utf-8").replace('"kind"', '"stars":5,"kind"')
    file.path.write_text(text, encoding="utf-8")
    file.change(replace(file.load().bookmarks[0], note="neu", tags=("a", "b")))
    loaded = file.load().bookmarks
    assert [bookmark.note for bookmark in loaded] == ["neu"]
    assert json.loads(file.path.read_text(encoding="utf-8").splitlines()[-1])["stars"] == 5


def test_a_file_from_a_newer_version_is_not_rewritten(tmp_path: Path) -> None:
    file = BookmarkFile(tmp_path / "bookmarks.jsonl")
    file.path.write_bytes(b'{"v":2,"id":"x","new":"field"}\n')
    one = make_bookmark(ONE, 0, 30)
    file.add(one)
    assert file.load().bookmarks == (one,)
    assert "newer version" in file.load().problems[0]
    with pytest.raises(NotSaved, match="newer version"):
        file.compact()
    assert b'"new":"field"' in file.path.read_bytes()


def test_compacting_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    real = tmp_path / "synced" / "b.jsonl"
    real.parent.mkdir()
    file = BookmarkFile(tmp_path / "bookmarks.jsonl")
    try:
        file.path.symlink_to(real)
    except OSError:
        pytest.skip("the system allows no links")
    one = make_bookmark(ONE, 0, 30)
    file.add(one)
    file.delete(one.id)
    file.compact()
    assert file.path.is_symlink() and real.read_bytes() == b""


def test_what_another_reader_adds_by_the_files_own_name_outlives_compacting_through_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, link = BookmarkFile(tmp_path / "synced" / "b.jsonl"), BookmarkFile(tmp_path / "bookmarks.jsonl")
    one, two = make_bookmark(ONE, 0, 30), make_bookmark(ONE, 3, 40)
    real.add(one)
    real.delete(one.id)
    try:
        link.path.symlink_to(real.path)
    except OSError:
        pytest.skip("the system allows no links")
    other = threading.Thread(target=real.add, args=(two,))
    write = write_atomically

    def while_another_adds(path: Path, data: bytes) -> None:
        other.start()
        other.join(0.5)
        write(path, data)

    monkeypatch.setattr("tui.library.bookmarks.file.write_atomically", while_another_adds)
    link.compact()
    other.join(20)
    assert real.load().bookmarks == link.load().bookmarks == (two,)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that cannot be written to")
def test_a_folder_that_cannot_be_written_to_is_said_in_words(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NotSaved, match="cannot be written"):
        BookmarkFile(tmp_path / "sub" / "bookmarks.jsonl").add(make_bookmark(ONE, 0, 30))


def test_a_folder_in_place_of_the_file_is_said_in_words(tmp_path: Path) -> None:
    file = BookmarkFile(tmp_path)
    with pytest.raises(NotSaved, match="cannot be"):
        file.load()
    with pytest.raises(NotSaved, match="cannot be written"):
        file.add(make_bookmark(ONE, 0, 30))


def test_a_full_disk_leaves_no_half_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = BookmarkFile(tmp_path / "bookmarks.jsonl")
    one = make_bookmark(ONE, 0, 30)
    file.add(one)
    before = file.path.read_bytes()
    write = os.write
    with monkeypatch.context() as patched:
        patched.setattr("tui.library.lines.os.write", lambda handle, data: write(handle, data[: len(data) // 2]))
        with pytest.raises(NotSaved, match="No space left"):
            file.add(make_bookmark(ONE, 1, 31))
    assert file.path.read_bytes() == before


def test_text_that_no_encoding_holds_is_kept(tmp_path: Path) -> None:
    file = BookmarkFile(tmp_path / "bookmarks.jsonl")
    one = make_bookmark(replace(ONE, text="vor \udc80 \x1b[31m\0 nach"), 0, 12, note="[/b]\n\u2028")
    file.add(one)
    assert file.load().bookmarks == (one,)
