"""Who speaks where neither verb nor mood tells: the person who acts in the sentence right before."""

from __future__ import annotations

from collections.abc import Collection

from tui.language.quotations.clauses import segments, verb_final
from tui.language.quotations.draft import Draft
from tui.language.quotations.leads import reacting
from tui.language.quotations.lexicon import closed
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.voices import is_person
from tui.language.quotations.words import MARKS, Prose

_ONE = frozenset({"er", "sie"})
_FIRST_PERSON = ("wir", "ich", "uns", "mir", "mich", "unser", "mein")


def acting_before(prose: Prose, draft: Draft, covered: Collection[int]) -> tuple[int, int] | None:
    """The person who acts in the sentence before words in marks that no verb of saying governs.

    "Sommer lacht darüber. „Wir sehen uns vor Gericht.“" is hers, whoever spoke before. None where the words are no
    sentence of their own, or the sentence before is somebody's words, tells what was done to its subject or of a death,
    or stands in another paragraph; and where the words are about a "he" or "she", who may be that person.

    Args:
        prose: The article.
        draft: The words.
        covered: Numbers of the sentences with quotations.
    """
    first, last = prose.at(draft.start), prose.at(draft.end)
    number = prose.words[first].sentence
    opening = prose.ranges[number][0]
    if any(prose.words[n].text not in MARKS for n in range(opening, first)) or number - 1 in covered or not number:
        return None
    begin, end = prose.ranges[number - 1]
    if begin >= end or "\n" in prose.text[prose.words[end - 1].end : draft.start]:
        return None
    inside = [prose.words[n].lower for n in range(first, last)]
    if any(word in _ONE for word in inside) and not any(word.startswith(_FIRST_PERSON) for word in inside):
        return None
    parts = segments(prose, begin, end)
    for index, part in enumerate(parts):
        verb = next((n for n in range(part.first, part.last) if prose.finite(n) or prose.konjunktiv(n, True)), -1)
        if verb < 0 or verb_final(prose, part, verb):
            continue
        done = prose.words[verb].lower in closed("passive") and _participle(prose, verb + 1, part.last)
        if done or prose.konjunktiv(verb, True) or "Number=Plur" in prose.words[verb].features:
            return None
        if any(prose.words[n].lower in closed("dying") for n in range(part.first, part.last)):
            return None
        found = subject_of(prose, parts, index, verb)
        one = found is not None and prose.words[found[0]].lower in _ONE and found[1] == found[0] + 1
        return found if found is not None and (one or is_person(prose, *found)) else reacting(prose, part)
    return None


def _participle(prose: Prose, first: int, last: int) -> bool:
    return any("VerbForm=Part" in prose.words[n].features for n in range(first, last))
