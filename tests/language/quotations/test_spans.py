from __future__ import annotations

import pytest

from tests.language.quotations.reader import quotations, shown, with_pipeline

TWO_VOICES = [
    (
        "„Das Boot lag schon am Vormittag auf Grund“, sagt ein Fischer. Hinrichs bestreitet das. "
        "Es habe den Hafen nie verlassen, sagt er, „nicht einmal zum Tanken“.",
        ["Das Boot lag schon am Vormittag auf Grund", "nicht einmal zum Tanken"],
    ),
    (
        "„Das stimmt nicht“, sagte Lang. Kurz erwiderte, das stimme sehr wohl, „jedes Wort“.",
        ["Das stimmt nicht", "jedes Wort"],
    ),
]


@pytest.mark.parametrize("text, words", TWO_VOICES)
def test_words_with_a_comment_each_are_never_one_quotation(text: str, words: list[str]) -> None:
    found = [quotation for quotation in with_pipeline(text) if quotation.kind == "direct"]
    assert [shown(text, quotation) for quotation in found] == words
    assert len({quotation.speaker.name for quotation in found if quotation.speaker}) == 2


def test_words_that_one_comment_cuts_stay_one_quotation() -> None:
    text = "„Wir haben“, sagte die Ministerin am Montag in Berlin, „alles versucht.“"
    assert [shown(text, quotation) for quotation in quotations(text)] == ["Wir haben … alles versucht."]
