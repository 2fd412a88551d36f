"""Who words in marks belong to where no verb of saying tells: by their place in the sentence.

"Ähnlich sah es Ebel („Das darf nicht sein“)", "Für Ebel ist das „ein Skandal“", "Ebel rechnet mit „viel Regen“".
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.appositions import with_apposition
from tui.language.quotations.clauses import Segment, relative, verb_final
from tui.language.quotations.lexicon import closed
from tui.language.quotations.marked_words import Marked, outside
from tui.language.quotations.nominatives import CONJUNCTIONS
from tui.language.quotations.phrases import noun_phrase, phrases_in
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.voices import can_voice, is_person
from tui.language.quotations.words import Prose

LONGEST = 25
"""Words before a bracket in which who speaks is looked for."""

_COPULA = ("ist", "sind", "war", "waren", "sei", "seien", "wäre", "bleibt", "bedeutet", "bedeutete", "stellt", "wird")


def before_bracket(prose: Prose, marked: Marked) -> tuple[int, int] | None:
    """The phrase that a bracket with nothing but the quotation follows: "Torwart Ebel („Das darf nicht sein“)"."""
    before, after = outside(prose, marked)
    words = prose.words
    if before < 1 or words[before].text != "(" or after >= len(words) or words[after].text != ")":
        return None
    first = max(prose.ranges[words[before].sentence][0], before - LONGEST)
    found = [(begin, end) for begin, end, _ in phrases_in(prose, first, before) if end == before]
    return found[-1] if found and can_voice(prose, *found[-1]) else None


def signed_by(prose: Prose, marked: Marked) -> tuple[int, int] | None:
    """The person whose name signs words: behind a dash that ends their line or opens the next, or alone in a bracket.

    "„Ein Zoo ist kein Zirkus.“ — Bert Brandt, Tierschützer", "der Satz „Das reicht“ (Landrätin Rita Sommer)".
    """
    words = prose.words
    _, at = outside(prose, marked)
    while at < len(words) and words[at].text == ">":  # how a mail or Markdown begins a line that is quoted
        at += 1
    if at + 1 >= len(words) or words[at].text not in ("(", "–", "—"):
        return None
    limit = min(len(words), at + LONGEST)
    if words[at].text == "(":
        stop = next((n for n in range(at, limit) if words[n].text == ")"), at)
    else:
        line = prose.text.find("\n", words[at].start)
        stop = next((n for n in range(at, limit) if 0 <= line < words[n].start), limit)
        if stop == at + LONGEST:
            return None
    end = noun_phrase(prose, at + 1, stop)
    if end == at + 1 or any(prose.finite(n) for n in range(at + 1, stop)):
        return None
    return (at + 1, end) if is_person(prose, at + 1, end) and (end == stop or words[end].text == ",") else None


def for_whom(prose: Prose, parts: Sequence[Segment], marked: Marked) -> tuple[int, int] | None:
    """Whose judgement a clause with "für" and a verb of being tells: "Für Ebel ist das „ein Skandal“"."""
    for part in parts:
        if not part.first <= marked.first < part.last:
            continue
        verb = next((n for n in range(part.first, part.last) if prose.words[n].lower in _COPULA), -1)
        begin = part.first
        while begin < verb and prose.words[begin].lower in CONJUNCTIONS:
            begin += 1
        for at in (begin, verb + 1):
            if verb < 0 or at >= part.last or prose.words[at].lower != "für":
                continue
            end = noun_phrase(prose, at + 1, part.last)
            first_field = at != begin or end == verb
            if end > at + 1 and end <= marked.first and first_field and can_voice(prose, at + 1, end):
                return at + 1, end
    return None


def acting_subject(prose: Prose, parts: Sequence[Segment], marked: Marked) -> tuple[int, int] | None:
    """The person or body that the main clause round short words tells of: "Ebel rechnet mit „viel Regen“"."""
    for number in range(len(parts) - 1, -1, -1):
        part = parts[number]
        if part.first > marked.first or relative(prose, part):
            continue
        verbs = [n for n in range(part.first, part.last) if prose.finite(n) or prose.konjunktiv(n, True)]
        if not verbs or verb_final(prose, part, verbs[0]):
            continue
        if prose.konjunktiv(verbs[0], True):
            return None  # told by who spoke before
        found = subject_of(prose, parts, number, verbs[0])
        pronoun = found is not None and prose.words[found[0]].lower in closed("pronoun")
        if found is None or not can_voice(prose, *found) or (pronoun and prose.words[found[0]].lower not in _ONE):
            return None
        return with_apposition(prose, parts, number, found)
    return None


_ONE = frozenset({"er", "sie"})
"""Pronouns that stand for whoever can speak."""
