"""What every part of the application stands on: the desk, what is kept, and words to the reader."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual.app import App
from textual.reactive import var

from tui.articles.display import printable, visible
from tui.articles.model import Reading
from tui.library.settings import Settings
from tui.reader.desk import Desk
from tui.reader.history import History
from tui.reader.icons import IN_ASCII
from tui.reader.messages import NotWritten
from tui.reader.notebook import Notebook
from tui.reader.screens.base import RoomScreen
from tui.reader.settings_in_effect import in_effect
from tui.reader.themes import THEMES
from tui.reader.writer import Writer

if TYPE_CHECKING:
    from textual.driver import Driver

    from tui.library.bookmarks import BookmarkFile
    from tui.library.state import FolderState, ReadingState
    from tui.library.watching import Watch
    from tui.library.worker import Worker


WARNING = 6
"""Seconds that a warning is shown."""


class Room(App[None]):
    """An app that holds a desk and gives it to every open screen."""

    _warned_until = 0.0
    """When the last warning is gone, on the clock that only moves on."""

    _themed = False
    """Whether the reader's theme is set; before, no colours are worked out."""

    desk: var[Desk] = var(Desk, init=False)
    """All that is known; every open screen is given it."""

    def __init__(
        self,
        reading: Reading,
        *,
        folder: Path | None = None,
        worker: Worker | None = None,
        settings: Settings | None = None,
        bookmarks: BookmarkFile | Callable[[Path | None], BookmarkFile] | None = None,
        state: ReadingState | None = None,
        decisions: Path | None = None,
        cache: Path | None = None,
        watch: Watch | None = None,
        more: Sequence[Path] = (),
        debug: bool = False,
        start: tuple[str, int] | None = None,
        complaints: Sequence[str] = (),
    ) -> None:
        """Make the application; nothing is analysed before the text is on the screen.

        Args:
            reading: The articles, and what could not be read.
            folder: The folder that was opened, None for single files or standard input.
            worker: Analyses and compares in a process of its own; None: the texts are shown as they are.
            settings: The reader's settings, None for the defaults.
            bookmarks: The bookmarks file, or what gives that of the open folder when it is needed, after the first
                paint; None: bookmarks are off.
            state: Positions and read marks, None: they are not kept.
            decisions: File of the reader's decisions on facts, None: they are not kept.
            cache: Folder of the worker's cache, so that what it holds is shown without the worker.
            watch: Tells when the files of the reading change; None: they are not looked at again.
            more: Paths of which only the first article was read; the rest is read after the first paint.
            debug: Whether the command line asked for more in the log.
            start: Id of an article and position to begin at, in place of where reading stopped.
            complaints: What is wrong with the settings, in sentences.
        """
        # Without colours those of the terminal are left alone; Textual would put shades of grey in their place.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        for theme in THEMES:
            self.register_theme(theme)
        self.settings, troubles = in_effect(settings or Settings())
        self.complaints = (*complaints, *(sentence for _, sentence in troubles))
        """What is wrong with the settings, in sentences."""
        # Set before the first style is computed, since a change of theme computes them all again.
        self.set_reactive(App.theme, self.settings.theme)
        self._themed = True
        self.stylesheet.set_variables(self.get_css_variables())
        self.folder = folder
        self.worker = worker
        self.state = state
        self.decisions_file = decisions
        self.cache = cache
        self.watch_files = watch
        self.debug_wanted = debug
        self.history = History()
        self.writer = Writer(lambda sentence: self.post_message(NotWritten(sentence)))
        self.notebook: Notebook | None = None
        self.more = tuple(more)
        self._bookmarks = bookmarks
        self.open_notebook()
        kept = state.load(folder) if state is not None else None
        desk = Desk.of(reading)
        self.set_reactive(Room.desk, desk.remembering(kept) if kept is not None else desk)
        self.panes_before = kept.panes if kept is not None else {}
        """Which panes and layers were shown when the folder was left; empty the first time."""
        self.first_article = start[0] if start is not None else self.first_of(reading, kept)
        """Id of the article to open."""
        self.start_position = start[1] if start is not None else None

    def get_driver_class(self) -> type[Driver]:
        """What draws on the terminal: ours on Unix, unless another one was asked for."""
        driver = super().get_driver_class()
        if driver.__name__ != "LinuxDriver":
            return driver
        from tui.reader.terminal import TerminalDriver

        return TerminalDriver

    @property
    def abandoned(self) -> bool:
        """Whether the terminal is gone, so that nobody can quit."""
        return bool(getattr(self._driver, "gone", False))

    def open_notebook(self) -> None:
        """Take the bookmarks of the open folder; the file is read when it is needed."""
        bookmarks = self._bookmarks
        if bookmarks is not None:
            opened = partial(bookmarks, self.folder) if callable(bookmarks) else lambda: bookmarks
            self.notebook = Notebook(opened, self.writer)

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme, once it is the reader's; working them out twice would be felt at the start."""
        return super().get_css_variables() if self._themed else {}

    def watch_desk(self, desk: Desk) -> None:
        """Give every open screen what is known now."""
        for screen in self.screen_stack:
            if isinstance(screen, RoomScreen):
                screen.desk = desk

    def key(self, command: str) -> str:
        """The first key of a command, as a person writes it, under the reader's own keymap."""
        from tui.reader.commands import all_commands

        named = next(one for one in all_commands() if one.id == command)
        return named.words_for(self.settings.keymap).split(" ")[0] or "the palette"

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Show a sentence for a moment, in place of the one before unless that warned; it is never read as markup."""
        if monotonic() >= self._warned_until:
            self.clear_notifications()
            if self.screen_stack:
                # Textual takes away the words alone, and would show the next ones below their place.
                self.screen.query("ToastHolder").remove()
        if warning:
            self._warned_until = monotonic() + WARNING
        severity, words = "warning" if warning else "information", printable(sentence)
        if self.settings.icons == "ascii":
            words = words.translate(IN_ASCII)
        self.notify(words, severity=severity, markup=False, timeout=WARNING if warning else 3)  # type: ignore[arg-type]

    def copy_to_clipboard(self, text: str) -> None:
        """Copy words; where they are pasted no terminal obeys what stands in an article."""
        super().copy_to_clipboard(visible(text))

    def first_of(self, reading: Reading, kept: FolderState | None) -> str:
        """Id of the article to open: the one that was open last, else the first."""
        for article in reading.articles if kept is not None and kept.article is not None else ():
            if kept is not None and kept.article in (article.url, article.path):
                return article.id
        return reading.articles[0].id if reading.articles else ""
