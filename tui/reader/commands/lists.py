"""The commands of lists that have focus: the articles, the comparison and the rows of other screens."""

from __future__ import annotations

from tui.reader.commands import Command

LISTS = "Lists"
COMPARISON = "In the comparison"

COMMANDS: tuple[Command, ...] = (
    Command("row-down", "j,down", "row(1)", "Next row", "Moves to the next row.", LISTS, "list", "row"),
    Command("row-up", "k,up", "row(-1)", "Previous row", "Moves to the row before.", LISTS, "list"),
    Command("row-page-down", "pagedown,space,ctrl+d", "row_page(1)", "One page of rows down", "Moves on by a page.",
            LISTS, "list"),
    Command("row-page-up", "pageup,ctrl+u", "row_page(-1)", "One page of rows up", "Moves back by a page.", LISTS,
            "list"),
    Command("first-row", "g,home", "row_edge(-1)", "First row", "Moves to the first row.", LISTS, "list"),
    Command("last-row", "G,end", "row_edge(1)", "Last row", "Moves to the last row.", LISTS, "list"),
    Command("choose-row", "enter", "choose", "Open the row", "Opens what the row shows.", LISTS, "list", "open"),
    Command("passage-down", "j,down", "row(1)", "Next source", "Moves to the next source.", COMPARISON, "panel",
            "source"),
    Command("passage-up", "k,up", "row(-1)", "Previous source", "Moves to the source before.", COMPARISON, "panel"),
    Command("first-passage", "g,home", "row_edge(-1)", "First source", "Moves to the first source.", COMPARISON,
            "panel"),
    Command("last-passage", "G,end", "row_edge(1)", "Last source", "Moves to the last source.", COMPARISON,
            "panel"),
    Command("go-there", "enter", "choose", "Go there", "Goes to the passage in its article; backspace comes back.",
            COMPARISON, "panel", "go there"),
    Command("context", "space,x", "expand", "Show the context", "Shows the sentences around the passage, and "
            "further ones of its source, or hides them.", COMPARISON, "panel", "context"),
    Command("same-fact", "equals_sign", "decide(True)", "Same fact",
            "Keeps that the passage states this fact, or goes to find one; again takes it back.",
            COMPARISON, "panel", "same"),
    Command("not-the-same", "exclamation_mark", "decide(False)", "Not the same",
            "Keeps that the passage states another fact; again takes it back.",
            COMPARISON, "panel", "not the same"),
)  # fmt: skip
