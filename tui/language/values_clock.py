"""Reads times of day: "18.30 Uhr", "halb acht", "kurz nach neun", "um zehn nach acht am Abend"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from tui.language.lexicon import read_lexicon, words
from tui.language.values_found import Found
from tui.language.values_numbers import number_word, plain_number, read_number
from tui.language.values_units import read_noun
from tui.language.values_words import Word, low_at

_LEADS = frozenset({"um", "gegen", "punkt"})
_FIRST = words("values/clock", "first")
_UHR = frozenset({"uhr", "h"})
_NAMED = {"mitternacht": 0, "mittag": 12 * 60}
_ROUGH = frozenset({"etwa", "circa", "ca", "ungefähr", "rund"})
_BESIDE = {"vor": -1, "nach": 1}
_HALVES = {"halb": -30, "viertel": -45, "dreiviertel": -15}
"""Minutes from the hour that they are told with: "halb acht" is half an hour before eight, "viertel acht" 7.15."""
_HALF_DAY = 12 * 60

_PARTS = {
    part: (int(hours.split()[0]) * 60, int(hours.split()[1]) * 60)
    for part, hours in read_lexicon("comparison/dayparts")[""].items()
    if " " not in part
}
"""Part of the day -> first minute, and the one after the last; what follows midnight goes on counting."""
_NO_PARTS = words("comparison/dayparts", "others")
_LINKS = frozenset({"am", "in", "der", "an", "diesem", "gestern", "heute", "uhr"})
"""What may stand between a time of day and its part of the day."""
_TIMELY = re.compile(
    r"(?:\w*(?:tag|mittwoch|sonnabend|abend|nacht|morgen|mittag)s?|schon|erst|bis|ab|seit|heute|gestern|morgen|früh|täglich)"
)
"""A word before "um acht" that shows it to be a time."""
_VERB = r"(?:ab|an|auf|ge|herab|hoch|ver|zu)*(?:{})(?:e[nrst]?|t(?:e[nr]?)?|n)?"
_MOVES = re.compile(_VERB.format("|".join(words("values/clock", "moves"))))
"""A verb or adjective with which "um acht" says by how much."""
_AGAINST = re.compile(_VERB.format("|".join(words("values/clock", "against"))))
_AGAINST_NOUN = re.compile(rf"\w*(?:{'|'.join(words('values/clock', 'against nouns'))})(?:e[ns]?|en|n|s)?")
"""A verb or a noun with which "gegen acht" says against how many."""
_OF = frozenset({"von", "der", "dieser", "ihrer", "seiner", "die", "andere", "weitere", "zu", "mal"})


class _Hour(NamedTuple):
    """The hour that a spoken time ends with: its place, its minutes since midnight and how it is told."""

    end: int
    minute: int
    told: Literal["clock", "name", "number"]


def read_clock(sentence: Sequence[Word], index: int) -> Found | None:
    """Read a time with "Uhr" or in digits, such as "18 Uhr", "18.30 Uhr", "10:30", "neun Uhr (abends)"."""
    word = sentence[index]
    clock = low_at(sentence, index + 1) in _UHR
    end = index + 1 + clock
    if word.kind == "time":
        hour, minute = (int(part) for part in re.split(r"[.:]", word.text))
    elif clock and (number := plain_number(word)) is not None and not number % 1:
        hour, minute = int(number), 0
        follow = sentence[index + 2] if index + 2 < len(sentence) else None
        if follow and follow.text.isdecimal() and len(follow.text) == 2:
            end, minute = index + 3, int(follow.text)
    else:
        return None
    if hour > 24 or minute > 59:
        return None
    return _found(index, end, _placed(hour * 60 + minute, _part_beside(sentence, index, end)), False)


def read_spoken(sentence: Sequence[Word], index: int) -> Found | None:
    """Read a time as it is spoken: "kurz nach neun", "halb acht", "um Viertel vor eins", "gegen Mitternacht".

    Without a part of the day beside it the time is one of the first half of the day, which may stand for the second;
    whoever compares it knows it by its words.
    """
    lead = low_at(sentence, index)
    led = lead in _LEADS
    if not (led or lead in _FIRST or number_word(lead)):
        return None
    at = index + led
    rough = lead == "gegen"
    if led and low_at(sentence, at) in (*_ROUGH, "punkt"):
        rough, at = rough or low_at(sentence, at) != "punkt", at + 1
    shift, told = 0, False
    if low_at(sentence, at) == "kurz" and low_at(sentence, at + 1) in _BESIDE:
        told, rough, at = True, True, at + 2
    minutes = _minutes(sentence, at, led or told)
    if minutes:
        (at, shift), told = minutes, True
    hour = _hour(sentence, at)
    if hour is None or not (told or led) or (hour.told == "clock" and not told):
        return None
    minute = (hour.minute + shift) % (2 * _HALF_DAY)
    part = _part_beside(sentence, index, hour.end)
    if hour.told == "number":
        if _counts(sentence, hour.end) or not (told or _is_time(sentence, index, part is not None)):
            return None
        minute += _HALF_DAY * (minute < 60)  # "halb eins" is more often at noon
    return _found(index + (lead in ("um", "punkt")), hour.end, _placed(minute, part), rough)


def _found(start: int, end: int, minute: int, rough: bool) -> Found:
    hour, rest = divmod(minute, 60)
    return Found(start, end, "date", None, None, f"time:{hour:02}:{rest:02}", rough)


def _minutes(sentence: Sequence[Word], at: int, led: bool) -> tuple[int, int] | None:
    """The place after what tells minutes from an hour, and how many: "halb", "Viertel vor", "zehn nach"."""
    low = low_at(sentence, at)
    beside = _BESIDE.get(low_at(sentence, at + 1))
    if low == "viertel" and beside and low_at(sentence, at - 1) not in ("ein", "einem", "drei", "das", "im"):
        half = low_at(sentence, at + 2) == "halb"
        return None if half else (at + 2, 15 * beside)
    if low == "halb" or (led and low in _HALVES):
        return at + 1, _HALVES[low]
    if led and low == "drei" and low_at(sentence, at + 1) == "viertel":
        return at + 2, _HALVES["dreiviertel"]
    number = number_word(low)
    if number is None or not 1 < number < 30:
        return None
    named = low_at(sentence, at + 1) in ("minuten", "minute")
    beside = _BESIDE.get(low_at(sentence, at + 1 + named))
    after = at + 2 + named
    if beside is None or not (led or low_at(sentence, after) in _NAMED or low_at(sentence, at - 1) == "bis"):
        return None
    half = low_at(sentence, after) == "halb"
    return after + half, int(number) * beside + (_HALVES["halb"] if half else 0)


def _hour(sentence: Sequence[Word], at: int) -> _Hour | None:
    if at >= len(sentence):
        return None
    word = sentence[at]
    if word.low in _NAMED and word.capital:
        return _Hour(at + 1, _NAMED[word.low], "name")
    clock = read_clock(sentence, at)
    if clock and clock.unit:
        _, hour, minute = clock.unit.split(":")
        return _Hour(clock.end, int(hour) * 60 + int(minute), "clock")
    number = read_number(sentence, at)
    if number is None or number.digits or number.one or number.end != at + 1 or number.low is None:
        return None
    return _Hour(at + 1, int(number.low) * 60, "number") if number.low in range(1, 13) else None


def _counts(sentence: Sequence[Word], end: int) -> bool:
    """Whether what follows a number is counted by it."""
    if end >= len(sentence):
        return False
    return sentence[end].capital or low_at(sentence, end) in _OF or bool(read_noun(sentence, end, partitive=False))


def _is_time(sentence: Sequence[Word], index: int, placed: bool) -> bool:
    """Whether "um acht" and "gegen acht" are times by the words around them."""
    before = low_at(sentence, index - 1)
    if low_at(sentence, index) == "punkt":
        return False  # "Punkt drei der Tagesordnung"
    if low_at(sentence, index) == "gegen":
        near = sentence[max(0, index - 4) : index]
        counted = any(number_word(word.low) is not None or word.number is not None for word in near)
        return placed or not (counted or any(_tells_against(word) for word in sentence))
    timely = placed or index == 0 or _TIMELY.fullmatch(before) is not None or before in (",", "(", "–", ":", "„", "»")
    return timely and not any(not word.capital and _MOVES.fullmatch(word.low) for word in sentence)


def _tells_against(word: Word) -> bool:
    return (_AGAINST_NOUN if word.capital else _AGAINST).fullmatch(word.low) is not None


def _part_beside(sentence: Sequence[Word], index: int, end: int) -> tuple[int, int] | None:
    """The part of the day that is named right before or after a time."""
    after, before = end, index - 1
    while after < end + 3 and low_at(sentence, after) in _LINKS:
        after += 1
    while before > index - 4 and low_at(sentence, before) in _LEADS | _ROUGH:
        before -= 1
    for place in (after, before):
        if 0 <= place < len(sentence) and sentence[place].text != "morgen":
            low = sentence[place].low.removesuffix("s")
            if low in _NO_PARTS:
                return None
            for part, minutes in _PARTS.items():
                if low.endswith(part):
                    return minutes
    return None


def _placed(minute: int, part: tuple[int, int] | None) -> int:
    """Minutes since midnight, in the part of the day if it is known and the time may be one of the first half."""
    for candidate in (minute, minute + _HALF_DAY, minute + 2 * _HALF_DAY):
        if part and minute < _HALF_DAY + 60 and part[0] <= candidate < part[1]:
            return candidate % (2 * _HALF_DAY)
    return minute
