"""Which differences of one fact are shown as possible conflicts: pairs of sentences, half of them traps."""

from dataclasses import replace

import pytest

from tests.comparison.pairs import conflicts
from tui.comparison.dates import compare_clocks
from tui.comparison.model import Difference
from tui.language.values import find_values


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("number", "Bei dem Brand starben 12 Menschen.", "Bei dem Feuer kamen 15 Menschen ums Leben."),
        ("number", "Bei dem Unglück wurden 30 Menschen verletzt.", "Es gab 45 Verletzte bei dem Unglück."),
        ("number", "Bei dem Unglück starben 12 Menschen.", "Es gab 15 Tote bei dem Unglück."),
        ("number", "Die Polizei nahm sieben Personen fest.", "Neun Personen wurden festgenommen."),
        ("number", "Die Firma streicht 300 Stellen im Werk.", "In dem Werk streicht die Firma 500 Stellen."),
        ("money", "Der Konzern zahlt 3 Millionen Euro Strafe.", "Der Konzern zahlt eine Strafe von 5 Millionen Euro."),
        ("number", "Die Firma streicht 6.000 Stellen.", "5.000 Arbeiter verlieren bei der Firma ihre Stellen."),
        ("date", "Der Minister trat am Mittwochabend zurück.", "Am Sonntagabend trat der Minister zurück."),
        ("date", "Die Wahl findet am 3. März 2024 statt.", "Am 10. März 2024 findet die Wahl statt."),
        ("number", "Der Wagen war mit Tempo 94 unterwegs.", "Der Wagen war mit Tempo 103 unterwegs."),
        ("number", "Ein Regionalzug tötete 17 Rinder.", "22 Tiere wurden von dem Regionalzug getötet."),
        ("place", "Der Zug entgleiste in [Köln|LOC].", "In [Bonn|LOC] ist ein Zug entgleist."),
        ("place", "Der Täter wurde in [Spanien|LOC] festgenommen.", "Die Festnahme gelang in [Portugal|LOC]."),
        ("place", "Der Zug entgleiste in [Nürnberg|LOC].", "In [Fürth|LOC] ist ein Zug entgleist."),
        ("place", "Der Zug entgleiste in [Ulm|LOC].", "In [Kulmbach|LOC] ist ein Zug entgleist."),
        ("action", "Der Minister ist keineswegs zum Rücktritt bereit.", "Der Minister ist zum Rücktritt bereit."),
        ("place", "Der Fahrer kam zur Klinik nach [Halle|LOC].", "Er kam zur Klinik nach [Bonn|LOC]."),
        ("date", "Um 2.47 Uhr ging der Alarm ein.", "Der Alarm ging um 2.51 Uhr ein."),
        ("place", "Die Familie floh nach [Wien|LOC].", "Nach [Graz|LOC] floh die Familie."),
        ("place", "In [Hessen|LOC] starben drei Menschen.", "In [Bayern|LOC] kamen drei Menschen ums Leben."),
        (
            "name",
            "Der Verein entließ Trainer [Jan Roth|PER] am Montag.",
            "Gefeuert wurde am Montag Trainer [Uwe Lang|PER].",
        ),
        (
            "name",
            "Finanzminister [Jan Roth|PER] trat zurück.",
            "Den Rücktritt erklärte Finanzminister [Eva Lang|PER].",
        ),
        ("action", "Der Minister bleibt im Amt.", "Der Minister tritt am Montag zurück."),
        ("action", "Die Mehrheit hat den Antrag abgelehnt.", "Der Antrag wurde angenommen."),
        ("action", "Das Gericht hat den Arzt freigesprochen.", "Der Arzt wurde vom Gericht verurteilt."),
        ("action", "Die Zahl der Fälle ist gestiegen.", "Die Zahl der Fälle ist gesunken."),
        ("action", "Die Fahrerin überlebte den Unfall.", "Die Fahrerin starb bei dem Unfall."),
        ("action", "Der Verdächtige ist in Haft.", "Der Verdächtige wurde freigelassen."),
        (
            "action",
            "Die Abteilung entsteht innerhalb von Nordbau.",
            "Die Abteilung ist von den anderen Firmen getrennt, wie sie getrennt bleibt.",
        ),
        ("denial", "Der Minister plant seinen Rücktritt.", "Der Minister dementierte, seinen Rücktritt zu planen."),
    ],
)
def test_what_cannot_both_be_true_is_a_possible_conflict(kind: str, first: str, second: str) -> None:
    assert kind in conflicts(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Bei dem Brand starben rund 12 Menschen.", "Bei dem Feuer kamen 13 Menschen ums Leben."),
        ("Bei dem Brand starben mindestens 12 Menschen.", "Bei dem Feuer kamen 15 Menschen ums Leben."),
        ("Bei dem Brand starben 12 Menschen.", "Bei dem Feuer wurden 15 Menschen verletzt."),
        ("Tausende Forscher unterzeichneten den Brief.", "Mehr als 5.000 Experten haben den Brief unterzeichnet."),
        ("Tausende Menschen unterzeichneten.", "Einer der 40 Menschen, die zuerst unterzeichneten, war Roth."),
        ("Sie kaufte bis zu 10.000 Chips.", "Die Firma kaufte 8.000 Chips."),
        ("Sie stellte eine Handvoll Ingenieure ein.", "Ein halbes Dutzend Ingenieure wurde eingestellt."),
        ("Der Konzern zahlt 3 Millionen Euro Strafe.", "Der Konzern machte 5 Milliarden Euro Gewinn."),
        ("Der Konzern zahlt 3 Millionen Euro Strafe.", "Der Konzern zahlt 3,2 Millionen Dollar Strafe."),
        ("Der Minister trat am Mittwoch zurück.", "Der Minister trat vor einigen Tagen zurück."),
        ("Die Wahl findet im März 2024 statt.", "Am 10. März 2024 findet die Wahl statt."),
        ("Der Streik dauerte drei Tage.", "Der Streik dauerte 72 Stunden."),
        ("Der Zug entgleiste in [Köln|LOC].", "Der Zug entgleiste in [Deutschland|LOC]."),
        ("Der Zug entgleiste in [Köln|LOC].", "Der Zug entgleiste in [Köln-Deutz|LOC]."),
        ("Der Zug entgleiste bei [Köln|LOC].", "Der Zug entgleiste in [Hürth|LOC]."),
        ("Der Zug entgleiste nördlich von [Köln|LOC].", "Der Zug entgleiste in [Hürth|LOC]."),
        ("Der Zug entgleiste auf der Fahrt von [Köln|LOC].", "Der Zug entgleiste auf der Fahrt nach [Bonn|LOC]."),
        ("Der Kanzler sprach in [Berlin|LOC] von einem Erfolg.", "In [Paris|LOC] sprach der Kanzler von einem Erfolg."),
        ("Er wurde im [Kanzleramt|LOC] entlassen.", "Der Minister wurde in [Berlin|LOC] entlassen."),
        ("Er wurde in [Madrid|LOC] festgenommen.", "Die Festnahme gelang in [Spanien|LOC]."),
        (
            "Trainer [Jan Roth|PER] wurde am Montag entlassen.",
            "Am Montag wurde der frühere Trainer [Uwe Lang|PER] entlassen.",
        ),
        (
            "Finanzminister [Jan Roth|PER] und Justizminister [Uwe Lang|PER] traten zurück.",
            "Justizminister [Lang|PER] trat zurück.",
        ),
        (
            "Polizeisprecher [Jan Roth|PER] bestätigte die Festnahme.",
            "Die Festnahme bestätigte Polizeisprecher [Uwe Lang|PER].",
        ),
        ("Bei dem Brand starb ein 19-Jähriger.", "Ein 87-Jähriger starb bei dem Brand."),
        ("Bei einem Brand in [Köln|LOC] starben 12 Menschen.", "In [Graz|LOC] starben bei einem Brand 15 Menschen."),
        ("Der Minister bleibt im Amt.", "Der Minister tritt nicht zurück."),
        ("Der Trainer [Jan Roth|PER] geht, er ist zurückgetreten.", "Der Spieler [Uwe Lang|PER] bleibt."),
        ("Die Zahl der Fälle ist gestiegen.", "Die Preise sind gesunken."),
        ("Der Minister tritt zurück.", "Der Minister soll zurückgetreten sein."),
        ("[Jan Roth|PER] tritt zurück.", "[Jan Roth|PER] will sich treu bleiben."),
        ("Der Täter ist 22 Jahre alt und legte den Brand.", "Der Täter bekam für den Brand sechs Jahre."),
        ("Der Hagel kostete 90 Millionen Euro.", "Davon entfallen 60 Millionen Euro des Hagels auf Autos."),
        ("Akinola selbst ist 71 und läuft Marathon.", "Sie ist 74, kegelt und hat geerbt."),
        ("Die Löhne steigen im Mai um weitere 3 Prozent.", "Die Löhne steigen im Mai um 6,5 Prozent."),
        (
            "Minister [Jan Roth|PER] bestritt, von den Mängeln gewusst zu haben.",
            "[Jan Roth|PER] sagt, er habe von den Mängeln nichts gewusst.",
        ),
        ("Im Mai stiegen die Preise um 3,4 Prozent.", "Die Preise stiegen im Mai um 3 Prozent."),
        ("Die Preise stiegen im Mai um ein Fünftel.", "Die Preise stiegen im Mai um 19 Prozent."),
        ("Die Firma streicht 300 Stellen im Werk.", "Die Firma streicht 4.000 Stellen, auch im Werk."),
        ("Das Gerät gab es von Oktober bis Februar.", "Das Gerät gab es im Laden ab Februar."),
        ("[Jan Roth|PER] verbüßt neun Jahre Haft.", "[Uwe Lang|PER] muss acht Jahre in Haft."),
        ("In [Köln|LOC] kostet das Gerät 300 Euro.", "Das Gerät kostet in [Bonn|LOC] 300 Euro."),
        ("Das Parlament stimmt dem Gesetz zu.", "Mit Mehrheit lehnt das Haus den Antrag der Opposition ab."),
        ("Der Minister bestritt, Mängel gekannt zu haben.", "Der Minister sagt, er kannte die Mängel nicht."),
        ("Um 2.45 Uhr ging der Alarm ein.", "Der Alarm ging um 2.51 Uhr ein."),
        ("„Wer zahlt?“, fragte [Eva Voss|PER] im Rat.", "„Wer zahlt?“, fragte [Eva Voss|PER] im Rat, keiner half."),
        ("[Jan Roth|PER] bestritt 131 Länderspiele.", "[Jan Roth|PER] absolvierte 131 Länderspiele."),
        ("300 Flüchtlinge wurden zurückgewiesen.", "300 Flüchtlinge wurden an der Grenze aufgehalten."),
        ("Die junge Radfahrerin wurde verletzt.", "Das Mädchen wurde als Radfahrerin verletzt."),
        ("Die Werte stiegen um 3 Prozent.", "Die Werte stiegen um 2 Prozentpunkte."),
        ("Der Zug entgleiste in [Liechtenstein|LOC].", "Der Zug entgleiste in [Vaduz|LOC]."),
        ("Der Zug entgleiste im [Schwarzwald|LOC].", "Der Zug entgleiste in [Hausach|LOC]."),
    ],
)
def test_what_can_both_be_true_is_no_conflict(first: str, second: str) -> None:
    assert not conflicts(first, second)


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("number", "Rund 300 Menschen mussten ihre Wohnungen verlassen.", "Mit ihr flohen 500 Menschen."),
        ("number", "Heute arbeiten dort 210 Menschen.", "Die Firma beschäftigt 240 Mitarbeiter."),
        ("number", "Sie siegten mit 412 gegen 287 Stimmen im Rat.", "Das Ja kam im Rat mit 421 zu 287 Stimmen."),
        ("number", "Der Akku fasst 5400 Milliamperestunden.", "Die Batterie hat 5.600 mAh."),
        ("money", "Die Kosten liegen bei 27 Millionen Euro.", "Es bleibt bei Kosten von 32 Millionen."),
        ("money", "Erbeutet wurden rund 1,4 Millionen Euro.", "Fast zwei Millionen Euro waren an Bord."),
        ("money", "Sie bot 90 Millionen Euro für die Firma.", "Ein 110-Millionen-Angebot für die Firma kam."),
        ("date", "Die Frist endet am 14. November.", "Am 21. November endet die Frist."),
        (
            "date",
            "Das Schiff rammte in der Nacht zum Freitag die Brücke.",
            "Am Samstagmorgen rammte das Schiff die Brücke.",
        ),
        ("date", "Er wurde am Mittwochnachmittag entdeckt.", "Am Donnerstagabend wurde er entdeckt."),
        ("date", "Der Hagel kam um 19.10 Uhr.", "Der Hagel kam schon um 18.25 Uhr."),
        ("date", "Der Hagel kam um halb acht.", "Der Hagel kam schon um halb sieben."),
        (
            "number",
            "Der Fahrer [Alois Hirtreiter|PER] (58) starb.",
            "Es starb der 61-jährige [Alois Hirtreiter|PER], der Fahrer.",
        ),
        ("number", "Sie verlangen das Vierfache der Summe.", "Sie wollen das Dreifache der Summe."),
        ("money", "Die Tasse kostet drei Dollar zehn.", "Die Tasse kostet drei Dollar fünfzig."),
        ("action", "[Eva Lang|PER], die wiedergewählt werden möchte, schwieg.", "[Eva Lang|PER] will nicht antreten."),
    ],
)
def test_figures_are_compared_in_other_words_too(kind: str, first: str, second: str) -> None:
    assert kind in conflicts(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Vier Täter überfielen den Wagen.", "Fünf Polizisten hielten den Wagen an."),
        ("Die Strecke ist 61 Kilometer länger.", "Der Umweg beträgt 60 Kilometer."),
        ("Der Vertrag läuft 24 Monate.", "In zwei Jahren läuft der Vertrag aus."),
        ("Das soll zweieinhalb Jahre dauern.", "Das soll nicht einmal drei Jahre dauern."),
        ("Von den 3400 Stellen bleiben viele.", "In der Firma bleiben 2600 Stellen."),
        ("Von 22 bestellten Zügen sind 13 zugelassen.", "Es fehlen noch neun Züge aus der Bestellung."),
        ("Ihr Aufruf kommt aus 50 Ländern.", "Thalmann, 63, gab den Aufruf heraus."),
        ("34 Menschen sind erkrankt.", "Inzwischen sind 50 Menschen erkrankt."),
        ("Zwei Frauen und ein Mann starben.", "Drei Menschen starben."),
        ("Die Hilfe beträgt zehn Millionen Euro.", "Die Hilfe wird auf 15 Millionen Euro aufgestockt."),
        ("Am Tag werden 100 Menschen versorgt.", "In der zweiten Küche werden 150 Menschen am Tag versorgt."),
        ("Er lege sein Amt nieder, sagte er am Montag.", "Seit Donnerstag ist er nicht mehr im Amt."),
        ("In der Nacht zum Freitag stieß es an.", "Am Donnerstagabend stieß das Schiff an."),
        ("Der Hagel kam um 19.10 Uhr.", "Gegen 18.45 Uhr kam der Hagel."),
        ("Der Hagel kam um 19.30 Uhr.", "Um halb acht kam der Hagel."),
        ("Der Hagel kam um 7.30 Uhr.", "Um halb acht kam der Hagel."),
        ("Der Hagel kam am Dienstag um 20.40 Uhr.", "Am Dienstag kurz nach neun kam der Hagel."),
        ("Der Fahrer [Alois Hirtreiter|PER] (58) starb.", "Der 58-jährige [Alois Hirtreiter|PER] starb."),
        ("Der Fahrer [Alois Hirtreiter|PER] (58) starb.", "Der Fahrer fuhr den Bus seit elf Jahren und starb."),
        ("Vier Verletzte schweben in Gefahr.", "Zwei der vier Verletzten schweben in Gefahr."),
        ("Eine Tasse kostet 3,10 Dollar.", "Eine Tasse kostet drei Dollar zehn."),
        ("Die Firma gab 70 Milliarden Euro aus.", "Die Firma erhöht das von 70 auf 76 Milliarden Euro."),
        ("Die App erkennt nur 61 Prozent.", "Die App zeigt 39 Prozent nicht an."),
        ("Der Amtmann widerspricht, er habe spät gewarnt.", "Unklar ist, ob der Amtmann spät gewarnt hat."),
    ],
)
def test_figures_need_not_measure_one_thing(first: str, second: str) -> None:
    assert not conflicts(first, second)


