"""Texts of press databases, of an agency's wire, out of mails and browsers: their lines tell source and day, folded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.articles import read_bytes, read_paths
from tui.articles.model import Article

TITLE = "Stadtrat beschließt Verkauf der alten Gießerei"
BODY = (
    "Der Stadtrat hat am Montagabend den Verkauf der alten Gießerei an eine Hamburger Gesellschaft beschlossen.",
    "Der Kaufpreis beträgt nach Angaben der Verwaltung 8,4 Millionen Euro.",
    "Der Vertrag soll Ende April unterschrieben werden, teilte der Kämmerer mit.",
)
TEXT = "\n\n".join(BODY)


def article(text: str) -> Article:
    return read_bytes(text.encode(), "a.txt")


def own(found: Article) -> list[str]:
    """The words shown unfolded, the title left aside."""
    return [found.text[block.start : block.end] for block in found.own_blocks if block.role != "title"]


GENIOS = f"""{TITLE}

Tageblatt Nr. 61 vom 12.03.2024, Seite 5 / Region

Von Anna Berg

{TEXT}

Quelle:            Tageblatt Nr. 61 vom 12.03.2024, Seite 5
Ressort:           Region
Dokumentnummer:    BT_2024031200512
Alle Rechte vorbehalten: (c) Tageblatt Verlag GmbH
"""
LEXIS = f"""                    1 of 500 DOCUMENTS

                         Tageblatt

                  Dienstag 12. März 2024
                       Bundesausgabe

{TITLE}

AUTOR: Anna Berg

RUBRIK: REGION; S. 5

LÄNGE: 45 Wörter

{TEXT}

UPDATE: 13. März 2024

ZEITUNGS-CODE: tb

            Copyright 2024 Tageblatt GmbH
                Alle Rechte vorbehalten
"""
NEXIS = f"""{TITLE}

Tageblatt
12. März 2024 Dienstag

Copyright 2024 Tageblatt GmbH Alle Rechte vorbehalten

Section: REGION; S. 5
Length: 45 words
Byline: Anna Berg
Highlight: Es gibt einen Käufer.

Body

{TEXT}

Load-Date: March 13, 2024

End of Document
"""
MONITOR = f"""Tageblatt vom 12.03.2024

Autor: Anna Berg          Jahrgang: 2024
Seite: 5                  Nummer: 61
Ressort: Region          Auflage: 24.310 (gedruckt)

{TITLE}
{TEXT}

