"""What a reader sees folded, and what stays: made articles with the role of every line written before it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.articles.blocks import find_blocks, repeated_lines

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.txt"))


def sample(path: Path) -> tuple[str, list[tuple[str, str]]]:
    """The text of a sample, and each of its lines with the wanted role."""
    lines = [line.partition("|") for line in path.read_text("utf-8").splitlines() if line]
    return "\n\n".join(words for _, _, words in lines), [(words, role) for role, _, words in lines]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_line_gets_its_role(path: Path) -> None:
    text, wanted = sample(path)
    layout = find_blocks(text)
    assert [(text[block.start : block.end], block.role) for block in layout.blocks] == wanted
    assert all(block.rule for block in layout.blocks)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_single_line_ends_part_paragraphs_as_empty_lines_do(path: Path) -> None:
    text, wanted = sample(path)
    layout = find_blocks(text.replace("\n\n", "\n"))
    folded = [role for _, role in wanted if role not in ("title", "heading", "paragraph", "credit")]
    assert [block.role for block in layout.blocks if not block.own] == folded


def test_a_first_sentence_in_place_of_a_title_shows_that_it_goes_on() -> None:
    long = "Die Stadt kauft vierzig Busse, die im Sommer auf allen Linien fahren sollen, sagte sie."
    layout = find_blocks(f"{long}\n\nMehr war nicht bekannt.")
    assert layout.title == "Die Stadt kauft vierzig Busse, die im Sommer auf allen Linien fahren …"
    assert find_blocks("Die Stadt kauft Busse.\n\nMehr war nicht bekannt.").title == "Die Stadt kauft Busse."


LINES = st.sampled_from(
    [
        "Ein Satz.",
        "Überschrift",
        "Anzeige",
        "Foto: dpa",
        "Von Anna Berg",
        "(dpa)",
        "\x1b[31m",
        "a" * 300,
        "#x",
        "## Lage ##",
        "- -",
        "„",
    ]
)


SIGNS = re.compile(r"[\s#>|*_:-]")
"""What Markdown sets around words."""


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=30))).map("\n".join)))
def test_blocks_of_any_text_are_in_order_and_lose_nothing(text: str) -> None:
    blocks = find_blocks(text).blocks
    last = 0
    for block in blocks:
        assert last <= block.start < block.end <= len(text)
        assert not SIGNS.sub("", text[last : block.start])
        last = block.end
    assert not SIGNS.sub("", text[last:])


def test_a_text_of_nothing_but_page_furniture_can_still_be_read() -> None:
    assert [block.role for block in find_blocks("Anzeige\n\nAnzeige\n\nAnzeige").blocks] == ["paragraph"] * 3


def test_a_line_that_all_articles_of_a_site_share_is_folded() -> None:
    line = "Beispielblatt – die Zeitung für alle"
    texts = [f"{line}\n\nMeldung Nummer {n}\n\nDas ist die Meldung {n}, und sie ist anders." for n in "abc"]
    shared = repeated_lines(texts)
    assert [find_blocks(text, None, shared).blocks[0].role for text in texts] == ["title"] * 3
    tails = [f"Meldung {n}\n\nDas ist die Meldung {n}, und sie ist anders.\n\nMehr {n}.\n\n{line}" for n in "abc"]
    shared = repeated_lines(tails)
    assert [find_blocks(text, None, shared).blocks[-1].role for text in tails] == ["boilerplate"] * 3


def test_copies_of_one_article_do_not_fold_each_other() -> None:
    text = "Meldung des Tages\n\nDas ist die Meldung, und sie steht überall gleich.\n\nSo endet die Meldung."
    assert repeated_lines([text] * 4) == frozenset()


def test_items_of_a_list_and_rows_of_a_table_are_no_headings() -> None:
    lines = ["Bad öffnet", "Das Bad öffnet morgen.", "Karte; Preis", "Tageskarte; 5,00 €", "• ein Lift", "Bis bald."]
    text = "\n\n".join(lines)
    assert [block.role for block in find_blocks(text).blocks] == ["title"] + 5 * ["paragraph"]


def test_headings_of_markdown_are_headings_without_their_signs() -> None:
    lines = ["# Brand in Kiel.", "Es brannte am Montag.", "## Was nun? ##", "### 2 Verletzte in Klinik", "Sie leben."]
    layout = find_blocks("\n".join(lines))
    text = "\n".join(lines)
    assert [(text[block.start : block.end], block.role) for block in layout.blocks] == [
        ("Brand in Kiel.", "title"),
        ("Es brannte am Montag.", "paragraph"),
        ("Was nun?", "heading"),
        ("2 Verletzte in Klinik", "heading"),
        ("Sie leben.", "paragraph"),
    ]
    assert layout.title == "Brand in Kiel."


def test_signs_without_a_space_or_words_are_no_heading() -> None:
    layout = find_blocks("Bad öffnet\n\n#Kiel freut sich auf das Bad.\n\n##\n\n####### Sieben sind zu viele.")
    assert [block.role for block in layout.blocks] == ["title", "paragraph", "boilerplate", "paragraph"]


def test_what_an_article_says_again_is_folded_as_a_repeat() -> None:
    text = "Fest am See\n\n" + "Das Fest am See beginnt am Abend.\n\nBlick auf den See\n\n" * 3
    roles = [block.role for block in find_blocks(text).blocks]
    assert roles == ["title", "paragraph", "heading", "repeat", "repeat", "repeat", "repeat"]


def test_three_short_lines_in_a_row_are_no_headings_and_two_are() -> None:
    sentence = "Das Bad öffnet am Montag, wie die Stadt mitteilte."
    hours = ["Dienstag: 10 bis 17 Uhr", "Samstag: 11 bis 15 Uhr", "Eintritt: 6 Euro"]
    layout = find_blocks("\n\n".join(["Bad öffnet", sentence, *hours, sentence.replace("Bad", "Eis")]))
    assert [block.role for block in layout.blocks] == ["title"] + 5 * ["paragraph"]
    layout = find_blocks("\n\n".join(["Bad öffnet", sentence, *hours[:2], sentence.replace("Bad", "Eis")]))
    assert [block.role for block in layout.blocks][2:4] == ["heading"] * 2
