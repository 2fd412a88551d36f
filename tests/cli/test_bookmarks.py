from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Run, analysed
from tui.articles import read_paths
from tui.cli.arguments import parsers
from tui.library.bookmarks import BookmarkFile, make_bookmark
from tui.library.bookmarks.exports import FORMATS


@pytest.fixture
def kept(story: Path, tmp_path: Path) -> Path:
    path = tmp_path / "kept.jsonl"
    article = read_paths([story]).articles[1]
    BookmarkFile(path).add(make_bookmark(article, 0, 14, note="Zahl prüfen [/b]", tags=("busse",)))
    return path


def test_bookmarks_are_listed_with_note_and_tags(kept: Path, run: Run) -> None:
    code, out, _ = run("bookmarks", "--bookmarks", kept)
    assert code == 0
    assert "„Rund 120 Busse“" in out
    assert "Zahl prüfen [/b]" in out
    assert "#busse" in out


def test_the_list_tells_who_contradicts_whom_in_a_fact(story: Path, kept: Path, run: Run) -> None:
    articles = read_paths([story]).articles
    (fact,) = analysed(articles).stories[0].facts
    BookmarkFile(kept).add(make_bookmark(articles[0], 0, 14, kind="fact", fact=fact, articles=articles))
    told = " ".join(run("bookmarks", "--bookmarks", kept)[1].split())
    assert "Possible conflict: number „100“ (a.txt) / „Rund 120“ (b.txt)" in told


def test_without_bookmarks_nothing_is_found(tmp_path: Path, run: Run) -> None:
    assert run("bookmarks", "--bookmarks", tmp_path / "none.jsonl") == (1, "", "lesart: No bookmark found.\n")


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_bookmarks_are_exported_for_other_programs_in_every_form_that_the_help_names(
    kept: Path, run: Run, form: str
) -> None:
    assert form in parsers()["bookmarks"].format_help().split("export:")[1]
    code, out, _ = run("bookmarks", "export", "--format", form, "--bookmarks", kept)
    assert code == 0
    assert "Rund 120 Busse" in out


def test_what_was_exported_can_be_imported_once(kept: Path, tmp_path: Path, run: Run) -> None:
    exported = tmp_path / "exported.jsonld"
    assert run("bookmarks", "export", "--format", "jsonld", "--output", exported, "--bookmarks", kept)[0] == 0
    other = tmp_path / "other.jsonl"
    code, out, _ = run("bookmarks", "import", exported, "--bookmarks", other)
    assert code == 0
    assert out.startswith("1 bookmark added")
    assert run("bookmarks", "import", exported, "--bookmarks", other)[1].startswith("0 bookmarks added")
    listed = json.loads(run("bookmarks", "--format", "jsonl", "--bookmarks", other)[1])
    assert listed["note"] == "Zahl prüfen [/b]"


def test_a_damaged_line_is_told_and_the_rest_is_served(kept: Path, run: Run) -> None:
    with kept.open("ab") as file:
        file.write(b'{"half a line\n')
    code, out, err = run("bookmarks", "--bookmarks", kept)
    assert code == 3
    assert "Rund 120 Busse" in out
    assert "line 2" in err


def test_an_unknown_format_names_those_there_are(kept: Path, run: Run) -> None:
    code, _, err = run("bookmarks", "export", "--format", "docx", "--bookmarks", kept)
    assert code == 2
    assert "jsonld" in err


def test_a_missing_file_to_import_is_said(kept: Path, tmp_path: Path, run: Run) -> None:
    code, _, err = run("bookmarks", "import", tmp_path / "no.csv", "--bookmarks", kept)
    assert code == 3
    assert err.count("\n") == 1


def test_markdown_is_written_as_one_file_for_each_article(kept: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "notes"
    code, out, _ = run("bookmarks", "export", "--folder", folder, "--bookmarks", kept)
    assert (code, out) == (0, f"1 file written to {folder}.\n")
    (written,) = folder.glob("*.md")
    assert "Rund 120 Busse" in written.read_text("utf-8")
    assert run("bookmarks", "export", "--format", "csv", "--folder", folder, "--bookmarks", kept)[0] == 2


def test_deleted_bookmarks_are_dropped_for_good_only_when_asked(kept: Path, story: Path, run: Run) -> None:
    file = BookmarkFile(kept)
    file.add(make_bookmark(read_paths([story]).articles[1], 0, 8))
    file.delete(file.load().bookmarks[1].id)
    assert len(kept.read_text("utf-8").splitlines()) == 3
    code, out, _ = run("bookmarks", "compact", "--bookmarks", kept)
    assert code == 0
    assert out.startswith("2 lines of deleted and former bookmarks dropped")
    assert len(kept.read_text("utf-8").splitlines()) == 1
    assert [bookmark.exact for bookmark in file.load().bookmarks] == ["Rund 120 Busse"]


def test_an_export_to_a_folder_costs_nobody_their_own_notes(story: Path, kept: Path, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    export = ("bookmarks", "export", "--folder", folder, "--bookmarks", kept)
    assert run(*export)[2] == ""
    (written,) = folder.glob("*.md")
    BookmarkFile(kept).add(make_bookmark(read_paths([story]).articles[1], 5, 14, note="zweite"))
    assert run(*export)[2] == ""
    assert list(folder.glob("*.md")) == [written] and "zweite" in written.read_text("utf-8")

    mine = written.read_text("utf-8") + "Mein eigener Absatz\n"
    written.write_text(mine, "utf-8")
    for note in ("dritte", "vierte"):
        BookmarkFile(kept).add(make_bookmark(read_paths([story]).articles[1], 0, 4, note=note))
        code, _, said = run(*export)
        assert (code, "was changed" in said) == (0, True)
        assert written.read_text("utf-8") == mine
        (other,) = set(folder.glob("*.md")) - {written}
        assert note in other.read_text("utf-8")


def test_no_export_replaces_a_file_that_it_did_not_write(kept: Path, run: Run, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "notes", tmp_path / "elsewhere.md"
    export = ("bookmarks", "export", "--folder", folder, "--bookmarks", kept)
    run("bookmarks", "export", "--folder", tmp_path / "first", "--bookmarks", kept)
    (name,) = (path.name for path in (tmp_path / "first").glob("*.md"))
    folder.mkdir()
    (folder / ".lesart-export.json").write_text("[damaged", "utf-8")
    elsewhere.write_text("meins", "utf-8")
    (folder / name).symlink_to(elsewhere)
    assert run(*export)[0] == 0
    assert elsewhere.read_text("utf-8") == "meins" and (folder / name).is_symlink()
    assert "Busse" in (folder / name.replace(".md", "-2.md")).read_text("utf-8")


def test_half_a_character_in_a_note_does_not_end_an_export_to_a_folder(kept: Path, run: Run, tmp_path: Path) -> None:
    file = BookmarkFile(kept)
    file.change(replace(file.load().bookmarks[0], note="halb \ud83d"))
    assert run("bookmarks", "export", "--folder", tmp_path / "notes", "--bookmarks", kept)[0] == 0
