"""Where a sentence passes from one subject to another: "Die Anklage forderte Haft, | die Verteidigung Freispruch"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.clauses import Segment, relative, verb_final
from tui.language.quotations.lexicon import closed
from tui.language.quotations.nominatives import CONJUNCTIONS
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.words import Prose

_AGAINST = "während"
"""The subjunction that sets what somebody else does beside the main clause."""


def halves(prose: Prose, parts: Sequence[Segment]) -> list[tuple[int, int]]:
    """The runs of segments, as numbers of the first and after the last, in which one subject acts.

    A run ends where a main clause with a subject of its own follows, or a clause with "während".
    """
    starts = [0]
    for number in range(1, len(parts)):
        if parts[number].before not in (",", ";", "–", "—"):
            continue
        opener = prose.words[parts[starts[-1]].first].lower
        if (_acts_anew(prose, parts, number) and any(
            _main_verb(prose, part) >= 0 for part in parts[starts[-1] : number]
        )) or (opener == _AGAINST and prose.finite(parts[number].first) and not relative(prose, parts[number])):
            starts.append(number)
    return [*zip(starts, [*starts[1:], len(parts)], strict=True)]


def _acts_anew(prose: Prose, parts: Sequence[Segment], number: int) -> bool:
    """Whether a segment is a clause about a subject that it names itself, other than by a pronoun."""
    part = parts[number]
    opener = prose.words[part.first].lower
    if opener == _AGAINST:
        verb = next((n for n in range(part.last - 1, part.first, -1) if prose.finite(n)), -1)
    else:
        verb = _main_verb(prose, part)
        if part.first + (opener in CONJUNCTIONS) >= verb:
            return False
    found = subject_of(prose, parts, number, verb) if verb >= 0 else None
    return found is not None and found[0] >= part.first and prose.words[found[0]].lower not in closed("pronoun")


def _main_verb(prose: Prose, part: Segment) -> int:
    """The finite verb of a main clause in the indicative; -1 where there is none."""
    if prose.words[part.first].lower in closed("subjunction") or relative(prose, part):
        return -1
    verb = next((n for n in range(part.first, part.last) if prose.finite(n)), -1)
    return -1 if verb < 0 or prose.konjunktiv(verb, True) or verb_final(prose, part, verb) else verb
