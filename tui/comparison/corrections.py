"""Finds figures and dates that a sentence takes back, "21 statt 23", "nicht vier, sondern drei", and sets them right.

What is taken back is no reading of its article, and where another article still tells it, the two differ for a known
reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.comparison.amounts import Verdict, compare_amounts, difference_kind
from tui.comparison.around import is_age
from tui.comparison.context import specified
from tui.comparison.counted import comparable, is_bare
from tui.comparison.passages import Statement, words_of
from tui.comparison.stated import Correction, Found, Stated, whole, worded
from tui.comparison.wordlists import listed
from tui.language.model import Value
from tui.language.values_numbers import number_word
from tui.language.values_words import digits

_NUMBER = re.compile(r"(?<![\w,.-])(?:\d+(?:\.\d{3})*(?:,\d+)?|[a-zäöüß]+)(?![\w-]|[.,]\d)")
_LED = r"(?:(?:am|auf|bei|im|mit|um|von)\s+)?$"
_INSTEAD = re.compile(r"\b(?:an)?statt\b((?:,? [a-zäöüß]+){0,4},?)\s+$", re.IGNORECASE)
"""Before what is replaced: "31 statt (der zunächst gemeldeten) 34"."""

_BEFORE_INSTEAD = re.compile(r"^(?: [\w-]+){0,2}\s*[(,]?\s*$")
"""Between what replaces something and "statt"."""

_NOT = re.compile(rf"\bnicht(?: wie(?: [a-zäöüß]+)+)?,?\s+{_LED}", re.IGNORECASE)
_NOT_AT_LAST = re.compile(rf"(?:[,(–-]|\bund)\s*nicht(?: wie(?: [a-zäöüß]+)+)?,?\s+{_LED}")
_BUT = re.compile(r"^[^.;:]{0,40}?,?\s*sondern\b", re.IGNORECASE)
"""After what is not so: "nicht vier, sondern drei"."""

_FROM = re.compile(r"\bvon(?: [a-zäöüß]+){0,2}\s+$", re.IGNORECASE)
_TO = re.compile(r"^(?: [\w-]+)? auf\b")
_AMENDED = re.compile(r"\b(?:berichtig|korrigier|revidier)", re.IGNORECASE)
"""With "von" and "auf": the one figure was wrong, rather than the other risen or fallen."""

_AT_FIRST = (
    re.compile(r"\b(?:anfangs|früher|ursprünglich|zunächst|zuvor)\b.*\bvon\s+$", re.IGNORECASE),
    re.compile(r"^(?: [\w-]+){0,3} die Rede\b"),
)
"""Around what was told before: "zunächst war von 34 Verletzten die Rede"."""


def corrections_of(statement: Statement) -> tuple[Correction, ...]:
    """What a sentence takes back.

    Args:
        statement: The sentence.
    """
    if not statement.values:
        return ()
    found = [taken for old in _candidates(statement) if (taken := _taken_back(statement, old)) is not None]
    replacing = {taken.new.start for taken in found if taken.new}
    return tuple(taken for taken in found if taken.old.start not in replacing)


def corrected(first: Stated, second: Stated) -> Iterator[Found]:
    """Values of which one article says that it replaces what the other one tells.

    Args:
        first: A mention.
        second: A mention in another article.
    """
    for own, others in ((first, second), (second, first)):
        if own.day is not None and others.day is not None and own.day < others.day:
            continue  # what a later article tells may have come later
        for correction in own.corrections:
            for one in own.values:
                for other in others.values:
                    if correction.said and _sets_right(own, one, correction, others, other):
                        sides = worded(own, one), worded(others, other)
                        kind = difference_kind(other if is_bare(one) else one, age=is_age(own, one))
                        reason = f"{one.text} and {other.text}: the one is told as a correction of the other"
                        ordered = sides if own is first else sides[::-1]
                        yield Found(kind, Verdict("conflict", reason), ordered, update="corrects")


def takes_back(stated: Stated) -> bool:
    """Whether the "nicht" of a sentence belongs to a value that it takes back for another one."""
    statement = stated.statement
    return any(
        correction.said and correction.new is not None and statement.start <= correction.old.start < statement.end
        for correction in stated.corrections
    )


def _sets_right(own: Stated, one: Value, correction: Correction, others: Stated, other: Value) -> bool:
    """Whether a value is what a correction has come to, and another what it takes back.

    A number that does not say what it counts is known for it in the correction itself alone.
    """
    new, old = correction.new, correction.old
    if new is None:
        return False
    itself = (one.start, one.end) == (new.start, new.end)
    if not itself and not _same(specified(own, one), new, bare=False):
        return False
    return _same(specified(others, other), old, bare=itself)


def _same(value: Value, known: Value, bare: bool) -> bool:
    if "date" in (value.kind, known.kind):
        return value.kind == known.kind and known.low is not None and (value.low, value.high) == (known.low, known.high)
    if is_bare(value) or is_bare(known):
        return bare and comparable(value, known) and (value.low, value.high) == (known.low, known.high)
    verdict = compare_amounts(value, known)
    return verdict is not None and verdict.relation == "agree"


def _candidates(statement: Statement) -> Iterator[Value]:
    """The values of a sentence, and the numbers in it that are read as none, such as the one in "nicht vier"."""
    yield from statement.values
    for found in _NUMBER.finditer(statement.text):
        start, end = statement.start + found.start(), statement.start + found.end()
        if any(value.start < end and start < value.end for value in statement.values):
            continue
        number = digits(found.group()) if found.group()[0].isdecimal() else number_word(found.group())
        if number is not None:
            yield Value(start, end, found.group(), "quantity", number, number, None, False)


def _taken_back(statement: Statement, old: Value) -> Correction | None:
    """What a sentence says of a value, if it takes it back."""
    before = statement.text[: old.start - statement.start]
    after = statement.text[old.end - statement.start :]
    following = [value for value in statement.values if value.start >= old.end]
    preceding = [value for value in statement.values if value.end <= old.start]
    if found := _INSTEAD.search(before):
        place = statement.start + found.start()
        beside = [
            v for v in preceding if _BEFORE_INSTEAD.match(statement.text[v.end - statement.start : found.start()])
        ]
        new = next((v for v in reversed(beside) if v.end <= place), next(iter(following), None))
        said = _is_said(statement.text)
    elif _NOT.search(before) and (found := _BUT.search(after)):
        place = old.end + found.end()
        new, said = next((value for value in following if value.start >= place), None), True
    elif _NOT_AT_LAST.search(before) and preceding:
        new, said = preceding[-1], True
    elif _FROM.search(before) and _TO.search(after) and _AMENDED.search(statement.text):
        new, said = next(iter(following), None), True
    elif _AT_FIRST[0].search(before) and _AT_FIRST[1].search(after):
        new, said = None, True
    else:
        return None
    return _made(statement, old, new, said)


def _is_said(text: str) -> bool:
    """Whether a sentence says that something was told wrongly, rather than that it has changed."""
    folded = text.casefold()
    beginnings = tuple(listed("corrections", "word"))
    return any(word.startswith(beginnings) for _, _, word in words_of(folded)) or any(
        phrase in folded for phrase in listed("corrections", "phrase")
    )


def _made(statement: Statement, old: Value, new: Value | None, said: bool) -> Correction:
    """A correction of two values of one kind, each with the unit that only the other has, as far as it is known."""
    is_date = old.kind == "date"
    if new is None or (new.kind == "date") != is_date:
        return Correction(old, None, said)
    if is_date:
        return Correction(old, new, said)
    if is_bare(old) and not is_bare(new):
        scale = _scale(new)
        low, high = (None if size is None else size * scale for size in (old.low, old.high))
        old = replace(old, low=low, high=high)
    elif not is_bare(old) and not is_bare(new) and not comparable(old, new):
        return Correction(old, None, said)
    stated = whole(statement, ())
    known = next((value for value in (specified(stated, new), specified(stated, old)) if not is_bare(value)), new)
    old, new = (replace(value, kind=known.kind, unit=known.unit) for value in (old, new))
    return Correction(old, new, said)


def _scale(value: Value) -> float:
    """How much of a value's amount its number alone is: a million in "1,2 Millionen Euro"."""
    for found in _NUMBER.findall(value.text):
        number = digits(found) if found[0].isdecimal() else number_word(found)
        if number and value.low:
            return value.low / number
    return 1.0


def article_corrections(statements: Sequence[Statement]) -> dict[int, tuple[Correction, ...]]:
    """By the place of each article in its story, what its sentences take back.

    Args:
        statements: The sentences of the story.
    """
    found: dict[int, tuple[Correction, ...]] = {}
    for statement in statements:
        found[statement.article] = (*found.get(statement.article, ()), *corrections_of(statement))
    return found


def told_rightly(values: Sequence[Value], corrections: Sequence[Correction]) -> tuple[Value, ...]:
    """The values of an article without those that it calls wrong.

    Args:
        values: All its values.
        corrections: What it takes back.
    """
    wrong = {correction.old.start for correction in corrections if correction.said}
    return tuple(value for value in values if value.start not in wrong)
