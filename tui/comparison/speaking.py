"""Clauses that state nothing: who said something, when and to whom, and questions.

"Sagte die Sprecherin am Montag" stands in every article that she speaks in, and would be taken for a fact of all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from tui.comparison.passages import Statement, words_of
from tui.comparison.wordlists import listed
from tui.language.model import Span
from tui.language.quotations.lexicon import closed, nouns, verb_forms

_QUESTION = re.compile(r"\?[\s\"'“”‘’«»›‹)\],]*$")
_TITLE = re.compile(r"(?:[A-ZÄÖÜ][\w-]+\s+){1,3}$")
"""Before a person's name: what the person is."""

_FOR = re.compile(r"^\W*Für (?:den|die|das) [A-ZÄÖÜ][\w-]+\s")
"""Begins a clause: on whose behalf somebody speaks."""

_FUNCTION = ("adverb", "auxiliary", "determiner", "preposition", "pronoun", "relative", "konjunktiv")
_SPEAKERS = ("anonymous", "media", "party", "role-group", "role-person", "time", "who", "work")
_SHORT = 4
"""Letters up to which a noun is no ending of another one."""

_ENDINGS = ("", "s", "es", "n", "en", "in", "innen")


def states_nothing(statement: Statement, span: Span) -> bool:
    """Whether a part of a sentence says only that somebody said something, or asks.

    Args:
        statement: The sentence.
        span: Start and end of the part, in the article's text.
    """
    words = statement.text[span[0] - statement.start : span[1] - statement.start]
    if _QUESTION.search(words):
        return True
    literal = (part for one in statement.quotations if one.kind == "direct" for part in one.spans)
    return not any(a < span[1] and span[0] < b for a, b in literal) and _says_only_who(statement, span)


def _says_only_who(statement: Statement, span: Span) -> bool:
    start, end = span
    known = [(e.start, e.end) for e in statement.entities]
    known += [(v.start, v.end) for v in statement.values if v.kind == "date"]
    first = statement.start
    for entity in statement.entities:
        if entity.label == "PER" and (title := _TITLE.search(statement.text[: entity.start - first])):
            known.append((first + title.start(), entity.start))
    if found := _FOR.match(statement.text):
        known.append((first, first + found.end()))
    said = False
    here = [(first + left, first + right, word) for left, right, word in words_of(statement.text)]
    here = [(left, right, word) for left, right, word in here if start <= left and right <= end]
    last = here[-1][2] if here else ""
    apart = {last} if last in listed("speaking", "prefix") else {word for _, _, word in here} | {""}
    for left, right, word in here:
        if any(a < right and left < b for a, b in known):
            continue
        if _saying().get(word, frozenset()) & apart:
            said = True
        elif word.casefold() not in _small() and not _is_speaker(word):
            return False
    return said


@cache
def _saying() -> Mapping[str, frozenset[str]]:
    """Forms of the verbs that say no more than that words were said, with the prefixes that may stand apart."""
    verbs = listed("speaking", "verb")
    found = {
        form: frozenset(
            verb.particle
            for verb in forms
            if verb.lemma.casefold() in verbs and not (verb.particle and verb.shape in ("part", "zu"))
        )
        for form, forms in verb_forms().items()
    }
    return {form: particles for form, particles in found.items() if particles}


@cache
def _small() -> frozenset[str]:
    small = {word.casefold() for section in _FUNCTION for word in closed(section)} | listed("speaking", "adverb")
    return frozenset(small | listed("function_words")) - listed("modality", "negation")


@cache
def _speakers() -> tuple[frozenset[str], tuple[str, ...]]:
    known = {word.casefold() for section in _SPEAKERS for word in nouns(section)} | listed("speaking", "occasion")
    return frozenset(known), tuple(word for word in known if len(word) > _SHORT)


def _is_speaker(word: str) -> bool:
    """Whether a noun is somebody who speaks, or the time or occasion of it, as written or as the end of a compound."""
    if not word[0].isupper():
        return False
    whole, endings = _speakers()
    folded = word.casefold()
    stems = {folded[: len(folded) - len(ending)] for ending in _ENDINGS if folded.endswith(ending)}
    return bool(stems & whole) or any(one.endswith(endings) for one in stems)
