"""Weekdays as the verbs of their clauses place them, read on a Wednesday: to come, over, or not told."""

from datetime import date
from functools import cache

import pytest

from tui.language.model import Token
from tui.language.pipeline import Pipeline, load_pipeline
from tui.language.values import find_values


@cache
def pipeline() -> Pipeline:
    return load_pipeline()


def days(text: str, published: str = "2025-02-12") -> list[str]:
    """The weekdays of a sentence: days of February, or what the values say where they are open."""
    doc = pipeline().nlp(text)
    tokens = [Token(word.idx, word.idx + len(word), word.pos_, str(word.morph)) for word in doc if not word.is_space]
    found = [v for v in find_values(text, [(0, len(text))], tokens, published=published) if v.kind == "date"]
    return [str(date.fromordinal(int(v.low)).day) if v.low else v.unit or "" for v in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Kammer will am Freitag weiter verhandeln.", ["14"]),
        ("Das neue Gesetz soll am Samstag in Kraft treten.", ["15"]),
        ("Das Ergebnis wird am Donnerstag bekannt gegeben.", ["13"]),
        ("Der Rat der Stadt tagt am Montag wieder.", ["17"]),
        ("Die Chefin werde am Freitag entscheiden, hieß es.", ["14"]),
        ("Sie kündigte an, am Sonntag nach Rom zu fliegen.", ["16"]),
        ("Die Schule bleibt bis Freitag zu.", ["14"]),
        ("Das Becken ist bis voraussichtlich Samstag geschlossen.", ["15"]),
        ("Das Bad ist bis Samstag gesperrt.", ["15"]),
        ("Ab Montag gilt der neue Fahrplan.", ["17"]),
        ("Spätestens am Freitag müssen die Räume leer sein.", ["14"]),
        ("Sie lud die Betriebsräte für Donnerstag ein.", ["13"]),
        ("Der Sender verlegte die für Freitag geplante Debatte auf Sonntag.", ["14", "16"]),
        ("Die am Montag beginnende Messe wurde ausgebaut.", ["17"]),
        ("Von Freitag bis Sonntag läuft die Messe.", ["14", "16"]),
        ("Die Messe will am Donnerstag kommender Woche öffnen.", ["20"]),
    ],
)
def test_a_weekday_of_what_is_to_come_lies_ahead(text: str, found: list[str]) -> None:
    assert days(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Das erklärte die Kammer am Freitag.", ["7"]),
        ("Zwei Männer wurden am Samstag gerettet.", ["8"]),
        ("Die Leitung hat am Donnerstag alle Pläne verworfen.", ["6"]),
        ("Er habe am Freitag nur geschlafen, beteuerte er.", ["7"]),
        ("Der Wagen ist am Sonntag in den Fluss gestürzt.", ["9"]),
        ("Die Frau soll am Samstag zwei Fenster eingeworfen haben.", ["8"]),
        ("Das Gericht warf ihr vor, am Freitag gelogen zu haben.", ["7"]),
        ("Der am Montag gewählte Vorstand will sparen.", ["10"]),
        ("Seit Montag wird gestreikt.", ["10"]),
        ("Der Vertrag vom Freitag soll neu gefasst werden.", ["7"]),
        ("Man werde das prüfen, so die Stadt am Freitag.", ["7"]),
        ("In der Nacht auf Samstag sank ein Kahn.", ["8"]),
        ("Sie strich am Freitag den Zuschuss und wird nun angefeindet.", ["7"]),
        ("Von Freitag bis Sonntag war die Messe voll.", ["7", "9"]),
        ("Beraten wurde das, anders als man nun hört, schon am Freitag.", ["7"]),
        ("Seit Montag wird geübt, und am Freitag, als es hagelte, kamen alle.", ["10", "7"]),
        ("Auch die zweite, am Samstag gezeigte Folge soll neu gedreht werden.", ["8"]),
        ("Sie wollte sich am Freitag nicht dazu äußern.", ["7"]),
        ("Die Messe schloss am Donnerstag vergangener Woche.", ["6"]),
    ],
)
def test_a_weekday_of_what_is_over_lies_behind(text: str, found: list[str]) -> None:
    assert days(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Am Montag steht die Wirtin am Fenster: Sie wartet.", ["weekday:1"]),
        ("Rat stimmt am Freitag ab", ["weekday:5"]),
        ("Am Dienstag sitzt der Wirt im leeren Saal.", ["weekday:2"]),
        ("Die Reise sollte am Freitag beginnen.", ["weekday:5"]),
        ("Nach dem Brand am Montag will die Stadt alle Hallen prüfen.", ["weekday:1"]),
        ("Vor dem Spiel am Samstag warnte die Polizei vor Gewalt.", ["weekday:6"]),
        ("Bis Samstag sind 300 Kinder krank geworden.", ["weekday:6"]),
        ("Der Damm wurde bis Samstag gesperrt.", ["weekday:6"]),
        ("Konzert am Samstag in der Aula.", ["weekday:6"]),
        ("Wer an einem Freitag kommt, findet niemanden.", ["weekday:5"]),
    ],
)
def test_a_weekday_of_which_the_clause_does_not_tell_stays_open(text: str, found: list[str]) -> None:
    assert days(text) == found


def test_the_weekday_of_the_day_of_publication_is_this_day() -> None:
    for text in ("Das sagte er am Mittwoch.", "Das will er am Mittwoch sagen.", "Konzert am Mittwoch in der Aula."):
        assert days(text) == ["12"]


def test_two_clauses_of_one_sentence_place_their_weekdays_apart() -> None:
    assert days("Am Freitag, sagte sie am Montag, werde sie zurücktreten.") == ["14", "10"]
    assert days("Die Stadt teilte am Montag mit, dass die Brücke am Freitag öffnet.") == ["10", "14"]
