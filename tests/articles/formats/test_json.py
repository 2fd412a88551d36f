"""Articles of scrapers, feeds and reference managers are read with what they say of themselves."""

from __future__ import annotations

import json

import pytest

from tui.articles import Reading
from tui.articles.reading import read_named_bytes

TEXT = "Ein langer Satz steht hier, und er geht weiter."


def read(document: object, name: str = "a.json") -> Reading:
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    return read_named_bytes([(name, data)])


@pytest.mark.parametrize(
    ("record", "published"),
    [
        # The keys of trafilatura, news-please, newspaper4k, JSON Feed and of our own export.
        ({"title": "T", "author": "A", "date": "2023-04-14", "text": TEXT, "hostname": "b.de", "source": "https://b.de/x",
          "source-hostname": "Blatt"}, "2023-04-14"),
        ({"title": "T", "authors": ["A"], "date_publish": "2023-04-14 10:00:00", "maintext": TEXT,
          "source_domain": "Blatt", "url": "https://b.de/x", "language": "de"}, "2023-04-14T10:00:00"),
        ({"title": "T", "authors": ["A"], "publish_date": "2023-04-14T10:00:00+02:00", "text": TEXT,
          "meta_site_name": "Blatt", "url": "https://b.de/x"}, "2023-04-14T10:00:00+02:00"),
        ({"title": "T", "author": {"name": "A"}, "date_published": "2023-04-14", "content_html": f"<p>{TEXT}</p>",
          "source": {"name": "Blatt"}, "url": "https://b.de/x"}, "2023-04-14"),
        ({"title": "T", "title_origin": "metadata", "author": "A", "published": "2023-04-14", "source": "Blatt",
          "text_sha256": "0", "path": "a.txt", "url": "https://b.de/x", "text": TEXT, "blocks": []}, "2023-04-14"),
    ],
)  # fmt: skip
def test_each_programs_keys_are_understood(record: dict[str, object], published: str) -> None:
    (article,) = read(record).articles
    assert (article.text, article.title, article.author, article.source) == (TEXT, "T", "A", "Blatt")
    assert (article.published, article.url, article.path) == (published, "https://b.de/x", "a.json")


def test_several_authors_of_trafilatura_are_names_in_a_row() -> None:
    assert read({"text": TEXT, "author": "Anna Berg; Bodo Huth"}).articles[0].author == "Anna Berg, Bodo Huth"


def test_articles_of_wordpress_and_readwise_are_read_with_the_words_that_are_shown() -> None:
    about = {"date": "2024-03-12T10:00:00", "link": "https://b.de/x", "author": 3}
    shown = {"title": {"rendered": "Haus &#8211; Hof"}, "content": {"rendered": f"<p>{TEXT}</p>", "protected": False}}
    writer = {"_embedded": {"author": [{"id": 3, "name": "Anna Berg"}]}}
    plain, embedded = read([{**about, **shown}, {**about, **shown, **writer}]).articles
    assert (plain.text, plain.title, plain.author) == (TEXT, "Haus – Hof", None)
    assert (plain.url, plain.published, embedded.author) == ("https://b.de/x", "2024-03-12T10:00:00", "Anna Berg")
    saved = {"results": [{"title": "T", "html_content": f"<p>{TEXT}</p>", "published_date": "2024-03-12"}]}
    assert [(one.text, one.published) for one in read(saved).articles] == [(TEXT, "2024-03-12")]


def test_a_list_gives_numbered_articles_and_says_which_entries_have_no_text() -> None:
    reading = read({"format": "feed", "items": [{"text": TEXT}, {"title": "leer"}, {"body": ["Eins.", "Zwei."]}]})
    assert [article.path for article in reading.articles] == ["a.json#1", "a.json#3"]
    assert reading.articles[1].text == "Eins.\n\nZwei."
    assert [problem.sentence for problem in reading.problems] == ["Entry 2 has no text."]


