"""What an author set close together stands close together."""

from __future__ import annotations

import pytest

from tui.articles.reading import read_bytes
from tui.reader.article.layout import lay_out


def rows(text: str) -> list[str]:
    """The rows of an article, blank ones empty."""
    article = read_bytes(f"# Titel der Meldung\n\nDer Rat tagt.\n\n{text}\n\nDas Ende naht.\n".encode(), "a.md")
    return [article.text[line.start : line.end] for line in lay_out(article, article.text, 60).lines][4:-2]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("| Was | Zahl |\n|---|---|\n| Brand | 31 |", ["Was | Zahl", "Brand | 31"]),
        ("- Gerettet: die Fibel.\n- Verloren: die Presse.", ["- Gerettet: die Fibel.", "- Verloren: die Presse."]),
        ("1. Er kam.\n2. Er sah.", ["1. Er kam.", "2. Er sah."]),
        ("> Der Regen fällt.\n> Er fällt.\n>\n> Die Erde trinkt.", ["Der Regen fällt.", "Er fällt.", "",
         "Die Erde trinkt."]),
        ("Er kam.\nEr sah.", ["Er kam.", "", "Er sah."]),
        ("- Er kam.\n\n- Er sah.", ["- Er kam.", "", "- Er sah."]),
    ],
)  # fmt: skip
def test_rows_items_and_verses_stand_without_blank_rows_between(text: str, shown: list[str]) -> None:
    assert rows(text) == shown
