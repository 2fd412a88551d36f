"""Sentences that say the same but for single words: those words are shown."""

import pytest

from tests.comparison.pairs import conflicts, differences


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("An Bord waren 86 Fahrgäste.", "An Bord befanden sich 68 Fahrgäste.", "number"),
        ("Der Lokführer war 52 Jahre alt.", "Der Lokführer ist 25 Jahre alt.", "number"),
        (
            "Die Bahn zahlt den Hinterbliebenen je 10.000 Euro Soforthilfe.",
            "Die Bahn zahlt den Angehörigen jeweils 1.000 Euro Soforthilfe.",
            "money",
        ),
        ("Das Signal stand auf Rot.", "Das Signal stand auf Grün.", "action"),
        ("Der Lokführer war nüchtern.", "Der Lokführer war betrunken.", "action"),
        (
            "Die [AfD|ORG] stimmte im Rat geschlossen dagegen.",
            "Die [AfD|ORG] enthielt sich im Rat geschlossen der Stimme.",
            "action",
        ),
        (
            "Die [Staatsanwaltschaft Potsdam|ORG] hat Ermittlungen aufgenommen.",
            "Die Staatsanwaltschaft [Cottbus|LOC] hat Ermittlungen aufgenommen.",
            "name",
        ),
        (
            "Ein Sprecher schloss einen Anschlag auf den Zug aus.",
            "Einen Anschlag auf den Zug wollte ein Sprecher nicht ausschließen.",
            "action",
        ),
        (
            "Die Landesregierung hat den Verkauf genehmigen lassen.",
            "Die Landesregierung hat den Verkauf nicht genehmigen lassen.",
            "denial",
        ),
        ("Die Steuer steigt im Juli auf 21 Prozent.", "Im Juli steigt die Steuer auf 20 Prozent.", "number"),
        ("Die Partei kam auf 14,2 Prozent der Stimmen.", "Die Partei kam auf 12,4 Prozent der Stimmen.", "number"),
        ("Die Lage in der Stadt ist sicher.", "Die Lage in der Stadt ist unsicher.", "action"),
        ("Der 34-jährige Lokführer wurde verletzt.", "Der 43-jährige Lokführer wurde verletzt.", "number"),
        ("Das Land stellt zehn Millionen Euro bereit.", "Das Land stellt 20 Millionen Euro bereit.", "money"),
        ("Fortuna siegte in Aue mit 3:0 gegen Rastow.", "Fortuna siegte in Aue mit 4:0 gegen Rastow.", "number"),
        ("Fortuna verlor in Aue mit 1:4 gegen Rastow.", "Fortuna verlor in Aue mit 1:5 gegen Rastow.", "number"),
        ("Die Aktie stieg um vier Prozent.", "Die Aktie fiel um vier Prozent.", "action"),
        ("Die Verteidigung kündigte Revision an.", "Die Verteidigung verzichtet auf Revision.", "action"),
        ("Der Mann wurde tot geborgen.", "Der Mann wurde lebend geborgen.", "action"),
        ("Die Schranken waren offen.", "Die Schranken waren geschlossen.", "action"),
    ],
)
def test_where_all_else_is_said_alike_a_few_words_make_a_possible_conflict(first: str, second: str, kind: str) -> None:
    assert conflicts(first, second) == {kind}


def test_a_name_in_two_spellings_is_told_as_compatible() -> None:
    sides = ("Minister [Detlef Kranz|PER] besuchte den Ort.", "Minister [Detlef Krantz|PER] war am Ort.")
    (found,) = [difference for difference in differences(*sides) if difference.kind == "name"]
    assert found.relation == "compatible"
    assert found.reason == "Detlef Kranz and Detlef Krantz: one name in two spellings, or two people"


@pytest.mark.parametrize(("short", "told"), [("Kranz=Eva Kranz", False), ("Eva Kranz", True)])
def test_other_first_names_differ_where_both_are_written(short: str, told: bool) -> None:
    found = differences(f"Minister [{short}|PER] war am Ort.", "Minister [Detlef Kranz|PER] besuchte den Ort.")
    assert any("different first names" in difference.reason for difference in found) == told


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ein Drittel der Fahrgäste waren Schulkinder.", "Rund 33 Prozent der Fahrgäste waren Schulkinder."),
        ("Das rote Auto stand vor dem Haus der Familie.", "Vor dem Haus lag ein grüner Zettel der Polizei."),
        ("Der Mann und die Frau blieben unverletzt.", "Die Frau und der Mann sind unverletzt geblieben."),
        ("Ob der Zug zu schnell fuhr, ist nicht bekannt.", "Ob der Zug zu schnell fuhr, wird geprüft."),
        ("Fuhr der Zug zu schnell?", "Der Zug fuhr nicht zu schnell."),
        ("Die Lage in der Stadt ist unsicher.", "Die Lage in der Stadt ist unsicher und bleibt es."),
        ("[Fortuna|ORG] verlor mit 1:4 gegen [Rastow|ORG].", "[Rastow|ORG] gewann mit 4:1 gegen [Fortuna|ORG]."),
        ("Bei [Kröger|PER] wird es keine Kürzungen der Kitas geben.", "[Kröger|PER] hat an die Kitas gedacht."),
        ("Die Polizei nahm einen Mann fest.", "Die Feuerwehr rettete eine Frau."),
        ("Die [SPD Hessen|ORG] lehnte das Gesetz ab.", "Die [CDU Hessen|ORG] lehnte das Gesetz ab."),
        (
            "Die [Staatsanwaltschaft Potsdam|ORG] sucht einen Mann aus [Werder|LOC].",
            "Die [Staatsanwaltschaft Cottbus|ORG] hat Anklage wegen Betrugs erhoben.",
        ),
    ],
)
def test_what_fits_or_is_said_of_other_things_makes_none(first: str, second: str) -> None:
    assert conflicts(first, second) == set()
