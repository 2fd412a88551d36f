"""The first line and the head of an article: which source is read and of when, what was found, what was not read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.reader.story import COMPARISON, ONE, STORY, THREE, TWO, UNREADABLE, article
from tests.reader.test_article_keys import press
from tests.reader.test_plain_to_see import bar
from tui.articles.model import Problem, Reading
from tui.comparison.model import Comparison, Story
from tui.reader.app import LesartApp
from tui.reader.article.head import head_lines
from tui.reader.desk import Desk
from tui.reader.header import header
from tui.reader.icons import UNICODE
from tui.reader.screens.matrix import MatrixScreen

LONG = replace(ONE, source="Mitteldeutsche Depesche für Stadt und Land md")
PAIR = tuple(article(f"{name}.txt", [("title", name)], source=name) for name in ("Bote", "Kurier"))


def said(desk: Desk, one: str, room: int, *, named: bool = True) -> str:
    return "".join(words for words, _, _ in header(desk, one, UNICODE, room, lambda _: "L", named=named))


@pytest.mark.parametrize("width, height", [(60, 20), (80, 24), (100, 30)])
async def test_the_source_is_named_where_the_sidebar_does_not_name_it(app: LesartApp, width: int, height: int) -> None:
    async with app.run_test(size=(width, height)) as pilot:
        await press(pilot, "G")
        assert bar(app, "header").startswith("1 of 3 Südpost · 2 facts, 1 possible conflict")
        await press(pilot, "J")
        assert bar(app, "header").startswith("2 of 3 Ulmer Blatt · 2 facts, 1 possible conflict")


async def test_the_source_is_named_while_the_article_stands_alone(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j")
        assert bar(app, "header").startswith("Story · article 1 of 3 · 2 facts")
        await press(pilot, "z")
        assert bar(app, "header").startswith("1 of 3 Südpost · 2 facts")
        await press(pilot, "tab")
        assert bar(app, "header").startswith("Story · article 1 of 3 · 2 facts")


async def test_a_click_on_what_was_found_shows_the_facts(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j")
        x = bar(app, "header").index("possible conflict")
        await pilot.click("#header", offset=(x + 2, 0))
        await press(pilot)
        assert isinstance(app.screen, MatrixScreen)


def test_a_long_source_is_cut_before_the_conflict_is() -> None:
    desk = Desk.of(Reading((LONG, TWO, THREE))).with_comparison(COMPARISON)
    words = said(desk, LONG.id, 59)
    assert words.startswith("1 of 3 Mitteldeutsche") and words.endswith("… · 2 facts, 1 possible conflict")
    assert len(words) == 59


def test_an_article_of_the_second_story_is_named_too() -> None:
    second = Story("second", tuple(one.id for one in PAIR))
    reading = Reading((ONE, TWO, THREE, *PAIR))
    desk = Desk.of(reading).with_comparison(Comparison((STORY, second), COMPARISON.analyses))
    assert said(desk, PAIR[1].id, 80).startswith("5 (2 of 2) Kurier · 0 facts, no conflict found")
    assert said(desk, PAIR[1].id, 80, named=False).startswith("Story · article 5 (2 of 2) · 0 facts")


@pytest.mark.parametrize("room", [54, 59, 79, 119])
def test_files_that_were_not_read_are_said_at_every_width(room: int) -> None:
    desk = Desk.of(Reading((LONG, TWO, THREE), UNREADABLE.problems)).with_comparison(COMPARISON)
    words = said(desk, LONG.id, room)
    assert len(words) <= room and "1 possible conflict" in words and "not read" in words
    assert ("1 file not read, L lists it" in words) == (room == 119)


async def test_what_is_being_done_takes_no_room_from_what_was_not_read(make: Callable[..., LesartApp]) -> None:
    problems = tuple(Problem(f"{number}.txt", "This is a binary file, not a text.") for number in range(3))
    app = make(reading=replace(UNREADABLE, problems=problems))
    async with app.run_test(size=(60, 20)) as pilot:
        app.desk = replace(app.desk, progress="Comparing passages, 205 of 301, which takes a while")
        await pilot.pause()
        assert "3 not read" in bar(app, "header") or "3 files not read" in bar(app, "header")


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2025-03-13T09:30:00+01:00", "2025-03-13 09:30"),
        ("2025-03-13T00:00:00+01:00", "2025-03-13"),
        ("2025-03-13", "2025-03-13"),
    ],
)
def test_the_head_of_an_article_says_its_day_and_time_as_a_person_writes_them(published: str, told: str) -> None:
    first, *_ = head_lines(replace(ONE, published=published), 80, "·")
    assert first == f"Südpost · {told} · by M. Keller · https://suedpost.example/busse"
