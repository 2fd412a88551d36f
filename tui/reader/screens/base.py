"""What every screen of the reader has: the desk, keys of two strokes, and the way to a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.events import Key
from textual.reactive import var
from textual.screen import Screen

from tui.reader.commands import Place
from tui.reader.desk import Desk
from tui.reader.messages import GoTo, Say
from tui.reader.named_styles import NamedStyles

if TYPE_CHECKING:
    from tui.reader.app import LesartApp

PREFIXES = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "plus": "]",
    "ü": "[",
}
"""Keys that begin a key of two strokes; on German keyboards + and ü lie where others have the brackets."""


class RoomScreen(NamedStyles, Screen[None]):
    """A screen that is given the desk by the app and asks it to go to passages."""

    PLACE: ClassVar[Place] = "app"
    """Which commands work here."""

    desk: var[Desk] = var(Desk)
    """All that is known; the app keeps it current on every open screen."""

    _prefix = ""

    @property
    def keys_of(self) -> tuple[Place, ...]:
        """The places whose commands are this screen's own, as the help should tell them first."""
        return (self.PLACE,)

    @property
    def room(self) -> LesartApp:
        """The app, with its bookmarks, settings and state."""
        from tui.reader.app import LesartApp

        app = self.app
        assert isinstance(app, LesartApp)
        return app

    def go_to(self, article: str, start: int, end: int) -> None:
        """Ask the app to close this screen and show a passage in its article."""
        self.post_message(GoTo(article, start, end))

    def on_say(self, event: Say) -> None:
        """Show what a widget says; a message sent while a screen acts would not bubble beyond it."""
        event.stop()
        self.room.say(event.sentence, warning=event.warning)

    async def on_key(self, event: Key) -> None:
        """Join a bracket and the letter after it to one key, such as ``]e``."""
        if self._prefix:
            stroke = PREFIXES.get(event.key, event.character or "")
            chord, self._prefix = self._prefix + stroke, ""
            event.stop()
            event.prevent_default()
            active = self.active_bindings.get(chord)
            if active is not None and active.enabled:
                await self.app.run_action(active.binding.action, active.node)
        elif event.key in PREFIXES and event.key not in self.active_bindings:
            self._prefix = PREFIXES[event.key]
            event.stop()
            event.prevent_default()
