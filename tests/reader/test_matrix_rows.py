"""The matrix on every terminal: a fact by its words, a possible conflict by its readings, a source by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from tests.reader.story import STORY, article, mention
from tests.reader.test_article_keys import press
from tests.reader.test_plain_to_see import words_of
from tui.articles.model import Reading
from tui.comparison.model import Comparison, Difference, DifferingValue, Fact
from tui.reader.app import LesartApp
from tui.reader.icons import ASCII, UNICODE, Icons
from tui.reader.row_list import RowList
from tui.reader.screens.matrix_rows import FactBranch, fact_words

READINGS = (("Tausende anderer Bürgerinnen",), ("1.000 Fachleute",))
FACT = FactBranch(
    "", label="… wird für Aufsehen sorgen, nachdem er einen Brief geschrieben hat", conflicts=(("number", READINGS),)
)
SENTENCE = "Die Stadtwerke von Ulm kaufen vierzig Busse, sagt Berg."


@pytest.fixture
def wide(make: Callable[..., LesartApp]) -> Callable[[int], LesartApp]:
    """Makes the app over a story of so many sources, each of which states each of twelve facts."""

    def made(count: int) -> LesartApp:
        blocks = [("title", "Busse"), ("paragraph", SENTENCE)]
        articles = tuple(
            article(f"{number}.txt", [*blocks, ("paragraph", f"Nr. {number}.")], source=f"Bote {number:02}")
            for number in range(1, count + 1)
        )
        facts = tuple(
            Fact(
                f"fact{number}",
                "story",
                SENTENCE,
                tuple(mention(one, SENTENCE, "attributed", "Anna Berg, die die Pläne genau kennt") for one in articles),
            )
            for number in range(12)
        )
        app = make(reading=Reading(articles), compared=False)
        story = replace(STORY, articles=tuple(one.id for one in articles), other_event=(), facts=facts)
        app.set_reactive(LesartApp.desk, app.desk.with_comparison(Comparison((story,), ())))
        return app

    return made


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_a_possible_conflict_shows_both_readings_however_narrow_its_row_is(signs: Icons) -> None:
    fact = replace(FACT, label=FACT.label.replace("…", signs.ellipsis))
    for room in range(24, 160):
        words = fact_words(fact, room, signs)
        assert cell_len(words) <= room
        assert signs.quoted("Ta")[:-1] in words and signs.quoted("1.")[:-1] in words


def test_a_row_of_a_possible_conflict_loses_the_words_of_the_fact_before_its_readings() -> None:
    shown = {room: fact_words(FACT, room, UNICODE) for room in range(40, 160)}
    whole = "number „Tausende anderer Bürgerinnen“ / „1.000 Fachleute“"
    assert shown[140] == f"{whole}: wird für Aufsehen sorgen, nachdem er einen Brief geschrieben hat"
    assert shown[80] == f"{whole}: wird für Aufsehen so…"
    assert shown[60] == whole
    assert shown[52] == "„Tausende anderer Bürgerinnen“ / „1.000 Fachleute“"
    assert shown[46] == "„Tausende anderer Bürgerin…“/„1.000 Fachleute“"
    assert all(words.count("…") <= 1 for room, words in shown.items())


def test_readings_are_set_closer_before_any_is_cut() -> None:
    whole = "„Tausende anderer Bürgerinnen“/„1.000 Fachleute“"
    assert fact_words(FACT, len(whole), UNICODE) == whole
    assert "…" in fact_words(FACT, len(whole) - 1, UNICODE)


async def test_a_fact_has_a_line_of_its_own_where_many_sources_leave_none(wide: Callable[[int], LesartApp]) -> None:
    app = wide(8)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "m")
        lines = words_of(app.screen.query_one(RowList))
        assert lines[0] == f" ▸ {SENTENCE}"
        assert lines[1] == "    1  2  3  4  5  6  7  8   8 of 8, 1 origin"
        await press(pilot, "x")
        lines = words_of(app.screen.query_one(RowList))
        assert lines[2:4] == [
            "       1  Die Stadtwerke von Ulm kaufen vierzig Busse, sa…",
            "          attributed, Anna Berg, die die Pläne genau kennt",
        ]
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert words_of(app.screen.query_one(RowList))[0].startswith(f" ▾  1  2  3  4  5  6  7  8  {SENTENCE}")


async def test_facts_of_five_sources_take_one_line_each_on_the_narrowest_terminal(
    wide: Callable[[int], LesartApp],
) -> None:
    app = wide(5)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "m")
        lines = words_of(app.screen.query_one(RowList))
        assert lines[:2] == [" ▸  1  2  3  4  5  Die Stadtwerke von Ulm kaufen vierzig…"] * 2
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert words_of(app.screen.query_one(RowList))[0].endswith("5 of 5")


@pytest.mark.parametrize("columns", [60, 70, 80, 90, 100, 120])
async def test_readings_that_fit_a_line_are_whole_whatever_else_stands_in_it(
    wide: Callable[[int], LesartApp], columns: int
) -> None:
    app, readings = wide(7), ("34 Verletzte", "achtzig Leute", "34 Menschen")
    assert app.desk.comparison is not None
    (story,) = app.desk.comparison.stories
    values = tuple(DifferingValue(one, 0, 4, words) for one, words in zip(story.articles, readings, strict=False))
    fact = replace(story.facts[0], differences=(Difference("number", "conflict", "different", values),))
    changed = replace(story, facts=(fact, *story.facts[1:]))
    app.set_reactive(LesartApp.desk, app.desk.with_comparison(Comparison((changed,), ())))
    async with app.run_test(size=(columns, 24)) as pilot:
        await press(pilot, "m")
        assert "„34 Verletzte“ / „achtzig Leute“ / „34 Menschen“" in words_of(app.screen.query_one(RowList))[0]


async def test_of_very_many_sources_a_narrow_row_still_says_how_many_state_the_fact(
    wide: Callable[[int], LesartApp],
) -> None:
    app = wide(20)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "m")
        for columns in (120, 100, 80, 60):
            await pilot.resize_terminal(columns, 36)
            await pilot.pause()
            lines = words_of(app.screen.query_one(RowList))[:2]
            assert SENTENCE[:40] in lines[0] and "20 of 20" in "".join(lines)


async def test_each_source_is_named_where_all_names_do_not_fit_on_a_line(wide: Callable[[int], LesartApp]) -> None:
    app = wide(8)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "m")
        named = [
            words_of(app.screen.query_one(name))[0].split() for name in ("#matrix-sources", "#matrix-sources-more")
        ]
        assert [word for line in named for word in line if word.isdigit() and len(word) == 1] == list("12345678")
        assert sum(line.count("Bote") for line in named) == 8
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert not app.screen.query_one("#matrix-sources-more").display


async def test_the_chosen_row_stays_in_sight_when_the_terminal_changes(wide: Callable[[int], LesartApp]) -> None:
    app = wide(8)
    async with app.run_test(size=(120, 18)) as pilot:
        await press(pilot, "m", "G")
        rows = app.screen.query_one(RowList)
        await pilot.resize_terminal(60, 18)
        await pilot.pause()
        top = rows.chosen * rows.row_height - rows.scroll_offset.y
        assert rows.row_height == 2 and 0 <= top <= rows.size.height - 2


async def test_a_passage_in_the_matrix_has_more_room_than_who_is_named_as_knowing_it(
    wide: Callable[[int], LesartApp],
) -> None:
    app = wide(3)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m", "x")
        line = words_of(app.screen.query_one(RowList))[1]
        assert line.index("attributed") > 50 and line.endswith("…")
