"""Which noun phrases can be the subject of a clause, by their place, their case and what they name."""

from __future__ import annotations

from tui.language.quotations.lexicon import closed, verb_forms
from tui.language.quotations.phrases import is_noun, noun_phrase, temporal
from tui.language.quotations.voices import can_voice
from tui.language.quotations.words import Prose

CONJUNCTIONS = frozenset({"und", "aber", "doch", "denn", "oder", "sondern", "sowie", "jedoch"})
_FOCUS = frozenset(
    ["auch", "sogar", "selbst", "nur", "doch", "allein", "zudem", "schon", "bereits", "einzig", "ebenso", "erneut"]
)
OBLIQUE = frozenset(
    ["den", "dem", "des", "einem", "einen", "eines", "diesem", "diesen", "ihm", "ihn", "ihnen", "seinem", "seinen"]
) | {"ihrem", "ihren", "allen", "jedem", "jeden", "keinem", "keinen", "manchem", "unserem", "unseren", "meinem"}


def is_subject(prose: Prose, first: int, last: int) -> bool:
    """Whether a stretch before the verb can be a nominative noun phrase."""
    first = shed(prose, first, last)
    if first >= last:
        return False
    word = prose.words[first]
    if word.lower in OBLIQUE or word.lower in closed("subjunction") or "Case=Gen" in word.features:
        return False
    if word.lower in closed("preposition") and not names_itself(prose, first):
        return False
    end = noun_phrase(prose, first, last)
    if end == first and word.lower in closed("determiner") and is_noun(prose, last - 1):
        end = last
    return end > first and not (temporal(prose, first, end) and end - first <= 4)


def names_itself(prose: Prose, number: int) -> bool:
    """Whether a word that looks like a preposition is part of a name."""
    return prose.words[number].pos == "PROPN"


def shed(prose: Prose, first: int, last: int) -> int:
    """Past conjunctions and focus words at the beginning: "Auch der Minister", "Nur er"."""
    shed = CONJUNCTIONS | _FOCUS
    while first < last - 1 and prose.words[first].lower in shed:
        first += 1
    return first


def trailing(prose: Prose, first: int, last: int) -> int:
    """Without adverbs at the end of a constituent: "Merkel selbst", "der Minister jedoch"."""
    words = prose.words
    if words[last - 1].lower in CONJUNCTIONS:  # a verb that the tagger missed: "Der Rat tagte und | beschloss"
        last = max(noun_phrase(prose, first, last), first + 1)
    while last > first + 1 and last - 1 not in prose.name_ends:
        word = words[last - 1]
        if (word.alpha or word.text in ')“”"»«') and word.lower not in closed("adverb"):
            break
        last -= 1
    return last


def subject_after(prose: Prose, verb: int, limit: int) -> tuple[int, int] | None:
    """The first noun phrase after the verb that can be its subject."""
    at = verb + 1
    if at + 1 < limit and prose.words[at].lower == "es" and noun_phrase(prose, at + 1, limit) > at + 1:
        at += 1  # "sah es der Rat als seine Aufgabe an"
    while at < limit:
        word = prose.words[at]
        if (
            word.lower in closed("pronoun")
            and word.lower not in ("ihr", "es")
            and noun_phrase(prose, at, limit) == at + 1
        ):
            return at, at + 1
        if word.lower in closed("adverb") or word.lower in _FOCUS:
            at += 1
            continue
        if word.lower in closed("preposition") and not names_itself(prose, at):
            end = noun_phrase(prose, at + 1, limit)
            at = max(end, at + 1)
            continue
        end = noun_phrase(prose, at, limit)
        if end == at:
            if prose.finite(at) or word.lower in closed("subjunction"):
                return None
            at += 1
            continue
        if word.lower in OBLIQUE or temporal(prose, at, end):
            at = end
            continue
        return at, end
    return None


def is_named(prose: Prose, verb: int, first: int, last: int) -> bool:
    """Whether a thing after a verb of naming is what it names: "Ebel lobte den Plan, nannte die Kosten aber hoch"."""
    if prose.words[first].lower in closed("pronoun") or can_voice(prose, first, last):
        return False
    forms = verb_forms().get(prose.words[verb].lower, ())
    return any("name" in form.groups and "plain" not in form.groups for form in forms)
