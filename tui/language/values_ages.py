"""Reads ages that stand after a person: "Rüdiger T. (64)", "Alois Hirtreiter, 58, Lehrer", "eine Rentnerin (84)"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.articles.first_names import is_first_name
from tui.language.quotations.roles import is_role
from tui.language.values_found import Found
from tui.language.values_words import Word, adjacent, low_at

_YOUNGEST, _OLDEST = 3, 110
"""Smaller numbers in brackets count things, such as a player's goals."""
_GROWN = 13
"""Between commas smaller numbers are no ages."""
_GOALS = frozenset({"tore", "toren", "treffer", "treffern", "punkte", "punkten"})
_AFTER_BRACKET = frozenset({")", ",", ";", "/"})
_AFTER_COMMA = frozenset({",", ".", ";", ")", "“", ":", "–", ""})


def read_age(sentence: Sequence[Word], place: int, names: Mapping[int, str]) -> Found | None:
    """Read the age that stands at a word, in brackets or between commas, as years.

    Args:
        sentence: The words of a sentence.
        place: Where the number is.
        names: Label of the name that ends at a position of the text; may be empty.
    """
    word = sentence[place]
    opening = low_at(sentence, place - 1)
    if word.number is None or not word.text.isdecimal() or opening not in ("(", ","):
        return None
    bracket = opening == "("
    after = low_at(sentence, place + 1)
    if after not in (_AFTER_BRACKET if bracket else _AFTER_COMMA) or _is_list(sentence, place):
        return None
    if not (_YOUNGEST if bracket else _GROWN) <= word.number <= _OLDEST or _is_score(sentence):
        return None
    if not _is_person(sentence, place - 2, names):
        return None
    return Found(place, place + 1, "quantity", word.number, word.number, "year")


def _is_person(sentence: Sequence[Word], place: int, names: Mapping[int, str]) -> bool:
    """Whether the words up to a place name a person or say what somebody is."""
    if place < 0:
        return False
    label = names.get(sentence[place].end)
    place -= sentence[place].low == "."  # "Rüdiger T."
    if place < 0 or not sentence[place].capital:
        return label == "PER"
    label = label or names.get(sentence[place].end)
    if label:
        return label == "PER"
    if is_role(sentence[place].text) or is_first_name(sentence[place].text):
        return True
    return place > 0 and sentence[place - 1].capital and is_first_name(sentence[place - 1].text)


def _is_list(sentence: Sequence[Word], place: int) -> bool:
    """Whether a number between commas is one of several: "Meier, 18, 24 und 30"."""
    return any(0 <= at < len(sentence) and sentence[at].number is not None for at in (place - 2, place + 2))


def _is_score(sentence: Sequence[Word]) -> bool:
    """Whether a sentence tells a score, in which numbers after names are minutes or goals: "1:0 Müller (34)"."""
    return any(word.low in _GOALS for word in sentence) or any(
        word.low == ":"
        and adjacent(sentence, at)
        and sentence[at - 1].number is not None
        and at + 1 < len(sentence)
        and sentence[at + 1].number is not None
        for at, word in enumerate(sentence)
        if at
    )
