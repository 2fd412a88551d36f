"""The language of an article: what its file says, unless its words clearly say otherwise."""

from __future__ import annotations

import pytest

from tui.articles import read_bytes
from tui.articles.language import language_code, language_name

GERMAN = """Die Stadtwerke kaufen vierzig Busse

Die Stadtwerke haben am Montag vierzig neue Busse bestellt. Das sagte eine Sprecherin. Nach den Angaben wird der
Auftrag in zwei Jahren erfüllt, und die Hälfte der Kosten zahlt das Land. Wir sind damit auf einem guten Weg, sagte sie.
"""
ENGLISH = """City orders forty buses

The city has ordered forty new buses, a spokeswoman said on Monday. According to her, half of the cost will be paid by
the state and the order is to be filled in two years. It is one of the largest orders that the city has ever made.
"""
FRENCH = """Quarante bus pour la ville

La ville a commandé quarante nouveaux bus, selon une porte-parole. La moitié du coût est payée par le Land et la
commande sera livrée dans deux ans. C'est une des plus grandes commandes que la ville ait faites pour ses transports.
"""
DUTCH = """Stad bestelt veertig bussen

De stad heeft veertig nieuwe bussen besteld, zei een woordvoerster. Volgens haar wordt de helft van de kosten door de
staat betaald en wordt de order over twee jaar uitgevoerd. Het is een van de grootste orders die de stad ooit deed.
"""
UKRAINIAN = "Місто замовило сорок автобусів\n\nМісто замовило сорок нових автобусів, повідомила речниця в понеділок.\n"


def read(text: str, declared: str | None = None) -> str:
    head = f"---\nlanguage: {declared}\n---\n" if declared else ""
    return read_bytes((head + text).encode(), "a.md").language


@pytest.mark.parametrize(
    ("text", "language"), [(GERMAN, "de"), (ENGLISH, "en"), (FRENCH, "fr"), (DUTCH, "nl"), (UKRAINIAN, "uk")]
)
def test_the_language_is_told_by_the_words(text: str, language: str) -> None:
    assert read(text) == language


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (GERMAN, "en", "de"),  # a template in English round German words
        (ENGLISH, "de-DE", "en"),
        (FRENCH, "fr_CA", "fr"),
        ("Aktien\n\nDAX 18.200, MDAX 26.100, TecDAX 3.300.\n", "en-US", "en"),
        ("Aktien\n\nDAX 18.200, MDAX 26.100, TecDAX 3.300.\n", "und so weiter", "de"),
    ],
)
def test_what_the_file_declares_counts_unless_the_words_clearly_say_otherwise(
    text: str, declared: str, language: str
) -> None:
    assert read(text, declared) == language


@pytest.mark.parametrize(
    "text",
    [
        "Breaking News\n\nElon Musk, Tesla, SpaceX, The Boring Company, Neuralink.\n",
        "Lyrics\n\nDer Song heißt „All You Need Is Love“ und ist von den Beatles.\n",
        "Tabelle\n\n1. FC Bayern 34 82\n2. BVB 34 71\n",
    ],
)
def test_short_texts_and_foreign_names_stay_german(text: str) -> None:
    assert read(text) == "de"


def test_a_german_article_with_english_quotations_stays_german() -> None:
    assert read(GERMAN + "\n„It is one of the largest orders that the city has made“, said the mayor of it.\n") == "de"


def test_languages_are_declared_in_many_ways_and_shown_by_name() -> None:
    ways = ("de-AT", "Deutsch", "ger", "DE_de", "en-GB", "English", "x-default", "", None)
    assert [language_code(way) for way in ways] == ["de", "de", "de", "de", "en", "en", None, None, None]
    assert (language_name("fr"), language_name("eu")) == ("French", "Language “eu”")
