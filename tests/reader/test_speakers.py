"""Who speaks is seen beside the words, on every terminal, and is never a pronoun."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.reader.story import COMPARISON, ONE, READING, made_app, quotation
from tests.reader.test_article_keys import press
from tui.language.model import Quotation, Reference
from tui.language.speakers import short_name, short_speaker, shown_speaker, speaker_name
from tui.reader.app import LesartApp
from tui.reader.article.column import divide
from tui.reader.bars import Bar
from tui.reader.screens.quotations import QuotationsScreen

WORDS = "Wir wollen bis 2030 leise fahren"


def beside(app: LesartApp, words: str) -> str:
    """The row of the article that holds these words, as it stands on the screen."""
    view = app.reading.view
    rows = (view.render_line(y).text for y in range(view.size.height))
    return next(row for row in rows if words in row)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 60)])
async def test_the_speaker_stands_beside_the_words(app: LesartApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j", "j")
        assert "⟨Anna Berg" in beside(app, "Wir wollen") or "⟨Berg" in beside(app, "Wir wollen")


def test_a_margin_takes_nothing_from_a_text_that_has_little_room() -> None:
    for width in range(20, 220):
        column = divide(width, 72)
        assert column.start + column.text + column.margin + column.right + 2 == width
        assert column.text >= min(44, width - 9)


async def test_a_pronoun_is_not_shown_as_a_speaker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    app = made_app(tmp_path, reading=READING)
    said = replace(quotation(ONE, WORDS, "Anna Berg"), speaker=Reference(0, 3, "Man"))
    known = next(item for item in COMPARISON.analyses if item.article == ONE.id)
    app.set_reactive(LesartApp.desk, app.desk.with_analysis(replace(known, quotations=(said,))))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "]", "q")
        assert "⟨" not in beside(app, "Wir wollen")
        assert "speaker not found" in app.screen.query_one("#here", Bar).render_line(0).text
        await press(pilot, "Q")
        screen = app.screen
        assert isinstance(screen, QuotationsScreen)
        assert [branch.head for branch in screen.branches] == ["Speaker not found"]


@pytest.mark.parametrize(
    "speaker, name",
    [
        (None, ""),
        (Reference(0, 2, "er"), ""),
        (Reference(0, 5, "viele", "viele"), ""),
        (Reference(0, 2, "er", "Anna Berg"), "Anna Berg"),
        (Reference(0, 9, "Analysten"), "Analysten"),
    ],
)
def test_a_speaker_is_called_by_the_name_that_a_pronoun_stands_for(speaker: Reference | None, name: str) -> None:
    assert speaker_name(Quotation("one", "direct", ((0, 1),), speaker)) == name


@pytest.mark.parametrize("person, short", [("Anna Berg", "Berg"), ("Ursula von der Leyen", "von der Leyen")])
def test_a_person_is_called_by_the_surname_where_there_is_little_room(person: str, short: str) -> None:
    assert short_name(person) == short


@pytest.mark.parametrize(
    "text, name, shown",
    [
        ("Berichten", "Berichten", ""),
        ("Angaben", "Angaben", ""),
        ("Medienberichten", "Medienberichten", ""),
        ("denen, die die Pläne kennen", "denen, die die Pläne kennen", ""),
        ("die Begeisterung der Käufer", "Begeisterung der Käufer", ""),
        ("ein leises Zeitalter", "leises Zeitalter", ""),
        ("Angaben ihres Anwalts", "Angaben ihres Anwalts", "Angaben ihres Anwalts"),
        ("Personen, die den Kauf vorbereiten", "Personen, die den Kauf vorbereiten", "Personen"),
        ("einer Person mit Kenntnis der Gespräche", "Person mit Kenntnis der Gespräche", "Person"),
        ("die mit dem Kauf der Busse vertrauten Personen", "mit dem Kauf der Busse vertrauten Personen", "Personen"),
        ("zwei Insider", "zwei Insider", "zwei Insider"),
        ("der 14-Jährige", "14-Jährige", "14-Jährige"),
        ("ein Sprecher der Feuerwehr in Ulm", "Sprecher der Feuerwehr in Ulm", "Sprecher der Feuerwehr in Ulm"),
        ("Opposition und Bauernverband", "Opposition und Bauernverband", "Opposition und Bauernverband"),
        ("die Anwälte des Betreibers", "Anwälte des Betreibers", "Anwälte des Betreibers"),
        ("ein neuer Brief für mehr Busse", "neuer Brief für mehr Busse", "neuer Brief"),
        ("Südpost", "Südpost", "Südpost"),
        ("Ellenbruch", "Ellenbruch", "Ellenbruch"),
        ("Karla von der Stein", "Karla von der Stein", "Karla von der Stein"),
        ("Musters Enthusiasmus", "Musters Enthusiasmus", ""),
        ("sie", "Karla von der Stein", "Karla von der Stein"),
        ("die Person", "Person mit Kenntnis der Gespräche", "Person"),
    ],
)
def test_only_words_that_say_who_are_shown_as_a_speaker(text: str, name: str, shown: str) -> None:
    said = Quotation("one", "indirect", ((0, 1),), Reference(0, len(text), text, name))
    assert shown_speaker(said, {"Südpost"}) == shown


@pytest.mark.parametrize(
    "shown, short",
    [
        ("neuer Brief", "Brief"),
        ("Sprecher der Feuerwehr in Ulm", "Sprecher"),
        ("Zwei der Personen", "Personen"),
        ("Personen", "Personen"),
    ],
)
def test_somebody_without_a_name_is_called_by_a_noun_where_there_is_little_room(shown: str, short: str) -> None:
    assert short_speaker(shown) == short


async def test_who_speaks_stands_whole_beside_a_later_line_of_the_words_rather_than_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    app = made_app(tmp_path, reading=READING)
    known = next(item for item in COMPARISON.analyses if item.article == ONE.id)
    words = "Am Depot in der Weststadt werden dafür 25 Ladesäulen gebaut. Anwohner fürchten den Lärm der Baustelle."
    said = replace(quotation(ONE, words, "Anna Berg"), speaker=Reference(0, 3, "sie", "Sprecherinnen der Anwohner"))
    app.set_reactive(LesartApp.desk, app.desk.with_analysis(replace(known, quotations=(said,))))
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "G")
        view = app.reading.view
        shown = [view.render_line(y).text.partition("⟨")[2].split()[:1] for y in range(view.size.height)]
        assert ["Sprecherinnen"] in shown


def test_a_name_is_shown_whatever_words_it_is_made_of() -> None:
    said = Quotation("one", "direct", ((0, 1),), Reference(0, 1, "sie", "Zeit für Angaben"))
    assert shown_speaker(said, {"Zeit für Angaben"}) == "Zeit für Angaben"


async def test_what_says_not_who_speaks_stands_in_no_list_of_speakers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    app = made_app(tmp_path, reading=READING)
    known = next(item for item in COMPARISON.analyses if item.article == ONE.id)
    said = [
        replace(quotation(ONE, WORDS, "Anna Berg"), id=name[:5], speaker=Reference(0, 3, name, name))
        for name in ("Berichten", "Personen, die den Kauf vorbereiten")
    ]
    app.set_reactive(LesartApp.desk, app.desk.with_analysis(replace(known, quotations=tuple(said))))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "j")
        assert beside(app, "Wir wollen").count("⟨") == 1 and "⟨Perso" in beside(app, "Wir wollen")
        await press(pilot, "Q")
        screen = app.screen
        assert isinstance(screen, QuotationsScreen)
        assert [branch.head for branch in screen.branches] == [
            "Personen, die den Kauf vorbereiten",
            "Speaker not found",
        ]
