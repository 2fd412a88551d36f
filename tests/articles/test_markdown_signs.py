"""Signs of Markdown are no words: they belong to no block, part no words and keep every position."""

from __future__ import annotations

import pytest

from tui.articles.display import readable
from tui.articles.plain import plain_text
from tui.articles.reading import read_bytes


def blocks(text: str) -> list[tuple[str, str]]:
    article = read_bytes(text.encode(), "a.md")
    return [(block.role, article.text[block.start : block.end]) for block in article.blocks]


def test_the_rows_of_a_table_are_the_authors_own_and_its_rule_is_nothing() -> None:
    text = "# Bilanz\n\nEs brannte.\n\n| Was | Zahl |\n|:---|---:|\n| Schaden | 4,5 Mio. |\n\nEnde.\n"
    assert blocks(text)[2:4] == [("paragraph", "Was | Zahl"), ("paragraph", "Schaden | 4,5 Mio.")]
    assert len(blocks(text)) == 5


def test_quoted_lines_lose_their_sign_and_the_gap_between_stanzas_is_nothing() -> None:
    text = "# Gedicht\n\nSie las vor.\n\n> Der Regen fällt,\n> er fällt.\n>\n> Die Erde trinkt.\n\nBeifall.\n"
    assert [words for _, words in blocks(text)][2:5] == ["Der Regen fällt,", "er fällt.", "Die Erde trinkt."]
    assert all(role in ("title", "paragraph", "heading") for role, _ in blocks(text))


@pytest.mark.parametrize("line", ["**Was geschah dann?**", "*Was geschah dann?*", "__Was geschah dann?__"])
def test_a_line_that_is_emphasised_stands_without_the_signs(line: str) -> None:
    assert blocks(f"# Gespräch\n\nEin Satz davor.\n\n{line}\n\nNichts.\n")[2][1] == "Was geschah dann?"


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("Er sagte **nie** etwas.", "Er sagte nie etwas."),
        ("Er sagte *nie* etwas.", "Er sagte nie etwas."),
        ("Das ist _ihr_ Haus.", "Das ist ihr Haus."),
        ("„**Nie**“, sagte er.", "„Nie“, sagte er."),
        ("Ein ***sehr*** altes Haus.", "Ein sehr altes Haus."),
        ("(*Name geändert*)", "(Name geändert)"),
    ],
)
def test_emphasis_within_a_line_is_read_past(raw: str, plain: str) -> None:
    found = plain_text(raw)
    assert found is not None and found.text == plain
    assert [raw[slice(*found.raw(at, at + 1))] for at in range(len(plain))] == list(plain)
    assert len(readable(raw)) == len(raw) and readable(raw).replace("\u200c", "") == plain


@pytest.mark.parametrize(
    "text",
    ["Leser*innen und Hörer*innen", "5 * 3 * 2", "* Name geändert", "Anna K.* und Bernd L.*", "die Datei a_b_c",
     "* Punkt eins", "snake_case_name", "2*3*4", "Er gab ihr ** von fünf Sternen **", "https://a.example/_x_/b_c"],
)  # fmt: skip
def test_stars_and_lines_that_emphasise_nothing_stay(text: str) -> None:
    assert plain_text(text) is None
    assert readable(text) == text
