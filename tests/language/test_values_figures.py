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


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Nachts sank sie auf minus sieben Grad.", "minus sieben Grad", -7, -7),
        ("Es hatte −9 Grad Celsius.", "−9 Grad", -9, -9),
        ("Die Aktie schloss schwächer (-2,5 Prozent).", "-2,5 Prozent", -2.5, -2.5),
        ("Unter dem Strich: minus 3 Millionen Euro.", "minus 3 Millionen Euro", -3e6, -3e6),
        ("Es gab bis zu minus 25 Grad.", "bis zu minus 25 Grad", -25, None),
        ("Kälter war es mit unter minus 25 Grad.", "unter minus 25 Grad", None, -25),
        ("Erwartet werden -4 bis -8 Grad.", "-4 bis -8 Grad", -8, -4),
        ("Gemessen wurden 14 Grad unter null.", "14 Grad unter null", -14, -14),
        ("Bei elf Grad minus harrten sie aus.", "elf Grad minus", -11, -11),
        ("Tagsüber waren es plus 6 Grad.", "plus 6 Grad", 6, 6),
        ("Es kamen 10-12 Gäste.", "10-12 Gäste", 10, 12),
        ("Die Karte - 20 Euro - ist teuer.", "20 Euro", 20, 20),
        ("Ein Minus von 4 Prozent blieb.", "4 Prozent", 4, 4),
    ],
)
def test_a_sign_before_or_behind_a_number_belongs_to_it(
    text: str, words: str, low: float | None, high: float | None
) -> None:
    (value,) = found(text)
    assert (value.text, value.low, value.high) == (words, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Gegen neun betrat der Schauspieler die Bühne.",
        "Bestimmt war sie gegen neun daheim.",
        "Die Ermittler durchsuchten das Haus gegen neun.",
        "Das Endspiel begann gegen neun.",
        "Zu diesem Zeitpunkt, gegen neun, schlief er beispielsweise.",
        "Schon um neun war falls nötig ein Arzt da, der kürzlich kam.",
    ],
)
def test_a_time_of_day_stands_beside_words_that_only_contain_a_verb_of_change_or_contest(text: str) -> None:
    assert [value.unit for value in found(text)] == ["time:09:00"]


@pytest.mark.parametrize(
    "text",
    [
        "Sie gewannen gegen neun.",
        "Es wurde auch gegen neun geklagt.",
        "Die Strafanzeigen gegen neun sind bekannt.",
        "Zuletzt ist der Kurs schon um neun gestiegen.",
        "Die Zahl wurde erst um neun verringert.",
    ],
)
def test_by_how_much_and_against_how_many_are_no_times_of_day(text: str) -> None:
    assert found(text) == []
