"""Speech without a subject: "heißt es in dem Bericht", "hieß es aus Kreisen der Partei"."""

from __future__ import annotations

from tui.language.quotations.clauses import Segment
from tui.language.quotations.phrases import phrases_in, temporal
from tui.language.quotations.words import Prose


def impersonal(prose: Prose, segment: Segment, verb: int) -> bool:
    """Whether "es" is all that stands for a subject: "hatte es geheißen"."""
    return verb + 1 < segment.last and prose.words[verb + 1].lower == "es"


def place(prose: Prose, segment: Segment) -> tuple[int, int] | None:
    """Where it is said: "heißt es in dem Bericht", "hieß es aus Kreisen der Partei"."""
    for begin, end, governed in phrases_in(prose, segment.first, segment.last):
        placed = governed and prose.words[begin - 1].lower in ("in", "im", "aus", "von", "seitens", "bei", "vom", "auf")
        if placed and not temporal(prose, begin, end):
            return begin, end
    return None
