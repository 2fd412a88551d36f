"""Parts sentences into clauses and their pieces at the signs that German sets between them."""

from __future__ import annotations

from dataclasses import dataclass

from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.words import MARKS, Prose


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two signs that part clauses."""

    first: int
    last: int
    """After its last word."""
    before: str
    """The sign before it, empty at the beginning of the sentence."""


def segments(prose: Prose, first: int, last: int) -> list[Segment]:
    """Part a sentence at commas, colons, semicolons, dashes and round brackets."""
    found = []
    begin, sign = first, ""
    bracket = first
    for number in range(first, last):
        word = prose.words[number]
        if number < bracket or not word.separator or prose.taken[number]:
            continue
        if word.text == "," and _dated(prose, number, last):
            continue
        if word.text == "(" and number > begin:
            bracket = _short_bracket(prose, number, last)
            if bracket > number:
                continue
        if number > begin:
            found.append(Segment(begin, number, sign))
        begin, sign = number + 1, word.text
    if last > begin:
        found.append(Segment(begin, last, sign))
    return found


def _dated(prose: Prose, comma: int, last: int) -> bool:
    """Whether a comma only parts a day from its date: "am Donnerstag, den 7. Oktober"."""
    if comma + 2 >= last or prose.words[comma + 1].lower not in ("den", "dem"):
        return False
    return prose.words[comma + 2].text[0].isdigit() and prose.words[comma - 1].text in nouns("time")


def _short_bracket(prose: Prose, number: int, last: int) -> int:
    """After a bracket of a few words that belongs to the name before it: "der Südwestrundfunk (SWR)"."""
    for closing in range(number + 2, min(number + 7, last)):
        if prose.words[closing].text == ")":
            verbs = any(prose.finite(n) for n in range(number + 1, closing))
            return number if verbs else closing + 1
    return number


def trimmed(prose: Prose, first: int, last: int) -> tuple[int, int]:
    """Word numbers without the signs at both ends that part clauses or end the sentence."""
    words = prose.words
    while first < last and not words[first].alpha and words[first].text not in '„“"»«‚‘([§$€#@+-%':
        first += 1
    while first < last and not words[last - 1].alpha and words[last - 1].text not in "“”\"»«‘’)]%$€§'…":
        last -= 1
    return first, last


def relative(prose: Prose, part: Segment) -> bool:
    """Whether a segment is a relative clause: opened by a relative word, its finite verb at the end."""
    first = part.first
    if prose.words[first].lower in closed("preposition") and first + 1 < part.last:
        first += 1
    if prose.words[first].lower not in closed("relative") or part.last - first < 2:
        return False
    article = prose.words[first].pos == "DET" and prose.words[first + 1].pos != "ADP"  # "der mit 58 umschult"
    if article and prose.words[first].lower not in ("dessen", "deren"):
        return False
    last = part.last - 1
    while last > first and not prose.words[last].alpha:
        last -= 1
    end = prose.words[last]
    plural = end.pos in ("VERB", "AUX", "") and end.text.endswith("en") and end.text.islower()
    if plural:
        others = any(prose.finite(n) or prose.konjunktiv(n, True) for n in range(first + 1, last))
        plural = part.before == "," and not others and prose.words[last - 1].lower != "zu"
    final = prose.finite(last) or prose.konjunktiv(last, True) or plural
    inner = any(
        prose.konjunktiv(n) or (prose.finite(n) and prose.words[n].pos == "AUX") for n in range(first + 1, last - 1)
    )
    return final and not inner


def verb_final(prose: Prose, segment: Segment, verb: int) -> bool:
    """Whether a segment is a subordinate clause whose verb group ends it."""
    first = prose.words[segment.first].lower
    if first in closed("ambiguous-opener"):
        return segment.last - verb <= 2
    if first in closed("subjunction"):
        return True
    if first in closed("question"):
        return segment.last - verb <= 2
    if segment.before == "," and first in closed("relative"):
        joined = verb - segment.first > 1 and verb + 1 < segment.last and prose.words[verb + 1].lower in ("und", "oder")
        return joined or (segment.last - verb <= 3 and verb - segment.first >= 1)
    if segment.before == "," and first in closed("preposition") and segment.first + 1 < segment.last:
        return prose.words[segment.first + 1].lower in closed("relative") and segment.last - verb <= 2
    return False


def in_marks(prose: Prose, part: Segment) -> bool:
    """Whether a segment is nothing but words in marks, such as the short quotation before its comment."""
    return prose.words[part.first].text in MARKS and prose.words[part.last - 1].text in MARKS
