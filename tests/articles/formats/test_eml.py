"""Mails are read with their headers; damaged and hostile ones are said."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from tui.articles import Unreadable, read_bytes
from tui.articles.reading import read_named_bytes


def mail(html: str = "<p>Der Bericht aus der Redaktion.<p>Noch ein Absatz.", **headers: str) -> bytes:
    made = EmailMessage()
    made["From"] = "Jürgen Weiß <weiss@beispiel.de>"
    made["Subject"] = "Größere Übung beginnt am Dienstag"
    made["Date"] = "Fri, 14 Apr 2023 12:00:00 +0200"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content("Im Browser ansehen")
    made.add_alternative(html, subtype="html", charset="iso-8859-1")
    return made.as_bytes()


@pytest.mark.parametrize("name", ["a.eml", "-", "nachricht"])
def test_subject_sender_and_date_are_the_description_and_the_better_part_the_text(name: str) -> None:
    article = read_bytes(mail(), name)
    assert article.text == "Der Bericht aus der Redaktion.\n\nNoch ein Absatz."
    assert (article.title, article.author) == ("Größere Übung beginnt am Dienstag", "Jürgen Weiß")
    assert article.published == "2023-04-14T12:00:00+02:00"


def test_the_sender_of_a_newsletter_is_its_source() -> None:
    article = read_bytes(mail(List_Unsubscribe="<https://beispiel.de/ab>"), "a.eml")
    assert (article.source, article.author) == ("Jürgen Weiß", None)


def test_attachments_are_counted_and_hidden_words_left_out() -> None:
    made = EmailMessage()
    made["Subject"] = "Mit Anhang"
    made.set_content('<div style="display:none">Vorschau</div><p>Text.</p>', subtype="html")
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="../../a.pdf")
    reading = read_named_bytes([("a.eml", made.as_bytes())])
    assert reading.articles[0].text == "Text."
    assert "1 attachment" in reading.problems[0].sentence


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: leer\nFrom: a@b.de\n\n",
        b'Content-Type: multipart/mixed; boundary="a"\n\n--a\n' * 5_000,
        b"Subject: x\nFrom: y\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx\n" * 20_000,
        b"Subject: x\n" + b"a: b\n" * 2_100_000,
        b"Subject: " + b"=?utf-8?q?=" * 100_000 + b"\nFrom: x\n\n",
        b"Subject: x\nContent-Type: text/plain; charset=gibt-es-nicht\n\n\x00\x01\x02\x03\x04\x05",
    ],
    ids=["empty", "nested", "parts", "headers", "subject", "binary"],
)
def test_mails_without_text_and_hostile_ones_are_said(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_bytes(data, "a.eml")
