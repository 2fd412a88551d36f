"""Who said something and when is no fact, and neither is a question."""

import pytest

from tests.comparison.making import WordEncoder, analysis, article
from tests.comparison.pairs import statement
from tui.comparison import compare
from tui.comparison.speaking import states_nothing


def silent(marked: str) -> bool:
    made = statement(marked, 0)
    return states_nothing(made, (made.start, made.end))


@pytest.mark.parametrize(
    "sentence",
    [
        "sagte Feuerwehrsprecher [Karl Ott|PER] am Sonntag.",
        "Stadtbrandrätin [Ilse Kern|PER] sagte der [Nordzeitung|ORG].",
        "Bauministerin [Ada Voigt|PER] ([SPD|ORG]) erklärte.",
        "Für die Kläger erklärte [Ludger Wolff|PER].",
        "Das teilte der Konzern am Montag mit.",
        "Das bestätigte die Polizei am Nachmittag dem [NDR|ORG].",
        "Ein Sprecher des Ministeriums antwortete der Zeitung.",
        "Der Trainer äußerte sich am Abend in [Bremen|LOC] vor Journalisten.",
        "wie die Staatsanwaltschaft mitteilte.",
        "[Kern|PER] hatte dazu in der Urteilsbegründung gesagt.",
        "sagte er weiter.",
        "Wie konnte das passieren?",
        "Und wer zahlt jetzt dafür?",
    ],
)
def test_who_spoke_and_what_was_asked_states_nothing(sentence: str) -> None:
    assert silent(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "[Voigt|PER] erklärte ihren Rücktritt.",
        "Die Polizei bestätigte den Tod des Jungen.",
        "Die Feuerwehr meldete drei Tote.",
        "Der Minister wollte sich nicht äußern.",
        "Das Ministerium bestätigte das nicht.",
        "[Ott|PER] traf [Kern|PER] am Montag.",
        "[Ott|PER] kritisierte [Kern|PER].",
        "Der Sänger sagte am Dienstag ab.",
        "Die Stadt schrieb den Auftrag aus.",
        "Der Angeklagte gestand am Mittwoch.",
        "Die Firma schrieb rote Zahlen.",
        "Der Abgeordnete antwortete ausweichend.",
        "die Kern mit der Partei geteilt hat.",
    ],
)
def test_what_was_said_or_done_states_something(sentence: str) -> None:
    assert not silent(sentence)


def test_two_articles_that_only_let_one_person_speak_share_no_fact() -> None:
    texts = (
        "Die Halle gehört der Stadt.\nDas sagte Feuerwehrsprecher Karl Ott am Sonntag.",
        "Am Ufer lag dichter Nebel.\nDas sagte Feuerwehrsprecher Karl Ott am Sonntag.",
    )
    articles = [article(text, f"{number}.txt") for number, text in enumerate(texts)]
    analyses = [analysis(one, [("Karl Ott", "PER")]) for one in articles]
    (story,) = compare(articles, analyses, WordEncoder()).stories
    assert not story.facts
