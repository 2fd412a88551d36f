"""What is shown as an origin is somebody whom a journalist would accept as knowing it; everything else is none."""

from __future__ import annotations

import re

import pytest

from tests.comparison.making import analysis, article
from tui.comparison.model import Mention
from tui.comparison.origin_words import Labels, labels_of, origin_words
from tui.comparison.origins import count_origins, denier, is_told, origin_of
from tui.comparison.passages import statements_of
from tui.language.model import Quotation, QuotationKind, Reference, Token

LABELS: Labels = {"Anna Berg": "PER", "Werft": "ORG", "Ulm": "LOC", "Calypso": "MISC", "Tagblatt": "ORG"}


def called(text: str, name: str = "", cue: str = "sagte", marked: bool = False) -> str | None:
    return origin_words(Reference(0, len(text), text, name or text), LABELS, cue, marked)


@pytest.mark.parametrize(
    ("text", "name", "origin"),
    [
        ("Berg", "Anna Berg", "Anna Berg"),
        ("sie", "Anna Berg", "Anna Berg"),
        ("sie", "Rita Sommer", "Rita Sommer"),
        ("die Polizei", "Polizei", "Polizei"),
        ("Augenzeugen", "", "Augenzeugen"),
        ("einer Untersuchung durch Juristen", "Untersuchung durch Juristen", "Untersuchung durch Juristen"),
        ("Ermittler", "", "Ermittler"),
        ("die Ingenieure", "Ingenieure", "Ingenieure"),
        ("ein Sprecher der Firma", "Sprecher der Firma", "Sprecher der Firma"),
        ("Personen, die mit der Sache vertraut sind", "", "Personen, die mit der Sache vertraut sind"),
        ("denen, die seine Pläne kennen", "", "denen, die seine Pläne kennen"),
        ("zwei Personen mit Kenntnis der Sache", "", "zwei Personen mit Kenntnis der Sache"),
        ("seine Partei", "seine Partei", "Partei"),
        ("Anna Berg und Werft", "", "Anna Berg und Werft"),
        ("ein Bericht der Kommission", "Bericht der Kommission", "Bericht der Kommission"),
        ("die Anklageschrift", "Anklageschrift", "Anklageschrift"),
        ("ein Prüfbericht", "Prüfbericht", "Prüfbericht"),
        ("interne E-Mails", "", "interne E-Mails"),
        ("eine Pariser Zeitung", "Pariser Zeitung", "Pariser Zeitung"),
    ],
)
def test_whoever_may_know_is_an_origin(text: str, name: str, origin: str) -> None:
    assert called(text, name) == origin


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Berichten", ""),
        ("ersten Erkenntnissen", "erste Erkenntnisse"),
        ("Angaben aus Ulm", ""),
        ("mitunterzeichneten Brief", ""),
        ("der Bericht", "Bericht"),
        ("ein Gesetz", "Gesetz"),
        ("den Plänen", "Plänen"),
        ("die Neuigkeit", "Neuigkeit"),
        ("man", ""),
        ("er", ""),
        ("beide", "beide"),
        ("er", "sein Vater"),
        ("er", "Werft"),
        ("Calypso", ""),
        ("eine Mütze", "Mütze"),
        ("seiner Meinung in seinem Labor", "seine Meinung in seinem Labor"),
        ("Politisch", ""),
    ],
)
def test_words_that_name_nobody_are_no_origin(text: str, name: str) -> None:
    assert called(text, name) is None


@pytest.mark.parametrize(
    ("text", "name", "origin"),
    [
        ("BLITZ-Informationen", "", "BLITZ"),
        ("»Kleines Blatt«-Infos", "", "Kleines Blatt"),
        ("einem Südpost-Bericht", "Südpost-Bericht", "Südpost"),
        ("Informationen von Südpost", "Südpost", "Südpost"),
        ("Südpost", "", "Südpost"),
        ("Eigenwerbung", "", None),
        ("Plan", "", None),
    ],
)
def test_a_paper_is_named_where_its_report_is_cited(text: str, name: str, origin: str | None) -> None:
    assert called(text, name, "laut") == origin


def test_a_body_is_named_without_the_genitive_of_its_first_word() -> None:
    known: Labels = {"Landgerichts Ulm": "ORG", "Kreis Ulm": "ORG"}
    assert origin_words(Reference(0, 16, "Landgerichts Ulm", "Landgerichts Ulm"), known) == "Landgericht Ulm"
    assert origin_words(Reference(0, 9, "Kreis Ulm", "Kreis Ulm"), known) == "Kreis Ulm"


