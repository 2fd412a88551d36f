"""Several facts in one sentence: a tab for each, the possible conflict first, headings that tell them apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.reader.story import ARTICLES, BUSES, COMPARISON, ONE, PRICE, STORY, THREE, TWO, mention
from tests.reader.test_article_keys import notices, press
from tests.reader.test_comparison_keys import panel_words
from tui.comparison.model import Fact
from tui.reader.app import LesartApp
from tui.reader.comparison.groups import groups_for
from tui.reader.comparison.headings import heading_of
from tui.reader.comparison.tabs import tabs
from tui.reader.desk import Desk
from tui.reader.icons import UNICODE
from tui.reader.screens.letters import LETTERS

ULM = Fact(
    "ulm", "story", "Die Stadtwerke Ulm",
    (mention(ONE, "Die Stadtwerke Ulm"), mention(TWO, "Der Betriebsrat begrüßt den Kauf")),
)  # fmt: skip
KAUF = Fact(
    "kauf", "story", "Die Stadtwerke Ulm", (mention(ONE, "Die Stadtwerke Ulm"), mention(TWO, "den Kauf")),
)  # fmt: skip
THREE_FACTS = replace(COMPARISON, stories=(replace(STORY, facts=(KAUF, ULM, BUSES, PRICE)),))


@pytest.fixture
def several(app: LesartApp) -> LesartApp:
    """The app over a story whose second sentence has three facts."""
    app.set_reactive(LesartApp.desk, Desk(ARTICLES).with_comparison(THREE_FACTS))
    return app


async def test_one_fact_is_shown_at_a_time_the_conflict_first(several: LesartApp) -> None:
    async with several.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j")
        words = panel_words(several)
        assert words[0].startswith("[1!] 2  3")
        assert "48 Fahrzeuge haben die" in " ".join(words)
        assert "den Kauf" not in " ".join(words)
        await press(pilot, "l")
        words = panel_words(several)
        assert words[0].startswith("1! [2] 3")
        assert "48 Fahrzeuge haben die" not in " ".join(words)
        await press(pilot, "h", "h")
        assert panel_words(several)[0].startswith("1!  2 [3]")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 60)])
async def test_the_tabs_say_which_key_shows_the_next_fact(
    make: Callable[..., LesartApp], size: tuple[int, int]
) -> None:
    app = make(keymap={"next-fact": "f7"})
    app.set_reactive(LesartApp.desk, Desk(ARTICLES).with_comparison(THREE_FACTS))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j", "enter")
        assert panel_words(app)[0].startswith("[1!] 2  3  f7 next")
        assert any("2 of 3 sources" in line for line in panel_words(app)[:6])


async def test_a_tab_answers_the_mouse(several: LesartApp) -> None:
    async with several.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j")
        await pilot.click("#comparison", offset=(8, 1))
        await pilot.pause()
        assert panel_words(several)[0].startswith("1! [2] 3")


async def test_the_row_under_the_mouse_is_chosen(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j")
        target = app.reading.panel._lines.targets[1]
        await pilot.click("#comparison", offset=(8, target.first + 1))
        assert app.reading.panel.chosen == 1
        await pilot.click("#articles", offset=(8, 3))
        assert app.reading.article_id == ONE.id
        await pilot.click("#articles", offset=(8, app.reading.articles.row_height + 1))
        await pilot.pause()
        assert app.reading.article_id == TWO.id


async def test_the_words_of_the_chosen_fact_are_marked_until_the_cursor_moves(several: LesartApp) -> None:
    async with several.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "l")
        view = several.reading.view
        assert view.stated is not None and ONE.text[slice(*view.stated)] == "Die Stadtwerke Ulm"
        await press(pilot, "j")
        assert view.stated is None


def test_headings_are_pieces_of_the_sentence_that_tell_facts_apart() -> None:
    desk = Desk(ARTICLES).with_comparison(THREE_FACTS)
    start = ONE.text.index("Die Stadtwerke")
    found = groups_for(desk, ONE.id, (start, ONE.text.index(" Das sagte")))
    assert [group.heading for group in found] == [
        "Die Stadtwerke Ulm kaufen 40 Elektrobusse",
        "2: … den Kauf",
        "2: Der Betriebsrat begrüßt den Kauf",
    ]
    assert heading_of(desk, ULM, "…") == "Die Stadtwerke Ulm …"


def test_articles_of_one_source_are_told_apart_in_the_rows() -> None:
    again = replace(THREE, source=TWO.source)
    desk = Desk((ONE, TWO, again)).with_comparison(THREE_FACTS)
    start = ONE.text.index("Die Stadtwerke")
    group, *_ = groups_for(desk, ONE.id, (start, ONE.text.index(" Das sagte")))
    assert {row.label for row in group.rows} == {"2024-03-05, Ulmer Blatt", "2025-04-01, Ulmer Blatt"}


def test_tabs_that_do_not_fit_are_said_to_be_there() -> None:
    desk = Desk(ARTICLES).with_comparison(THREE_FACTS)
    start = ONE.text.index("Die Stadtwerke")
    groups = groups_for(desk, ONE.id, (start, start + 40)) * 8
    words = "".join(tab.words for tab in tabs(groups, 11, 24, UNICODE))
    assert "[12]" in words and words.startswith(" …") and words.endswith("… ")
    assert len(words) <= 24


async def test_the_report_of_the_fact_is_copied(several: LesartApp) -> None:
    async with several.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "Y")
        assert several.clipboard.startswith("## „Die Stadtwerke Ulm kaufen 40 Elektrobusse“")
        assert "48 Fahrzeuge" in several.clipboard and "possible conflict" in several.clipboard
        assert "Copied the fact with the words of 2 sources, as Markdown." in notices(several)
        await press(pilot, "j", "Y")
        assert "No fact is shown here that could be copied." in notices(several)


async def test_a_letter_goes_to_a_pane_a_fact_or_an_article(several: LesartApp) -> None:
    async with several.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "f", "d")
        assert several.focused is several.reading.panel
        await press(pilot, "f", "g")
        assert panel_words(several)[0].startswith("1! [2] 3")
        await press(pilot, "f", "escape")
        assert several.screen is several.reading
        letter = LETTERS[len(several.reading.spots()) - 2]
        await press(pilot, "f", letter)
        assert several.reading.article_id == TWO.id
