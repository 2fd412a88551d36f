"""Speech without a subject: "heißt es in dem Bericht", "hieß es aus Kreisen der Partei"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.clauses import Segment
from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.phrases import noun_phrase, phrases_in, temporal
from tui.language.quotations.voices import is_text
from tui.language.quotations.words import Prose

_OBJECT = ("sieht", "sah", "sehen", "hält", "hielt", "halten", "find", "fand", "lehn", "nenn", "nann", "begrüß")
"""Beginnings of verbs whose "es" is what is judged: "sah es der Rat als seine Aufgabe an"."""


_THEREIN = frozenset({"darin", "dort", "hierin"})

HEISSEN = frozenset({"heißt", "heisst", "hieß", "hiess", "heiße", "heisse"})
"""Finite forms of the verb that tells words without a subject."""


def impersonal(prose: Prose, segment: Segment, verb: int) -> bool:
    """Whether "es" is all that stands for a subject: "hatte es geheißen"."""
    if verb + 1 >= segment.last or prose.words[verb + 1].lower != "es":
        return False
    if prose.words[segment.first].lower == "so" and noun_phrase(prose, verb + 2, segment.last) > verb + 2:
        return False  # "so erzählen es Anwohner"
    return not prose.words[verb].lower.startswith(_OBJECT)


def place(prose: Prose, segment: Segment) -> tuple[int, int] | None:
    """Where it is said: "heißt es in dem Bericht", "hieß es aus Kreisen der Partei"."""
    for begin, end, governed in phrases_in(prose, segment.first, segment.last):
        placed = governed and prose.words[begin - 1].lower in ("in", "im", "aus", "von", "seitens", "bei", "vom", "auf")
        if placed and not temporal(prose, begin, end):
            return begin, end
    return None


def written_in(prose: Prose, segment: Segment) -> tuple[int, int] | None:
    """The text of which a clause says that words stand in it: "in dem Brief steht", "darin stand"; or None."""
    found = taken_up(prose, segment) or place(prose, segment)
    return found if found is not None and is_text(prose, *found) else None


def taken_up(prose: Prose, segment: Segment) -> tuple[int, int] | None:
    """The text of the sentence before that "darin" means: "Er las den Brief. Darin heißt es"; or None."""
    number = prose.words[segment.first].sentence
    if not number or not any(prose.words[n].lower in _THEREIN for n in range(segment.first, segment.last)):
        return None
    phrases = [(begin, end) for begin, end, _ in phrases_in(prose, *prose.ranges[number - 1])]
    papers = nouns("media") | nouns("papers")
    texts = [found for found in phrases if is_text(prose, *found) and prose.words[found[0] + 1].text not in papers]
    return texts[-1] if texts else None


def place_before(prose: Prose, parts: Sequence[Segment], number: int) -> tuple[int, int] | None:
    """Where it is said, in the clause or before what is inserted: "Aus E-Mails, die vorliegen, geht hervor, dass"."""
    before = taken_up(prose, parts[number])
    if before is not None:
        return before
    for part in reversed(parts[max(0, number - 3) : number + 1]):
        found = place(prose, part)
        opens = prose.words[part.first].lower in closed("preposition") and part.first + 1 < part.last
        relative = opens and prose.words[part.first + 1].lower in closed("relative") and part.before == ","
        if found is not None and not relative and (part is parts[number] or opens):
            return found
    return None
