"""Words in marks that a name signs: under them, behind a dash, or alone in a bracket."""

from __future__ import annotations

import pytest

from tests.language.quotations.reader import with_pipeline

BEFORE = "„Wir verkaufen die Orgel auf keinen Fall“, sagte Pfarrer Karl Ebel am Sonntag.\n\n"

SIGNED = [
    "> „Ohne Orgel bleibt die Kirche stumm.“\n>\n> — Rita Sommer, Kantorin",
    "„Ohne Orgel bleibt die Kirche stumm.“\n– Kantorin Rita Sommer",
    "„Ohne Orgel bleibt die Kirche stumm.“ – Rita Sommer",
    "„Ohne Orgel bleibt die Kirche stumm“ (Kantorin Rita Sommer)",
    "Auch der Satz „Ohne Orgel bleibt die Kirche stumm“ (Kantorin Rita Sommer) fiel.",
]


@pytest.mark.parametrize("text", SIGNED)
def test_a_signature_says_whose_words_they_are(text: str) -> None:
    assert last_speaker(BEFORE + text) == "Rita Sommer"


UNSIGNED = [
    "„Die Kirche bleibt sonst stumm“ (lacht).",
    "„Die Kirche bleibt sonst stumm.“ – Rita Sommer hörte das gern.",
    "Ebel nannte den Verkauf „einen ganz schlechten Scherz“ (Rita Sommer widersprach).",
]


@pytest.mark.parametrize("text", UNSIGNED)
def test_a_name_in_a_clause_of_its_own_signs_nothing(text: str) -> None:
    assert last_speaker(BEFORE + text) == "Karl Ebel"


def last_speaker(text: str) -> str:
    speaker = with_pipeline(text)[-1].speaker
    return speaker.name if speaker else ""
