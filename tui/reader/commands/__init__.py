"""One declaration per user action.

From it come the key binding (with an id that a user's keymap can name), the word in the footer, the entry of the
command palette, the line of the help screen and of the manual, and the row of ``KEYS.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from textual.binding import Binding

Place = Literal[
    "app", "reading", "article", "list", "panel", "search", "bookmarks", "matrix", "entities", "quotations", "timeline",
    "library", "help", "outline",
]  # fmt: skip
"""Where a command works: everywhere, on one screen, or in a part of it (``list``: any list of rows)."""


class Command(NamedTuple):
    """Something that the reader can do."""

    id: str
    """Name for keymaps: lower case, words joined by hyphens."""
    keys: str
    """Textual key names, joined by commas; ``]e`` is a bracket followed by a letter."""
    action: str
    """Textual action, looked up on the app, screen or widget of the place."""
    title: str
    """Two to four words, as palette and help list it."""
    help: str
    """One sentence for the help screen and the documentation."""
    group: str
    """Heading under which help lists it."""
    place: Place = "reading"
    footer: str = ""
    """One word for the footer; empty: not shown there."""

    @property
    def key_words(self) -> str:
        """The keys as a person writes them, such as ``j ↓``."""
        return written(self.keys)

    def words_for(self, keymap: Mapping[str, str]) -> str:
        """The keys as a person writes them, under a keymap of their own."""
        return written(keymap.get(self.id, self.keys))


def written(keys: str) -> str:
    """Textual key names, joined by commas, as a person writes them."""
    return " ".join(SHOWN_KEYS.get(key.strip(), key.strip()) for key in keys.split(","))


SHOWN_KEYS = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "question_mark": "?", "slash": "/", "space": "space",
    "left_curly_bracket": "{", "right_curly_bracket": "}", "ctrl+p": "^p", "ctrl+f": "^f", "ctrl+d": "^d",
    "ctrl+u": "^u", "pagedown": "PgDn", "pageup": "PgUp", "equals_sign": "=", "exclamation_mark": "!",
    "shift+tab": "⇧tab", "colon": ":", "asterisk": "*",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "ctrl+q": "^q",
    "ctrl+z": "^z", "ctrl+x": "^x", "greater_than_sign": ">", "less_than_sign": "<", "home": "Home", "end": "End",
}  # fmt: skip


def all_commands() -> tuple[Command, ...]:
    """Every command of the program, in the order of the help screen."""
    from tui.reader.commands import lists, reading, screens

    return (*reading.COMMANDS, *lists.COMMANDS, *screens.COMMANDS)


def commands_of(*places: Place) -> tuple[Command, ...]:
    """The commands of one or more places, in order."""
    return tuple(command for command in all_commands() if command.place in places)


def bindings(*places: Place) -> list[Binding]:
    """Textual bindings of the commands of one or more places."""
    from textual.binding import Binding

    return [
        Binding(
            command.keys, command.action, command.title, show=bool(command.footer), id=command.id, tooltip=command.help
        )
        for command in commands_of(*places)
    ]
