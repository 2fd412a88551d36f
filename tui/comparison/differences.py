"""How the mentions of a fact differ: amounts, dates, predicates, people, places, denial, modality and origin.

Three outcomes and no verdict: they agree, they are compatible, or they possibly conflict. The reason is made of the
sources' own words and a fixed English phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from types import MappingProxyType

from tui.comparison.acts import opposed_acts
from tui.comparison.amounts import Verdict, difference_kind
from tui.comparison.around import is_age, is_telling, tells_of_before
from tui.comparison.contradictions import contradiction
from tui.comparison.corrections import corrected, takes_back
from tui.comparison.counted import is_bare
from tui.comparison.dates import compare_clocks, minutes_of
from tui.comparison.denials import modalities
from tui.comparison.designated import numbered, other_party
from tui.comparison.frames import excluding, is_respelt, one_says_no, other_body, same_frame
from tui.comparison.gathering import gathered
from tui.comparison.holders import compare_holders
from tui.comparison.model import Difference
from tui.comparison.moments import of_versions
from tui.comparison.origin_words import is_anonymous
from tui.comparison.paired import any_differ, paired, sureness
from tui.comparison.passages import content_stems, folded_name
from tui.comparison.places import Together, compare_scenes, may_be_one, scenes
from tui.comparison.same_words import given_to_two
from tui.comparison.stated import Found, Stated, worded, words_at
from tui.language.pair_reader import PairReading

NONE: Mapping[tuple[int, int], PairReading] = MappingProxyType({})
"""Nothing was read together."""


def differences_of(
    stated: Sequence[Stated],
    together: Together = frozenset(),
    readings: Mapping[tuple[int, int], PairReading] = NONE,
    people: AbstractSet[str] = frozenset(),
) -> tuple[Difference, ...]:
    """All differences of one fact, possible conflicts first.

    Args:
        stated: The fact's mentions.
        together: Pairs of places that some sentence of the story names together.
        readings: By their rows, sentences that were read together.
        people: Names of the people of the story.
    """
    found: list[Found] = []
    for first, second in combinations(stated, 2):
        if first.mention.article != second.mention.article:
            reading = readings.get((first.row, second.row))
            read = None if reading is None else reading.log_odds
            amended = list(corrected(first, second))
            known = {item.values for item in amended}
            differing = [item for item in _between(first, second, read) if item.values not in known]
            differing = [*amended, *differing, *_places(first, second, together)]
            differing = [*_of_one_event(first, second, differing), *given_to_two(first, second, people)]
            if reading and not any(item.verdict.relation == "conflict" for item in differing):
                differing += _read(first, second, reading, together)
            found.extend(of_versions(first, second, item) for item in differing)
    found.extend(modalities(stated))
    return gathered(found, stated)


def _read(first: Stated, second: Stated, reading: PairReading, together: Together) -> Iterator[Found]:
    """What reading two passages together says, but for two places of which one may lie in the other."""
    found = contradiction(first, second, reading)
    if found is not None:
        one, other = ((s.statement, (v.start, v.end)) for s, v in zip((first, second), found.values, strict=True))
        if not may_be_one(one, other, together):
            yield found


def _of_one_event(first: Stated, second: Stated, found: Sequence[Found]) -> Sequence[Found]:
    """What two passages differ in, without the conflicts where both place and amount differ: those are two events."""
    elsewhere = any(item.kind == "place" and item.verdict.relation == "conflict" for item in found)
    if not elsewhere or not any_differ(first, second):
        return found
    return [item for item in found if item.verdict.relation != "conflict"]


def _between(first: Stated, second: Stated, read: float | None) -> Iterator[Found]:
    yield from _amounts(first, second, read)
    yield from _dates(first, second, read)
    yield from _clocks(first, second, read)
    taken_back = any(takes_back(s) for s in (first, second))  # its "nicht" says nothing of what is done
    acts = [] if taken_back else list(opposed_acts(first, second))
    yield from acts or _words(first, second, taken_back)
    yield from _names(first, second)
    yield from _origins(first, second)


def _amounts(first: Stated, second: Stated, read: float | None) -> Iterator[Found]:
    for sure, (one, other, verdict) in paired(first, second, dates=False, read=read):
        age = is_age(first, one) or is_age(second, other)
        kind = difference_kind(other if is_bare(one) else one, age=age)
        yield Found(kind, verdict, (worded(first, one), worded(second, other)), sure=sure)


def _dates(first: Stated, second: Stated, read: float | None) -> Iterator[Found]:
    for sure, (one, other, verdict) in paired(first, second, dates=True, read=read):
        yield Found("date", verdict, (worded(first, one), worded(second, other)), sure=sure)


def _clocks(first: Stated, second: Stated, read: float | None) -> Iterator[Found]:
    one, other = ([v for v in stated.values if minutes_of(v) is not None] for stated in (first, second))
    if len(one) == 1 and len(other) == 1:
        sure = sureness(first, one[0], second, other[0], read)
        if is_telling(first, one[0]) != is_telling(second, other[0]):
            sure = None  # when it happened, and when somebody called or warned
        verdict = compare_clocks(one[0], other[0], sure is not None)
        if verdict is not None:
            yield Found("date", verdict, (worded(first, one[0]), worded(second, other[0])), sure=sure or 0.0)


def _words(first: Stated, second: Stated, taken_back: bool) -> Iterator[Found]:
    """Single words of two sentences that else say the same."""
    if (spans := excluding(first.statement, second.statement)) is not None:
        sides = words_at(first, spans[0]), words_at(second, spans[1])
        reason = f"{sides[0].text} and {sides[1].text}: all else is said alike"
        yield Found("action", Verdict("conflict", reason), sides)
    elif taken_back or first.mention.text == second.mention.text:
        return
    elif one_says_no(first.statement, second.statement):
        verdict = Verdict("conflict", "one of them says no, all else is said alike")
        yield Found("denial", verdict, (worded(first, first.mention), worded(second, second.mention)))


def _names(first: Stated, second: Stated) -> Iterator[Found]:
    """The same surname with another first name, or another spelling; another body or person in one place or role."""
    for one in first.statement.entities:
        for other in second.statement.entities:
            if one.label != "PER" or other.label != "PER" or one.name == other.name:
                continue
            left, right = one.name.split(), other.name.split()
            written = " " in one.text and " " in other.text  # a bare surname has no first name that could differ
            if written and len(left) == len(right) == 2 and left[1] == right[1] and left[0] != right[0]:
                reason = f"{one.text} and {other.text}: the same surname with different first names"
                yield Found("name", Verdict("compatible", reason), (worded(first, one), worded(second, other)))
            elif len(left) == len(right) == 2 and left[0] == right[0] and is_respelt(left[1], right[1]):
                reason = f"{one.text} and {other.text}: one name in two spellings, or two people"
                yield Found("name", Verdict("compatible", reason), (worded(first, one), worded(second, other)))
    if (bodies := other_body(first.statement, second.statement)) is not None:
        reason = f"{bodies[0].text} and {bodies[1].text}: all else is said alike"
        yield Found("name", Verdict("conflict", reason), (worded(first, bodies[0]), worded(second, bodies[1])))
    if (party := other_party(first, second)) is not None:
        yield party
    differing = compare_holders(*((s.statement, (s.mention.start, s.mention.end)) for s in (first, second)))
    if differing is not None:
        yield Found("name", differing[2], (worded(first, differing[0]), worded(second, differing[1])))


def _places(first: Stated, second: Stated, together: Together) -> Iterator[Found]:
    if any(tells_of_before(stated) for stated in (first, second)):
        return
    if (number := numbered(first, second)) is not None:
        yield number
    sides = [scenes(s.statement, (s.mention.start, s.mention.end)) for s in (first, second)]
    names = content_stems(" ".join(scene.entity.text for scene in (*sides[0], *sides[1])))
    framed = len(sides[0]) == len(sides[1]) == 1 and same_frame(first.statement, second.statement, names)
    relation = compare_scenes(sides[0], sides[1], together, framed)
    if relation is not None:
        one, other, verdict = relation
        yield Found("place", verdict, (worded(first, one.entity), worded(second, other.entity)))


def _origins(first: Stated, second: Stated) -> Iterator[Found]:
    one, other = first.mention, second.mention
    if not one.origin or not other.origin:
        return
    same = folded_name(one.origin) == folded_name(other.origin)
    words = f"both name {one.origin}" if same else f"{one.origin} and {other.origin}: different origins are named"
    if same and is_anonymous(one.origin):
        same, words = False, f"both name {one.origin}: people without a name, not known to be the same"
    verdict = Verdict("agree" if same else "compatible", words)
    yield Found("origin", verdict, (worded(first, one), worded(second, other)))
