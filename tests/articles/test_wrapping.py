"""Texts wrapped at a fixed width, as mails, databases and columns of a PDF have them: their paragraphs stay whole."""

from __future__ import annotations

import textwrap

import pytest

from tui.articles import read_bytes
from tui.articles.blocks import find_blocks
from tui.articles.display import readable
from tui.articles.plain import plain_words

TITLE = "Stadtrat beschließt Verkauf der Gießerei"
PARAGRAPHS = (
    "Der Stadtrat hat am Montagabend den Verkauf der alten Gießerei an eine Hamburger Gesellschaft beschlossen. 24 "
    "Räte stimmten dafür, 19 dagegen, zwei enthielten sich. Der Kaufpreis beträgt 8,4 Millionen Euro.",
    "Oberbürgermeisterin Renate Kolbe verteidigte die Entscheidung. „Wir haben drei Jahre lang nach einem Käufer "
    "gesucht, der die Altlasten übernimmt“, sagte sie nach der Sitzung am Abend.",
    "Nordkai will auf dem Gelände bis 2027 etwa 320 Wohnungen, eine Kita und ein Ärztehaus bauen. Ein Drittel der "
    "Wohnungen soll gefördert werden, die Halle bleibt erhalten.",
)


def words_of_blocks(text: str) -> list[str]:
    """What each block says, on one line."""
    return [" ".join(plain_words(text[block.start : block.end]).split()) for block in find_blocks(text).blocks]


@pytest.mark.parametrize("width", [30, 44, 60, 72, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_paragraphs_are_blocks(width: int, end: str) -> None:
    text = "\n\n".join([TITLE, *(textwrap.fill(one, width) for one in PARAGRAPHS)]).replace("\n", end)
    assert words_of_blocks(text) == [TITLE, *PARAGRAPHS]
    assert read_bytes(text.encode()).text == text


@pytest.mark.parametrize("width", [44, 60, 72])
def test_an_indented_line_begins_a_paragraph(width: int) -> None:
    body = "\n".join(textwrap.fill(one, width, initial_indent="   ") for one in PARAGRAPHS)
    assert words_of_blocks(f"{TITLE}\n\n{body}") == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize("width", [60, 80])
def test_a_short_line_that_ends_a_sentence_ends_a_paragraph(width: int) -> None:
    body = "\n".join(textwrap.fill(one, width) for one in PARAGRAPHS)
    assert words_of_blocks(f"{TITLE}\n\n{body}") == [TITLE, *PARAGRAPHS]


def test_lines_of_a_head_are_not_put_together() -> None:
    head = ["Betreff: Die alte Gießerei", "Datum: 12. März 2024", "An: petra@example.org"]
    text = "\n\n".join(["\n".join(head), *(textwrap.fill(one, 70) for one in PARAGRAPHS)])
    assert words_of_blocks(text) == [*head, *PARAGRAPHS]


def test_divided_words_are_whole_and_positions_those_of_the_file() -> None:
    lines = [
        "Die Oberbürgermeisterin verteidigte die Entschei-",
        "dung des Rates. Auch die Kommunalaufsicht in Sachsen-",
        "Anhalt habe zugestimmt, und zwar bei der Vor-",
        "und der Hauptprüfung. Das Gelände gehört seit sieb-",
        "zehn Jahren der Stadt, sagte sie nach der Sitzung.",
    ]
    text = f"{TITLE}\n\n" + "\n".join(lines)
    assert words_of_blocks(text)[1:] == [
        "Die Oberbürgermeisterin verteidigte die Entscheidung des Rates. Auch die Kommunalaufsicht in Sachsen-Anhalt "
        "habe zugestimmt, und zwar bei der Vor- und der Hauptprüfung. Das Gelände gehört seit siebzehn Jahren der "
        "Stadt, sagte sie nach der Sitzung."
    ]
    shown = readable(text)
    assert len(shown) == len(text)
    assert "Entscheidung des Rates" in shown.replace("\u200c", "")


@pytest.mark.parametrize(
    "lines",
    [
        # A poem.
        [
            "Der Kran steht still, das Tau ist nass,",
            "die Möwe schreit, wer hört schon das?",
            "Wir luden Salz, wir luden Stein,",
            "und abends war der Hafen klein.",
            "Die Fähre kam, die Fähre ging,",
            "am Mast ein altes Segel hing,",
        ],
        # Headlines.
        [
            "Stadtrat beschließt Verkauf der alten Gießerei",
            "Fähre vor Rügen auf Grund gelaufen",
            "Streik bei der Regionalbahn: Diese Züge fallen aus",
            "Bundesgerichtshof kippt Klausel in Sparverträgen",
            "Forscher finden Mikroplastik in Gletschern",
            "Schwimmbad öffnet wieder",
        ],
        # A programme.
        [
            "16.00 Uhr: Begrüßung durch die Oberbürgermeisterin",
            "16.15 Uhr: Vortrag der Historikerin Greta Olsen",
            "17.00 Uhr: Pause mit Kaffee und Kuchen im Foyer",
            "17.30 Uhr: Podium mit Räten aus allen Fraktionen",
            "19.00 Uhr: Empfang im Ratskeller für alle Gäste",
        ],
        # A list.
        [
            "- die Halle aus dem Jahr 1908 und ihr Turm bleiben",
            "- eine Kita für 80 Kinder und ein Ärztehaus kommen",
            "- ein Drittel der Wohnungen soll gefördert werden",
            "- der Boden wird bis in drei Meter Tiefe getauscht",
            "- die alte Hafenbahn wird zu einem Weg für Räder",
        ],
    ],
    ids=["poem", "headlines", "programme", "list"],
)
def test_lines_that_their_author_broke_stay_lines(lines: list[str]) -> None:
    assert words_of_blocks(f"{TITLE}\n\nSo steht es da:\n\n" + "\n".join(lines))[2:] == lines


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n", "\n    ", "\r\n\t"])
def test_a_line_end_within_a_paragraph_is_shown_as_one_space(end: str) -> None:
    text = f"Der Rat{end}tagt am Mon-\ntag."
    shown = readable(text)
    assert len(shown) == len(text)
    assert shown.replace("\n", " ").replace("\u200c", "") == "Der Rat tagt am Montag."
