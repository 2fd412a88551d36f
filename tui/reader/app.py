"""The application: it holds the desk, opens screens and hands on what the worker reports.

What its keys do stands in ``keeping``, what the worker tells in ``feed``, and each screen in a file of its own.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.events import Key
from textual.screen import Screen
from textual.widget import Widget

from tui.reader.breadths import breadth
from tui.reader.commands import bindings
from tui.reader.commands.keymap import NO_KEY
from tui.reader.messages import GoTo
from tui.reader.screens import make_screen
from tui.reader.screens.base import RoomScreen
from tui.reader.screens.reading import ReadingScreen
from tui.reader.searching import Searching
from tui.reader.themes import THEMES, defaults

if TYPE_CHECKING:
    from textual.command import Provider


COMPLAINTS = 4
"""Mistakes in the settings that are shown when the reader starts."""


def _palette() -> type[Provider]:
    from tui.reader.palette import CommandsProvider

    return CommandsProvider


class LesartApp(Searching):
    """Reads one story in all its versions."""

    TITLE = "Lesart"
    CSS_PATH: ClassVar[list[str]] = ["styles/reading.tcss", "styles/article.tcss", "styles/lists.tcss"]  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = True

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Values for themes that are not made for this program."""
        return dict(defaults(self.current_theme.dark))

    def get_default_screen(self) -> Screen[Any]:
        """Begin on the reading screen."""
        screen = make_screen("reading")
        assert isinstance(screen, ReadingScreen)
        # Classes are given before the screen is mounted: each later one would cost a pass over all styles.
        screen.add_class("-front-article", breadth(self.size.width), update=False)
        if self.settings.icons == "ascii":
            self.add_class("-ascii", update=False)
        screen.set_reactive(ReadingScreen.desk, self.desk)
        screen.set_reactive(ReadingScreen.article_id, self.first_article)
        return screen

    def run(self, *given: Any, **named: Any) -> Any:
        """Run the app; garbage is not collected before the first paint, which takes an eighth less time so."""
        gc.disable()
        try:
            return super().run(*given, **named)
        finally:
            gc.enable()

    def on_mount(self) -> None:
        """Take the user's keys; begin the analysis once the text is on the screen."""
        if self.settings.keymap:
            # What Textual is given no key for keeps its own.
            self.set_keymap({name: keys or NO_KEY for name, keys in self.settings.keymap.items()})
        shown = self.complaints if len(self.complaints) <= COMPLAINTS else self.complaints[: COMPLAINTS - 1]
        for sentence in shown:
            self.say(sentence, warning=True)
        if len(shown) < len(self.complaints):
            self.say(f"`lesart config` tells of {len(self.complaints) - len(shown)} more mistakes.", warning=True)
        if self.start_position is not None:
            self.reading.view.place_cursor(self.start_position, top=True)
        self.app_resume_signal.subscribe(self, self._draw_all)
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        """Collect garbage again, but never what the start made, which stays to the end; then begin the analysis."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        self.begin_keeping()
        self.begin()

    def _draw_all(self, _: object) -> None:
        """Draw every line anew after the shell had the terminal; Textual draws only what changes."""
        for widget in self.screen.walk_children(Widget, with_self=True):
            widget.refresh()

    # Screens -----------------------------------------------------------------------------------------------------

    def action_show(self, name: str) -> None:
        """Open a screen by its name; a second key press does not open it twice."""
        if isinstance(self.screen, RoomScreen) and name == self.screen.PLACE:
            return
        screen = make_screen(name)
        screen.set_reactive(RoomScreen.desk, self.desk)
        self.push_screen(screen)

    def action_command_palette(self) -> None:
        """Show the command palette, with signs that the terminal has."""
        if self.settings.icons != "ascii":
            super().action_command_palette()
            return
        from tui.reader.palette import AsciiPalette

        if not self.screen.has_class("--textual-command-palette"):
            self.push_screen(AsciiPalette())

    def action_close_screen(self) -> None:
        """Go back one screen, or to the article where another pane covers it; quit from the first."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif not self.reading.uncover():
            self.exit()

    def on_go_to(self, event: GoTo) -> None:
        """Leave the other screens and show a passage."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.reading.go_to_passage(event.article, event.start, event.end)

    def action_next_theme(self) -> None:
        """Change to the next theme of the program."""
        names = [theme.name for theme in THEMES]
        index = names.index(self.theme) + 1 if self.theme in names else 0
        self.theme = names[index % len(names)]
        self.say(f"Theme: {self.theme}")

    def on_key(self, event: Key) -> None:
        """Give what was typed before a line had the keys to that line, as when keys come in one burst."""
        focused = self.focused
        if focused is not None and focused.check_consume_key(event.key, event.character):
            # A line stops what it takes, so this key was on its way to what had the keys before.
            event.prevent_default()
            self.post_message(Key(event.key, event.character))

    # Words to the reader -----------------------------------------------------------------------------------------

    def handle_bindings_clash(self, clashed_bindings: set[Binding], node: DOMNode) -> None:
        """Clashes were told at the start; telling them on every key press would be noise."""

    def exit(self, *given: Any, **named: Any) -> None:
        """Keep where reading stopped, then leave; at the end of the program the screens are gone already."""
        self.keep_everything()
        super().exit(*given, **named)

    def _fatal_error(self) -> None:
        """End after a defect with a sentence; the details go to the log, for a traceback would show article texts."""
        if "debug" in self.features:
            super()._fatal_error()
            return
        from rich.text import Text

        from tui.library.locations import log_file
        from tui.library.log import logger

        error = self._exception
        logger("reader").error("the reader failed", exc_info=error)
        sentence = f"lesart: An unexpected error ended the reader ({type(error).__name__}); see {log_file()}."
        # Textual tells of every further error that the first one brings about; one sentence is enough.
        self._exit_renderables[:] = self._exit_renderables[:1] or [Text(sentence)]
        self._close_messages_no_wait()

    async def on_unmount(self) -> None:
        """End the worker, once everything that is kept is written."""
        self.end_feed()
        await asyncio.to_thread(self.writer.close)
