"""The program's own signs: German quotation marks, ASCII where that is asked for, the reader's own keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual.widgets._toast import Toast

from tests.reader.story import COMPARISON, ONE, STORY, THREE, TWO
from tests.reader.test_article_keys import notices, press
from tests.reader.test_comparison_keys import panel_words
from tests.reader.test_outline_screens import outline
from tui.articles.model import Reading
from tui.reader.app import LesartApp
from tui.reader.bars import Bar


async def test_ascii_signs_hold_for_bars_lists_and_notices(make: Callable[..., LesartApp]) -> None:
    app = make(icons="ascii")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j")
        bars = [bar.render_line(0).text for bar in app.screen.query(Bar)]
        assert all(line.replace("Südpost", "").isascii() for line in bars)
        app.say("Reading begins …")
        await pilot.pause(0.1)
        assert notices(app)[-1] == "Reading begins ..."
        screen = await outline(app, pilot, "Q")
        screen.rows.toggle_all()
        await pilot.pause()
        assert '"Wir wollen' in "".join(leaf.words for _, leaf in screen.rows.rows if leaf is not None)


async def test_ascii_signs_hold_for_the_notes_of_the_library(make: Callable[..., LesartApp]) -> None:
    app = make(icons="ascii")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await outline(app, pilot, "L")
        lines = [screen.rows.render_line(y).text for y in range(screen.rows.size.height)]
        assert any("3 articles, 3 unread - " in line for line in lines)
        assert not any("·" in line for line in lines)


async def test_ascii_signs_hold_for_titles_that_stand_for_a_source(make: Callable[..., LesartApp]) -> None:
    unnamed = replace(TWO, source=None, url=None, title="Ulm bekommt neue Elektrobusse fuer viele Linien")
    app = make(icons="ascii", reading=Reading((ONE, unnamed, THREE)))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "enter", "exclamation_mark")
        app.desk = replace(app.desk, comparison=replace(COMPARISON, stories=(replace(STORY, facts=()),)))
        await pilot.pause()
        words = panel_words(app)
        assert "2 Ulm bekommt neue~" in words
        assert not any("…" in line for line in words)


async def test_the_fold_line_and_the_footer_name_the_readers_own_keys(make: Callable[..., LesartApp]) -> None:
    app = make(keymap={"unfold": "f2", "find": "f3"})
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        page = app.reading.view.page
        assert page is not None
        assert any("(f2 shows)" in line.words for line in page.layout.lines)
        assert "f3 find" in app.screen.query_one("#footer", Bar).render_line(0).text


async def test_a_notice_covers_no_text_and_nothing_that_is_said_of_it(app: LesartApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.say("One.")
        await pilot.pause(0.1)
        toast = app.screen.query_one(Toast)
        assert toast.region.height == 1
        assert toast.region.bottom <= app.screen.query_one("#panes").region.y


async def test_a_speaker_without_a_name_is_told_from_one_with_a_name(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        page = app.reading.view.page
        assert page is not None and page.analysis is not None
        assert [speaker.named for speaker in page.speakers.values()] == [True]
        app.desk = app.desk.with_analysis(replace(page.analysis, entities=()))
        await pilot.pause()
        page = app.reading.view.page
        assert page is not None and [speaker.named for speaker in page.speakers.values()] == [False]
