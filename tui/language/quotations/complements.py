"""What verbs and nouns of saying govern: clauses with "dass", in the Konjunktiv, with a question word, infinitives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.language.model import QuotationKind
from tui.language.quotations.clauses import Segment, relative
from tui.language.quotations.comments import Source
from tui.language.quotations.cues import Cue
from tui.language.quotations.lexicon import closed
from tui.language.quotations.phrases import noun_phrase
from tui.language.quotations.words import Prose

PURPOSE = frozenset({"um", "ohne", "statt", "anstatt"})
_CONDITIONS = frozenset(
    ["wenn", "falls", "sofern", "sollte", "sollten", "hätte", "hätten", "wäre", "wären", "würde", "würden"]
)
JOINING = frozenset({"und", "aber", "oder", "doch", "sondern", "sowie"})


REACH = 40
"""Segments in which the end of a complement is looked for; a longer one goes to the end of its sentence."""


@dataclass(frozen=True, slots=True)
class Complement:
    """Words that somebody said, as word numbers."""

    pieces: tuple[tuple[int, int], ...]
    kind: QuotationKind = "indirect"


def complement_of(
    prose: Prose, parts: Sequence[Segment], cue: Cue, cues: Sequence[Cue], sources: Sequence[Source]
) -> Complement | None:
    """The clause or infinitive after a verb of saying."""
    if prose.words[parts[cue.segment].first].lower in _CONDITIONS:
        return None
    begin = cue.segment
    while cue.particle >= parts[begin].last and begin + 1 < len(parts):
        begin += 1
    for number in range(begin + 1, min(begin + 7, len(parts))):
        part = parts[number]
        opener = prose.words[part.first].lower
        if any(other.segment == number and other.finite == part.first for other in cues if other is not cue):
            return None
        if part.before == ";" and any(other.segment == number for other in cues):
            return None  # "Ebel lobte den Plan; Sommer mahnte, nun müsse ..."
        if part.before == ":":
            comment = any(other.segment > number and other.finite == parts[other.segment].first for other in cues)
            return None if comment else _after_colon(prose, parts, number, cue)
        shape = _shape(prose, parts, number, opener, cue)
        if shape == "stop":
            return None
        if shape:
            end = complement_end(prose, parts, number, cues, sources, shape)
            if opener in closed("question") and not any(word.alpha for word in prose.words[part.first + 1 : end]):
                return None  # "und weiß nicht, wo": the question is left to the reader
            return Complement(((part.first, end),))
    return None


def _shape(prose: Prose, parts: Sequence[Segment], number: int, opener: str, cue: Cue) -> str:
    """What a segment after a verb of saying is: ``sub``, ``konj``, ``inf``, nothing, or ``stop``."""
    part = parts[number]
    groups = cue.verb.groups
    if opener == "dass":
        return "sub" if groups - {"name", "stance", "medium", "judge", "plain"} else ""
    if (
        opener in closed("question")
        and (opener == "ob" or "ask" in groups)
        and (opener not in ("wie", "was") or "ask" in groups)
    ):
        return "sub"
    if opener in PURPOSE:
        return ""
    if relative(prose, part):
        return ""
    if groups & {"promise", "report"} and infinitive_ahead(prose, parts, number):
        return "stop" if "refusal" in groups else "inf"
    if not groups & {"say", "think", "promise"} or cue.verb.shape == "adj":
        return ""
    if konjunktiv_in(prose, part):
        second = part.first + 1 < part.last and prose.konjunktiv(part.first + 1, True)
        if opener in closed("subjunction") and opener not in ("als", "da", "wie") and not second:
            following = parts[number + 1] if number + 1 < len(parts) else None
            return "konj" if following is not None and konjunktiv_in(prose, following) else ""
        return "konj"
    if opener in closed("subjunction"):
        following = parts[number + 1] if number + 1 < len(parts) else None
        return (
            "konj"
            if following is not None and following.last > following.first and prose.konjunktiv(following.first, True)
            else ""
        )
    if _prefield(prose, parts, number):
        return "konj"
    plain = "plain" in groups and not cue.passive and number == cue.segment + 1 and part.before == ","
    if plain and not relative(prose, parts[cue.segment]) and _second_place(prose, part):
        return "konj"
    if opener in JOINING and any(prose.finite(n) for n in range(part.first + 1, min(part.first + 4, part.last))):
        return "stop"
    return ""


def _second_place(prose: Prose, part: Segment) -> bool:
    """Whether a segment is a main clause with a phrase before its verb: "sagte, | das Werk wird geschlossen"."""
    if prose.words[part.first].lower in JOINING | {"so"}:
        return False
    end = noun_phrase(prose, part.first, part.last)
    return part.first < end < part.last and prose.finite(end)


def infinitive_ahead(prose: Prose, parts: Sequence[Segment], number: int) -> bool:
    """Whether a segment begins an infinitive, cut perhaps: "nicht über X, den Turm, bestimmen zu wollen"."""
    if has_infinitive(prose, parts[number]):
        return True
    for later in range(number, min(number + 3, len(parts))):
        part = parts[later]
        if later > number and relative(prose, part):
            continue
        if any(prose.finite(n) or prose.konjunktiv(n, True) for n in range(part.first, part.last)):
            return False
        if later > number and has_infinitive(prose, part):
            return prose.words[part.first].lower not in PURPOSE
    return False


def _prefield(prose: Prose, parts: Sequence[Segment], number: int) -> bool:
    """Whether a segment without a verb is what stands before a Konjunktiv: "in Ländern, in denen ..., sei"."""
    part = parts[number]
    if any(prose.finite(n) for n in range(part.first, part.last)):
        return False
    for later in parts[number + 1 : number + 4]:
        if prose.konjunktiv(later.first, True):
            return True
        if any(prose.finite(n) for n in range(later.first, later.last)) and not relative(prose, later):
            return False
    return False


def _after_colon(prose: Prose, parts: Sequence[Segment], number: int, cue: Cue) -> Complement | None:
    """Words after a colon that no marks hold."""
    part = parts[number]
    last = parts[-1].last
    if prose.taken[part.first] or not cue.verb.groups & {"say", "think"}:
        return None
    if any(konjunktiv_in(prose, later) for later in parts[number:]):
        return Complement(((part.first, last),))
    return None


def konjunktiv_in(prose: Prose, part: Segment) -> bool:
    """Whether a finite verb of a segment is in the Konjunktiv."""
    return any(prose.konjunktiv(n, True) for n in range(part.first, part.last))


def has_infinitive(prose: Prose, part: Segment) -> bool:
    """Whether an infinitive with "zu" stands in a segment."""
    words = prose.words
    for n in range(part.first, part.last):
        if words[n].lower == "zu" and n + 1 < part.last:
            following = words[n + 1]
            if (
                not following.capital
                and following.lower.endswith(("en", "ern", "eln", "sein", "tun"))
                and (following.pos in ("", "VERB", "AUX"))
            ):
                return True
        elif _joined_infinitive(words[n].lower) and words[n].pos in ("VERB", "AUX", "") and not words[n].capital:
            return bool(words[n].pos) or n + 1 >= part.last or not words[n + 1].alpha or words[n + 1].lower == "und"
    return False


def _joined_infinitive(word: str) -> bool:
    """Whether a word looks like "mitzuteilen"."""
    return "zu" in word[2:-3] and word.endswith(("en", "rn", "ln", "un"))


def complement_end(
    prose: Prose, parts: Sequence[Segment], number: int, cues: Sequence[Cue], sources: Sequence[Source], shape: str
) -> int:
    """The word after the last that a complement holds."""
    cues = [cue for cue in cues if number <= cue.segment <= number + REACH]
    for later in range(number, min(number + REACH, len(parts))):
        part = parts[later]
        if later > number:
            first = prose.words[part.first].lower
            if part.before == ";" and not konjunktiv_in(prose, part):
                return part.first - 1
            if any(source.segment == later and source.whole for source in sources):
                return part.first - 1
            if any(cue.segment == later and cue.finite == part.first for cue in cues):
                return part.first - 1
            if shape == "inf" and not _belongs(prose, part):
                return part.first - 1
            if shape in ("sub", "inf") and prose.finite(part.first) and not prose.konjunktiv(part.first, True):
                return part.first - 1
            if first in JOINING and _main(prose, part, part.first + 1) and not (shape == "sub" and first == "sondern"):
                return part.first - 1
            if first in JOINING and any(_indicative(prose, cue, later) for cue in cues):
                return part.first - 1
        for cue in cues:
            if cue.segment != later or cue.finite <= part.first or cue.finite != cue.word:
                continue
            if prose.words[cue.finite - 1].lower in ("und", "aber", "doch") and not prose.konjunktiv(cue.finite):
                return cue.finite - 1
    begin, last = parts[number].first, parts[-1].last
    for n in range(begin + 2, last):
        if prose.taken[n] and not prose.taken[n - 1] and prose.words[n - 2].text in ".!?:":
            return n - 1
    return last


def _belongs(prose: Prose, part: Segment) -> bool:
    """Whether a segment goes on with an infinitive: another one, a purpose, a clause that hangs on it."""
    first = prose.words[part.first].lower
    if part.before in ("(", ")", "–", "—"):
        return True
    if has_infinitive(prose, part) or relative(prose, part) or first in JOINING or first in closed("question"):
        return first != "wobei"
    return first in closed("subjunction") and first != "wobei"


def _indicative(prose: Prose, cue: Cue, number: int) -> bool:
    """Whether a verb of saying in a segment is told by the article itself."""
    return cue.segment == number and cue.finite == cue.word and not prose.konjunktiv(cue.finite, True)


def _main(prose: Prose, part: Segment, first: int) -> bool:
    """Whether a main clause in the indicative begins: a finite verb in first or second place."""
    if prose.words[min(first, part.last - 1)].lower in closed("subjunction"):
        return False
    verb = next((n for n in range(first, part.last) if prose.finite(n) or prose.konjunktiv(n, True)), -1)
    if verb < 0 or konjunktiv_in(prose, part):
        return False
    return verb < part.last - 2
