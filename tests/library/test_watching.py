"""Changes of an opened folder are seen once files are whole, and places in edited texts are found again."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest

from tui.articles import read_paths
from tui.articles.model import Article, Reading
from tui.library import watching
from tui.library.renewing import moved_position, renew
from tui.library.watching import Watch

FIRST = "Ulm kauft Busse\n\nDie Stadt Ulm kauft vierzig Busse. Das sagte Anna Berg am Montag in Ulm.\n"
LONG = 20.0
"""Seconds after which a test gives up; a change is seen within one."""


def write(folder: Path, name: str, text: str) -> None:
    """Write a file as an editor does: all of it, under its name."""
    (folder / name).write_text(text, "utf-8")


@contextmanager
def watched(*paths: Path) -> Iterator[tuple[Queue[Reading], list[str]]]:
    """The readings of a watch as they come, and what it says."""
    found: Queue[Reading] = Queue()
    said: list[str] = []
    watch = Watch(paths)
    thread = threading.Thread(target=lambda: deque(map(found.put, watch.readings(said.append)), maxlen=0))
    thread.start()
    time.sleep(0.5)  # the system is asked to tell of changes; before that none is seen
    try:
        yield found, said
    finally:
        watch.stop()
        thread.join(LONG)
        assert not thread.is_alive()


def texts(found: Queue[Reading]) -> dict[str, str]:
    return {article.path: article.text for article in found.get(timeout=LONG).articles}


def test_files_that_come_change_and_go_are_read_again(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST)
    with watched(tmp_path) as (found, said):
        write(tmp_path, "b.txt", "Zweiter Artikel.")
        assert set(texts(found)) == {"a.txt", "b.txt"}
        write(tmp_path, "a.txt", FIRST + "Mehr.")
        assert texts(found)["a.txt"].endswith("Mehr.")
        (tmp_path / "b.txt").unlink()
        assert set(texts(found)) == {"a.txt"}
        assert not said


def test_what_changes_before_the_watch_has_begun_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST)
    time.sleep(0.05)
    watch = Watch([tmp_path])
    time.sleep(0.05)
    write(tmp_path, "b.txt", "Zweiter Artikel.")
    readings = watch.readings(lambda _: None)
    assert [article.path for article in next(readings).articles] == ["a.txt", "b.txt"]
    watch.stop()
    assert next(readings, None) is None


def test_a_file_in_a_new_folder_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST)
    with watched(tmp_path) as (found, _):
        (tmp_path / "neu").mkdir()
        write(tmp_path / "neu", "b.txt", "Zweiter Artikel.")
        seen = texts(found)
        assert set(seen if "neu/b.txt" in seen else texts(found)) == {"a.txt", "neu/b.txt"}


def test_a_file_is_read_when_it_is_whole_and_not_while_it_is_written(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST)
    with watched(tmp_path) as (found, _):
        with (tmp_path / "b.txt").open("w", encoding="utf-8") as file:
            for part in range(8):
                file.write(f"Teil {part}. ")
                file.flush()
                time.sleep(0.2)
            file.write("Schluss.")
        assert texts(found)["b.txt"].endswith("Schluss.")


def test_a_file_that_an_editor_replaces_is_never_missed(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST)
    with watched(tmp_path / "a.txt") as (found, _):
        for end in ("Eins.", "Zwei."):
            write(tmp_path, "a.txt.tmp", FIRST + end)
            os.replace(tmp_path / "a.txt.tmp", tmp_path / "a.txt")
            assert texts(found)["a.txt"].endswith(end)


def test_hidden_half_written_and_own_files_wake_nobody(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST)
    with watched(tmp_path) as (found, _):
        for name in (".a.txt.swp", "a.txt~", "b.txt.part", ".git"):
            write(tmp_path, name, "x")
        with pytest.raises(Empty):
            found.get(timeout=2.0)


def test_where_the_system_tells_nothing_the_watch_looks_by_itself_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = watching.Watch._changes

    def refused(self: Watch, polling: bool) -> Iterator[set[str]]:
        if not polling:
            raise OSError(28, "No space left on device")
        return real(self, polling)

    monkeypatch.setattr(watching.Watch, "_changes", refused)
    monkeypatch.setattr(watching, "LOOK", 0.3)
    write(tmp_path, "a.txt", FIRST)
    with watched(tmp_path) as (found, said):
        write(tmp_path, "b.txt", "Zweiter Artikel.")
        assert set(texts(found)) == {"a.txt", "b.txt"}
    assert len(said) == 1 and "fs.inotify.max_user_watches" in said[0]


def test_a_folder_that_was_gone_is_watched_again_when_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "LOOK", 0.3)
    folder = tmp_path / "story"
    folder.mkdir()
    write(folder, "a.txt", FIRST)
    with watched(folder) as (found, _):
        folder.rename(tmp_path / "away")
        assert texts(found) == {}
        (tmp_path / "away").rename(folder)
        assert set(texts(found)) == {"a.txt"}
        time.sleep(0.5)
        write(folder, "b.txt", "Zweiter Artikel.")
        assert set(texts(found)) == {"a.txt", "b.txt"}


def article(folder: Path, name: str, text: str) -> Article:
    write(folder, name, text)
    return read_paths([folder / name]).articles[0]


def test_an_edited_renamed_and_untouched_article_is_known_again(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        write(tmp_path, name, FIRST + name)
    before = read_paths([tmp_path])
    write(tmp_path, "a.txt", "Neu: " + FIRST)
    os.replace(tmp_path / "b.txt", tmp_path / "umbenannt.txt")
    (tmp_path / "d.txt").unlink()
    write(tmp_path, "e.txt", "Ein ganz anderer Text.")
    a, b, c, d = before.articles
    renewal = renew(before, read_paths([tmp_path]), {(a.id, a.text.index("Anna"))})
    now = {one.path: one for one in renewal.reading.articles}
    assert renewal.successors == {a.id: now["a.txt"].id, b.id: now["umbenannt.txt"].id, c.id: c.id}
    assert [one.path for one in renewal.came] == ["e.txt"]
    assert [one.path for one in renewal.changed] == ["a.txt"]
    assert [one.path for one in renewal.gone] == ["d.txt"] == [d.path]
    assert now["c.txt"] is c
    place = renewal.places[a.id, a.text.index("Anna")]
    assert now["a.txt"].text[place:].startswith("Anna")


@pytest.mark.parametrize(
    ("change", "at", "words"),
    [
        (lambda text: "Vorspann. " * 30 + text, "Anna Berg", "Anna Berg"),
        (lambda text: text.replace("vierzig", "48"), "Anna Berg", "Anna Berg"),
        (lambda text: text.replace("Das sagte Anna Berg am Montag in Ulm.", "Mehr folgt."), "Anna", "Mehr folgt."),
        (lambda text: "x", "Anna", "x"),
    ],
    ids=["text before it", "text near it", "the words are gone", "nothing is left"],
)
def test_a_position_moves_with_its_words(tmp_path: Path, change: object, at: str, words: str) -> None:
    before = article(tmp_path, "a.txt", FIRST)
    assert callable(change)
    after = article(tmp_path, "b.txt", change(FIRST))
    assert after.text[moved_position(before, after, before.text.index(at)) :].startswith(words)
