"""Acts of speech told without their words: "forderte eine Regulierung der Industrie"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.lexicon import read_lexicon
from tui.language.quotations.attribution import agent, text_before
from tui.language.quotations.clauses import Segment, trimmed, verb_final
from tui.language.quotations.complements import infinitive_ahead
from tui.language.quotations.cues import Cue
from tui.language.quotations.draft import Draft
from tui.language.quotations.halves import halves
from tui.language.quotations.lexicon import closed
from tui.language.quotations.nominatives import CONJUNCTIONS
from tui.language.quotations.phrases import temporal
from tui.language.quotations.roles import listed
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.voices import can_voice, head_of, is_person
from tui.language.quotations.words import Prose, negated

_MATTER = frozenset({"für", "gegen", "von", "vom", "vor", "zu", "zur", "zum", "über", "auf", "als", "wegen"})
"""Prepositions that open what an act of speech is about."""


_PARTICLES = frozenset({"ab", "an", "auf", "aus", "vor", "zu", "nach", "mit", "her", "hin", "fest", "um", "durch"})
"""Separable prefixes that make another verb."""

_BECOMES = frozenset({"wird", "werden", "wurde", "wurden"})

SHORT = 4
"""Words of a relative clause that only leads to what the text says: "in dem gefordert wird, ..."."""


def reported_drafts(prose: Prose, parts: Sequence[Segment], cues: Sequence[Cue], number: int) -> list[Draft]:
    """The acts of speech that a sentence reports: one for each subject that speaks, with the words about that subject.

    Args:
        prose: The article.
        parts: The segments of the sentence.
        cues: Its verbs of saying.
        number: The sentence.
    """
    if prose.words[prose.ranges[number][1] - 1].text in ("?", ":"):
        return []
    runs = halves(prose, parts)
    found = [_reported(prose, parts, cues, run, False) for run in runs]
    if any(found):  # "Die Anklage hatte Haft gefordert, die Verteidigung plädierte auf Freispruch"
        found = [one or _reported(prose, parts, cues, run, True) for one, run in zip(found, runs, strict=True)]
    return [draft for draft in found if draft is not None]


def _reported(
    prose: Prose, parts: Sequence[Segment], cues: Sequence[Cue], run: tuple[int, int], back: bool
) -> Draft | None:
    """The act of speech in the words about one subject, if a main verb is one and its subject can speak.

    Args:
        prose: The article.
        parts: The segments of the sentence.
        cues: Its verbs of saying.
        run: Which segments tell of the subject.
        back: Whether an act in the pluperfect counts as well.
    """
    for cue in cues:
        judged = _judged(prose, parts, cue)
        if not run[0] <= cue.segment < run[1] or not (judged or "report" in cue.verb.groups):
            continue
        teller = _teller(prose, parts, cue) if cue.passive else None
        if cue.passive and teller is None:
            continue
        if not (back or _told_now(prose, cue)) or prose.konjunktiv(cue.finite):
            continue  # told by somebody else: "Der Kanzler habe ihn aufgefordert, ..."
        part = parts[cue.segment]
        if part.before == "(" or negated(prose, part.first, part.last):
            continue
        if verb_final(prose, part, cue.finite):
            continue
        if "refusal" in cue.verb.groups and _acts(prose, parts, cue):
            continue
        if "stance" in cue.verb.groups and not judged and not _says_more(prose, parts, cue):
            continue
        speaker = teller or subject_of(prose, parts, cue.segment, cue.finite)
        if (
            speaker is not None
            and prose.words[speaker[0]].lower != "man"
            and (not judged or _somebody(prose, *speaker))
        ):
            whole = run == (0, len(parts))
            words = prose.ranges[prose.words[cue.word].sentence] if whole else _words_of(prose, parts, run)
            return Draft("reported", [prose.span(*words)], speaker, (cue.word, cue.word + 1))
    return None


def _words_of(prose: Prose, parts: Sequence[Segment], run: tuple[int, int]) -> tuple[int, int]:
    first, last = trimmed(prose, parts[run[0]].first, parts[run[1] - 1].last)
    while first < last - 1 and prose.words[first].lower in CONJUNCTIONS:
        first += 1
    return first, last


def _told_now(prose: Prose, cue: Cue) -> bool:
    """Whether the act belongs to what the article tells: no pluperfect, which looks back, no plan to speak."""
    if cue.finite == cue.word:
        return True
    helper = prose.words[cue.finite].lower
    if cue.passive:
        return helper in _BECOMES
    return helper in closed("perfect") and helper not in ("hatte", "hatten")


def _teller(prose: Prose, parts: Sequence[Segment], cue: Cue) -> tuple[int, int] | None:
    """Who acts by speech in the passive: "wurde von der Stadt als unnötig bezeichnet"; None where that is a thing."""
    found = agent(prose, parts, cue)
    if found is None or found[0] > cue.word or not (is_person(prose, *found) or _body(prose, *found)):
        return None
    return found


def _body(prose: Prose, first: int, last: int) -> bool:
    """Whether a phrase names an organisation or begins with a noun for one."""
    head = head_of(prose, first, last)
    named = prose.entities_in(*prose.span(head, prose.name_ends.get(head, head + 1))) if head >= 0 else ()
    return any(entity.label == "ORG" for entity in named) or listed(prose.words[head].lower, "role-group")


def _somebody(prose: Prose, first: int, last: int) -> bool:
    return can_voice(prose, first, last) and prose.words[first].lower not in ("man", "es", "ich", "wir")


def _judged(prose: Prose, parts: Sequence[Segment], cue: Cue) -> bool:
    """Whether the clause tells a judgement: "hält den Plan für falsch", "nannte ihn einen Fehler"."""
    last = parts[cue.segment].last
    if "judge" not in cue.verb.groups or any(prose.taken[cue.finite : last]):
        return False
    end = next((n for n in range(last - 1, cue.finite, -1) if prose.words[n].alpha), cue.finite)
    if cue.particle < 0 and prose.words[end].lower in _PARTICLES and cue.word == cue.finite:
        return False  # "rechnet mit ihm ab"
    needed = read_lexicon("quotations/verbs")["judge"][cue.verb.lemma].split()
    return any(
        prose.words[n].lower in needed and not temporal(prose, n + 1, min(n + 5, last))
        for n in range(cue.finite + 1, last)
    )


def _acts(prose: Prose, parts: Sequence[Segment], cue: Cue) -> bool:
    """Whether an infinitive follows that tells what somebody refuses to do."""
    return cue.segment + 1 < len(parts) and infinitive_ahead(prose, parts, cue.segment + 1)


def _says_more(prose: Prose, parts: Sequence[Segment], cue: Cue) -> bool:
    """Whether a phrase with a preposition or a clause follows a verb of stance."""
    part = parts[cue.segment]
    if any(prose.words[n].lower in _MATTER for n in range(min(cue.finite + 1, part.last), part.last)):
        return True
    return cue.segment + 1 < len(parts) and parts[cue.segment + 1].before == ","


def letter_drafts(prose: Prose, parts: Sequence[Segment], cues: Sequence[Cue]) -> list[Draft]:
    """What a text is told to say in a relative clause: "ein Brief, in dem eine Pause gefordert wird"."""
    found = []
    for cue in cues:
        part = parts[cue.segment]
        text = text_before(prose, parts, cue) if cue.passive and cue.verb.groups & {"report", "promise"} else None
        if text is None:
            continue
        last = part.last
        for later in parts[cue.segment + 1 :]:
            if later.before != "," or prose.words[later.first].lower not in closed("subjunction"):
                break
            last = later.last
        first, last = trimmed(prose, part.first, last)
        if last - first > SHORT:
            found.append(Draft("reported", [prose.span(first, last)], text, (cue.word, cue.word + 1)))
    return found
