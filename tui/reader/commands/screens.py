"""The commands that open the other screens, and those that work on them.

A screen is declared in ``tui.reader.screens.SCREENS``; the command that opens it stands here.
"""

from __future__ import annotations

from tui.reader.commands import Command

SCREENS = "Other screens"

SEARCHING = "While searching"

COMMANDS: tuple[Command, ...] = (
    Command("search", "s,ctrl+f", "app.show('search')", "Search everything",
            "Searches all articles, names, speakers and facts, tolerant of typos.", SCREENS, "app", "search all"),
    Command("help", "question_mark,f1", "app.show('help')", "Help", "Lists every key and command.", SCREENS, "app"),
    Command("next-result", "down,ctrl+n", "hit(1)", "Next result", "Chooses the next result while you type.",
            SEARCHING, "search", "result"),
    Command("previous-result", "up", "hit(-1)", "Previous result", "Chooses the result before.", SEARCHING, "search"),
    Command("results-down", "pagedown", "hit_page(1)", "One page of results down", "Moves on by a page.", SEARCHING,
            "search"),
    Command("results-up", "pageup", "hit_page(-1)", "One page of results up", "Moves back by a page.", SEARCHING,
            "search"),
    Command("leave-search", "escape", "app.close_screen", "Leave the search", "Goes back to the article.", SEARCHING,
            "search", "back"),
)  # fmt: skip
