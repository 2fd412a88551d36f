"""Speech that goes on without a verb of saying: sentences in the Konjunktiv, and "soll" for hearsay."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.attribution import speaker_of
from tui.language.quotations.clauses import Segment, segments, verb_final
from tui.language.quotations.comments import can_speak
from tui.language.quotations.cues import find_cues
from tui.language.quotations.draft import Draft
from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.nominatives import subject_after
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.voices import can_voice, owned_noun
from tui.language.quotations.words import Prose

_PRETERITES = frozenset({"wollte", "wollten", "sollte", "sollten", "konnte", "konnten"})
"""Forms that mostly tell what was, not what somebody says."""

_OWNERS = frozenset({"sein", "seine", "ihr", "ihre"})

_STATES = frozenset({"befinden", "betragen", "handeln", "liegen", "stammen", "leben", "gehören", "bestehen"})
"""Infinitives that name a state: with "soll" hearsay rather than a plan."""


def free_drafts(prose: Prose, drafts: Sequence[Draft]) -> list[Draft]:
    """Sentences that hold somebody's words by their mood alone, those that follow each other as one.

    Args:
        prose: The article.
        drafts: What was found by marks, verbs and attributions.
    """
    covered = covered_sentences(prose, drafts)
    cued = {prose.words[draft.cue[0]].sentence for draft in drafts if draft.cue is not None}
    found: list[Draft] = []
    previous = -2
    for number, (first, last) in enumerate(prose.ranges):
        if number in covered or first == last:
            continue
        if all(prose.taken[n] for n in range(first, last) if prose.words[n].alpha):
            continue
        parts = segments(prose, first, last)
        hearsay = number not in cued and _hearsay(prose, parts)
        follows = number - 1 in covered or previous == number - 1
        second = follows and number > 0 and _goes_on(prose, number)
        told = second and not _said_to_speak(prose, number - 1)
        planned = second and any(_planned(prose, part) for part in parts)
        if (
            not hearsay
            and not planned
            and not any(_main_konjunktiv(prose, part, second, not follows) for part in parts)
        ):
            continue
        start, end = prose.span(first, last)
        acting = speaking_here(prose, parts)
        if acting is not None:
            led = whose_conclusion(prose, parts) is not None
            found.append(Draft("free-indirect", [(prose.words[parts[led].first].start, end)], acting))
        elif found and previous == number - 1 and _same_paragraph(prose, found[-1].end, start):
            found[-1].spans[-1] = (found[-1].spans[-1][0], end)
        else:
            draft = Draft("free-indirect", [(start, end)], follows=not hearsay or told)
            if not hearsay and number - 1 not in covered and number:
                draft.speaker = speaking_before(prose, number)
            found.append(draft)
        previous = number
    return found


def covered_sentences(prose: Prose, drafts: Sequence[Draft]) -> set[int]:
    """Numbers of the sentences that hold quotations, short ones in marks left out."""
    covered: set[int] = set()
    for draft in drafts:
        for start, end in draft.spans:
            if draft.kind == "direct" and end - start < 60:
                continue
            first, last = prose.sentence_at(start), prose.sentence_at(end - 1)
            if first is not None and last is not None:
                covered.update(range(first, last + 1))
        if draft.cue is not None and draft.kind != "direct":
            covered.add(prose.words[draft.cue[0]].sentence)  # "Das sagte die Polizei" after the words
    return covered


def _same_paragraph(prose: Prose, end: int, start: int) -> bool:
    return "\n" not in prose.text[end:start]


def _goes_on(prose: Prose, number: int) -> bool:
    """Whether a sentence stands in one paragraph with the sentence before."""
    before, here = prose.ranges[number - 1], prose.ranges[number]
    return before[0] < before[1] and _same_paragraph(prose, prose.words[before[1] - 1].end, prose.words[here[0]].start)


def _main_konjunktiv(prose: Prose, part: Segment, second: bool, alone: bool = False) -> bool:
    """Whether the verb of a main clause is in the Konjunktiv I; after told speech the Konjunktiv II counts too.

    Where no told speech stands before, a form that is a preterite as well tells what was: "Der Wagen raste davon".
    """
    return any(
        (prose.konjunktiv(n) or (second and prose.konjunktiv(n, True) and prose.words[n].lower not in _PRETERITES))
        and not verb_final(prose, part, n)
        and not _of_writer(prose, n)
        and not (n == part.first + 1 and prose.words[part.first].lower == "als")  # "als sei nichts gewesen"
        and not (alone and prose.words[n].lower.endswith("te") and prose.words[n].lower not in closed("konjunktiv"))
        for n in range(part.first, part.last)
    )


def _of_writer(prose: Prose, verb: int) -> bool:
    """Whether a verb is the first person's, whose forms are those of the Konjunktiv: "ich habe"."""
    return any(word.lower == "ich" for word in prose.words[max(0, verb - 1) : verb + 2])


