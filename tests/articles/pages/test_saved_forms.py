"""Pages as readers save them: printed, in a browser's reading view, cut by a paywall, with lines broken by hand."""

from __future__ import annotations

import pytest

from tui.articles.pages import PageArticle, read_page

OPENING = "<p>Am Anfang steht ein langer Absatz, der nichts verrät und doch zum Artikel gehört.</p>"
CLOSING = "<p>Am Ende steht noch einer, damit die Seite ein wenig länger wird und aufhört.</p>"
TITLE = "Ein Bericht aus der Stadt"


def page_of(part: str, head: str = "", title: str = f"<h1>{TITLE}</h1>") -> PageArticle:
    """The article of a page with a part between two paragraphs."""
    body = f"<body>{title}<div>{OPENING}{part}{CLOSING}</div></body>"
    return read_page(f"<html><head>{head}</head>{body}</html>")


def test_lines_of_verses_and_opening_hours_stay_apart_where_no_sentence_goes_on() -> None:
    verse = (
        "<p>Der Kran steht still,<br>die Möwe schreit.<br>Wir luden Salz,<br>und dann kam Stein.</p>"
    )
    hours = "<p>Geöffnet ist das Bad:<br>Dienstag: 10 bis 17 Uhr<br>Samstag: 11 bis 15 Uhr<br>Eintritt: 6 Euro</p>"
    lines = page_of(verse + hours).text.split("\n\n")
    assert lines[2:-1] == [
        "Der Kran steht still, die Möwe schreit.",
        "Wir luden Salz, und dann kam Stein.",
        "Geöffnet ist das Bad:",
        "Dienstag: 10 bis 17 Uhr",
        "Samstag: 11 bis 15 Uhr",
        "Eintritt: 6 Euro",
    ]


def test_a_paragraph_whose_lines_a_program_broke_stays_whole() -> None:
    lines = (
        "Der Stadtrat hat am Montagabend den Verkauf der alten Gießerei an",
        "eine Hamburger Gesellschaft beschlossen. 24 Räte stimmten dafür,",
        "19 dagegen, zwei enthielten sich. Der Kaufpreis beträgt nach den",
        "Angaben der Verwaltung 8,4 Millionen Euro. Das Land gibt dazu die",
        "Hälfte der Kosten für den Boden.",
    )
    assert " ".join(lines) in page_of(f"<p>{'<br>'.join(lines)}</p>").text


def test_the_offer_behind_a_short_teaser_goes_whole() -> None:
    offer = (
        "<div><h2>Jetzt BT+ testen und weiterlesen</h2><p>Mit BT+ lesen Sie alle Artikel auf bt.example.</p>"
        "<ul><li>1 Monat für 1 Euro</li><li>jederzeit kündbar</li></ul><p>Sie sind Abonnent? Hier einloggen</p></div>"
    )
    text = read_page(f"<html><body><h1>{TITLE}</h1><div>{OPENING}{CLOSING}{offer}</div></body></html>").text
    assert text.endswith("aufhört.")
    assert "Der Rat testet jetzt Busse" in page_of("<p>Der Rat testet jetzt Busse ohne Fahrer.</p>").text


def test_a_kicker_is_left_off_where_both_stand_in_a_part_of_the_heading() -> None:
    inner = f'<span class="kicker">Verkauf der Gießerei</span><span class="is-hidden">:</span><span>{TITLE}</span>'
    assert page_of("", title=f'<h2><span class="headline">{inner}</span></h2>').metadata.title == TITLE


def test_the_reading_view_of_a_browser_tells_site_and_author() -> None:
    head = (
        '<a class="domain reader-domain" href="https://bote.example/a">bote.example</a>'
        f'<h1 class="reader-title">{TITLE}</h1><div class="credits reader-credits">Anna Berg</div>'
    )
    known = page_of("", title=f'<div class="reader-header">{head}</div>').metadata
    assert (known.title, known.source, known.author) == (TITLE, "bote.example", "Anna Berg")


def test_what_a_title_says_of_the_view_is_no_source_and_a_paper_no_author() -> None:
    page = page_of("<p>Bonner Nachrichten, 13.03.2024</p>", head=f"<title>Druckversion: {TITLE}</title>")
    assert (page.metadata.source, page.metadata.author) == (None, None)


@pytest.mark.parametrize("field", ["Anna Berg (Text), Otto Weiß (Bilder)", "Otto Weiß (Fotos), Anna Berg (Text)"])
def test_who_made_the_pictures_is_no_author(field: str) -> None:
    assert page_of("", head=f'<meta name="author" content="{field}">').metadata.author == "Anna Berg"


def test_the_time_of_day_is_found_where_the_data_give_the_day_alone() -> None:
    head = '<meta name="date" content="2024-03-13">'
    assert page_of('<div class="info">13.03.24 15:20 Uhr</div>', head=head).metadata.published == "2024-03-13T15:20"
    assert page_of('<div class="info">12.03.24 15:20 Uhr</div>', head=head).metadata.published == "2024-03-13"


def test_a_day_in_a_cell_that_holds_the_whole_article_is_found() -> None:
    body = f"<td><h3>{TITLE}</h3>Von Anna Berg, 12.03.2024<br><br>" + "Ein langer Satz steht hier und sagt etwas. " * 9
    assert read_page(f"<html><body><table><tr>{body}</tr></table></body></html>").metadata.published == "2024-03-12"
    body = body.replace("Von Anna Berg, 12.03.2024", "Am 12.03.2024 brannte es.")
    assert read_page(f"<html><body><table><tr>{body}</tr></table></body></html>").metadata.published is None


def test_the_list_of_sources_a_text_was_written_from_is_folded() -> None:
    from tui.articles.blocks import find_blocks

    text = page_of("").text + "\n\nUnsere Quellen:\n\n• Gewerkschaft GDL\n\n• Nachrichtenagentur dpa"
    assert [block.role for block in find_blocks(text, TITLE).blocks[-3:]] == ["trailer"] * 3
