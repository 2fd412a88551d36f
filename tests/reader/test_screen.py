"""Panes, sizes, themes, hostile text, and what is said when something is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.app import App

from tests.reader.story import COMPARISON, ONE, TWO, UNREADABLE, article
from tests.reader.test_article_keys import notices, press
from tui.articles.model import Reading
from tui.library.events import Analysed, Compared, Finished, Progress, Trouble
from tui.reader.app import LesartApp
from tui.reader.feed import Reported

HOSTILE = "Ein [/b] Titel [red]rot[/] \x1b[31m mit [email protected] und \x07 \u202e Umkehr"


def screen_text(app: App[None]) -> str:
    """What stands on the screen."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)


def focused(app: LesartApp) -> str:
    """The pane that has the keys."""
    return app.focused.id or "" if app.focused is not None else ""


async def test_markup_and_escapes_of_a_text_show_as_plain_text(make: Callable[..., LesartApp]) -> None:
    hostile = article(
        "[bold]böse[/].txt", [("title", HOSTILE), ("paragraph", HOSTILE), ("caption", HOSTILE)], source=HOSTILE
    )
    app = make(compared=False, reading=Reading((hostile, ONE)))
    async with app.run_test(size=(200, 40)) as pilot:
        await press(pilot, "j", "x", "b", "y", "tab", "question_mark")
        await press(pilot, "q")
        shown = screen_text(app)
        assert "Ein [/b] Titel [red]rot[/]" in shown
        assert "[email protected]" in shown
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@pytest.mark.parametrize("width, height", [(60, 20), (80, 24), (100, 30), (120, 36), (200, 60)])
async def test_every_size_shows_the_article_and_reaches_every_pane(app: LesartApp, width: int, height: int) -> None:
    async with app.run_test(size=(width, height)) as pilot:
        await press(pilot, "j")
        assert "Die Stadtwerke Ulm kaufen 40" in screen_text(app)
        await press(pilot, "tab")
        assert focused(app) == "comparison"
        assert "Possible conflict" in screen_text(app)
        await press(pilot, "tab")
        assert focused(app) == "articles"
        await press(pilot, "shift+tab", "shift+tab")
        assert focused(app) == "article"


async def test_resizing_keeps_the_sentence_in_sight(app: LesartApp) -> None:
    async with app.run_test(size=(200, 60)) as pilot:
        await press(pilot, "G")
        for size in ((60, 20), (120, 36), (40, 10), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "Baustelle." in screen_text(app)


async def test_the_sidebar_opens_articles_and_names_what_was_not_read(make: Callable[..., LesartApp]) -> None:
    app = make(reading=UNREADABLE)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        shown = screen_text(app)
        assert "kaputt.txt" in shown and "The file is not" in shown
        assert "5 found only here" in shown
        assert "other event · 0 facts" in shown
        await press(pilot, "shift+tab", "G", "enter")
        assert notices(app) == ["The file is not text: it holds control characters."]
        await press(pilot, "g", "j", "enter")
        assert app.reading.article_id == TWO.id
        assert focused(app) == "article"


async def test_an_empty_folder_is_said_in_words(make: Callable[..., LesartApp]) -> None:
    app = make(compared=False, reading=Reading(()))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "right_square_bracket", "e", "b", "y", "enter", "J", "x", "slash", "a", "escape")
        assert "Nothing to read" in screen_text(app)


async def test_reports_of_the_worker_fill_the_screen(make: Callable[..., LesartApp]) -> None:
    app = make(compared=False)
    async with app.run_test(size=(120, 36)) as pilot:
        app.ticket = 2
        app.post_message(Reported(Progress(2, 1, 3, "Reading names and quotations in 1 of 3")))
        await pilot.pause()
        assert "Reading names and quotations in 1 of 3" in screen_text(app)
        app.post_message(Reported(Analysed(2, COMPARISON.analyses[0])))
        app.post_message(Reported(Trouble(1, "An old order failed", None)))
        await pilot.pause()
        assert "Persons 1" in screen_text(app)
        assert "old order" not in screen_text(app)
        app.post_message(Reported(Compared(2, COMPARISON)))
        app.post_message(Reported(Finished(2)))
        await pilot.pause()
        assert "2 facts, 1 possible conflict" in screen_text(app)
        app.post_message(Reported(Trouble(2, "The weights are missing", ONE.id)))
        await pilot.pause()
        assert "The weights are missing" in screen_text(app)


