"""Finds mentions whose predicates exclude each other: "bleibt" and "tritt zurück", with and without "nicht".

Only a short list of predicates that news reports about the same subject; a pair counts only where both passages name
the same subject, since "der Trainer geht, die Spieler bleiben" is no contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tui.comparison.modality import is_negated
from tui.comparison.passages import words_of
from tui.comparison.wordlists import sections

_REFUSED = re.compile(r"\b(?:lehnt\w*|ablehn\w*|schlie(?:ß|ss)\w*|schlo(?:ß|ss)\w*|ausgeschlossen|abgelehnt)\b")
"""Beside a noun: what it names will not be, "einen Rücktritt lehnte er ab"."""


_BY_DEGREES = re.compile(
    r"\b(?:langsam\w*|schwächer|schuldig|weniger (?:stark|schnell))\b|Prozent\b.*\b(?:verl|gew)|\b(?:verl|gew).*Prozent"
)
"""Tells of more or less rather than of yes or no: "so langsam gestiegen wie nie", "die Aktie gewann zwei Prozent"."""

_STAYING_SO = re.compile(r"\b(?:dabei|gelassen|hängen|liegen|offen|ruhig|stehen|treu|unklar|verborgen|wach)\s+bleib")
"""Tells how somebody or something stays rather than that they do not go: "sich treu bleiben"."""

TREND, CONTEST, GUILT = "trend", "contest", "guilt"
"""Sections of the list with what rises and falls, with who wins and loses, and with who is guilty."""

OF_THINGS = frozenset({TREND, "answer", "takes place"})
"""Sections with what is said of a thing rather than of a person: two clauses must name the same one."""

LASTING = frozenset(
    {"fault", "free will", "guilt", "heard", "homicide", "on purpose", "parting", "place of death", "presence"}
    | {"reaction", "recognised", "vote"}
)
"""Sections with what no later day changes; who stays in office one day may go the next."""

_WISHED = re.compile(
    r"\b(?:forder\w*|\w*gefordert\w*|\w*forderung(?:en)?|verlang\w*|beantrag\w*|plädier\w*|rief|riefen|ruf(?:e|t|en)"
    r"|drängt\w*|droh\w*|angeklagt|anklag\w*|(?:im|unter) verdacht|ermittel\w*|nahegelegt|empf[aieo]hl\w*)\b",
    re.IGNORECASE,
)
"""Tells in a clause what somebody asks for or accuses another of, not what is so."""

_AFTER_PARTICLE = re.compile(r"\W*(?:$|[,;.:!?–)]|(?:und|oder|aber|sowie|als|wie|doch|weil|nachdem|um)\b)")
"""What can follow the particle of a verb, which closes its clause; "an" in "nahm an der Sitzung teil" is none."""

_PART = re.compile(r"[,;:–]|\b(?:und|oder|aber|doch)\b")

_SLOWLY = re.compile(r"\b(?:langsam\w*|schwächer)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A listed predicate in a passage."""

    group: str
    positive: bool
    """Which of the two readings of its group, negation considered."""
    start: int
    end: int
    words: str


@lru_cache(maxsize=20_000)
def predicates(text: str) -> tuple[Predicate, ...]:
    """The listed predicates of a passage; positions are relative to it.

    Args:
        text: The passage.
    """
    found: list[Predicate] = []
    words = [(start, end, word.casefold()) for start, end, word in words_of(text)]
    folded = text.casefold()
    for entry, group, reading in _candidates(words, folded):
        if (place := _find(entry, words, text)) is not None:
            start, end, last = place
            near = _near(text, start, end)
            if _STAYING_SO.search(near[1]) or (group == TREND and _SLOWLY.search(text)):
                continue
            if (group != GUILT and _BY_DEGREES.search(near[1])) or _WISHED.search(_clause(text, start, last)):
                continue
            refused = text[start].isupper() and _REFUSED.search(near[1]) is not None
            no = [
                word
                for word in words
                if near[0] <= word[0] < near[0] + len(near[1]) and not start <= word[0] < end and is_negated(word[2])
            ]
            positive = (reading == "a") != (bool(no) or refused)
            start, last = min(start, *(w[0] for w in no), start), max(last, *(w[1] for w in no), last)
            found.append(Predicate(group, positive, start, last, text[start:last]))
    return tuple(found)


@cache
def _listed() -> tuple[Mapping[str, Sequence[tuple[str, str, str]]], Sequence[tuple[str, str, str]]]:
    """The entries with their groups and readings: those of one word or two apart by the first, and the phrases."""
    first: dict[str, list[tuple[str, str, str]]] = {}
    phrases: list[tuple[str, str, str]] = []
    for group, entries in sections("opposites").items():
        for entry, reading in entries.items():
            if " " in entry:
                phrases.append((entry, group, reading))
            else:
                first.setdefault(entry.casefold().partition("|")[0], []).append((entry, group, reading))
    return first, phrases


def _candidates(words: Sequence[tuple[int, int, str]], folded: str) -> Iterator[tuple[str, str, str]]:
    """The entries that may stand in a text, with their groups and readings."""
    first, phrases = _listed()
    for word in dict.fromkeys(word for _, _, word in words):
        yield from first.get(word, ())
    yield from (listed for listed in phrases if listed[0].casefold() in folded)


def _clause(text: str, start: int, end: int) -> str:
    """The words around a place up to the next marks that end a clause."""
    return re.split(r"[,;:–.]", text[:start])[-1] + text[start:end] + re.split(r"[,;:–.]", text[end:])[0]


def _near(text: str, start: int, end: int) -> tuple[int, str]:
    """The words around a predicate that can negate it, some of its own clause, and where they begin."""
    before = _PART.split(text[max(0, start - 40) : start])[-1]
    after = _PART.split(text[end : end + 25])[0]
    return start - len(before), before + text[start:end] + after


@cache
def _phrase(entry: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(entry)}\b", re.IGNORECASE)


def _find(entry: str, words: list[tuple[int, int, str]], text: str) -> tuple[int, int, int] | None:
    """Where a listed predicate begins and its first part ends, and where the whole of it ends."""
    if " " in entry:
        found = _phrase(entry).search(text)
        return None if found is None else (*found.span(), found.end())
    first, _, particle = entry.casefold().partition("|")
    for i, (start, end, word) in enumerate(words):
        if word != first:
            continue
        if not particle:
            return start, end, end
        for _, last, other in words[i + 1 : i + 12]:
            if other == particle and (not entry.islower() or _AFTER_PARTICLE.match(text, last)):
                return start, end, last
    return None


def opposed(first: Sequence[Predicate], second: Sequence[Predicate]) -> tuple[Predicate, Predicate] | None:
    """A predicate of each passage that excludes the other's, if all those of their group do.

    Args:
        first: Predicates of a passage.
        second: Predicates of a passage of another article.
    """
    one, other = _by_group(first), _by_group(second)
    for group in sorted(one.keys() & other.keys()):
        readings = {p.positive for p in one[group]}, {p.positive for p in other[group]}
        if len(readings[0]) == 1 and len(readings[1]) == 1 and readings[0] != readings[1]:
            return one[group][0], other[group][0]
    return None


def _by_group(found: Sequence[Predicate]) -> Mapping[str, list[Predicate]]:
    groups: dict[str, list[Predicate]] = {}
    for predicate in found:
        groups.setdefault(predicate.group, []).append(predicate)
    return groups
