"""Pictures of the reading screen at four sizes, in three themes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.reader.story import UNREADABLE
from tui.reader.app import LesartApp

Compare = Callable[..., bool]


def pressing(*keys: str) -> Callable[[Pilot[None]], object]:
    """Presses keys before the picture is taken."""

    async def run(pilot: Pilot[None]) -> None:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        pilot.app.clear_notifications()
        await pilot.pause()

    return run


@pytest.mark.parametrize("theme", ["lesart-dark", "lesart-light", "lesart-contrast"])
@pytest.mark.parametrize("width, height", [(60, 20), (80, 24), (120, 36), (200, 60)])
def test_a_possible_conflict_beside_the_sentence(
    snap_compare: Compare, make: Callable[..., LesartApp], width: int, height: int, theme: str
) -> None:
    keys = pressing("j", "b", "slash", "u", "l", "m", "enter")
    app = make(reading=UNREADABLE, theme=theme)
    assert snap_compare(app, terminal_size=(width, height), run_before=keys)


def test_the_comparison_alone_on_a_narrow_terminal(snap_compare: Compare, make: Callable[..., LesartApp]) -> None:
    assert snap_compare(make(), terminal_size=(60, 20), run_before=pressing("j", "enter", "space"))


def test_light_colours_and_ascii_signs_with_all_blocks_shown(
    snap_compare: Compare, make: Callable[..., LesartApp]
) -> None:
    app = make(theme="lesart-light", icons="ascii")
    assert snap_compare(app, terminal_size=(120, 36), run_before=pressing("x", "]", "e", "5"))
