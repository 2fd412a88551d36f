"""What the bars say: pure functions from the desk and the page to words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.cells import cell_len

from tui.articles.display import printable
from tui.language.speakers import shown_speaker
from tui.library.counting import plural
from tui.reader.article.layers import LAYERS, layer_counts
from tui.reader.article.page import Page
from tui.reader.bars import Piece
from tui.reader.commands import Command
from tui.reader.copies import copy_words
from tui.reader.coverage import NOT_FOUND, ONLY_HERE
from tui.reader.icons import Icons

BACK: tuple[Piece, ...] = (("q", "key", "app.close_screen"), (" back ", "plain", "app.close_screen"))
"""How to leave a screen that lies over the reading screen."""
LEGENDS = ((0, True, True), (1, True, True), (1, False, True), (2, False, False), (3, False, False))
"""How the legend may be written, widest first: which titles, with counts, with a space after the number keys."""


def here(
    page: Page | None, sentence: int, hit: str, signs: Icons, elsewhere: str = "", room: int = 1 << 30
) -> tuple[Piece, ...]:
    """What the cursor is on: the sentence's number, what is found in the article, how many others state it, who speaks.

    Args:
        page: The article.
        sentence: Index of the sentence.
        hit: What was found in the article.
        signs: The icon set.
        elsewhere: Where else can be looked for it; empty where that is not asked.
        room: Cells there are; what is said first gives way first, for nothing else says who speaks.
    """
    if page is None or not page.sentences:
        return ()
    start, end = page.sentences[sentence]
    dot = f" {signs.dot} "
    said: list[Piece] = [(hit, "strong", "")] if hit else []
    if elsewhere:
        said.append((elsewhere, "dim", ""))
    if page.compared and page.sources > 1:
        covered = page.coverage_of(sentence)
        if covered.conflict:
            said.append(("possible conflict", "warning", ""))
        elif covered.disputed:
            said.append(("possible conflict among others", "dim", ""))
        copied = copy_words(page.desk, page.article.id)
        here = ONLY_HERE if covered.facts and not copied else NOT_FOUND
        alone = f"{copied}, {here}" if copied else here
        words = plural(covered.others, "other source") if covered.others else alone
        said.append((words, "sources" if covered.others else "dim", ""))
    speakers: dict[str, list[str]] = {}
    if page.analysis is not None:
        names = {entity.name or entity.text for entity in page.analysis.entities}
        for quotation in page.analysis.quotations:
            if any(first < end and start < last for first, last in quotation.spans):
                kinds = speakers.setdefault(printable(shown_speaker(quotation, names)) or "speaker not found", [])
                kinds += [quotation.kind] * (quotation.kind not in kinds)
    full: list[Piece] = [(f"{who} {signs.says} {', '.join(kinds)}", "direct", "") for who, kinds in speakers.items()]
    brief: list[Piece] = [(who, "direct", "") for who in speakers]
    number: Piece = (f"Sentence {sentence + 1:,} of {len(page.sentences):,}", "dim", "")
    short: Piece = (number[0].removeprefix("Sentence "), "dim", "")
    counted = [[number], [short], []] if not elsewhere else [[]]
    ways = [*([*count, *said, *full] for count in counted), [*said, *brief], [*brief, *said]]
    return next((fit for way in ways if _cells(fit := _dotted(way, dot)) <= room), _dotted(ways[-1], dot))


def _cells(pieces: tuple[Piece, ...]) -> int:
    return sum(cell_len(words) for words, _, _ in pieces)


def _dotted(pieces: list[Piece], dot: str) -> tuple[Piece, ...]:
    """Statements with a sign between them."""
    return tuple((dot * bool(index) + words, style, action) for index, (words, style, action) in enumerate(pieces))


def selected(count: int, key: Callable[[str], str], room: int, *, by_words: bool) -> tuple[Piece, ...]:
    """How much is selected and which keys do something with it.

    Where there is little room, what no other key does comes first: escape ends things everywhere.

    Args:
        count: Words selected.
        key: Gives the key of a command, as a person writes it.
        room: Cells there are.
        by_words: Whether keys move the ends.
    """
    ends = [f"{key('select-less')} {key('select-more')} end", f"{key('select-earlier')} {key('select-later')} start"]
    change = ends if by_words else []
    keep, leave = [f"{key('copy')} copies", f"{key('bookmark')} keeps"], f"{key('leave')} ends"
    words = plural(count, "word")
    ways = (
        (f"{words} selected", ", ".join([*keep, leave, *change])),
        (words, ", ".join([*change, *keep, leave])),
        (words, ", ".join([*change, *keep])),
    )
    head, keys = next((way for way in ways if cell_len("  ".join(way)) <= room), ways[-1])
    return ((head, "strong", ""), (f"  {keys}", "dim", ""))


def legend(page: Page | None, width: int) -> tuple[Piece, ...]:
    """The layers with their number keys and counts; a hidden one is named as off.

    Where there is little room, the words stay before the counts: a letter tells nobody what a colour means.
    """
    if page is None:
        return ()
    shared = sum(item.others > 0 for item in page.covered) if page.compared else None
    counts = layer_counts(page.analysis, len(page.notes), shared)
    pieces: list[Piece] = []
    for title, counted, loose in LEGENDS:
        pieces = []
        for number, layer in enumerate(LAYERS, 1):
            off, count = layer.name in page.hidden, counts[layer.name]
            said = " off" if off else "" if not counted else f" {'-' if count is None else f'{count:,}'}"
            action = f"screen.article('layer', {number})"
            pieces.append((f"{number} " if loose else str(number), "key", action))
            pieces.append((layer.titles[title] + said, "off" if off else layer.style, action))
            pieces.append(("  " if loose or counted else " ", "plain", ""))
        if sum(cell_len(words) for words, _, _ in pieces[:-1]) < width - 1:
            break
    return tuple(pieces)


def footer(commands: tuple[Command, ...], keymap: Mapping[str, str]) -> tuple[Piece, ...]:
    """The keys of the commands that name themselves in the footer, under a keymap; a click does the same."""
    pieces: list[Piece] = []
    for command in commands:
        if command.footer:
            key, action = command.words_for(keymap).split(" ")[0], _from_a_bar(command)
            if not key:  # taken by the user for another command
                continue
            pieces.append((key, "key", action))
            pieces.append((f" {command.footer}", "plain", action))
            pieces.append(("  ", "plain", ""))
    return tuple(pieces)


def _from_a_bar(command: Command) -> str:
    """The command's action, named so that it is found when a bar runs it."""
    if command.place in ("list", "panel", "article"):
        return f"focused.{command.action}"
    return command.action if command.action.startswith("app.") else f"screen.{command.action}"