def test_a_place_speaks_as_a_government_but_says_not_who_where_something_was_heard_there() -> None:
    assert called("Ulm", "", "fordert") == "Ulm"
    assert called("Ulm", "", "hieß") is None


def test_whoever_says_words_in_marks_is_somebody_by_work_or_place() -> None:
    assert called("ein Lackierer", "Lackierer", "schimpfte", marked=True) == "Lackierer"
    assert called("ein Lackierer", "Lackierer", "zeigte") is None


def quoted(text: str, words: str, kind: QuotationKind, speaker: str, cue: str = "") -> str | None:
    """The origin of a sentence whose words somebody says."""
    made = article(text)
    at = text.index(words)
    said = Reference(0, 0, cue) if cue else None
    quotation = Quotation("one", kind, ((at, at + len(words)),), Reference(0, 0, speaker, speaker), said)
    statement = statements_of(made, analysis(made), 0)[-1]
    return origin_of(statement, quotation, True, LABELS)


def test_who_asks_knows_nothing() -> None:
    text = "Die Polizei prüft, ob die Bremse versagte."
    assert quoted(text, "ob die Bremse versagte", "indirect", "Polizei", "prüft") is None
    text = "Die Polizei untersucht, warum die Bremse versagte."
    assert quoted(text, "warum die Bremse versagte", "indirect", "Polizei", "untersucht") is None
    text = "Die Polizei erklärte, warum die Bremse versagte."
    assert quoted(text, "warum die Bremse versagte", "indirect", "Polizei", "erklärte") == "Polizei"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Das Werk sei veraltet.", True),
        ("Die Kosten hätten sich verdoppelt.", True),
        ("Wichtige Gesetze sollen noch beschlossen werden.", False),
        ("Auch die Stadt hält Anteile und würde selbst niemanden hereinlassen.", False),
    ],
)
def test_a_sentence_goes_on_with_somebodys_words_only_in_the_konjunktiv(text: str, told: bool) -> None:
    made = article(text)
    quotation = Quotation("one", "free-indirect", ((0, len(text)),), Reference(0, 0, "Anna Berg", "Anna Berg"))
    tokens = [Token(*word.span()) for word in re.finditer(r"\w+", text)]
    assert is_told(statements_of(made, analysis(made), 0)[0], quotation, tokens, text) is told


def test_a_name_is_what_the_story_takes_it_for_most_often() -> None:
    first = article("Werft Nord baut. Werft Nord schweigt.", "a.txt")
    second = article("Werft Nord baut.", "b.txt")
    known = [analysis(first, (("Werft Nord", "ORG"),)), analysis(second, (("Werft Nord", "PER"),))]
    assert labels_of(known) == {"Werft Nord": "ORG"}


def said(by: str, origin: str) -> Mention:
    return Mention(by, 0, 1, "x", 1.0, "attributed", origin)


def test_people_without_a_name_in_two_articles_are_two_origins() -> None:
    persons = "zwei Personen, die den Plan kennen"
    assert count_origins([said("a", persons), said("b", persons)], {}) == 2
    assert count_origins([said("a", "Augenzeugen"), said("b", "Augenzeugen")], {}) == 2
    assert count_origins([said("a", "Mitarbeiter von Südpost"), said("b", "Mitarbeiter von Südpost")], {}) == 1
    assert count_origins([said("a", "Polizei"), said("b", "Polizei")], {}) == 1


@pytest.mark.parametrize(
    ("text", "named", "who"),
    [
        ("Eva Lang wies die Vorwürfe zurück.", ("Eva Lang",), "Eva Lang"),
        ("Die Vorwürfe von Jan Roth wies Eva Lang zurück.", ("Jan Roth", "Eva Lang"), "Eva Lang"),
        ("Eva Langs Anwalt bestritt die Tat.", ("Eva Langs",), None),
        ("Jan Roth und Eva Lang bestreiten die Tat.", ("Jan Roth", "Eva Lang"), None),
    ],
)
def test_who_denies_is_the_origin_of_the_denial(text: str, named: tuple[str, ...], who: str | None) -> None:
    made = article(text)
    statement = statements_of(made, analysis(made, tuple((name, "PER") for name in named)), 0)[0]
    assert denier(statement, (statement.start, statement.end)) == who
