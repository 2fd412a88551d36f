"""Acts of speech told without their words: "forderte eine Regulierung der Industrie"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.clauses import Segment, verb_final
from tui.language.quotations.cues import Cue
from tui.language.quotations.draft import Draft
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.words import Prose

_DENIED = frozenset({"nicht", "kein", "keine", "keinen", "keinerlei", "niemand"})


def reported_draft(prose: Prose, parts: Sequence[Segment], cues: Sequence[Cue], number: int) -> Draft | None:
    """The sentence as a reported act of speech, if its main verb is one and its subject can speak."""
    for cue in cues:
        if "report" not in cue.verb.groups or cue.passive:
            continue
        part = parts[cue.segment]
        if (
            any(prose.words[n].lower in _DENIED for n in range(part.first, part.last))
            or prose.words[part.last - 1].text == "?"
        ):
            continue
        if verb_final(prose, parts[cue.segment], cue.finite):
            continue
        speaker = subject_of(prose, parts, cue.segment, cue.finite)
        if speaker is None:
            continue
        first, last = prose.ranges[number]
        return Draft("reported", [prose.span(first, last)], speaker, (cue.word, cue.word + 1))
    return None
