"""Told words that stand before their verb of saying: "Der Zug sei entgleist, sagte der Sprecher"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.appositions import with_apposition
from tui.language.quotations.backward import pointing_comment
from tui.language.quotations.clauses import Segment, relative, trimmed, verb_final
from tui.language.quotations.complements import PURPOSE, Complement, has_infinitive, konjunktiv_in
from tui.language.quotations.cues import Cue
from tui.language.quotations.impersonal import HEISSEN
from tui.language.quotations.lexicon import closed
from tui.language.quotations.nominatives import CONJUNCTIONS, subject_after
from tui.language.quotations.phrases import noun_phrase
from tui.language.quotations.voices import can_voice
from tui.language.quotations.words import Prose

_FOCUS = frozenset({"selbst", "auch", "nur", "erst", "gerade", "besonders", "schon"})
_HELPING = frozenset(
    ["sei", "seien", "habe", "hätte", "hätten", "werde", "würde", "würden", "könne", "könnten", "müsse", "müssten"]
) | {"solle", "sollten", "wolle", "wollten", "dürfe", "dürften", "wäre", "wären"}
"""Verbs in the Konjunktiv whose clause goes on with another verb."""

_CONDITIONAL = frozenset({"sollte", "sollten", "hätte", "hätten", "wäre", "wären", "würde", "würden"})
"""Verbs that open a condition: "Sollte sich das bestätigen, droht ..."."""


def comment_before(prose: Prose, parts: Sequence[Segment], cue: Cue) -> Complement | None:
    """The words before a comment clause: "Der Zug sei entgleist, sagte der Sprecher, und brenne"."""
    part = parts[cue.segment]
    pointing = pointing_comment(prose, parts, cue)
    if (cue.finite != part.first and not pointing) or not cue.segment or part.before not in (",", "–", "—"):
        return None
    silent = prose.words[trimmed(prose, part.first, part.last)[1] - 1].lower == "nicht"
    silent = silent and "deny" not in cue.verb.groups
    if not cue.verb.groups & {"say", "think", "ask"} or silent:
        return None
    if not pointing and prose.words[cue.finite].lower not in HEISSEN:
        subject = subject_after(prose, cue.finite, part.last)
        if subject is None and cue.finite == cue.word:
            return None
        if subject is not None and not _told(prose, parts, cue) and not can_voice(prose, *subject):
            return None
        if cue.finite != cue.word and subject_after(prose, cue.finite, cue.word) is None:
            return None
    first = parts[0].first
    for number, earlier in enumerate(parts[: cue.segment]):
        if earlier.before == ":" or (earlier.before == ";" and not _all_told(prose, parts[:number])):
            first = earlier.first
    before = [p for p in parts[: cue.segment] if p.first >= first]
    asked = "ask" in cue.verb.groups and prose.words[first].lower in closed("question")
    if not before or not (asked or any(_holds_main(prose, p, not order) for order, p in enumerate(before))):
        return None
    end = before[-1].last
    pieces = [(first, end)]
    if cue.segment + 1 < len(parts):
        following = parts[cue.segment + 1]
        rest = _after_apposition(prose, parts, cue)
        if _goes_on(prose, following):
            pieces.append((following.first, parts[-1].last))
        elif rest is not None and _open(prose, before[-1], rest):
            pieces.append((rest.first, parts[-1].last))
    return Complement(tuple(pieces))


def _all_told(prose: Prose, parts: Sequence[Segment]) -> bool:
    """Whether all main clauses before a semicolon are in the Konjunktiv: "Man wisse nichts; man prüfe es, sagte er"."""
    main = [(part, n) for part in parts for n in range(part.first, part.last) if prose.finite(n)]
    main = [(part, n) for part, n in main if not verb_final(prose, part, n) and not relative(prose, part)]
    return bool(main) and all(prose.konjunktiv(n, True) for _, n in main)


def _told(prose: Prose, parts: Sequence[Segment], cue: Cue) -> bool:
    """Whether a Konjunktiv before the comment shows that the words are somebody's."""
    return any(konjunktiv_in(prose, part) for part in parts[: cue.segment])


