"""Where an article comes from, as its first and last lines say it."""

from __future__ import annotations

import pytest

from tui.articles import read_bytes
from tui.articles.agencies import agencies_in, agency_named

REST = "Das sagte eine Sprecherin der Stadt, die das Geld dafür vom Land bekommt.\n\nMehr war nicht zu erfahren."


@pytest.mark.parametrize(
    ("opening", "place", "agencies", "published"),
    [
        ("BERLIN (dpa) - ", "Berlin", ("dpa",), None),
        ("München/Nürnberg (dpa/lby) – ", "München/Nürnberg", ("dpa",), None),
        ("FRANKFURT AM MAIN (Reuters) -- ", "Frankfurt am Main", ("Reuters",), None),
        ("Brüssel (dpa-AFX) - „", "Brüssel", ("dpa",), None),
        ("Berlin, 12. März 2024 – ", "Berlin", (), "2024-03-12"),
        ("Wien, 12.03.2024 (APA) - ", "Wien", ("APA",), "2024-03-12"),
        ("(dpa/AFP) ", None, ("dpa", "AFP"), None),
        ("KÖLN. (epd) – ", "Köln", ("epd",), None),
        ("Müller (SPD) – so heißt er – will mehr. ", None, (), None),
        ("Berlin (Ost) – ", None, (), None),
        ("Die Stadt am Fluss – ", None, (), None),
        ("USA – ", None, (), None),
        ("CDU - SPD - Grüne: ", None, (), None),
        ("Am 12. März 2024 – ", None, (), None),
    ],
)
def test_a_dateline_gives_place_agency_and_date_and_stays_in_the_text(
    opening: str, place: str | None, agencies: tuple[str, ...], published: str | None
) -> None:
    article = read_bytes(f"Vierzig Busse für die Stadt\n\n{opening}Die Stadt kauft vierzig Busse. {REST}\n".encode())
    assert (article.place, article.agencies, article.published) == (place, agencies, published)
    assert article.blocks[1].own and article.text[article.blocks[1].start :].startswith(opening.strip()[:3])


@pytest.mark.parametrize(
    ("end", "agencies"),
    [
        ("\n\n(dpa/AFP)", ("dpa", "AFP")),
        (" (dpa)", ("dpa",)),
        ("\n\nQuelle: Reuters", ("Reuters",)),
        ("\n\nVon Anna Berg, dpa", ("dpa",)),
        ("\n\nMit Material von dpa", ("dpa",)),
        ("\n\nmit AFP", ("AFP",)),
        (" (mit dpa)", ("dpa",)),
        (" (mit Material von Reuters und dpa)", ("Reuters", "dpa")),
        (" Mit Informationen der Nachrichtenagentur epd.", ("epd",)),
        ("\n\ndpa/lsw", ("dpa",)),
        ("\n\nRed./KNA", ("KNA",)),
        (" (hof/dpa)", ("dpa",)),
        ("\n\nText: dpa", ("dpa",)),
        ("\n\n© dpa-infocom, dpa:230817-99-845612/3", ("dpa",)),
        ("\n\nDieser Bericht enthält Material der Deutschen Presse-Agentur (dpa).", ("dpa",)),
        ("\n\nDiese Meldung stammt von der Agence France-Presse.", ("AFP",)),
        ("\n\nMit Informationen der dpa und des Stadtradios", ("dpa",)),
        ("\n\nDieser Artikel wurde automatisiert von der dpa übernommen und redaktionell nicht geprüft.", ("dpa",)),
        ("\n\nDieser Bericht der dpa gefiel ihm nicht.", ()),
        ("\n\nFoto: dpa", ()),
        (" Mit Reuters sprach sie nicht.", ()),
        (" Das weiß nur die dpa und sie.", ()),
        (" (mit Blick auf die Stadt)", ()),
        (" (SPD)", ()),
        (" (Stand: Montag)", ()),
        ("\n\nDie dpa war dabei.", ()),
    ],
)
def test_an_agency_at_the_end_is_credited(end: str, agencies: tuple[str, ...]) -> None:
    text = f"Vierzig Busse für die Stadt\n\nDie Stadt kauft vierzig Busse. {REST}{end}\n"
    assert read_bytes(text.encode()).agencies == agencies


@pytest.mark.parametrize(
    ("known", "agencies"),
    [
        ("author: dpa", ("dpa",)),
        ("author: dpa/lno", ("dpa",)),
        ("author: Anna Berg, AFP", ("AFP",)),
        ("source: Reuters", ("Reuters",)),
        ("author: Anna Berg", ()),
        ("source: Beispielblatt", ()),
    ],
)
def test_an_agency_that_signs_an_article_is_credited(known: str, agencies: tuple[str, ...]) -> None:
    text = f"---\ntitle: Vierzig Busse\n{known}\n---\nDie Stadt kauft vierzig Busse. {REST}\n"
    assert read_bytes(text.encode(), "a.md").agencies == agencies


def test_a_date_line_under_the_title_is_the_date_unless_the_file_gives_one() -> None:
    text = f"Vierzig Busse\n\n12. März 2024, 14:05 Uhr\n\nDie Stadt kauft vierzig Busse. {REST}\n\n13. März 2024\n"
    assert read_bytes(text.encode()).published == "2024-03-12T14:05"
    assert read_bytes(f"---\ndate: 2024-03-11\n---\n{text}".encode(), "a.md").published == "2024-03-11"


def test_services_of_one_house_are_one_agency() -> None:
    assert agencies_in("dpa-afx, dpa/rtr") == ("dpa", "Reuters")
    assert agencies_in("dpa/abe") == ()
    named = [agency_named(words) for words in ("so die DPA", "laut Reuters", "Sid Vicious", "der AP zufolge", "apart")]
    assert named == ["dpa", "Reuters", None, "AP", None]
