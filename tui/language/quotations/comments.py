"""Segments that are nothing but an attribution: "so X", "wie X mitteilte", "so zeigen Studien"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.language.quotations.appositions import with_apposition, with_relative
from tui.language.quotations.clauses import Segment
from tui.language.quotations.cues import Cue
from tui.language.quotations.impersonal import place
from tui.language.quotations.lexicon import closed, nouns, verb_forms
from tui.language.quotations.phrases import is_noun, noun_phrase, temporal
from tui.language.quotations.roles import is_role
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.words import Prose, negated


@dataclass(frozen=True, slots=True)
class Source:
    """An attribution."""

    first: int
    """First word of the stretch."""
    last: int
    """After its last word."""
    speaker: tuple[int, int] | None
    cue: int
    """Number of the word that makes the attribution."""
    segment: int
    whole: bool
    """Whether the stretch is a segment of its own ("..., so X")."""
    clause: bool = False
    """Whether the stretch opens the clause that holds the words ("wonach ...", "demnach ...")."""


def comment_of(prose: Prose, parts: Sequence[Segment], number: int, cues: Sequence[Cue]) -> Source | None:
    """A segment that is nothing but an attribution: "so X", "wie X sagte", "heißt es in X"."""
    part = parts[number]
    opening = part.first
    if prose.words[opening].lower in ("denn", "doch", "und", "aber") and opening + 1 < part.last and not number:
        opening += 1
    first = prose.words[opening].lower
    inside = [cue for cue in cues if cue.segment == number]
    if first == "so" and (number or part.before) and part.last > part.first + 1:
        following = prose.words[part.first + 1]
        cue = next((cue for cue in inside if cue.finite == part.first + 1), None)
        if cue is not None:
            if cue.passive:
                return None
            return Source(part.first, part.last, subject_of(prose, parts, number, cue.finite), cue.word, number, True)
        if any(prose.finite(n) for n in range(part.first + 1, part.last)) or following.lower in (
            "dass",
            "wie",
            "viel",
            "lange",
        ):
            return None
        end = noun_phrase(prose, part.first + 1, part.last, wide=True)
        if end == part.first + 1 and following.lower in closed("determiner"):
            end = part.last
        if end == part.first + 1 or temporal(prose, part.first + 1, min(end, part.first + 3)):
            return None
        narrow = noun_phrase(prose, part.first + 1, part.last)
        narrow = end if narrow == part.first + 1 else narrow
        told = any(prose.konjunktiv(n) for n in range(parts[0].first, part.first))
        if not can_speak(prose, part.first + 1, narrow) and not told:
            return None
        speaker = with_relative(prose, parts, number, with_apposition(prose, parts, number, (part.first + 1, narrow)))
        return Source(part.first, max(part.last, speaker[1]), speaker, part.first, number, True)
    if first == "wie" and not _likens(prose, parts, number, cues):
        return _wie(prose, parts, number, opening, cues)
    return None


def _likens(prose: Prose, parts: Sequence[Segment], number: int, cues: Sequence[Cue]) -> bool:
    """Whether a clause with "wie" tells what somebody said before, and not whose the words round it are.

    It does where these words are told by a comment of their own ("Einen Streit, wie ihn die Zeitung beschrieb, habe es
    nie gegeben, sagte Ebel"), and without a finite verb also beside a negation ("nicht, wie von Medien gemeldet").
    """
    beside = [*parts[max(0, number - 1) : number], *parts[number + 1 : number + 2]]
    near = [n for part in beside for n in range(part.first, part.last)]
    if any(prose.konjunktiv(n, True) for n in near):
        for cue in cues:
            part = parts[cue.segment]
            if cue.segment > number and cue.finite == part.first and part.before == "," and "say" in cue.verb.groups:
                return not prose.konjunktiv(cue.finite)
    inside = range(parts[number].first, parts[number].last)
    bare = any(prose.words[n].lower in ("von", "vom") for n in inside) and not any(
        prose.finite(n) and not _perhaps_participle(prose, n) for n in inside
    )
    return bare and any(negated(prose, part.first, part.last) for part in beside)


def _perhaps_participle(prose: Prose, number: int) -> bool:
    """Whether a finite verb may as well be a participle: "berichtet", "behauptet"."""
    return any(form.shape == "part" for form in verb_forms().get(prose.words[number].lower, ()))


def likening(prose: Prose, part: Segment) -> bool:
    """Whether a segment is a clause with "wie", whose verb of saying governs nothing after it."""
    first = part.first + (
        prose.words[part.first].lower in ("denn", "doch", "und", "aber") and part.last > part.first + 1
    )
    return prose.words[first].lower == "wie"


def _wie(prose: Prose, parts: Sequence[Segment], number: int, opening: int, cues: Sequence[Cue]) -> Source | None:
    """Wie X mitteilte; wie der Sprecher, Y, mitteilte."""
    part = parts[number]
    for later in range(number, min(number + 3, len(parts))):
        other = parts[later]
        cue = next((cue for cue in cues if cue.segment == later), None)
        if cue is not None and "say" not in cue.verb.groups:
            return None
        if cue is None:
            if any(prose.finite(n) for n in range(other.first, other.last)):
                return None
            continue
        if max(cue.word, cue.finite) < other.last - 3 or cue.finite < part.first:
            return None  # its verb stands before "wie": "wird nicht, wie vorgesehen, am Freitag entscheiden"
        if cue.passive and cue.verb.lemma in ("nennen", "bezeichnen"):
            return None
        if cue.passive:
            return Source(part.first, other.last, None, cue.word, later, True)
        if later > number:
            end = min(cue.word, cue.finite)
            before = parts[later - 1].last if end == other.first else end
            return Source(part.first, other.last, (opening + 1, before), cue.word, later, True)
        return Source(part.first, other.last, _from(prose, parts, number, cue), cue.word, number, True)
    return None


def _from(prose: Prose, parts: Sequence[Segment], number: int, cue: Cue) -> tuple[int, int] | None:
    """Who or, without a subject, whence: "wie aus dem Umfeld des Präsidenten verlautete"."""
    return subject_of(prose, parts, number, cue.finite) or place(prose, parts[number])


def can_speak(prose: Prose, first: int, last: int) -> bool:
    """Whether a phrase after "so" can be a speaker: a name, a person, a body, a text, a pronoun."""
    start, end = prose.span(first, last)
    if prose.entities_in(start, end):
        return True
    if prose.words[first].lower in ("er", "sie") and last == first + 1:
        return True
    for n in range(first, last):
        text = prose.words[n].text
        if is_noun(prose, n):
            groups = nouns("role-group") | nouns("text") | nouns("source") | nouns("claim")
            if is_role(text) or text in groups or any(text.endswith(g.lower()) for g in groups if len(g) > 4):
                return True
    return any(prose.words[n].pos == "PROPN" for n in range(first, last))
