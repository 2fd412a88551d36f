"""Numbers, letters and brackets tell things and people apart."""

import pytest

from tests.comparison.pairs import conflicts


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Das Feuer brach in Halle 3 aus.", "In Halle 5 brach nachts das Feuer aus.", "place"),
        ("Der Zug entgleiste auf Gleis 7.", "Auf Gleis 2 ist am Morgen der Zug entgleist.", "place"),
        ("Der Bus stürzte auf der A 44 um.", "Der Bus stürzte auf der A 4 um.", "place"),
        (
            "Die Abgeordnete [Ina Petzold|PER] (CDU) stimmte dagegen.",
            "[Petzold|PER] (FDP) stimmte gegen das Gesetz.",
            "name",
        ),
        (
            "Landrat [Uwe Lang|PER] (47, SPD) lehnt das ab.",
            "[Uwe Lang|PER] (Die Linke) hat es abgelehnt.",
            "name",
        ),
    ],
)
def test_different_numbers_of_one_thing_and_parties_of_one_person_make_a_possible_conflict(
    first: str, second: str, kind: str
) -> None:
    assert kind in conflicts(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Das Feuer brach in Halle 3 aus.", "In Halle 5 lagerten nur Farben."),
        ("Das Feuer brach in Halle 3 aus.", "Aus Halle 3 griff das Feuer auf Halle 5 über."),
        ("Der Zug fuhr mit Tempo 80.", "Kapitel 7 handelt von dem Zug."),
        ("[Uwe Lang|PER] (Grüne) lehnt das ab.", "[Lang|PER] (Die Grünen) hat es abgelehnt."),
        ("[Uwe Lang|PER] (SPD) lehnt das ab.", "[Eva Lang|PER] (CDU) hat es abgelehnt."),
        ("[Uwe Lang|PER] (SPD) lehnt das ab.", "[Lang|PER] (47) hat es abgelehnt."),
    ],
)
def test_other_things_and_other_people_make_none(first: str, second: str) -> None:
    assert not conflicts(first, second) & {"place", "name"}
