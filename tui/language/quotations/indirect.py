"""Indirect speech inside one sentence: a verb or noun of saying with what it governs, or an attribution.

What counts as somebody's words follows the corpora of German speech representation: the subordinate clause with
its opening word, the verb-second clause in the Konjunktiv, the infinitive
group; with an attribution the rest of its clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.model import Span
from tui.language.quotations.attribution import speaker_of
from tui.language.quotations.backward import backward_draft
from tui.language.quotations.chains import link_carriers, link_origins, referring
from tui.language.quotations.claimants import claimant_drafts
from tui.language.quotations.claims import noun_complement
from tui.language.quotations.clauses import Segment, segments, trimmed, verb_final
from tui.language.quotations.comments import Source, likening
from tui.language.quotations.complements import Complement, complement_of, infinitive_ahead, konjunktiv_in
from tui.language.quotations.cues import Cue, find_cues
from tui.language.quotations.draft import Draft
from tui.language.quotations.leads import reaction_draft
from tui.language.quotations.lexicon import closed
from tui.language.quotations.preceding import comment_before, prefield_before, told_before
from tui.language.quotations.reported import letter_drafts, reported_drafts
from tui.language.quotations.sources import find_sources
from tui.language.quotations.words import Prose, negated

_NO_SPEECH = frozenset({"heraus|stellen", "zeigen", "heraus|finden"})
MOST_CUES = 30
"""Verbs of saying that are looked at in one sentence, so that the time stays linear in texts without full stops."""


def indirect_drafts(prose: Prose, number: int, direct: Sequence[Draft]) -> list[Draft]:
    """The quotations without marks of one sentence.

    Args:
        prose: The article.
        number: The sentence.
        direct: The quotations in marks, whose words are ``taken`` where they are long.
    """
    first, last = prose.ranges[number]
    free = sum(not prose.taken[n] for n in range(first, last))
    if free < 3:
        return []
    parts = segments(prose, first, last)
    cues = find_cues(prose, parts)[:MOST_CUES]
    sources = find_sources(prose, parts, cues)
    found: list[Draft] = []
    used = {source.segment for source in sources if source.whole}
    for source in sources:
        draft = _from_source(prose, parts, source)
        if draft is not None:
            found.append(draft)
    carriers = list(found)
    claims = noun_complement(prose, parts, cues)
    foreign = {draft.start for draft in claims if draft.foreign}
    for cue in cues:
        if cue.verb.lemma in closed("manner") and cue.finite != parts[cue.segment].first:
            continue  # "strahlte, dass es eine Freude war"
        if cue.segment in used or _goes_on(prose, parts, cue) or likening(prose, parts[cue.segment]):
            continue
        for complement in _complements(prose, parts, cue, cues, sources):
            draft = _from_cue(prose, parts, cue, complement)
            if draft is not None and draft.start not in foreign and not _covered(draft, found):
                found.append(draft)
    for draft in claims:
        if not _covered(draft, found):
            found.append(draft)
    link_carriers(found[len(carriers) :], carriers)
    found.extend(draft for draft in letter_drafts(prose, parts, cues) if not _covered(draft, found))
    reaction = reaction_draft(prose, parts)
    if reaction is not None and not _covered(reaction, found):
        found.append(reaction)
    found.extend(draft for draft in claimant_drafts(prose, parts) if not _covered(draft, found))
    back = backward_draft(prose, number, parts, cues)
    if back is not None:
        found.append(back)
    if not found:
        found.extend(draft for draft in reported_drafts(prose, parts, cues, number) if not _quoted(draft, direct))
    link_origins(prose, found, first, last)
    return found


def _goes_on(prose: Prose, parts: Sequence[Segment], cue: Cue) -> bool:
    """Whether the verb of saying is itself told in the Konjunktiv ("Man gehe davon aus, dass")."""
    return (
        prose.konjunktiv(cue.finite)
        and not verb_final(prose, parts[cue.segment], cue.finite)
        and not any(prose.finite(n) and not prose.konjunktiv(n, True) for n in range(parts[0].first, cue.finite))
    )


def _complements(
    prose: Prose, parts: Sequence[Segment], cue: Cue, cues: Sequence[Cue], sources: Sequence[Source]
) -> list[Complement]:
    """What a verb of saying governs: after it, else before it, and both where it stands between told words."""
    after = complement_of(prose, parts, cue, cues, sources)
    first = all(other.segment >= cue.segment or prose.konjunktiv(other.finite) for other in cues)
    if after is not None and not (first and after.kind == "indirect" and told_before(prose, parts, cue)):
        opens = prefield_before(prose, parts, cue, after.pieces[0][0])
        return [Complement((opens, *after.pieces), after.kind)] if opens is not None else [after]
    before = comment_before(prose, parts, cue)
    if after is None or before is None:
        return [found for found in (after, before) if found is not None]
    return [Complement((before.pieces[0], *after.pieces))]


def _from_cue(prose: Prose, parts: Sequence[Segment], cue: Cue, complement: Complement) -> Draft | None:
    spans = _spans(prose, complement.pieces)
    if not spans or _mostly_taken(prose, complement.pieces):
        return None
    draft = Draft(complement.kind, spans)
    speaker = speaker_of(prose, parts, cue)
    if speaker is not None and speaker[1] == speaker[0] + 1 and prose.words[speaker[0]].lower == "es":
        if cue.verb.lemma in _NO_SPEECH:
            return None
        speaker = None
    draft.speaker = speaker
    draft.cue = (cue.word, cue.word + 1)
    if "deny" in cue.verb.groups and _completes(prose, parts, cue, complement):
        draft.flags.append("denied")
    if complement.kind == "direct":
        draft.flags.append("unmarked")
    return draft


def _completes(prose: Prose, parts: Sequence[Segment], cue: Cue, complement: Complement) -> bool:
    """Whether words are what a verb denies: "bestritt, dass er log", but not "widersprach, das sei falsch"."""
    part = next((part for part in parts if part.first == complement.pieces[0][0]), parts[0])
    clause = parts[cue.segment]
    if negated(prose, clause.first, clause.last):
        return False  # "Er leugnet nicht, dass ..."
    told = "promise" in cue.verb.groups and konjunktiv_in(prose, part) and part.before == ","
    return told or prose.words[part.first].lower in ("dass", "daß", "ob") or infinitive_ahead(prose, [part], 0)


def _mostly_taken(prose: Prose, pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether the words are those of a quotation in marks, which then stands for them."""
    words = [n for first, last in pieces for n in range(first, last) if prose.words[n].alpha]
    if not words:
        return True
    share = sum(prose.taken[n] for n in words) / len(words)
    return share > (0.8 if prose.taken[words[0]] else 0.95)


