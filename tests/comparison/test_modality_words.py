"""Single words say doubt, denial or "not known" only where they mean it."""

import pytest

from tui.comparison.modality import is_denied, is_hedged, leaves_open


@pytest.mark.parametrize("words", ["Er war wohl im Amt.", "Wohl niemand sah ihn.", "Das ist vermutlich falsch."])
def test_doubt_is_heard(words: str) -> None:
    assert is_hedged(words)


@pytest.mark.parametrize("words", ["zum Wohl der Kinder", "Sie fühlt sich wohl.", "um das Wohl der Tiere besorgt"])
def test_well_being_is_no_doubt(words: str) -> None:
    assert not is_hedged(words)


@pytest.mark.parametrize(
    "words",
    [
        "Der Minister wies die Vorwürfe zurück.",
        "Die Kritik wurde als haltlos zurückgewiesen.",
        "Er bestritt die Tat.",
        "Die Firma stritt das ab.",
        "Das weist sie zurück.",
        "Den Wurf stellt er in Abrede.",
        "Er wies jede Schuld von sich.",
    ],
)
def test_a_claim_that_is_disputed_is_denied(words: str) -> None:
    assert is_denied(words)


@pytest.mark.parametrize(
    "words",
    [
        "Er bestritt 131 Länderspiele.",
        "300 Flüchtlinge wurden an der Grenze zurückgewiesen.",
        "Sie bestritt ihren Lebensunterhalt allein.",
        "Er wies auf einen Weg zurück ins Dorf.",
        "Sie wies den Fahrer von sich aus an.",
    ],
)
def test_matches_and_borders_are_no_denial(words: str) -> None:
    assert not is_denied(words)


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("Sie bestreitet nicht, dass sie anders gedacht hat.", False),
        ("Der Mann leugnet die Tat nicht.", False),
        ("Niemand bestritt den Vorfall.", False),
        ("Die Firma hat das nie dementiert.", False),
        ("Sie bestreitet, dass sie nicht gefragt hat.", True),
        ("Er bestritt nicht nur den Diebstahl, sondern auch den Betrug.", True),
    ],
)
def test_a_denial_that_is_denied_is_none(words: str, denied: bool) -> None:
    assert is_denied(words) is denied


@pytest.mark.parametrize("words", ["Das ist noch offen.", "Der Grund ist unklar."])
def test_what_is_not_known_is_left_open(words: str) -> None:
    assert leaves_open(words)


@pytest.mark.parametrize("words", ["Das ist unumstritten.", "unstrittig", "am fraglichen Abend"])
def test_what_nobody_disputes_is_not_left_open(words: str) -> None:
    assert not leaves_open(words)
