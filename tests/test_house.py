"""Files stay small enough to be read whole, and the README says what the code does."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted([*ROOT.glob("tui/**/*.py"), *ROOT.glob("tests/**/*.py"), *ROOT.glob("training/**/*.py")])
FILE_LINES = 250
CLASS_LINES = 300
VAGUE = {"utils", "helpers", "manager", "common", "misc"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_file_has_one_concern_and_a_telling_name(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= FILE_LINES
    assert not VAGUE & set(path.stem.split("_"))
    classes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ClassDef)]
    assert all((node.end_lineno or 0) - node.lineno < CLASS_LINES for node in classes)


def test_the_readme_tells_above_which_length_an_article_is_not_analysed() -> None:
    from tui.library.work import LONGEST

    assert f"more than {LONGEST:,} characters" in (ROOT / "README.md").read_text("utf-8")
