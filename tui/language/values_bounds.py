"""What stands before a number and changes its reading: "rund", "bis zu", "mehr als", "knapp"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.language.lexicon import read_lexicon, words
from tui.language.values_words import Word, low_at

_MARGIN = 0.1
"""Share of a number that "knapp" may lack and "gut" may exceed; a reader's convention, no measured one."""

_PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrase, _effect in read_lexicon("values/bounds")[""].items():
    _parts = tuple(part.rstrip(".") for part in _phrase.split())
    _PHRASES.setdefault(_parts[0], []).append((_parts, _effect))
for _entries in _PHRASES.values():
    _entries.sort(key=lambda entry: -len(entry[0]))

FIRST_WORDS = frozenset(_PHRASES)

_OF_A_SUM = re.compile(rf"\w*(?:{'|'.join(words('values/bounds', 'of a sum'))})(?:e?[ns]?|es)")
"""Before "über" it is no "more than": "ein Scheck über 6,8 Millionen"."""

_AMONG_MANY = re.compile(rf"\w*(?:{'|'.join(words('values/bounds', 'among many'))})(?:e?n)?")
"""Before "unter" it is no "less than": "eine Umfrage des Verbands unter 1200 Betrieben"."""


def read_bounds(sentence: Sequence[Word], index: int) -> tuple[int, tuple[str, ...]]:
    """Read the bounding words that begin at a word.

    Returns:
        The place after them (``index`` if there are none) and their effects in order.
    """
    effects: list[str] = []
    while len(effects) < 3:
        for phrase, effect in _PHRASES.get(low_at(sentence, index), ()):
            if all(low_at(sentence, index + step) == part for step, part in enumerate(phrase)):
                if phrase == ("unter",) and any(_AMONG_MANY.fullmatch(word.low) for word in sentence[:index]):
                    return index, tuple(effects)
                if not (phrase == ("über",) and index and _OF_A_SUM.fullmatch(sentence[index - 1].low)):
                    effects.append(effect)
                index += len(phrase)
                break
        else:
            break
    return index, tuple(effects)


def bounded(
    low: float | None, high: float | None, approximate: bool, effects: Sequence[str]
) -> tuple[float | None, float | None, bool]:
    """Apply bounding words to a reading, the one nearest to the number first."""
    for effect in reversed(effects):
        match effect.split()[0]:
            case "about":
                approximate = True
            case "below":
                low, approximate = (None if low is None else low * (1 - _MARGIN)), True
            case "above":
                high, approximate = (None if high is None else high * (1 + _MARGIN)), True
            case "most":
                low, approximate = None, True
            case "least":
                high, approximate = None, True
    return low, high, approximate
