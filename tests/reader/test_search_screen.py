"""Search over everything: found while typing, opened with Enter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from tests.reader.story import TWO
from tests.reader.test_article_keys import press, read
from tui.reader.app import LesartApp
from tui.reader.bars import Bar
from tui.reader.screens.base import RoomScreen
from tui.reader.screens.reading import ReadingScreen
from tui.reader.screens.search import SearchScreen
from tui.reader.screens.search_rows import SearchRows


async def searched(app: LesartApp, pilot: Pilot[None], words: str) -> SearchRows:
    """The rows of a search that was typed."""
    await press(pilot, "s")
    screen = app.screen
    assert isinstance(screen, SearchScreen)
    await app.workers.wait_for_complete()
    screen.query_one(Input).value = words
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()
    return screen.query_one(SearchRows)


@pytest.mark.parametrize("signs", ["unicode", "ascii"])
async def test_how_to_search_is_said_whole_on_the_narrowest_terminal(
    make: Callable[..., LesartApp], signs: str
) -> None:
    app = make(icons=signs)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "s")
        line = app.screen.query_one(Input)
        assert len(line.placeholder) <= line.content_size.width
        assert "source:" in line.placeholder and "entity:" in line.placeholder
        assert line.placeholder.isascii() is (signs == "ascii")


async def test_a_misspelt_search_finds_the_sentence_and_goes_there(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await searched(app, pilot, "betriebsrat begrüst")
        hit = rows.hit_at(rows.chosen)
        assert hit is not None and hit.text == "Der Betriebsrat begrüßt den Kauf."
        await press(pilot, "enter")
        assert app.reading.article_id == TWO.id
        assert read(app) == "Der Betriebsrat begrüßt den Kauf."
        await press(pilot, "backspace")
        assert app.reading.article_id != TWO.id


async def test_arrows_choose_while_typing_and_pass_over_headings(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await searched(app, pilot, "elektrobus")
        hits = [index for index in range(rows.row_count()) if rows.hit_at(index) is not None]
        assert len(hits) < rows.row_count()
        chosen = [rows.chosen]
        for _ in hits[1:]:
            await press(pilot, "down")
            chosen.append(rows.chosen)
        assert chosen == hits
        await press(pilot, "up")
        assert rows.chosen == hits[-2]


async def test_a_fact_that_was_found_says_that_sources_may_contradict_each_other(app: LesartApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        rows = await searched(app, pilot, "fahrzeuge angaben")
        said = [rows.render_line(y).text for y in range(rows.size.height)]
        assert sum("! possible conflict  2  Ulmer Blatt" in line for line in said) == 1
        await press(pilot, "escape")
        rows = await searched(app, pilot, "preis liegt")
        said = [rows.render_line(y).text for y in range(rows.size.height)]
        assert "Facts" in " ".join(said) and not any("possible conflict" in line for line in said)


async def test_all_words_that_were_found_are_in_sight_where_they_fit(app: LesartApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        rows = await searched(app, pilot, "fahrzeuge angaben")
        hits = {hit.kind: index for index in range(rows.row_count()) if (hit := rows.hit_at(index)) is not None}
        shown = rows.render_line(hits["passage"] * rows.row_height).text
        assert "Fahrzeuge" in shown and "Angaben" in shown


async def test_a_name_that_was_asked_for_is_in_sight_in_what_was_found(app: LesartApp) -> None:
    async with app.run_test(size=(34, 14)) as pilot:
        rows = await searched(app, pilot, "entity:berg")
        hits = [index for index in range(rows.row_count()) if (hit := rows.hit_at(index)) and "Berg" in hit.text]
        assert len(hits) == 2
        assert all("Berg" in rows.render_line(index * rows.row_height).text for index in hits)


async def test_a_fact_that_begins_within_its_sentence_says_so(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await searched(app, pilot, "fahrzeuge angaben")
        hit = next(index for index in range(rows.row_count()) if (one := rows.hit_at(index)) and one.kind == "fact")
        assert "  … 48 Fahrzeuge haben" in rows.render_line(hit * rows.row_height).text


async def test_a_source_that_is_not_there_is_said(app: LesartApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await searched(app, pilot, "source:Nix")
        assert "There is no source “Nix”." in app.screen.query_one("#search-scope", Bar).render_line(0).text


async def test_nothing_found_is_said_and_escape_goes_back(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await searched(app, pilot, "xyzzyqqq")
        assert rows.row_count() == 0
        assert "Nothing found" in str(app.screen.query_one("#search-scope").left)  # type: ignore[attr-defined]
        await press(pilot, "escape")
        assert app.screen is app.reading


@pytest.mark.parametrize("key, letter, screen", [("s", "s", SearchScreen), ("slash", "/", ReadingScreen)])
async def test_keys_that_come_in_one_burst_are_typed_where_the_first_leads(
    app: LesartApp, key: str, letter: str, screen: type[RoomScreen]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.post_message(Key(key, letter))
        for letter in "mqelektrobus":
            app.post_message(Key(letter, letter))
        for _ in range(20):
            await pilot.pause(0.05)
        assert isinstance(app.screen, screen)
        assert app.screen.query_one(Input).value == "mqelektrobus"
