"""What a reader sees at a glance: nothing vital is cut off, and every state says what can be done in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from textual.widget import Widget

from tests.reader.story import ANALYSES, ONE, PRICE, STORY, article
from tests.reader.test_article_keys import press
from tests.reader.test_screen import screen_text
from tui.articles.model import Reading
from tui.comparison.model import Comparison
from tui.reader.app import LesartApp
from tui.reader.bar_words import here
from tui.reader.bars import Bar
from tui.reader.row_list import RowList
from tui.reader.screens.help import HelpList
from tui.reader.screens.meanings import Meaning
from tui.reader.sidebar.rows import article_row


def words_of(widget: Widget) -> list[str]:
    """The lines that a widget draws."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def bar(app: LesartApp, name: str) -> str:
    """What a bar says."""
    return words_of(app.screen.query_one(f"#{name}", Bar))[0].strip()


async def test_a_chosen_row_is_marked_to_its_end(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "e")
        rows = app.screen.query_one(RowList)
        grounds = {style.bgcolor for text, style, _ in rows.render_line(0) if style is not None and text}
        assert len(grounds) == 1
        assert grounds != {style.bgcolor for _, style, _ in rows.render_line(1) if style is not None}


async def test_the_open_article_is_marked_in_every_line_of_the_sidebar(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "k")
        rows = app.reading.articles
        grounds = {style.bgcolor for y in range(rows.row_height) for _, style, _ in rows.render_line(y) if style}
        assert len(grounds) == 1


async def test_what_the_search_names_works_while_words_are_typed(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "s")
        assert bar(app, "search-foot").split("  ") == ["enter open", "↓ result", "escape back"]


async def test_the_palette_teaches_the_readers_own_keys(make: Callable[..., LesartApp]) -> None:
    app = make(keymap={"zen": "f9"})
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "ctrl+p", *"only the art")
        await pilot.pause(0.3)
        assert "Only the article  f9" in screen_text(app)


async def test_the_palette_finds_a_command_by_what_it_does(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "ctrl+p", *"conflict")
        await pilot.pause(0.3)
        assert "Next difference" in screen_text(app) and "Matrix of facts" in screen_text(app)


async def test_the_palette_is_plain_where_signs_are(make: Callable[..., LesartApp]) -> None:
    app = make(icons="ascii")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "ctrl+p")
        await pilot.pause(0.3)
        text = screen_text(app)
        assert "Search for commands" in text and "🔎" not in text and "↓" not in text


async def test_an_article_alone_is_not_said_to_have_no_facts_and_no_conflict(make: Callable[..., LesartApp]) -> None:
    app = make(reading=Reading((ONE,)), compared=False)
    alone = Comparison((replace(STORY, articles=(ONE.id,), other_event=(), facts=()),), ANALYSES[:1])
    app.set_reactive(LesartApp.desk, app.desk.with_comparison(alone))
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "j")
        assert bar(app, "header") == "1 article"
        assert bar(app, "here") == "Sentence 2 of 9"
        assert article_row(app.desk, ONE, 1, "·").facts == "67 words"
        await press(pilot, "m")
        assert bar(app, "outline-head") == "Facts need two sources; this article stands alone"


async def test_frames_are_plain_where_signs_are(make: Callable[..., LesartApp]) -> None:
    app = make(icons="ascii")
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (["j"], ["enter"], ["escape", "m"], ["q", "ctrl+p"]):
            await press(pilot, *keys)
            await pilot.pause(0.2)
            assert not re.search("[\u2500-\u257f\u2580\u2594\u2581]", screen_text(app))


async def test_q_uncovers_the_article_before_it_quits(app: LesartApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "j", "enter")
        assert not app.reading.view.region.area
        assert bar(app, "footer").endswith("q back")
        await press(pilot, "q")
        assert not app._exit and app.reading.view.has_focus and app.reading.view.region.area
        assert bar(app, "footer").endswith("q quit")
        await press(pilot, "q")
        assert app._exit


async def test_a_selection_says_how_long_it_is_and_what_to_do_with_it(app: LesartApp) -> None:
    async with app.run_test(size=(160, 36)) as pilot:
        await press(pilot, "j", "v", "h")
        assert bar(app, "here").startswith("5 words selected  y copies, b keeps, escape ends, h l end, H L start")
        await press(pilot, "escape")
        assert bar(app, "here").startswith("Sentence 2 of")


