"""Folders as people keep them: links, pipes, files that vanish, the same file named twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.articles import read_bytes, read_paths
from tui.articles.files import read_file

TEXT = "Ein Titel von heute\n\nEin Satz steht hier.\n"


def test_a_file_named_twice_and_found_in_its_folder_is_one_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    reading = read_paths([tmp_path, tmp_path / "a.txt", tmp_path])
    assert [article.path for article in reading.articles] == ["a.txt"]


def test_folders_are_read_by_name_with_what_lies_below_them(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "unter/c.txt", ".versteckt.txt", ".git/d.txt"):
        place = tmp_path / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(f"{name}\n\n{TEXT}", "utf-8")
    assert [article.path for article in read_paths([tmp_path]).articles] == ["a.txt", "b.txt", "unter/c.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights or do not exist there")
def test_links_without_an_end_and_pipes_are_said_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "kreis.txt").symlink_to("kreis.txt")
    (tmp_path / "ins_leere.txt").symlink_to("nirgends.txt")
    (tmp_path / "zurueck").symlink_to(".", target_is_directory=True)
    os.mkfifo(tmp_path / "rohr.txt")
    reading = read_paths([tmp_path])
    assert [article.path for article in reading.articles] == ["a.txt"]
    assert {problem.path for problem in reading.problems} == {"kreis.txt", "ins_leere.txt", "zurueck", "rohr.txt"}


def test_a_file_that_vanishes_before_it_is_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name}\n\n{TEXT}", "utf-8")

    def vanishing(path: Path) -> bytes:
        if path.name == "a.txt":
            path.unlink()
        return read_file(path)

    monkeypatch.setattr("tui.articles.reading.read_file", vanishing)
    reading = read_paths([tmp_path])
    assert [article.path for article in reading.articles] == ["b.txt"]
    assert [(problem.path, problem.sentence) for problem in reading.problems] == [
        ("a.txt", "There is no such file or folder.")
    ]


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, states = tmp_path / "a.txt", []
    file.write_text("Halb", "utf-8")

    def changing(descriptor: int) -> os.stat_result:
        states.append(status(descriptor))
        if len(states) in changes:
            with file.open("a", encoding="utf-8") as more:
                more.write(" und mehr")
        return states[-1]

    status, changes = os.fstat, {1}
    monkeypatch.setattr("tui.articles.files.os.fstat", changing)
    monkeypatch.setattr("tui.articles.files.BETWEEN_READS", 0)
    assert read_file(file) == b"Halb und mehr"
    states.clear()
    changes = set(range(1, 100))
    with pytest.raises(ValueError, match="written to all the while"):
        read_file(file)


def test_paths_that_no_system_can_open_are_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    reading = read_paths([Path("a\0b"), tmp_path / "a.txt" / "b.txt", Path(os.devnull)])
    assert not reading.articles
    assert len(reading.problems) == 3
    assert all(problem.sentence.endswith(".") for problem in reading.problems)


def test_a_few_nul_characters_stay_in_the_text() -> None:
    text = "Ein Titel\n\nEin Satz mit einem \0 darin, und er geht weiter."
    assert read_bytes(text.encode()).text == text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_head_in_toml_is_metadata_with_any_line_end(end: str) -> None:
    head = end.join(["+++", 'title = "Ein Titel"', "date = 2024-03-12", "+++", "Ein Satz."])
    article = read_bytes(head.encode(), "a.md")
    assert (article.title, article.published, article.text) == ("Ein Titel", "2024-03-12", "Ein Satz.")


def test_a_rule_of_dashes_that_is_no_head_stays_text() -> None:
    text = "---\nEin Satz steht hier, und kein Kopf.\n"
    assert read_bytes(text.encode(), "a.md").text == text


def test_reading_plain_articles_loads_neither_yaml_nor_the_guessing_of_character_sets() -> None:
    code = (
        "import sys, tui.articles; tui.articles.read_seeds();"
        "print([m for m in ('yaml', 'charset_normalizer', 'numpy', 'spacy', 'textual') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
