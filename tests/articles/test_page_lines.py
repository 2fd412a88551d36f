"""Lines of the page among the article's own: each is put before the last paragraph of a made article, or where it says.

Every second one is a trap: the author's own words that look like the page's.
"""

from __future__ import annotations

import pytest

from tui.articles.blocks import find_blocks

OPENING = "Die Stadt kauft vierzig Busse, wie eine Sprecherin am Montag mitteilte."
MIDDLE = "Der Auftrag kostet dreißig Millionen Euro, von denen das Land die Hälfte zahlt."
CLOSING = "Die ersten Fahrzeuge sollen im Sommer kommen, sagte sie."
BODY = ("Vierzig Busse für die Stadt", OPENING, "{top}", MIDDLE, "{line}", CLOSING, "{end}")

PAGE = [
    "Wir verwenden Cookies, um Ihnen ein optimales Angebot zu machen.",
    "Diese Website verwendet Cookies. Mit der Nutzung stimmen Sie dem zu.",
    "Um diesen Inhalt anzuzeigen, müssen Sie der Datenverarbeitung zustimmen.",
    "Mit dem Laden des Videos akzeptieren Sie die Datenschutzerklärung von YouTube.",
    "Die wichtigsten Nachrichten der Region, jeden Morgen kostenlos in Ihrem Postfach.",
    "Um externe Inhalte anzuzeigen, ist Ihre Einwilligung in die Übermittlung von Daten notwendig.",
    "Direkt aus dem dpa-Newskanal: Dieser Text wurde automatisch übernommen.",
    "Die Redaktion hat diese Meldung redaktionell nicht bearbeitet. Sie wurde von der dpa übernommen.",
    "Anna Berg schreibt über den Verkehr. Alle Artikel von Anna Berg",
    "Artikel anhören Drucken Link kopieren",
    "Die Busse stehen im Depot. (Quelle: Stadtwerke Ulm/dpa-bilder)",
    "Verwendete Quellen",
    "Von unserer Mitarbeiterin Anna Berg",
    "Teilen Sie Ihre Meinung mit",
    "„Ulm heute“: Unser Newsletter informiert Sie kompakt und direkt in Ihrem privaten Postfach.",
    "Dieser Artikel wurde mithilfe maschineller Unterstützung erstellt und von der Redaktion geprüft.",
    "Zum Anhören: Wie die Stadt zu ihren Bussen kam",
    "Um dieses Video anzusehen, aktivieren Sie bitte JavaScript.",
    "Empfohlener externer Inhalt",
    "Externen Inhalt anzeigen",
    "An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.",
    "Melden Sie sich hier für unseren Newsletter an.",
    "Newsletter: Das Wichtigste aus der Region jeden Morgen in Ihrem Postfach",
    "Jetzt kostenlos unseren Newsletter bestellen!",
    "Mit unserem Newsletter verpassen Sie keine Nachricht mehr.",
    "Sie möchten nichts verpassen? Hier geht es zu unserem Newsletter.",
    "Teilen Twittern E-Mail Drucken",
    "Facebook | X | WhatsApp | E-Mail",
    "Artikel teilen",
    "Lesen Sie auch: Warum die Busse so teuer sind",
    "Lesen Sie auch",
    "Lesen Sie mehr zum Thema: Busse und Bahnen",
    "Mehr zum Thema: So fährt die Stadt von morgen",
    "Mehr dazu: Der Streit um die Linie 4",
    "LESEN SIE AUCH: Der Streit um die Linie 4",
    "➜ Lesen Sie hier: Der Streit um die Linie 4",
    "Das könnte Sie auch interessieren: Der Streit um die Linie 4",
    "Weiterlesen mit dem Digital-Abo: Jetzt vier Wochen für 1 Euro testen.",
    "Sie haben bereits ein Abo? Hier anmelden.",
    "Dieser Artikel ist Teil unseres Plus-Angebots.",
    "Dieser Inhalt ist nur für Abonnenten sichtbar.",
    "Jetzt weiterlesen mit Plus",
    "Foto: Anna Berg/dpa",
    "Die neuen Busse am Depot (Archivbild). Foto: Stadtwerke",
    "© Anna Berg / Stadtwerke",
    "Bild: picture alliance/dpa | Anna Berg",
    "(Symbolfoto)",
    "Quelle: imago/Beispielbild",
    "Bildrechte: Stadtwerke",
    "Anzeige",
    "- Anzeige -",
    "Lesezeit: 3 Minuten",
    "Stand: 12.03.2024, 14:05 Uhr",
    "Artikel anhören",
    "Zur Startseite",
    "Folgen Sie uns auf Facebook und Instagram!",
    "Nr. 61 | Seite 5",
    "00:48 Min.",
    "Die wichtigsten Nachrichten aus der Stadt, kostenlos per E-Mail.",
    "Dieses Thema im Programm: Nordfunk | 12.03.2024 | 16:00 Uhr",
    "+++ Mehr Nachrichten aus NRW lesen Sie auf unserer Übersichtsseite +++",
    "(c) 2024 Alpenkurier",
]
OWN = [
    "Die Stadtwerke verwenden Cookies, um Fahrgäste zu zählen, und das gefällt nicht allen.",
    "Cookies sind kleine Dateien, die der Bus im Telefon hinterlässt.",
    "Der Newsletter der Stadtwerke erreicht zehntausend Menschen und kostet nichts.",
    "Die Bürgermeisterin will die Zustimmung des Rates, bevor sie unterschreibt.",
    "Teilen will die Stadt die Kosten nicht.",
    "Anzeigen wolle man niemanden, sagte die Polizei.",
    "Lesen und Schreiben lernen die Fahrer dort nicht, wohl aber den Umgang mit Strom.",
    "Auch interessant fanden die Räte den Vorschlag aus Bonn, der billiger ist.",
    "Das könnte die Stadt auch teurer kommen.",
    "Mehr Busse für die Vorstadt",
    "Mehr Geld: Das fordert der Betriebsrat seit langem.",
    "Abonnenten der Monatskarte zahlen künftig fünf Euro mehr.",
    "Foto und Film waren bei der Vorstellung verboten.",
    "Das Bild: Vierzig Busse in einer Reihe, davor die Bürgermeisterin mit Helm.",
    "Quelle der Zahlen ist das Rathaus, das sie am Montag vorlegte.",
    "2. Tag: (28.12.2008)",
    "3. Etappe: Ulm – Köln (12. März 2024)",
    "am Donnerstag, 24. März, 6.30 – 13.30 Uhr",
    "Gesamtwertung (Stand 17. Juli)",
    "Verhandlung",
    "Was es kostet",
    "Streit im Rat",
    "Anna Berg im Gespräch",
    "Von der Werft zur Haltestelle",
    "Von Ulm nach Köln",
    "Text und Töne",
    "Die Kommentare der Räte fielen knapp aus.",
    "Wir haben 1 von 4 Bussen schon gesehen.",
    "Teil 2 folgt im Herbst, sagte sie, wenn das Geld reicht.",
    "Zurück zur Schiene?",
    "Weiter so!",
    "Die dpa hatte zuerst berichtet.",
    "(Noch ist der Vertrag nicht unterschrieben.)",
    "Reuters und AFP",
    "„Teilen ist das neue Haben“",
    "Folgen der Wahl: Der Rat ist gespalten.",
    "Weitere Informationen gab die Sprecherin nicht.",
    "Bestellen kann man die Fahrkarten ab Juli im Netz.",
    "Jeden Morgen landen drei Beschwerden in ihrem Postfach, sagte die Sprecherin.",
    "Um die Videos zu zeigen, brauche sie die Einwilligung der Fahrer, sagte sie.",
    "Automatisch werden die Daten von der dpa nicht übernommen.",
    "Was die Redaktion nicht geprüft hatte, stand am Ende doch im Blatt.",
    "Alle Artikel von der Liste sind verkauft",
    "Mehr Texte von Schülern",
    "Hören, Merken und Verschenken",
    "Direkt aus dem Depot rollten die ersten Busse in die Stadt.",
    "Die Zahlen stimmen nicht (Quelle: eigene Zählung).",
    "Quellen der Angst",
    "„Busse für alle“: Der Newsletter der Stadtwerke erscheint seit zwölf Jahren.",
    "Unter Einsatz künstlicher Intelligenz verfasst ein Schüler den Fahrplan.",
    "Mit Hilfe von KI wurde der Fahrplan erstellt.",
    "Im Podcast: nichts als Staub.",
    "ÖPNV und DB",
    "Von unserem Geld kauft die Stadt vierzig Busse.",
    "Auf Seite 5 steht der Preis.",
    "Die wichtigsten Nachrichten des Tages verbreitete die Sprecherin per E-Mail.",
    "Zum Thema Busse schwieg sie.",
    "+++ 14.05 Uhr: Der Rat tagt noch +++",
]


