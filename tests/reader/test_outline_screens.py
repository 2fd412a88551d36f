"""Names, quotations, dates, facts and stories as outlines: opened, filtered, and the way to the passage."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.reader.story import ANALYSES, ONE, value
from tests.reader.test_article_keys import press, read
from tests.reader.test_screen import screen_text
from tui.language.model import Entity
from tui.reader.app import LesartApp
from tui.reader.bars import Bar
from tui.reader.outline import Branch, Leaf
from tui.reader.screens.matrix_rows import FactBranch
from tui.reader.screens.outline import OutlineScreen
from tui.reader.screens.timeline import calendar_words


async def outline(app: LesartApp, pilot: Pilot[None], key: str) -> OutlineScreen:
    """The screen that a key opens."""
    await press(pilot, key)
    screen = app.screen
    assert isinstance(screen, OutlineScreen)
    return screen


def heads(screen: OutlineScreen) -> list[str]:
    return [branch.head for branch, leaf in screen.rows.rows if leaf is None]


@pytest.mark.parametrize("key", ["e", "Q", "t", "m", "L"])
async def test_every_outline_opens_and_q_goes_back(app: LesartApp, key: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await outline(app, pilot, key)
        await press(pilot, "q")
        assert app.screen is app.reading


async def test_a_name_opens_to_its_places_and_leads_there(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await outline(app, pilot, "e")
        assert "Anna Berg" in heads(screen)
        screen.rows.choose(heads(screen).index("Anna Berg"))
        await press(pilot, "enter", "j", "enter")
        assert app.screen is app.reading
        assert "Berg" in read(app)


async def test_quotations_stand_under_their_speaker(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await outline(app, pilot, "Q")
        await press(pilot, "X")
        words = [leaf.words for _, leaf in screen.rows.rows if leaf is not None]
        assert "„Wir wollen bis 2030 leise fahren“" in words


@pytest.mark.parametrize(("width", "dated"), [(60, False), (80, True), (120, True)])
async def test_a_quotation_says_from_when_its_article_is_where_there_is_room(
    app: LesartApp, width: int, dated: bool
) -> None:
    async with app.run_test(size=(width, 24)) as pilot:
        await outline(app, pilot, "Q")
        await press(pilot, "X")
        (line,) = [line for line in screen_text(app).splitlines() if "„Wir wollen bis" in line]
        assert ("1  2024-03-04  „Wir wollen" in line) == dated
        assert "direct" in line


async def test_the_matrix_shows_which_source_states_a_fact_and_which_may_contradict(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await outline(app, pilot, "m")
        cells = [
            "".join(words for words, _ in branch.cells) for branch in screen.branches if isinstance(branch, FactBranch)
        ]
        assert any("!" in words for words in cells)
        assert any("·" in words for words in cells)
        await press(pilot, "c")
        assert 0 < len(screen.branches) < len(cells)
        head = screen.query_one("#outline-head", Bar).render_line(0).text.strip()
        assert head == "1 possible conflict, c shows all facts"


async def test_a_filter_narrows_and_escape_gives_it_up(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await outline(app, pilot, "e")
        before = heads(screen)
        await press(pilot, "slash")
        screen.query_one(Input).value = "berg"
        await pilot.pause()
        assert heads(screen) == ["Anna Berg"]
        await press(pilot, "escape")
        assert heads(screen) == before
        await press(pilot, "escape")
        assert app.screen is app.reading


@pytest.mark.parametrize(
    ("key", "words", "title"),
    [("e", "berg", "1 of 5 names with “berg”"), ("Q", "leise", "1 of 1 quotation with “leise”"),
     ("m", "zzz", "0 of 2 facts with “zzz”"), ("L", "zzz", "0 of 3 entries with “zzz”")],
)  # fmt: skip
async def test_a_filter_is_named_in_the_title(app: LesartApp, key: str, words: str, title: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await outline(app, pilot, key)
        before = screen.query_one("#outline-head", Bar).left
        await press(pilot, "slash")
        screen.query_one(Input).value = words
        await press(pilot, "enter")
        assert screen.query_one("#outline-head", Bar).left[0][0] == title
        await press(pilot, "escape")
        assert screen.query_one("#outline-head", Bar).left == before


async def test_a_filter_finds_what_was_said_and_shows_it(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await outline(app, pilot, "Q")
        await press(pilot, "slash")
        screen.query_one(Input).value = "leise"
        await pilot.pause()
        assert [leaf.words if leaf else branch.head for branch, leaf in screen.rows.rows] == [
            "Anna Berg",
            "„Wir wollen bis 2030 leise fahren“",
        ]
        screen.query_one(Input).value = "laut"
        await pilot.pause()
        assert screen.rows.rows == []


def test_dates_are_written_as_on_all_other_screens() -> None:
    assert calendar_words(736_695, 736_695) == "2018-01-01"
    assert calendar_words(736_695, 737_059) == "2018"
    assert calendar_words(736_695, 736_725) == "2018-01"
    assert calendar_words(736_695, 736_700) == ""


async def test_dates_that_no_day_can_be_given_are_counted_apart_on_the_narrowest_terminal(app: LesartApp) -> None:
    day, loose = (replace(value(ONE, words), kind="date") for words in ("am Montag", "bis 2030"))
    dates = (replace(day, low=738_949.0, high=738_949.0), *(replace(loose, text=f"tags {n}") for n in range(22)))
    app.set_reactive(LesartApp.desk, app.desk.with_analysis(replace(ANALYSES[0], values=dates)))
    async with app.run_test(size=(60, 20)) as pilot:
        screen = await outline(app, pilot, "t")
        head = screen.query_one("#outline-head", Bar).render_line(0).text.strip()
        assert head == "1 date on the calendar, 22 only as the texts write them"
        app.desk = app.desk.with_analysis(replace(ANALYSES[0], values=dates[1:]))
        await pilot.pause()
        head = screen.query_one("#outline-head", Bar).render_line(0).text.strip()
        assert head == "22 dates, only as the texts write them"


async def test_times_of_day_stand_in_the_order_of_the_clock(app: LesartApp) -> None:
    loose = replace(value(ONE, "am Montag"), kind="date", low=None, high=None)
    times = (("2.47 Uhr", "02:47"), ("11.20 Uhr", "11:20"), ("18.05 Uhr", "18:05"), ("9 Uhr", "09:00"))
    dates = [replace(loose, text=words, unit=f"time:{unit}") for words, unit in (*times, times[2])]
    app.set_reactive(LesartApp.desk, app.desk.with_analysis(replace(ANALYSES[0], values=(loose, loose, *dates))))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await outline(app, pilot, "t")
        assert heads(screen) == ["„2.47 Uhr“", "„9 Uhr“", "„11.20 Uhr“", "„18.05 Uhr“", "„am Montag“"]


async def test_a_date_at_the_beginning_of_a_sentence_is_the_same_date(app: LesartApp) -> None:
    days = tuple(replace(value(ONE, "am Montag"), kind="date", text=words) for words in ("am Montag", "Am Montag"))
    app.set_reactive(LesartApp.desk, app.desk.with_analysis(replace(ANALYSES[0], values=days)))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await outline(app, pilot, "t")
        assert [(branch.head, len(branch.leaves)) for branch in screen.branches] == [("„am Montag“", 2)]


async def test_a_day_without_a_year_is_one_row_however_it_is_written(app: LesartApp) -> None:
    words = ("Am 15. Januar", "15. Januar", "Am 15.01.", "im Januar", "Weihnachten")
    units = ("month-day:01-15",) * 3 + ("month:1", "month-day:12-25")
    dates = tuple(
        replace(value(ONE, "am Montag"), kind="date", text=text, unit=unit)
        for text, unit in zip(words, units, strict=True)
    )
    app.set_reactive(LesartApp.desk, app.desk.with_analysis(replace(ANALYSES[0], values=dates)))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await outline(app, pilot, "t")
        assert [(branch.head, branch.note) for branch in screen.branches] == [
            ("15. Januar", "no year told · 3 times in 1 article"),
            ("„im Januar“", "as written · 1 time in 1 article"),
            ("„Weihnachten“", "as written · 1 time in 1 article"),
        ]


async def test_facts_that_are_still_compared_are_awaited_with_a_count(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        app.desk = replace(app.desk, comparison=None, progress="Comparing passages, 3 of 9")
        screen = await outline(app, pilot, "m")
        bar = screen.query_one("#outline-head", Bar)
        assert bar.left[0][0] == "The articles are not compared yet · Comparing passages, 3 of 9"


async def test_of_two_branches_with_one_heading_only_the_chosen_opens(app: LesartApp) -> None:
    leaf = Leaf("a", 0, 1, "W")
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await outline(app, pilot, "e")
        screen.branches = (Branch("Wahl", leaves=(leaf,), id="one"), Branch("Wahl", leaves=(leaf,), id="two"))
        await press(pilot, "j", "enter")
        assert [one is not None for _, one in screen.rows.rows] == [False, False, True]


async def test_a_narrow_row_shows_the_heading_before_its_note(app: LesartApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        screen = await outline(app, pilot, "e")
        note = "organisation · 12 times in 4 articles · also Insider, BI"
        screen.branches = (Branch("Business Insider", note), Branch("Der Stadtrat beschloss am Montag den Kauf", note))
        await pilot.pause()
        lines = ["".join(part.text for part in screen.rows.row_line(row, 0, 60)) for row in (0, 1)]
        assert lines[0].startswith(" ▸ Business Insider  organisation · 12 times")
        assert lines[1].startswith(" ▸ Der Stadtrat beschloss am Montag")
        assert all(len(line) <= 60 and line.endswith("…") for line in lines)


@pytest.mark.parametrize("keys, named", [(["m"], "c conflicts"), (["e"], "m its facts")])
async def test_the_narrowest_last_line_names_what_only_this_screen_can_do(
    app: LesartApp, keys: list[str], named: str
) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, *keys)
        assert named in app.screen.query_one("#outline-foot", Bar).render_line(0).text


async def test_the_matrix_is_narrowed_to_a_name(app: LesartApp) -> None:
    start = ONE.text.index("Stadtwerke Ulm", ONE.text.index("Die Stadtwerke"))
    named = replace(ANALYSES[0], entities=(Entity(start, start + 14, "Stadtwerke Ulm", "ORG", "Stadtwerke Ulm"),))
    app.set_reactive(LesartApp.desk, app.desk.with_analysis(named))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await outline(app, pilot, "e")
        screen.rows.choose(heads(screen).index("Stadtwerke Ulm"))
        await press(pilot, "m")
        assert isinstance(app.screen, OutlineScreen)
        assert "a all names" in app.screen.query_one("#outline-foot", Bar).render_line(0).text
        readings = "number „40 Elektrobusse“ / „48 Fahrzeuge“"
        assert heads(app.screen) == [f"{readings}: Die Stadtwerke Ulm kaufen 40 Elektrobusse"]
        await press(pilot, "a")
        assert len(heads(app.screen)) == 2
        assert "all names" not in app.screen.query_one("#outline-foot", Bar).render_line(0).text
        await press(pilot, "q")
        assert app.screen is screen
