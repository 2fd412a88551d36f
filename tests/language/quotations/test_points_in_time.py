"""Points in time are nobody who speaks: what happens after a verdict, and when somebody speaks."""

from __future__ import annotations

import pytest

from tests.language.quotations.reader import with_pipeline

AFTERWARDS = [
    "Nach dem Urteil gegen Rita Sommer flogen im Saal Stühle.",
    "Nach der Vorstellung applaudierte der ganze Saal.",
    "Nach dem Bericht des Kassiers wählte der Verein einen neuen Vorstand.",
    "Nach der Meldung brach der Kurs ein.",
]


@pytest.mark.parametrize("text", AFTERWARDS)
def test_what_happens_after_a_report_is_not_told_by_it(text: str) -> None:
    assert with_pipeline(text) == ()


TOLD = [
    ("Nach dem Bericht habe der Verein kein Geld mehr.", "Bericht"),
    ("Nach Schilderung der Polizei flogen im Saal Stühle.", "Polizei"),
    ("Nach den Angaben der Polizei flogen im Saal Stühle.", "Polizei"),
    ("Nach Vorstellung der Kommission endet die Frist im Mai.", "Kommission"),
    ("Donnerstagnachmittag teilte die Polizei mit, dass der Saal leer sei.", "Polizei"),
    ("Mittwochfrüh sagte Rita Sommer, der Saal sei leer.", "Rita Sommer"),
]


@pytest.mark.parametrize("text, speaker", TOLD)
def test_who_tells_it_is_not_when_it_is_told(text: str, speaker: str) -> None:
    assert [one.speaker.name if one.speaker else "" for one in with_pipeline(text)] == [speaker]
