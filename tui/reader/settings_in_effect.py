"""The settings as the reader can follow them: keys that work, a theme that there is."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches

from textual.theme import BUILTIN_THEMES

from tui.library.settings import Settings
from tui.reader.commands.keymap import keys_in_effect
from tui.reader.themes import THEMES


def in_effect(settings: Settings) -> tuple[Settings, tuple[tuple[str, str], ...]]:
    """The settings in effect, and what is wrong with those that were asked for.

    Returns:
        The settings, and for each mistake the key in the settings file and a sentence.
    """
    troubles: list[tuple[str, str]] = []
    if settings.keymap:
        keymap, wrong = keys_in_effect(settings.keymap)
        settings = replace(settings, keymap=keymap)
        troubles += [(f"keymap.{trouble.command}", trouble.sentence) for trouble in wrong]
    names = [*(theme.name for theme in THEMES), *BUILTIN_THEMES]
    if settings.theme not in names:
        near = get_close_matches(settings.theme, names, 1)
        hint = f"did you mean {near[0]}?" if near else f"themes are {', '.join(names)}."
        troubles.append(("theme", f"There is no theme “{settings.theme}”; {hint}"))
        settings = replace(settings, theme=THEMES[0].name)
    return settings, tuple(troubles)
