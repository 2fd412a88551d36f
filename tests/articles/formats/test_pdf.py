"""PDF documents with a text layer are read in paragraphs; damaged ones and those without text are said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.articles import Reading
from tui.articles.formats import pdf
from tui.articles.formats.pdf_paragraphs import Line, paragraphs
from tui.articles.reading import read_named_bytes

PAGE = [
    (80, "Größere Übung beginnt"),
    (120, "Die Übung beginnt am Dienstag um zehn Uhr, sagte Jürgen Weiß den Repor-"),
    (134, "tern vor dem Rathaus. „Gut so“, sagte er, und weiter geht es danach noch"),
    (148, "in der nächsten Zeile, bis der Absatz endet."),
    (176, "Der zweite Absatz beginnt hier und ist auch mehrere Zeilen lang."),
]


def document(pages: list[list[tuple[int, str]]], title: str = "") -> bytes:
    """A PDF document with lines of text, as simple as the format allows (ISO 32000-1, sections 7.5 and 9)."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    kids = []
    for page in pages:
        lines = b"".join(
            b"BT /F1 11 Tf 60 %d Td (%s) Tj ET\n" % (800 - down, words.encode("cp1252").replace(b"(", b"\\("))
            for down, words in page
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(lines), lines))
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    objects.append(b"<< /Title (%s) >>" % title.encode("cp1252"))
    whole, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, size - 1, len(whole))
    return whole + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, rows) + trailer


def read(data: bytes, name: str = "a.pdf") -> Reading:
    return read_named_bytes([(name, data)])


def test_lines_become_paragraphs_and_divided_words_whole_ones() -> None:
    for name in ("a.pdf", "-", "falsch.txt"):
        (article,) = read(document([PAGE], "Größere Übung"), name).articles
        assert article.text.split("\n\n") == [
            "Größere Übung beginnt",
            "Die Übung beginnt am Dienstag um zehn Uhr, sagte Jürgen Weiß den Reportern vor dem Rathaus. „Gut so“, "
            "sagte er, und weiter geht es danach noch in der nächsten Zeile, bis der Absatz endet.",
            "Der zweite Absatz beginnt hier und ist auch mehrere Zeilen lang.",
        ]
        assert article.title == "Größere Übung"


def test_sentences_go_on_over_pages_without_running_heads_and_page_numbers() -> None:
    words = "Satz {} ist auf dieser Seite noch nicht zu Ende, er geht"
    pages = [[(30, "Beispielblatt"), (100, words.format(number)), (760, str(number))] for number in range(4)]
    (article,) = read(document([*pages, [(100, "hier zu Ende.")]])).articles
    assert article.text.startswith("Beispielblatt")
    assert article.text.count("Beispielblatt") == 1
    assert "er geht Satz 1 ist" in article.text
    assert article.text.endswith("er geht hier zu Ende.")


def test_hyphens_that_belong_to_a_word_stay() -> None:
    pairs = [("Der Kfz-", "Mechaniker"), ("Ein-", "und Ausgang"), ("die Arbei-", "ten"), ("am 3.-", "4. Mai")]
    for above, below in pairs:
        page = [Line(50, 100, 200, 110, above), Line(50, 86, 200, 96, below)]
        found = paragraphs([page])
        assert found in (["Der Kfz-Mechaniker"], ["Ein- und Ausgang"], ["die Arbeiten"], ["am 3.- 4. Mai"])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (document([[]]), "no text"),
        (b"%PDF-1.7 und sonst nichts", "damaged"),
        (document([PAGE])[:300], "damaged"),
        (b"%PDF-1.4\n" + b"[" * 1_000_000, "damaged"),
    ],
    ids=["pictures", "empty", "cut off", "nested"],
)
def test_documents_without_text_and_damaged_ones_are_said(data: bytes, said: str) -> None:
    reading = read(data)
    assert not reading.articles
    assert said in reading.problems[0].sentence


def test_without_the_extra_its_name_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    assert "lesart[pdf]" in read(document([PAGE])).problems[0].sentence


def test_a_document_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pdf_lines.py").write_text("while True:\n    pass\n", "utf-8")
    monkeypatch.setattr(pdf, "__file__", str(tmp_path / "pdf.py"))
    monkeypatch.setattr(pdf, "SECONDS", 0.2)
    assert "within" in read(document([PAGE])).problems[0].sentence
