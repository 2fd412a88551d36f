"""Who said words that stand in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.bystanders import acting_subject, before_bracket, for_whom, signed_by
from tui.language.quotations.claims import noun_complement
from tui.language.quotations.clauses import Segment, relative
from tui.language.quotations.comments import Source
from tui.language.quotations.cues import Cue
from tui.language.quotations.draft import Voice
from tui.language.quotations.impersonal import impersonal, place, place_before, written_in
from tui.language.quotations.leads import lead_voice, leads_on, named_before
from tui.language.quotations.lexicon import closed
from tui.language.quotations.marked_words import Marked, outside, whole_utterance
from tui.language.quotations.nobody import spreads
from tui.language.quotations.nominatives import subject_after
from tui.language.quotations.phrases import noun_phrase, phrases_in, temporal
from tui.language.quotations.sources import find_sources
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.verb_clauses import ends_clause, without_object
from tui.language.quotations.voices import can_voice, is_text
from tui.language.quotations.words import Prose

WEAK = closed("weak-cue") | closed("manner")
"""Verbs that mostly mean something else: they count only with a clause or a colon."""


def attribute(prose: Prose, marked: Marked, parts: Sequence[Segment], cues: Sequence[Cue]) -> Voice | None:
    """The speaker that the sentence round marked words names.

    Returns:
        None where the sentence says nothing of a speaker, so that the context has to.
    """
    before, after = outside(prose, marked)
    words = prose.words
    cues = [cue for cue in cues if not _told(prose, cue)]
    sources = find_sources(prose, parts, cues)
    lead = before >= 0 and words[before].text == ":"
    bracket = before_bracket(prose, marked) or (None if cues else signed_by(prose, marked))
    if bracket is not None:
        return Voice(bracket, None)
    if lead and leads_on(parts, after):
        cues = [cue for cue in cues if cue.word < marked.first]
    elif after < len(words):
        found = _comment_after(prose, after, parts, cues, sources) or _uncut_comment(prose, marked, parts, cues)
        if found is not None:
            return found
    if lead:
        alone = named_before(prose, before, parts)
        if alone is not None:
            return Voice(alone, None)
    inside = [source for source in sources if source.whole or source.cue < marked.first or source.first >= marked.last]
    best = _nearest(prose, marked, parts, cues, lead)
    speaker = speaker_of(prose, parts, best) if best is not None else None
    if best is not None and inside and not lead and _weaker(prose, marked, parts, best, speaker, inside):
        best = None
    claim = None if lead else _claimed(prose, marked, parts, cues, best, speaker)
    if claim is not None:
        return claim
    if best is not None and not (inside and not lead and best.verb.lemma in WEAK):
        return Voice(speaker, (best.word, best.word + 1))
    if inside:
        source = min(inside, key=lambda s: min(abs(s.first - marked.last), abs(marked.first - s.last)))
        own = _own_words(prose, marked, parts, source)
        return Voice(own or source.speaker, (source.cue, source.cue + 1))
    if lead:
        return lead_voice(prose, before, parts)
    who = for_whom(prose, parts, marked) or _acting(prose, marked, parts)
    return Voice(who, None) if who is not None else None


def _acting(prose: Prose, marked: Marked, parts: Sequence[Segment]) -> tuple[int, int] | None:
    """The subject of the sentence that marked words are only a part of."""
    return None if whole_utterance(prose, marked) else acting_subject(prose, parts, marked)


def _told(prose: Prose, cue: Cue) -> bool:
    """Whether somebody who spoke before tells of an act that is no saying: "Bisher habe der Rat das ausgeschlossen"."""
    return prose.konjunktiv(cue.finite) and (cue.passive or not cue.verb.groups & {"say", "name", "ask"})


def _claimed(
    prose: Prose,
    marked: Marked,
    parts: Sequence[Segment],
    cues: Sequence[Cue],
    best: Cue | None,
    speaker: tuple[int, int] | None,
) -> Voice | None:
    """Whose claim the words stand in: "Auf den Vorwurf der CDU, das sei „viel zu teuer“, antwortete der Rat"."""
    for draft in noun_complement(prose, parts, cues):
        inner = best is not None and draft.start <= prose.words[best.word].start < draft.end
        if not (draft.speaker or draft.foreign) or inner:
            continue
        if draft.start <= marked.pair.start < draft.end:
            if draft.speaker and speaker == draft.speaker:
                return None
            return Voice(draft.speaker, draft.cue)
    return None


def _weaker(
    prose: Prose,
    marked: Marked,
    parts: Sequence[Segment],
    best: Cue,
    speaker: tuple[int, int] | None,
    inside: Sequence[Source],
) -> bool:
    """Whether an attribution tells better than a verb of saying whose the words are."""
    if speaker is None or any(s.first < speaker[1] and speaker[0] < s.last for s in inside):
        return True  # "Ebel zufolge droht ...": the verb's subject is the source
    if not can_voice(prose, *speaker) or relative(prose, parts[best.segment]):
        return True
    here = next((number for number, part in enumerate(parts) if part.first <= marked.first < part.last), -1)
    return best.segment != here and any(source.segment == here for source in inside)


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
    if prose.words[after].text not in ",–—(":
        return None
    for number, part in enumerate(parts):
        if part.first not in (after, after + 1):
            continue
        for cue in cues:
            if cue.segment == number and cue.finite == part.first:
                who = speaker_of(prose, parts, cue)
                if who is not None or prose.words[after].text != "(":  # "„Das bleibt so“ (lacht)"
                    return Voice(who, (cue.word, cue.word + 1))
        for source in sources:
            if source.segment == number and source.first <= part.first + 1:
                return Voice(source.speaker, (source.cue, source.cue + 1))
    return None


def _uncut_comment(prose: Prose, marked: Marked, parts: Sequence[Segment], cues: Sequence[Cue]) -> Voice | None:
    """A comment that no comma parts from a whole utterance: "„Wozu das alles?“ fragen Experten"."""
    before, after = outside(prose, marked)
    words = prose.words
    opens = before < 0 or words[before].sentence != words[marked.first].sentence or words[before].text in ".!?:"
    part = next((part for part in parts if part.first <= after < part.last), None)
    stop = prose.text[marked.pair.end - 1] in ".!?…"
    if not opens or part is None or not (marked.verb or stop):
        return None
    for cue in cues:
        if cue.finite != after:
            continue
        if impersonal(prose, part, after):
            return Voice(place(prose, part), (cue.word, cue.word + 1))
        return Voice(subject_after(prose, after, part.last), (cue.word, cue.word + 1))
    if words[after].lower == "so" and after + 1 < part.last and not prose.finite(after + 1):
        end = noun_phrase(prose, after + 1, part.last)
        if end > after + 1 and not temporal(prose, after + 1, end):
            return Voice((after + 1, end), (after, after + 1))
    return None


def _nearest(prose: Prose, marked: Marked, parts: Sequence[Segment], cues: Sequence[Cue], lead: bool) -> Cue | None:
    """The verb of saying that governs the words: the last before them, else the first after."""
    strong = [cue for cue in cues if cue.verb.lemma not in WEAK or lead or _spoken_of(prose, marked, cue)]
    own = next((cue for cue in strong if ends_clause(prose, marked, parts[cue.segment], cue)), None)
    if own is not None and not lead:
        return own
    main = [cue for cue in strong if not relative(prose, parts[cue.segment])]
    strong = [cue for cue in main or strong if lead or _reaches(marked, parts, cue)]
    before = [cue for cue in strong if cue.word < marked.first]
    after = [cue for cue in strong if cue.word >= marked.last]
    comment = bool(after) and prose.words[after[0].finite - 1].text in ",–—" and after[0].finite < marked.last + 4
    if before and (lead or not comment):
        return before[-1]
    return after[0] if after else None


def _reaches(marked: Marked, parts: Sequence[Segment], cue: Cue) -> bool:
    """Whether a verb can govern words in marks: one that only pins words on something has them in its own clause."""
    part = parts[cue.segment]
    pins = cue.verb.groups <= {"name", "judge"}
    return not pins or part.first <= marked.first < part.last or cue.finite >= marked.last


def _spoken_of(prose: Prose, marked: Marked, cue: Cue) -> bool:
    """Whether "sprechen von" governs the marked words."""
    near = [word.lower for word in prose.words[max(0, marked.first - 4) : marked.first]]
    return cue.verb.lemma == "sprechen" and ("von" in near or "vom" in near)


def speaker_of(prose: Prose, parts: Sequence[Segment], cue: Cue) -> tuple[int, int] | None:
    """Who speaks by a verb of saying: its subject, in the passive the phrase with "von"."""
    if cue.passive and cue.verb.lemma != "zitieren":
        found = agent(prose, parts, cue) or text_before(prose, parts, cue)
        where = place_before(prose, parts, cue.segment) if found is None else None
        return found or (where if where is not None and is_text(prose, *where) else None)
    if cue.verb.lemma == "stehen":
        return written_in(prose, parts[cue.segment])
    if cue.verb.lemma == "hervor|gehen":
        return place_before(prose, parts, cue.segment)
    number = cue.segment
    while number and cue.finite < parts[number].first:
        number -= 1  # "hatte ein Sprecher, Karl Ebel, erklärt"
    found = subject_of(prose, parts, number, cue.finite)
    if found is None and cue.verb.lemma == "verlauten":
        return place_before(prose, parts, cue.segment)
    found = found and without_object(prose, parts[cue.segment], cue, found)
    return None if found is not None and spreads(prose, parts, cue, found) else found


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
