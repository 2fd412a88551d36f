"""What a verb of saying takes of its clause: words in marks, and the "von" that is its object."""

from __future__ import annotations

from tui.language.quotations.clauses import Segment, verb_final
from tui.language.quotations.cues import Cue
from tui.language.quotations.lexicon import closed
from tui.language.quotations.marked_words import Marked
from tui.language.quotations.words import Prose

_OF = frozenset({"sprechen", "aus|gehen"})
"""Verbs that take an object with "von"."""


def ends_clause(prose: Prose, marked: Marked, part: Segment, cue: Cue) -> bool:
    """Whether a verb ends the clause that the words stand in: "sagte Ebel, während Sommer von „Willkür“ sprach".

    A clause with "dass" or a question word is what the verb before it tells, and does not count.
    """
    apart = prose.words[part.first].lower in closed("subjunction") - closed("question") - {"dass"}
    return apart and part.first <= marked.first < cue.finite < part.last and verb_final(prose, part, cue.finite)


def without_object(prose: Prose, part: Segment, cue: Cue, found: tuple[int, int]) -> tuple[int, int]:
    """A subject without the "von" that its verb takes, the clause's last: "während Sommer von „Willkür“ sprach"."""
    if cue.verb.lemma not in _OF:
        return found
    at = next((n for n in range(part.last - 1, part.first, -1) if prose.words[n].lower in ("von", "vom")), -1)
    return (found[0], at) if found[0] < at < found[1] else found
