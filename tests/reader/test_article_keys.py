"""Keys that move through an article and its marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.reader.story import ONE, THREE, TWO
from tui.reader.app import LesartApp


def read(app: LesartApp) -> str:
    """The words of the sentence under the cursor."""
    start, end = app.reading.view.sentence_span
    article = app.reading.view.page
    assert article is not None
    return article.text[start:end]


def pointed(app: LesartApp) -> str:
    """The words that a jump went to."""
    view = app.reading.view
    assert view.pointed is not None and view.page is not None
    return view.page.text[slice(*view.pointed)]


def notices(app: LesartApp) -> list[str]:
    """What the app says for a moment."""
    return [notice.message for notice in app._notifications]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()
    assert isinstance(pilot.app, LesartApp)
    pilot.app.writer.wait()
    await pilot.pause()


@pytest.mark.parametrize("down, up", [("j", "k"), ("down", "up")])
async def test_sentences_follow_one_another(app: LesartApp, down: str, up: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        assert read(app) == "Stadtwerke Ulm kaufen 40 Elektrobusse"
        await press(pilot, down, down)
        assert read(app) == "Das sagte Geschäftsführerin Anna Berg am Montag."
        await press(pilot, up)
        assert read(app) == "Die Stadtwerke Ulm kaufen 40 Elektrobusse."


@pytest.mark.parametrize(
    "down, up, closing, opening",
    [
        ("right_curly_bracket", "left_curly_bracket", "right_square_bracket", "left_square_bracket"),
        ("asterisk", "Ü", "plus", "ü"),  # where a German keyboard has these
    ],
)
async def test_paragraph_heading_start_and_end(app: LesartApp, down: str, up: str, closing: str, opening: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, down, down)
        assert read(app) == "Was es kostet"
        await press(pilot, up)
        assert read(app).startswith("Die Stadtwerke")
        await press(pilot, closing, "h")
        assert read(app) == "Was es kostet"
        await press(pilot, "G")
        assert read(app) == "Anwohner fürchten den Lärm der Baustelle."
        await press(pilot, opening, "h")
        assert read(app) == "Was es kostet"
        await press(pilot, "g")
        assert read(app) == "Stadtwerke Ulm kaufen 40 Elektrobusse"


async def test_a_key_of_ones_own_goes_before_the_bracket_that_it_stands_for(make: Callable[..., LesartApp]) -> None:
    app = make(keymap={"last-sentence": "plus"})
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "plus")
        assert read(app) == "Anwohner fürchten den Lärm der Baustelle."


async def test_jumps_go_from_mark_to_mark(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "right_square_bracket", "e")
        assert pointed(app) == "Stadtwerke Ulm"
        await press(pilot, "right_square_bracket", "e")
        assert pointed(app) == "Anna Berg"
        await press(pilot, "left_square_bracket", "e")
        assert pointed(app) == "Stadtwerke Ulm"
        await press(pilot, "right_square_bracket", "q")
        assert pointed(app) == "Wir wollen bis 2030 leise fahren"
        await press(pilot, "right_square_bracket", "d")
        assert read(app) == "Der Auftrag kostet rund 30 Millionen Euro."
        await press(pilot, "left_square_bracket", "d")
        assert read(app) == "Die Stadtwerke Ulm kaufen 40 Elektrobusse."


async def test_a_jump_without_a_target_says_so_and_stays(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await press(pilot, "left_square_bracket", "e")
        assert notices(app) == ["No earlier name in this article."]
        assert read(app) == "Stadtwerke Ulm kaufen 40 Elektrobusse"


async def test_after_the_last_difference_of_an_article_it_is_said_where_those_of_others_are(
    make: Callable[..., LesartApp],
) -> None:
    app = make(keymap={"matrix": "f6"})
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await press(pilot, "G", "right_square_bracket", "d")
        assert notices(app) == ["No further difference in this article; f6 lists those of the whole story."]


async def test_where_nothing_is_folded_the_key_says_so(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await press(pilot, "x")
        assert notices(app) == [] and app.reading.view.unfolded
        await press(pilot, "right_parenthesis", "x")
        assert notices(app) == ["Nothing is folded in this article."]
        assert not app.reading.view.unfolded


async def test_a_hidden_layer_is_neither_shown_nor_jumped_to(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "2", "right_square_bracket", "e")
        assert pointed(app) == "Anna Berg"
        assert app.reading.view.hidden == {"ORG"}
        await press(pilot, "2")
        assert not app.reading.view.hidden


async def test_find_shows_hits_and_n_walks_through_them(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"berg")
        assert app.reading.view.hit_words() == "hit 1 of 2"
        await press(pilot, "enter", "n")
        assert app.reading.view.hit_words() == "hit 2 of 2"
        await press(pilot, "N")
        assert app.reading.view.hit_words() == "hit 1 of 2"
        await press(pilot, "escape")
        assert app.reading.view.query_text == ""


async def test_words_that_are_not_found_are_named_with_where_else_to_look(app: LesartApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "j", "slash", *"polizei")
        said = app.screen.query_one("#here").render_line(0).text
        assert "“polizei” not found · s searches all · possible conflict" in said


async def test_giving_up_a_search_returns_to_where_it_began(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "slash", *"baustelle", "escape")
        assert read(app) == "Die Stadtwerke Ulm kaufen 40 Elektrobusse."


async def test_folded_blocks_are_counted_and_shown_on_demand(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        page = app.reading.view.page
        assert page is not None
        assert [line.words for line in page.layout.lines if line.kind == "fold"] == ["… 2 captions folded (x shows)"]
        await press(pilot, "x")
        page = app.reading.view.page
        assert page is not None
        shown = [page.text[line.start : line.end] for line in page.layout.lines if line.kind == "aside"]
        assert shown == ["Foto: Ein Bus vor dem Münster", "Foto: Noch ein Bus"]
        assert any(line.words == "caption: made for a test" for line in page.layout.lines)


async def test_page_keys_move_on_and_back_in_a_small_terminal(app: LesartApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "pagedown")
        far = app.reading.view.point
        assert far > 0
        await press(pilot, "pageup", "pageup")
        assert app.reading.view.point < far
        await press(pilot, "ctrl+d", "ctrl+u", "space")
        assert app.reading.view.point > 0


async def test_next_article_and_the_way_back(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "J")
        assert app.reading.article_id == TWO.id
        await press(pilot, "right_parenthesis")
        assert app.reading.article_id == THREE.id
        await press(pilot, "K", "backspace", "backspace", "backspace")
        assert app.reading.article_id == ONE.id
        assert read(app) == "Die Stadtwerke Ulm kaufen 40 Elektrobusse."
        await press(pilot, "alt+right")
        assert app.reading.article_id == TWO.id


async def test_selection_by_key_grows_by_word_and_sentence(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "v", "h")
        assert app.reading.view.page is not None

        def selected() -> str:
            span = app.reading.view.selection_span
            assert span is not None and app.reading.view.page is not None
            return app.reading.view.page.text[slice(*span)]

        assert selected() == "Die Stadtwerke Ulm kaufen 40"
        await press(pilot, "l", "L")
        assert selected() == "Stadtwerke Ulm kaufen 40 Elektrobusse."
        await press(pilot, "j")
        assert selected().endswith("am Montag.")
        await press(pilot, "escape")
        assert app.reading.view.selection_span is None


async def test_why_a_column_stays_as_wide_as_it_is_is_said(app: LesartApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        shown = app.reading.view._column.text
        await press(pilot, "greater_than_sign")
        assert notices(app)[-1] == "The column cannot be wider: it takes all the room that its pane has."
        assert app.reading.view._column.text == shown
        await press(pilot, "less_than_sign")
        assert app.reading.view._column.text == shown - 4
        await press(pilot, *["less_than_sign"] * 12)
        assert "too short to read" in notices(app)[-1]


async def test_column_width_and_zen(app: LesartApp) -> None:
    async with app.run_test(size=(200, 40)) as pilot:
        before = app.reading.view.wanted_width
        await press(pilot, "less_than_sign")
        assert app.reading.view.wanted_width == before - 4
        await press(pilot, "greater_than_sign", "z")
        assert app.reading.view.wanted_width == before
        assert not app.reading.panel.display
        await press(pilot, "z")
        assert app.reading.panel.display
