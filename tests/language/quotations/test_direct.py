from __future__ import annotations

import pytest

from tests.language.quotations.reader import quotations, shown


@pytest.mark.parametrize("opening, closing", ["„“", "“”", '""', "»«", "«»", "„”", '„"', "‹›", "‚‘", "„“"])
def test_words_in_any_usual_marks_are_found_with_their_speaker(opening: str, closing: str) -> None:
    text = (
        f"{opening}Wir haben lange auf diesen Tag gewartet und freuen uns sehr{closing}, sagte Maria Weber am Montag."
    )
    found = quotations(text, [("Maria Weber", "PER")])
    direct = [quotation for quotation in found if quotation.kind == "direct"]
    assert len(direct) == 1
    assert shown(text, direct[0]) == "Wir haben lange auf diesen Tag gewartet und freuen uns sehr"
    assert direct[0].speaker is not None
    assert direct[0].speaker.name == "Maria Weber"
    assert direct[0].cue is not None
    assert direct[0].cue.text == "sagte"


def test_the_title_of_a_film_is_not_a_quotation() -> None:
    assert not quotations("Der Film „Das Leben der Anderen“ läuft heute im Kino.")