def _from_source(prose: Prose, parts: Sequence[Segment], source: Source) -> Draft | None:
    """The clause of an attribution without the attribution."""
    first, last = parts[0].first, parts[-1].last
    part = parts[source.segment]
    pieces: list[tuple[int, int]]
    if source.clause and source.segment and prose.words[source.cue].lower in ("wonach", "laut", "nach", "gemäß"):
        pieces = [(source.last, _clause_end(prose, parts, source))]
    elif not source.whole and _subordinate(prose, part):
        pieces = [(part.first, source.first), (source.last, part.last)]
    else:
        for earlier in parts[: source.segment + 1]:
            if earlier.before in (";", ":"):
                first = earlier.first
        for later in parts[source.segment + 1 :]:
            if later.before == ";":
                last = later.first - 1
                break
        following = parts[source.segment + 1] if source.segment + 1 < len(parts) else None
        after = source.last
        if following is not None and after == part.last and referring(prose, following):
            after = following.last
        pieces = [(first, source.first), (after, last)]
        if source.whole:
            pieces = _round_comment(prose, parts, source, first, last)
    spans = _spans(prose, pieces)
    if not spans or _mostly_taken(prose, pieces) or sum(b - a for a, b in pieces) < 3:
        return None
    draft = Draft("indirect", spans, source.speaker, (source.cue, source.cue + 1))
    return draft


def _clause_end(prose: Prose, parts: Sequence[Segment], source: Source) -> int:
    """Where the clause of "wonach" ends: at a colon, or where the verb of the clause round it follows."""
    for part in parts[source.segment + 1 :]:
        if part.before in (":", ";") or (part.before == "," and prose.finite(part.first)):
            return part.first - 1
    return parts[-1].last


def _round_comment(
    prose: Prose, parts: Sequence[Segment], source: Source, first: int, last: int
) -> list[tuple[int, int]]:
    """The words before and after a comment; a relative clause of its speaker is no part of them.

    A clause with "dass" or another subjunction is one: "Es könne nicht sein, so Ebel, dass niemand hafte".
    """
    number = source.segment + 1
    after = source.last
    goes_on = closed("subjunction") - closed("ambiguous-opener")
    while number < len(parts) and first < source.first and _subordinate(prose, parts[number]):
        if prose.words[parts[number].first].lower in goes_on:
            break
        after = parts[number].last
        number += 1
    return [(first, source.first), (after, last)]


def _subordinate(prose: Prose, part: Segment) -> bool:
    """Whether a segment is a relative or other subordinate clause."""
    verb = next((n for n in range(part.last - 1, part.first, -1) if prose.finite(n) or prose.konjunktiv(n, True)), -1)
    return verb > 0 and verb_final(prose, part, verb)


def _spans(prose: Prose, pieces: Sequence[tuple[int, int]]) -> list[Span]:
    """Positions of pieces of words, without signs at their ends."""
    spans = []
    for first, last in pieces:
        first, last = trimmed(prose, first, last)
        if first < last and any(prose.words[n].alpha for n in range(first, last)):
            if last - first == 1 and prose.words[first].lower in ("und", "aber", "doch", "denn"):
                continue
            spans.append(prose.span(first, last))
    return spans


def _covered(draft: Draft, found: Sequence[Draft]) -> bool:
    """Whether the same words are already somebody's."""
    for other in found:
        if (
            other.start <= draft.start
            and draft.end <= other.end
            and other.end - other.start < 1.6 * (draft.end - draft.start)
        ):
            return True
    return False


def _quoted(draft: Draft, direct: Sequence[Draft]) -> bool:
    """Whether a quotation in marks stands in the sentence."""
    return any(other.start < draft.end and draft.start < other.end for other in direct)
