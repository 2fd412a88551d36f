"""What the words around a value say of it: an age, a share of another, a span, an earlier or later state.

Such values are no second version of another figure, though they stand in passages of one fact.
"""

from __future__ import annotations

import re

from tui.comparison.counted import counted_as, is_bare, measures_length
from tui.comparison.dates import names_weekday
from tui.comparison.passages import folded_name, stem
from tui.comparison.stated import Stated
from tui.language.model import Value

_AGE_AFTER = re.compile(r"\s*(?:alt\w*\b|jährig|jünger|älter)", re.IGNORECASE)
_IN_COMMAS = re.compile(r"[^\W\d_]\s*[,(]\s*$"), re.compile(r"\s*[,)]")
"""Around a bare number: "Hannelore Kück aus Achim, 79, ..." tells an age."""
_IS = re.compile(r"\b(?:ist|war|wird|wurde|sei)(?: (?:erst|schon))?\s+$"), re.compile(r"\s*(?:[,.;:!]|$|und\b)")
"""Around a bare number: "Sie ist 74 und kegelt" tells an age."""
_OLDEST = 110

_NUMBER_OF = re.compile(r"\bZahl der (?:\w+en )?([A-ZÄÖÜ][\w-]+)")

_AGED = re.compile(r"(?:\s*alte[rnms]?)?\s+([A-ZÄÖÜ][\w-]+)")

_BRACKETED = re.compile(r"([A-ZÄÖÜ][a-zäöüß-]+) \($")

_FURTHER = re.compile(
    r"\b(?:weiter\w*|zusätzlich\w*|noch(?: ein)?mals?|jeweils|je|pro|insgesamt|zuvor|zuletzt|statt|davon|darunter"
    r"|zunächst|ursprünglich\w*|zeitweise(?: \w+)?)\s+$",
    re.IGNORECASE,
)
"""Before an amount: it comes on top of another, is one of several or a part, or tells of another time."""

_OF_THEM = re.compile(r"(?:davon|von \w+)$")
"""Ends a count of some out of many that were named before."""

_MORE_OF_THEM = re.compile(r"\s+(?:weitere|zusätzliche)\w*\b", re.IGNORECASE)
"""After a count without a noun: it comes on top of another."""

_PART = re.compile(r"\b(?:davon|hiervon|darunter) (?:\w+ )?(?:entf[ai]e?llen|entfiel|sind|waren)\b", re.IGNORECASE)
"""In a clause: its amount is a part of another."""

_STILL = re.compile(r"(?<!nur )\bnoch\s+$", re.IGNORECASE)
"""Before a count: it comes on top of another or is what is left."""

_UP_TO = re.compile(r"\bbis(?: zum)?\s+$", re.IGNORECASE)
"""Before an amount: it ends a span."""

_BASE = re.compile(
    r"(?:(?:^|[,;:–]\s*)(?:und\s+)?von(?: den| diesen| ehemals| einst)?"
    r"|(?:viertel|drittel|hälfte|teil|prozent) (?:der|von))\s+$",
    re.IGNORECASE,
)
"""Before an amount: it is what a part is taken of, "von den 3400 Stellen", "drei Viertel der 3400"."""

_START = re.compile(r"\bvon\s+$", re.IGNORECASE), re.compile(r"\s+auf\b", re.IGNORECASE)
"""Around an amount: it is where a rise or fall begins."""

_CHANGED = re.compile(r"\b(?:verdoppel|verdreifach|aufgestockt|angehoben|nachgebessert)\w*", re.IGNORECASE)
"""After "auf" and an amount: it is what another has become."""

_SPAN = re.compile(r"\s*(?:bis|–|-)\s", re.IGNORECASE)
"""After a value: it begins a span."""

_THREAT = re.compile(r"\bdroh(?:t|en|te|ten)\b", re.IGNORECASE)
"""In a clause: its amount is what may come at most."""

_SPEED = re.compile(r"\s*(?:pro|in der) Stunde\b")

_RATE = re.compile(r"\s*(?:am|pro|je|im|in der) (?:Tag|Woche|Monat|Jahr|Quartal|Stunde|Minute|Kopf)\b(?! \d)")
"""After an amount: it is one for each; "im Jahr 2023" is a date."""

