"""Compares who is said to hold a role: "Trainer Lang" and "Trainer Roth" of one event possibly conflict.

Only roles that one person holds at a time are compared, in the same words and without "ehemalig" or "künftig", and
only where both passages tell of the same kind of event and neither sentence names the other's person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.comparison.amounts import Verdict
from tui.comparison.happenings import kinds_of_event
from tui.comparison.passages import Statement
from tui.comparison.wordlists import listed
from tui.language.model import Entity, Span

_ROLE = re.compile(r"(?:(?P<kind>[\w-]+)\s+)?(?P<role>[A-ZÄÖÜ][\w-]+)\s+$")
_FEDERAL = "bundes"


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with the role that stands before the name."""

    entity: Entity
    role: str


def holders(statement: Statement, span: Span) -> tuple[Holder, ...]:
    """The people inside a passage whose name follows a role that one person holds at a time.

    Args:
        statement: The sentence of the passage.
        span: The passage.
    """
    found: list[Holder] = []
    for entity in statement.entities:
        if entity.label != "PER" or not span[0] <= entity.start < span[1]:
            continue
        match = _ROLE.search(statement.text[: entity.start - statement.start])
        if match is None or _passing(match["kind"] or ""):
            continue
        role = match["role"].casefold().removeprefix(_FEDERAL)
        single = any(role.endswith(ending) for ending in listed("roles", "single"))
        if single and not role.startswith(("ex-", "vize", "alt")):
            found.append(Holder(entity, role))
    return tuple(found)


def _passing(word: str) -> bool:
    return any(word.casefold().startswith(start) for start in listed("roles", "passing"))


def compare_holders(
    first: tuple[Statement, Span], second: tuple[Statement, Span]
) -> tuple[Entity, Entity, Verdict] | None:
    """Two different people in one role; None where that is not said.

    Args:
        first: A sentence and the passage in it.
        second: A sentence of another article and the passage in it.
    """
    if not kinds_of_event(first[0].bare) & kinds_of_event(second[0].bare):
        return None
    for one in holders(*first):
        for other in holders(*second):
            if one.role != other.role or _known(one.entity, second[0]) or _known(other.entity, first[0]):
                continue
            both = f"{one.entity.text} and {other.entity.text}"
            return one.entity, other.entity, Verdict("conflict", f"{both}: different people in the same role")
    return None


def _known(entity: Entity, statement: Statement) -> bool:
    """Whether a sentence names this person, by one word of the name at least."""
    own = _words([entity])
    return bool(own & _words([e for e in statement.entities if e.label == "PER"]))


def _words(entities: Sequence[Entity]) -> set[str]:
    return {word.casefold() for e in entities for word in re.findall(r"\w{2,}", f"{e.name} {e.text}")}
