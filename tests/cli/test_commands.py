from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("known")


def test_facts_show_every_source_with_its_words_and_what_differs(story: Path, run: Run) -> None:
    code, out, _ = run("facts", story)
    assert code == 0
    assert "2 sources, 2 origins; possible conflict: number" in out
    assert "[attributed, origin Anna Thiel] Rund 120 Busse kaufe die Stadt" in out
    assert "100 is not about 120" in out


def test_the_report_of_facts_is_markdown_that_shows_the_words_as_they_are(story: Path, run: Run) -> None:
    out = run("facts", "--format", "md", story)[1]
    assert "## „\\=Die Stadt kauft 100 Busse.“" in out
    assert "> Rund 120 Busse kaufe die Stadt" in out
    assert "b.txt, characters 0–30" in out
    assert "- number, possible conflict: 100 is not about 120" in out


@pytest.mark.parametrize("command", ["facts", "quotes", "entities"])
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv", "md", "html"])
def test_no_form_lets_a_text_steer_the_terminal(story: Path, run: Run, command: str, form: str) -> None:
    code, out, _ = run(command, "--format", form, story)
    assert code == 0
    assert out
    assert "\x1b" not in out


def test_a_spreadsheet_runs_no_cell(story: Path, run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("facts", "--format", "csv", story)[1])))
    assert [row["text"] for row in rows] == ["'=Die Stadt kauft 100 Busse.", "Rund 120 Busse kaufe die Stadt"]


def test_a_table_of_facts_says_what_differs_between_whom_and_why(story: Path, run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("facts", "--format", "csv", story)[1])))
    assert (
        rows[0]["possible_conflict"]
        == "number „100“ (=Die Stadt kauft 100 Busse.) / „Rund 120“ (Rund 120 Busse kaufe die…)"
    )
    assert rows[0]["reason"] == "100 is not about 120"
    assert rows[0]["compatible"] == "modality: stated and told"
    assert [row["differing"] for row in rows] == ["number: 100", "number: Rund 120"]


def test_html_shows_markup_as_text(story: Path, run: Run) -> None:
    out = run("quotes", "--format", "html", story)[1]
    assert "Das | ist &lt;gut&gt;" in out
    assert "<gut>" not in out


def test_a_bar_does_not_part_a_markdown_cell(story: Path, run: Run) -> None:
    assert "Das \\| ist \\<gut\\>" in run("quotes", "--format", "md", story)[1]


def test_quotations_are_listed_by_speaker_and_those_without_one_last(story: Path, run: Run) -> None:
    records = json.loads(run("quotes", "--format", "json", "--by", "speaker", story)[1])
    assert [record["speaker"] for record in records] == ["Anna Thiel", "Anna Thiel", None]
    assert records[0]["text"] == "Das | ist <gut>"


def test_a_quotation_stands_with_the_same_one_of_other_sources(story: Path, run: Run, linked: None) -> None:
    lines = run("quotes", "--by", "speaker", story)[1].splitlines()
    assert "[direct]" in lines[1]
    assert lines[2].startswith("    = ")
    assert "[indirect]" in lines[2]


def test_quotations_have_the_date_of_their_article(story: Path, run: Run) -> None:
    (story / "b.toml").write_text('date = "2024-03-05"', "utf-8")
    records = json.loads(run("quotes", "--format", "json", story)[1])
    assert [record["published"] for record in records] == [None, "2024-03-05", "2024-03-05"]
    assert "published" in run("quotes", "--format", "csv", story)[1].splitlines()[0]
    assert "2024-03-05, b.txt:0-30" in run("quotes", story)[1]


@pytest.mark.parametrize("argument", ["--speaker", "--by"])
def test_a_speaker_is_found_with_a_typo(story: Path, run: Run, argument: str) -> None:
    records = [
        json.loads(line) for line in run("quotes", "--format", "jsonl", argument, "Thile", story)[1].splitlines()
    ]
    assert [record["id"] for record in records] == ["q1", "q2"]
    assert run("quotes", argument, "Musk", story) == (1, "", "lesart: No quotation found.\n")


