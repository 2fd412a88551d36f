"""Documents of word processors are read paragraph by paragraph, without what was deleted or stands beside."""

from __future__ import annotations

import pytest

from tests.articles.formats.test_zip import packed
from tui.articles import Unreadable, read_bytes
from tui.articles.formats import archives
from tui.articles.reading import read_named_bytes

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOMB = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def docx(body: str) -> bytes:
    """A document of Word."""
    document = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def odt(body: str) -> bytes:
    """A document of LibreOffice."""
    content = f"<office:document-content {OPEN}><office:body><office:text>{body}</office:text></office:body>"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{content}</office:document-content>",
        },
        0,
    )


@pytest.mark.parametrize("name", ["a.docx", "-"])
def test_runs_of_a_word_document_are_joined_and_what_was_deleted_is_gone(name: str) -> None:
    title = "<w:p><w:r><w:t>Haushalt be</w:t></w:r><w:r><w:t>raten</w:t></w:r></w:p><w:p/>"
    deleted = "<w:del><w:r><w:delText>nicht </w:delText></w:r></w:del><w:ins><w:r><w:t>doch</w:t></w:r></w:ins>"
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:br/><w:t>Punkt.</w:t></w:r>"
    words = f'<w:p><w:r><w:t xml:space="preserve">Er kam </w:t></w:r>{deleted}{field}</w:p>'
    article = read_bytes(docx(title + words), name)
    assert article.text == "Haushalt beraten\n\nEr kam doch\nPunkt."
    assert article.title == "Haushalt beraten"


def test_a_text_box_is_read_once_and_before_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Kasten</w:t></w:r></w:p></w:txbxContent>"
    twice = f'<mc xmlns="urn:m"><Choice>{box}</Choice><Fallback>{box}</Fallback></mc>'
    text = f"<w:p><w:r><w:t>Vor</w:t></w:r><w:r>{twice}</w:r><w:r><w:t> und nach.</w:t></w:r></w:p>"
    assert read_bytes(docx(text), "a.docx").text == "Kasten\n\nVor und nach."


@pytest.mark.parametrize("name", ["a.odt", "-"])
def test_an_open_document_is_read_without_its_footnotes(name: str) -> None:
    note = "<text:note><text:note-body><text:p>Fußnote</text:p></text:note-body></text:note>"
    words = f"<text:p>Der <text:span>Rat</text:span> hat<text:s/>beraten{note}.<text:line-break/>Zeile</text:p>"
    assert read_bytes(odt(f"<text:h>Haushalt</text:h>{words}"), name).text == "Haushalt\n\nDer Rat hat beraten.\nZeile"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (docx("<w:p/>"), "no text"),
        (packed({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "no text"),
        (packed({"[Content_Types].xml": "", "word/document.xml": BOMB}), "entities"),
        (packed({"[Content_Types].xml": "", "word/document.xml": ""}), "damaged"),
        (packed({"[Content_Types].xml": "", "word/document.xml": "x" * 20_000_000}), "larger than 16 MB"),
        (b"PK\x03\x04[Content_Types].xml", "damaged"),
    ],
    ids=["empty", "table", "entities", "nothing", "large", "cut"],
)
def test_what_is_no_document_of_words_is_said(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, "a.docx")
    assert words in refused.value.sentence


def test_documents_in_an_archive_are_unpacked_within_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_UNPACKED", 30_000)
    body = f"<w:p><w:r><w:t>{'Ein Satz. ' * 900}</w:t></w:r></w:p>"
    reading = read_named_bytes([("a.zip", packed({f"{n}.docx": docx(body) for n in range(9)}))])
    assert 1 <= len(reading.articles) < 9
    assert any("0 MB" in problem.sentence for problem in reading.problems)
