"""Finds the subject of a verb of saying: who speaks, as the sentence puts it.

German puts one constituent before the finite verb of a main clause; if that is no subject, the subject follows the
verb. In subordinate clauses it follows the opening word.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.appositions import with_apposition, with_relative
from tui.language.quotations.clauses import Segment, in_marks, relative, verb_final
from tui.language.quotations.impersonal import HEISSEN, impersonal, place_before
from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.nominatives import CONJUNCTIONS, is_named, is_subject, shed, subject_after, trailing
from tui.language.quotations.phrases import noun_phrase, phrases_in
from tui.language.quotations.voices import can_voice, is_person
from tui.language.quotations.words import Prose

_NOMINATIVE = frozenset({"er", "man", "wir", "ich", "du"})
"""Pronouns that can be nothing but a subject."""

_DEMONSTRATIVE = frozenset({"denen", "jenen", "denjenigen"})
_RELATIVE = frozenset({"der", "die", "das", "welcher", "welche", "welches"})


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
    acts = is_subject(prose, first, verb) and can_voice(prose, first, verb)  # "Der Rat hat es bedauert, zu bauen"
    if prose.words[verb].lower in HEISSEN or (impersonal(prose, segment, verb) and not acts):
        return place_before(prose, parts, number)
    while first < verb and prose.words[first].lower in CONJUNCTIONS:
        first += 1
    if verb + 1 < segment.last and prose.words[verb + 1].lower in ("er", "wir", "ich"):
        return verb + 1, verb + 2
    if verb_final(prose, segment, verb):
        uncut = verb - 1 > first and prose.finite(verb - 1) and subject_after(prose, verb, segment.last)
        return uncut or _subordinate(prose, parts, number, verb)
    joint = next((n for n in range(verb - 1, first, -1) if prose.words[n].lower in CONJUNCTIONS), -1)
    earlier = next((n for n in range(first, verb) if prose.finite(n)), -1)
    if earlier > first and joint < earlier and not verb_final(prose, segment, earlier):
        verb = earlier
    elif joint > first and any(prose.finite(n) or prose.konjunktiv(n, True) for n in range(first, joint)):
        if number and joint + 1 == verb and any(prose.konjunktiv(n) for n in range(first, joint)):
            return _shared(prose, parts, number - 1)  # "Er sagte, das Werk schließe, und fügte hinzu" without commas
        first = joint + 1
        if first == verb:
            return _shared(prose, parts, number) or subject_after(prose, verb, segment.last)
    elif number and first < joint == verb - 1 and (shared := _shared(prose, parts, number - 1)) is not None:
        return shared  # "Er will, wie er sagt, | ein Werk bauen und hofft"
    if first == verb:
        before = _split_subject(prose, parts, number)
        after = subject_after(prose, verb, segment.last)
        if before and not _rather(prose, after, before):
            return before
        if after is None and number and verb > segment.first:
            return _shared(prose, parts, number)
        opened = _opened(prose, parts, number) if after is None else None
        if opened is not None:
            return subject_of(prose, parts, *opened)
        open_subject = after is None or is_named(prose, verb, *after)
        if open_subject and number and any(prose.finite(n) for n in range(parts[number - 1].first, first - 1)):
            shared = _shared(prose, parts, number - 1)
            if shared is not None and can_voice(prose, *shared):
                return shared
        return with_apposition(prose, parts, number, after) if after is not None else None
    after = subject_after(prose, verb, segment.last)
    if after is not None and prose.words[after[0]].lower in _NOMINATIVE and after[0] <= verb + 2:
        return after
    if after == (verb + 1, verb + 2) and prose.words[verb + 1].lower == "sie" and not can_voice(prose, first, verb):
        return after
    if after is not None:
        after = with_apposition(prose, parts, number, after)
        if is_person(prose, *after) and not (can_voice(prose, first, verb) and not _said_thing(prose, first, verb)):
            return after
    if is_subject(prose, first, verb) and not (after is not None and _light(prose, first, verb)):
        begin = shed(prose, first, verb)
        if begin < verb:
            return _name_before(prose, parts, number) or begin, trailing(prose, begin, verb)
    if after is None:
        for begin, end, governed in phrases_in(prose, first, verb):
            if not governed and is_subject(prose, begin, end):
                return begin, end
        if number:
            return _shared(prose, parts, number)
    return after


def _opened(prose: Prose, parts: Sequence[Segment], number: int) -> tuple[int, int] | None:
    """Where the auxiliary stands whose participle alone is left: "hatte ein Sprecher, Karl Ebel, | erklärt"."""
    for back in range(number - 1, max(-1, number - 3), -1):
        part = parts[back]
        for n in range(part.first, part.last):
            if prose.words[n].lower in closed("perfect") and prose.finite(n) and not verb_final(prose, part, n):
                return back, n
    return None


def _rather(prose: Prose, after: tuple[int, int] | None, before: tuple[int, int]) -> bool:
    """Whether a named subject behind the verb speaks: "Der neue Plan, berichtet die Ulmer Zeitung, sieht vor".

    Only "die" and "das" tell a subject from whom it was said to ("sagte der Zeitung"), or that what stands before the
    verb cannot speak.
    """
    if after is None:
        return False
    if not can_voice(prose, *before) and can_voice(prose, *after):
        return True
    if prose.words[after[0]].lower not in ("die", "das"):
        return False
    words = prose.words
    named_after = prose.entities_in(words[after[0]].start, words[after[1] - 1].end)
    return bool(named_after) and not prose.entities_in(words[before[0]].start, words[before[1] - 1].end)


def _name_before(prose: Prose, parts: Sequence[Segment], number: int) -> int:
    """The first word of a name that the prefield explains: "Stephen Singer, ein Experte vom WWF erklärte"; or 0."""
    if number == 0 or parts[number].before != ",":
        return 0
    name = parts[number - 1]
    return name.first if prose.name_ends.get(name.first) == name.last and name.before == "" else 0


def _said_thing(prose: Prose, first: int, verb: int) -> bool:
    """Whether the place before the verb holds what was said: "Die Äußerungen der Partei nannte Ebel falsch"."""
    return any(prose.words[n].text in nouns("source") for n in range(first, min(first + 3, verb)))


def _light(prose: Prose, first: int, verb: int) -> bool:
    """Whether the place before the verb holds one word that may be an object or an adverb: "Das", "Tatsächlich"."""
    if verb - first != 1:
        return False
    word = prose.words[first]
    if word.lower in ("das", "dies", "es"):
        return True
    loose = not word.pos or word.pos in ("ADJ", "ADV") or word.lower.endswith(("lich", "weise"))
    return loose and word.lower not in closed("pronoun") and not prose.entities_in(word.start, word.end)


def _subordinate(prose: Prose, parts: Sequence[Segment], number: int, verb: int) -> tuple[int, int] | None:
    """Subject of a clause with its verb at the end; of a relative clause the noun that it hangs on."""
    segment = parts[number]
    opener = prose.words[segment.first]
    first = segment.first + 1
    if opener.lower in _RELATIVE and segment.before == ",":
        before = antecedent(prose, parts, number)
        own = None if before is not None and can_voice(prose, *before) else _own_person(prose, first, verb)
        return own or before
    if opener.lower in closed("preposition") and first < verb and prose.words[first].lower in closed("relative"):
        first += 1
    for begin, end, governed in phrases_in(prose, first, verb):
        if not governed and is_subject(prose, begin, end):
            return begin, end
    return None


def _own_person(prose: Prose, first: int, verb: int) -> tuple[int, int] | None:
    """Who acts in a relative clause about a thing: "die Marke, die Ebel zum Ziel erklärt hatte"."""
    end = noun_phrase(prose, first, verb)
    if end > first and is_person(prose, first, end) and is_subject(prose, first, end):
        return first, end
    return None


def antecedent(prose: Prose, parts: Sequence[Segment], number: int) -> tuple[int, int] | None:
    """What a relative clause or "wonach" hangs on: the last noun phrase before it and before other such clauses."""
    if not number:
        return None
    place = number - 1
    while place and relative(prose, parts[place]):
        place -= 1
    previous = parts[place]
    found = None
    for begin, end, _ in phrases_in(prose, previous.first, previous.last):
        while begin < end - 1 and prose.words[begin].lower in closed("adverb"):
            begin += 1
        found = begin, end
    if prose.words[previous.last - 1].lower in _DEMONSTRATIVE:
        found = previous.last - 1, previous.last
    return with_relative(prose, parts, place, found) if found is not None and place < number - 1 else found


def _split_subject(prose: Prose, parts: Sequence[Segment], number: int) -> tuple[int, int] | None:
    """A subject before the verb that commas cut up: "Henderson, Sprecher der Polizei, sagte"."""
    if not number or parts[number].before not in (",", ")", "–", "—"):
        return None
    start = number - 1
    while start > 0 and parts[start].before in (",", "(", "–", "—", ")") and _inserted(prose, parts[start]):
        start -= 1
    head = parts[start]
    if any(prose.taken[head.first : head.last]) or in_marks(prose, head):
        return None
    first = head.first
    while first < head.last and prose.words[first].lower in CONJUNCTIONS | closed("subjunction"):
        first += 1
    if start == number or first >= head.last or not is_subject(prose, first, head.last):
        return None
    if any(prose.finite(n) for n in range(first, head.last)) and prose.words[first].lower not in closed("relative"):
        return None
    end = noun_phrase(prose, first, head.last, wide=True)
    if end < head.last:
        return None
    last = end
    for part in parts[start + 1 : number]:
        if prose.finite(part.last - 1) or part.last - first > 25:
            break
        last = part.last
    return first, last


def _inserted(prose: Prose, part: Segment) -> bool:
    """Whether a segment is a relative clause or an apposition."""
    last = part.last - 1
    if prose.words[part.first].lower in closed("subjunction"):
        return False  # "..., obwohl eine Person, die ihn kennt, sagte"
    if prose.words[part.first].lower in closed("relative") | closed("preposition") and prose.finite(last):
        return True
    return not any(prose.finite(n) for n in range(part.first, part.last))


def _shared(prose: Prose, parts: Sequence[Segment], number: int) -> tuple[int, int] | None:
    """The subject of the clause before, for a second verb without its own ("und sagte, ...")."""
    for back in range(number, max(-1, number - 5), -1):
        part = parts[back]
        for verb in range(part.first, part.last):
            if not prose.finite(verb) or prose.konjunktiv(verb) or verb_final(prose, part, verb):
                continue
            if verb > part.first and is_subject(prose, part.first, verb):
                begin = shed(prose, part.first, verb)
                return begin, trailing(prose, begin, verb)
            after = subject_after(prose, verb, part.last)
            split = _split_subject(prose, parts, back) if after is None and verb == part.first else None
            if split is not None:
                return split  # "Rita Sommer, die Gründerin, bestätigte das, und sagte"
            if after is not None and (verb > part.first or not back or can_voice(prose, *after)):
                return after
            break  # "Er ist jung, trägt eine Mütze und sagt": the object of a verb without its own subject
    return None
