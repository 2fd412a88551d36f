"""Files in every character set are read with their own words; what cannot be read is said, and the rest goes on."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest

from tui.articles import Unreadable, read_bytes, read_paths, read_seeds, source_label
from tui.articles.files import LONGEST_FILE

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


YAML = "---\ntitle: Ein Titel\nsource: Beispielblatt\ndate: 2024-03-12\nurl: https://www.beispiel.de/a\n---\n"
TOML = '+++\ntitle = "Ein Titel"\nsource = "Beispielblatt"\ndate = 2024-03-12\nurl = "https://www.beispiel.de/a"\n+++\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("head", [YAML, TOML, YAML.replace("\n", "\r\n")])
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.text"])
def test_front_matter_is_metadata_and_no_text(name: str, head: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes((head + "Ein Satz steht hier.\n").encode(encoding))
    article = read_paths([tmp_path]).articles[0]
    assert article.text.strip() == "Ein Satz steht hier."
    assert (article.title, article.title_origin, article.source) == ("Ein Titel", "metadata", "Beispielblatt")
    assert (article.published, article.url) == ("2024-03-12", "https://www.beispiel.de/a")


@pytest.mark.parametrize(
    "text",
    [
        "---\nEilmeldung: Zug entgleist\n---\nDer Zug fuhr nach Bonn.\n",
        "---\n\nDer Zug fuhr nach Bonn.\n\n---\n\nEr kam an.\n",
        "---\nDer Zug fuhr nach Bonn.\n",
        "---\ntitle: Zug entgleist\n\nDer Kopf endet nie.\n",
    ],
)
def test_a_text_between_rules_of_dashes_is_no_description(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert read_paths([tmp_path]).articles[0].text == text


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


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("30.06.2024", "2024-06-30"),
        ("20240630", "2024-06-30"),
        ("2024-06-30T9:05", "2024-06-30T09:05"),
        ("2024-06-30T24:30", "2024-06-30"),
        ("31.06.2024", None),
        ("2023-02-29", None),
        ("2024-13-01", None),
        ("Sommer 2024", None),
        ("neulich", None),
    ],
)
def test_days_that_no_calendar_has_are_no_dates_and_it_is_said(
    given: str, published: str | None, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(f"---\ntitle: Die Übung\ndate: {given}\n---\n{TEXT}", "utf-8")
    (tmp_path / "sources.csv").write_text(f"file;date\na.txt;{given}\n", "utf-8")
    reading = read_paths([tmp_path])
    assert [article.published for article in reading.articles] == [published] * 2
    assert [problem.path for problem in reading.problems] == ([] if published else ["a.txt", "b.txt"])
    assert all("date" in problem.sentence and problem.mended for problem in reading.problems)


def test_a_damaged_sidecar_is_said_and_the_article_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.toml").write_text("source = ", "utf-8")
    reading = read_paths([tmp_path])
    assert len(reading.articles) == 1
    assert reading.problems[0].path == "a.toml"


@pytest.mark.parametrize(
    "table",
    [
        "file,source\na.txt,Blatt\n",
        '"Datei";"Quelle"\r\n"a.txt";"Blatt"\r\n',
        "sep=;\r\nfile;source\r\na.txt;Blatt\r\n",
        "FILENAME\tSOURCE\na.txt\tBlatt\n",
        "file | source\na.txt | Blatt\n",
        "file;source\na;Blatt\n",
        "file;source\n./a.txt;Blatt\n",
        "file, source\na.txt, Blatt\n",
    ],
    ids=["commas", "quoted", "excel", "tabs", "bars", "no ending", "dot", "spaces"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_table_is_read_as_spreadsheets_and_people_write_it(table: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "sources.csv").write_bytes(table.encode(encoding))
    reading = read_paths([tmp_path])
    assert [article.source for article in reading.articles] == ["Blatt"]
    assert not reading.problems


def test_a_table_above_names_texts_in_folders_below_it_and_letters_count_in_any_form(tmp_path: Path) -> None:
    (tmp_path / "unter").mkdir()
    (tmp_path / "unter" / "Ärger.txt").write_text(TEXT, "utf-8")
    (tmp_path / "sources.csv").write_text("file;source;date\nunter/A\u0308rger.txt;Blatt;12. März 2024\n", "utf-8")
    (tmp_path / "unter" / "sources.csv").write_text("file;author\nÄrger.txt;Anna Berg\n", "utf-8")
    article = read_paths([tmp_path]).articles[0]
    assert (article.source, article.author, article.published) == ("Blatt", "Anna Berg", "2024-03-12")


def test_rows_that_name_no_file_and_tables_of_other_folders_are_said_where_they_are(tmp_path: Path) -> None:
    for folder in ("eins", "zwei"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "eins" / "sources.csv").write_text("file;source\na.txt;Blatt\nb.txt;Blatt\n", "utf-8")
    (tmp_path / "zwei" / "sources.csv").write_text("titel;source\na;Blatt\n", "utf-8")
    missing, nameless = read_paths([tmp_path]).problems
    assert (missing.path, missing.mended, "b.txt" in missing.sentence) == ("eins/sources.csv", True, True)
    assert (nameless.path, nameless.mended) == ("zwei/sources.csv", False)


def test_a_date_in_words_is_a_date(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ndatum: 12. März 2024, 14.05 Uhr\n---\n{TEXT}", "utf-8")
    assert read_paths([tmp_path]).articles[0].published == "2024-03-12T14:05"


def test_damaged_front_matter_gives_what_it_legibly_says_and_is_no_text(tmp_path: Path) -> None:
    head = "---\ntitle: Streik: Züge stehen still\nauthor: [Anna Berg\ndate: 2024-03-12\ntags:\n  - Bahn\n---\n"
    (tmp_path / "a.md").write_text(f"{head}{TEXT}", "utf-8")
    (tmp_path / "b.md").write_text(f"---\nSo steht es da: ein Satz: noch einer.\n---\n{TEXT}", "utf-8")
    reading = read_paths([tmp_path])
    article, other = reading.articles
    assert (article.title, article.author) == ("Streik: Züge stehen still", "Anna Berg")
    assert article.published == "2024-03-12"
    assert article.text == TEXT
    assert other.text.startswith("---")
    assert [(problem.path, problem.mended) for problem in reading.problems] == [("a.md", True)]


def test_the_marks_of_a_heading_are_not_part_of_the_title() -> None:
    assert read_bytes(f"# Haushalt beraten #\n\n{TEXT}".encode(), "a.md").title == "Haushalt beraten"
    assert read_bytes(f"#MeToo und die Folgen\n\n{TEXT}".encode(), "a.txt").title == "#MeToo und die Folgen"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<?xml version='1.0'?>\n<rss version='2.0'><channel/></rss>", "add --feed"),
        ("<opml><body/></opml>", "add --feed"),
        ("{\\rtf1\\ansi Hallo}", "RTF"),
    ],
)
def test_what_is_no_article_but_looks_like_text_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_bytes(text.encode())
    assert words in refused.value.sentence


def test_a_file_that_is_too_large_is_not_even_opened_for_reading(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(LONGEST_FILE + 1)
    tracemalloc.start()
    try:
        assert "larger than" in read_paths([tmp_path]).problems[0].sentence
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


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