@pytest.mark.parametrize("size", [(60, 20), (100, 30), (80, 24), (50, 16)])
async def test_the_keys_that_change_a_selection_are_never_cut_off(app: LesartApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j", "v", "h")
        shown = app.screen.query_one("#here", Bar).render_line(0).text
        assert "h l end, H L start" in shown and "y copies" in shown and "…" not in shown


async def test_that_no_conflict_was_found_is_said_whole_on_the_narrowest_terminal(app: LesartApp) -> None:
    facts = tuple(replace(PRICE, id=f"price{number}") for number in range(137))
    story = replace(STORY, facts=facts)
    app.set_reactive(LesartApp.desk, app.desk.with_comparison(Comparison((story,), ANALYSES)))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "137 facts, no conflict found" in screen_text(app).split("\n")[0]


async def test_a_possible_conflict_is_told_before_what_may_be_cut_off(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j")
        view = app.reading.view
        told = [words for words, _, _ in here(view.page, view.sentence, "", view.signs)]
        assert told[1].endswith("possible conflict")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 60)])
async def test_the_legend_says_in_words_what_each_colour_means(app: LesartApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "3")
        said = re.sub(r"[\d-]", "", bar(app, "legend"))
        wanted = ["Person", "Org", "Place", "Quot", "Value", "mark", "Source"]
        assert all(word.lower() in said.lower() for word in wanted)
        assert re.search(r"Places? off", said) and not said.endswith("…")


@pytest.mark.parametrize("size", [(60, 20), (120, 36), (200, 60)])
async def test_the_matrix_names_its_sources_and_keeps_its_counts_in_line(app: LesartApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "m")
        assert bar(app, "matrix-sources").split("  ")[:2] == ["1 Südpost", "2 Ulmer Blatt"]
        assert bar(app, "outline-head").endswith("not found")
        lines = [line for line in words_of(app.screen.query_one(RowList)) if "2 of 3" in line]
        assert len(lines) == 2 and len({line.index("2 of 3") for line in lines}) == 1


async def test_the_sidebar_shows_whole_titles_where_there_is_room(make: Callable[..., LesartApp]) -> None:
    title = "Ein Titel, der sich über etliche Zeilen einer schmalen Liste hinzieht, bis er endet"
    one = article("1.txt", [("title", title), ("paragraph", "Ein Satz.")])
    few, many = Reading((one, ONE)), Reading((one, *(article(f"{n}.txt", [("title", f"T{n}")]) for n in range(40))))
    for reading, whole in ((few, True), (many, False)):
        app = make(reading=reading, compared=False)
        async with app.run_test(size=(120, 36)):
            shown = " ".join(" ".join(words_of(app.reading.articles)).split())
            assert ("bis er endet 16 words" in shown) is whole


async def test_the_help_counts_what_it_found_and_passes_over_headings(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "question_mark", "slash", *"bookmark", "enter")
        assert re.fullmatch(r"1\d of 1\d\d commands, 1 sign", bar(app, "help-head"))
        rows = app.screen.query_one(HelpList)
        for _ in range(6):
            assert not isinstance(rows.lines[rows.chosen], str)
            await press(pilot, "j")


async def test_the_very_first_paint_shows_the_text_and_the_sidebar(
    app: LesartApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[bool, int]] = []
    display = app._display

    def watched(*given: Any) -> None:
        if app.screen is app.reading and app.reading.view.region.area:
            shown.append((app.reading.view.page is not None, app.reading.articles.row_height))
        display(*given)

    monkeypatch.setattr(app, "_display", watched)
    async with app.run_test(size=(120, 36)):
        assert shown[0] == (True, app.reading.articles.row_height)


async def test_what_was_found_in_no_other_source_is_not_said_to_stand_in_none(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "j")
        assert bar(app, "here").startswith("Sentence 3 of 9 · not found elsewhere")
        assert "5 found only here" in screen_text(app) and "alone" not in screen_text(app)
        await press(pilot, "question_mark")
        assert any(
            isinstance(line, Meaning) and "elsewhere" in line.title for line in app.screen.query_one(HelpList).lines
        )


async def test_counts_are_written_one_way_and_words_typed_are_marked_one_way(app: LesartApp) -> None:
    sentences = tuple((place, place + 1) for place in range(45_500))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"qqq", "enter")
        assert "“qqq” not found" in bar(app, "here")
        page = app.reading.view.page
        assert page is not None
        told = here(replace(page, sentences=sentences), 1_233, "", app.reading.view.signs)
        assert told[0][0] == "Sentence 1,234 of 45,500"
        await press(pilot, "e")
        assert " 1 time in 1 article" in screen_text(app) and " 2 times in 2 articles" in screen_text(app)


@pytest.mark.parametrize("signs, rule", [("unicode", "│"), ("ascii", "|")])
async def test_numbers_of_articles_are_ruled_off_from_the_counts_beside_the_text(
    make: Callable[..., LesartApp], signs: str, rule: str
) -> None:
    async with (app := make(icons=signs)).run_test(size=(80, 24)) as pilot:
        for keys in (["j"], ["shift+tab"]):
            await press(pilot, *keys)
            panes = screen_text(app).split("\n")[1:-2]
            assert {line[4] for line in panes} == {rule}
