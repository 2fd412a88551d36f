"""Cuts sentences into clauses: the smallest passages that can state something checkable.

A cut stands at a comma, semicolon, colon, dash, bracket or conjunction where the pieces on both sides have a finite
verb of their own or the second opens with a word that opens clauses. Enumerations and appositions stay whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tui.language.lexicon import words
from tui.language.model import Span, Token

_SUBORDINATORS = words("clauses", "subordinator")
_RELATIVES = words("clauses", "relative")
_PREPOSITIONS = words("clauses", "preposition")
_COORDINATORS = words("clauses", "coordinator")
_ATTRIBUTIONS = words("clauses", "attribution")
_FINITE = words("clauses", "finite")
_NO_VERB = words("clauses", "no verb")

_POINT = re.compile(
    r"(?P<strong>[;:](?=\s)|\s[–—-](?=\s)|…(?=\s))"
    r"|(?P<comma>,(?=[\s\"“”„»«]))"
    r"|(?P<open>\s\((?=\w))|(?P<close>\)(?=\s))"
    r"|(?<![,;:–—])\s(?P<word>und|oder|aber|sondern|doch|denn|sowie)(?=\s)"
)
_WORD = re.compile(r"\w+(?:-\w+)*")
_PAST = re.compile(r"[a-zäöüß]{3,}(?:te|ten|t)")
_PARTICIPLE = re.compile(r"\w*ge\w+t|\w+iert")
_VERBAL = re.compile(r"[a-zäöüß]+(?:[^aeiouäöü]en|ern|eln|iert)|ge[a-zäöüß]+t")
_INFINITIVE = re.compile(
    r"\bzu\s+\w+en\b|\b(?:ab|an|auf|aus|bei|durch|ein|fort|her|hin|mit|nach|um|vor|weg|zurück|zusammen)\w*zu\w+en\b"
)
_EDGE = " \t\n\r\u00a0,;:–—-"
_LONGEST = 60
"""Points of a sentence that are looked at; what follows more stays one clause."""


class _Word(NamedTuple):
    start: int
    end: int
    low: str
    finite: bool
    verbal: bool
    """A verb in any form."""


def clause_spans(text: str, start: int, end: int, tokens: Sequence[Token] = ()) -> tuple[Span, ...]:
    """Cut one sentence into clauses.

    Args:
        text: The raw text.
        start: Where the sentence begins.
        end: Where it ends, exclusive.
        tokens: The words of the article in order, with parts of speech and features where a tagger ran.

    Returns:
        Spans in order, without the punctuation at their edges; a simple sentence is one clause, the whole sentence.
    """
    points = [(match.end(), match) for match in _POINT.finditer(text, start, end)][:_LONGEST]
    if not points:
        return ((start, end),)
    found = _words(text, start, end, tokens)
    starts = [word.start for word in found]
    cuts = [start]
    for number, (_, match) in enumerate(points):
        cut = match.start("word") if match["word"] else match.end()
        left = found[bisect_left(starts, cuts[-1]) : bisect_left(starts, cut)]
        # "erklärten A und B ihren Rücktritt und gingen": behind a noun the next conjunction ends what is looked at
        wide = not match["word"] or (bool(left) and left[-1].verbal)
        following = next((later.start() for _, later in points[number + 1 :] if not (wide and later["word"])), end)
        right = found[bisect_left(starts, cut) : bisect_left(starts, following)]
        rest = found[bisect_left(starts, cut) :]
        if left and right and _is_cut(match, text[cut:following], left, right, rest):
            cuts.append(cut)
    clauses = [_trimmed(text, first, last, end) for first, last in zip(cuts, [*cuts[1:], end], strict=True)]
    return tuple(clause for clause in clauses if clause[0] < clause[1]) if len(clauses) > 1 else ((start, end),)


def _is_cut(
    match: re.Match[str], piece: str, left: Sequence[_Word], right: Sequence[_Word], rest: Sequence[_Word]
) -> bool:
    """Whether a new clause begins at a point."""
    left_verb, right_verb = _has_verb(left), _has_verb(right)
    if match["strong"]:
        return left_verb or right_verb or len(right) > 2
    if match["open"] or match["close"]:
        return len(right) > 3 and (right_verb or left_verb)
    first = right[0].low
    if match["word"]:
        shared = left[-1].verbal and right[-1].verbal  # "hat die Verbindung abgebrochen und sich anderem gewidmet"
        infinitive = _INFINITIVE.search(piece) is not None
        return left_verb and (right_verb or ((infinitive or shared) and len(right) > 3))
    if first in _COORDINATORS:
        return right_verb or len(right) > 2  # a comma before "und" stands between clauses
    if _opens_clause(right, rest):
        return True
    if right_verb and (left_verb or right[0].finite):
        return True
    if _INFINITIVE.search(piece):
        return True
    closing = left[-1].finite and len(left) > 2
    return first in _ATTRIBUTIONS or (closing and (right_verb or len(right) > 2))


def _opens_clause(right: Sequence[_Word], rest: Sequence[_Word]) -> bool:
    """Whether the words after a comma open a subordinate clause."""
    first = right[0].low
    second = right[1].low if len(right) > 1 else ""
    verb = any(word.finite or word.verbal for word in rest)
    if first in _SUBORDINATORS:
        return verb or first in ("um", "ohne", "statt", "anstatt")
    if first in _RELATIVES:
        return verb
    return first in _PREPOSITIONS and (second in _RELATIVES or second.startswith("welch")) and verb


def _has_verb(found: Sequence[_Word]) -> bool:
    return any(word.finite for word in found)


def _words(text: str, start: int, end: int, tokens: Sequence[Token]) -> list[_Word]:
    """The words of a sentence, and which of them are finite verbs."""
    first = bisect_left(tokens, start, key=lambda token: token.start)
    last = bisect_left(tokens, end, key=lambda token: token.start)
    tagged = {token.start: token for token in tokens[first:last] if token.pos}
    found = []
    for match in _WORD.finditer(text, start, end):
        shown = match[0]
        if tagged:
            token = tagged.get(match.start())
            verbal = token is not None and token.pos in ("VERB", "AUX")
            marked = token is not None and "VerbForm=Fin" in token.features
            finite = verbal and (marked or shown in _FINITE)
        else:
            past = _PAST.fullmatch(shown) is not None and shown not in _NO_VERB
            participle = _PARTICIPLE.fullmatch(shown) is not None
            finite = shown.lower() in _FINITE or (past and not participle)
            verbal = finite or (past and participle) or _VERBAL.fullmatch(shown) is not None
        found.append(_Word(match.start(), match.end(), shown.lower(), finite, verbal))
    return found


def _trimmed(text: str, first: int, last: int, end: int) -> Span:
    """A clause without the punctuation at its edges; the last one keeps the end of the sentence."""
    while first < last and text[first] in _EDGE:
        first += 1
    while last > first and last != end and text[last - 1] in _EDGE:
        last -= 1
    if text[last - 1 : last] == "(":
        last -= 1
    return first, max(first, last)
