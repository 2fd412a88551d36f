"""Parts of a page that a site marks in one way or another: what is the article's stays, what is not goes."""

from __future__ import annotations

import pytest

from tui.articles.pages import read_page

OPENING = "<p>Am Anfang steht ein langer Absatz, der nichts verrät und doch zum Artikel gehört.</p>"
CLOSING = "<p>Am Ende steht noch einer, damit die Seite ein wenig länger wird und aufhört.</p>"


def text_of(part: str, title: str = "<h1>Ein Bericht aus der Stadt</h1>") -> str:
    """The text of a page with a part between two paragraphs."""
    return read_page(f"<html><body>{title}<div>{OPENING}{part}{CLOSING}</div></body></html>").text


def test_a_paragraph_behind_the_paywall_that_the_page_shows_is_read() -> None:
    # https://developers.google.com/search/docs/appearance/structured-data/paywalled-content
    sentence = "Dieser Absatz ist bezahlt und steht trotzdem da, wenn auch nur zur Hälfte."
    assert sentence in text_of(f'<p class="text paywall">{sentence}</p>')
    offer = "Jetzt weiterlesen für 2,95 Euro."
    assert offer not in text_of(f'<div class="paywall"><p>{offer}</p></div>')


@pytest.mark.parametrize("count", ["Bild 2 von 7", "2/7", "Foto 2 / 7"])
def test_the_pictures_of_a_series_are_left_out(count: str) -> None:
    text = text_of(f"<div><img src=a.jpg><span>{count}</span><p>Blick auf den Platz vom Turm des Doms.</p></div>")
    assert "Blick auf den Platz" not in text


def test_a_score_beside_a_paragraph_leaves_the_paragraph() -> None:
    assert "Sie gewannen" in text_of("<div><span>2/7</span><p>Sie gewannen zwei von sieben Spielen.</p></div>")


@pytest.mark.parametrize("name", ["data-area", "data-testid", "data-component", "componenttype"])
def test_parts_are_known_by_their_names_where_classes_are_hashed(name: str) -> None:
    box = f'<section class="css-1x9" {name}="NewsletterSignup"><p>Der Morgen: alles, was zählt.</p></section>'
    assert "alles, was zählt" not in text_of(box)


def test_a_headline_of_two_elements_has_no_gap_before_its_colon() -> None:
    title = "<h1><span>Glasfaser<span>:</span></span> <span>Gemeinden warten</span></h1>"
    page = read_page(f"<html><body>{title}{OPENING}{CLOSING}</body></html>")
    assert page.metadata.title == "Glasfaser: Gemeinden warten"


def test_name_and_office_of_a_box_are_two_words() -> None:
    assert "Anna Berg Vorsitzende" in text_of("<div><b>Anna Berg</b><span>Vorsitzende des Vereins</span></div>")
    assert "Berlin" in text_of("<div><b>B</b>erlin ist weit von hier, sagte der Kapitän des Schiffes.</div>")


def test_who_signs_as_a_member_of_the_desk_is_the_author() -> None:
    by = "<p><i>Von unserem Redaktionsmitglied Hartmut Mezger</i></p>"
    page = read_page(f"<html><body><h1>Ein Bericht aus der Stadt</h1>{by}{OPENING}{CLOSING}</body></html>")
    assert page.metadata.author == "Hartmut Mezger"


def test_a_quotation_set_apart_goes_with_the_name_below_it() -> None:
    said = "<p>„Wir haben eine Arbeit verpasst, und das war nicht schlimm“, sagt Lina, und lacht dabei.</p>"
    box = "<div><blockquote>Wir haben eine Arbeit verpasst</blockquote><span>Lina, Schülerin</span></div>"
    text = text_of(said + box)
    assert "Lina, Schülerin" not in text
    assert "sagt Lina" in text


def test_the_terms_of_an_offer_go_and_what_follows_them_stays() -> None:
    offer = "<h3>Weiterlesen mit Plus</h3><p>Unbegrenzter Zugang zu allen Texten.</p><li>1. Monat gratis</li>"
    behind = "<p>Der Rat tagt im April wieder, dann in der Halle.</p>"
    text = text_of(OPENING * 2 + CLOSING * 2 + offer + behind)
    assert "gratis" not in text
    assert "Zugang" not in text
    assert "Der Rat tagt" in text


def test_a_list_of_the_pages_own_places_is_left_out_with_its_heading() -> None:
    places = "<h2>Inhalt</h2><ul><li><a href=#a>Wie es begann</a></li><li><a href=#b>Was nun?</a></li></ul>"
    text = text_of(f"{places}<h2 id=a>Wie es begann</h2>{OPENING}")
    assert "Inhalt" not in text
    assert text.count("Wie es begann") == 1
    assert "Was nun?" not in text


def test_a_second_headline_behind_the_title_is_no_source() -> None:
    tab = "<title>Wirt verlangt Strafe: „Wer ratscht, zahlt“</title>"
    name = '<meta property="og:site_name" content="merkur.example">'
    body = f"<body><h1>Wirt verlangt Strafe</h1>{OPENING}{CLOSING}</body>"
    page = read_page(f"<html><head>{tab}{name}</head>{body}</html>")
    assert page.metadata.source == "merkur.example"
    named = read_page(f"<html><head><title>Wirt verlangt Strafe | Merkur</title>{name}</head>{body}</html>")
    assert named.metadata.source == "Merkur"


COMMENTS = "<p>Das habe ich schon immer gesagt, und vierzig Leute können das bezeugen.</p>" * 3


@pytest.mark.parametrize("heading", ["12 Kommentare", "Kommentare (12)", "3 Kommentare zu „Rast“", "1 Kommentar"])
@pytest.mark.parametrize("tag", ["h2", "h4"])
def test_a_heading_that_counts_comments_ends_the_article(heading: str, tag: str) -> None:
    said = f"<{tag}>{heading}</{tag}>{COMMENTS}"
    for box in (said, f"<div class=k>{said}</div>"):
        page = f"<html><body><h1>Ein Bericht aus der Stadt</h1><main>{OPENING}{CLOSING}{box}</main></body></html>"
        text = read_page(page).text
        assert "aufhört" in text and "immer gesagt" not in text


@pytest.mark.parametrize(
    "line", ["<p>12 Kommentare</p>", "<h2>Kommentare aus dem Rathaus</h2>", "<h2>Drei Kommentare zur Lage</h2>"]
)
def test_a_count_in_passing_and_other_headings_leave_the_rest(line: str) -> None:
    assert "aufhört" in text_of(line)
    above = f"<h1>Ein Bericht</h1><h4>12 Kommentare</h4><div>{OPENING}{CLOSING}</div>"
    assert "nichts verrät" in read_page(f"<html><body>{above}</body></html>").text


def test_who_is_named_at_the_end_of_a_quotation_stands_on_a_line_of_their_own() -> None:
    said = "<blockquote>„Hier habe ich lesen gelernt“<cite>Gerda Lorenz</cite></blockquote>"
    assert "„Hier habe ich lesen gelernt“\n\n— Gerda Lorenz\n" in text_of(f"{OPENING}{said}{CLOSING}")


def test_a_work_that_is_named_within_a_quotation_stays_in_its_line() -> None:
    said = "<blockquote>In <cite>Faust</cite> steht es geschrieben, sagte sie am Abend.</blockquote>"
    assert "In Faust steht es geschrieben" in text_of(f"{OPENING}{said}{CLOSING}")
