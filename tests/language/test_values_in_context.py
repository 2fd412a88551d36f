"""Values that only the sentence around them makes one."""

import pytest

from tui.language.values import find_values


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Am Freitag um elf, als alle saßen, sprach sie.", ["time:11:00"]),
        ("Um acht saß sie wieder da.", ["time:08:00"]),
        ("Am Abend um acht klingelte es.", ["time:20:00"]),
        ("Erst gegen neun merkte es jemand.", ["time:09:00"]),
        ("Die Preise stiegen am Freitag um elf.", []),
        ("Gegen zwei wird ermittelt.", []),
        ("Sie stimmten mit fünf gegen vier.", []),
        ("Gegen zwei von ihnen läuft etwas.", []),
        ("Sie stiegen um fünf bis sechs Cent.", []),
        ("Es ging um zwei.", []),
        ("Kurz vor drei Jahren war es so.", []),
    ],
)
def test_a_time_in_words_is_read_where_it_is_no_amount(text: str, times: list[str]) -> None:
    units = [value.unit or "" for value in find_values(text, [(0, len(text))])]
    assert [unit for unit in units if unit.startswith("time")] == times
