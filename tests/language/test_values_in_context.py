"""Values that only the sentence around them makes one: ages after a name, counts without a noun, times in words."""

import pytest

from tui.language.model import Entity, EntityLabel
from tui.language.values import find_values


def found(text: str, *names: str, label: EntityLabel = "PER") -> list[tuple[str, float | None, str | None]]:
    entities = [Entity(text.index(name), text.index(name) + len(name), name, label, name) for name in names]
    return [(value.text, value.low, value.unit) for value in find_values(text, [(0, len(text))], entities=entities)]


def test_a_number_after_a_persons_name_is_an_age() -> None:
    assert found("Rathke (31) rastet aus.", "Rathke") == [("31", 31, "year")]
    assert found("Eine Nachbarin, Tavit, 41, steht unter Schutz.", "Tavit") == [("41", 41, "year")]
    assert found("Pavlescu (38, Räuber) ist frei.", "Pavlescu") == [("38", 38, "year")]


def test_a_number_in_brackets_after_anything_else_is_no_age() -> None:
    assert found("Die Stadt Achim (31) liegt vorn, Listenplatz (2) auch.", "Achim", label="LOC") == []


def test_goals_and_minutes_after_a_players_name_are_no_ages() -> None:
    assert ("34", 34, "year") not in found("Im Spiel: 1:0 Brandes (34), 2:0 Koch (51).", "Brandes", "Koch")
    assert ("55", 55, "year") not in found("Mit 68 Toren führt Koch vor Brandes (55).", "Brandes", "Koch")


def test_numbers_of_a_list_are_no_ages() -> None:
    assert all(unit != "year" for _, _, unit in found("Es waren Koch, 18, 24 und 30 dabei.", "Koch"))


@pytest.mark.parametrize(
    "text",
    [
        "Zwölf Leute kamen um, sechs wurden schwer verletzt.",
        "Dabei wurden sechs verletzt.",
        "Zwölf kamen, darunter sechs schwer.",
        "Nur sechs stimmten dagegen.",
        "Gerettet sind alle bis auf sechs.",
        "Es sind nur noch sechs.",
        "Die Zahl der Toten stieg auf sechs.",
        "Die Opferzahl liegt bei sechs, hieß es.",
    ],
)
def test_a_number_word_that_the_grammar_makes_a_count_is_one(text: str) -> None:
    assert ("sechs", 6, None) in found(text)


def test_some_of_many_are_counted_by_their_noun_and_so_are_the_many() -> None:
    assert found("Zwei der vier Verletzten schweben in Gefahr.") == [
        ("Zwei", 2, "Verletzten"),
        ("vier Verletzten", 4, "Verletzten"),
    ]
    assert found("In Basel fallen 80 der 210 Stellen weg.") == [("80", 80, "Stellen"), ("210 Stellen", 210, "Stellen")]


@pytest.mark.parametrize(
    "text",
    [
        "Als diese Kinder sechs sind, endet es.",
        "Das Spiel endet zwei zu null.",
        "Besitzer ist seit 2019 der Amerikaner Delmonico.",
        "Aus zwei wurden mehr.",
        "Sie sprang auf zwei.",
        "Sie fielen auf Rang drei der Liste.",
        "Es waren eins und einer.",
    ],
)
def test_a_number_that_is_an_age_a_score_a_year_or_a_name_is_no_count(text: str) -> None:
    assert all(value.kind == "date" or value.unit == "ratio" for value in find_values(text, [(0, len(text))]))


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Am Freitag um elf, als alle saßen, sprach sie.", ["time:11:00"]),
        ("Um acht saß sie wieder da.", ["time:08:00"]),
        ("Am Abend um acht klingelte es.", ["time:20:00"]),
        ("Erst gegen neun merkte es jemand.", ["time:09:00"]),
        ("Die Preise stiegen am Freitag um elf.", []),
        ("Gegen zwei wird ermittelt.", []),
        ("Sie stimmten mit fünf gegen vier.", []),
        ("Gegen zwei von ihnen läuft etwas.", []),
        ("Sie stiegen um fünf bis sechs Cent.", []),
        ("Es ging um zwei.", []),
        ("Kurz vor drei Jahren war es so.", []),
    ],
)
def test_a_time_in_words_is_read_where_it_is_no_amount(text: str, times: list[str]) -> None:
    units = [value.unit or "" for value in find_values(text, [(0, len(text))])]
    assert [unit for unit in units if unit.startswith("time")] == times


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Es kostet zwei Euro zehn.", [2.1]),
        ("Für zwei Euro zehn Brötchen kaufen.", [2]),
        ("Es sind 22 Millionen Euro 40 Prozent der Summe.", [22e6]),
        ("Er bot 20 Euro 15 Tage lang.", [20]),
        ("Der Kurs lag bei 1,1420 Dollar.", [1.142]),
    ],
)
def test_a_sum_split_as_in_speech_is_one_sum_and_no_other_number_is_drawn_into_it(text: str, sums: list[float]) -> None:
    assert [value.low for value in find_values(text, [(0, len(text))]) if value.kind == "money"] == sums


