"""A page that hides its article is said to do so, and not filed as one; articles about such things are read."""

from __future__ import annotations

import pytest

from tui.articles import Unreadable
from tui.articles.pages import read_page


def page(title: str, *paragraphs: str) -> str:
    words = "".join(f"<p>{words}</p>" for words in paragraphs)
    return f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1>{words}</main></body></html>"


@pytest.mark.parametrize(
    ("title", "paragraphs", "words"),
    [
        (
            "Willkommen beim Beispielblatt",
            (
                "Besuchen Sie beispielblatt.de wie gewohnt mit Werbung und Tracking. Details stehen im Privacy Center.",
                "Nutzen Sie beispielblatt.de pur ganz ohne Werbetracking für 1,20 Euro in der Woche.",
            ),
            "consent",
        ),
        (
            "Lesen Sie beispiel.at, wie Sie möchten",
            ("Sie entscheiden, wie Sie unsere Inhalte nutzen. Unsere 183 Partner verarbeiten Ihre Daten.",),
            "consent",
        ),
        ("blatt.example", ("Checking if the site connection is secure", "Please wait for it."), "program"),
        ("Blatt", ("You need to enable JavaScript to run this app.",), "browser"),
        ("Blatt", ("Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.",), "browser"),
    ],
    ids=["pur", "choice", "check", "shell", "german shell"],
)
def test_a_page_before_the_article_is_not_taken_for_it(title: str, paragraphs: tuple[str, ...], words: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_page(page(title, *paragraphs))
    assert words in refused.value.sentence


@pytest.mark.parametrize(
    "paragraph",
    [
        "Verlage bieten ihre Seiten mit Werbung oder gegen Geld an, und die Behörde prüft, ob das eine freie Wahl ist.",
        "Die Leser sollten sich entscheiden: alle akzeptieren oder zahlen. Ein Gericht hat das nun verboten.",
        "Wer ein Roboter ist, entscheidet künftig ein Mensch, und das kostet Zeit und auch viel Geld.",
    ],
)
def test_a_short_article_about_consent_is_read(paragraph: str) -> None:
    assert paragraph in read_page(page("Gericht verbietet Zwang zur Zustimmung", paragraph)).text
