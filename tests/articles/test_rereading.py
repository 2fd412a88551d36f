"""Reading again gives what reading anew would give, and opens only what changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.articles import read_paths
from tui.articles.files import Found
from tui.articles.reading import documents_in
from tui.articles.rereading import Rereading
from tui.articles.sidecars import Sidecars

FOOTER = "Beispielblatt, die Zeitung für alle"


def write(folder: Path, name: str, footer: bool = True) -> None:
    text = f"Meldung {name}\n\nDas ist die Meldung {name}, und sie ist anders.\n\nMehr von {name} folgt.\n"
    (folder / name).write_text(text + (f"\n{FOOTER}\n" if footer else ""), "utf-8")


def test_every_reading_is_what_a_new_one_would_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def noted(file: Found, sidecars: Sidecars) -> object:
        opened.append(file.shown)
        return documents_in(file, sidecars)

    monkeypatch.setattr("tui.articles.rereading.documents_in", noted)
    reader = Rereading()
    for name in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path, name)

    def again() -> list[str]:
        opened.clear()
        assert reader.read([tmp_path]) == read_paths([tmp_path])
        return list(opened)

    assert again() == ["a.txt", "b.txt", "c.txt"]
    assert again() == []
    write(tmp_path, "d.txt")
    assert again() == ["d.txt"]
    write(tmp_path, "b.txt", footer=False)
    assert again() == ["b.txt"]
    # Now the line stands in two articles alone, and is no line of the site any more.
    (tmp_path / "c.txt").unlink()
    assert again() == []
    (tmp_path / "sources.csv").write_text("file;source\na.txt;Blatt\n", "utf-8")
    assert again() == ["a.txt"]
    (tmp_path / "unten").mkdir()
    write(tmp_path / "unten", "e.txt")
    assert again() == ["unten/e.txt"]
    (tmp_path / "sources.csv").write_text("file;source\na.txt;Blatt\nunten/e.txt;Anzeiger\n", "utf-8")
    assert again() == ["unten/e.txt"]
    (tmp_path / "d.toml").write_text("source = [", "utf-8")
    again()
    (tmp_path / "leer.txt").write_text("", "utf-8")
    assert again() == ["leer.txt"]
    first, second = reader.read([tmp_path]), reader.read([tmp_path])
    assert all(one is other for one, other in zip(first.articles, second.articles, strict=True))
