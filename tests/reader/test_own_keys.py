"""The user's own keys: what works, what is said of what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reader.test_article_keys import notices, press
from tests.reader.test_screen import screen_text
from tui.reader.app import LesartApp
from tui.reader.commands.keymap import keys_in_effect


@pytest.mark.parametrize(
    ("asked", "has", "said"),
    [
        ({"search": "Ctrl+F"}, {"search": "ctrl+f"}, ""),
        ({"zen": "SHIFT+w"}, {"zen": "W"}, ""),
        ({"zen": "PageDown,f9"}, {"zen": "pagedown,f9"}, "pagedown stands for zen, no longer for page-down"),
        ({"next-sentence": "Strg+J"}, {}, "“Strg+J” for next-sentence is no key"),
        ({"next-sentence": "Strg+J,F8"}, {"next-sentence": "f8"}, "“Strg+J” for next-sentence is no key"),
        ({"quit": "j"}, {"quit": "j", "next-sentence": "down"}, "j stands for quit, no longer for next-sentence"),
        ({"search": "?"}, {"search": "?", "help": "f1"}, "? stands for search, no longer for help"),
        ({"zen": "f9", "theme": "f9"}, {"zen": "f9"}, "f9 stands for both zen and theme; zen has it."),
        ({"next-hit": "f3", "next-sentence": "n"}, {"next-sentence": "n", "next-hit": "f3"}, ""),
        ({"matrix": "m,f6"}, {"matrix": "m,f6"}, ""),
        ({"no-such": "y"}, {}, "There is no command called no-such"),
    ],
)
def test_keys_are_given_or_said_to_be_none(asked: dict[str, str], has: dict[str, str], said: str) -> None:
    keymap, troubles = keys_in_effect(asked)
    assert {name: keymap[name] for name in has} == has
    assert said in " ".join(trouble.sentence for trouble in troubles)
    assert bool(troubles) == bool(said)


async def test_a_key_that_was_taken_is_named_for_what_it_does(make: Callable[..., LesartApp]) -> None:
    app = make(keymap={"quit": "j"})
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "j sentence" not in screen_text(app) and "↓ sentence" in screen_text(app)
        await press(pilot, "j")
        assert app._exit


async def test_a_command_without_a_key_has_none(make: Callable[..., LesartApp]) -> None:
    app = make(keymap={"search": "m"})
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "f6", "m")
        assert type(app.screen).__name__ == "SearchScreen"


async def test_a_theme_that_is_not_there_is_said(make: Callable[..., LesartApp]) -> None:
    app = make(theme="solarized")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "There is no theme “solarized”; did you mean solarized-" in " ".join(notices(app))