def test_who_is_asked_is_no_upper_bound() -> None:
    assert found("Laut einer Umfrage des Instituts unter 1004 Gästen") == [("1004 Gästen", 1004, "Gästen")]
    assert found("Zuletzt kamen unter 1004 Gäste.") == [("unter 1004 Gäste", None, "Gäste")]


def days(text: str) -> list[str]:
    return [value.text for value in find_values(text, [(0, len(text))], published="2025-02-12") if value.kind == "date"]


def test_weekdays_of_every_week_are_put_on_no_calendar() -> None:
    assert days("Schon seit Oktober nahm die Station von Freitagmittag bis Montagfrüh niemanden auf.") == ["Oktober"]
    assert days("Montags bis Freitag ist offen.") == []
    assert days("Freitags ist geschlossen.") == []


def test_a_span_of_weekdays_that_no_word_makes_a_habit_stays_two_dates() -> None:
    assert days("Von Freitag bis Sonntag läuft das Fest.") == ["Freitag", "Sonntag"]
    assert days("Seit Montag ist er von Freitag bis Sonntag dort.") == ["Montag", "Freitag", "Sonntag"]
    assert days("Am Abend des Freitags kam er.") == ["Freitags"]


def test_a_feast_that_is_wished_or_kept_each_year_is_no_date() -> None:
    assert days("„Frohe Weihnachten“, rief er.") == []
    assert days("Silvester brennt es jedes Jahr.") == []
    assert days("An Silvester brannte es.") == ["Silvester"]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Der Etat sinkt von rund 640 auf 610 Millionen Euro.", [(640e6, "EUR"), (610e6, "EUR")]),
        ("Der Zins stieg von 2 auf 3,5 Prozent.", [(2, "%"), (3.5, "%")]),
        ("Das kürzt die Frist von zehn auf sieben Tage.", [(10, "day"), (7, "day")]),
        ("Der Preis fiel von 800.000 auf 1,1 Millionen Euro.", [(800_000, "EUR"), (1.1e6, "EUR")]),
        ("Er muss zu neun, sein Bruder zu vier Jahren ins Gefängnis.", [(9, "year"), (4, "year")]),
        ("Die Anteile liegen bei 10, 15 und 20 Prozent.", [(10, "%"), (15, "%"), (20, "%")]),
        ("Die Kammer billigte das mit 31 gegen 12 Stimmen.", [(31, "Stimmen"), (12, "Stimmen")]),
        ("Er bekam sechs Jahre und drei Monate.", [(6.25, "year")]),
        ("Der Flug dauerte zwei Stunden 30 Minuten.", [(2.5, "hour")]),
    ],
)
def test_numbers_that_stand_together_have_one_unit(text: str, amounts: list[tuple[float, str]]) -> None:
    assert [(value.low, value.unit) for value in find_values(text, [(0, len(text))])] == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Der Index fiel auf 9.300, drei Prozent weniger.", [(9300, None), (3, "%")]),
        ("Er bekam zwei Jahre und 14 Monate.", [(2, "year"), (14, "month")]),
        ("Das Spiel endete vier zu zwei.", [(2, "ratio")]),
        ("Er zahlte drei Tage und zwei Nächte.", [(3, "day"), (2, "Nächte")]),
        ("Er kam von Halle 5 auf 3 Prozent.", [(3, "%")]),
    ],
)
def test_numbers_of_two_things_do_not_lend_each_other_units(text: str, amounts: list[tuple[float, str | None]]) -> None:
    assert [(value.low, value.unit) for value in find_values(text, [(0, len(text))])] == amounts
