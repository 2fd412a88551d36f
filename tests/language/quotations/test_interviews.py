from __future__ import annotations

import pytest

from tests.language.quotations.reader import quotations, shown
from tui.language.model import EntityLabel

NAMES: list[tuple[str, EntityLabel]] = [("Maria Weber", "PER"), ("Weber", "PER"), ("KURIER", "ORG")]

LEAD = "Ein Interview mit der Forscherin Maria Weber über das Moor.\n"
ASK = ("Frau Weber, wie geht es dem Moor?", "Was wird nun getan?", "Wer bezahlt das?")
TELL = ("Nicht gut, ich mache mir Sorgen.", "Wir vernässen die Flächen wieder.", "Das zahlen wir aus eigenen Mitteln.")


def answers(text: str) -> list[tuple[str, str]]:
    return [
        (q.speaker.name if q.speaker else "", shown(text, q))
        for q in quotations(text, NAMES)
        if q.kind == "direct" and "interview" in q.flags
    ]


def turns(asks: str, tells: str, between: str = "\n") -> str:
    lines = [f"{asks}{ask}{between}{tells}{tell}" for ask, tell in zip(ASK, TELL, strict=True)]
    return LEAD + between.join(lines) + "\n"


@pytest.mark.parametrize(
    ("asks", "tells"),
    [
        ("KURIER: ", "Weber: "),
        ("Frage: ", "Antwort: "),
        ("**KURIER:** ", "**Weber:** "),
        ("KURIER\n", "Weber\n"),
        ("KURIER ", "Weber "),
        ("", ""),
    ],
)
def test_answers_of_an_interview_are_the_words_of_who_is_asked(asks: str, tells: str) -> None:
    assert answers(turns(asks, tells)) == [("Maria Weber", tell) for tell in TELL]


def test_an_answer_goes_on_over_paragraphs() -> None:
    text = turns("KURIER: ", "Weber: ").replace("Sorgen.", "Sorgen.\nEs fehlt an Wasser.")
    assert answers(text)[0] == ("Maria Weber", f"{TELL[0]} … Es fehlt an Wasser.")


@pytest.mark.parametrize(
    "text",
    [
        "Zutaten: Mehl und Salz\nZeit: eine Stunde\nZutaten: Wasser\nZeit: zwei Stunden\nZutaten: Öl\nZeit: kurz\n",
        "12:30 Uhr: Der Zug hält.\n13:10 Uhr: Fährt er weiter?\n13:30 Uhr: Er fährt.\n14:00 Uhr: Kommt er an?\n",
        "Was ist ein Moor?\nEin Moor ist nass.\nWas kostet es?\nEs kostet wenig.\nWem gehört es?\nDem Land.\n",
        "Frage: Was ist das?\nAntwort: Ein Moor.\nFrage: Was kostet es?\nAntwort: Es kostet wenig.\n",
        LEAD + "KURIER: Was nun?\nWeber: Wir warten ab.\n",
        LEAD + "Wie geht es?\nDas Land prüft den Antrag.\nWas sagt Maria Weber?\nSie schweigt.\nUnd nun?\nNichts.\n",
    ],
    ids=["list", "ticker", "explainer", "answered by the newspaper", "one turn", "questions as headings"],
)
def test_labels_and_questions_alone_make_no_interview(text: str) -> None:
    assert answers(text) == []


def test_a_label_that_is_shortened_after_its_first_time_is_the_same() -> None:
    text = turns("KURIER: ", "Weber: ").replace("Weber: Nicht", "Maria Weber: Nicht")
    assert answers(text) == [("Maria Weber", tell) for tell in TELL]


def test_the_headline_of_an_interview_is_its_guests() -> None:
    found = quotations("„Wir haben viel zu lange weggeschaut“\n" + turns("KURIER: ", "Weber: "), NAMES)
    assert found[0].speaker is not None
    assert found[0].speaker.name == "Maria Weber"


def test_what_a_guest_tells_of_somebody_is_that_persons() -> None:
    text = turns("KURIER: ", "Weber: ").replace(
        "Nicht gut,", "Eine Mutter hat zu mir gesagt: „Sie schauen ja weg.“ Und"
    )
    nested = [one for one in quotations(text, NAMES) if "nested" in one.flags]
    assert [(one.speaker.name if one.speaker else "", shown(text, one)) for one in nested] == [
        ("Mutter", "Sie schauen ja weg.")
    ]


def test_what_a_guest_calls_something_is_no_quotation_in_the_quotation() -> None:
    text = turns("KURIER: ", "Weber: ").replace("Nicht gut,", "Ich nenne das „völlig verfehlt“, denn")
    assert [one for one in quotations(text, NAMES) if "nested" in one.flags] == []
