"""The screens, by name; each is one file that is imported when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.reader.screens.base import RoomScreen

SCREENS: dict[str, str] = {
    "reading": "tui.reader.screens.reading:ReadingScreen",
    "help": "tui.reader.screens.help:HelpScreen",
    "search": "tui.reader.screens.search:SearchScreen",
    "bookmarks": "tui.reader.screens.bookmarks:BookmarksScreen",
    "matrix": "tui.reader.screens.matrix:MatrixScreen",
    "entities": "tui.reader.screens.entities:EntitiesScreen",
    "quotations": "tui.reader.screens.quotations:QuotationsScreen",
    "timeline": "tui.reader.screens.timeline:TimelineScreen",
    "library": "tui.reader.screens.library:LibraryScreen",
}
"""Module and class of each screen."""


def make_screen(name: str) -> RoomScreen:
    """Import and make a screen.

    Raises:
        KeyError: There is no screen of that name.
    """
    module, _, kind = SCREENS[name].partition(":")
    screen: RoomScreen = getattr(import_module(module), kind)()
    return screen
