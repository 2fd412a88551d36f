"""By "will" with a perfect somebody claims something of himself."""

from __future__ import annotations

import pytest

from tests.language.quotations.reader import shown, with_pipeline


@pytest.mark.parametrize(
    "text, words, name",
    [
        (
            "Der Nachbar Karl Ebel will den Mann gegen 23 Uhr gesehen haben.",
            "den Mann gegen 23 Uhr gesehen haben",
            "Ebel",
        ),
        ("Eine Zeugin will zwei Männer gesehen haben, die davonliefen.", "zwei Männer gesehen haben", "Zeugin"),
        ("Das Portal will erfahren haben, dass die Bank verkauft wird.", "dass die Bank verkauft wird", "Portal"),
    ],
)
def test_what_somebody_will_have_seen_is_his_claim(text: str, words: str, name: str) -> None:
    (found,) = with_pipeline(text)
    assert shown(text, found) == words
    assert found.speaker is not None
    assert found.speaker.name.endswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "Karl Ebel will das Haus verkaufen.",
        "Die Firma will bis Mai fertig sein.",
        "Niemand will etwas bemerkt haben.",
    ],
)
def test_what_somebody_wants_is_no_claim(text: str) -> None:
    assert with_pipeline(text) == ()