def test_lines_are_numbered_as_in_the_file_and_damaged_ones_are_said() -> None:
    lines = b'{"text": "Eins."}\n\n{"text": kaputt\n{"type": "story", "articles": []}\n{"text": "Zwei."}'
    reading = read(lines, "a.jsonl")
    assert [article.path for article in reading.articles] == ["a.jsonl#1", "a.jsonl#5"]
    assert [problem.path for problem in reading.problems] == ["a.jsonl#3"]


def test_a_whole_document_in_a_file_for_lines_and_lines_in_a_file_for_one_are_read() -> None:
    assert [one.path for one in read(b'{\n"text": "Eins."\n}', "a.jsonl").articles] == ["a.jsonl"]
    assert len(read(b'{"text": "Eins."}\n{"text": "Zwei."}', "a.json").articles) == 2


def test_standard_input_is_known_by_its_first_bytes() -> None:
    assert [one.path for one in read([{"text": TEXT}], "-").articles] == ["-#1"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"[" * 1_000_000, "nested too deeply"),
        (b'{"a":' * 200_000, "nested too deeply"),
        (b"[" + b"1," * 7_000_000 + b"1]", "million parts"),
        (b'{"text": "Ein', "This is damaged JSON: unterminated string in line 1, column 10."),
        (b'{"name": "kein Artikel"}', "No article"),
        (b'{"articles": [{"text_sha256": "0", "title": "T"}]}', "without the texts"),
    ],
    ids=["lists", "tables", "numbers", "cut off", "no article", "no texts"],
)
def test_damaged_deep_and_huge_documents_are_said(data: bytes, said: str) -> None:
    reading = read(data)
    assert not reading.articles
    assert said in reading.problems[0].sentence


def test_a_number_of_a_million_digits_costs_nothing_and_half_characters_are_said() -> None:
    reading = read(b'{"text": "Ein \\ud800 Satz.", "n": ' + b"9" * 1_000_000 + b', "title": "\\udfff"}')
    assert reading.articles[0].text == "Ein \ufffd Satz."
    assert reading.problems[0].mended


def test_zotero_gives_what_it_has_and_says_what_has_no_text() -> None:
    items = [
        {"id": "http://zotero.org/users/1/items/A", "type": "article-newspaper", "abstract": "<p>Kurz &amp; gut.</p>",
         "container-title": "Blatt", "title": "T", "author": [{"family": "Berg", "given": "Anna"}],
         "issued": {"date-parts": [["2023", 4, 14]]}, "URL": "https://b.de/x"},
        {"id": "b", "type": "webpage", "title": "Ohne Text", "note": "DOI: 10.1000/1"},
    ]  # fmt: skip
    reading = read(items)
    (article,) = reading.articles
    assert (article.text, article.source, article.author) == ("Kurz & gut.", "Blatt", "Anna Berg")
    assert (article.published, article.url, article.path) == ("2023-04-14", "https://b.de/x", "a.json#1")
    assert "„Ohne Text“" in reading.problems[1].sentence


def test_what_is_noted_of_every_article_is_not_repeated_without_end() -> None:
    reading = read([{"summary": f"Ein Satz {number}."} for number in range(50)])
    assert len(reading.articles) == 50
    assert len(reading.problems) == 4
    assert "47 more" in reading.problems[-1].sentence


def test_a_file_of_millions_of_articles_is_read_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.articles.reading.MOST_ARTICLES", 10)
    reading = read(b'{"text": "a"}\n' * 100, "a.jsonl")
    assert len(reading.articles) == 10
    assert "more than 10" in reading.problems[0].sentence


@pytest.mark.parametrize("name", ["artikel", "a.json"])
def test_a_document_on_several_lines_is_read_whatever_letter_its_name_ends_in(name: str) -> None:
    data = b'{\n "title": "T",\n "authors": [\n  "Anna Muster"\n ],\n "text": "Ein Satz mit Worten."\n}\n'
    (article,) = read_named_bytes([(name, data)]).articles
    assert (article.title, article.text.strip()) == ("T", "Ein Satz mit Worten.")