_AND = re.compile(r"\s+und (?:ein\w*|\w+) (?:Mann|Männer|Frau|Frauen|Kind|Kinder|Mädchen|Jungen?)\b")
"""After people: it is counted apart from others, "zwei Frauen und ein Mann"."""

_HOLDS = re.compile(
    r"\b(?:fasst|fassen|fasste|Platz für|Kapazität von|ausgelegt (?:auf|für))\s+(?:\w+\s+)?$", re.IGNORECASE
)
"""Before an amount: it is how many could be there."""

_OPEN_DATE = re.compile(
    r"(?:\b(?:frühestens|spätestens|vor|nach|seit)(?: dem| der)?|\bzwischen\b.*\bund(?: dem)?)\s+$", re.IGNORECASE
)
"""Before a date: it bounds a time and does not name it."""

_BEFORE_THAT = re.compile(
    r"\b(?:(?:bereits|schon|erst|zuletzt) (?:im|am|vor|in|\d{4})|damals|einst)\b.*\b(?:war|hatte)\w*"
    r"|\b(?:war|hatte)\w*\b.*\b(?:bereits|schon) (?:im|am|vor|in|\d{4})\b",
    re.IGNORECASE,
)
"""Tells of an earlier event: "bereits im Dezember waren in Neckarsulm zwölf Kinder verletzt worden"."""

