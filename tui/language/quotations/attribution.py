"""Who said words that stand in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.language.quotations.clauses import Segment, relative
from tui.language.quotations.comments import Source
from tui.language.quotations.cues import Cue
from tui.language.quotations.impersonal import place
from tui.language.quotations.lexicon import closed
from tui.language.quotations.marked_words import Marked, outside
from tui.language.quotations.phrases import noun_phrase, phrases_in, temporal
from tui.language.quotations.sources import find_sources
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.voices import can_voice, is_text
from tui.language.quotations.words import Prose

WEAK = closed("weak-cue")
"""Verbs that mostly mean something else: they count only with a clause or a colon."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaker and cue as word numbers."""

    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None


def attribute(prose: Prose, marked: Marked, parts: Sequence[Segment], cues: Sequence[Cue]) -> Voice | None:
    """The speaker that the sentence round marked words names.

    Returns:
        None where the sentence says nothing of a speaker, so that the context has to.
    """
    before, after = outside(prose, marked)
    words = prose.words
    sources = find_sources(prose, parts, cues)
    lead = before >= 0 and words[before].text == ":"
    if lead and _leads_on(parts, after):
        cues = [cue for cue in cues if cue.word < marked.first]
    elif after < len(words) and words[after].text in ",–—(":
        found = _comment_after(prose, after, parts, cues, sources)
        if found is not None:
            return found
    inside = [source for source in sources if source.whole or source.cue < marked.first or source.first >= marked.last]
    best = _nearest(prose, marked, parts, cues, lead)
    speaker = speaker_of(prose, parts, best) if best is not None else None
    if speaker is not None and any(s.first < speaker[1] and speaker[0] < s.last for s in inside):
        best = None  # "Ebel zufolge droht ...": the verb's subject is the source
    if best is not None and not (inside and not lead and best.verb.lemma in WEAK):
        return Voice(speaker, (best.word, best.word + 1))
    if inside:
        source = min(inside, key=lambda s: min(abs(s.first - marked.last), abs(marked.first - s.last)))
        own = _own_words(prose, marked, parts, source)
        return Voice(own or source.speaker, (source.cue, source.cue + 1))
    if lead:
        return lead_voice(prose, before, parts)
    return None


def _leads_on(parts: Sequence[Segment], after: int) -> bool:
    """Whether the clause after marked words leads to the next ones: "stand dort: „Nein“, antwortete er: „Doch“"."""
    return any(
        part.first in (after, after + 1) and number + 1 < len(parts) and parts[number + 1].before == ":"
        for number, part in enumerate(parts)
    )


def _own_words(prose: Prose, marked: Marked, parts: Sequence[Segment], source: Source) -> tuple[int, int] | None:
    """The subject who says "I" inside a report: "Laut Anzeiger möchte er „meiner Partei nicht schaden“"."""
    if source.whole or not any(
        prose.words[n].lower.startswith(("mein", "ich", "mir", "mich", "wir", "uns"))
        for n in range(marked.first, marked.last)
    ):
        return None
    for number, part in enumerate(parts):
        for at in range(part.first, part.last):
            if prose.finite(at) or prose.konjunktiv(at, True):
                found = subject_of(prose, parts, number, at)
                if found is not None and found != source.speaker:
                    return found
    return None


def _comment_after(
    prose: Prose, after: int, parts: Sequence[Segment], cues: Sequence[Cue], sources: Sequence[Source]
) -> Voice | None:
    """The comment clause that follows the marks."""
    for number, part in enumerate(parts):
        if part.first not in (after, after + 1):
            continue
        for cue in cues:
            if cue.segment == number and cue.finite == part.first:
                return Voice(subject_of(prose, parts, number, cue.finite), (cue.word, cue.word + 1))
        for source in sources:
            if source.segment == number and source.first <= part.first + 1:
                return Voice(source.speaker, (source.cue, source.cue + 1))
    return None


def _nearest(prose: Prose, marked: Marked, parts: Sequence[Segment], cues: Sequence[Cue], lead: bool) -> Cue | None:
    """The verb of saying that governs the words: the last before them, else the first after."""
    strong = [cue for cue in cues if cue.verb.lemma not in WEAK or lead or _spoken_of(prose, marked, cue)]
    main = [cue for cue in strong if not relative(prose, parts[cue.segment])]
    strong = main or strong
    before = [cue for cue in strong if cue.word < marked.first]
    after = [cue for cue in strong if cue.word >= marked.last]
    comment = bool(after) and prose.words[after[0].finite - 1].text in ",–—" and after[0].finite < marked.last + 4
    if before and (lead or not comment):
        return before[-1]
    return after[0] if after else None


def _spoken_of(prose: Prose, marked: Marked, cue: Cue) -> bool:
    """Whether "sprechen von" governs the marked words."""
    near = [word.lower for word in prose.words[max(0, marked.first - 4) : marked.first]]
    return cue.verb.lemma == "sprechen" and ("von" in near or "vom" in near)


def speaker_of(prose: Prose, parts: Sequence[Segment], cue: Cue) -> tuple[int, int] | None:
    """Who speaks by a verb of saying: its subject, in the passive the phrase with "von"."""
    if cue.passive and cue.verb.lemma != "zitieren":
        return agent(prose, parts, cue) or text_before(prose, parts, cue)
    return subject_of(prose, parts, cue.segment, cue.finite)


def text_before(prose: Prose, parts: Sequence[Segment], cue: Cue) -> tuple[int, int] | None:
    """The text that a passive relative clause hangs on: "ein Brief, in dem gefordert wird"."""
    part = parts[cue.segment]
    opener = [prose.words[n].lower for n in range(part.first, min(part.first + 2, part.last))]
    if part.before != "," or opener not in (["in", "dem"], ["in", "der"], ["in", "denen"]):
        return None
    previous = parts[cue.segment - 1]
    texts = [(begin, end) for begin, end, _ in phrases_in(prose, previous.first, previous.last)]
    return next((found for found in reversed(texts) if is_text(prose, *found)), None)


def agent(prose: Prose, parts: Sequence[Segment], cue: Cue) -> tuple[int, int] | None:
    """The "von" phrase of a passive, as word numbers: the last that can speak, else the first."""
    part = parts[cue.segment]
    found = []
    for n in range(part.first, part.last - 1):
        if prose.words[n].lower in ("von", "vom") and not prose.taken[n]:
            end = noun_phrase(prose, n + 1, part.last)
            if end > n + 1:
                found.append((n + 1, end))
    voices = [phrase for phrase in found if can_voice(prose, *phrase)]
    return voices[-1] if voices else found[0] if found else None


def lead_voice(prose: Prose, before: int, parts: Sequence[Segment]) -> Voice | None:
    """The subject of whatever verb leads to a colon."""
    for number in range(len(parts) - 1, -1, -1):
        part = parts[number]
        if part.first > before:
            continue
        for at in range(part.first, part.last):
            if prose.finite(at):
                speaker = subject_of(prose, parts, number, at) or place(prose, part)
                return Voice(speaker, None)
        end = noun_phrase(prose, part.first, part.last)
        if end > part.first and not temporal(prose, part.first, end):
            return Voice((part.first, end), None)
    return None
