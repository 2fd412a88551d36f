"""What is a development or a plan and what a possible conflict, when the days of publication are known."""

import pytest

from tests.comparison.pairs import conflicts, differences

FIRST_DAY, SAME_DAY, NEXT_DAY = "2024-03-04", "2024-03-04", "2024-03-05"


@pytest.mark.parametrize(
    ("kind", "first", "second", "later"),
    [
        ("number", "Bei dem Brand starben 12 Menschen.", "Bei dem Feuer kamen 15 Menschen ums Leben.", SAME_DAY),
        ("money", "Der Schaden beträgt 15 Millionen Euro.", "Der Schaden beträgt 12 Millionen Euro.", NEXT_DAY),
        ("money", "Der Schaden war 2019 zwölf Millionen Euro.", "Der Schaden war 2019 15 Millionen Euro.", NEXT_DAY),
        (
            "action",
            "Der Verdächtige ist in Haft.",
            "Der Verdächtige wurde freigelassen.",
            SAME_DAY,
        ),
    ],
)
def test_what_differs_at_one_time_or_in_a_settled_matter_is_a_possible_conflict(
    kind: str, first: str, second: str, later: str
) -> None:
    assert kind in conflicts(first, second, published=(FIRST_DAY, later))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Bei dem Brand starben 12 Menschen.", "Bei dem Feuer kamen 15 Menschen ums Leben."),
        ("Die Zahl der Verletzten stieg auf 30.", "Es gab 45 Verletzte bei dem Unglück."),
        ("Der Konzern bietet 40 Millionen Euro für die Firma.", "Der Konzern kauft die Firma für 35 Millionen Euro."),
        ("Der Verdächtige ist in Haft.", "Der Verdächtige wurde freigelassen."),
        ("Am Sonntag starb der Patient in der Klinik.", "Am Dienstag starb der Patient in der Klinik."),
    ],
)
def test_what_a_later_article_tells_is_a_development(first: str, second: str) -> None:
    assert conflicts(first, second, published=(FIRST_DAY, NEXT_DAY)) == set()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Das Feuer begann in der Nacht zum Montag.", "Das Feuer begann am späten Sonntagabend."),
        ("Am Montag brannte die Halle.", "Am Montag brannte die Halle."),
        ("Der Saal bietet Platz für 700 Menschen.", "Im Saal waren 500 Menschen."),
        ("Das Mittel kostet 2,8 Millionen Euro mit Mehrwertsteuer.", "Das Mittel kostet 2,4 Millionen Euro."),
        ("Der Wert der Firma betrug 85 Millionen Euro.", "Die Firma berichtigte ihren Wert um 62 Millionen Euro."),
        ("In der Nacht schliefen 180 Menschen im Saal.", "Am Mittag waren 300 Menschen im Saal."),
        ("An Bord waren 61 Menschen.", "An Bord waren 57 Passagiere."),
        ("Mindestens zehn Tiere starben.", "Fünf leidenden Tieren gab er den Gnadenschuss, sie starben."),
        ("Es starben neun Menschen bei dem Unfall.", "Bei dem Unfall wurden zwölf Menschen verletzt."),
    ],
)
def test_figures_of_two_things_or_two_times_are_no_conflict(first: str, second: str) -> None:
    assert conflicts(first, second, published=(FIRST_DAY, NEXT_DAY)) == set()


def test_ages_of_one_kind_of_person_are_compared_and_are_no_durations() -> None:
    first, second = (
        "Ein 63 Jahre alter Autofahrer starb bei dem Unfall.",
        "Bei dem Unfall starb ein 68-jähriger Autofahrer.",
    )
    assert conflicts(first, second) == {"number"}
    told = {difference.reason for difference in differences(first, second)}
    assert told == {"63 Jahre and 68-jähriger: different ages"}
    assert conflicts(first, second.replace("Autofahrer", "Radfahrer")) == set()


def test_figures_of_one_year_are_compared_wherever_the_year_stands() -> None:
    first = "Der Verein verlor 310 Mitglieder im Jahr 2022."
    second = "Dem Verein kehrten 420 Mitglieder im Jahr 2022 den Rücken."
    assert conflicts(first, second) == {"number"}


@pytest.mark.parametrize(
    ("first", "second", "later"),
    [
        ("Bei dem Brand starben 15 Menschen.", "Bei dem Feuer kamen 12 Menschen ums Leben.", "2024-03-04T18:30"),
        ("Der Schaden beträgt 15 Millionen Euro.", "Der Schaden beträgt 12 Millionen Euro.", NEXT_DAY),
    ],
)
def test_a_later_figure_of_one_source_replaces_the_former_one(first: str, second: str, later: str) -> None:
    published = "2024-03-04T06:12", later
    found = differences(first, second, published=published, outlet="agentur")
    assert {item.relation for item in found if item.kind != "modality"} == {"compatible"}
    assert [item.reason for item in found if item.reason.endswith("one is of a later version of the same source")]
    assert conflicts(first, second, published=published)


def test_what_one_source_tells_of_a_settled_matter_in_two_ways_stays_in_conflict_and_the_reason_says_so() -> None:
    sentences = "Der Schaden war 2019 zwölf Millionen Euro.", "Der Schaden war 2019 15 Millionen Euro."
    found = differences(*sentences, published=(FIRST_DAY, NEXT_DAY), outlet="agentur")
    (shown,) = (item for item in found if item.relation == "conflict")
    assert shown.reason.endswith("; one is a later version of the same source")


def test_two_articles_of_one_source_of_which_none_is_known_to_be_later_may_contradict_each_other() -> None:
    first, second = "Bei dem Brand starben 12 Menschen.", "Bei dem Feuer kamen 15 Menschen ums Leben."
    found = differences(first, second, published=(FIRST_DAY, SAME_DAY), outlet="agentur")
    assert [item for item in found if item.relation == "conflict"]
