"""Acts and states that exclude each other, and those that only look so."""

import pytest

from tests.comparison.pairs import conflicts
from tui.comparison.opposites import predicates


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[Ralf Lohse|PER] blieb dem Auftritt fern.", "[Ralf Lohse|PER] war beim Auftritt an ihrer Seite."),
        ("[Eva Voss|PER] nahm an der Sitzung nicht teil.", "[Eva Voss|PER] stimmte für den Antrag."),
        ("Die Witwe [Eva Voss|PER] verfolgte das Urteil im Saal.", "[Eva Voss|PER] war zum Urteil nicht gekommen."),
        ("Die Premiere am Samstag findet statt.", "Die Premiere am Samstag ist abgesagt."),
        ("Die Premiere am Samstag findet wie geplant statt.", "Die Premiere am Samstag entfällt."),
        ("[Jan Roth|PER] gab die Tat zu.", "[Jan Roth|PER] schwieg zu der Tat."),
        ("[Jan Roth|PER] wurde wegen Mordes verurteilt.", "[Jan Roth|PER] wurde wegen Totschlags verurteilt."),
        ("[Jan Roth|PER] starb noch am Tatort.", "[Jan Roth|PER] starb in der Klinik."),
        ("[Jan Roth|PER] will klagen.", "Auf eine Klage verzichtet [Jan Roth|PER]."),
        ("[Jan Roth|PER] nahm das Urteil regungslos auf.", "[Jan Roth|PER] brach in Tränen aus."),
        ("[Jan Roth|PER] räumte Fehler ein.", "[Jan Roth|PER] bestreitet sämtliche Vorwürfe."),
        ("[Jan Roth|PER] wurde nicht angehört.", "Man habe [Jan Roth|PER] zweimal angehört."),
        ("[Jan Roth|PER] wurde fristlos entlassen.", "Die Trennung von [Jan Roth|PER] erfolgte einvernehmlich."),
        ("Die FDP kündigte an, dem Antrag zuzustimmen.", "Die FDP will den Antrag ablehnen."),
    ],
)
def test_acts_that_exclude_each_other_are_a_possible_conflict(first: str, second: str) -> None:
    assert "action" in conflicts(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Die Opposition forderte den Rücktritt von [Jan Roth|PER].", "[Jan Roth|PER] bleibt im Amt."),
        ("Der Staatsanwalt hatte für [Jan Roth|PER] Freispruch beantragt.", "[Jan Roth|PER] wurde verurteilt."),
        ("Angeklagt war [Jan Roth|PER] wegen Mordes.", "[Jan Roth|PER] wurde wegen Totschlags verurteilt."),
        ("[Jan Roth|PER] wurde verurteilt, [Uwe Roth|PER] ging frei.", "[Uwe Roth|PER] wurde freigesprochen."),
        ("[Jan Roth|PER] räumte Fehler ein.", "[Jan Roth|PER] wies den Vorwurf der Untreue zurück."),
        ("[Jan Roth|PER] räumte ein, ihn betreut zu haben.", "[Jan Roth|PER] bestreitet sämtliche Vorwürfe."),
        ("[Jan Roth|PER] klagte über Husten.", "Auf eine Klage verzichtet [Jan Roth|PER]."),
        ("[Jan Roth|PER] fehlten zwei Punkte.", "[Jan Roth|PER] nahm am Spiel teil."),
        ("[Jan Roth|PER] hat der Partei nicht angehört.", "Die Kammer hatte [Jan Roth|PER] am Montag gehört."),
        ("[Jan Roth|PER] nahm das Gesuch an.", "[Jan Roth|PER] lehnte eine Reise ab."),
        ("[Jan Roth|PER] nahm an der Sitzung teil.", "[Jan Roth|PER] lehnte in der Sitzung den Antrag ab."),
        ("[Jan Roth|PER] gestand bei der Polizei und widerrief vor Gericht.", "[Jan Roth|PER] bestritt die Tat."),
        ("Ein Mann aus [Köln|LOC] starb bei dem Unfall.", "Bei dem Unfall starb ein Mann aus [Bonn|LOC]."),
    ],
)
def test_wishes_charges_and_acts_of_others_exclude_nothing(first: str, second: str) -> None:
    assert not conflicts(first, second) & {"action", "place"}


def test_the_particle_of_a_verb_ends_its_clause() -> None:
    assert {one.group for one in predicates("Sie nahm den Antrag an und ging.")} == {"answer"}
    assert {one.group for one in predicates("Sie nahm an der Sitzung am Montag teil.")} == {"presence"}


def test_who_has_left_an_office_held_it_before() -> None:
    first = "Seit 2021 war [Jan Roth|PER] Intendant des Theaters am See in Ulm."
    assert "denial" not in conflicts(first, "[Jan Roth|PER] ist nicht mehr Intendant des Theaters am See in Ulm.")
