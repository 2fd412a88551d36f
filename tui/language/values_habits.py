"""Days that a text tells as coming again and again: they lie on no calendar.

Such as "jeden Freitag", "freitags", "zweimal Weihnachten", and "seit Oktober von Freitag bis Montag".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.language.lexicon import read_lexicon, words
from tui.language.values_numbers import number_word
from tui.language.values_words import Word, low_at

_MONTHS = read_lexicon("months")[""]
_PERIODS = read_lexicon("values/dates")["period"]
_ORDINALS = read_lexicon("values/dates")["ordinal"]
_ADVERBS = words("values/dates", "habit")
_YEARLY = frozenset({"alljährlich", "jährlich"})
_WISHES = words("values/dates", "wish")
_EVERY = re.compile(r"jede[rsnm]?")


def comes_again(sentence: Sequence[Word], index: int) -> bool:
    """Whether a day stands behind "jeder" or a number of times, or is an adverb of habit ("Freitags").

    Args:
        sentence: The words of a sentence.
        index: Where the weekday or feast stands.
    """
    before = index - 1 - (low_at(sentence, index - 1) in _ORDINALS)
    low = low_at(sentence, before)
    times = (number_word(low.removesuffix("mal")) or 0) if low.endswith("mal") else 0
    return times > 1 or bool(_EVERY.fullmatch(low)) or is_adverb(sentence, index)


def is_adverb(sentence: Sequence[Word], index: int) -> bool:
    """Whether a weekday is an adverb with a capital letter, as at the beginning of a sentence."""
    first = index == 0 or (index > 0 and sentence[index - 1].kind == "sign")
    return first and low_at(sentence, index).endswith("s")


def is_wished(sentence: Sequence[Word], index: int) -> bool:
    """Whether a feast is wished, or something is likened to it: "frohe Ostern", "wie Weihnachten"."""
    return low_at(sentence, index - 1) in _WISHES


def is_yearly(sentence: Sequence[Word]) -> bool:
    """Whether a sentence tells what happens year after year."""
    return any(
        word.low in _YEARLY or (word.low == "jedes" and low_at(sentence, at + 1) == "jahr")
        for at, word in enumerate(sentence)
    )


def is_weekly(sentence: Sequence[Word]) -> bool:
    """Whether a sentence tells what is done week after week: "jeweils", "jede Woche", "seit Oktober"."""
    return any(
        word.low in _ADVERBS
        or (word.low == "seit" and _lasts(sentence, at + 1))
        or (word.low == "jede" and low_at(sentence, at + 1) == "woche")
        for at, word in enumerate(sentence)
    )


def _lasts(sentence: Sequence[Word], index: int) -> bool:
    """Whether months, years or seasons stand behind "seit"."""
    low = low_at(sentence, index)
    if low in ("anfang", "mitte", "ende", "dem", "diesem", "vergangenem", "letztem"):
        low = low_at(sentence, index + 1)
    unit = _PERIODS.get(low, "")
    year = low.isdecimal() and len(low) == 4
    return low in _MONTHS or year or unit in ("month", "year") or unit.startswith("season")
