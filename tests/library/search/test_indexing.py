"""The index of a large library: built beside, kept in a file, the same as one that is built here."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.library.search.test_index import OTHER, STORY, article
from tui.articles import Article
from tui.cli import main
from tui.library.locations import cache_dir
from tui.library.search import SearchIndex, index_process, indexing
from tui.library.search.indexing import Indexing
from tui.library.search.stored import BUILDING, FOLDER, drop_indexes, index_key, read_parts, stored_indexes

ARTICLES: list[Article] = [STORY, OTHER, *(article(f"Die Ampel hält. Satz {n} nennt Łódź und 東京.") for n in range(7))]
QUERIES = ("müngersdorfer brücke", "klimaschutz", "source:Abendpost wir prüfen", "ampel", "streit um", "lodz", "rakten")


@pytest.fixture(autouse=True)
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "FEW", 0)


def test_an_index_out_of_its_file_finds_what_a_fresh_one_finds_and_is_not_built_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = list(Indexing(ARTICLES, tmp_path).steps())
    assert steps[0].index is None and steps[-1].complete
    fresh, built = SearchIndex.build(ARTICLES), steps[-1].index
    monkeypatch.setattr(Indexing, "_built_beside", None)
    (again,) = Indexing(ARTICLES, tmp_path).steps()
    assert built is not None and again.index is not None
    for query in QUERIES:
        assert fresh.search(query).hits
        assert fresh.search(query) == built.search(query) == again.index.search(query)


def test_another_cut_of_the_articles_needs_another_index() -> None:
    assert index_key(ARTICLES) != index_key(ARTICLES[1:]) != index_key(ARTICLES[:1])


def test_a_damaged_file_is_built_anew(tmp_path: Path) -> None:
    list(Indexing(ARTICLES, tmp_path).steps())
    (file,) = stored_indexes(tmp_path)
    whole = file.read_bytes()
    torn = len(whole) // 8  # zeros in its place, as after a power cut
    zeros = [whole[:place] + bytes(torn) + whole[place + torn :] for place in range(0, len(whole) - torn, torn)]
    for damage in (b"", whole[:-8], b"x" * 100, whole[:30], *zeros):
        file.write_bytes(damage)
        assert read_parts(file) is None
    steps = list(Indexing(ARTICLES, tmp_path).steps())
    assert steps[-1].complete and file.read_bytes() == whole


def test_what_is_there_can_be_searched_before_all_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [article(f"Die Ampel {n} hält am Montag an.") for n in range(index_process.FIRST_PART + 30)]
    steps = list(Indexing(many, tmp_path).steps())
    early = next(step for step in steps if step.index is not None)
    assert not early.complete and early.index is not None
    assert early.index.search("ampel 17").hits and early.done < early.total == len(many)
    assert [file.suffix for file in stored_indexes(tmp_path)] == [".index"]


def test_a_folder_that_cannot_be_written_costs_only_the_file(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("in the way")
    steps = list(Indexing(ARTICLES, tmp_path).steps())
    assert steps[-1].complete


def test_only_the_indexes_used_last_are_kept(tmp_path: Path) -> None:
    for count in range(1, 4):
        list(Indexing(ARTICLES[:count], tmp_path).steps())
    kept = stored_indexes(tmp_path)[:2]
    assert drop_indexes(tmp_path, keep=2) > 0
    assert stored_indexes(tmp_path) == kept


def test_no_reader_loses_the_index_that_it_is_building_to_another_one(tmp_path: Path) -> None:
    list(Indexing(ARTICLES, tmp_path).steps())
    building, left = (tmp_path / FOLDER / f"a.index.{number}.new" for number in range(2))
    for file in (building, left):
        file.write_bytes(b"x")
    os.utime(left, (time.time() - 2 * BUILDING,) * 2)
    drop_indexes(tmp_path, keep=1)
    assert building.exists() and not left.exists()
    drop_indexes(tmp_path)
    assert stored_indexes(tmp_path) == []


def test_clearing_the_cache_removes_the_indexes(capsys: pytest.CaptureFixture[str]) -> None:
    list(Indexing(ARTICLES, cache_dir()).steps())
    assert main(["cache"]) == 0
    assert "1 search index, " in capsys.readouterr().out
    assert main(["cache", "clear"]) == 0
    assert stored_indexes(cache_dir()) == []
