from datetime import date
from pathlib import Path

import pytest

from tui.language.model import Value
from tui.language.values import find_values

HERE = Path(__file__).parent
ROWS = [
    line.split("\t")
    for line in (HERE / "values_table.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def values(words: str, published: str | None = None) -> tuple[Value, ...]:
    sentence = f"Es war {words}, hieß es."
    return find_values(sentence, [(0, len(sentence))], published=published)


def shown(value: float | None, kind: str) -> str:
    if value is None:
        return "-"
    return date.fromordinal(int(value)).isoformat() if kind == "date" else f"{value:.12g}"


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len({row[0] for row in ROWS}) >= 150


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}".replace(" ", "_"))
def test_a_german_expression_reads_as_in_the_table(row: list[str]) -> None:
    words, published, text, kind, low, high, unit, about = row
    (value,) = values(words, None if published == "-" else published)
    assert (value.text, value.kind, value.unit or "-") == (text, kind, unit)
    assert (shown(value.low, kind), shown(value.high, kind)) == (low, high)
    assert value.approximate == (about == "about")


@pytest.mark.parametrize("words", (HERE / "no_values.txt").read_text("utf-8").splitlines())
def test_numbers_that_name_and_words_that_only_look_like_numbers_are_no_values(words: str) -> None:
    assert values(words) == ()
