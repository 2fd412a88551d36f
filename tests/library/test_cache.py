from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.library.fake_workshop import FakeWorkshop, analysis_of, article, comparison_of
from tui.comparison.model import Difference, DifferingValue
from tui.language.model import Entity
from tui.library import records
from tui.library.analysis import analyse_each, analyse_now, cached
from tui.library.atomic import NotSaved
from tui.library.cache import FILE, Cache
from tui.library.models import Models

ARTICLES = [article(f"Text {number} mit „Wörtern“", f"{number}.txt") for number in range(5)]


def test_what_is_stored_is_read_back_equal() -> None:
    analyses = [analysis_of(one) for one in ARTICLES]
    for analysis in analyses:
        assert records.decode_analysis(records.encode_analysis(analysis)) == analysis
    comparison = comparison_of(ARTICLES, analyses)
    story = comparison.stories[0]
    difference = Difference("number", "compatible", "weil", (DifferingValue(ARTICLES[0].id, 0, 1, "T"),))
    fact = replace(story.facts[0], differences=(difference,))
    comparison = replace(comparison, stories=(replace(story, facts=(fact,), duplicates=(("a", "b"),)),))
    assert records.decode_comparison(records.encode_comparison(comparison)) == comparison


def test_a_comparison_is_stored_without_what_its_analyses_say_already() -> None:
    analyses = [analysis_of(one) for one in ARTICLES]
    named = [replace(one, entities=(Entity(0, 1, "T", "PER", "Neuer Name"),)) for one in analyses]
    comparison = comparison_of(ARTICLES, named)
    whole, short = records.encode_comparison(comparison), records.encode_comparison(comparison, analyses)
    assert len(short) < len(whole)
    assert records.decode_comparison(short, analyses) == comparison
    with pytest.raises(ValueError, match="missing"):
        records.decode_comparison(short, analyses[:2])


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"[[],[[1]]]", b"\xff", b'["a"]'])
def test_bytes_that_are_no_record_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        records.decode_analysis(data)
    if data != b"[]":
        with pytest.raises(ValueError, match=r".*"):
            records.decode_comparison(data)


def test_the_cache_folder_is_closed_to_others(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.keep_analysis("k", analysis_of(ARTICLES[0]))
    cache.close()
    if os.name != "nt":
        assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700
        assert all(file.stat().st_mode & 0o077 == 0 for file in (tmp_path / "cache").iterdir())


def test_a_damaged_cache_is_moved_aside_said_in_words_and_made_anew(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"this is not a database" * 100)
    cache = Cache(tmp_path)
    assert cache.problems == [
        f"The cache was damaged and is made anew; the old file is kept as {tmp_path / (FILE + '.damaged')}."
    ]
    cache.keep_analysis("k", analysis_of(ARTICLES[0]))
    assert Cache(tmp_path).analyses(["k"]) == {"k": analysis_of(ARTICLES[0])}
    assert (tmp_path / (FILE + ".damaged")).read_bytes().startswith(b"this is not")
    assert cache.clear() == 1
    assert not list(tmp_path.glob("*.damaged"))


def test_damage_within_the_file_is_survived(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number in range(200):
        cache.keep_analysis(f"k{number}", analysis_of(article(f"Text {number} " + "x" * 500)))
    cache.close()
    path = tmp_path / FILE
    data = bytearray(path.read_bytes())
    for place in range(4096, len(data), 64):
        data[place : place + 16] = os.urandom(16)
    path.write_bytes(bytes(data))
    cache = Cache(tmp_path)
    found = cache.analyses([f"k{number}" for number in range(200)])
    assert all(analysis == analysis_of(article(f"Text {key[1:]} " + "x" * 500)) for key, analysis in found.items())
    cache.keep_analysis("new", analysis_of(ARTICLES[0]))
    assert "new" in cache.analyses(["new"])


def test_a_changed_record_is_dropped_instead_of_believed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep_analysis("k", analysis_of(ARTICLES[0]))
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute("UPDATE records SET data = x'00112233'")
    connection.commit()
    connection.close()
    assert cache.analyses(["k"]) == {}
    assert cache.size().analyses == 0


@pytest.mark.skipif(os.name == "nt", reason="a folder in the way is enough on one system")
def test_a_cache_that_cannot_be_used_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    cache = Cache(tmp_path / "cache")
    assert "cannot be used" in cache.problems[0]
    cache.keep_analysis("k", analysis_of(ARTICLES[0]))
    assert cache.analyses(["k"]) == {}
    assert cache.size().analyses == 0


def test_two_processes_may_write_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path[:] = {path!r}\n"
        "from pathlib import Path\n"
        "from tests.library.fake_workshop import article, analysis_of\n"
        "from tui.library.cache import Cache\n"
        "cache = Cache(Path({folder!r}))\n"
        "for number in range(100): cache.keep_analysis({name!r} + str(number), analysis_of(article('a b')))\n"
        "assert not cache.problems, cache.problems\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", code.format(path=sys.path, folder=str(tmp_path), name=name)])
        for name in "ab"
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert Cache(tmp_path).size().analyses == 200