Wörter: 45
Urheberinformation: Alle Rechte vorbehalten - Tageblatt
"""
HEAD = f"Titel: {TITLE}\nQuelle: Tageblatt\nAutorin: Anna Berg\nDatum: 12. März 2024\n\n{TEXT}"


@pytest.mark.parametrize("text", [GENIOS, LEXIS, NEXIS, MONITOR, HEAD], ids="genios lexis nexis monitor head".split())  # noqa: SIM905
def test_a_database_tells_title_source_author_and_day(text: str) -> None:
    found = article(text)
    assert (found.title, found.source, found.author) == (TITLE, "Tageblatt", "Anna Berg")
    assert found.published == "2024-03-12"
    assert own(found) == list(BODY)
    assert found.text == text


def test_a_paper_with_day_and_page_above_the_title_tells_source_and_day() -> None:
    found = article(f"taz. die tageszeitung vom 14.03.2024, S. 8 / Inland\n{TITLE}\n{TEXT}")
    assert (found.title, found.source, found.published) == (TITLE, "taz. die tageszeitung", "2024-03-14")
    assert own(found) == list(BODY)


def test_the_head_and_notes_of_a_wire_are_folded() -> None:
    head = f"bdt0457 3 wi 198  dpa 0912\n\nKommunen/Bau/\n(Zusammenfassung 1430)\n{TITLE}\nVon Anna Berg, dpa  =\n\n"
    notes = "\n\n# dpa-Notizblock\n\n## Orte\n- Ulm\n\n## dpa-Kontakte\n- Autorin: A. Berg\n\ndpa ab n1\n121442 Mrz 24"
    found = article(f"{head}{TEXT}{notes}")
    assert (found.title, found.author, found.published) == (TITLE, "Anna Berg", "2024-03-12T14:42")
    assert own(found) == list(BODY)


@pytest.mark.parametrize(
    "head",
    [
        f"Von: Anna Berg\nGesendet: Dienstag, 12. März 2024 08:15\nAn: Petra\nBetreff: WG: {TITLE}\n\n",
        f"Hallo Petra, kennst du das?\n\n-------- Weitergeleitete Nachricht --------\nBetreff: {TITLE}\n"
        "Datum: Tue, 12 Mar 2024 08:15:02 +0100\nVon: Anna Berg\nAn: Petra\n\n",
    ],
)
def test_the_head_of_a_mail_is_folded_and_tells_title_and_day(head: str) -> None:
    found = article(head + TEXT)
    assert found.title == TITLE
    assert (found.published or "")[:10] == "2024-03-12"
    assert own(found) == list(BODY)


def test_articles_that_a_database_wrote_into_one_file_are_several(tmp_path: Path) -> None:
    rule = "\n" + "_" * 40 + "\n\n"
    (tmp_path / "a.txt").write_text(rule.join([GENIOS, GENIOS.replace("Tageblatt", "Bote")]), "utf-8")
    (tmp_path / "b.txt").write_text(LEXIS + LEXIS.replace("1 of", "2 of").replace("Tageblatt", "Bote"), "utf-8")
    found = read_paths([tmp_path]).articles
    assert [one.path for one in found] == ["a.txt#1", "a.txt#2", "b.txt#1", "b.txt#2"]
    assert [one.source for one in found] == ["Tageblatt", "Bote"] * 2
    assert all(own(one) == list(BODY) for one in found)


def test_a_rule_within_an_article_parts_nothing(tmp_path: Path) -> None:
    text = f"{TITLE}\n\n{TEXT}\n\n----------------\n\n{TEXT.replace('Montag', 'Dienstag')}"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert [one.text for one in read_paths([tmp_path]).articles] == [text]


@pytest.mark.parametrize(
    "behind",
    [
        "Titel: Der Zauberberg\nAutor: Thomas Mann\nVerlag: Beispiel",
        "Länge: 12 Kilometer\nOrt: Ulm\nDatum: 24. März 2024",
        "Ort: Rathaussaal\nDatum: 24. März, 19 Uhr",
    ],
    ids=["book", "hike", "meeting"],
)
def test_labels_of_a_book_a_hike_or_a_meeting_are_the_articles_own(behind: str) -> None:
    found = article(f"{TITLE}\n\n{TEXT}\n\n{behind}")
    assert (found.title, found.author, found.published) == (TITLE, None, None)
    assert own(found) == [*BODY, *behind.split("\n")]


@pytest.mark.parametrize(
    "above",
    ["Update: Die Polizei hat den Mann gefunden.", "Ort: Rathaussaal\nBeginn: 19 Uhr\nDauer: zwei Stunden"],
    ids=["update", "meeting"],
)
def test_one_label_above_the_text_is_the_articles_own(above: str) -> None:
    found = article(f"{TITLE}\n\n{above}\n\n{TEXT}")
    assert own(found) == [*above.split("\n"), *BODY]
    assert found.published is None


@pytest.mark.parametrize("line", ["Urteil vom 12. März 2024", "Bonn, 12. März 2024", "Sitzung vom 12.03.2024"])
def test_a_heading_with_a_day_is_no_paper(line: str) -> None:
    found = article(f"{TITLE}\n\n{TEXT}\n\n{line}\n\n{TEXT.replace('Montag', 'Dienstag')}")
    assert found.source is None


def test_the_menu_and_kicker_above_a_copied_title_are_passed_over() -> None:
    menu = ["Zum Inhalt springen", "Startseite", "Region", "Sport", "Startseite Region Ulm", "Gewerbegebiet Nord"]
    found = article("\n".join([*menu, TITLE]) + f"\n{TEXT}")
    assert found.title == TITLE
    assert own(found) == list(BODY)
    assert article(f"Gewerbegebiet\n{TITLE}\n{TEXT}").title == TITLE


def test_a_short_title_stays_the_title() -> None:
    assert article(f"Bad öffnet\n\n{TEXT}\n\nWann es so weit ist\n\n{TEXT}").title == "Bad öffnet"
    title = "Gießerei ist verkauft"
    assert article(f"{title}\nWas die Stadt nun mit dem Geld macht\n\n{TEXT}").title == title


def test_a_day_below_the_byline_is_the_articles() -> None:
    lead = "Nach drei Jahren Streit gibt es einen Käufer für das Gelände."
    for byline in ("Von Anna Berg, Tageblatt\n12.03.2024", "Von Anna Berg\nStand: 12.03.2024"):
        found = article(f"{TITLE}\n\n{lead}\n\n{byline}\n\n{TEXT}")
        assert (found.author, found.published) == ("Anna Berg", "2024-03-12")
        assert own(found) == [lead, *BODY]


def test_the_one_source_line_behind_an_article_names_it() -> None:
    found = article(f"{TITLE}\n\n{TEXT}\n\nQuelle: Nordfunk")
    assert found.source == "Nordfunk"
    assert own(found) == list(BODY)
    for line in ("Quelle: dpa", "Quelle: Statistisches Bundesamt"):
        assert article(f"{TITLE}\n\n{TEXT}\n\n{line}").source is None


def test_what_stands_twice_below_a_picture_is_shown_once() -> None:
    line = "Die alte Gießerei an der Hafenstraße steht seit 2011 leer."
    found = article(f"{TITLE}\n\n{BODY[0]}\n\n{line}\n{line}\n© Foto: Anna Berg\n\n{BODY[1]}\n\n{BODY[2]}")
    assert own(found).count(line) == 1