def test_a_name_is_one_row_however_it_is_written(story: Path, run: Run) -> None:
    (record,) = json.loads(run("entities", "--format", "json", story)[1])
    assert (record["name"], record["mentions"], record["articles"]) == ("Anna Thiel", 2, 2)
    assert record["written"] == ["Anna Thiel", "Thiel"]
    assert run("entities", "--label", "LOC", story) == (1, "", "lesart: No name found.\n")


def test_search_needs_no_analysis_unless_it_is_asked_for(story: Path, run: Run, known: list[frozenset[str]]) -> None:
    code, out, _ = run("search", "bus kaufen", story, "--format", "json")
    assert code == 0
    assert "Rund 120 Busse kaufe die Stadt, sagte Thiel." in [hit["text"] for hit in json.loads(out)]
    assert known == []
    hits = json.loads(run("search", "thiel", "--analyse", "--format", "json", story)[1])
    assert {hit["kind"] for hit in hits} >= {"passage", "entity", "speaker"}
    code, _, err = run("search", "zebra", story)
    assert (code, err) == (1, "lesart: No result found.\n")


def test_search_says_how_many_were_left_out(tmp_path: Path, run: Run) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"Die Ampel hält zum {number}. Mal.", "utf-8")
    out = run("search", "ampel", "--limit", "2", tmp_path)[1]
    assert "Passages  2, 3 more not shown" in out


def test_conflicts_alone_can_be_asked_for(story: Path, run: Run) -> None:
    assert run("facts", "--conflicts", story)[0] == 0


def test_a_decision_that_cannot_be_read_is_said(story: Path, run: Run, home: Path) -> None:
    (home / "data").mkdir()
    (home / "data" / "decisions.jsonl").write_text('{"same": 1}\n', "utf-8")
    assert "Decisions: line 1 is not a decision; it is kept and skipped." in run("facts", story)[2]


def test_the_cache_is_shown_and_cleared(run: Run, home: Path) -> None:
    code, out, _ = run("cache")
    assert code == 0
    assert out.startswith(str(home))
    assert json.loads(run("cache", "clear", "--format", "json")[1])["cleared"] == 0


def test_settings_are_shown_with_their_origin(run: Run, home: Path) -> None:
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text("column-width = 60\ntheme = 3\n", "utf-8")
    code, out, err = run("config", "--format", "json")
    assert code == 3
    width = json.loads(out)["column-width"]
    assert width["value"] == "60"
    assert "settings.toml" in width["origin"]
    assert "theme" in err


def test_a_path_in_csv_leads_to_its_file_and_is_no_formula(story: Path, run: Run, known: object) -> None:
    (story / "a.txt").rename(story / "=1+1.txt")
    paths = [row["path"] for row in csv.DictReader(io.StringIO(run("facts", "--format", "csv", story)[1]))]
    assert sorted(paths) == ["./=1+1.txt", "b.txt"]
    assert all((story / path).exists() for path in paths)


def test_rows_can_be_joined_with_articles_and_stories(story: Path, run: Run) -> None:
    document = json.loads(run("export", story)[1])
    ids = {article["path"]: article["id"] for article in document["articles"]}
    (fact,) = document["facts"]
    rows = list(csv.DictReader(io.StringIO(run("facts", "--format", "csv", story)[1])))
    assert {(row["story"], row["fact"]) for row in rows} == {(fact["story"], fact["id"])}
    assert [row["article"] for row in rows] == [ids[row["path"]] for row in rows]
    assert [float(row["confidence"]) for row in rows] == [mention["confidence"] for mention in fact["mentions"]]
    (told,) = json.loads(run("facts", "--format", "json", story)[1])
    assert {mention["path"]: mention["article"] for mention in told["mentions"]} == ids
    said = json.loads(run("quotes", "--format", "json", story)[1])
    spans = {quotation["id"]: quotation["spans"] for one in document["articles"] for quotation in one["quotations"]}
    assert {one["id"]: one["spans"] for one in said} == spans
    assert [one["article"] for one in said] == [ids[one["path"]] for one in said]
