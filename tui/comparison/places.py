"""Compares where two passages put one event: "in Köln" and "in Bonn" may conflict, "in Köln" and "in Hessen" do not.

Without a gazetteer it is not known which place lies in which. So only places of one size are compared, towns with towns
and countries with countries, never sites, and none that some article of the story names in one sentence with the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tui.comparison.amounts import Verdict
from tui.comparison.happenings import SPEAKING, kinds_of_event
from tui.comparison.passages import Statement, folded_name
from tui.comparison.wordlists import listed
from tui.language.model import Entity, Span

Together = frozenset[frozenset[str]]
"""Pairs of folded names of places that stand in one sentence somewhere in the story."""

_BEFORE = re.compile(
    r"\b(?P<word>in|im|innerhalb von|bei|beim|nahe|unweit|nach|aus|von)"
    r"(?:\s+(?:der|dem|den|die|das))?(?:\s+[a-zäöüß]+(?:en|er|em))?\s+$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:im|beim)\b|\w+ (?:der|dem|den|die|das)\b", re.IGNORECASE)
_NOUN = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]*[“\"»)]?\s$")
_DIRECTION = {"nach": "to", "aus": "from", "von": "from"}
_EVERYWHERE = frozenset({"buy", "cost", "deliver", "plan", "present", "price up", "produce", "revenue", "sell", "use"})
"""Kinds of event that take place in many places at a time."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A place that a clause puts its event in."""

    entity: Entity
    name: str
    size: str
    """town, country, state, continent or site."""
    direction: str
    """in, to or from."""
    near: bool
    events: frozenset[str]
    anywhere: bool
    """Whether its clause tells what may be said or done in many places."""


def scenes(statement: Statement, span: Span) -> tuple[Scene, ...]:
    """The places inside a passage that a preposition puts an event in, to or from.

    Args:
        statement: The sentence of the passage.
        span: The passage.
    """
    found: list[Scene] = []
    for entity in statement.entities:
        if entity.label != "LOC" or not span[0] <= entity.start < span[1]:
            continue
        offset = entity.start - statement.start
        before = _BEFORE.search(statement.text[:offset])
        if before is None:
            continue
        preposition = before["word"].casefold()
        if preposition in ("aus", "von") and _NOUN.search(statement.text[: before.start()]):
            continue  # "der Juwelier aus Köln" may work in Bonn
        words = {word.casefold() for word in re.findall(r"\w+", before[0])}
        if preposition == "von":  # "nördlich von"
            words.update(re.findall(r"\w+", statement.text[: before.start()].casefold())[-1:])
        events = kinds_of_event(statement.told_at(entity.start))
        found.append(
            Scene(
                entity,
                folded_name(entity.name or entity.text),
                _size(entity.name or entity.text, before[0]),
                _DIRECTION.get(preposition, "in"),
                bool(words & listed("places", "near")),
                events - SPEAKING - _EVERYWHERE,
                bool(events & (SPEAKING | _EVERYWHERE)),
            )
        )
    return tuple(found)


def _size(name: str, before: str) -> str:
    """What kind of place a name is behind these words: "im Schwarzwald" is a site, "in Nürnberg" a town."""
    size, last = size_of(name), name.casefold().rpartition(" ")[2]
    articled = _ARTICLE.match(before) is not None
    ends = any(last.endswith(ending) for ending in listed("places", "site with article"))
    return "site" if size == "town" and articled and ends else size


@cache
def size_of(name: str) -> str:
    """What kind of place a name is, as far as lists and endings tell; a town where they do not."""
    for size in ("continent", "country", "state"):
        if name.casefold() in listed("places", size):
            return size
    last = name.casefold().split()[-1] if name.split() else ""
    return "site" if any(last.endswith(ending) for ending in listed("places", "site")) else "town"


def places_together(statements: Sequence[Statement]) -> Together:
    """The pairs of places that some sentence of the story names together: one may lie in the other, or on the way."""
    found: set[frozenset[str]] = set()
    for statement in statements:
        names = {folded_name(e.name or e.text) for e in statement.entities if e.label == "LOC"}
        found.update(frozenset(pair) for pair in combinations(sorted(names), 2))
    return frozenset(found)


def may_be_one(
    first: tuple[Statement, Span], second: tuple[Statement, Span], together: Collection[frozenset[str]]
) -> bool:
    """Whether the one place in words of one sentence may lie in, or is said to be near, the one in words of another.

    Args:
        first: A sentence and a span of words in it.
        second: A sentence of another article and a span of words in it.
        together: Pairs of places named in one sentence of the story.
    """
    names = [
        {folded_name(e.name or e.text) for e in statement.entities if e.label == "LOC" and start <= e.start < end}
        for statement, (start, end) in (first, second)
    ]
    if not len(names[0]) == len(names[1]) == 1:
        return False
    near = any(scene.near for statement, span in (first, second) for scene in scenes(statement, span))
    return near or names[0] | names[1] in together


def compare_scenes(
    first: Sequence[Scene], second: Sequence[Scene], together: Collection[frozenset[str]], framed: bool = False
) -> tuple[Scene, Scene, Verdict] | None:
    """How the places of two passages relate; None where they cannot be compared.

    Args:
        first: Places of a passage.
        second: Places of a passage of another article.
        together: Pairs of places named in one sentence of the story.
        framed: Whether their sentences say the same but for a few words.
    """
    for one in first:
        for other in second:
            if one.name == other.name and one.direction == other.direction and one.events & other.events:
                return one, other, Verdict("agree", f"{one.entity.text} and {other.entity.text}: the same place")
    if len(first) != 1 or len(second) != 1:
        return None
    one, other = first[0], second[0]
    framed = framed and not (one.anywhere or other.anywhere)
    if one.direction != other.direction or not (framed or one.events & other.events):
        return None
    words = set(one.name.split()), set(other.name.split())
    if one.size != other.size or one.size == "site" or words[0] & words[1]:
        return None
    if frozenset((one.name, other.name)) in together:
        return None
    both = f"{one.entity.text} and {other.entity.text}"
    if one.near or other.near:
        return one, other, Verdict("compatible", f"{both}: one is said to be near")
    return one, other, Verdict("conflict", f"{both}: different places of the same event")