def folded(line: str, place: str = "line") -> bool:
    """Whether a line of the made article is folded."""
    places = {"top": "", "line": "", "end": "", place: line}
    text = "\n\n".join(part for part in (one.format(**places) for one in BODY) if part)
    start = text.index(line)
    return not next(block for block in find_blocks(text).blocks if block.start <= start < block.end).own


@pytest.mark.parametrize("line", PAGE)
def test_a_line_of_the_page_is_folded(line: str) -> None:
    assert folded(line)


@pytest.mark.parametrize("line", OWN)
def test_the_authors_own_words_stay(line: str) -> None:
    assert not folded(line)


@pytest.mark.parametrize("line", ["Verhandlung", "Bekleidung", "Streit im Rat", "2. Tag: (28.12.2008)", "Mehr Busse"])
def test_a_lone_noun_or_day_near_the_end_is_no_byline(line: str) -> None:
    assert not folded(line, "end")
    assert not folded(line, "top")


@pytest.mark.parametrize(
    "line",
    "Anna Berg|Jürgen von der Au|Hans-Peter Maier|(abe)|12.03.2024|Von Anna Berg|Oscar|HAZ|RND/abe".split("|"),  # noqa: SIM905
)
def test_who_signs_at_the_end_is_folded(line: str) -> None:
    assert folded(line, "end")


def test_a_heading_that_counts_comments_ends_the_article_however_many_there_are() -> None:
    article = f"# Vierzig Busse\n\n{OPENING}\n\n{MIDDLE}\n\n{CLOSING}\n\n## 20 Kommentare\n\n"
    said = "\n\n".join(f"Leser {number} schreibt: Das ist doch alles Unsinn." for number in range(20))
    own = [block for block in find_blocks(article + said).blocks if block.own]
    assert own[-1].end == article.index(CLOSING) + len(CLOSING)
