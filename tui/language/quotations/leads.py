"""Who speaks by what leads to a colon: the subject of its verb, or a name that stands there alone."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.clauses import Segment, trimmed, verb_final
from tui.language.quotations.complements import has_infinitive, konjunktiv_in
from tui.language.quotations.draft import Draft, Voice
from tui.language.quotations.impersonal import place
from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.nominatives import CONJUNCTIONS
from tui.language.quotations.phrases import noun_phrase, phrases_in, temporal
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.voices import can_voice
from tui.language.quotations.words import Prose


def lead_voice(prose: Prose, before: int, parts: Sequence[Segment]) -> Voice | None:
    """The subject of whatever verb leads to a colon; none where the mood shows that somebody before still speaks."""
    led = [(number, part) for number, part in enumerate(parts) if part.first <= before]
    whence = reacting(prose, led[-1][1]) if led else None
    if whence is not None:
        return Voice(whence, None)
    for number, part in reversed(led):
        for at in range(part.first, part.last):
            if prose.finite(at) and not prose.konjunktiv(at, True) and not verb_final(prose, part, at):
                return Voice(subject_of(prose, parts, number, at) or place(prose, part), None)
        end = noun_phrase(prose, part.first, part.last)
        alone = end > part.first and not has_infinitive(prose, part) and not temporal(prose, part.first, end)
        verb = any(prose.finite(n) or prose.konjunktiv(n, True) for n in range(part.first, part.last))
        speaks = can_voice(prose, part.first, end) or prose.words[part.first].text in nouns("utterance")
        if alone and not verb and speaks and (part.before != "," or number == 0):
            return Voice((part.first, end), None)
    for number, part in reversed(led):
        for at in range(part.first, part.last):
            if prose.finite(at) and not prose.konjunktiv(at, True):
                return Voice(subject_of(prose, parts, number, at) or place(prose, part), None)
    return None


def reacting(prose: Prose, part: Segment) -> tuple[int, int] | None:
    """From whom praise or criticism comes in a clause: "Kritik kam von Ebel", "Aus der Union kommt Widerspruch"."""
    words = prose.words
    if not any(
        words[n].text in nouns("reaction")
        and not any(words[m].lower in closed("preposition") for m in range(max(part.first, n - 2), n))
        for n in range(part.first, part.last)
    ):
        return None
    found = []
    for n in range(part.first, part.last - 1):
        if words[n].lower in ("von", "vom", "seitens", "aus"):
            end = noun_phrase(prose, n + 1, part.last)
            if end > n + 1 and can_voice(prose, n + 1, end):
                found.append((n + 1, end))
    return min(found, key=lambda phrase: words[phrase[0] - 1].lower == "aus", default=None)


def reaction_draft(prose: Prose, parts: Sequence[Segment]) -> Draft | None:
    """Words in the Konjunktiv after a colon to which a reaction leads: "Kritik kam von Ebel: Der Plan sei falsch"."""
    colon = next((number for number, part in enumerate(parts) if number and part.before == ":"), 0)
    if not colon or prose.taken[parts[colon].first]:
        return None
    whence = reacting(prose, parts[colon - 1])
    if whence is None or not any(konjunktiv_in(prose, part) for part in parts[colon:]):
        return None
    return Draft("indirect", [prose.span(*trimmed(prose, parts[colon].first, parts[-1].last))], whence)


def named_before(prose: Prose, colon: int, parts: Sequence[Segment]) -> tuple[int, int] | None:
    """Who stands alone before a colon: "Ebel („Nein“) und Ministerin Rita Sommer: „Ja“", "Dazu Ebel: „Nein“"."""
    part = next((part for part in parts if part.first < colon <= part.last), None)
    if part is None or any(prose.finite(n) or prose.konjunktiv(n, True) for n in range(part.first, colon)):
        return None
    opener = prose.words[part.first].lower
    if (part.before == "," and opener not in CONJUNCTIONS) or opener in ("so", "wie"):
        return None
    found = [phrase for phrase in phrases_in(prose, part.first, colon) if not phrase[2]]
    if not found or not can_voice(prose, *found[-1][:2]) or colon - found[-1][1] > 1:
        return None
    return found[-1][:2]


def leads_on(parts: Sequence[Segment], after: int) -> bool:
    """Whether the clause after marked words leads to the next ones: "stand dort: „Nein“, antwortete er: „Doch“"."""
    return any(
        part.first in (after, after + 1) and number + 1 < len(parts) and parts[number + 1].before == ":"
        for number, part in enumerate(parts)
    )
