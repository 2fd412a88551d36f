"""Several persons whom "sie" takes up: "fanden die Ermittler Gelder, und mehr sei, versichern sie, nicht geflossen"."""

from __future__ import annotations

from tui.language.quotations.descriptions import OPENING
from tui.language.quotations.inflection import nominative
from tui.language.quotations.lexicon import closed
from tui.language.quotations.marked_names import INDEFINITE
from tui.language.quotations.nominatives import OBLIQUE
from tui.language.quotations.phrases import GENITIVE, phrases_in
from tui.language.quotations.voices import head_of, is_person
from tui.language.quotations.words import Prose


def is_plural(prose: Prose, number: int) -> bool:
    """Whether the verb beside a pronoun is in the plural."""
    first, last = prose.ranges[prose.words[number].sentence]
    beside = [n for n in (number - 1, number + 1) if first <= n < last and prose.finite(n)]
    return any("Number=Plur" in prose.words[n].features for n in beside)


def several_before(prose: Prose, number: int) -> str:
    """The first persons without a name, more than one, in the sentence of a pronoun or the one before; or empty."""
    sentence = prose.words[number].sentence
    for earlier in (sentence, sentence - 1):
        start, stop = prose.ranges[earlier] if earlier >= 0 else (0, 0)
        stop = min(stop, start + OPENING, number)
        if not any(prose.finite(n) and "Number=Plur" in prose.words[n].features for n in range(start, stop)):
            continue  # the tagger knows the number of verbs better than that of nouns
        for begin, end, governed in phrases_in(prose, start, stop):
            while begin < end - 1 and prose.words[begin].lower in closed("adverb"):
                begin += 1
            if not governed and _can_be_several(prose, begin, end):
                end = _core_end(prose, begin, end)
                return nominative(prose, begin, begin + (prose.words[begin].lower == "die"), end)
    return ""


def _can_be_several(prose: Prose, first: int, last: int) -> bool:
    opening = prose.words[first].lower
    many = opening == "die" or opening not in closed("definite") | OBLIQUE | INDEFINITE
    return many and is_person(prose, first, last) and head_of(prose, first, last) not in prose.name_ends


def _core_end(prose: Prose, first: int, last: int) -> int:
    """Where persons end: another noun right behind them is the object ("fanden die Ermittler Gelder")."""
    head = head_of(prose, first, last)
    joined = head + 1 < last and prose.words[head + 1].lower in GENITIVE | {"von", "vom", "aus"}
    return last if joined else head + 1
