"""Whose words go on where a sentence of the paper stands between: pronouns, and marks without a verb of saying."""

from __future__ import annotations

import pytest

from tests.language.quotations.reader import with_pipeline

SAME_SURNAME = [
    ("Jan Roth starb im Mai. Maria Roth begreift es nicht. „Wo war der Arzt?“, fragt sie.", "Maria Roth"),
    ("Maria Roth starb im Mai. Jan Roth begreift es nicht. „Wo war der Arzt?“, fragt er.", "Jan Roth"),
    ("Trainer Jan Roth geht. Maria Roth weint. Roth selbst lacht. Er habe gekündigt, sagt er.", "Jan Roth"),
]


@pytest.mark.parametrize("text, speaker", SAME_SURNAME)
def test_a_pronoun_agrees_with_the_bearer_of_a_shared_surname(text: str, speaker: str) -> None:
    assert said_by(text) == speaker


def said_by(text: str) -> str:
    last = with_pipeline(text)[-1]
    return last.speaker.name if last.speaker else ""
