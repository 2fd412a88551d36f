"""Articles within archives and lists are opened by the file that holds them; no name in a file leads elsewhere."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tui.articles import read_named_bytes, read_paths
from tui.articles.extracting import within
from tui.articles.places import file_of


def test_the_file_behind_an_article_is_found_whatever_it_lies_in(tmp_path: Path) -> None:
    (tmp_path / "a#1.txt").write_text("Ein Satz.", "utf-8")
    (tmp_path / "liste.json").write_text(json.dumps([{"text": "Eins."}, {"text": "Zwei."}]), "utf-8")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.write(tmp_path / "liste.json", "unter/liste.json")
    files = {article.path: file_of(article) for article in read_paths([tmp_path]).articles}
    assert files == {
        "a#1.txt": tmp_path / "a#1.txt",
        "b.zip/unter/liste.json#1": tmp_path / "b.zip",
        "b.zip/unter/liste.json#2": tmp_path / "b.zip",
        "liste.json#1": tmp_path / "liste.json",
        "liste.json#2": tmp_path / "liste.json",
    }
    (tmp_path / "liste.json").unlink()
    (tmp_path / "b.zip").unlink()
    left = [file for file in map(file_of, read_paths([tmp_path]).articles) if file]
    assert left == [tmp_path / "a#1.txt"]


def test_standard_input_has_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-").write_text("Nicht gemeint.", "utf-8")
    articles = read_named_bytes([("-", b'[{"text": "Eins."}]'), ("-", b"Ein Satz.")]).articles
    assert [(article.path, file_of(article)) for article in articles] == [("-#1", None), ("-", None)]


@pytest.mark.parametrize(
    ("member", "path"),
    [
        ("", "a.zip"),
        ("3", "a.zip#3"),
        ("b/c.txt", "a.zip/b/c.txt"),
        ("../../etc/passwd", "a.zip/etc/passwd"),
        ("/etc/passwd", "a.zip/etc/passwd"),
        ("..\\..\\x\x1b", "a.zip/x␛"),
    ],
)
def test_no_member_name_leads_out_of_its_file(member: str, path: str) -> None:
    assert within("a.zip", member) == path
