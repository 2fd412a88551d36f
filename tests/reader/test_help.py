"""The help explains every key in full on every terminal."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.reader.test_article_keys import press
from tui.reader.app import LesartApp
from tui.reader.bars import Bar
from tui.reader.commands.documentation import page
from tui.reader.icons import ASCII, UNICODE
from tui.reader.screens.help import HelpList
from tui.reader.screens.meanings import Meaning, meanings


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 60)])
async def test_no_explanation_of_the_help_is_cut(app: LesartApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "question_mark")
        rows = app.screen.query_one(HelpList)
        width = rows.scrollable_content_region.width
        for index, item in enumerate(rows.lines):
            lines = ["".join(part.text for part in rows.row_line(index, row, width)) for row in range(rows.row_height)]
            assert max(len(line.rstrip()) for line in lines) <= width
            if not isinstance(item, str):
                assert item.help in " ".join(" ".join(lines).split())


@pytest.mark.parametrize(
    "keys, heading",
    [
        ("j", "Move through the article"), ("j enter", "In the comparison"), ("B", "In the bookmarks"),
        ("m", "In names, quotations, dates and facts"), ("shift+tab", "Lists"),
    ],
)  # fmt: skip
async def test_the_help_begins_with_what_works_where_it_was_asked_for(app: LesartApp, keys: str, heading: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys.split(), "question_mark")
        rows = app.screen.query_one(HelpList)
        everything = set(rows.lines)
        assert rows.lines[0] == heading
        rows.find("")
        assert rows.lines[0] == heading and set(rows.lines) == everything


async def test_the_heading_of_the_first_row_stays_in_sight_on_a_resized_terminal(app: LesartApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "question_mark")
        for size in ((20, 6), (120, 36)):
            await pilot.resize_terminal(*size)
            await press(pilot)
        rows = app.screen.query_one(HelpList)
        assert rows.scroll_offset.y == 0
        await press(pilot, "G", *["k"] * 12)
        await pilot.resize_terminal(60, 20)
        await press(pilot)
        top = rows.scroll_offset.y
        assert top <= rows.chosen * rows.row_height < top + rows.size.height


async def test_what_does_not_fit_in_the_help_ends_with_an_ellipsis(app: LesartApp) -> None:
    async with app.run_test(size=(25, 8)) as pilot:
        await press(pilot, "question_mark")
        rows = app.screen.query_one(HelpList)
        width = rows.scrollable_content_region.width
        for index, item in enumerate(rows.lines):
            words = item if isinstance(item, str) else item.title
            shown = "\n".join(
                "".join(part.text for part in rows.row_line(index, row, width)) for row in range(rows.row_height)
            )
            assert words in shown or "…" in shown


def test_the_page_of_keys_is_as_the_program_has_them() -> None:
    written = Path(__file__).parents[2] / "tui/reader/KEYS.md"
    assert written.read_text("utf-8") == page(), "python -m tui.reader.commands.documentation > tui/reader/KEYS.md"


@pytest.mark.parametrize("words", ["≈", "origins", "attributed", "+1", "elsewhere", "here"])
async def test_the_help_explains_the_signs_and_words_on_the_screen(app: LesartApp, words: str) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "question_mark")
        rows = app.screen.query_one(HelpList)
        rows.find(words)
        assert any(isinstance(line, Meaning) for line in rows.lines)


async def test_the_help_counts_what_it_found(app: LesartApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark", "slash")
        for words, told in (("origins", "1 sign"), ("xyzzy", "Nothing found"), ("bookmark", " commands, 1 sign")):
            app.screen.query_one(Input).value = words
            await pilot.pause()
            assert told in app.screen.query_one("#help-head", Bar).render_line(0).text
            assert "0 of" not in app.screen.query_one("#help-head", Bar).render_line(0).text


async def test_every_page_of_the_help_is_a_page(app: LesartApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark")
        rows, tops = app.screen.query_one(HelpList), [0]
        for _ in range(3):
            await press(pilot, "pagedown")
            tops.append(rows.scroll_offset.y)
        steps = [after - before for before, after in pairwise(tops)]
        assert len(set(steps)) == 1 and rows.size.height - 2 * rows.row_height < steps[0] <= rows.size.height
        await press(pilot, "pageup")
        assert rows.scroll_offset.y == tops[-2]


def test_signs_are_explained_as_the_terminal_shows_them() -> None:
    for signs in (UNICODE, ASCII):
        shown = "".join(meaning.key_words for meaning in meanings(signs))
        assert all(
            sign in shown for sign in (signs.conflict, signs.compatible, signs.bookmark, signs.quote, signs.rule)
        )
    assert all(meaning.key_words.isascii() for meaning in meanings(ASCII))
