"""Every word that the screens really show stands out from its ground, in every theme with colours of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.widget import Widget

from tests.reader.test_article_keys import press
from tests.reader.test_themes import contrast
from tui.reader.app import LesartApp
from tui.reader.themes import THEMES


def faint(screen: Widget) -> set[tuple[str, str, str]]:
    """Words on the screen with less contrast than WCAG AA asks of text (4.5), with their colours."""
    found = set()
    for widget in screen.walk_children(Widget):
        if not widget.display or not widget.size.height or widget.children:
            continue
        for y in range(widget.size.height):
            for text, style, _ in widget.render_line(y):
                if style is None or style.color is None or style.bgcolor is None or not any(map(str.isalpha, text)):
                    continue
                ink, ground = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
                if contrast(ink, ground) < 4.5:
                    found.add((text.strip()[:20], ink, ground))
    return found


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES if not theme.ansi])
async def test_words_can_be_read_also_where_they_are_chosen(make: Callable[..., LesartApp], theme: str) -> None:
    app = make(theme=theme)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "b")
        for keys in (["enter"], ["shift+tab"], ["L", "j"], ["q", "s", *"elektrobus"], ["escape", "m"], ["q", "B"]):
            await press(pilot, *keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert faint(app.screen) == set(), keys


@pytest.mark.parametrize("covered", [False, True])
async def test_the_comparison_takes_the_colours_of_another_theme(app: LesartApp, covered: bool) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", *(["question_mark", "T", "q"] if covered else ["T"]))
        panel = app.reading.panel
        lines = [panel.render_line(y) for y in range(panel.size.height)]
        grounds = {style.bgcolor for line in lines for _, style, _ in line if style is not None}
        assert grounds == {panel.get_component_rich_style("comparison--panel").bgcolor}
