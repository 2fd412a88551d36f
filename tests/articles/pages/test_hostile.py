"""Pages that are broken or mean harm: a sentence or the words, in bounded time and memory."""

from __future__ import annotations

import resource
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.articles.decoding import Unreadable
from tui.articles.extracting import extract
from tui.articles.formats.protocol import Extracted
from tui.articles.formats.registry import format_for
from tui.articles.model import Problem
from tui.articles.pages import read_page

ARTICLE = (
    "<article><h1>Der Bach tritt über die Ufer</h1><p>Nach drei Tagen Regen steht das Wasser in den Gärten, und die "
    "Feuerwehr pumpt Keller aus.</p><p>„So hoch war es zuletzt 1998“, sagt die Anwohnerin Erna Pohl am Gartenzaun.</p>"
    "</article>"
)


def only(data: bytes, name: str = "seite.html") -> Extracted:
    """The one article in a file."""
    (found,) = extract(data, name)
    assert isinstance(found, Extracted), found
    return found


def problem(data: bytes, name: str = "seite.html") -> str:
    """The one sentence about a file that cannot be read."""
    (found,) = extract(data, name)
    assert isinstance(found, Problem), found
    return found.sentence


@pytest.mark.parametrize(
    "harm",
    [
        '<!DOCTYPE html [<!ENTITY a "{}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'.format("lol" * 1000),
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>',
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-" "http://127.0.0.1:9/x.dtd">',
        "<script>alert('böse')</script><style>p { color: red }</style><iframe src='https://x.example'></iframe>",
        "<script>" * 50_000,
        "<!--" * 50_000,
        "<a href='" + "x" * 500_000 + "'>",
        "\0" * 1000,
        "<p " + "a=b " * 50_000 + ">",
        "<script type='application/ld+json'>" + '{"a":' * 50_000 + "</script>",
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        "<b><i>" * 30,
    ],
    ids=range(12),
)
def test_harm_before_an_article_leaves_its_words(harm: str) -> None:
    text = only(f"<html>{harm}<body>{ARTICLE}</body></html>".encode()).text
    assert "pumpt Keller aus" in text
    assert "„So hoch war es zuletzt 1998“" in text
    assert not any(word in text for word in ("root:", "alert", "color", "lollol"))


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b", "blockquote", "ul><li", "article", "span"])
def test_a_hundred_thousand_nested_tags_are_refused_in_a_sentence(tag: str) -> None:
    sentence = problem((f"<{tag}>" * 100_000 + ARTICLE).encode())
    assert sentence.endswith(".")
    assert "could not be read as" not in sentence


@pytest.mark.parametrize(
    "piece",
    [
        "<p>Ein Satz, wie er in Zeitungen steht.</p>",
        "Wort<br>",
        "<a href=x>Ein Link</a>",
        "<span>Wort</span>",
        "<div class=caption>Ein Satz, der hier steht.",
        "<div class=teaser><a href=x>Ein Satz, der hier steht.",
        "<tr><td>1</td><td>2</td></tr>",
        "<h1>Der Bach tritt</h1>",
        "<meta name=author content='Anna Berg'>",
    ],
)
def test_the_time_for_a_page_grows_no_faster_than_its_length(piece: str) -> None:
    def seconds(count: int) -> float:
        before = time.process_time()
        assert len(list(extract((ARTICLE + piece * count).encode(), "seite.html"))) == 1
        return time.process_time() - before

    seconds(100)
    assert seconds(16_000) < 40 * max(0.01, seconds(2_000)), "eight times as much took more than forty times as long"


def test_a_hundred_megabytes_are_refused_before_they_are_parsed() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    page = b"<html><body><p>" + b"Wort " * 20_000_000
    assert "larger than" in problem(page)
    assert "larger than" in problem(b"MIME-Version: 1.0\r\n\r\n" + page, "seite.mhtml")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000


def test_a_page_with_its_pictures_inside_is_read() -> None:
    picture = "<img src='data:image/jpeg;base64," + "QUJD" * 2_000_000 + "'>"
    assert "pumpt Keller aus" in only(f"<html><body>{picture}{ARTICLE}</body></html>".encode()).text


