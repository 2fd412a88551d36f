"""Finds the values of a text: dates, sums, counts, percentages, with their normalised readings.

Each sentence is read word by word from the left; at each word a date goes before an amount, and what was read is not
read again. No part of it needs spaCy; parts of speech make it better where they are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from tui.language.clauses import clause_spans
from tui.language.lexicon import read_lexicon, words
from tui.language.model import Entity, Span, Token, Value
from tui.language.values_ages import read_age
from tui.language.values_ago import read_ago
from tui.language.values_bounds import FIRST_WORDS
from tui.language.values_calendar import published_day
from tui.language.values_dates import read_date
from tui.language.values_found import Found
from tui.language.values_numbers import number_word
from tui.language.values_shares import EACH
from tui.language.values_signs import DASHES, read_signed
from tui.language.values_units import SIGNS
from tui.language.values_weekdays import place_weekday
from tui.language.values_words import Word, cut_words
from tui.language.values_yearless import may_be_over, place_yearless

_LONGEST = 14
"""Words that a value has at most."""

_FIRST = (
    frozenset(
        word
        for lexicon in ("values/numbers", "values/dates", "months")
        for entries in read_lexicon(lexicon).values()
        for word in entries
    )
    | FIRST_WORDS
    | words("values/clock", "first")
    | {"am", "im", "vor", "zwischen", "der", "die", "das", "den", "dem", "tempo", "minus", "plus"}
    | EACH
)
_STEMS = (
    *read_lexicon("values/dates")["which"],
    *read_lexicon("values/dates")["weekday"],
    "vor",
    "folge",
    "jahres",
    "monats",
    "wochen",
)
_TAILS = ("ig", "ige", "igen", "iger", "iges", "igem", "er", "fache", "fachen")


def find_values(
    text: str,
    sentences: Iterable[Span],
    tokens: Sequence[Token] = (),
    entities: Sequence[Entity] = (),
    published: str | None = None,
) -> tuple[Value, ...]:
    """Find the values in sentences.

    Args:
        text: The raw text.
        sentences: Spans of the sentences, in order.
        tokens: Words with their parts of speech, if they are known.
        entities: Names; a number that is part of a name ("Agenda 2010") is no value.
        published: ISO 8601 date of publication; with it relative dates are placed on the calendar.

    Returns:
        The values in order; none overlaps another.
    """
    tags = {token.start: token for token in tokens}
    today = published_day(published)
    named = {place for entity in entities for place in range(entity.start, entity.end)}
    labels = {entity.end: entity.label for entity in entities}
    found: list[Value] = []
    for start, end in sentences:
        sentence = cut_words(text, start, end, tags)
        clauses: tuple[Span, ...] = ()
        for value in _in_sentence(sentence, today, labels):
            if today and (value.unit or "").startswith("weekday:"):
                clauses = clauses or clause_spans(text, start, end, tokens)
                placed = place_weekday(value, sentence, clauses, today)
                value = replace(value, low=placed.low, high=placed.high, unit=placed.unit)
            elif today and may_be_over(value, sentence, today):
                clauses = clauses or clause_spans(text, start, end, tokens)
                value = place_yearless(value, sentence, clauses)
            first, last = sentence[value.start].start, sentence[value.end - 1].end
            if value.end - value.start <= _LONGEST and not (first in named and last - 1 in named):
                found.append(
                    Value(
                        first, last, text[first:last], value.kind, value.low, value.high, value.unit, value.approximate
                    )
                )
    return tuple(found)


def _in_sentence(sentence: Sequence[Word], today: date | None, labels: Mapping[int, str]) -> Iterator[Found]:
    """The values of a sentence from left to right."""
    index = 0
    while index < len(sentence):
        value = None
        if _may_begin(sentence[index]):
            value = (
                read_age(sentence, index, labels)
                or read_ago(sentence, index, today)
                or read_date(sentence, index, today)
                or read_signed(sentence, index)
            )
        if value is None:
            index += 1
        else:
            yield value
            index = max(value.end, index + 1)


def _may_begin(word: Word) -> bool:
    """Whether a value may begin with the word; keeps the reading of most words to one look-up."""
    if word.text in SIGNS:
        return True
    if word.kind != "word":
        return word.kind != "sign" or word.text in DASHES
    return _may_begin_with(word.low)


@lru_cache(maxsize=50_000)
def _may_begin_with(low: str) -> bool:
    return low in _FIRST or "-" in low or low.startswith(_STEMS) or low.endswith(_TAILS) or number_word(low) is not None
