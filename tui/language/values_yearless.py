"""Places days, months and seasons that name no year in the last year, where their clause tells what is over.

The nearest one may lie ahead: in October "Zuletzt war das Schiff am 3. März geprüft worden" is not told of the March to
come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tui.language.lexicon import read_lexicon, words
from tui.language.model import Span
from tui.language.values_calendar import BEHIND
from tui.language.values_found import Found
from tui.language.values_tense import promises
from tui.language.values_weekdays import way_of
from tui.language.values_words import Word

NEAR = 60
"""Days ahead up to which a date is left where it is: who was invited, summoned or promised something soon, was so in
the past tense."""

_MONTHS = read_lexicon("months")[""]
_SEASONS = frozenset(word for word, unit in read_lexicon("values/dates")["period"].items() if unit.startswith("season"))
_PLAN = re.compile(rf"\w*(?:{'|'.join(words('values/tenses', 'planned') | words('values/tenses', 'moved'))})")
_LEADS = frozenset({"am", "im", "bis", "und", "zum"})


def may_be_over(found: Found, sentence: Sequence[Word], today: date) -> bool:
    """Whether a date without a year was placed well after the day of publication.

    Args:
        found: The date.
        sentence: The words of its sentence.
        today: The day of publication.
    """
    if found.kind != "date" or found.low is None or found.low <= today.toordinal() + NEAR:
        return False
    *before, last = sentence[found.start : found.end]
    named = last.low in _MONTHS or last.low in _SEASONS
    return named and all(word.kind == "sign" or word.text.isdecimal() or word.low in _LEADS for word in before)


def place_yearless(found: Found, sentence: Sequence[Word], clauses: Sequence[Span]) -> Found:
    """The date a year earlier, if its clause tells what is over and no plan.

    Args:
        found: A date of which `may_be_over` is true.
        sentence: The words of its sentence.
        clauses: The clauses of the sentence, in code points of the article.
    """
    at = sentence[found.end - 1].start
    clause = [word for first, last in clauses if first <= at < last for word in sentence if first <= word.start < last]
    if way_of(found, sentence, clauses) != BEHIND or promises(clause) or any(_PLAN.match(word.low) for word in clause):
        return found
    assert found.low is not None and found.high is not None
    first, last = (date.fromordinal(int(side)) for side in (found.low, found.high))
    if (2, 29) in ((first.month, first.day), (last.month, last.day)):
        return found
    low, high = (float(day.replace(year=day.year - 1).toordinal()) for day in (first, last))
    return replace(found, low=low, high=high)
