"""How the mentions of a fact differ: amounts, dates, predicates, people, places, denial, modality and origin.

Three outcomes and no verdict: they agree, they are compatible, or they possibly conflict. The reason is made of the
sources' own words and a fixed English phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from tui.comparison.amounts import Verdict, compare_amounts, difference_kind
from tui.comparison.context import same_context, specified
from tui.comparison.dates import clock_times, compare_clocks, compare_dates
from tui.comparison.denials import modalities
from tui.comparison.holders import compare_holders
from tui.comparison.model import Difference, DifferenceKind, DifferingValue, Relation
from tui.comparison.opposites import Predicate, opposed, predicates
from tui.comparison.passages import content_stems, folded_name
from tui.comparison.places import Together, compare_scenes, scenes
from tui.comparison.stated import Found, Stated
from tui.language.model import Entity, Value

_RANK: Mapping[Relation, int] = {"agree": 0, "compatible": 1, "conflict": 2}


def differences_of(stated: Sequence[Stated], together: Together = frozenset()) -> tuple[Difference, ...]:
    """All differences of one fact, possible conflicts first, at most one of each kind and relation.

    Args:
        stated: The fact's mentions.
        together: Pairs of places that some sentence of the story names together.
    """
    found: list[Found] = []
    for first, second in combinations(stated, 2):
        if first.mention.article != second.mention.article:
            found.extend(_of_one_event([*_between(first, second), *_places(first, second, together)]))
    found.extend(modalities(stated))
    return _gathered(found)


def _of_one_event(found: Sequence[Found]) -> Sequence[Found]:
    """What two passages differ in, without the conflicts where both place and amount differ: those are two events."""
    kinds = {item.kind for item in found if item.verdict.relation == "conflict"}
    if "place" not in kinds or not kinds & {"number", "money", "duration"}:
        return found
    return [item for item in found if item.verdict.relation != "conflict"]


def _between(first: Stated, second: Stated) -> Iterator[Found]:
    yield from _amounts(first, second)
    yield from _dates(first, second)
    yield from _clocks(first, second)
    yield from _predicates(first, second)
    yield from _names(first, second)
    yield from _origins(first, second)


def _value(stated: Stated, value: Value) -> DifferingValue:
    return DifferingValue(stated.mention.article, value.start, value.end, value.text)


def _paired(first: Stated, second: Stated, dates: bool) -> Iterator[tuple[Value, Value, Verdict]]:
    """Values of both passages with how they relate; equal ones are paired off before others are compared."""
    compare = compare_dates if dates else compare_amounts
    left = [v for v in first.values if (v.kind == "date") == dates]
    right = [v for v in second.values if (v.kind == "date") == dates]
    verdicts = [
        (i, j, verdict)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if (verdict := compare(specified(first, one), specified(second, other))) is not None
    ]
    used_left: set[int] = set()
    used_right: set[int] = set()
    for i, j, verdict in sorted(verdicts, key=lambda item: _RANK[item[2].relation]):
        if i in used_left or j in used_right:
            continue
        rivals = sum(1 for a, b, _ in verdicts if a == i) > 1 or sum(1 for a, b, _ in verdicts if b == j) > 1
        if verdict.relation == "conflict" and (rivals or not same_context(first, left[i], second, right[j])):
            continue
        used_left.add(i)
        used_right.add(j)
        if verdict.relation == "conflict" and {first.mention.modality, second.mention.modality} == {"hedged"}:
            verdict = Verdict("compatible", f"{verdict.reason}, but both are told with doubt")
        yield left[i], right[j], verdict


def _amounts(first: Stated, second: Stated) -> Iterator[Found]:
    for one, other, verdict in _paired(first, second, dates=False):
        yield Found(difference_kind(one), verdict, (_value(first, one), _value(second, other)))


def _dates(first: Stated, second: Stated) -> Iterator[Found]:
    for one, other, verdict in _paired(first, second, dates=True):
        yield Found("date", verdict, (_value(first, one), _value(second, other)))


def _clocks(first: Stated, second: Stated) -> Iterator[Found]:
    one, other = (clock_times(s.mention.text) for s in (first, second))
    if len(one) == 1 and len(other) == 1:
        sides = []
        for stated, (start, end, _) in ((first, one[0]), (second, other[0])):
            offset = stated.mention.start
            words = stated.mention.text[start:end]
            sides.append(DifferingValue(stated.mention.article, offset + start, offset + end, words))
        verdict = compare_clocks(one[0][2], other[0][2], (sides[0].text, sides[1].text))
        yield Found("date", verdict, (sides[0], sides[1]))


def _predicates(first: Stated, second: Stated) -> Iterator[Found]:
    pair = opposed(predicates(first.statement.text), predicates(second.statement.text))
    if pair is None or pair[0].words.casefold() == pair[1].words.casefold() or not _same_subject(first, second, pair):
        return
    sides = [
        DifferingValue(s.mention.article, s.statement.start + p.start, s.statement.start + p.end, p.words)
        for s, p in zip((first, second), pair, strict=True)
    ]
    reason = f"{sides[0].text} and {sides[1].text}: said of the same subject, they exclude each other"
    yield Found("action", Verdict("conflict", reason), (sides[0], sides[1]))


def _same_subject(first: Stated, second: Stated, pair: tuple[Predicate, Predicate]) -> bool:
    """Whether both sentences speak of one person, or share a quarter of the words where one of them names nobody."""
    if first.statement.people and second.statement.people:
        return bool(first.statement.people & second.statement.people)
    said = content_stems(" ".join(predicate.words for predicate in pair))
    stems = first.statement.stems - said, second.statement.stems - said
    return 4 * len(stems[0] & stems[1]) >= min(map(len, stems)) > 0


def _names(first: Stated, second: Stated) -> Iterator[Found]:
    """The same surname with another first name, or another spelling."""
    for one in first.statement.entities:
        for other in second.statement.entities:
            if one.label != "PER" or other.label != "PER" or one.name == other.name:
                continue
            left, right = one.name.split(), other.name.split()
            if len(left) == 2 and len(right) == 2 and left[1] == right[1] and left[0] != right[0]:
                reason = f"{one.text} and {other.text}: the same surname with different first names"
                yield Found("name", Verdict("compatible", reason), (_named(first, one), _named(second, other)))

    differing = compare_holders(*((s.statement, (s.mention.start, s.mention.end)) for s in (first, second)))
    if differing is not None:
        yield Found("name", differing[2], (_named(first, differing[0]), _named(second, differing[1])))


def _places(first: Stated, second: Stated, together: Together) -> Iterator[Found]:
    sides = [scenes(s.statement, (s.mention.start, s.mention.end)) for s in (first, second)]
    relation = compare_scenes(sides[0], sides[1], together)
    if relation is not None:
        one, other, verdict = relation
        yield Found("place", verdict, (_named(first, one.entity), _named(second, other.entity)))


def _named(stated: Stated, entity: Entity) -> DifferingValue:
    return DifferingValue(stated.mention.article, entity.start, entity.end, entity.text)


def _origins(first: Stated, second: Stated) -> Iterator[Found]:
    one, other = first.mention, second.mention
    if not one.origin or not other.origin:
        return
    same = folded_name(one.origin) == folded_name(other.origin)
    words = f"both name {one.origin}" if same else f"{one.origin} and {other.origin}: different origins are named"
    sides = tuple(DifferingValue(m.article, m.start, m.end, m.text) for m in (one, other))
    yield Found("origin", Verdict("agree" if same else "compatible", words), (sides[0], sides[1]))


def _gathered(found: Sequence[Found]) -> tuple[Difference, ...]:
    """One difference for each kind and relation: the first reason, and all values that take part."""
    groups: dict[tuple[int, DifferenceKind], list[Found]] = {}
    for item in found:
        groups.setdefault((-_RANK[item.verdict.relation], item.kind), []).append(item)
    made: list[Difference] = []
    for (_, kind), items in sorted(groups.items(), key=lambda group: group[0]):
        values = dict.fromkeys(value for item in items for value in item.values)
        made.append(Difference(kind, items[0].verdict.relation, items[0].verdict.reason, tuple(values)))
    return tuple(made)
