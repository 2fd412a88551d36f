"""Books and newspapers in EPUB are read chapter by chapter; locked and hostile ones are said."""

from __future__ import annotations

import io
import zipfile

from tui.articles import Reading
from tui.articles.reading import read_named_bytes

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/buch.opf"/></rootfiles></container>'
PACKAGE = """<?xml version="1.0"?>{doctype}
<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>{title}</dc:title><dc:creator>Anna Berg</dc:creator><dc:date>2023-04-14</dc:date>
<dc:language>de</dc:language></metadata><manifest>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="a" href="eins%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="../../../etc/passwd" media-type="application/xhtml+xml"/>
<item id="c" href="zwei.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>"""


def chapter(title: str) -> str:
    words = "<p>Ein Satz steht hier, und er ist lang genug für ein Kapitel.</p>" * 3
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><h1>{title}</h1>{words}</html>'


def book(doctype: str = "", title: str = "Beispielzeitung", **members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/buch.opf", PACKAGE.format(doctype=doctype, title=title))
        for number, name in enumerate(("nav", "eins a", "zwei")):
            archive.writestr(f"OEBPS/{name}.xhtml", chapter(f"Kapitel {number}"))
        for name, text in members.items():
            archive.writestr(f"META-INF/{name}.xml", text)
    return stream.getvalue()


def read(data: bytes, name: str = "a.epub") -> Reading:
    return read_named_bytes([(name, data)])


def test_chapters_are_articles_with_what_the_book_says_of_itself() -> None:
    for name in ("a.epub", "ohne_endung"):
        reading = read(book(), name)
        paths = [article.path for article in reading.articles]
        assert paths == [f"{name}/OEBPS/eins a.xhtml", f"{name}/OEBPS/zwei.xhtml"]
        article = reading.articles[0]
        assert (article.title, article.source, article.author) == ("Kapitel 1", "Beispielzeitung", "Anna Berg")
        assert (article.published, article.language) == ("2023-04-14", "de")
        assert "does not hold" in reading.problems[0].sentence


def test_entities_are_neither_unfolded_nor_fetched() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    doctypes = (
        f'<!DOCTYPE x [<!ENTITY a0 "x">{bomb}]>',
        '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
    )
    for doctype in doctypes:
        reading = read(book(doctype, "&a9;"))
        assert not reading.articles
        assert "entities" in reading.problems[0].sentence


def test_locked_chapters_are_said() -> None:
    cipher = '<encryption><CipherReference URI="OEBPS/zwei.xhtml"/></encryption>'
    reading = read(book(encryption=cipher))
    assert len(reading.articles) == 1
    assert any("DRM" in problem.sentence for problem in reading.problems)


def test_a_book_without_a_list_of_its_parts_is_said() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "x")
    assert "part that it does not hold" in read(stream.getvalue()).problems[0].sentence