def _planned(prose: Prose, part: Segment) -> bool:
    """Whether "soll" tells on what somebody announced: "... kündigte er an. So sollen die Gebühren sinken."."""
    return any(
        prose.words[n].lower in ("soll", "sollen") and not prose.taken[n] and not verb_final(prose, part, n)
        for n in range(part.first, part.last)
    )


def _hearsay(prose: Prose, parts: Sequence[Segment]) -> bool:
    """Whether "soll" stands with an infinitive of the perfect: "soll getötet worden sein"."""
    for part in parts:
        modal = any(prose.words[n].lower in ("soll", "sollen") for n in range(part.first, part.last))
        if not modal:
            continue
        for n in range(max(part.first + 1, part.last - 2), part.last):
            lower = prose.words[n].lower
            if lower in ("sein", "haben") and prose.words[n - 1].lower.endswith(("t", "en")):
                return True
            if lower in _STATES:
                return True
    return False


def _said_to_speak(prose: Prose, number: int) -> bool:
    """Whether somebody is only said to have spoken: what follows is no more of it than "soll sie gesagt haben" is."""
    cues = find_cues(prose, segments(prose, *prose.ranges[number]))
    return any(prose.words[cue.finite].lower in ("soll", "sollen") for cue in cues)


def speaking_here(prose: Prose, parts: Sequence[Segment]) -> tuple[int, int] | None:
    """Who acts in the clause before told words, or in one that comments them.

    "Die Bank versteht die Aufregung nicht, man wolle nur helfen", "Er bleibe, gab der Minister zu verstehen".
    """
    owner = whose_conclusion(prose, parts)
    if owner is not None:
        return owner
    for index, part in enumerate(parts):
        verb = next((n for n in range(part.first, part.last) if prose.finite(n)), -1)
        comments = index and verb == part.first and part.before == "," and not prose.konjunktiv(verb, True)
        if comments and prose.words[verb].lower not in closed("passive"):
            after = subject_after(prose, verb, part.last)
            return after if after is not None and can_voice(prose, *after) else None
        if index == 0 and verb >= 0 and prose.konjunktiv(verb):
            continue
        if verb < 0 or verb_final(prose, part, verb):
            continue
        if prose.konjunktiv(verb, True) or not any(_main_konjunktiv(prose, p, False) for p in parts[index + 1 :]):
            return None
        found = subject_of(prose, parts, index, verb)
        return found if found is not None and can_speak(prose, *found) else None
    return None


def whose_conclusion(prose: Prose, parts: Sequence[Segment]) -> tuple[int, int] | None:
    """Whose noun of saying leads to a colon, by a genitive or a possessive: "Ebels Fazit: Der Plan sei gescheitert"."""
    part = parts[0]
    noun = part.last - 1
    if len(parts) < 2 or parts[1].before != ":" or noun == part.first or prose.words[noun].text not in nouns("claim"):
        return None
    owned = noun - 1 == part.first and prose.words[part.first].lower in _OWNERS
    named = prose.name_ends.get(part.first) == noun and owned_noun(prose, noun, part.last) == noun
    return (part.first, noun) if owned or named else None


def speaking_before(prose: Prose, number: int) -> tuple[int, int] | None:
    """Who acts by words in the sentence before, where that sentence holds no quotation of its own.

    "Rita Sommer wies den Vorwurf zurück. In Zeiten hoher Preise sei der Plan richtig."
    """
    if not _goes_on(prose, number):
        return None
    parts = segments(prose, *prose.ranges[number - 1])
    for cue in find_cues(prose, parts):
        told = prose.konjunktiv(cue.finite, True)
        if not told and not verb_final(prose, parts[cue.segment], cue.finite):
            found = speaker_of(prose, parts, cue)
            if found is not None:
                return found
    for index, part in enumerate(parts):
        verb = next((n for n in range(part.first, part.last) if prose.finite(n)), -1)
        if verb >= 0 and prose.konjunktiv(verb, True):
            return None
        if verb >= 0 and not verb_final(prose, part, verb):
            found = subject_of(prose, parts, index, verb)
            return found if found is not None and can_speak(prose, *found) else None
    return None
