"""Places weekdays on the calendar by the clause in which they stand: those told as over behind, those to come ahead.

"sagte am Donnerstag" is the last Thursday up to the day of publication, "will am Donnerstag" the first from it on.
Where the clause does not tell, the value stays ``weekday:4``; the day of publication itself is both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from tui.language import values_calendar as calendar
from tui.language.lexicon import read_lexicon, words
from tui.language.model import Span
from tui.language.values_calendar import AHEAD, BEHIND, UNSURE, Placed, Way
from tui.language.values_found import Found
from tui.language.values_tense import Tense, finite_verbs, is_infinitive, is_over, promises, says, tense_of
from tui.language.values_words import Word, low_at

_WEEKDAYS = tuple(read_lexicon("values/dates")["weekday"])
_MAYBE = words("values/tenses", "maybe")
_ONCE = words("values/tenses", "once")
_PLUPERFECT = words("values/tenses", "pluperfect")
_PLANNED = tuple(words("values/tenses", "planned"))
_MOVED = re.compile(rf"\w*(?:{'|'.join(words('values/tenses', 'moved'))})\w*")
_SUBORDINATORS = words("clauses", "subordinator")
_OPENERS = _SUBORDINATORS | words("clauses", "relative")
_HANGING = _OPENERS | {"so", "anders"}
_BETWEEN = _MAYBE | {"am", "zum", "den", "dem", "diesem", "diesen", "einschließlich", "etwa"}
"""What may stand between a preposition and its weekday."""
_STATES = frozenset({"ist", "sei", "seien", "sind"})
_LASTING = words("values/tenses", "lasting")
_ARTICLE = re.compile(r"(?:d(?:e[rnms]|ie|as)|(?:[dms]?ein|ihr|unser|kein|dies|mehrer|viel)(?:e[rnms]?)?|zwei|drei)")
_PARTICIPLE = re.compile(r"\w{3,}(?:nd|[^aeiou]t|et|en)e[nrsm]?")
_ADJECTIVE = re.compile(r"[a-zäöüß]{3,}e[nrsm]?")
_COMING = re.compile(r"\w{3,}nde[nrsm]?")
_ANY = re.compile(r"(?:k?ein|manch|irgendein)(?:e[mnrs]?)?")
"""Before a weekday that is no certain one: "an einem Samstag"."""
_FULL_STOPS = frozenset('.!?…"“”»«)')


def place_weekday(found: Found, sentence: Sequence[Word], clauses: Sequence[Span], today: date) -> Placed:
    """The day of a weekday that was read.

    Args:
        found: The words of the weekday, with a unit such as ``weekday:2``.
        sentence: The words of its sentence.
        clauses: The clauses of the sentence, in code points of the article.
        today: The day of publication.
    """
    number = int((found.unit or "").partition(":")[2])
    yesterday = (today.isoweekday() - number) % 7 == 1
    return calendar.weekday(number, way_of(found, sentence, clauses, yesterday), today)


def way_of(found: Found, sentence: Sequence[Word], clauses: Sequence[Span], yesterday: bool = False) -> Way:
    """Where a date lies by its clause, seen from the day of publication.

    Args:
        found: The words of the date.
        sentence: The words of its sentence.
        clauses: The clauses of the sentence, in code points of the article.
        yesterday: Whether it may be the day before publication, of which the present tense may tell.
    """
    begin, lead, maybe = _lead(sentence, found)
    if lead in ("seit", "von"):
        return BEHIND
    if low_at(sentence, found.start) != "am" and _ANY.fullmatch(low_at(sentence, found.start - 1)):
        return UNSURE
    attribute = _of_participle(sentence, begin, found.end)
    if attribute and not lead:
        return AHEAD if attribute.startswith(_PLANNED) or _COMING.fullmatch(attribute) else BEHIND
    cut = [[word for word in sentence if first <= word.start < last] for first, last in clauses]
    at = max((n for n, (first, _) in enumerate(clauses) if first <= sentence[found.end - 1].start), default=0)
    tense = _tense(cut, at, sentence[found.start].start)
    if lead == "plan":
        undone = any(word.low in _ONCE for word in sentence) or any(word.low in _PLUPERFECT for word in cut[at])
        return UNSURE if undone else AHEAD
    if lead or maybe:
        lows = {word.low for word in cut[at]}
        lasting = lows & _STATES and lows & _LASTING and "worden" not in lows
        return UNSURE if tense == "open" or (tense == "past" and not lasting) else AHEAD
    tale = yesterday or _is_scene(sentence, found, cut[at])
    return _by_tense(tense, _noun_before(sentence, found.start, found.end, cut[at]), cut[at], tale)


def _lead(sentence: Sequence[Word], found: Found) -> tuple[int, str, bool]:
    """Where the phrase of a weekday begins, what its preposition says, and whether the day is one that may come.

    The preposition says ``seit``, ``von`` ("die Sitzung vom Montag"), ``bis``, ``ab``, ``plan`` ("für Freitag", "auf
    Freitag verschoben"), or nothing.
    """
    at, maybe = found.start - 1, False
    while at > found.start - 4 and low_at(sentence, at) in _BETWEEN:
        maybe, at = maybe or low_at(sentence, at) in _MAYBE, at - 1
    low, after, begin = low_at(sentence, at), low_at(sentence, found.end), at
    if low in ("von", "vom", "auf"):
        moved = any(_MOVED.fullmatch(word.low) for word in sentence)
        night = any(word.low.endswith("nacht") for word in sentence[max(0, at - 3) : at])
        if low == "auf" or after == "auf":
            low = "plan" if moved and not night else ""
        elif after in ("an", "bis"):
            low = "ab" if after == "an" else ""
        else:
            low = "von"
    elif low == "bis" and low_at(sentence, at - 1).startswith(_WEEKDAYS):
        low = ""  # "von Freitag bis Sonntag"
    elif low == "für":
        low = "plan"
    elif low not in ("ab", "bis", "seit"):
        low, begin = "", found.start
    return begin, low, maybe


def _of_participle(sentence: Sequence[Word], begin: int, end: int) -> str:
    """The participle before a noun to which a weekday belongs, "der am Montag gewählte Rat"; else nothing."""
    before, apart = low_at(sentence, begin - 1), low_at(sentence, begin - 2)
    led = bool(_ARTICLE.fullmatch(before) and apart != ",") or (before == "," and bool(_ADJECTIVE.fullmatch(apart)))
    for at in range(end, min(end + 5, len(sentence) - 1)):
        word, following = sentence[at], sentence[at + 1]
        if word.kind == "sign" or (word.pos in ("VERB", "AUX") and not word.low.endswith(("te", "ten"))):
            return ""
        if not word.capital and _PARTICIPLE.fullmatch(word.low) and (following.capital or following.pos == "ADJ"):
            return word.low if led or _COMING.fullmatch(word.low) else ""
    return ""


def _tense(cut: Sequence[Sequence[Word]], at: int, day: int) -> Tense:
    """The tense of a clause in which a day stands; without a finite verb that of the clause on which it hangs."""
    clause = cut[at]
    if not clause:
        return "none"
    loose = [other for other in cut[at + 1 :] if tense_of(other) == "none" and not is_infinitive(other)]
    own = tense_of([*clause, *(word for other in loose for word in other)], day)
    if own != "none" or clause[0].low in ("so", "laut", "wie"):
        return "past" if own == "none" else own  # "so die Polizei am Montag"
    before = [other for n, other in enumerate(cut[:at]) if other and (n == 0 or other[0].low not in _HANGING)]
    behind = [other for other in cut[at + 1 :] if other and not says(other)]
    turned = next((other for other in behind if other[0] in finite_verbs(other)), None)
    if turned is not None and not is_infinitive(clause):
        return tense_of([*clause, *turned])  # "am Mittwoch, als es regnete, waren es weniger"
    others = before[::-1] or behind
    if is_infinitive(clause):
        above = cut[at - 1] if at else next(iter(others), ())
        if is_over(clause):
            return "past"
        return "ahead" if promises(above) or tense_of(above) in ("ahead", "present") else "open"
    return next((tense for other in others if (tense := tense_of([*other, *clause])) != "none"), "none")


def _by_tense(tense: Tense, noun: str, clause: Sequence[Word], tale: bool) -> Way:
    """The way of a weekday of which no preposition tells.

    Args:
        tense: The tense of its clause.
        noun: What says that it belongs to a noun.
        clause: The words of the clause.
        tale: Whether a present may tell what is over.
    """
    if tense == "past":
        return UNSURE if noun == "vor" else BEHIND
    if tense == "said" and (clause[0].low == "wie" or clause[0] in finite_verbs(clause)):
        return BEHIND  # after speech: "sagt sie am Montag"
    if noun not in ("", "vor"):
        return UNSURE
    return AHEAD if tense == "ahead" or (tense in ("present", "said") and not tale) else UNSURE


def _noun_before(sentence: Sequence[Word], start: int, end: int, clause: Sequence[Word]) -> str:
    """What says that a weekday belongs to the noun before it: "nach", "vor", or ``front`` before the finite verb."""
    at = start - 1
    if low_at(sentence, start) != "am" or at < 0 or not sentence[at].capital or sentence[at].low in _OPENERS:
        return ""
    while at - 1 > 0 and at > start - 4 and low_at(sentence, at - 1) not in ("nach", "vor"):
        at -= 1
        if sentence[at].capital or sentence[at].kind == "sign":
            break
    else:
        if low_at(sentence, at - 1) in ("nach", "vor"):
            return low_at(sentence, at - 1)
    opened = clause[0].low in (_SUBORDINATORS if clause[0] is sentence[0] else _OPENERS)
    front = end < len(sentence) and sentence[end] in finite_verbs(clause)
    return "front" if front and not opened else ""


def _is_scene(sentence: Sequence[Word], found: Found, clause: Sequence[Word]) -> bool:
    """Whether the present may be that of a tale, a heading or a ticker, which tell what is over."""
    heading = sentence[-1].text not in _FULL_STOPS
    behind = next((word.text for word in sentence if word.start >= clause[-1].end), "")
    said = behind == "," and clause[-1].kind == "word" and says(clause)  # "Müller sagt am Montag, er gehe"
    named = low_at(sentence, found.start) != "am" and any(word.low in _STATES for word in clause)  # "Es ist Montag"
    return heading or behind == ":" or said or named or clause[0].low in ("als", "nachdem")