def test_numbered_characters_are_read_as_browsers_do() -> None:
    odd = "&#27;&#0;&#xD800;&#xFFFF;&#x110000;&#999999999;"
    body = f"<p>Er sagte &#132;ja&#147; &#150; und &#x85; {odd}nein, mehr nicht.</p>"
    page = f"<html><body>{body}<nav>weg</nav> &#x1b;Ende <b class='share'>x</b>&#x1b;Schluss.</body></html>"
    text = only(page.encode()).text
    assert "Er sagte „ja“ – und … nein, mehr nicht." in " ".join(text.replace("\ufffd", "").split())
    assert "\x1b" not in text


def test_titles_keep_no_escapes_and_nothing_that_reorders() -> None:
    head = "<head><title>Der \x1b[31m\u202eBach&#27;]0;x&#7; &shy;tritt</title></head>"
    body = "<body><p>Ein Satz.\u2066 Noch \x9bein Satz &#x1b;[2J, der lang genug ist.</p></body>"
    found = only(f"<html>{head}{body}</html>".encode())
    shown = f"{found.text}{found.metadata.title}"
    assert not set(shown) & set("\x1b\x07\x9b\u202e\u2066\xad\0")
    assert "Noch" in found.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"   \n", "white space"),
        (b"<html><head><title></title></head><body><nav>Start</nav></body></html>", "No article"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
        (b"<p>" + bytes(range(256)) * 40, "."),
        (b"<html><body>" + b"<p>a</p>" * 200_000, "more markup"),
    ],
)
def test_what_is_no_article_is_said_in_a_sentence(data: bytes, words: str) -> None:
    found = list(extract(data, "seite.html"))
    assert len(found) == 1
    if isinstance(found[0], Problem):
        assert words in found[0].sentence
        assert "could not be read as" not in found[0].sentence


def test_the_way_a_page_is_cut_off_does_not_matter() -> None:
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{ARTICLE}</body></html>".encode()
    for length in range(len(page) - 60, 0, -37):
        assert len(list(extract(page[:length], "seite.html"))) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "utf-16", "klingonisch", "idna", "hex", None])
def test_umlauts_and_quotation_marks_survive_wrong_declarations(encoding: str, declared: str | None) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    page = f"<html><head>{meta}</head><body>{ARTICLE}</body></html>".encode(encoding)
    assert "„So hoch war es zuletzt 1998“" in only(page).text
    assert "Gärten" in only(page).text


SAVED = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://blatt.example/bach\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="--grenze"\r\n\r\n'
)


def part(html: str, place: str) -> bytes:
    """A part of a saved page."""
    import quopri

    head = f"----grenze\r\nContent-Type: text/html\r\nContent-Location: {place}\r\n"
    head += "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    return head.encode() + quopri.encodestring(html.encode()) + b"\r\n"


def test_the_page_is_taken_and_not_its_longer_frame() -> None:
    frame = part("<p>Ein Rahmen mit Werbung, länger als der Artikel.</p>" * 50, "https://werbung.example/")
    page = part(f"<html><body>{ARTICLE * 3}</body></html>", "https://blatt.example/bach")
    found = only(SAVED + frame + page + b"----grenze--\r\n", "seite.mhtml")
    assert "pumpt Keller aus" in found.text
    assert "Rahmen" not in found.text
    assert found.metadata.url == "https://blatt.example/bach"
    assert format_for("-", SAVED + frame).name == "mhtml"


@pytest.mark.parametrize("damage", ["no boundary", "cut off", "wrong boundary", "no header"])
def test_a_damaged_saved_page_still_gives_its_article(damage: str) -> None:
    page = part(f"<html><body>{ARTICLE}</body></html>", "https://blatt.example/bach")
    data = {
        "no boundary": SAVED.replace(b'; boundary="--grenze"', b"") + page,
        "cut off": SAVED + page,
        "wrong boundary": SAVED.replace(b"--grenze", b"--andere") + page,
        "no header": page,
    }[damage]
    assert "pumpt Keller aus" in only(data, "seite.mhtml").text


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div class='", "'>", "<table>", "<td>", "<br>", "<h1>", "<script", "<!--", "&#x", "<a href="),
        *("<article>", "</article>", "Ein ganzer Satz, der lang genug ist.", "\0", "\x1b", "<time>12:00</time>", ">"),
        *("<script type=application/ld+json>", "</script>", '{"@type":"NewsArticle","headline":', '"x"}', "<meta "),
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=10)), max_size=60).map("".join)))
def test_any_markup_gives_words_or_a_sentence(markup: bytes | str) -> None:
    try:
        found = read_page(markup)
    except Unreadable as error:
        assert error.sentence
    else:
        assert found.text.strip()
        assert "\0" not in found.text
