"""Articles on web pages: their words whole, the page's left aside, and what is known of them right."""

from __future__ import annotations

from statistics import mean

import pytest

from tests.articles.pages.samples import Page, all_pages
from tests.articles.pages.scores import our_score
from tui.articles.blocks import find_blocks
from tui.articles.extracting import extract
from tui.articles.formats.protocol import Extracted
from tui.articles.pages import read_page

PAGES = all_pages()
SCORES = [our_score(page) for page in PAGES]


def test_the_words_of_the_made_pages_are_read() -> None:
    assert mean(score.f1 for score in SCORES) >= 0.95
    assert min(score.f1 for score in SCORES) >= 0.8


def test_title_date_source_and_author_are_right_on_nine_pages_of_ten() -> None:
    wrong = [page.name for page, score in zip(PAGES, SCORES, strict=True) if not score.described]
    assert len(wrong) <= len(PAGES) / 10, wrong


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_read_by_its_bytes_alone_and_paragraphs_are_lines(page: Page) -> None:
    found = list(extract(page.data, "-"))
    assert [type(one) for one in found] == [Extracted]
    text = found[0].text if isinstance(found[0], Extracted) else ""
    assert text.startswith(page.title)
    blocks = "\n".join(text[block.start : block.end] for block in find_blocks(text, page.title).blocks)
    long = [line.replace("\xad", "") for line in page.wanted if len(line) > 100]
    assert sum(line in blocks for line in long) >= 0.9 * len(long)


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Verlag will mit einem Newsletter Leser gewinnen, die sich kostenlos anmelden und später zahlen.",
        "„Melden Sie sich zu unserem Newsletter an“, stand auf dem Plakat vor dem Rathaus.",
        "„Niemand unterstützt unsere Arbeit“, sagte die Leiterin des Vereins für freien Journalismus.",
        "Sie hörten drei Schüsse, sagten zwei Zeugen am Montag um 12.30 Uhr vor Gericht.",
        "Gesendet wurde die Nachricht um 3 Uhr nachts von einem Telefon in Bremen.",
        "Mit ihrer Anmeldung beim Verband sicherten sich die Frauen einen Startplatz.",
        "Weiteres Material wurde erst am Abend angeliefert, teilte die Baufirma mit.",
        "Seite 3 von 12 fehlte in der Akte, die das Gericht am Dienstag erhielt.",
        "Über dieses Thema berichtete zuerst eine Zeitung aus Kassel.",
        "Werbung für Tabak bleibt in Kinos erlaubt, entschied der Ausschuss am Mittwoch.",
        "Am 3. März 2024 trafen sich beide Seiten zum ersten Mal in Bonn.",
        "Warum eigentlich nicht?",
    ],
)
def test_sentences_that_resemble_the_words_of_a_page_stay(sentence: str) -> None:
    before = "<p>Am Anfang steht ein langer Absatz, der nichts verrät und doch dazugehört.</p>"
    behind = "<p>Am Ende steht noch einer, damit die Seite ein wenig länger wird.</p>"
    article = f"<h1>Ein Bericht aus der Stadt</h1><div>{before}<p>{sentence}</p>{behind}</div>"
    page = f"<html><body>{article}</body></html>"
    assert sentence in read_page(page).text
