from __future__ import annotations

import json

import pytest

from tui.articles.decoding import Unreadable
from tui.articles.fetching import feeds
from tui.articles.fetching.feeds import Feed, FeedList, looks_like_feed, read_feed
from tui.articles.fetching.fragments import as_page, is_whole
from tui.articles.formats.markup import words_of

AT = "https://blatt.example/feeds/all"


def read(data: str | bytes, address: str = AT) -> Feed:
    found = read_feed(data if isinstance(data, bytes) else data.encode(), address)
    assert isinstance(found, Feed)
    return found


def refusal(data: str | bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_feed(data if isinstance(data, bytes) else data.encode(), AT)
    return caught.value.sentence


def test_rss_gives_what_it_knows_of_an_article() -> None:
    item = "<title>Busse &amp; Bahnen</title><link>/a?x=1</link><pubDate>Thu, 12 Mar 2026 08:00:00 +0100</pubDate>"
    item += "<dc:creator>Eva Beispiel</dc:creator><description>Kurz gesagt.</description>"
    feed = read(
        f"<?xml version='1.0'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
        f"<title>Blatt</title><item>{item}</item></channel></rss>"
    )
    (entry,) = feed.entries
    assert entry.address == "https://blatt.example/a?x=1"
    known = entry.metadata
    assert (known.title, known.source, known.author) == ("Busse & Bahnen", "Blatt", "Eva Beispiel")
    assert known.published == "2026-03-12T07:00:00Z"
    assert entry.html == "Kurz gesagt."


def test_atom_and_rss_1_name_their_articles() -> None:
    atom = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='html'>&lt;b&gt;Fett&lt;/b&gt;</title>"
    (entry,) = read(f"{atom}<link href='b'/><summary>s</summary></entry></feed>").entries
    assert (entry.address, entry.metadata.title) == ("https://blatt.example/feeds/b", "Fett")
    rdf = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
    assert read(f"{rdf}<item><title>T</title><link>https://x.example/1</link></item></rdf:RDF>").entries


def test_json_feeds_are_read_in_both_versions() -> None:
    items = [
        {"id": "1", "url": "/a", "title": "A", "content_text": "eins <zwei>\n\ndrei", "authors": [{"name": "E"}]},
        {"id": 2, "external_url": "https://other.example/b", "content_html": "<p>x</p>", "author": {"name": "F"}},
        "nonsense",
        {"id": {}, "url": ["x"], "authors": 7, "title": 5, "date_published": "soon"},
    ]
    feed = read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Blatt", "items": items}))
    assert [entry.address for entry in feed.entries] == ["/a", "https://other.example/b", ""]
    assert [entry.metadata.author for entry in feed.entries] == ["E", "F", None]
    assert words_of(feed.entries[0].html) == "eins <zwei>\n\ndrei"


def test_a_damaged_feed_is_read_as_far_as_it_goes() -> None:
    feed = read("<rss version='2.0'><channel><item><title>A &nbsp; B</title><link>https://x.example/a</link><p>")
    assert [entry.address for entry in feed.entries] == ["https://x.example/a"]


def test_titles_keep_nothing_that_could_be_obeyed_elsewhere() -> None:
    title = "<title>\x1b]0;x\x07 [/b]\nzwei</title>"
    (entry,) = read(f"<rss version='2.0'><channel><item>{title}</item></channel></rss>").entries
    assert entry.metadata.title is not None
    assert "\n" not in entry.metadata.title


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00\x01\x02", b"<html><body>Seite</body></html>", b"{", b'{"items": []}', b"[" * 100_000, b"\xff\xfe<"],
)
def test_what_is_no_feed_is_said(data: bytes) -> None:
    assert "feed" in refusal(data)


def test_a_page_in_a_feeds_place_says_which_feeds_it_names() -> None:
    link = "<link rel='alternate' type='application/rss+xml' href='/rss.xml'>"
    assert "it names https://blatt.example/rss.xml" in refusal(f"<html><head>{link}</head><body>Seite</body></html>")


def bomb(inside: str) -> str:
    layers = "".join(f'<!ENTITY a{n} "{10 * f"&a{n - 1};"}">' for n in range(1, 12))
    return f'<!DOCTYPE x [<!ENTITY a0 "lol">{layers}<!ENTITY f SYSTEM "file:///etc/passwd">]>{inside}'


def test_entities_neither_explode_nor_read_files() -> None:
    feed = read(bomb("<rss version='2.0'><channel><item><title>T &a11; &f;</title></item></channel></rss>"))
    assert all(len(str(entry)) < 1_000 and "root:" not in str(entry) for entry in feed.entries)
    assert "declares entities" in refusal(bomb("<opml><body><outline xmlUrl='&a11;'/></body></opml>"))


def test_a_feed_of_nothing_but_openings_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MOST_MARKS", 1_000)
    assert "too large" in refusal("<rss version='2.0'>" + 2_000 * "<a>")


def test_lists_name_each_feed_once_however_deep(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = 20_000 * "<outline>" + "<outline xmlUrl='b'/>" + 20_000 * "</outline>"
    found = read_feed(f"<opml><body><outline xmlUrl=' /a '/>{deep}<outline xmlUrl='/a'/></body></opml>".encode(), AT)
    assert found == FeedList(("/a", "b"))
    assert "names no feed" in refusal("<opml><body><outline text='x'/></body></opml>")
    assert "damaged" in refusal("<opml><body>")


def test_pages_and_feeds_are_told_apart() -> None:
    assert looks_like_feed(b"<?xml version='1.0'?>\n<rss>", "text/xml")
    assert looks_like_feed(b"x", "application/atom+xml")
    assert not looks_like_feed(b"<!doctype html><html><link href=feed>", "text/html")


def test_a_teaser_is_not_taken_for_the_article() -> None:
    long = "Die Stadt kauft Busse. " * 60
    assert is_whole(long)
    assert not is_whole(f"{long}\n\nWeiterlesen …")
    assert not is_whole("Kurz.")
    assert "<h1>a &lt;b&gt;</h1>" in as_page("<p>x</p>", "a <b>")
