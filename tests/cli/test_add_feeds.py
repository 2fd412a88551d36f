from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles.fetching.conftest import Server
from tests.cli.conftest import Run
from tests.cli.served import SENTENCE, answer, files, item, page, quick, rss, server
from tui.articles import read_paths
from tui.library.adding import subscribing

__all__ = ["quick", "server"]


def test_the_articles_of_a_feed_are_added_and_known_ones_left(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages |= {"/a": page("A"), "/b": page("B")}
    server.pages["/feed"] = rss(item(server.url("/a"), "Erster"), item("/b?utm_source=rss", "Zweiter"))
    server.pages["/b?utm_source=rss"] = server.pages["/b"]
    add = ("add", "--feed", server.url("/feed"), "--to", tmp_path, "--allow-local")
    code, out, err = run(*add)
    assert (code, err) == (0, "")
    assert "2 articles added" in out
    assert {article.source for article in read_paths([tmp_path]).articles} == {"Blatt"}
    server.pages["/feed"] = rss(item(server.url("/a")), item("/b"), item("/c"))
    server.pages["/c"] = page("C")
    code, out, _ = run(*add)
    assert (code, "1 article added" in out, "2 there already" in out) == (0, True, True)
    assert (server.count("/a"), server.count("/b")) == (1, 0)


def test_an_unchanged_feed_is_not_read_again(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages |= {"/a": page("A"), "/feed": rss(item(server.url("/a")))}
    add = ("add", "--feed", server.url("/feed"), "--to", tmp_path, "--allow-local")
    run(*add)
    server.pages["/feed"] = answer(status="304 Not Modified")
    code, _, err = run(*add)
    assert (code, "Nothing has changed" in err) == (1, True)
    assert server.asked[-1][1]["if-none-match"] == '"f1"'


def test_a_long_feed_is_taken_in_parts(
    server: Server, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subscribing, "NEW_ENTRIES", 2)
    server.pages |= {f"/{n}": page(f"Nr {n}", f"{SENTENCE} Das ist Meldung {n}.") for n in range(3)}
    server.pages["/feed"] = rss(*(item(server.url(f"/{n}")) for n in range(3)))
    add = ("add", "--feed", server.url("/feed"), "--to", tmp_path, "--allow-local")
    code, out, err = run(*add)
    assert (code, "2 articles added" in out, "1 more new article in this feed" in err) == (0, True, True)
    code, out, _ = run(*add)
    assert (code, "1 article added" in out) == (0, True)


def test_a_feed_that_holds_whole_articles_is_enough(server: Server, tmp_path: Path, run: Run) -> None:
    whole = "".join(f"<p>{SENTENCE} {number}.</p>" for number in range(20)).replace("<", "&lt;")
    entry = "<entry><title>Ganz</title><link href='/ganz'/><author><name>Eva Beispiel</name></author>"
    entry += f"<published>2026-03-12T08:00:00Z</published><content type='html'>{whole}</content></entry>"
    server.pages["/atom"] = answer(f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Blatt</title>{entry}</feed>")
    assert run("add", "--feed", server.url("/atom"), "--to", tmp_path, "--allow-local")[0] == 0
    assert server.count("/ganz") == 0
    (article,) = read_paths([tmp_path]).articles
    assert (article.title, article.author, article.published) == ("Ganz", "Eva Beispiel", "2026-03-12T08:00:00Z")
    assert files(tmp_path) == ["2026-03-12-127-0-0-1-ganz.md"]


def test_lists_of_feeds_are_read_from_a_file(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages |= {"/a": page("A"), "/feed": rss(item(server.url("/a")))}
    nested = f"<outline text='x'>{300 * '<outline>'}<outline xmlUrl='{server.url('/feed')}'/>{300 * '</outline>'}"
    lines = f"{nested}</outline><outline type='include' url='{server.url('/list.opml')}'/>"
    (tmp_path / "list.opml").write_text(f"<opml version='2.0'><body>{lines}</body></opml>", "utf-8")
    code, out, err = run("add", "--feed", tmp_path / "list.opml", "--to", tmp_path / "new", "--allow-local")
    assert (code, err, "1 article added" in out) == (0, "", True)
    assert server.count("/list.opml") == 0


def test_what_is_wrong_with_one_feed_of_a_list_is_said_and_the_others_are_read(
    server: Server, tmp_path: Path, run: Run
) -> None:
    server.pages |= {"/a": page("A"), "/feed": rss(item("/a")), "/page": page("Seite")}
    server.pages["/list"] = answer("<opml><body><outline xmlUrl='list'/></body></opml>", Content_Type="text/x-opml")
    places = ("/feed", "/page", "/list", "feed://127.0.0.1:1/x", "ftp://x.example/")
    lines = "".join(f"<outline xmlUrl='{server.url(place) if place[0] == '/' else place}'/>" for place in places)
    (tmp_path / "list.opml").write_text(f"<opml><body>{lines}</body></opml>", "utf-8")
    code, out, err = run("add", "--feed", tmp_path / "list.opml", "--to", tmp_path / "new", "--allow-local")
    assert (code, "1 article added" in out, "4 not read" in out) == (3, True, True)
    for words in ("This is no feed", "within a list", "cannot be reached", "not ftp:"):
        assert words in err
