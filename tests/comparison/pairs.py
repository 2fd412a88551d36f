"""Pairs of sentences of one fact, their names marked, and the possible conflicts that are shown of them."""

import re
from dataclasses import replace

import numpy as np

from tests.comparison.making import analysis, article
from tui.comparison.differences import differences_of
from tui.comparison.modality import modality_of
from tui.comparison.model import Mention
from tui.comparison.passages import Statement, statements_of
from tui.comparison.places import places_together
from tui.comparison.stated import Stated
from tui.language.clauses import clause_spans
from tui.language.model import Sentence
from tui.language.values import find_values
from tui.language.values_calendar import published_day

_MARKED = re.compile(r"\[(.+?)\|(PER|LOC|ORG)\]")


def statement(marked: str, index: int, published: str | None = None) -> Statement:
    """A sentence with its names in brackets: ``[Köln|LOC]``."""
    names = {found[1]: found[2] for found in _MARKED.finditer(marked)}
    made = article(_MARKED.sub(r"\1", marked), f"{index}.txt")
    spans = [(0, len(made.text))]
    found = analysis(made, tuple(names.items()), find_values(made.text, spans, published=published))  # type: ignore[arg-type]
    sentence = Sentence(0, len(made.text), clause_spans(made.text, 0, len(made.text)))
    return statements_of(made, replace(found, sentences=(sentence,)), index)[0]


def conflicts(
    first: str,
    second: str,
    elsewhere: str = "",
    odds: float = 0.0,
    known: str = "",
    published: tuple[str | None, str | None] = (None, None),
) -> set[str]:
    """Kinds of the possible conflicts of two sentences of one fact.

    Args:
        first: A sentence.
        second: A sentence of another article.
        elsewhere: A sentence of a third article.
        odds: Log odds that the two sentences state one fact.
        known: Another sentence of the second article.
        published: When the two articles were published, as ISO dates.
    """
    sides = []
    for index, marked in enumerate((first, second)):
        made = statement(marked, index, published[index])
        day = published_day(published[index])
        span = (made.start, made.end)
        modality, _ = modality_of(made, span, made.text, ())
        told = (*made.values, *(statement(known, 1).values if known and index else ()))
        sides.append(
            Stated(Mention(str(index), *span, made.text, 0.9, modality), made, told, day.toordinal() if day else None)
        )
    others = [statement(elsewhere, 2)] if elsewhere else []
    together = places_together([*(side.statement for side in sides), *others])
    found = differences_of(sides, together, np.full((2, 2), odds, dtype=np.float32))
    return {difference.kind for difference in found if difference.relation == "conflict"}
