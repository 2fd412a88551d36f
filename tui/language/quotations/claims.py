"""What nouns of saying govern: "der Vorwurf, das Gericht sei nicht legitim", "die Forderung, ... zu senken"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.clauses import Segment, relative, trimmed
from tui.language.quotations.complements import PURPOSE, complement_end, has_infinitive, konjunktiv_in
from tui.language.quotations.cues import Cue
from tui.language.quotations.draft import Draft
from tui.language.quotations.impersonal import place
from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.phrases import noun_phrase
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.voices import can_voice, owned_noun
from tui.language.quotations.words import MARKS, Prose

_GENITIVE = frozenset({"der", "des", "von", "vom", "eines", "einer", "seines", "seiner", "ihres", "ihrer"})


def _claims() -> frozenset[str]:
    return nouns("claim") | nouns("charge")


def noun_complement(prose: Prose, parts: Sequence[Segment], cues: Sequence[Cue]) -> list[Draft]:
    """What completes a noun of saying: a clause with "dass" or "ob", in the Konjunktiv, or an infinitive."""
    found = []
    for number in range(1, len(parts)):
        part = parts[number]
        previous = parts[number - 1]
        noun, owner = _owned_claim(prose, previous)
        noun = _claim(prose, previous) if owner is None else noun
        if part.before != "," or noun < 0 or _after_the_act(prose, noun):
            continue
        opener = prose.words[part.first].lower
        governing = next((cue for cue in cues if cue.segment == number - 1 and cue.finite < noun), None)
        refused = governing is not None and "deny" in governing.verb.groups
        near = owner is not None or refused or noun == previous.last - 1
        clause = opener in ("dass", "ob") or (near and opener in closed("question") and opener != "wie")
        infinitive = near and opener not in PURPOSE and has_infinitive(prose, part)
        told = not relative(prose, part) and opener not in closed("subjunction") and konjunktiv_in(prose, part)
        if not clause and not infinitive and not told:
            continue
        shape = "sub" if clause else "inf" if infinitive else "konj"
        rest = _rest(prose, parts, number, governing) if governing is not None else -1
        judged = refused or rest > 0
        end = rest if rest > 0 else complement_end(prose, parts, number, cues, (), shape)
        first, last = trimmed(prose, part.first, end)
        if first >= last:
            continue
        draft = Draft("indirect", [prose.span(first, last)], cue=(noun, noun + 1))
        draft.foreign = not _governed(prose, noun) and (judged or owner is not None)
        verb = next((n for n in range(previous.first, previous.last) if prose.finite(n)), -1)
        if owner is not None:
            draft.speaker = owner
        elif verb >= 0 and prose.konjunktiv(verb, True):
            continue  # told by who spoke before: "Es gebe aber Hinweise, dass ..."
        elif verb >= 0 and not judged:
            draft.speaker = subject_of(prose, parts, number - 1, verb)
            if draft.speaker is not None and draft.speaker[0] <= noun < draft.speaker[1]:
                owned = prose.words[draft.speaker[0]].lower.startswith(("sein", "ihr"))
                draft.speaker = draft.speaker if owned else _whence(prose, previous)
        found.append(draft)
    return found


def _rest(prose: Prose, parts: Sequence[Segment], number: int, governing: Cue) -> int:
    """Where the clause of a claim ends and that of the verb before it goes on; -1 where it does not.

    "nannte den Vorwurf, er habe gelogen, | absurd", "wies den Bericht, man plane einen Verkauf, | zurück".
    """
    for part in parts[number + 1 :]:
        if part.before != "," or part.first <= governing.particle < part.last:
            return part.first - 1 if part.before == "," else -1
        inside = [n for n in range(part.first, part.last) if not prose.taken[n]]
        if any(prose.finite(n) or prose.konjunktiv(n, True) for n in inside):
            continue
        opener = prose.words[part.first]
        predicate = opener.text in MARKS or opener.lower == "als" or opener.pos in ("ADJ", "ADV")
        if governing.verb.groups & {"name", "judge"} and predicate and part is parts[-1]:
            return part.first - 1
    return -1


def _governed(prose: Prose, noun: int) -> bool:
    """Whether a preposition governs a noun: "sagte zum Vorwurf der Opposition, ..."."""
    return any(prose.words[n].lower in closed("preposition") for n in range(max(0, noun - 3), noun))


def _whence(prose: Prose, part: Segment) -> tuple[int, int] | None:
    """From whom a claim comes: "Aus der Union kommt die Forderung, ..."; None where nobody is named."""
    found = place(prose, part)
    return found if found is not None and can_voice(prose, *found) else None


def _after_the_act(prose: Prose, noun: int) -> bool:
    """Whether "nach" makes the act of speech a point in time: "nach der Aufforderung, ..."."""
    return any(prose.words[n].lower == "nach" for n in range(max(0, noun - 2), noun))


def _claim(prose: Prose, part: Segment) -> int:
    """The noun of saying at the end of a segment, before at most a verb or a particle; -1 if there is none."""
    for n in range(part.last - 1, max(part.first - 1, part.last - 4), -1):
        word = prose.words[n]
        if word.capital and word.alpha:
            if word.text in _claims():
                return n
            if n < part.last - 2:
                return -1
    return -1


def _owned_claim(prose: Prose, part: Segment) -> tuple[int, tuple[int, int] | None]:
    """A noun of saying whose phrase ends a segment, with whose it is: "dem Vorwurf der Verteidigung, ..."; or -1."""
    last = part.last
    while last > part.first + 3 and last > part.last - 3 and prose.words[last - 1].text.islower():
        last -= 1  # "wies den Vorwurf der Verteidigung entschieden zurück, ..."
    names = [n for n in range(part.first, last - 1) if prose.name_ends.get(n) == last - 1]
    if names and prose.words[last - 1].text in _claims() and owned_noun(prose, last - 1, last) >= 0:
        return last - 1, (names[0], last)  # "wies Ebels Vorwurf, er lüge, zurück"
    for n in range(max(part.first, last - 14), last - 2):
        word = prose.words[n]
        if not (word.capital and word.text in _claims()):
            continue
        following = prose.words[n + 1].lower
        if following not in _GENITIVE or noun_phrase(prose, n, last, wide=True) != last:
            continue
        begin = n + 2 if following in ("von", "vom") else n + 1
        end = noun_phrase(prose, begin, last)
        if end > begin and can_voice(prose, begin, end):
            return n, (begin, end)
    return -1, None
