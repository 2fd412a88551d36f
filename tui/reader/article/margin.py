"""The speakers' names beside the lines in which their words begin.

A name may reach into the room that a short line leaves, and stand on a line below where the first leaves too little:
so a margin of a surname's width is enough for nearly all, and takes little from the text.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from tui.articles.display import printable
from tui.language.speakers import short_name, short_speaker, shown_speaker
from tui.reader.article.layout import Layout
from tui.reader.article.wrapping import cut
from tui.reader.icons import Icons
from tui.reader.painting import StyleOf

if TYPE_CHECKING:
    from tui.language.model import Analysis

LEAD = 2
"""Cells before a name: a space, and the sign that tells it from the text."""
LEAST = 5
"""Cells below which a name that does not fit is left out rather than cut."""
ROWS = 3
"""Rows of a quotation beside which its speaker may stand."""


class Speaker(NamedTuple):
    """What stands beside a row."""

    words: str
    named: bool
    """Whether the text names the speaker; not so "persons who know the plans"."""


def place_speakers(analysis: Analysis, layout: Layout, text: str, margin: int) -> dict[int, Speaker]:
    """Say beside which rows which speakers stand, in full where there is room, else by a surname or a noun alone.

    Args:
        analysis: The quotations and the names.
        layout: The rows.
        text: The printable text.
        margin: Cells right of the text column.
    """
    names = {entity.name or entity.text for entity in analysis.entities}
    persons = {entity.name or entity.text for entity in analysis.entities if entity.label == "PER"}
    surnames = {person: short_name(person) for person in persons}
    bearers = Counter(surnames.values())
    placed: dict[int, Speaker] = {}
    for quotation in analysis.quotations:
        name = shown_speaker(quotation, names)
        rows = list(layout.lines_of(*quotation.spans[0])[:ROWS])
        full = brief = Speaker(printable(name), name in names)
        if name in surnames and bearers[surnames[name]] == 1:
            brief = Speaker(printable(surnames[name]), True)
        elif name and name not in names:
            brief = Speaker(printable(short_speaker(name)), False)
        if not name or placed.get(rows[0]) in (full, brief):
            continue
        free = {
            row: layout.width - cell_len(text[layout.lines[row].start : layout.lines[row].end]) + margin - LEAD
            for row in rows
            if row not in placed
        }
        for speaker in (full, brief):
            row = next((row for row in free if free[row] >= cell_len(speaker.words)), None)
            if row is not None:
                placed[row] = speaker
                break
        else:
            row = max(free, key=free.__getitem__, default=None)
            if row is not None and free[row] >= LEAST:
                placed[row] = brief
    return placed


def margin(
    speaker: Speaker | None, used: int, text: int, width: int, signs: Icons, style: StyleOf
) -> tuple[Segment, ...]:
    """What follows the words of a row to the end of the margin.

    Args:
        speaker: Who stands beside the row.
        used: Cells that the row's words take.
        text: Cells of the text column.
        width: Cells of the margin.
        signs: The icon set.
        style: Gives the style of component names laid over one another.
    """
    plain, room = style(("text",)), text + width - used
    if speaker is None or room <= LEAD:
        return (Segment(" " * max(0, room), plain),)
    words = signs.speaker + cut(speaker.words, room - LEAD, signs.ellipsis)
    # In line with the other names where it fits there, else as far to the right as it goes.
    before = min(max(1, text + 1 - used), room - cell_len(words))
    named = Segment(words, style(("text", "speaker" if speaker.named else "aside")))
    return Segment(" " * before, plain), named, Segment(" " * (room - before - cell_len(words)), plain)
