"""What follows a phrase and says more of whom it names: an apposition, a clause that says who is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.language.quotations.clauses import Segment, relative, segments
from tui.language.quotations.lexicon import closed
from tui.language.quotations.nominatives import CONJUNCTIONS
from tui.language.quotations.phrases import is_noun, noun_phrase
from tui.language.quotations.voices import is_person
from tui.language.quotations.words import Prose

_KNOWLEDGE = frozenset({"Kenntnis", "Kenntnissen", "Wissen", "Einblick", "Einblicken"})
CLAUSE = 40
"""Words in which a clause that says who is meant ends."""


def with_apposition(prose: Prose, parts: Sequence[Segment], number: int, found: tuple[int, int]) -> tuple[int, int]:
    """A subject with the apposition that follows it: "Rob Mueller, Sekretär der Buitenboys"."""
    part = parts[number]
    if number + 1 >= len(parts):
        return found
    following = parts[number + 1]
    if found[1] != part.last:
        named = prose.name_ends.get(following.first) == following.last and following.before == ","
        wide = noun_phrase(prose, found[0], part.last, wide=True) == part.last
        return (found[0], following.last) if named and wide and is_person(prose, *found) else found
    if following.before != "," or following.last - following.first > 12:
        return found
    last = following.last
    while last > following.first and prose.words[last - 1].text in ".!?…":
        last -= 1
    if last == following.first or noun_phrase(prose, following.first, last, wide=True) != last:
        return found
    if any(prose.finite(n) or prose.konjunktiv(n, True) for n in range(following.first, following.last)):
        return found
    if prose.words[following.first].lower in closed("pronoun") | closed("adverb") | CONJUNCTIONS:
        return found
    return found[0], last


def with_relative(prose: Prose, parts: Sequence[Segment], number: int, found: tuple[int, int]) -> tuple[int, int]:
    """A phrase without a name with the clause that says who is meant: "denen, die seine Pläne kennen"."""
    if found[1] != parts[number].last or number + 1 >= len(parts) or prose.entities_in(*prose.span(*found)):
        return found
    return _with_clause(prose, found, parts[number + 1])


def with_knowledge(prose: Prose, found: tuple[int, int], cue: int = -1) -> tuple[int, int]:
    """Somebody without a name, with what is said to tell who is meant: "zwei Personen, die den Plan kennen".

    Args:
        prose: The article.
        found: The phrase.
        cue: The verb of saying; a clause that holds it does not say who is meant.
    """
    first, last = found
    end = prose.ranges[prose.words[first].sentence][1]
    known = prose.words[first].lower in closed("definite") | closed("pronoun") - closed("determiner")
    if last >= end or known or not is_person(prose, first, last) or prose.entities_in(*prose.span(first, last)):
        return found
    if prose.words[last].lower == "mit":
        at = next((n for n in range(last + 1, min(last + 4, end)) if prose.words[n].text in _KNOWLEDGE), -1)
        whole = noun_phrase(prose, at, end) if at > 0 else 0
        noun = next((n for n in range(at + 1, whole) if is_noun(prose, n)), whole - 1)
        return (first, noun + 1) if whole else found  # no further: "mit Kenntnis der Sache Reuters"
    if prose.words[last].text != ",":
        return found
    parts = segments(prose, last + 1, min(end, last + CLAUSE))
    if not parts or parts[0].first <= cue < parts[0].last:
        return found
    return _with_clause(prose, found, replace(parts[0], before=","))


def _with_clause(prose: Prose, found: tuple[int, int], clause: Segment) -> tuple[int, int]:
    if not relative(prose, clause):
        return found
    last = clause.last
    while prose.words[last - 1].text in ".!?…":
        last -= 1
    return found[0], last
