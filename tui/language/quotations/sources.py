"""Finds attributions without a verb: "laut X", "nach Angaben von X", "X zufolge", "so X", "wie X mitteilte".

Each is a stretch of the sentence that names an origin; the rest of its clause is what the origin says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.language.quotations.appositions import with_apposition, with_relative
from tui.language.quotations.clauses import Segment, relative
from tui.language.quotations.comments import Source, comment_of
from tui.language.quotations.contradicted import contradicts
from tui.language.quotations.cues import Cue
from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.nobody import without_owner
from tui.language.quotations.phrases import is_noun, noun_phrase
from tui.language.quotations.roles import is_role, listed
from tui.language.quotations.subjects import antecedent
from tui.language.quotations.voices import owned_noun
from tui.language.quotations.words import Prose

_POSSESSIVE = ("sein", "ihr", "mein", "unser", "euer", "eigen", "deren", "dessen")


def find_sources(prose: Prose, parts: Sequence[Segment], cues: Sequence[Cue]) -> list[Source]:
    """The attributions of a sentence, in order.

    Args:
        prose: The article.
        parts: The segments of the sentence.
        cues: Its verbs of saying.
    """
    found: list[Source] = []
    for number, part in enumerate(parts):
        whole = comment_of(prose, parts, number, cues)
        if whole is not None:
            if not contradicts(prose, parts, whole):
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
    hangs = lower in ("laut", "nach", "gemäß") and at == part.first and at + 2 < part.last and relative(prose, part)
    if hangs and (lower == "laut" or _speech_before(prose, parts, number)):
        return Source(at, at + 2, antecedent(prose, parts, number) or (at + 1, at + 2), at, number, False, True)
    source = _hanging(prose, parts, number, at)
    if source is None or source.speaker is None or source.clause:
        return source
    if without_owner(prose, *source.speaker):
        return replace(source, speaker=None)
    if source.last != source.speaker[1]:
        return source
    speaker = _listed(prose, parts, number, source.speaker)
    speaker = with_apposition(prose, parts, number, with_relative(prose, parts, number, speaker))
    return replace(source, speaker=speaker, last=speaker[1])


def _listed(prose: Prose, parts: Sequence[Segment], number: int, found: tuple[int, int]) -> tuple[int, int]:
    """A phrase with the others of its list: "nach Informationen von WDR, NDR und „Bild“ | hat"."""
    if found[1] != parts[number].last:
        return found
    for later in parts[number + 1 : number + 4]:
        verb = next((n for n in range(later.first, later.last) if prose.finite(n) or prose.konjunktiv(n, True)), -1)
        end = later.last if verb < 0 else verb
        joined = any(prose.words[n].lower in ("und", "sowie") for n in range(later.first, end))
        if later.before != "," or relative(prose, later) or noun_phrase(prose, later.first, end, wide=True) != end:
            return found
        if verb >= 0:
            return (found[0], verb) if joined else found
    return found


def _hanging(prose: Prose, parts: Sequence[Segment], number: int, at: int) -> Source | None:
    """The attribution that a word opens or ends."""
    lower = prose.words[at].lower
    part = parts[number]
    if lower in (
        "laut",
        "gemäß",
        "zufolge",
        "folge",
        "sicht",
        "nach",
        "demnach",
        "danach",
        "wonach",
        "demzufolge",
        "seitens",
    ):
        if lower in ("laut", "gemäß"):
            return _before_phrase(prose, part, number, at, lower)
        if lower == "sicht":
            return _aus_sicht(prose, part, number, at)
        if lower == "folge" and at > part.first and prose.words[at - 1].lower == "zu":
            return _after_phrase(prose, part, number, at - 1)
        if lower == "zufolge":
            return _after_phrase(prose, part, number, at)
        if lower == "nach":
            return _nach(prose, part, number, at)
        if lower == "wonach" and at == part.first:
            return Source(at, at + 1, antecedent(prose, parts, number), at, number, False, True)
        if lower in ("demnach", "demzufolge") or (lower == "danach" and at == part.first and not number):
            return Source(at, at + 1, (at, at + 1), at, number, False, True) if lower != "danach" else None
    return None


def _speech_before(prose: Prose, parts: Sequence[Segment], number: int) -> bool:
    """Whether a relative clause hangs on a noun of speech: "Gerüchte, nach denen"."""
    found = antecedent(prose, parts, number)
    return found is not None and any(_speech_noun(prose, *found, section) for section in ("source", "claim", "text"))


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
    if (
        narrow == at + 1
        and at == part.first
        and at + 2 < part.last
        and prose.words[at + 1].lower in closed("determiner")
    ):
        verb = next((n for n in range(at + 2, part.last) if prose.finite(n)), at + 1)
        if is_noun(prose, verb - 1):
            return verb
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
    if at + 1 < part.last and words[at + 1].lower == "wie":
        return None
    end = noun_phrase(prose, at + 1, part.last)
    timeless = at + 1 < part.last and words[at + 1].lower not in ("der", "dem", "den", "diesem", "dieser")
    told = timeless or any(prose.konjunktiv(n) for n in range(end, part.last))
    if end > at + 1 and not told and _speech_noun(prose, at + 1, min(end, at + 6), "moment"):
        return None
    if end > at + 2 and words[at + 1].text == "Ansicht" and listed(words[end - 1].lower, "seen"):
        return None  # "nach Ansicht der Bilder"
    if end > at + 1 and _speech_noun(prose, at + 1, min(end, at + 6), "nach"):
        wide = _phrase_end(prose, part, at)
        return Source(at, wide, (at + 1, wide), at, number, False)
    if end > at + 1 and timeless and _speech_noun(prose, at + 1, min(end, at + 6), "nach-indefinite"):
        end = _phrase_end(prose, part, at)
        return Source(at, end, (at + 1, end), at, number, False)
    begin = _phrase_before(prose, part, at)
    if begin < at and _speech_noun(prose, begin, at, "nach"):
        if words[begin].text.startswith("Ihr") and begin > part.first:
            return None
        return Source(begin, at + 1, (begin, at), at, number, False)
    return None


def _aus_sicht(prose: Prose, part: Segment, number: int, at: int) -> Source | None:
    """Aus Sicht des Verbandes; aus seiner Sicht."""
    words = prose.words
    if at > part.first and words[at - 1].lower == "aus":
        end = noun_phrase(prose, at, part.last)
        return Source(at - 1, end, (at, end), at, number, False) if end > at + 1 else None
    if at > part.first + 1 and words[at - 2].lower == "aus" and words[at - 1].lower.startswith(_POSSESSIVE):
        return Source(at - 2, at + 1, (at - 1, at), at, number, False)
    return None


def _after_phrase(prose: Prose, part: Segment, number: int, at: int) -> Source | None:
    """X zufolge."""
    begin = _phrase_before(prose, part, at)
    if begin == at:
        return None
    after = at + 2 if prose.words[at].lower == "zu" else at + 1
    return Source(begin, after, (begin, at), at, number, False)


def _phrase_before(prose: Prose, part: Segment, at: int) -> int:
    """The beginning of the noun phrase that ends just before a word."""
    for begin in range(max(part.first, at - 12), at):
        word = prose.words[begin]
        if (
            (word.lower in closed("pronoun") and noun_phrase(prose, begin, at) != at)
            or word.lower in closed("preposition")
            or (prose.finite(begin) and not is_noun(prose, begin))
        ):
            continue
        if noun_phrase(prose, begin, at, wide=begin == part.first) == at:
            return begin
    return at


def _speech_noun(prose: Prose, first: int, last: int, section: str) -> bool:
    """Whether the head of a phrase is a noun of speech; compounds count by their last part."""
    listed = nouns(section)
    for n in range(first, last):
        word = prose.words[n]
        if not word.alpha or not is_noun(prose, n):
            continue
        text = word.text
        if text in listed or _owned(prose, n, last) in listed:
            return True
        return any(text.lower().endswith(noun.lower()) for noun in listed if len(noun) > 5)
    return False


def _owned(prose: Prose, number: int, last: int) -> str:
    """The word behind a name in the genitive: "Lindners Darstellung", "Scholz' Angaben"; empty where it is no noun."""
    after = prose.name_ends.get(number, number + 1)
    after += after < last and prose.words[after].text in ("'", "’")
    noun = owned_noun(prose, after, last)
    return prose.words[noun].text if noun >= 0 else ""
