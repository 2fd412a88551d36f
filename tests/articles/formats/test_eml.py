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
    made.add_attachment(b"PK", maintype="application", subtype="zip", filename="../../a.zip")
    reading = read_named_bytes([("a.eml", made.as_bytes())])
    assert reading.articles[0].text == "Text."
    assert "1 attachment" in reading.problems[0].sentence


def test_texts_and_mails_that_are_attached_are_articles_of_their_own() -> None:
    inner = EmailMessage()
    inner["Subject"], inner["From"] = "Das Original", "Anna Berg <a@b.de>"
    inner.set_content("Der Text des Originals.")
    made = EmailMessage()
    made["Subject"], made["Date"] = "Zur Kenntnis", "Tue, 12 Mar 2024 10:00:00 +0100"
    made.set_content("Siehe unten.")
    made.add_attachment(inner)
    made.add_attachment("Die Mitteilung der Stadt.", subtype="plain", filename="../Mitteilung.txt")
    articles = read_named_bytes([("a.eml", made.as_bytes())]).articles
    assert [(article.path, article.text.strip()) for article in articles] == [
        ("a.eml", "Siehe unten."),
        ("a.eml/attached-1.eml", "Der Text des Originals."),
        ("a.eml/Mitteilung.txt", "Die Mitteilung der Stadt."),
    ]
    assert (articles[1].title, articles[1].author) == ("Das Original", "Anna Berg")
    assert articles[2].published == "2024-03-12T10:00:00+01:00"


def test_a_mail_that_only_brings_a_text_is_that_text() -> None:
    made = EmailMessage()
    made["Subject"] = "Anbei"
    made.set_content("\n")
    made.add_attachment("Die Mitteilung der Stadt.", subtype="plain", filename="a.txt")
    reading = read_named_bytes([("a.eml", made.as_bytes())])
    assert [article.path for article in reading.articles] == ["a.eml/a.txt"]
    assert not reading.problems


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
