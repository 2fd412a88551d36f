"""The commands of the reading screen, and those that work everywhere."""

from __future__ import annotations

from tui.reader.commands import Command

MOVE = "Move through the article"
JUMP = "Jump to what is marked"
COMPARE = "Compare sources"
KEEP = "Keep and copy"
SHOW = "Show and hide"
PROGRAM = "The program"


def _article(
    identity: str, keys: str, method: str, title: str, text: str, group: str = MOVE, footer: str = ""
) -> Command:
    """A command that the article view carries out, whatever has focus."""
    return Command(identity, keys, f"article({method})", title, text, group, "reading", footer)


COMMANDS: tuple[Command, ...] = (
    _article("next-sentence", "j,down", "'sentence', 1", "Next sentence", "Moves the cursor to the next sentence.",
             footer="sentence"),
    _article("previous-sentence", "k,up", "'sentence', -1", "Previous sentence",
             "Moves the cursor to the sentence before."),
    _article("next-paragraph", "right_curly_bracket,asterisk", "'block', 1", "Next paragraph",
             "Moves to the first sentence of the next paragraph."),
    _article("previous-paragraph", "left_curly_bracket,Ü", "'block', -1", "Previous paragraph",
             "Moves to the first sentence of the paragraph before."),
    _article("next-heading", "]h", "'heading', 1", "Next heading", "Moves to the next heading."),
    _article("previous-heading", "[h", "'heading', -1", "Previous heading", "Moves to the heading before."),
    _article("first-sentence", "g,home", "'edge', -1", "Start of the article", "Moves to the first sentence."),
    _article("last-sentence", "G,end", "'edge', 1", "End of the article", "Moves to the last sentence."),
    _article("page-down", "pagedown,space", "'page', 1", "One page down", "Scrolls on by a screen."),
    _article("page-up", "pageup", "'page', -1", "One page up", "Scrolls back by a screen."),
    _article("half-page-down", "ctrl+d", "'half', 1", "Half a page down", "Scrolls on by half a screen."),
    _article("half-page-up", "ctrl+u", "'half', -1", "Half a page up", "Scrolls back by half a screen."),
    Command("next-article", "right_parenthesis,J", "next_article(1)", "Next article",
            "Opens the next article of the sidebar.", MOVE),
    Command("previous-article", "left_parenthesis,K", "next_article(-1)", "Previous article",
            "Opens the article before in the sidebar.", MOVE),
    Command("into-comparison", "enter", "into_comparison", "Into the comparison",
            "Goes to the passages of the other sources; Enter there goes to the passage in its article.", COMPARE,
            footer="compare"),
    _article("next-difference", "]d", "'difference', 1", "Next difference",
             "Moves to the next sentence with a possible conflict or another difference.", JUMP, "difference"),
    _article("previous-difference", "[d", "'difference', -1", "Previous difference",
             "Moves to the sentence before with a possible conflict or another difference.", JUMP),
    _article("next-entity", "]e", "'entity', 1", "Next name", "Moves to the next name that is shown.", JUMP, "name"),
    _article("previous-entity", "[e", "'entity', -1", "Previous name", "Moves to the name before.", JUMP),
    _article("next-quotation", "]q", "'quotation', 1", "Next quotation", "Moves to the next quotation.", JUMP,
             "quotation"),
    _article("previous-quotation", "[q", "'quotation', -1", "Previous quotation", "Moves to the quotation before.",
             JUMP),
    _article("next-bookmark", "]b", "'bookmark', 1", "Next bookmark", "Moves to the next bookmark.", JUMP),
    _article("previous-bookmark", "[b", "'bookmark', -1", "Previous bookmark", "Moves to the bookmark before.", JUMP),
    Command("find", "slash", "find", "Find in this article", "Finds words in the article that is open.", JUMP,
            footer="find"),
    _article("next-hit", "n", "'hit', 1", "Next hit", "Moves to the next hit of the search in this article.", JUMP),
    _article("previous-hit", "N", "'hit', -1", "Previous hit", "Moves to the hit before.", JUMP),
    Command("next-fact", "l,right", "fact(1)", "Next fact of the sentence",
            "Shows the next fact of the sentence in the comparison.", COMPARE),
    Command("previous-fact", "h,left", "fact(-1)", "Previous fact of the sentence",
            "Shows the fact before in the comparison.", COMPARE),
    Command("pair", "equals_sign", "pair", "Pair two passages",
            "Pairs the sentence or selection with one of another article as the same fact; press it in both.",
            COMPARE),
    Command("copy-fact", "Y", "copy_fact", "Copy the fact as a report",
            "Copies every source's words on the fact, with differences and positions, as Markdown.", COMPARE),
    Command("back", "backspace", "back", "Back to the place before",
            "Returns to the place from which a jump was made.", COMPARE, footer="back"),
    Command("forward", "]],alt+right", "forward", "Forward again",
            "Takes back the last return.", COMPARE),
    Command("jump", "f", "jump", "Jump by a letter",
            "Puts letters on panes, facts, sources and articles; a letter goes there, any other key gives up.", SHOW),
    Command("next-pane", "tab", "pane(1)", "Next pane", "Goes to the next of article list, article and comparison.",
            SHOW),
    Command("previous-pane", "shift+tab", "pane(-1)", "Previous pane", "Goes to the pane before.", SHOW),
    Command("bookmark", "b", "bookmark", "Bookmark",
            "Keeps the selection, or the sentence; in the comparison, the fact.", KEEP, footer="bookmark"),
    Command("undo", "u", "undo", "Undo",
            "Takes back the last bookmark or decision, or the one on the chosen source.", KEEP),
    _article("select", "v", "'select', 0", "Select",
             "Starts a selection: j/k by sentence, h/l by word at its end, H/L at its start; escape ends it.", KEEP),
    Command("select-more", "l,right", "extend(1, 1)", "Select one word more", "Moves the end of the selection on by a "
            "word.", KEEP, "article"),
    Command("select-less", "h,left", "extend(1, -1)", "Select one word less", "Moves the end of the selection back by "
            "a word.", KEEP, "article"),
    Command("select-later", "L,shift+right", "extend(0, 1)", "Begin one word later", "Moves the start of the "
            "selection on by a word.", KEEP, "article"),
    Command("select-earlier", "H,shift+left", "extend(0, -1)", "Begin one word earlier", "Moves the start of the "
            "selection back by a word.", KEEP, "article"),
    Command("copy", "y", "copy", "Copy with citation",
            "Copies the selection or the sentence with source, title, date and position.", KEEP, footer="copy"),
    Command("open-outside", "o", "open_outside", "Open the original",
            "Opens the article's address in the browser, or its file.", KEEP),
    Command("mark-read", "M", "mark_read", "Mark as read or unread", "Changes the article's read mark.", KEEP),
    _article("unfold", "x", "'unfold', 0", "Show or fold what is folded",
             "Shows captions, repeats and lines of the site with the rule that folded them, or folds them again.",
             SHOW),
    *(
        _article(f"layer-{name}", str(number), f"'layer', {number}", f"Show or hide {words}",
                 f"Shows or hides {words} in the text.", SHOW)
        for number, (name, words) in enumerate(
            (("persons", "persons"), ("organisations", "organisations"), ("places", "places"),
             ("other-names", "other names"), ("quotations", "quotations"), ("values", "values"),
             ("bookmarks", "bookmarks"), ("sources", "the number of other sources")), 1)
    ),
    _article("wider", "greater_than_sign", "'width', 4", "Wider column", "Makes the text column wider.", SHOW),
    _article("narrower", "less_than_sign", "'width', -4", "Narrower column", "Makes the text column narrower.", SHOW),
    Command("zen", "z", "zen", "Only the article", "Hides everything but the article, or shows it again.", SHOW),
    Command("leave", "escape", "leave", "Leave", "Ends a selection or a search, else goes to the article.", SHOW),
    Command("theme", "T", "app.next_theme", "Next theme", "Changes between dark, light, high contrast and the "
            "terminal's own colours.", PROGRAM, "app"),
    Command("palette", "ctrl+p,colon", "app.command_palette", "Command palette", "Finds every command by its name.",
            PROGRAM, "app"),
    Command("stop-work", "ctrl+x", "app.stop_work", "Stop the work",
            "Stops what is read and analysed behind the screen; again, it goes on.", PROGRAM, "app"),
    Command("quit", "q", "app.close_screen", "Back or quit", "Goes back one screen and quits from the first.",
            PROGRAM, "app"),
    Command("quit-at-once", "ctrl+q", "app.quit", "Quit", "Quits from anywhere.", PROGRAM, "app"),
    Command("suspend", "ctrl+z", "app.suspend_process", "To the shell", "Goes to the shell; fg comes back.", PROGRAM,
            "app"),
)  # fmt: skip
