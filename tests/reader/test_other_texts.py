"""Copies and articles in other languages are shown as what they are, and count as no more than that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.reader.story import COMPARISON, ONE, READING, STORY, THREE, TWO
from tests.reader.test_article_keys import press
from tests.reader.test_comparison_keys import panel_words
from tui.reader.app import LesartApp
from tui.reader.coverage import cover, facts_of
from tui.reader.desk import Desk
from tui.reader.sidebar.rows import article_row

COPIED = replace(STORY, duplicates=((ONE.id, TWO.id),))


def test_the_gutter_counts_a_copy_as_no_further_source() -> None:
    sentences = [(0, len(ONE.text))]
    assert cover(sentences, facts_of(STORY, ONE.id), STORY)[0].others == 1
    covered = cover(sentences, facts_of(COPIED, ONE.id), COPIED)[0]
    assert covered.others == 0 and covered.facts


def test_the_sidebar_says_whose_text_an_article_has() -> None:
    desk = Desk.of(READING).with_comparison(replace(COMPARISON, stories=(COPIED,)))
    rows = [article_row(desk, article, number, "·") for number, article in enumerate((ONE, TWO, THREE), 1)]
    assert ["the same text as 1" in row.facts for row in rows] == [False, True, False]


async def test_a_passage_in_another_language_is_shown_with_its_language_and_without_german_tags(
    make: Callable[..., LesartApp],
) -> None:
    app = make(reading=replace(READING, articles=(ONE, replace(TWO, language="en"), THREE)))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j")
        words = " ".join(panel_words(app))
        assert "ENGLISH" in words and "ATTRIBUTED" not in words
        await press(pilot, "J")
        page = app.reading.view.page
        assert page is not None
        assert "English: only names known from German articles are marked" in " ".join(
            line.words for line in page.layout.lines if line.kind == "head"
        )
