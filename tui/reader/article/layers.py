"""The marks that lie over a text, in layers that can be shown and hidden one by one.

A layer is a list of spans with a style name. Style names are component classes of the article view, so that colours
and underlines stand in the style sheet and follow the theme.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.language.model import Analysis


class Mark(NamedTuple):
    """A marked span of the raw text and the name of its style."""

    start: int
    end: int
    style: str


class Layer(NamedTuple):
    """A kind of mark that the reader can show and hide."""

    name: str
    titles: tuple[str, str, str, str]
    """As the legend writes it: in full, where there is less room, where there is little, where there is hardly any."""
    style: str
    """Style in which the legend shows it."""


LAYERS: tuple[Layer, ...] = (
    Layer("PER", ("Persons", "Persons", "Person", "Pe"), "person"),
    Layer("ORG", ("Organisations", "Orgs", "Org", "Or"), "organisation"),
    Layer("LOC", ("Places", "Places", "Place", "Pl"), "place"),
    Layer("MISC", ("Other names", "Other", "Other", "Na"), "other-name"),
    Layer("quotations", ("Quotations", "Quotes", "Quote", "Qu"), "direct"),
    Layer("values", ("Values", "Values", "Value", "Va"), "value"),
    Layer("bookmarks", ("Bookmarks", "Marks", "Mark", "Bm"), "bookmark"),
    Layer("sources", ("Other sources", "Sources", "Source", "So"), "sources"),
)
"""In the order of their number keys, 1 first."""

ENTITY_STYLES: Mapping[str, str] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other-name"}


def analysis_marks(analysis: Analysis, hidden: frozenset[str]) -> list[Mark]:
    """The marks of an analysis without those of hidden layers; wide marks first, so that narrow ones lie above."""
    marks: list[Mark] = []
    if "quotations" not in hidden:
        marks.extend(
            Mark(start, end, quotation.kind) for quotation in analysis.quotations for start, end in quotation.spans
        )
    if "values" not in hidden:
        marks.extend(Mark(value.start, value.end, "value") for value in analysis.values)
    marks.extend(
        Mark(entity.start, entity.end, ENTITY_STYLES[entity.label])
        for entity in analysis.entities
        if entity.label not in hidden
    )
    return marks


def layer_counts(analysis: Analysis | None, bookmarks: int, shared: int | None) -> dict[str, int | None]:
    """How many marks each layer holds; None where it is not known yet.

    Args:
        analysis: What was found in the article.
        bookmarks: Number of bookmarks in the article.
        shared: Number of its sentences that other sources state too, None before the comparison.
    """
    counts: dict[str, int | None] = {layer.name: None for layer in LAYERS}
    counts["bookmarks"] = bookmarks
    counts["sources"] = shared
    if analysis is not None:
        for label in ENTITY_STYLES:
            counts[label] = sum(entity.label == label for entity in analysis.entities)
        counts["quotations"] = len(analysis.quotations)
        counts["values"] = len(analysis.values)
    return counts


def marks_by_line(marks: Iterable[Mark], spans: Sequence[tuple[int, int]]) -> dict[int, list[Mark]]:
    """Distribute marks over lines, given the start and end of each line in order; the order of marks is kept."""
    starts = [start for start, _ in spans]
    held: dict[int, list[Mark]] = {}
    for mark in marks:
        index = max(0, bisect_right(starts, mark.start) - 1)
        while index < len(spans) and starts[index] < mark.end:
            if spans[index][1] > mark.start:
                held.setdefault(index, []).append(mark)
            index += 1
    return held


def hidden_layers(labels: Iterable[str]) -> frozenset[str]:
    """The layers that the settings leave out; they name quotations and values in the singular."""
    shown = {{"quotation": "quotations", "value": "values"}.get(label, label) for label in labels}
    return frozenset({"PER", "ORG", "LOC", "MISC", "quotations", "values"} - shown)
