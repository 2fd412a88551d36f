"""Which noun phrases name somebody or something that can speak: a person, a body, a text."""

from __future__ import annotations

from tui.language.quotations.lexicon import closed
from tui.language.quotations.phrases import is_noun
from tui.language.quotations.roles import described, is_role, listed
from tui.language.quotations.words import Prose


def head_of(prose: Prose, first: int, last: int) -> int:
    """The number of the noun that a phrase is about, its first one; -1 where there is none."""
    return next((n for n in range(first, last) if is_noun(prose, n)), -1)


def can_voice(prose: Prose, first: int, last: int) -> bool:
    """Whether the head of a phrase, not a name somewhere in it, is a person, a body or a text."""
    head = head_of(prose, first, last)
    if head < 0:
        return prose.words[first].lower in closed("pronoun")  # not so "eine" in "eine Mütze"
    named = head in prose.name_ends
    if not named and head + 1 < last and prose.words[head].lower.endswith("e") and is_noun(prose, head + 1):
        head += 1  # "das Auswärtige Amt"
    word = prose.words[head]
    if head in prose.name_ends:
        span = prose.span(head, prose.name_ends[head])
        return any(entity.label != "MISC" for entity in prose.entities_in(*span))
    if is_role(word.text) or described(word.text) or _names_person(prose, head + 1, last):
        return True
    return listed(word.lower, "role-group", "text", "source")


def _names_person(prose: Prose, number: int, last: int) -> bool:
    """Whether a person's name follows its noun: "Fraktionsvize Ulrich Lange"."""
    if number >= last or number not in prose.name_ends or number - 1 in prose.name_ends:
        return False
    span = prose.span(number, prose.name_ends[number])
    return any(entity.label == "PER" for entity in prose.entities_in(*span))


def is_person(prose: Prose, first: int, last: int) -> bool:
    """Whether the head of a phrase is a person by name or office."""
    head = head_of(prose, first, last)
    if head < 0:
        return False
    if head in prose.name_ends:
        noun = owned_noun(prose, prose.name_ends[head], last)
        if noun >= 0:
            return is_role(prose.words[noun].text)  # "Ebels Vorwurf", "Ebels Anwalt"
        span = prose.span(head, prose.name_ends[head])
        return any(entity.label == "PER" for entity in prose.entities_in(*span))
    return is_role(prose.words[head].text) or _names_person(prose, head + 1, last)


def is_text(prose: Prose, first: int, last: int) -> bool:
    """Whether a noun of a phrase is a thing with words in it."""
    return any(prose.words[n].capital and listed(prose.words[n].lower, "text") for n in range(first, last))


def owned_noun(prose: Prose, after: int, last: int) -> int:
    """The noun behind a name in the genitive: "Ebels Enthusiasmus"; -1 where there is none."""
    genitive = prose.words[after - 1].text.endswith(("s", "’", "'"))
    return after if genitive and after < last and is_noun(prose, after) else -1
