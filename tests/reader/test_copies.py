"""A copy of an article is shown as one, and counted as no further source."""

from __future__ import annotations

from dataclasses import replace

from tests.reader.story import COMPARISON, ONE, READING, STORY, THREE, TWO
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
