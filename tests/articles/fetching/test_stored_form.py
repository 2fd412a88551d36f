from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.articles import read_bytes
from tui.articles.fetching.addresses import address_to_keep, same_page_key
from tui.articles.fetching.documents import article_file
from tui.articles.fetching.extraction import in_utf8
from tui.articles.fetching.naming import file_stem
from tui.articles.front_matter import split_front_matter
from tui.articles.metadata import Metadata

ANY = st.text(st.characters(), max_size=60)


@settings(max_examples=150, deadline=None)
@given(ANY, ANY, ANY)
def test_whatever_a_page_says_of_itself_comes_back_as_data(title: str, source: str, text: str) -> None:
    known = Metadata(title=title, source=source, url="https://x.example/a")
    written = article_file(f"Wort {text}", known, "2026-11-24")
    known, body, _ = split_front_matter(written.decode("utf-8"))
    assert known.url == "https://x.example/a"
    assert body.strip().startswith("Wort")
    assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in written.decode("utf-8"))


def test_the_file_says_where_the_article_is_from() -> None:
    known = Metadata("Ja: „nein“", "Blatt", "Eva", "2026-03-12T08:00:00Z", "https://x.example/a")
    article = read_bytes(article_file("Eins.\r\n\r\nZwei.\x1b[31m", known, "2026-11-24T03:00:00Z"), "a.md")
    assert (article.title, article.source, article.author) == ("Ja: „nein“", "Blatt", "Eva")
    assert (article.published, article.url) == ("2026-03-12T08:00:00Z", "https://x.example/a")
    assert article.text.strip() == "Eins.\n\nZwei.␛[31m"


@settings(max_examples=150, deadline=None)
@given(ANY)
def test_file_names_are_safe_whatever_the_title_is(title: str) -> None:
    name = file_stem("2026-03-12", f"https://www.blatt.example/{title}/", title)
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(name) <= 120


def test_file_names_are_those_of_the_title() -> None:
    assert file_stem("2026-03-12", "https://www.blatt.example/x", "Größe – die „Überraschung“!") == (
        "2026-03-12-blatt-example-groesse-die-ueberraschung"
    )
    assert file_stem("2026-03-12", "https://x.example/politik/a-1%20b.html", "").endswith("-x-example-a-1-b")
    assert len(file_stem("2026-03-12", "https://x.example/", "新聞")) == len("2026-03-12-x-example-") + 8


def test_a_wrong_word_on_the_character_set_spoils_no_umlaut() -> None:
    umlauts = "Müller grüßt – „ja“"
    for charset in ("iso-8859-1", "utf-16", "no-such-set", None):
        assert in_utf8(umlauts.encode(), charset).decode() == umlauts
    assert in_utf8(umlauts.encode("cp1252"), "iso-8859-1").decode() == umlauts
    assert in_utf8(umlauts.encode("cp1252"), "utf-8") == umlauts.encode("cp1252")


def test_spellings_of_one_page_are_one_page() -> None:
    one = same_page_key("https://www.Blatt.example/a/?utm_source=x&id=3&fbclid=y")
    assert one == same_page_key("http://blatt.example:80/a?id=3")
    assert one != same_page_key("https://blatt.example/a?id=4")


def test_a_page_names_its_own_address_only_on_its_own_site() -> None:
    assert address_to_keep("https://amp.x.example/a", "https://other.example/b") == "https://amp.x.example/a"
    assert address_to_keep("https://www.x.example/a?b=1", "/a") == "https://www.x.example/a"
    assert address_to_keep("https://x.example/a", "javascript:alert(1)") == "https://x.example/a"
    assert address_to_keep("https://x.example/a", "https://x.example/") == "https://x.example/a"
