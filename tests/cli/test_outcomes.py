"""How commands end: what counts as a failure, what is guessed, and what is obeyed word for word."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.cli.arguments import parse


def test_words_behind_two_dashes_are_no_options(story: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (story / "a.txt").rename(story / "-a.txt")
    monkeypatch.chdir(story)
    code, out, _ = run("export", "--parts", "blocks", "--", "-a.txt", "b.txt")
    assert (code, [one["path"] for one in json.loads(out)["articles"]]) == (0, ["-a.txt", "b.txt"])
    assert parse(["search", "--limit", "3", "--", "-100", "."]).query == "-100"
    assert parse(["--", "facts", "--ascii"]).paths == ["facts", "--ascii"]
    assert "-x" in run("cache", "--", "-x")[2] and "\0" not in run("cache", "--", "-x")[2]


def test_a_misspelt_order_of_quotations_is_guessed(story: Path, run: Run, known: object) -> None:
    code, out, err = run("quotes", "--by", "sources", story)
    assert (code, out) == (2, "")
    assert "Did you mean source? --speaker sources" in err
    assert run("quotes", "--by", "Thiel", story)[0] == 0
    assert run("quotes", "--by", "Kinder", story)[0] == 1


def test_files_that_nobody_asked_for_are_said_and_no_failure(story: Path, run: Run) -> None:
    for name in ("README", "meta.csv", "analyse.R", "gone.toml"):
        (story / name).write_text("x", "utf-8")
    code, _, err = run("export", "--parts", "blocks", story)
    assert code == 0
    assert all(name in err for name in ("README", "meta.csv", "analyse.R", "gone.toml"))
    assert run("export", "--parts", "blocks", story, story / "meta.csv")[0] == 0
    (story / "alt.doc").write_bytes(b"x")
    assert run("export", "--parts", "blocks", story)[0] == 3


def test_output_that_cannot_be_written_has_a_code_of_its_own(story: Path, run: Run, tmp_path: Path) -> None:
    code, _, err = run("export", "--parts", "blocks", "--output", tmp_path / "none" / "x.json", story)
    assert code == 4
    assert "cannot be written" in err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device")
def test_a_full_disk_and_a_closed_output_are_said() -> None:
    code = "import sys; from tui.cli import main; sys.exit(main())"
    for ending in (">/dev/full", ">&-"):
        command = f"{sys.executable} -c '{code}' export --parts blocks --seeds {ending}"
        got = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
        assert got.returncode == 4
        assert got.stderr.count(b"\n") == 1 and b"unexpected" not in got.stderr