async def test_the_cause_of_a_trouble_stays_in_sight_until_a_later_order_goes_well(
    make: Callable[..., LesartApp],
) -> None:
    app = make(compared=False)
    async with app.run_test(size=(160, 36)) as pilot:
        for sentence in ("Memory ran out.", "It is not tried again.", "It is not tried again."):
            app.post_message(Reported(Trouble(1, sentence, None)))
        app.post_message(Reported(Finished(1)))
        await pilot.pause()
        assert "Memory ran out. It is not tried again." in screen_text(app)
        app.post_message(Reported(Compared(2, COMPARISON)))
        app.post_message(Reported(Finished(2)))
        await pilot.pause()
        assert "Memory" not in screen_text(app) and "not tried" not in screen_text(app)


async def test_the_cursor_stays_when_the_analysis_arrives(make: Callable[..., LesartApp]) -> None:
    app = make(compared=False)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "j", "j")
        before = app.reading.view.sentence_span
        app.desk = app.desk.with_comparison(COMPARISON)
        await pilot.pause()
        assert app.reading.view.sentence_span == before


async def test_themes_change_and_every_one_can_be_drawn(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        seen = set()
        for _ in range(4):
            await press(pilot, "T")
            seen.add(app.theme)
            assert "Stadtwerke" in screen_text(app)
        assert seen == {"lesart-dark", "lesart-light", "lesart-contrast", "lesart-ansi"}


async def test_a_foreign_theme_is_drawn_too(make: Callable[..., LesartApp]) -> None:
    app = make(theme="nord")
    async with app.run_test(size=(120, 36)):
        assert app.theme == "nord"


async def test_ascii_signs_leave_no_other_sign_on_the_screen(make: Callable[..., LesartApp]) -> None:
    app = make(icons="ascii")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "b")
        words = re.sub(r"[äöüÄÖÜß„“–]", "", screen_text(app))
        assert {sign for sign in words if ord(sign) > 127} == set()


async def test_q_goes_back_one_screen_and_quits_from_the_first(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "question_mark")
        assert "Moves the cursor to the next sentence." in screen_text(app)
        await press(pilot, "q")
        assert app.screen is app.reading
        await press(pilot, "q")
        assert app._exit


async def test_the_help_lists_every_command_and_finds_them(make: Callable[..., LesartApp]) -> None:
    app = make(keymap={"zen": "f9"})
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "question_mark", "slash", *"only the art")
        shown = screen_text(app)
        assert "f9" in shown and "Hides everything but the article" in shown
        assert "Next sentence" not in shown
        await press(pilot, "escape")
        assert "Next sentence" in screen_text(app)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "Moves the cursor to the next sentence." in screen_text(app)


async def test_the_palette_finds_commands_by_name(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "ctrl+p", *"next head")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await pilot.pause(0.1)
        view = app.reading.view
        assert view.page is not None
        assert view.page.text[slice(*view.sentence_span)] == "Was es kostet"


async def test_own_keys_work_and_clashes_are_told(make: Callable[..., LesartApp]) -> None:
    app = make(keymap={"next-sentence": "n", "no-such": "y"})
    async with app.run_test(size=(120, 36)) as pilot:
        assert "There is no command called no-such; its keys are left out." in notices(app)
        assert "n stands for next-sentence, no longer for next-hit; next-hit has no key left." in notices(app)
        await pilot.pause()
        await press(pilot, "n")
        assert app.reading.view.sentence == 1


async def test_the_legend_toggles_by_mouse(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.click("#legend", offset=(3, 0))
        await pilot.pause()
        assert app.reading.view.hidden == {"PER"}
        assert "Persons off" in screen_text(app)


async def test_a_click_puts_the_cursor_on_the_sentence(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        view = app.reading.view
        assert view.page is not None
        row = view.page.layout.line_at(ONE.text.index("Der Auftrag"))
        await pilot.click(view, offset=(view._column.start + 3, row))
        await pilot.pause()
        assert view.page.text[slice(*view.sentence_span)] == "Der Auftrag kostet rund 30 Millionen Euro."


async def test_a_trouble_of_the_whole_story_stands_in_the_header(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        app.desk = replace(app.desk, troubles={"": "The encoder is missing."})
        await pilot.pause()
        assert "The encoder is missing." in screen_text(app)
