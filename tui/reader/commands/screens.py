"""The commands that open the other screens, and those that work on them.

A screen is declared in ``tui.reader.screens.SCREENS``; the command that opens it stands here.
"""

from __future__ import annotations

from tui.reader.commands import Command

SCREENS = "Other screens"

COMMANDS: tuple[Command, ...] = (
    Command("help", "question_mark,f1", "app.show('help')", "Help", "Lists every key and command.", SCREENS, "app"),
)  # fmt: skip
