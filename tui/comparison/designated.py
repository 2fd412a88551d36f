"""What a number, a letter or a bracket tells apart: "Halle 3" and "Halle 5", "Petzold (CDU)" and "Petzold (FDP)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.comparison.amounts import Verdict
from tui.comparison.frames import same_frame
from tui.comparison.happenings import SPEAKING, kinds_of_event
from tui.comparison.passages import Statement
from tui.comparison.stated import Found, Stated, words_at
from tui.comparison.wordlists import listed, sections
from tui.language.model import Span

_NUMBERED = re.compile(
    r"(?<![\w-])(?P<noun>[A-ZÄÖÜ][\w-]*) (?P<number>\d{1,4}[a-z]?|[A-Z]|[IVX]{2,4})(?![\w%€]|[.,:]\d)"
)

_BRACKET = re.compile(r"\s*\(([^()]{2,30})\)")
"""Right after a name."""


def numbered(first: Stated, second: Stated) -> Found | None:
    """Two things of one kind with different numbers that two passages put one kind of event to; None where they do not.

    Args:
        first: A mention.
        second: A mention of another article.
    """
    sides = [_numbered(side.statement) for side in (first, second)]
    for noun in sorted(sides[0].keys() & sides[1].keys()):
        one, other = sides[0][noun], sides[1][noun]
        if len(one) != 1 or len(other) != 1 or one.keys() == other.keys():
            continue
        spans = next(iter(one.values())), next(iter(other.values()))
        if _of_one_event((first.statement, spans[0]), (second.statement, spans[1])):
            words = words_at(first, spans[0]), words_at(second, spans[1])
            reason = f"{words[0].text} and {words[1].text}: different numbers are told of the same event"
            return Found("place", Verdict("conflict", reason), words)
    return None


def _numbered(statement: Statement) -> dict[str, dict[str, Span]]:
    """For each noun that is told apart by a number, or each letter of a road, its numbers with their places."""
    found: dict[str, dict[str, Span]] = {}
    for match in _NUMBERED.finditer(statement.text):
        noun = match["noun"].casefold()
        if noun in listed("designated", "numbered") or (
            noun in listed("designated", "letters") and match["number"].isdecimal()
        ):
            place = statement.start + match.start(), statement.start + match.end()
            found.setdefault(noun, {})[match["number"].casefold()] = place
    return found


def _of_one_event(first: tuple[Statement, Span], second: tuple[Statement, Span]) -> bool:
    """Whether the clauses of two places tell of one kind of event, or their sentences say the same."""
    events = [kinds_of_event(statement.told_at(start)) - SPEAKING for statement, (start, _) in (first, second)]
    return bool(events[0] & events[1]) or same_frame(first[0], second[0])


def other_party(first: Stated, second: Stated) -> Found | None:
    """One person with two parties in the brackets behind the name; None where that is not said.

    Args:
        first: A mention.
        second: A mention of another article.
    """
    sides = [_parties(side.statement) for side in (first, second)]
    for name, (party, span) in sides[0].items():
        for other, (another, there) in sides[1].items():
            if name.rpartition(" ")[2] != other.rpartition(" ")[2] or party == another:
                continue
            if " " in name and " " in other and name != other:
                continue  # two people with one surname
            words = words_at(first, span), words_at(second, there)
            reason = f"{words[0].text} and {words[1].text}: different parties of the same person"
            return Found("name", Verdict("conflict", reason), words)
    return None


def _parties(statement: Statement) -> dict[str, tuple[str, Span]]:
    """For each person with a party in brackets behind the name the party and where both stand."""
    found: dict[str, tuple[str, Span]] = {}
    for entity in statement.entities:
        match = _BRACKET.match(statement.text, entity.end - statement.start)
        if entity.label != "PER" or match is None:
            continue
        party = _party(re.split(r"[,;/]\s", match[1]))
        if party:
            found[(entity.name or entity.text).casefold()] = party, (entity.start, statement.start + match.end())
    return found


def _party(words: Sequence[str]) -> str:
    """The party among what stands in brackets: "(47, SPD)"; empty where there is none."""
    parties = sections("designated")["party"]
    return next((party for word in words if (party := parties.get(word.strip().casefold()))), "")
