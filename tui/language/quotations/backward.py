"""Sentences that give a speaker to the words before them: "Das sagte der Minister", "Dies wurde von X mitgeteilt"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.attribution import WEAK, speaker_of
from tui.language.quotations.clauses import Segment, trimmed
from tui.language.quotations.cues import Cue
from tui.language.quotations.draft import Draft
from tui.language.quotations.impersonal import place
from tui.language.quotations.words import Prose, negated

_POINTING = frozenset({"das", "dies", "dieses"})
LONGEST = 25
"""Words of a pointing sentence; a longer one says something of its own."""


def backward_draft(prose: Prose, number: int, parts: Sequence[Segment], cues: Sequence[Cue]) -> Draft | None:
    """The sentence before one that only says whose words it was.

    Args:
        prose: The article.
        number: The sentence.
        parts: Its segments.
        cues: Its verbs of saying.
    """
    first, last = prose.ranges[number]
    if not number or last - first > LONGEST or prose.words[first].lower not in _POINTING:
        return None
    cue = next((cue for cue in cues if cue.segment == 0 and "say" in cue.verb.groups), None)
    if cue is None or cue.finite != first + 1 or cue.verb.lemma in WEAK - {"äußern", "veröffentlichen"}:
        return None
    if prose.konjunktiv(cue.finite):
        return None  # "Das begründe den Verdacht": told itself
    if "deny" in cue.verb.groups or negated(prose, first, parts[0].last):
        return None  # "Das bestritt die Firma": the words stay with who said them
    if any(prose.words[part.first].lower in ("dass", "ob") for part in parts):
        return None
    stems = cue.verb.lemma == "hervor|gehen"
    speaker = place(prose, parts[cue.segment]) if stems else speaker_of(prose, parts, cue)
    if speaker is None:
        return None
    before = prose.ranges[number - 1]
    begin, end = trimmed(prose, *before)
    if begin >= end or any(prose.taken[n] for n in range(begin, end)):
        return None
    if "\n" in prose.text[prose.words[end - 1].end : prose.words[first].start]:
        return None
    return Draft("indirect", [prose.span(begin, end)], speaker, (cue.word, cue.word + 1))


def pointing_comment(prose: Prose, parts: Sequence[Segment], cue: Cue) -> bool:
    """Whether a segment is a comment that points back: "..., das teilte die Polizei mit"."""
    part = parts[cue.segment]
    return (
        cue.segment > 0
        and cue.finite == part.first + 1
        and prose.words[part.first].lower in ("das", "dies", "so")
        and part.before in (",", "–", "—")
    )
