"""Keys in the comparison, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.reader.story import ANALYSES, BUSES, ONE, TWO
from tests.reader.test_article_keys import notices, press, read
from tui.articles.model import Reading
from tui.library.decisions import load_decisions
from tui.reader.app import LesartApp
from tui.reader.screens.bookmark_rows import BookmarkRows


def panel_words(app: LesartApp) -> list[str]:
    """The lines of the comparison."""
    return ["".join(segment.text for segment in line).strip() for line in app.reading.panel._lines.lines]


async def test_the_panel_follows_the_sentence(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j")
        words = " ".join(panel_words(app))
        assert "2 of 3 sources, 2 origins" in words
        assert "! Possible conflict: number here „40 Elektrobusse“ against 2 „48 Fahrzeuge“ 40 and 48 exclude" in words
        assert "ATTRIBUTED Betriebsrat" in words
        assert "48 Fahrzeuge haben die" in words
        assert "3 Donaukurier: other event" in words
        await press(pilot, "j")
        assert " ".join(panel_words(app)) == "No other source was found to say this."


async def test_the_comparison_is_painted_together_with_the_cursor(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        painted: list[str] = []
        display = app._display

        def watched(*given: Any) -> None:
            display(*given)
            painted.append(" ".join(panel_words(app)))

        app._display = watched  # type: ignore[method-assign, assignment]
        await press(pilot, "j")
        assert "48 Fahrzeuge haben die" in painted[0]


async def test_enter_goes_there_and_backspace_comes_back(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "enter", "enter")
        assert app.reading.article_id == TWO.id
        assert "48 Fahrzeuge" in read(app)
        await press(pilot, "backspace")
        assert app.reading.article_id == ONE.id
        assert read(app) == "Die Stadtwerke Ulm kaufen 40 Elektrobusse."


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_enter_stays_in_the_article_and_says_why_where_no_other_source_says_it(
    app: LesartApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j", "enter", "escape", "j", "enter")
        assert app.reading.view.has_focus and app.reading.view.region.area
        assert notices(app) == ["No other source was found to say this."]
        await press(pilot, "k", "enter")
        assert app.reading.panel.has_focus


async def test_enter_says_that_nothing_is_compared_yet(make: Callable[..., LesartApp]) -> None:
    app = make(compared=False)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "enter")
        assert app.reading.view.has_focus
        assert notices(app) == ["Not compared yet."]


async def test_a_row_opens_to_its_paragraph(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "enter")
        assert "30 Millionen" not in " ".join(panel_words(app))
        await press(pilot, "space")
        assert "30 Millionen" in " ".join(panel_words(app))
        await press(pilot, "x")
        assert "30 Millionen" not in " ".join(panel_words(app))


async def test_same_and_not_the_same_are_kept(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "enter", "exclamation_mark")
        assert app.decisions_file is not None
        decisions = load_decisions(app.decisions_file).decisions
        assert [decision.same for decision in decisions] == [False]
        assert {decisions[0].first.text_sha256, decisions[0].second.text_sha256} == {ONE.text_sha256, TWO.text_sha256}
        await press(pilot, "equals_sign")
        assert [decision.same for decision in load_decisions(app.decisions_file).decisions] == [True]


async def test_a_fact_is_bookmarked_with_the_words_of_the_others(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "enter", "b")
        assert app.notebook is not None
        (bookmark,) = app.notebook.file.load().bookmarks
        assert (bookmark.kind, bookmark.fact) == ("fact", BUSES.label)
        assert [other.article.source for other in bookmark.others] == ["Ulmer Blatt"]
        await press(pilot, "B")
        await app.workers.wait_for_complete()
        await pilot.pause()
        line = app.screen.query_one(BookmarkRows).render_line(2).text
        assert "fact, with 1 other source  ! possible conflict: number „40 Elektrobusse“ (Südpost) / „48" in line


async def test_before_the_comparison_the_panel_says_what_is_done(make: Callable[..., LesartApp]) -> None:
    app = make(compared=False)
    async with app.run_test(size=(120, 36)) as pilot:
        app.desk = replace(app.desk, progress="Reading names in 1 of 3")
        await pilot.pause()
        assert panel_words(app) == ["Reading names in 1 of 3"]
        app.desk = app.desk.with_analysis(ANALYSES[0])
        await pilot.pause()
        page = app.reading.view.page
        assert page is not None and page.analysis is not None


async def test_a_single_article_says_that_there_is_nothing_to_compare(make: Callable[..., LesartApp]) -> None:
    app = make(compared=False, reading=Reading((ONE,)))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "nothing to compare" in " ".join(panel_words(app))


async def test_first_and_last_passage(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "enter", "G", "g", "j", "k", "tab")
        assert app.focused is app.reading.articles
