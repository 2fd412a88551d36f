"""Exports name where a passage is from: outlet, author, date and address or file."""

from __future__ import annotations

import csv
import io

import pytest

from tests.library.bookmarks.test_exchange import bookmark, full, one
from tests.library.fake_workshop import article
from tui.library.bookmarks import make_bookmark
from tui.library.bookmarks.exports import FORMATS, to_csv
from tui.library.bookmarks.imports import read_import


def test_readwise_gets_the_outlet_beside_the_author_and_when_a_passage_was_kept() -> None:
    kept, unnamed = full(), make_bookmark(article("Worte ohne Namen.", "ordner/b.txt"), 0, 5)
    rows = list(csv.DictReader(io.StringIO(to_csv([kept, unnamed]), newline="")))
    assert [row["Author"] for row in rows] == ["A. B., Der *Bote*", "b.txt"]
    assert [row["Date"] for row in rows] == [kept.created, unnamed.created]
    (again, _) = read_import(to_csv([kept, unnamed]).encode()).bookmarks
    assert again.created == kept.created
    assert next(csv.DictReader(io.StringIO(to_csv([again]), newline="")))["Author"].startswith("A. B., Der *Bote*")


@pytest.mark.parametrize("form", ["md", "org", "txt"])
def test_an_article_without_address_is_cited_by_its_file(form: str) -> None:
    shown = FORMATS[form]([make_bookmark(one(), 0, 21)])
    assert "ordner/a.txt" in shown
    assert "url" not in shown
    assert "ordner/a.txt" not in FORMATS[form]([bookmark()])
