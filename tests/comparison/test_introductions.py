"""A direct quotation stays one behind a long introduction, unless that tells something too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.comparison.making import analysis, article, quotation, value
from tui.comparison.modality import modality_of
from tui.comparison.passages import statements_of
from tui.language.model import Reference


def modality(text: str, said: str, cue: str = "", counted: str = "") -> str:
    """How a sentence with a direct quotation in it states its fact."""
    made = article(text)
    quoted = quotation(made, said, "direct", "sie")
    if cue:
        quoted = replace(quoted, cue=Reference(start := text.index(cue), start + len(cue), cue))
    values = (value(made, counted, 12, 12, "Tote"),) if counted else ()
    statement = statements_of(made, analysis(made, values=values, quotations=(quoted,)), 0)[0]
    return modality_of(statement, (0, len(text)), text, ())[0]


@pytest.mark.parametrize(
    ("text", "said", "cue"),
    [
        ("„Es reicht“, rief der Vorsitzende des Betriebsrats vor dem Haupttor der Fabrik.", "Es reicht", "rief"),
        ('"Wir gehen", erklärte der Leiter des Amts am Rande der Tagung im Rathaus.', "Wir gehen", "erklärte"),
        ("„War er da?“, fragte die Richterin den früheren Leiter des Bauamts am Ende.", "War er da?", "fragte"),
        ("Die Leiterin des Werks in Neustadt sagte vor Journalisten in Bonn: „Wir bleiben.“", "Wir bleiben.", "sagte"),
        ("Die Sprecherin der Polizei am Nachmittag im Sender der Stadt: »Er sitzt.«", "Er sitzt.", ""),
    ],
)
def test_a_quotation_is_one_however_long_its_introduction_is(text: str, said: str, cue: str) -> None:
    assert modality(text, said, cue) == "quoted"


@pytest.mark.parametrize(
    ("text", "said", "cue", "counted"),
    [
        ("„Das tut weh“, sagte die Ministerin nach dem Tod von zwölf Menschen.", "Das tut weh", "sagte", "zwölf"),
        ("Nach dem Unfall mit zwölf Toten sagte die Ministerin in Ulm: „Das tut weh“", "Das tut weh", "sagte", "zwölf"),
        ("Das Stück „Es reicht“ läuft seit Samstag wieder im kleinen Haus des Theaters.", "Es reicht", "", ""),
        ("Er kaufte das Haus, sagte „das genügt“ und zog im Herbst mit der Familie ein.", "das genügt", "sagte", ""),
        ("Der Rat lehnte den Plan als „zu teuer“ ab, und die Stadt sucht nun einen neuen.", "zu teuer", "lehnte", ""),
        ("Es wird teuer: Die Stadt zahlt „mehr als je“ für den Tunnel unter dem Fluss.", "mehr als je", "zahlt", ""),
    ],
)
def test_what_an_introduction_or_a_sentence_tells_besides_is_asserted(
    text: str, said: str, cue: str, counted: str
) -> None:
    assert modality(text, said, cue, counted) == "asserted"
