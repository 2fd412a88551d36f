"""Acts and states in two passages that exclude each other, told of the same person or thing: who stays and who goes."""

from __future__ import annotations

from collections.abc import Iterator

from tui.comparison.amounts import Verdict
from tui.comparison.counted import counts_things
from tui.comparison.model import DifferingValue
from tui.comparison.opposites import CONTEST, LASTING, OF_THINGS, Predicate, opposed, predicates
from tui.comparison.passages import content_stems, folded_name
from tui.comparison.stated import Found, Stated, words_at
from tui.language.model import Span


def opposed_acts(first: Stated, second: Stated) -> Iterator[Found]:
    """Acts or states of one person or thing in two passages that exclude each other.

    Args:
        first: A mention.
        second: A mention of another article.
    """
    pair = opposed(*map(_told, (first, second)))
    if pair is None or pair[0].words.casefold() == pair[1].words.casefold() or not _same_subject(first, second, pair):
        return
    if pair[0].group not in LASTING and first.day != second.day and first.day and second.day:
        return  # who stayed one day may go the next
    counts = [_counts(*side) for side in zip((first, second), pair, strict=True)]
    if all(counts) and not counts[0] & counts[1]:
        return  # a hundred were saved, seven died
    sides = _at(first, pair[0]), _at(second, pair[1])
    reason = f"{sides[0].text} and {sides[1].text}: said of the same subject, they exclude each other"
    yield Found("action", Verdict("conflict", reason), sides)


def _clause(stated: Stated, predicate: Predicate) -> Span:
    return stated.statement.clause_at(stated.statement.start + predicate.start)


def _counts(stated: Stated, predicate: Predicate) -> frozenset[float | None]:
    """How many are counted in the clause of a predicate."""
    start, end = _clause(stated, predicate)
    return frozenset(v.low for v in stated.statement.values if start <= v.start < end and counts_things(v))


def _told(stated: Stated) -> list[Predicate]:
    """The predicates of a passage; its sentence may tell something else of others."""
    mention, begin = stated.mention, stated.statement.start
    found = predicates(stated.statement.text)
    return [one for one in found if begin + one.start < mention.end and mention.start < begin + one.end]


def _at(stated: Stated, predicate: Predicate) -> DifferingValue:
    first = stated.statement.start
    return words_at(stated, (first + predicate.start, first + predicate.end))


def _same_subject(first: Stated, second: Stated, pair: tuple[Predicate, Predicate]) -> bool:
    """Whether both sentences speak of one person, or share a quarter of the words where one of them names nobody.

    Clauses that name people must name one in common. What is said of a thing must have a word in common in the clauses
    themselves, figures left out; where one wins and one loses, both sentences must name the same one first.
    """
    if pair[0].group == CONTEST:
        named = [sorted(side.statement.entities, key=lambda e: e.start)[:1] for side in (first, second)]
        return all(named) and folded_name(named[0][0].name) == folded_name(named[1][0].name)
    if pair[0].group in OF_THINGS:
        clauses = [_clause_stems(*side) for side in zip((first, second), pair, strict=True)]
        if not clauses[0] & clauses[1]:
            return False
    if first.statement.people and second.statement.people:
        if not first.statement.people & second.statement.people:
            return False
        there = [_people_at(*side) for side in zip((first, second), pair, strict=True)]
        return not all(there) or bool(there[0] & there[1])
    said = content_stems(" ".join(predicate.words for predicate in pair))
    stems = first.statement.stems - said, second.statement.stems - said
    return 4 * len(stems[0] & stems[1]) >= min(map(len, stems)) > 0


def _people_at(stated: Stated, predicate: Predicate) -> frozenset[str]:
    """The people whom the clause of a predicate names."""
    start, end = _clause(stated, predicate)
    held = (e for e in stated.statement.entities if e.label == "PER" and start <= e.start < end)
    return frozenset(folded_name(e.name or e.text) for e in held)


def _clause_stems(stated: Stated, predicate: Predicate) -> frozenset[str]:
    """The content words around a predicate in its clause, without figures, people and the predicate itself."""
    statement = stated.statement
    start, end = _clause(stated, predicate)
    people = [entity.text for entity in statement.entities if entity.label == "PER"]
    known = " ".join([*people, *(value.text for value in statement.values)])
    words = statement.text[start - statement.start : end - statement.start]
    return content_stems(words) - content_stems(f"{known} {predicate.words}")
