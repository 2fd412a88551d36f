"""The commands that open the other screens, and those that work on them.

A screen is declared in ``tui.reader.screens.SCREENS``; the command that opens it stands here.
"""

from __future__ import annotations

from tui.reader.commands import Command

SCREENS = "Other screens"

SEARCHING = "While searching"
BOOKMARKS = "In the bookmarks"
OUTLINES = "In names, quotations, dates and facts"

COMMANDS: tuple[Command, ...] = (
    Command("search", "s,ctrl+f", "app.show('search')", "Search everything",
            "Searches all articles, names, speakers and facts, tolerant of typos.", SCREENS, "app", "search all"),
    Command("help", "question_mark,f1", "app.show('help')", "Help", "Lists every key and command.", SCREENS, "app"),
    Command("bookmarks", "B", "app.show('bookmarks')", "Bookmarks", "Lists all bookmarks with notes and tags.", SCREENS,
            "app", "bookmarks"),
    Command("matrix", "m", "app.show('matrix')", "Matrix of facts",
            "Shows which source states which fact; possible conflicts are marked.", SCREENS, "app", "matrix"),
    Command("entities", "e", "app.show('entities')", "Names", "Lists every name with all its places.", SCREENS, "app"),
    Command("quotations", "Q", "app.show('quotations')", "Quotations", "Lists quotations by speaker.", SCREENS, "app"),
    Command("timeline", "t", "app.show('timeline')", "Timeline", "Lists the dates that the texts name.", SCREENS,
            "app"),
    Command("library", "L", "app.show('library')", "Library", "Lists the opened stories and articles, the folders "
            "opened before, and the files not read.", SCREENS, "app"),
    Command("filter-outline", "slash", "ask", "Filter", "Shows only what has certain words.", OUTLINES, "outline",
            "filter"),
    Command("toggle-branch", "x,right", "toggle_branch", "Open or close", "Shows what is below the row, or hides it.",
            OUTLINES, "outline"),
    Command("toggle-all", "X", "toggle_all", "Open or close all", "Shows what is below every row, or hides it.",
            OUTLINES, "outline", "open all"),
    Command("leave-outline", "escape", "app.close_screen", "Leave", "Goes back.", OUTLINES, "outline"),
    Command("forget-folder", "d,delete", "forget_folder", "Take off the list",
            "Takes the chosen folder off the library's list; the folder itself stays as it is.", OUTLINES, "library",
            "off the list"),
    Command("only-conflicts", "c", "only_conflicts", "Only possible conflicts",
            "Shows only facts on which sources may contradict each other, or all.", OUTLINES, "matrix", "conflicts"),
    Command("any-name", "a", "any_name", "Facts on all names", "Shows the facts on all names again.", OUTLINES,
            "matrix", "all names"),
    Command("facts-of-name", "m", "facts_of_name", "Facts on this name",
            "Shows which source states which fact on the chosen name.", OUTLINES, "entities", "its facts"),
    Command("filter-bookmarks", "slash", "ask('filter')", "Filter the bookmarks",
            "Shows only bookmarks with certain words, tags or sources.", BOOKMARKS, "bookmarks", "filter"),
    Command("note", "n", "ask('note')", "Edit the note", "Writes a note on the chosen bookmark.", BOOKMARKS,
            "bookmarks", "note"),
    Command("edit-note", "E", "edit_note", "Note in the editor",
            "Writes a long note in the editor that VISUAL or EDITOR names.", BOOKMARKS, "bookmarks"),
    Command("tags", "t", "ask('tags')", "Edit the tags", "Gives the chosen bookmark tags.", BOOKMARKS, "bookmarks",
            "tags"),
    Command("write-bookmarks", "w", "ask('file')", "Write to a file",
            "Writes the bookmarks that are shown to a new file; its ending is the format.", BOOKMARKS, "bookmarks",
            "write"),
    Command("delete-bookmark", "d,delete", "delete_bookmark", "Delete the bookmark",
            "Deletes the chosen bookmark; u takes it back.", BOOKMARKS, "bookmarks", "delete"),
    Command("undo-bookmark", "u", "undo_bookmark", "Undo", "Takes back the last bookmark that was set or deleted.",
            BOOKMARKS, "bookmarks", "undo"),
    Command("leave-bookmarks", "escape", "app.close_screen", "Leave the bookmarks", "Goes back.", BOOKMARKS,
            "bookmarks"),
    Command("next-result", "down,ctrl+n", "hit(1)", "Next result", "Chooses the next result while you type.",
            SEARCHING, "search", "result"),
    Command("previous-result", "up", "hit(-1)", "Previous result", "Chooses the result before.", SEARCHING, "search"),
    Command("results-down", "pagedown", "hit_page(1)", "One page of results down", "Moves on by a page.", SEARCHING,
            "search"),
    Command("results-up", "pageup", "hit_page(-1)", "One page of results up", "Moves back by a page.", SEARCHING,
            "search"),
    Command("leave-search", "escape", "app.close_screen", "Leave the search", "Goes back to the article.", SEARCHING,
            "search", "back"),
    Command("find-help", "slash", "find", "Find in the help", "Lists only the commands that hold the typed words.",
            SCREENS, "help", "find"),
    Command("leave-help", "escape", "app.close_screen", "Leave the help", "Goes back.", SCREENS, "help"),
)  # fmt: skip
