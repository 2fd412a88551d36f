"""Finds attributions without a verb: "laut X", "nach Angaben von X", "X zufolge", "so X", "wie X mitteilte".

Each is a stretch of the sentence that names an origin; the rest of its clause is what the origin says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.language.quotations.clauses import Segment, relative
from tui.language.quotations.cues import Cue
from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.phrases import is_noun, noun_phrase, temporal
from tui.language.quotations.roles import is_role
from tui.language.quotations.subjects import subject_of, with_apposition
from tui.language.quotations.words import Prose

_POSSESSIVE = ("sein", "ihr", "mein", "unser", "euer", "eigen", "deren", "dessen")


@dataclass(frozen=True, slots=True)
class Source:
    """An attribution."""

    first: int
    """First word of the stretch."""
    last: int
    """After its last word."""
    speaker: tuple[int, int] | None
    cue: int
    """Number of the word that makes the attribution."""
    segment: int
    whole: bool
    """Whether the stretch is a segment of its own ("..., so X")."""
    clause: bool = False
    """Whether the stretch opens the clause that holds the words ("wonach ...", "demnach ...")."""


def find_sources(prose: Prose, parts: Sequence[Segment], cues: Sequence[Cue]) -> list[Source]:
    """The attributions of a sentence, in order.

    Args:
        prose: The article.
        parts: The segments of the sentence.
        cues: Its verbs of saying.
    """
    found: list[Source] = []
    for number, part in enumerate(parts):
        whole = _comment(prose, parts, number, cues)
        if whole is not None:
            found.append(whole)
            continue
        at = part.first
        while at < part.last:
            source = None if prose.taken[at] else _at(prose, parts, number, at)
            if source is not None:
                found.append(source)
                at = max(source.last, at + 1)
            else:
                at += 1
    return found


def _at(prose: Prose, parts: Sequence[Segment], number: int, at: int) -> Source | None:
    word = prose.words[at]
    part = parts[number]
    lower = word.lower
    if lower in ("laut", "nach", "gemäß") and at == part.first and relative(prose, part):
        return Source(at, at + 2, _noun_before(prose, parts, number) or (at + 1, at + 2), at, number, False, True)
    if lower in ("laut", "gemäß", "zufolge", "nach", "demnach", "danach", "wonach", "demzufolge", "seitens"):
        if lower in ("laut", "gemäß"):
            return _before_phrase(prose, part, number, at, lower)
        if lower == "zufolge":
            return _after_phrase(prose, part, number, at)
        if lower == "nach":
            return _nach(prose, part, number, at)
        if lower == "wonach" and at == part.first:
            return Source(at, at + 1, _noun_before(prose, parts, number), at, number, False, True)
        if lower in ("demnach", "demzufolge") or (lower == "danach" and at == part.first and not number):
            return Source(at, at + 1, (at, at + 1), at, number, False, True) if lower != "danach" else None
    return None


def _before_phrase(prose: Prose, part: Segment, number: int, at: int, lower: str) -> Source | None:
    """Laut X, gemäß X."""
    end = _phrase_end(prose, part, at)
    if end == at + 1:
        return None
    if lower == "gemäß" and not (_speech_noun(prose, at + 1, end, "source") or is_role(prose.words[end - 1].text)):
        return None
    return Source(at, end, (at + 1, end), at, number, False)


def _phrase_end(prose: Prose, part: Segment, at: int) -> int:
    """The end of the phrase after a preposition: up to the finite verb where the phrase stands first."""
    narrow = noun_phrase(prose, at + 1, part.last)
    if narrow == at + 1:
        word = prose.words[at + 1] if at + 1 < part.last else None
        return (
            at + 2
            if word is not None and (word.capital or word.lower in closed("pronoun") or word.lower == "denen")
            else at + 1
        )
    opening = at == part.first or (
        at == part.first + 1 and prose.words[part.first].lower in ("und", "aber", "doch", "denn")
    )
    if opening:
        for n in range(narrow, min(part.last, narrow + 14)):
            if prose.finite(n) or prose.konjunktiv(n, True):
                wide = noun_phrase(prose, at + 1, n, wide=True)
                return n if wide == n else max(narrow, wide)
    return narrow


def _nach(prose: Prose, part: Segment, number: int, at: int) -> Source | None:
    """Nach Angaben von X; Ansicht von X nach; seiner Meinung nach."""
    words = prose.words
    end = noun_phrase(prose, at + 1, part.last)
    if end > at + 1 and _speech_noun(prose, at + 1, min(end, at + 6), "nach"):
        wide = _phrase_end(prose, part, at)
        return Source(at, wide, (at + 1, wide), at, number, False)
    indefinite = words[at + 1].lower not in ("der", "dem", "den", "diesem", "dieser") if at + 1 < part.last else False
    if end > at + 1 and indefinite and _speech_noun(prose, at + 1, min(end, at + 6), "nach-indefinite"):
        return Source(at, end, (at + 1, end), at, number, False)
    begin = _phrase_before(prose, part, at)
    if begin < at and _speech_noun(prose, begin, at, "nach"):
        own = words[begin].lower.startswith(_POSSESSIVE)
        return Source(begin, at + 1, (begin, begin + 1) if own else (begin, at), at, number, False)
    return None


def _after_phrase(prose: Prose, part: Segment, number: int, at: int) -> Source | None:
    """X zufolge."""
    begin = _phrase_before(prose, part, at)
    if begin == at:
        return None
    return Source(begin, at + 1, (begin, at), at, number, False)


def _phrase_before(prose: Prose, part: Segment, at: int) -> int:
    """The beginning of the noun phrase that ends just before a word."""
    for begin in range(max(part.first, at - 12), at):
        word = prose.words[begin]
        if word.lower in closed("preposition") or (prose.finite(begin) and not is_noun(prose, begin)):
            continue
        if noun_phrase(prose, begin, at, wide=begin == part.first) == at:
            return begin
    return at


def _speech_noun(prose: Prose, first: int, last: int, section: str) -> bool:
    """Whether the head of a phrase is a noun of speech; compounds count by their last part."""
    listed = nouns(section)
    for n in range(first, last):
        word = prose.words[n]
        if not word.capital or not word.alpha:
            continue
        text = word.text
        if text in listed:
            return True
        return any(text.endswith(noun.lower()) for noun in listed if len(noun) > 5)
    return False


def _noun_before(prose: Prose, parts: Sequence[Segment], number: int) -> tuple[int, int] | None:
    """The noun phrase that "wonach" hangs on."""
    if not number:
        return None
    part = parts[number - 1]
    for begin in range(part.first, part.last):
        if noun_phrase(prose, begin, part.last) == part.last:
            return begin, part.last
    return None


def _comment(prose: Prose, parts: Sequence[Segment], number: int, cues: Sequence[Cue]) -> Source | None:
    """A segment that is nothing but an attribution: "so X", "wie X sagte", "heißt es in X"."""
    part = parts[number]
    first = prose.words[part.first].lower
    inside = [cue for cue in cues if cue.segment == number]
    if first == "so" and (number or part.before) and part.last > part.first + 1:
        following = prose.words[part.first + 1]
        if any(cue.finite == part.first + 1 for cue in inside):
            cue = next(cue for cue in inside if cue.finite == part.first + 1)
            return Source(part.first, part.last, subject_of(prose, parts, number, cue.finite), cue.word, number, True)
        if any(prose.finite(n) for n in range(part.first + 1, part.last)) or following.lower in (
            "dass",
            "wie",
            "viel",
            "lange",
        ):
            return None
        end = noun_phrase(prose, part.first + 1, part.last, wide=True)
        if end == part.first + 1 and following.lower in closed("determiner"):
            end = part.last
        if end == part.first + 1 or temporal(prose, part.first + 1, min(end, part.first + 3)):
            return None
        narrow = noun_phrase(prose, part.first + 1, part.last)
        narrow = end if narrow == part.first + 1 else narrow
        if not _speaks(prose, part.first + 1, narrow):
            return None
        speaker = with_apposition(prose, parts, number, (part.first + 1, narrow))
        return Source(part.first, max(part.last, speaker[1]), speaker, part.first, number, True)
    if first == "wie":
        return _wie(prose, parts, number, cues)
    return None


def _wie(prose: Prose, parts: Sequence[Segment], number: int, cues: Sequence[Cue]) -> Source | None:
    """Wie X mitteilte; wie der Sprecher, Y, mitteilte."""
    part = parts[number]
    for later in range(number, min(number + 3, len(parts))):
        other = parts[later]
        cue = next((cue for cue in cues if cue.segment == later), None)
        if cue is None:
            if any(prose.finite(n) for n in range(other.first, other.last)):
                return None
            continue
        if max(cue.word, cue.finite) < other.last - 3:
            return None
        if cue.passive:
            return Source(part.first, other.last, None, cue.word, later, True)
        if later > number:
            end = min(cue.word, cue.finite)
            before = parts[later - 1].last if end == other.first else end
            return Source(part.first, other.last, (part.first + 1, before), cue.word, later, True)
        return Source(part.first, other.last, subject_of(prose, parts, number, cue.finite), cue.word, number, True)
    return None


def _speaks(prose: Prose, first: int, last: int) -> bool:
    """Whether a phrase after "so" can be a speaker: a name, a person, a body, a text, a pronoun."""
    start, end = prose.span(first, last)
    if prose.entities_in(start, end):
        return True
    if prose.words[first].lower in ("er", "sie") and last == first + 1:
        return True
    for n in range(first, last):
        text = prose.words[n].text
        if is_noun(prose, n):
            groups = nouns("role-group") | nouns("text") | nouns("source") | nouns("claim")
            if is_role(text) or text in groups or any(text.endswith(g.lower()) for g in groups if len(g) > 4):
                return True
    return any(prose.words[n].pos == "PROPN" for n in range(first, last))
