"""The words that contradict each other are in sight wherever a possible conflict is shown, and who says them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.reader.story import ARTICLES, COMPARISON, ONE, STORY, THREE, TWO, mention
from tests.reader.test_article_keys import press
from tests.reader.test_comparison_keys import panel_words
from tui.articles.model import Article
from tui.comparison.model import Difference, DifferingValue, Fact
from tui.reader.app import LesartApp
from tui.reader.bar_words import here
from tui.reader.desk import Desk
from tui.reader.row_list import RowList


def words(text: Article, said: str) -> DifferingValue:
    """Words of an article that differ; where the title has them too, those below it."""
    start = text.text.rindex(said)
    return DifferingValue(text.id, start, start + len(said), said)


BEYOND = Fact(
    "beyond", "story", "Die Stadtwerke Ulm kaufen 40 Elektrobusse",
    (mention(ONE, "Die Stadtwerke Ulm kaufen 40 Elektrobusse"), mention(TWO, "Ulm bekommt neue Elektrobusse")),
    (Difference("action", "conflict", "they exclude each other",
                (words(ONE, "kaufen 40 Elektrobusse"), words(TWO, "des Betriebsrats bestellt"))),),
)  # fmt: skip
LATER = Fact(
    "later", "story", "Die Stadtwerke Ulm kaufen 40 Elektrobusse",
    (mention(ONE, "Die Stadtwerke Ulm kaufen 40 Elektrobusse"), mention(TWO, "Der Betriebsrat begrüßt den Kauf"),
     mention(THREE, "fährt der erste Elektrobus")),
    (Difference("number", "conflict", "exclude", (words(ONE, "40 Elektrobusse"), words(THREE, "erste Elektrobus"))),
     Difference("number", "compatible", "40 Elektrobusse and den Kauf: nothing that the reader of a low screen needs "
                "before what the sources say in words of their own",
                (words(ONE, "40 Elektrobusse"), words(TWO, "den Kauf")))),
)  # fmt: skip


OTHERS = Fact(
    "others", "story", "Der Preis liegt bei 30 Millionen Euro",
    (mention(ONE, "Die Hälfte zahlt das Land"), mention(TWO, "Der Preis liegt bei 30 Millionen Euro"),
     mention(THREE, "Ein Jahr nach der Bestellung fährt der erste Elektrobus")),
    (Difference("number", "conflict", "exclude", (words(TWO, "30 Millionen Euro"), words(THREE, "Ein Jahr"))),),
)  # fmt: skip


@pytest.fixture
def over(app: LesartApp) -> Callable[[Fact], LesartApp]:
    """Makes the app over a story with one fact."""

    def made(fact: Fact) -> LesartApp:
        comparison = replace(COMPARISON, stories=(replace(STORY, facts=(fact,)),))
        app.set_reactive(LesartApp.desk, Desk(ARTICLES).with_comparison(comparison))
        return app

    return made


@pytest.mark.parametrize("fact, marked", [(BEYOND, 1), (OTHERS, 0)])
async def test_only_sentences_with_words_at_issue_are_marked_in_the_article(
    over: Callable[[Fact], LesartApp], fact: Fact, marked: int
) -> None:
    app = over(fact)
    async with app.run_test(size=(120, 36)) as pilot:
        view = app.reading.view
        assert view.page is not None
        start = next(one.start for one in fact.mentions if one.article == ONE.id)
        view.place_cursor(start)
        app.reading.follow_cursor()
        await press(pilot)
        assert sum(one.conflict for one in view.page.covered) == marked
        assert sum(view.render_line(y).text[1] == "!" for y in range(view.size.height)) == marked
        said = [words for words, _, _ in here(view.page, view.sentence, "", view.signs)]
        assert (" · possible conflict" in said) == bool(marked)
        assert (" · possible conflict among others" in said) == (not marked)
        assert "Possible conflict" in " ".join(panel_words(app))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 60)])
async def test_the_words_at_issue_are_never_cut_off_a_passage(
    over: Callable[[Fact], LesartApp], size: tuple[int, int]
) -> None:
    app = over(BEYOND)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j", "enter")
        target = app.reading.panel._lines.targets[0]
        shown = " ".join(panel_words(app)[target.first : target.last + 1])
        assert shown.endswith("nach Angaben des Betriebsrats bestellt.")


@pytest.mark.parametrize("size", [(60, 20), (120, 36)])
async def test_the_number_of_a_source_is_not_read_as_part_of_its_figure(
    over: Callable[[Fact], LesartApp], size: tuple[int, int]
) -> None:
    app = over(LATER)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j", "enter")
        said = " ".join(panel_words(app))
        assert "here „40 Elektrobusse“ against 3 „erste Elektrobus“" in said
        await press(pilot, "enter", "enter")
        said = " ".join(panel_words(app))
        assert "here „erste Elektrobus“ against 1 „40 Elektrobusse“" in said


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_who_stands_with_whom_is_seen(over: Callable[[Fact], LesartApp], size: tuple[int, int]) -> None:
    readings = words(ONE, "40 Elektrobusse"), words(TWO, "48 Fahrzeuge"), words(THREE, "erste Elektrobus")
    app = over(replace(LATER, differences=(Difference("number", "conflict", "exclude", readings, (0, 0, 1)),)))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j", "enter")
        assert "here „40 Elektrobusse“ · 2 „48 Fahrzeuge“ against 3 „erste Elektrobus“" in " ".join(panel_words(app))
        await press(pilot, "enter", "enter")
        assert "here „erste Elektrobus“ against 1 „40 Elektrobusse“ · 2 „48" in " ".join(panel_words(app))


async def test_the_sources_in_conflict_stand_first(over: Callable[[Fact], LesartApp]) -> None:
    app = over(LATER)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "j", "enter")
        rows = [target.row for target in app.reading.panel._lines.targets]
        assert [row.number for row in rows if row is not None] == [3, 2]


async def test_who_contradicts_the_article_stands_before_who_agrees_with_it(
    over: Callable[[Fact], LesartApp],
) -> None:
    readings = words(ONE, "40 Elektrobusse"), words(TWO, "den Kauf"), words(THREE, "erste Elektrobus")
    app = over(replace(LATER, differences=(Difference("number", "conflict", "exclude", readings, (0, 0, 1)),)))
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "j", "enter")
        rows = [target.row for target in app.reading.panel._lines.targets]
        assert [row.number for row in rows if row is not None] == [3, 2]


async def test_on_a_low_screen_a_reason_takes_no_lines_from_the_passages(over: Callable[[Fact], LesartApp]) -> None:
    app = over(LATER)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j")
        said = panel_words(app)
        reason = next(index for index, line in enumerate(said) if line.startswith("≈ Compatible"))
        assert said[reason].endswith("…") and said[reason + 1].startswith("3 Donaukurier")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 20)])
async def test_the_chosen_source_is_wholly_in_sight_whatever_stands_above_it(
    over: Callable[[Fact], LesartApp], size: tuple[int, int]
) -> None:
    conflict, compatible = LATER.differences
    app = over(replace(LATER, differences=(conflict, *[compatible] * (size[1] // 5))))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j", "enter")
        panel = app.reading.panel

        def in_sight() -> bool:
            target, top = panel.target, panel.scroll_offset.y
            return target is not None and top <= target.first and target.last < top + panel.size.height

        assert in_sight() and (size[0] != 80 or panel.scroll_offset.y > 0)
        for key in ("j", "k"):
            await press(pilot, key)
            assert in_sight()
        await pilot.resize_terminal(size[0], size[1] - 2)
        await pilot.pause()
        assert in_sight()


def marked(app: LesartApp, words: str) -> bool:
    """Whether words of the article stand on the screen in the colour of a possible conflict."""
    view = app.reading.view
    colour = view.get_component_rich_style("article--conflict").color
    return any(
        text == words and style is not None and style.underline and style.color == colour
        for y in range(view.size.height)
        for text, style, _ in view.render_line(y)
    )


async def test_the_words_at_issue_are_seen_in_the_article_before_any_sentence_is_gone_to(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "G")
        assert marked(app, "40 Elektrobusse") and not marked(app, "rund 30 Millionen Euro")
        await press(pilot, "8")
        assert not marked(app, "40 Elektrobusse")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_a_passage_of_the_matrix_shows_the_words_at_issue(
    over: Callable[[Fact], LesartApp], size: tuple[int, int]
) -> None:
    app = over(BEYOND)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "m", "X")
        rows = app.screen.query_one(RowList)
        segments = [segment for y in range(rows.size.height) for segment in rows.render_line(y)]
        assert any(text == "des Betriebsrats bestellt" and style and style.bold for text, style, _ in segments)