def told_before(prose: Prose, parts: Sequence[Segment], cue: Cue) -> bool:
    """Whether a main clause in the Konjunktiv stands before a comment: "Er sehe keinen Weg, sagte Ebel, ..."."""
    if cue.finite != parts[cue.segment].first:
        return False
    return any(
        konjunktiv_in(prose, part) and _holds_main(prose, part, False) and not prose.taken[part.first]
        for part in parts[: cue.segment]
    )


def prefield_before(prose: Prose, parts: Sequence[Segment], cue: Cue, verb: int) -> tuple[int, int] | None:
    """What stands before a comment, of a clause whose Konjunktiv follows it: "Das Haus, sagte Ebel, sei leer"."""
    first, last = parts[0].first, parts[cue.segment].first - 1
    if not cue.segment or cue.finite != parts[cue.segment].first or not prose.konjunktiv(verb, True):
        return None
    if any(prose.finite(n) or prose.konjunktiv(n, True) or prose.taken[n] for n in range(first, last)):
        return None
    return (first, last) if noun_phrase(prose, first, last) == last else None


def _goes_on(prose: Prose, part: Segment) -> bool:
    """Whether the words of a speaker go on after a comment clause."""
    if part.before != "," or relative(prose, part):
        return False
    if prose.words[part.first].lower in closed("subjunction"):
        return any(prose.konjunktiv(n) for n in range(part.first, part.last))
    if has_infinitive(prose, part):
        return prose.words[part.first].lower not in PURPOSE
    verb = part.first + (prose.words[part.first].lower in CONJUNCTIONS and part.last > part.first + 1)
    if prose.finite(verb) and not prose.konjunktiv(verb, True):
        return False  # a second act of who comments: "..., lobte Ebel, nannte den Preis aber hoch", "und ging"
    return konjunktiv_in(prose, part) or any(prose.finite(n) for n in range(part.first, part.last))


def _after_apposition(prose: Prose, parts: Sequence[Segment], cue: Cue) -> Segment | None:
    """The segment after a comment and what is said there of its speaker: "sagte Ebel, Sprecher der Firma, | ..."."""
    subject = subject_after(prose, cue.finite, parts[cue.segment].last)
    end = with_apposition(prose, parts, cue.segment, subject)[1] if subject is not None else 0
    after = (part for part in parts[cue.segment + 1 :] if part.first >= end)
    return next((part for part in after if not prose.words[part.first].text[0].isdigit()), None)  # "Karl Ebel, 51, ..."


def _open(prose: Prose, part: Segment, following: Segment) -> bool:
    """Whether a comment cuts a clause after its helping verb: "Er habe, sagt Ebel, zu viel gesehen"."""
    end = part.last - 1
    if prose.words[following.first].lower in PURPOSE | closed("subjunction") or has_infinitive(prose, following):
        return False  # "Der Plan sei gut, sagte Ebel, um zu beruhigen"
    begun = any(prose.words[n].lower in _HELPING for n in range(max(part.first, end - 1), end + 1))
    if any(prose.finite(n) and not prose.konjunktiv(n, True) for n in range(following.first, following.last)):
        return False  # "Er sei krank, sagte Ebel, und ging"
    return begun and following.before == "," and not verb_final(prose, part, end) and not relative(prose, following)


def _holds_main(prose: Prose, part: Segment, opens: bool) -> bool:
    """Whether a segment holds the verb of a main clause, or opens the sentence with "dass" or "ob"."""
    first = prose.words[part.first].lower
    if first in ("dass", "ob"):
        return opens
    if first in _FOCUS and prose.words[min(part.first + 1, part.last - 1)].lower in closed("subjunction"):
        return False
    if opens and first in _CONDITIONAL:
        return False
    for n in range(part.first, part.last):
        if (
            (prose.finite(n) or prose.konjunktiv(n, True))
            and not verb_final(prose, part, n)
            and not relative(prose, part)
        ):
            return True
    return False
