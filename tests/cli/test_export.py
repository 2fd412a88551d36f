from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run, analysed
from tui.articles import read_paths
from tui.comparison import Comparison
from tui.library.export import PARTS, export_document
from tui.library.export_reading import read_document


def test_blocks_are_exported_without_any_analysis(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text("Brücke wird gebaut\n\nDer erste Satz steht hier. Der zweite auch.\n", "utf-8")
    code, out, _ = run("export", "--parts", "blocks,text", tmp_path)
    assert code == 0
    document = json.loads(out)
    assert (document["format"], document["version"]) == ("lesart-analysis", 1)
    (article,) = document["articles"]
    assert article["text"][article["blocks"][0]["start"] : article["blocks"][0]["end"]] == "Brücke wird gebaut"
    assert "entities" not in article
    assert "facts" not in document


def test_lines_of_json_cannot_steer_a_terminal(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text("Ein \x1b[31mroter\x9d Satz [/b] steht hier.\n", "utf-8")
    code, out, _ = run("export", "--format", "jsonl", "--parts", "text", tmp_path)
    assert code == 0
    assert "\x1b" not in out
    assert "\x9d" not in out
    assert json.loads(out)["text"].startswith("Ein \x1b[31mroter\x9d Satz [/b]")


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path, story: Path, run: Run) -> None:
    target = tmp_path / "out" / "document.json"
    code, _, err = run("export", "--parts", "blocks", "--output", target, story)
    assert code == 4
    assert "cannot be written" in err
    target.parent.mkdir()
    assert run("export", "--parts", "blocks", "--output", target, story)[0] == 0
    assert json.loads(target.read_text("utf-8"))["articles"][0]["path"] == "a.txt"
    assert list(target.parent.iterdir()) == [target]


def test_the_document_is_a_complete_record(story: Path) -> None:
    articles = read_paths([story]).articles
    document = export_document(articles, analysed(articles), frozenset(PARTS) | {"text"})
    again = export_document(*read_document(json.loads(json.dumps(document))), frozenset(PARTS) | {"text"})
    assert again == document
    words = {article["id"]: article["text"] for article in document["articles"]}
    for mention in document["facts"][0]["mentions"]:
        assert words[mention["article"]][mention["start"] : mention["end"]] == mention["text"]


def test_the_written_document_is_that_of_the_library(story: Path, run: Run, known: list[frozenset[str]]) -> None:
    code, out, _ = run("export", story)
    articles = read_paths([story]).articles
    assert code == 0
    assert json.loads(out) == export_document(articles, analysed(articles))
    assert list(json.loads(out)) == ["format", "version", "articles", "stories", "facts"]


def test_only_what_is_named_is_computed(story: Path, run: Run, known: list[frozenset[str]]) -> None:
    document = json.loads(run("export", "--parts", "entities", story)[1])
    assert known == [frozenset({"entities"})]
    assert "facts" not in document
    assert [entity["name"] for entity in document["articles"][1]["entities"]] == ["Anna Thiel"]
    assert "quotations" not in document["articles"][0]


def test_lines_tell_articles_stories_and_facts_apart(story: Path, run: Run, known: list[frozenset[str]]) -> None:
    lines = [json.loads(line) for line in run("export", "--format", "jsonl", story)[1].splitlines()]
    assert [line["type"] for line in lines] == ["article", "article", "story", "fact"]


def test_an_unknown_part_is_a_wrong_usage(story: Path, run: Run) -> None:
    code, out, err = run("export", "--parts", "entities,names", story)
    assert (code, out) == (2, "")
    assert err.startswith("lesart: Unknown part names; there are blocks")


def test_repeats_are_exported_under_a_role_that_the_format_has(tmp_path: Path) -> None:
    (tmp_path / "fest.txt").write_text("Fest am See\n\n" + "Das Fest am See beginnt am Abend.\n\n" * 3, "utf-8")
    document = export_document(read_paths([tmp_path]).articles, Comparison((), ()), frozenset({"blocks"}))
    assert [block["role"] for block in document["articles"][0]["blocks"]] == [
        "title",
        "paragraph",
        "boilerplate",
        "boilerplate",
    ]
