"""Files in every character set are read with their own words; what cannot be read is said, and the rest goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.articles import Unreadable, read_bytes, read_paths, read_seeds, source_label

TEXT = "Größere Übung für Ärzte\n\nDie Übung beginnt am Dienstag. „Gut so“, sagte Jürgen Weiß – 20 € kostet sie.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_german_text_is_read_in_every_usual_character_set(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    reading = read_paths([tmp_path])
    assert [article.text for article in reading.articles] == [TEXT]
    assert not reading.problems


def test_line_ends_are_kept_so_that_positions_are_those_of_the_file() -> None:
    assert read_bytes(TEXT.replace("\n", "\r\n").encode()).text == TEXT.replace("\n", "\r\n")


def test_bad_files_are_named_in_sentences_and_the_good_one_is_read(tmp_path: Path) -> None:
    (tmp_path / "gut.txt").write_text(TEXT, "utf-8")
    (tmp_path / "leer.txt").write_bytes(b"")
    (tmp_path / "bild.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "zufall.txt").write_bytes(os.urandom(4000))
    (tmp_path / "tabelle.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "schleife").symlink_to(tmp_path, target_is_directory=True)
    reading = read_paths([tmp_path, tmp_path / "fehlt.txt"])
    assert [article.path for article in reading.articles] == ["gut.txt"]
    said = {Path(problem.path).name: problem.sentence for problem in reading.problems}
    assert set(said) == {"leer.txt", "bild.txt", "zufall.txt", "tabelle.xlsx", "schleife", "fehlt.txt"}
    assert all(sentence.endswith(".") for sentence in said.values())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read every file")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.txt").chmod(0)
    assert "not allowed" in read_paths([tmp_path]).problems[0].sentence


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    reading = read_paths([tmp_path])
    assert not reading.articles
    assert "no article" in reading.problems[0].sentence


def test_a_text_of_fifty_megabytes_opens() -> None:
    paragraph = TEXT.replace("\n", " ") * 8 + "\n\n"
    long = paragraph * (50 * 1024 * 1024 // len(paragraph.encode()))
    assert len(read_bytes(long.encode()).blocks) == long.count("\n\n")


def test_escapes_and_markup_stay_in_the_text_as_they_are() -> None:
    text = "Titel [/b]\n\nEin \x1b[31mroter\x1b[0m Satz mit [red] und [email\xa0protected]."
    article = read_bytes(text.encode())
    assert article.text == text
    assert article.title == "Titel [/b]"


def test_front_matter_is_metadata_and_no_text(tmp_path: Path) -> None:
    head = "---\ntitle: Ein Titel\nsource: Beispielblatt\ndate: 2024-03-12\nurl: https://www.beispiel.de/a\n---\n"
    (tmp_path / "a.md").write_text(head + "Ein Satz steht hier.\n", "utf-8")
    article = read_paths([tmp_path]).articles[0]
    assert article.text.strip() == "Ein Satz steht hier."
    assert (article.title, article.title_origin, article.source) == ("Ein Titel", "metadata", "Beispielblatt")
    assert (article.published, article.url) == ("2024-03-12", "https://www.beispiel.de/a")


def test_a_sidecar_or_a_table_names_source_and_date(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    (tmp_path / "a.toml").write_text('source = "Blatt A"\npublished = "2024-03-12"\n', "utf-8")
    (tmp_path / "sources.csv").write_text("file;source;date\nb.txt;Blatt B;13.03.2024\n", "utf-8")
    reading = read_paths([tmp_path])
    assert [(article.source, article.published) for article in reading.articles] == [
        ("Blatt A", "2024-03-12"),
        ("Blatt B", "2024-03-13"),
    ]
    assert not reading.problems


def test_a_damaged_sidecar_is_said_and_the_article_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.toml").write_text("source = ", "utf-8")
    reading = read_paths([tmp_path])
    assert len(reading.articles) == 1
    assert reading.problems[0].path == "a.toml"


def test_binary_input_is_refused_in_words() -> None:
    with pytest.raises(Unreadable, match="not a text"):
        read_bytes(b"\x89PNG\r\n\x1a\n ...")


def test_the_seeds_come_with_the_program() -> None:
    reading = read_seeds()
    assert len(reading.articles) == 5
    assert not reading.problems
    assert len({source_label(article) for article in reading.articles}) == 5
    repeats = [block for block in reading.articles[3].blocks if block.role == "caption"]
    assert len(repeats) == 13
