"""What follows a phrase and says more of whom it names: an apposition, a clause that says who is meant."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.clauses import Segment, relative
from tui.language.quotations.lexicon import closed
from tui.language.quotations.phrases import noun_phrase
from tui.language.quotations.voices import is_person
from tui.language.quotations.words import Prose


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
    if prose.words[following.first].lower in closed("pronoun"):
        return found
    return found[0], last


def with_relative(prose: Prose, parts: Sequence[Segment], number: int, found: tuple[int, int]) -> tuple[int, int]:
    """A phrase without a name with the clause that says who is meant: "denen, die seine Pläne kennen"."""
    if found[1] != parts[number].last or number + 1 >= len(parts) or prose.entities_in(*prose.span(*found)):
        return found
    clause = parts[number + 1]
    if not relative(prose, clause):
        return found
    last = clause.last
    while prose.words[last - 1].text in ".!?…":
        last -= 1
    return found[0], last
