from __future__ import annotations

import pytest

from tests.language.quotations.reader import shown, with_pipeline

SPOKEN = [
    ("Ähnlich sah es Torwart Karl Ebel („Das darf uns so nicht passieren“).", "Karl Ebel"),
    ("Für Rita Sommer ist der Plan „ein schlechter Witz der Regierung“.", "Rita Sommer"),
    ("„Wozu brauchen wir das alles?“ fragen sich Experten.", "Experten"),
    ("„Das ist offenbar zu viel verlangt.“ so das Fazit der Betreiber.", "Fazit der Betreiber"),
    ("Die Äußerungen der Partei bezeichnete Karl Ebel als „eine böse Entgleisung“.", "Karl Ebel"),
    ("Als der Haftbefehl gegen ihn verlesen worden war sagte Ebel: „Ich habe damit nichts zu tun.“", "Ebel"),
    ("Das Ziel, das Karl Ebel ausgegeben hatte: „Darunter machen wir es nicht.“", "Karl Ebel"),
    ("Ebel wandte sich gegen die Behauptung, das Werk werde geschlossen: „Wir bauen es aus.“", "Ebel"),
    ("Rita Sommer hat keine Hemmungen, ihre Meinung zu zeigen: „Der Plan ist falsch.“", "Rita Sommer"),
    ("Karl Ebel nannte den Plan laut Süddeutscher Zeitung „eine bodenlose Frechheit“.", "Karl Ebel"),
    ("Es sprachen Karl Ebel („Wir sagen Nein dazu“) und Ministerin Rita Sommer: „Wir sagen Ja dazu.“", "Rita Sommer"),
    ("Ebel sagte nicht, wie der Turm definiert wird, ob er „viel zu hohe Kosten“ hat.", "Ebel"),
    ("Der Plan sei gut, sagte Karl Ebel, während Rita Sommer von einem „ganz faulen Trick“ sprach.", "Rita Sommer"),
    ("Karl Ebel sprach von „einem guten Tag“, während die Gewerkschaft vor „leisem Sterben“ warnte.", "Gewerkschaft"),
    ("Karl Ebel erklärte sich, nachdem Rita Sommer von „großem Versagen“ gesprochen hatte.", "Rita Sommer"),
    ("Karl Ebel sagte, dass er „immer die Wahrheit“ gesagt habe.", "Karl Ebel"),
    ("Karl Ebel nannte den Plan „einen schlechten Witz“, während Rita Sommer schwieg.", "Karl Ebel"),
    ("Während Rita Sommer den Plan lobte, sprach Karl Ebel von einem „ganz faulen Trick“.", "Karl Ebel"),
    ("Ebels neue Anwältin Rita Sommer sagte: „Wir gehen in Berufung.“", "Rita Sommer"),
]


@pytest.mark.parametrize("text, speaker", SPOKEN)
def test_words_in_marks_belong_to_whom_a_reader_would_take(text: str, speaker: str) -> None:
    last = [quotation for quotation in with_pipeline(text) if quotation.kind == "direct"][-1]
    assert (last.speaker.name if last.speaker else "") == speaker


def test_what_somebody_is_told_to_have_done_leaves_the_speaker_as_he_is() -> None:
    text = (
        "„Wir gehen“, sagte Karl Ebel. Rita Sommer habe ihn aufgefordert, den Plan zu ändern. "
        "„Dem konnte ich aber nicht zustimmen.“"
    )
    found = with_pipeline(text)
    assert [quotation.kind for quotation in found] == ["direct", "free-indirect", "direct"]
    assert {quotation.speaker.name for quotation in found if quotation.speaker} == {"Karl Ebel"}


CHAINS = [
    (
        "Wie die Financial Times unter Berufung auf mit der Angelegenheit vertraute Personen berichtet, plant er mehr.",
        "mit der Angelegenheit vertraute Personen",
        ["Financial Times"],
    ),
    (
        "Laut FT, die sich auf Personen aus dem Umfeld des Unternehmers beruft, soll Musk Prozessoren gekauft haben.",
        "Personen aus dem Umfeld des Unternehmers",
        ["FT"],
    ),
]


@pytest.mark.parametrize("text, speaker, via", CHAINS)
def test_a_chain_of_origins_keeps_both_and_leaves_the_words(text: str, speaker: str, via: list[str]) -> None:
    (found,) = with_pipeline(text)
    assert found.speaker is not None
    assert found.speaker.name == speaker
    assert [one.name for one in found.via] == via
    assert "beruft" not in shown(text, found)


