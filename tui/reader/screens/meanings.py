"""What the signs and short words on the screen mean; the help lists them behind the keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui.reader.icons import Icons

HEADING = "Signs and words on the screen"


class Meaning(NamedTuple):
    """A sign or a word as it stands on the screen, explained like a command."""

    key_words: str
    """The sign or word itself, at most 14 cells."""
    title: str
    help: str
    id: str = ""
    """Always empty: nothing of it can be set."""

    def words_for(self, keymap: Mapping[str, str]) -> str:
        """The sign, whatever keys a reader has."""
        return self.key_words


def meanings(signs: Icons) -> tuple[Meaning, ...]:
    """All signs, in the order in which a reader meets them.

    Args:
        signs: The icon set.
    """
    return tuple(
        Meaning(*one)
        for one in (
            (signs.cursor, "The sentence", "Is being read; the comparison speaks of it."),
            (f"3{signs.rule}", "Number of other sources", "So many other sources state what the sentence says."),
            (signs.conflict, "Possible conflict", "Words here and in another source may contradict; judge by both."),
            (signs.compatible, "Compatible", "The sources differ, but all can be true: one is less exact."),
            (signs.quote, "Quotation", "Somebody's words begin in this line."),
            (f"{signs.speaker}Name", "Speaker", "Who says the words that begin in this line."),
            (signs.bookmark, "Bookmark", "A bookmark begins in this line."),
            ("".join(signs.shades).strip(), "Coverage", "Where in the article other sources speak; dark is many."),
            ("[1] 2", "Facts of the sentence", "A sentence may state several facts; one is compared at a time."),
            ("+1", "Further passages", "So many more passages of the source state the fact; its context has them."),
            ("here", "This article", "In a conflict: the article being read says so; others stand by their numbers."),
            ("ASSERTED", "How a source states it", "As true; else attributed or quoted to somebody, hedged, denied."),
            ("9 facts", "In the list of articles", "So many facts of the article are told by other sources too."),
            ("found only here", "In the list of articles", "So many of its sentences were not found elsewhere."),
            ("almost text of", "In the list of articles", "The article is nearly a copy of the one with that number."),
            ("61 words", "In the list of articles", "How long an article is that is compared with no other one."),
            (signs.line * 5, "In the list of articles", "Here a story ends; the articles below belong to another."),
            ("other article", "In the first line", "So many open articles belong to other stories or to none."),
            ("1Pe 2Or 3Pl", "Layers of marks", "Persons, firms, places, names, quotations, values, marks, sources."),
            ("origins", "Independent origins", "Sources with one text, or one named origin, count once."),
            ("not found", "Not found", "No passage was found there; the source may state it all the same."),
            (
                "elsewhere",
                "Not found elsewhere",
                "No passage was found in another source; one may state it all the same.",
            ),
            ("+ for ]", "On German keyboards", "Where others have brackets, + does what ] does, and ü what [ does."),
            ("other event", "Another event", "The article is about another or later event of the story."),
        )
    )
