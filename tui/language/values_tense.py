"""Reads from the verbs of a clause whether it tells what is over, what is, or what is to come.

With the features of a tagger; without them only auxiliaries, modal verbs and regular past tenses are known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from tui.language.lexicon import words
from tui.language.values_words import Word

Tense = Literal["past", "present", "said", "ahead", "open", "none"]
"""``said``: a verb of saying in the present; ``open``: it cannot be told; ``none``: no finite verb."""

_PAST = words("values/tenses", "past")
_INTENDED = words("values/tenses", "intended")
_AHEAD = words("values/tenses", "ahead")
_PERFECT = words("values/tenses", "perfect")
_PLANNED = words("values/tenses", "planned")
_NO = words("values/tenses", "no")
_KNOWN = _PAST | _INTENDED | _AHEAD | _PERFECT
_STRONG = re.compile(
    rf"(?:{'|'.join(words('values/tenses', 'prefix'))})*(?:{'|'.join(words('values/tenses', 'strong'))})(?:e?n)?"
)
_INFINITIVES = frozenset({"haben", "sein", "werden", "können", "müssen", "dürfen", "sollen", "wollen", "mögen"})
_REGULAR = re.compile(r"[a-zäöüß]{3,}[td]?te[nt]?")
_WEAK = re.compile(r"\w{2,}(?:[bgkmßz]|[^gh]el|[^w]er|ll|hn|nn|rn)ten?")
"""Past tenses of weak verbs that are no present of another: "sammelten", but "gelten", "halten", "warten"."""
_NO_VERB = words("clauses", "no verb")
_PARTICIPLE = re.compile(
    r"\w*ge\w+(?:t|en)|\w+iert|(?:\w{2,4})?(?:be|ent|er|miss|über|unter|ver|zer)\w+(?:t|en)|worden"
)
_TO = re.compile(r"(?:ab|an|auf|aus|bei|durch|ein|fest|fort|her|hin|mit|nach|um|vor|weg|zurück|zusammen)\w*zu\w+n")


def tense_of(clause: Sequence[Word], at: int = 0) -> Tense:
    """The tense of a clause.

    Args:
        clause: Its words.
        at: A code point: where verbs disagree, those between the same commas count; then the tense is open.
    """
    found = {_tense(verb, clause) for verb in finite_verbs(clause)}
    if len(found) > 1:
        part = _between_commas(clause, at)
        found = {_tense(verb, part) for verb in finite_verbs(part)} or found
    if len(found) > 1:
        return "open"
    return found.pop() if found else "none"


def _between_commas(clause: Sequence[Word], at: int) -> list[Word]:
    part: list[Word] = []
    for word in clause:
        if word.kind == "sign":
            if word.start > at:
                break
            part = []
        else:
            part.append(word)
    return part


def finite_verbs(clause: Sequence[Word]) -> list[Word]:
    """The finite verbs of a clause; what may be an infinitive or a participle beside them is none."""
    verbs = [word for word in clause if _is_finite(word)]
    sure = [word for word in verbs if word.low not in _INFINITIVES] or verbs
    if any(word.low in _KNOWN for word in sure):
        sure = [word for word in sure if word.low in _KNOWN or not _PARTICIPLE.fullmatch(word.low)]
    return sure


def _is_finite(word: Word) -> bool:
    if word.pos:
        verb = word.pos in ("VERB", "AUX")
        past = "VerbForm=Inf" in word.features and _STRONG.fullmatch(word.low) is not None
        known = word.low in _KNOWN and word.low not in _INFINITIVES
        return verb and ("VerbForm=Fin" in word.features or known or past)
    if word.kind != "word" or word.low in _NO_VERB:
        return False
    return word.low in _KNOWN or (
        not word.capital and bool(_REGULAR.fullmatch(word.low) or _STRONG.fullmatch(word.low))
    )


def _tense(verb: Word, clause: Sequence[Word]) -> Tense:
    low = verb.low
    if low in _PAST:
        return "past"
    if is_over(clause) and low in _AHEAD | _INTENDED:
        return "past"  # "soll am Montag geflohen sein"
    if low in _INTENDED:
        return "past" if low.startswith("wollte") and any(word.low in _NO for word in clause) else "open"
    if low in _AHEAD:
        return "ahead"
    if low in _PERFECT:
        return _perfect(low, clause)
    if _is_past(verb):
        return "past"
    return "said" if _says(verb, clause) else "present"


def _is_past(verb: Word) -> bool:
    """Whether a full verb is a past tense; spelling tells strong verbs that the tagger has seldom seen."""
    if not verb.pos or _STRONG.fullmatch(verb.low):
        return True
    if "Tense=Past" in verb.features or "Mood=Sub" in verb.features:
        return "Tense=Past" in verb.features
    if verb.low.endswith(("te", "ten")):
        return "Tense=Pres" not in verb.features or _WEAK.fullmatch(verb.low) is not None
    # "sie klang": the present of the third person ends in t, that of the plural in n
    return not verb.low.endswith(("t", "n", "e")) and "Person=3" in verb.features


def _perfect(low: str, clause: Sequence[Word]) -> Tense:
    """The tense of "hat" and "ist": past with a participle, but for "ist geplant"."""
    participles = [word.low for place, word in enumerate(clause) if _is_participle(word, clause[place - 1].low)]
    if not participles:
        return "open" if low.startswith(("hätt", "wär")) else "present"
    planned = low[0] in "is" and "worden" not in participles and any(word in _PLANNED for word in participles)
    return "ahead" if planned else "past"


def _is_participle(word: Word, before: str) -> bool:
    if word.low in _PERFECT and word.low not in _INFINITIVES:
        return False
    if word.pos:
        return word.low in _PLANNED or (word.pos in ("VERB", "AUX") and before != "zu" and word.low not in _PERFECT)
    return word.kind == "word" and not word.capital and _PARTICIPLE.fullmatch(word.low) is not None


def is_over(clause: Sequence[Word]) -> bool:
    """Whether a clause has an infinitive of what is over: "gesehen haben", "geflohen zu sein"."""
    for place, word in enumerate(clause):
        before = place - 1 - (place > 0 and clause[place - 1].low == "zu")
        if word.low in ("haben", "sein") and before >= 0 and _PARTICIPLE.fullmatch(clause[before].low):
            return True
    return False


def is_infinitive(clause: Sequence[Word]) -> bool:
    """Whether a clause without a finite verb has an infinitive with "zu": "zu reisen", "anzukommen"."""
    for place, word in enumerate(clause):
        if word.capital or word.pos not in ("", "VERB", "AUX"):
            continue
        if _TO.fullmatch(word.low) or (word.low.endswith("n") and place > 0 and clause[place - 1].low == "zu"):
            return True
    return False


def promises(clause: Sequence[Word]) -> bool:
    """Whether a clause has a verb whose infinitive tells what is to come: "kündigte an", "forderten"."""
    return any("promise" in groups for word in clause for groups in _groups(word, clause))


def says(clause: Sequence[Word]) -> bool:
    """Whether a finite verb of a clause is one of saying."""
    return any(_says(verb, clause) for verb in finite_verbs(clause))


def _says(verb: Word, clause: Sequence[Word]) -> bool:
    return any("say" in groups for groups in _groups(verb, clause))


def _groups(word: Word, clause: Sequence[Word]) -> list[frozenset[str]]:
    """The groups of the verbs of saying that a word may be, the particle that it needs being there."""
    from tui.language.quotations.lexicon import verb_forms  # here, so that numbers alone do not wait for its lists

    lows = {other.low for other in clause}
    return [verb.groups for verb in verb_forms().get(word.low, ()) if not verb.particle or verb.particle in lows]