def test_the_longest_unused_records_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number in range(20):
        cache.keep_analysis(f"k{number}", analysis_of(ARTICLES[0]))
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute("UPDATE records SET used = 5 WHERE key LIKE '%:k1'")
    size = connection.execute("SELECT SUM(size) FROM records").fetchone()[0]
    connection.commit()
    cache.prune(size - 1)
    assert cache.analyses(["k1"]) == {}
    assert 10 < cache.size().analyses < 20


def test_a_known_story_is_complete_without_any_work(tmp_path: Path) -> None:
    shop = FakeWorkshop()
    made = analyse_now(ARTICLES, cache=tmp_path, workshop=shop)
    found = cached(ARTICLES, cache=tmp_path, workshop=FakeWorkshop())
    assert found.comparison == made
    assert [one.article for one in found.analyses] == [one.id for one in ARTICLES]
    again = FakeWorkshop()
    assert analyse_now(ARTICLES, cache=tmp_path, workshop=again) == made
    assert (again.worked, again.compared) == ([], 0)


def test_a_new_article_costs_its_own_analysis_and_a_comparison(tmp_path: Path) -> None:
    analyse_now(ARTICLES[:4], cache=tmp_path, workshop=FakeWorkshop())
    partly = cached(ARTICLES, cache=tmp_path, workshop=FakeWorkshop())
    assert len(partly.analyses) == 4 and partly.comparison is None
    shop = FakeWorkshop()
    analyse_now(ARTICLES, cache=tmp_path, workshop=shop)
    assert (shop.worked, shop.compared) == (["4.txt"], 1)


def test_an_edited_source_line_makes_a_new_comparison(tmp_path: Path) -> None:
    analyse_now(ARTICLES, cache=tmp_path, workshop=FakeWorkshop())
    named = [replace(ARTICLES[0], source="Der Bote"), *ARTICLES[1:]]
    shop = FakeWorkshop()
    analyse_now(named, cache=tmp_path, workshop=shop)
    assert (shop.worked, shop.compared) == ([], 1)


def test_analyses_without_facts_compare_nothing_and_keep_nothing_partial(tmp_path: Path) -> None:
    shop = FakeWorkshop()
    found = analyse_now(ARTICLES, cache=tmp_path, parts=frozenset({"entities"}), workshop=shop)
    assert len(found.analyses) == 5 and found.stories == ()
    assert shop.compared == 0
    assert Cache(tmp_path).size().analyses == 0


def test_what_fails_is_told_and_the_rest_is_given() -> None:
    told: list[tuple[str, str | None]] = []
    texts = [article("fail"), article("gut")]
    each = list(analyse_each(texts, cache=None, workshop=FakeWorkshop(), trouble=lambda *said: told.append(said)))
    assert [one.article for one in each] == [texts[1].id]
    assert told == [("„fail“ could not be analysed: ValueError bad luck.", texts[0].id)]
    told.clear()
    shop = FakeWorkshop(Models("missing"))
    nothing = analyse_now(texts, cache=None, workshop=shop, trouble=lambda *said: told.append(said))
    assert nothing.analyses == ()
    assert told == [("There is no such pipeline.", None)]


@pytest.mark.parametrize("other", ["SELECT * FROM records", "BEGIN IMMEDIATE"])
def test_nobody_is_told_that_texts_are_gone_which_another_reader_keeps_in_the_file(tmp_path: Path, other: str) -> None:
    with contextlib.closing(Cache(tmp_path)) as cache, contextlib.closing(sqlite3.connect(cache.path)) as connection:
        kept = analysis_of(ARTICLES[0])
        assert cache._connection is not None
        cache._connection.execute("PRAGMA busy_timeout=50")
        for number in range(300):
            cache.keep_analysis(f"a{number}", kept)
        reading = connection.execute(other)
        reading.fetchone()
        with pytest.raises(NotSaved, match="another reader"):
            cache.clear()
        reading.close()
        connection.rollback()
        assert cache.clear() == (300 if other == "BEGIN IMMEDIATE" else 0)
        packed = zlib.compress(records.encode_analysis(kept), 1)
        assert not [file for file in tmp_path.glob("*") if packed in file.read_bytes()]