_LATER = re.compile(
    r"\b(?:inzwischen|mittlerweile|nun|nunmehr|jetzt|am Ende|endgültig\w*|schließlich|neue\w* Angebot\w*)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"nun|nunmehr|jetzt", re.IGNORECASE)
"""A length told so need not have changed: "62 Meter tief liegt das Wrack nun"."""
_RISEN = re.compile(r"\b(?:kletter|stieg|gestiegen|steig|erhöht|angestiegen)\w*", re.IGNORECASE)
"""With "auf" before a count: it is what the count has come to."""

_BY = re.compile(r"\bum (?:(?:rund|etwa|fast|knapp|gut|mehr als|bis zu|weitere) )?$", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:mehr|weniger|teurer|billiger|höher|niedriger)\b")
_ABOUT = re.compile(r"\b(?:geht|ging|gegangen|gehen|handelt|gehandelt|Streit)\w*\b", re.IGNORECASE)
"""Before an amount: it is by how much another has changed, if nothing goes, is dealt or fought about."""

_TELLING = re.compile(
    r"\b(?:\w*notruf|anruf|\w*alarm|gewarnt|warnt|\w*warnung|verständigt|\w*meldung|gemeldet|meldet|teilt\w* .*\bmit"
    r"|bestätigt|forderte|aufgefordert)\w*",
    re.IGNORECASE,
)
"""In a clause: its time of day is that of a call, a warning or a report, not of what is told."""

_TAXED = re.compile(r"\b(?:\w*steuern?|brutto|netto|inflationsbereinigt)\b", re.IGNORECASE)
"""In a clause: the sum is told with or without something."""


def is_change(stated: Stated, value: Value) -> bool:
    """Whether an amount tells by how much another has changed: "um 620 Millionen", "20 Cent mehr"."""
    if value.kind not in ("money", "percent"):
        return False
    before, after = around(stated, value)
    return _MORE.match(after) is not None or (
        _BY.search(before) is not None and not _ABOUT.search(f"{before[-60:]} {after[:60]}")
    )


def is_telling(stated: Stated, value: Value) -> bool:
    """Whether a time of day is that of a call, a warning or a report."""
    return _TELLING.search(clause_of(stated, value)) is not None


def is_taxed(stated: Stated, value: Value) -> bool:
    """Whether a sum is told with or without taxes."""
    return _TAXED.search(clause_of(stated, value)) is not None


def around(stated: Stated, value: Value) -> tuple[str, str]:
    """The words of its sentence before and after a value."""
    start = stated.statement.start
    return stated.statement.text[: value.start - start], stated.statement.text[value.end - start :]


def names_beside(stated: Stated, value: Value) -> frozenset[str]:
    """The names in the clause of a value, folded."""
    start, end = stated.statement.clause_at(value.start)
    return frozenset(folded_name(e.name or e.text) for e in stated.statement.entities if start <= e.start < end)


def clause_of(stated: Stated, value: Value) -> str:
    """The clause that a value stands in, its names blanked."""
    return stated.statement.told_at(value.start)


def is_age(stated: Stated, value: Value) -> bool:
    """Whether a value tells how old somebody is."""
    before, after = around(stated, value)
    if "jährig" in value.text.casefold() or _AGE_AFTER.match(after):
        return True
    if value.unit == "year" and value.text.isdecimal():
        return True  # "Rüdiger T. (64)"
    bare = value.kind == "quantity" and value.unit is None and (value.low or 0.0) < _OLDEST
    return bare and any(left.search(before) and right.match(after) for left, right in (_IN_COMMAS, _IS))


def number_of(stated: Stated, value: Value) -> str:
    """What a number without a noun counts: "die Zahl der Verletzten stieg auf 41"; empty where that is not said."""
    found = _NUMBER_OF.findall(around(stated, value)[0])
    return found[-1] if len(found) == 1 else ""


def aged(stated: Stated, value: Value) -> str:
    """The stem of the noun that says who is of an age, "63 Jahre alter Autofahrer", "der Fahrer (63)"; else empty."""
    before, after = around(stated, value)
    found = _AGED.match(after)
    if not found and (found := _BRACKETED.search(before)):
        start = stated.statement.start + found.start(1)
        if any(e.start <= start < e.end for e in stated.statement.entities):
            return ""
    return stem(found[1]) if found else ""


def is_apart(stated: Stated, value: Value) -> bool:
    """Whether a value belongs to a span, is a part or the base of another, or tells of another time or of each one."""
    before, after = around(stated, value)
    if _SPAN.match(after) or tells_of_before(stated):
        return True
    if value.kind == "date":
        return bool(_OPEN_DATE.search(before) or (names_weekday(value) and _UP_TO.search(before)))
    is_rate = _RATE.match(after) and not (measures_length(value) and _SPEED.match(after))
    if is_rate or any(pattern.search(before) for pattern in (_FURTHER, _UP_TO, _BASE)):
        return True
    if _AND.match(after) and "people" in counted_as(value):
        return True
    if _THREAT.search(stated.statement.text):
        return True
    if "weiter" in value.text or _MORE_OF_THEM.match(after) or _OF_THEM.search(value.text):
        return True
    if value.kind == "quantity" and _STILL.search(before):
        return True
    return bool(_START[0].search(before) and _START[1].match(after))


def is_capacity(stated: Stated, value: Value) -> bool:
    """Whether an amount is how many could be there: "Platz für 700 Menschen"."""
    return bool(counted_as(value)) and _HOLDS.search(around(stated, value)[0]) is not None


def is_raised(stated: Stated, value: Value) -> bool:
    """Whether an amount is what another has been raised to: "auf 15 Millionen aufgestockt"."""
    before, after = around(stated, value)
    return before.rstrip().endswith(" auf") and _CHANGED.search(after) is not None


def is_part(stated: Stated, value: Value) -> bool:
    """Whether its clause says that a value is a part: "davon sind 13 da"; bare ones also "von 22 sind 13 da"."""
    if _PART.search(clause_of(stated, value)):
        return True
    return is_bare(value) and any(
        other.end <= value.start and other.kind == "quantity" and _BASE.search(around(stated, other)[0])
        for other in stated.statement.values
    )


def tells_of_before(stated: Stated) -> bool:
    """Whether a sentence tells of an earlier event."""
    return _BEFORE_THAT.search(stated.statement.text) is not None


def is_later(stated: Stated, value: Value) -> bool:
    """Whether a count is told as what it has come to: "inzwischen", "stieg auf"."""
    text = stated.statement.text
    risen = around(stated, value)[0].rstrip().endswith("auf") and _RISEN.search(text)
    told = _LATER.search(text)
    return bool(risen or (told and not (measures_length(value) and _NOW.fullmatch(told[0]))))
