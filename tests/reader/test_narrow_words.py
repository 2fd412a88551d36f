"""What gives way on a narrow terminal, and what a reader must see there."""

from __future__ import annotations

from dataclasses import replace

from tests.reader.story import ANALYSES, COMPARISON, ONE, STORY, THREE, TWO, article
from tests.reader.test_article_keys import press
from tests.reader.test_plain_to_see import bar
from tests.reader.test_screen import screen_text
from tui.articles.model import Reading
from tui.comparison.model import Comparison, Story
from tui.reader.app import LesartApp
from tui.reader.article.head import head_lines
from tui.reader.bar_words import here
from tui.reader.desk import Desk
from tui.reader.icons import UNICODE
from tui.reader.sidebar.articles import ArticleList


async def test_the_counter_gives_way_before_the_speaker(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "right_square_bracket", "q")
        view = app.reading.view

        def said(room: int) -> str:
            return "".join(words for words, _, _ in here(view.page, view.sentence, "", UNICODE, "", room))

        assert said(200).startswith("Sentence 4 of 9 · ") and said(200).endswith("Anna Berg ⟩ direct")
        assert said(len(said(200)) - 1).startswith("4 of 9 · ")
        narrow = said(len("not found elsewhere · Anna Berg"))
        assert "of 9" not in narrow and "Anna Berg" in narrow
        assert said(12).startswith("Anna Berg")


async def test_a_newcomer_finds_the_help_and_the_way_out_on_the_smallest_terminal(app: LesartApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "j")
        assert bar(app, "footer").endswith("? help  q quit")
        assert bar(app, "legend").startswith("1Pe 2Or 3Pl") and "8So" in bar(app, "legend")
        await press(pilot, "enter")
        assert bar(app, "footer").endswith("? help  q back")


async def test_the_way_out_is_told_truly_after_the_terminal_was_made_wider(app: LesartApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "j", "enter")
        await pilot.resize_terminal(120, 36)
        await press(pilot)
        assert bar(app, "footer").endswith("q quit")
        await pilot.resize_terminal(60, 20)
        await press(pilot)
        assert bar(app, "footer").endswith("q back")


async def test_words_said_of_a_quotation_give_way_to_it(app: LesartApp) -> None:
    same = replace(ANALYSES[0].quotations[0], same_as=("x",))
    app.set_reactive(LesartApp.desk, app.desk.with_analysis(replace(ANALYSES[0], quotations=(same,))))
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "Q", "X")
        line = next(line for line in screen_text(app).splitlines() if "Wir wollen" in line)
        assert "also els" not in line


def test_an_address_takes_one_line() -> None:
    long = replace(ONE, url="https://zeitung.example/" + "stadt/ulm/" * 14)
    lines = [line for line in head_lines(long, 44, "·") if "zeitung.example" in line or "stadt/ulm" in line]
    assert len(lines) == 1 and lines[0].endswith("…")


async def test_stories_are_parted_in_the_sidebar_and_numbers_stand_clear_of_names(app: LesartApp) -> None:
    more = tuple(article(f"{name}.txt", [("title", name)], source=f"Bote {name}") for name in "abcdefghi")
    second = Story("second", tuple(one.id for one in more))
    desk = Desk.of(Reading((ONE, TWO, THREE, *more)))
    app.set_reactive(LesartApp.desk, desk.with_comparison(Comparison((STORY, second), COMPARISON.analyses)))
    async with app.run_test(size=(120, 60)) as pilot:
        await press(pilot, "j")
        rows = app.reading.query_one(ArticleList)
        lines = [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]
        assert any(line.startswith(" 10 Bote") for line in lines)
        assert sum("──" in line for line in lines) == 1