MEANT = [
    ("Das Unternehmen Tesla beschäftigt nach eigenen Angaben 1.200 Menschen.", "Tesla"),
    ("„Wir stehen zum Wort“, sagte Arbeitsminister Hubertus Heil (SPD) der Deutschen Presse-Agentur.", "Hubertus Heil"),
    ("„Wir prüfen das gerade“, sagte ein Sprecher der Nachrichtenagentur Reuters.", "Sprecher"),
    ("Eine 71-Jährige zeigte ihn an. Der Mann habe sich verkleidet, sagte die Frau.", "71-Jährige"),
    ("Ein Mitarbeiter von Twitter meldete sich. Die Person sagte, man kaufe ein.", "Mitarbeiter von Twitter"),
    ("Es kam Anna Schmidt, die neue Bürgermeisterin. Die Bürgermeisterin sagte, alles sei gut.", "Anna Schmidt"),
    ("„Wir gehen“, sagte Anna Schmidt. Hans kam auch. „Das ist Unsinn“, fügte sie hinzu.", "Anna Schmidt"),
    ("Ein Sprecher der Feuerwehr sagte, es brenne. Er warnte, dass es einstürze.", "Sprecher der Feuerwehr"),
    ("„Wir bauen“, sagte Karl Ebel. Die Kanadier sagen, der Bau sei zu teuer.", "Kanadier"),
    ("Peter Klein und Anna Schmidt sagten, der Bau sei zu teuer.", "Peter Klein und Anna Schmidt"),
    ("Nach Informationen von NDR, WDR und ARD hat der Konzern Daten gefälscht.", "NDR, WDR und ARD"),
    ("Der Bürgermeister von Ulm, Peter Klein, kam. „Es ist schlimm“, sagt er.", "Peter Klein"),
    ("Auch Friederike Otto kam. Jedes Grad zähle, betonte die Physikerin vom Imperial College.", "Friederike Otto"),
    ("Aus internen E-Mails, die der Zeitung vorliegen, geht hervor, dass er log.", "interne E-Mails"),
    ("Die SPD tagt. Volkswagen streicht Stellen. Der Konzern sagte, man habe keine Wahl.", "Volkswagen"),
    ("Er sprach mit der „Bild am Sonntag“. Die Airline teilte mit, dass alles gut sei.", "Airline"),
    ("Der Deutsche Richterbund kam. Der mexikanische Staat forderte, ihn zu hören.", "mexikanischer Staat"),
    ("Nach offiziellen Angaben wurde niemand verletzt.", "offizielle Angaben"),
    ("Laut politischen Beobachtern ist alles gut.", "politische Beobachter"),
    ("Es kam Anna Schmidt. Die Lage im Werk nannte sie „ernst“.", "Anna Schmidt"),
]


@pytest.mark.parametrize("text, speaker", MEANT)
def test_a_description_stands_for_whom_the_text_has_brought_in(text: str, speaker: str) -> None:
    last = with_pipeline(text)[-1]
    assert last.speaker is not None
    assert last.speaker.name == speaker


@pytest.mark.parametrize(
    "text, speaker",
    [
        (
            "Das Werk werde geschlossen, sagte Betriebsratschefin Rita Sommer unter Berufung auf Direktor Karl Ebel.",
            "Rita Sommer",
        ),
        ("Der Sprecher sagte unter Berufung auf die Polizei, der Fahrer sei betrunken gewesen.", "Sprecher"),
        ("Karl Ebel war in Bonn. Das Werk schließe, sagte er unter Berufung auf den Rat.", "Karl Ebel"),
    ],
)
def test_a_person_who_refers_to_somebody_speaks(text: str, speaker: str) -> None:
    (found,) = with_pipeline(text)
    assert found.speaker is not None
    assert found.speaker.name == speaker
    assert not found.via


@pytest.mark.parametrize(
    "text, speaker",
    [
        ("Nach Ebels Darstellung war das Geld längst da.", "Ebel"),
        ("Nach Rita Sommers Angaben liegt der Preis bei 20 Euro.", "Rita Sommer"),
        ("Laut Ebels Aussage kam der Zug zu spät.", "Ebel"),
        ("Nach Scholz’ Worten war die Sperrung nötig.", "Scholz"),
    ],
)
def test_words_told_by_somebodys_account_are_those_of_its_owner(text: str, speaker: str) -> None:
    (found,) = with_pipeline(text)
    assert (found.kind, found.speaker.name if found.speaker else "") == ("indirect", speaker)


def test_after_somebodys_deed_nobody_speaks() -> None:
    assert with_pipeline("Nach Ebels Sieg war in der Stadt lange Ruhe.") == ()


OWN_PAPER = [
    ("Nordstern sagte, man zahle. Nach Informationen dieser Zeitung hat Karl Ebel gelogen.", "Ulmer Bote"),
    ("Nordstern sagte, man zahle. Karl Ebel hat nach Recherchen unserer Redaktion gelogen.", "Ulmer Bote"),
    ("Das Gesetz kommt im Mai, wie mehrere Abgeordnete unserer Zeitung bestätigten.", "mehrere Abgeordnete"),
    ("Das Gesetz komme im Mai, sagte ein Reporter unserer Zeitung.", "Reporter unserer Zeitung"),
    ("Die „Bild“ berichtet, er gehe. Die Zeitung schreibt, es sei sicher.", "Bild"),
]


@pytest.mark.parametrize("text, speaker", OWN_PAPER)
def test_this_paper_is_the_one_that_writes(text: str, speaker: str) -> None:
    last = with_pipeline(text, source="Ulmer Bote")[-1]
    assert (last.speaker.name if last.speaker else "") == speaker


@pytest.mark.parametrize("noun, speaker", [("Versicherer", "Firma"), ("Firma", "Nordstern")])
def test_far_away_a_body_is_taken_up_by_the_noun_it_was_named_with(noun: str, speaker: str) -> None:
    text = f"Es brannte beim {noun} Nordstern. {'Die Flammen schlugen hoch, und viele sahen zu. ' * 15}"
    found = with_pipeline(text + "Niemand sei verletzt, erklärte die Firma.")[-1]
    assert (found.speaker.name if found.speaker else "") == speaker
