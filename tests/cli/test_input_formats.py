"""What is piped in or named on the command line is read in whatever form it comes."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.cli.outcome import UNREADABLE

Exported = Callable[..., tuple[int, list[str], str]]

ARTICLES = [
    {"text": "Die Übung beginnt am Dienstag um zehn Uhr.", "title": "Eins", "source": "Blatt A"},
    {"text": "Die Übung beginnt am Mittwoch.", "title": "Zwei", "source": "Blatt B"},
]


@pytest.fixture
def exported(run: Run, monkeypatch: pytest.MonkeyPatch) -> Exported:
    """Exports what is named or piped in: exit code, paths of the articles, standard error."""

    def call(path: object, given: bytes = b"") -> tuple[int, list[str], str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
        code, out, said = run("export", "--parts", "text", path)
        return code, [article["path"] for article in json.loads(out)["articles"]] if out else [], said

    return call


def test_a_list_on_standard_input_and_an_archive_are_several_articles(tmp_path: Path, exported: Exported) -> None:
    assert exported("-", json.dumps(ARTICLES).encode()) == (0, ["-#1", "-#2"], "")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("liste.json", json.dumps(ARTICLES))
    assert exported(tmp_path / "a.zip")[1] == ["a.zip/liste.json#1", "a.zip/liste.json#2"]


def test_what_was_exported_is_read_again(tmp_path: Path, run: Run, exported: Exported) -> None:
    (tmp_path / "a.json").write_text(json.dumps(ARTICLES), "utf-8")
    (tmp_path / "export.jsonl").write_text(run("export", "--format", "jsonl", "--parts", "text", tmp_path)[1], "utf-8")
    assert exported(tmp_path / "export.jsonl")[:2] == (0, ["export.jsonl#1", "export.jsonl#2"])


def test_a_mended_article_is_said_and_is_no_failure(exported: Exported) -> None:
    text = "Größe, Übung, Straße, Ärzte, süß, Öl, Mühe, für, über, Tür, Bücher, sch"
    code, paths, said = exported("-", text.encode() + b"\xf6n.")
    assert (code, paths) == (0, ["-"])
    assert "standard input: 1 character could not be read" in said


def test_input_that_holds_no_article_fails(exported: Exported) -> None:
    assert exported("-", b'[{"title": "nur ein Titel"}]')[0] == UNREADABLE
