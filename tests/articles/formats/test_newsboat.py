"""The cache of newsboat is read without touching it; other and damaged databases are said."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from tui.articles import read_paths

TABLES = """
CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024), title VARCHAR(1024));
CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL, title VARCHAR(1024),
 author VARCHAR(1024), url VARCHAR(1024), feedurl VARCHAR(1024), pubDate INTEGER, content VARCHAR(65535),
 unread INTEGER(1), deleted INTEGER(1) NOT NULL DEFAULT 0);
"""


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    path = tmp_path / "cache.db"
    with sqlite3.connect(path) as database:
        database.executescript(TABLES)
        database.execute("INSERT INTO rss_feed VALUES ('https://b.de/rss', 'https://b.de', 'Blatt')")
        for title, content, deleted in (
            ("Größe &amp; Übung", "<p>Ein Satz.</p><p>Noch einer.</p>", 0),
            ("Gelöscht", "Weg.", 1),
            ("Ohne Text", "", 0),
        ):
            database.execute(
                "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, deleted)"
                " VALUES ('g', ?, 'Anna Berg', 'https://b.de/x', 'https://b.de/rss', 1681466400, ?, ?)",
                (title, content, deleted),
            )
    database.close()
    return path


def test_items_come_with_feed_author_date_and_address(cache: Path) -> None:
    before = cache.read_bytes()
    reading = read_paths([cache])
    (article,) = reading.articles
    assert article.text == "Ein Satz.\n\nNoch einer."
    assert (article.title, article.source, article.author) == ("Größe & Übung", "Blatt", "Anna Berg")
    assert (article.published, article.url, article.path) == (
        "2023-04-14T10:00:00+00:00",
        "https://b.de/x",
        "cache.db#1",
    )
    assert "1 of newsboat's articles" in reading.problems[0].sentence
    assert cache.read_bytes() == before
    assert [path.name for path in cache.parent.iterdir()] == ["cache.db"]


def test_a_cache_in_write_ahead_mode_is_read(cache: Path) -> None:
    with sqlite3.connect(cache) as database:
        database.execute("PRAGMA journal_mode = WAL")
    database.close()
    assert len(read_paths([cache]).articles) == 1


def test_other_databases_and_those_that_never_end_are_said(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "a.db") as database:
        database.execute("CREATE TABLE x (y)")
    database.close()
    with sqlite3.connect(tmp_path / "b.db") as database:
        database.execute(
            "CREATE VIEW rss_item AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id,"
            " '' AS title, '' AS author, '' AS url, 0 AS pubDate, '' AS content, '' AS feedurl, 0 AS deleted FROM n"
        )
        database.execute("CREATE TABLE rss_feed (rssurl, title)")
    database.close()
    (tmp_path / "thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    said = {problem.path: problem.sentence for problem in read_paths([tmp_path]).problems}
    assert "not newsboat's" in said["a.db"]
    assert "too long" in said["b.db"]
    assert "no SQLite database" in said["thumbs.db"]


def test_a_damaged_cache_is_said_or_read_in_part(cache: Path) -> None:
    data = cache.read_bytes()
    chance = random.Random(7)
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(20):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        cache.write_bytes(damaged[: chance.randrange(50, len(damaged))])
        reading = read_paths([cache])
        assert reading.articles or reading.problems
        assert not any("Error" in problem.sentence for problem in reading.problems)
