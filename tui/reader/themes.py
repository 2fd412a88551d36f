"""The built-in themes, and the variables that the style sheets use beside Textual's own.

Every meaning that has a colour also has a sign, a word or a text style, so that a theme can be exchanged freely.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

NAMES = (
    "person", "organisation", "place", "other-name", "value", "quote", "quote-background", "conflict", "compatible",
    "note", "note-background", "sources", "dim", "cursor-background", "hit", "hit-background", "pointed-background",
    "pointed",
    "selected", "selected-background", "seen-background", "key",
)  # fmt: skip
"""Variables of every theme."""


def _variables(*colours: str) -> dict[str, str]:
    return dict(zip(NAMES, colours, strict=True))


DARK = _variables(
    "#8ab8ff", "#f0b866", "#86d993", "#cfa6f5", "#67d4d4", "#e6dfa8", "#1d2020", "#ff8080", "#e8c268",
    "#ffb3d9", "#3a2333", "#9fb6d0", "#939aa6", "#232a37", "#101010", "#f2cc60", "#3d5a8c",
    "#ffffff",
    "#ffffff", "#2f5d9e", "#2b3342", "#8ab8ff",
)  # fmt: skip
LIGHT = _variables(
    "#0b4fa8", "#8a4b00", "#1a6329", "#6b2fa3", "#00606b", "#4d4a10", "#f1efdf", "#b00020", "#7a5200",
    "#8f0a57", "#f7dbe9", "#38536e", "#5c626b", "#e2e8f2", "#101010", "#ffd65c", "#b5cdf2",
    "#000000",
    "#ffffff", "#2f5d9e", "#d4dce8", "#0b4fa8",
)  # fmt: skip
CONTRAST = _variables(
    "#66ccff", "#ffcc00", "#66ff66", "#ff99ff", "#00ffff", "#ffff99", "#000000", "#ff6666", "#ffcc00",
    "#ff99cc", "#330022", "#ffffff", "#cccccc", "#1f1f5c", "#000000", "#ffff00", "#0000aa",
    "#ffffff",
    "#000000", "#ffffff", "#444444", "#ffff00",
)  # fmt: skip
ANSI = _variables(
    "ansi_bright_blue", "ansi_yellow", "ansi_green", "ansi_magenta", "ansi_cyan", "ansi_default", "ansi_default",
    "ansi_red", "ansi_yellow", "ansi_magenta", "ansi_default", "ansi_cyan", "ansi_default", "ansi_default",
    "ansi_black", "ansi_yellow", "ansi_default", "ansi_default", "ansi_black", "ansi_white",
    "ansi_default", "ansi_blue",
)  # fmt: skip

THEMES: tuple[Theme, ...] = (
    Theme(
        "lesart-dark", primary="#8ab8ff", secondary="#5d7fae", accent="#f0b866", foreground="#dfe3ea",
        background="#14171c", surface="#191d24", panel="#3a4352", warning="#f0b866", error="#ff8080", success="#86d993",
        variables=DARK,
    ),
    Theme(
        "lesart-light", primary="#0b4fa8", secondary="#44658f", accent="#8a4b00", foreground="#1a1d21",
        background="#fbfaf7", surface="#f4f2ec", panel="#e8e5dc", warning="#8a4b00", error="#b00020", success="#1a6329",
        dark=False, variables=LIGHT,
    ),
    Theme(
        "lesart-contrast", primary="#ffff00", secondary="#ffffff", accent="#ffff00", foreground="#ffffff",
        background="#000000", surface="#000000", panel="#000000", warning="#ffcc00", error="#ff6666", success="#66ff66",
        variables=CONTRAST,
    ),
    Theme(
        "lesart-ansi", ansi=True, primary="ansi_blue", secondary="ansi_cyan", accent="ansi_green",
        foreground="ansi_default", background="ansi_default", surface="ansi_default", panel="ansi_default",
        boost="ansi_default", warning="ansi_yellow", error="ansi_red", success="ansi_green",
        variables={
            **ANSI, "ansi-background": "ansi_black", "ansi-foreground": "ansi_white",
            "border-blurred": "ansi_bright_black",
            "scrollbar": "ansi_bright_black", "scrollbar-hover": "ansi_blue", "scrollbar-active": "ansi_blue",
            "scrollbar-background": "ansi_default", "scrollbar-corner-color": "ansi_default",
            "scrollbar-background-hover": "ansi_default", "scrollbar-background-active": "ansi_default",
        },
    ),
)  # fmt: skip


def defaults(dark: bool) -> Mapping[str, str]:
    """Values of the variables for a theme that does not name them."""
    return DARK if dark else LIGHT