def test_a_source_that_states_both_figures_contradicts_none_of_them() -> None:
    first, second = "Der Preis beträgt 36 Euro.", "Der Preis beträgt 40 Euro."
    assert "money" in conflicts(first, second)
    assert not conflicts(first, second, known="Im Frühling lag er bei 36 Euro.")


def test_a_sum_without_a_currency_is_in_the_one_that_its_article_names() -> None:
    first, second = "Die Firma holt 183 Millionen Dollar.", "Die Firma holt 155 Millionen."
    assert "money" in conflicts(first, second)
    assert not conflicts(first, second, known="Sie nahm zehn Millionen Franken ein.")


def test_places_that_one_source_names_together_may_lie_in_one_another() -> None:
    first, second = "Der Zug entgleiste in [Köln|LOC].", "Der Zug entgleiste in [Deutz|LOC]."
    assert "place" in conflicts(first, second)
    assert not conflicts(first, second, "Die Strecke im [Deutz|LOC] genannten Teil von [Köln|LOC] ist gesperrt.")


def test_what_two_sources_differ_in_is_called_in_plain_words() -> None:
    difference = Difference("action", "conflict", "", ())
    assert difference.respect == "act or state"
    assert replace(difference, kind="money").respect == "money"


def test_clock_times_are_called_times_and_days_dates() -> None:
    one, other = (find_values(text, [(0, len(text))])[0] for text in ("Um 6.10 Uhr.", "Um 7 Uhr."))
    verdict = compare_clocks(one, other, sure=True)
    assert verdict is not None
    difference = Difference("date", verdict.relation, verdict.reason, ())
    assert (difference.respect, difference.kind) == ("time", "date")
    assert replace(difference, reason="1. Mai and 2. Mai: different dates").respect == "date"
