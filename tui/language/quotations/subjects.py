"""Finds the subject of a verb of saying: who speaks, as the sentence puts it.

German puts one constituent before the finite verb of a main clause; if that is no subject, the subject follows the
verb. In subordinate clauses it follows the opening word.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.phrases import Segment, noun_phrase, phrases_in, temporal
from tui.language.quotations.words import Prose

_CONJUNCTIONS = frozenset({"und", "aber", "doch", "denn", "oder", "sondern", "sowie", "jedoch"})
_OBLIQUE = frozenset(
    [
        "den",
        "dem",
        "des",
        "einem",
        "einen",
        "eines",
        "diesem",
        "diesen",
        "ihm",
        "ihn",
        "ihnen",
        "seinem",
        "seinen",
        "ihrem",
        "ihren",
    ]
)
_RELATIVE = frozenset({"der", "die", "das", "welcher", "welche", "welches"})


def verb_final(prose: Prose, segment: Segment, verb: int) -> bool:
    """Whether a segment is a subordinate clause whose verb group ends it."""
    first = prose.words[segment.first].lower
    if first in closed("subjunction"):
        return True
    if segment.before == "," and first in closed("relative"):
        return segment.last - verb <= 3 and verb - segment.first >= 1
    if segment.before == "," and first in closed("preposition") and segment.first + 1 < segment.last:
        return prose.words[segment.first + 1].lower in closed("relative") and segment.last - verb <= 2
    return False


def subject_of(prose: Prose, parts: Sequence[Segment], number: int, verb: int) -> tuple[int, int] | None:
    """The subject of a finite verb.

    Args:
        prose: The article.
        parts: The segments of the sentence.
        number: Which of them holds the verb.
        verb: The word number of the finite verb.

    Returns:
        Numbers of its first word and of the word after its last, or None where the sentence names none.
    """
    segment = parts[number]
    first = segment.first
    while first < verb and prose.words[first].lower in _CONJUNCTIONS:
        first += 1
    if verb_final(prose, segment, verb):
        return _subordinate(prose, parts, number, verb)
    if first == verb:
        before = _split_subject(prose, parts, number)
        if before:
            return before
        after = _after(prose, verb, segment.last)
        if after is None and number and verb > segment.first:
            return _shared(prose, parts, number)
        return after
    if _is_subject(prose, first, verb):
        begin = _shed(prose, first, verb)
        if begin < verb:
            return begin, _trailing(prose, begin, verb)
    after = _after(prose, verb, segment.last)
    if after is None:
        for begin, end, governed in phrases_in(prose, first, verb):
            if not governed and _is_subject(prose, begin, end):
                return begin, end
        if number:
            return _shared(prose, parts, number)
    return after


def _subordinate(prose: Prose, parts: Sequence[Segment], number: int, verb: int) -> tuple[int, int] | None:
    """Subject of a clause with its verb at the end; of a relative clause the noun that it hangs on."""
    segment = parts[number]
    opener = prose.words[segment.first]
    if opener.lower in _RELATIVE and segment.before == ",":
        return antecedent(prose, parts, number)
    for begin, end, governed in phrases_in(prose, segment.first + 1, verb):
        if not governed and _is_subject(prose, begin, end):
            return begin, end
    return None


def antecedent(prose: Prose, parts: Sequence[Segment], number: int) -> tuple[int, int] | None:
    """The noun phrase before a relative clause."""
    if not number:
        return None
    previous = parts[number - 1]
    found = None
    for begin, end, _ in phrases_in(prose, previous.first, previous.last):
        found = begin, end
    return found


def _split_subject(prose: Prose, parts: Sequence[Segment], number: int) -> tuple[int, int] | None:
    """A subject before the verb that commas cut up: "Henderson, Sprecher der Polizei, sagte"."""
    if not number or parts[number].before not in (",", ")", "–", "—"):
        return None
    start = number - 1
    while start > 0 and parts[start].before in (",", "(", "–", "—", ")") and _inserted(prose, parts[start]):
        start -= 1
    head = parts[start]
    first = head.first
    while first < head.last and prose.words[first].lower in _CONJUNCTIONS:
        first += 1
    if start == number or first >= head.last or not _is_subject(prose, first, head.last):
        return None
    if any(prose.finite(n) for n in range(first, head.last)) and prose.words[first].lower not in closed("relative"):
        return None
    end = noun_phrase(prose, first, head.last, wide=True)
    if end < head.last:
        return None
    last = parts[number - 1].last
    return first, last if last - first <= 25 else end


def _inserted(prose: Prose, part: Segment) -> bool:
    """Whether a segment is a relative clause or an apposition."""
    last = part.last - 1
    if prose.words[part.first].lower in closed("relative") | closed("preposition") and prose.finite(last):
        return True
    return not any(prose.finite(n) for n in range(part.first, part.last))


def _shared(prose: Prose, parts: Sequence[Segment], number: int) -> tuple[int, int] | None:
    """The subject of the clause before, for a second verb without its own ("und sagte, ...")."""
    for back in range(number, max(-1, number - 4), -1):
        part = parts[back]
        limit = part.last
        for verb in range(part.first, limit):
            if prose.finite(verb) and verb > part.first and not verb_final(prose, part, verb):
                found = _is_subject(prose, part.first, verb)
                if found:
                    begin = _shed(prose, part.first, verb)
                    return begin, _trailing(prose, begin, verb)
                return _after(prose, verb, limit)
    return None


def _is_subject(prose: Prose, first: int, last: int) -> bool:
    """Whether a stretch before the verb can be a nominative noun phrase."""
    first = _shed(prose, first, last)
    if first >= last:
        return False
    word = prose.words[first]
    if word.lower in _OBLIQUE or word.lower in closed("subjunction") or "Case=Gen" in word.features:
        return False
    if word.lower in closed("preposition") and not _names_itself(prose, first):
        return False
    end = noun_phrase(prose, first, last)
    return end > first and not (temporal(prose, first, end) and end - first <= 4)


def _names_itself(prose: Prose, number: int) -> bool:
    return prose.words[number].pos == "PROPN"


def _shed(prose: Prose, first: int, last: int) -> int:
    """Past conjunctions and focus words at the beginning: "Auch der Minister", "Nur er"."""
    shed = _CONJUNCTIONS | {"auch", "sogar", "selbst", "nur", "doch", "allein", "zudem"}
    while first < last - 1 and prose.words[first].lower in shed:
        first += 1
    return first


def _trailing(prose: Prose, first: int, last: int) -> int:
    """Without adverbs at the end of a constituent: "Merkel selbst", "der Minister jedoch"."""
    while last > first + 1 and (
        prose.words[last - 1].lower in closed("adverb")
        or not (prose.words[last - 1].alpha or prose.words[last - 1].text in ')“”"»«')
    ):
        last -= 1
    return last


def _after(prose: Prose, verb: int, limit: int) -> tuple[int, int] | None:
    """The first noun phrase after the verb that can be its subject."""
    at = verb + 1
    while at < limit:
        word = prose.words[at]
        if (
            word.lower in closed("pronoun")
            and word.lower not in ("ihr", "es")
            and noun_phrase(prose, at, limit) == at + 1
        ):
            return at, at + 1
        if word.lower in closed("adverb"):
            at += 1
            continue
        if word.lower in closed("preposition") and not (word.capital and _names_itself(prose, at)):
            end = noun_phrase(prose, at + 1, limit)
            at = max(end, at + 1)
            continue
        end = noun_phrase(prose, at, limit)
        if end == at:
            if prose.finite(at) or word.lower in closed("subjunction"):
                return None
            at += 1
            continue
        if word.lower in _OBLIQUE or temporal(prose, at, end):
            at = end
            continue
        return at, end
    return None


def is_role(word: str) -> bool:
    """Whether a noun names somebody by office, work or standing, also as the end of a compound or with -in."""
    bare = word.removesuffix("innen").removesuffix("in") if word.endswith(("in", "innen")) else word
    roles = nouns("role-person")
    for form in (
        word,
        bare,
        bare.removesuffix("s"),
        bare.removesuffix("en"),
        bare.removesuffix("n"),
        bare.removesuffix("es"),
    ):
        if form in roles:
            return True
        tail = form.rpartition("-")[2]
        if tail in roles:
            return True
        if any(len(form) > len(role) + 1 and form.endswith(role.lower()) for role in _long_roles()):
            return True
    return False


def _long_roles() -> frozenset[str]:
    return frozenset(
        role for role in nouns("role-person") if len(role) > 3 and role not in ("Mann", "Frau", "Amt", "Rat")
    )
