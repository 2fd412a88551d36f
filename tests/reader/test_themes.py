"""Every built-in theme is legible, and names every variable."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.reader.themes import NAMES, THEMES, defaults

WRITTEN = ("person", "organisation", "place", "other-name", "value", "quote", "conflict", "compatible", "note",
           "sources", "dim", "key")  # fmt: skip
"""Variables in which words are written."""


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = Color.parse(colour).rgb
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(first: str, second: str) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [theme for theme in THEMES if not theme.ansi], ids=lambda theme: theme.name)
def test_words_stand_out_as_wcag_aa_asks(theme: Theme) -> None:
    colours = theme.variables
    grounds = [str(theme.background), str(theme.surface), colours["cursor-background"], colours["note-background"]]
    low = {
        (name, ground): round(contrast(colours[name], ground), 2)
        for name in WRITTEN
        for ground in grounds
        if contrast(colours[name], ground) < 4.5
    }
    pairs = [("hit", "hit-background"), ("selected", "selected-background"), ("pointed", "pointed-background")]
    low |= {pair: 0.0 for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5}
    assert low == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_variable_has_a_value(theme: Theme) -> None:
    assert set(NAMES) <= set(theme.variables)
    assert set(NAMES) == set(defaults(theme.dark))
