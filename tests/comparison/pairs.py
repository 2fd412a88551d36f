"""Pairs of sentences of one fact, their names marked, and the possible conflicts that are shown of them."""

import re
from dataclasses import replace
from functools import cache

from tests.comparison.making import analysis, article
from tui.articles.labels import day_and_time
from tui.comparison.alignment import value_vectors
from tui.comparison.corrections import corrections_of, told_rightly
from tui.comparison.differences import differences_of
from tui.comparison.modality import modality_of
from tui.comparison.model import Difference, Mention
from tui.comparison.passages import Statement, statements_of
from tui.comparison.places import places_together
from tui.comparison.resolving import resolve
from tui.comparison.stated import Stated
from tui.comparison.vectors import token_tables
from tui.language.clauses import clause_spans
from tui.language.encoder import load_encoder
from tui.language.model import Sentence
from tui.language.pair_reader import PairReader, load_pair_reader
from tui.language.values import find_values
from tui.language.values_calendar import published_day
from tui.library.remembering import RememberingEncoder

OTHERS = (
    "Am Abend begann es zu regnen, und die Straßen leerten sich rasch.",
    "Der Bürgermeister sprach von einem schweren Tag für die Stadt.",
    "Im vergangenen Jahr zählte der Verband 48.000 Mitglieder in 120 Ortsgruppen.",
    "Die Opposition verlangt Auskunft darüber, wer wann was gewusst hat.",
    "Ein Sprecher wollte sich zu dem Bericht am Donnerstag nicht äußern.",
    "Das Unternehmen wurde 1998 gegründet und gehört heute einer Stiftung.",
    "Für die Anwohner hat die Verwaltung ein Telefon eingerichtet.",
    "Experten rechnen damit, dass die Preise bis zum Sommer um 2 Prozent fallen.",
    "Er habe lange gezögert, sagte der Trainer nach dem Spiel.",
    "Ob der Vertrag verlängert wird, entscheidet der Rat am 12. Juni.",
    "Vor dem Gebäude warteten Kamerateams aus mehreren Ländern.",
    "Die neue Halle soll 14 Millionen Euro kosten und drei Jahre lang gebaut werden.",
)
"""Sentences of the same story as every pair, so that what all share can be told from what two share."""


@cache
def encoder() -> RememberingEncoder:
    """The shipped encoder; texts that several tests read are read once."""
    return RememberingEncoder(load_encoder())


@cache
def reader() -> PairReader:
    """The shipped reader of pairs."""
    return load_pair_reader()


_MARKED = re.compile(r"\[(.+?)(?:=(.+?))?\|(PER|LOC|ORG)\]")


def statement(marked: str, index: int, published: str | None = None) -> Statement:
    """A sentence with its names in brackets: ``[Köln|LOC]``, ``[Roth=Jan Roth|PER]`` for a short form."""
    names = {found[1]: found[3] for found in _MARKED.finditer(marked)}
    whole = {found[1]: found[2] for found in _MARKED.finditer(marked) if found[2]}
    made = article(_MARKED.sub(r"\1", marked), f"{index}.txt")
    spans = [(0, len(made.text))]
    found = analysis(made, tuple(names.items()), find_values(made.text, spans, published=published))  # type: ignore[arg-type]
    entities = tuple(replace(entity, name=whole.get(entity.text, entity.name)) for entity in found.entities)
    sentence = Sentence(0, len(made.text), clause_spans(made.text, 0, len(made.text)))
    return statements_of(made, replace(found, sentences=(sentence,), entities=entities), index)[0]


def conflicts(
    first: str,
    second: str,
    elsewhere: str = "",
    known: str = "",
    published: tuple[str | None, str | None] = (None, None),
) -> set[str]:
    """Kinds of the possible conflicts of two sentences of one fact, given as for ``differences``."""
    found = differences(first, second, elsewhere, known, published)
    return {difference.kind for difference in found if difference.relation == "conflict"}


def differences(
    first: str,
    second: str,
    elsewhere: str = "",
    known: str = "",
    published: tuple[str | None, str | None] = (None, None),
    outlet: str | None = None,
) -> tuple[Difference, ...]:
    """The differences of two sentences of one fact.

    Args:
        first: A sentence.
        second: A sentence of another article.
        elsewhere: A sentence of a third article.
        known: Another sentence of the second article.
        published: When the two articles were published, as ISO dates or date-times.
        outlet: Whose articles both are; None where that is not known.
    """
    pair = [statement(marked, index, published[index]) for index, marked in enumerate((first, second))]
    others = [statement(text, index) for index, text in enumerate((*OTHERS, *filter(None, [elsewhere])), 2)]
    _, context = token_tables([*pair, *others], resolve([*pair, *others]), encoder())
    sides = []
    for index, made in enumerate(pair):
        day, (_, time) = published_day(published[index]), day_and_time(published[index])
        span = (made.start, made.end)
        modality, _ = modality_of(made, span, made.text, ())
        taken_back = corrections_of(made)
        own = told_rightly(made.values, taken_back)
        told = (*own, *(statement(known, 1).values if known and index else ()))
        mention = Mention(str(index), *span, made.text, 0.9, modality)
        vectors = value_vectors(context, index, made)
        ordinal = day.toordinal() if day else None
        sides.append(Stated(mention, made, told, ordinal, vectors, index, taken_back, outlet, time))
    read = {(0, 1): reader().read(pair[0].text, pair[1].text)}
    return differences_of(sides, places_together([*pair, *others]), read)
