import pytest

from tui.language.model import Value
from tui.language.values import find_values


def found(text: str) -> list[Value]:
    return list(find_values(text, [(0, len(text))], published="2024-03-14"))


@pytest.mark.parametrize(
    "text",
    [
        "Der Umzug war am 7². Mai.",
        "Er kam am ③. März.",
        "Das Tor fiel um 9 Uhr ²¹.",
        "Die Saison 2018/¹⁹ lief gut.",
        "Im Jahr ²⁰²³ begann es.",
        f"Um {'9' * 400} Uhr endete es.",
        f"In den letzten 9 {'Billionen ' * 30}Jahren geschah nichts.",
        f"Es kostete {'8' * 500} Euro.",
    ],
)
def test_raised_circled_and_endless_digits_are_read_around(text: str) -> None:
    assert all(value.low is None or abs(value.low) < 1e30 for value in found(text))
