"""Surnames with their particles, where only the last word was found as a name: "von der Heyde", "Zu Guttenberg"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.language.lexicon import words
from tui.language.model import Entity
from tui.language.naming_forms import is_full, parts, surname

_PARTICLES = words("naming", "particle")
_NOBLE = re.compile(r"\b[Vv]on (?:der|dem|den) $")
_OPENS = re.compile(r"(?:^|[.!?:;–][\"“»«”]?\s+|\n)\s*[„\"»«]?$")


def with_particles(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The names, those of persons with the particles before their surname.

    "Von der" before a surname without a first name belongs to it; any other particle does where the article has the
    whole name, as "zu" of "Karl-Theodor zu Guttenberg", and then a name that was not found is one, too. At the head of
    a sentence the particle is written with a capital.

    Args:
        text: The article.
        entities: Its names, in order.
    """
    whole = {surname(entity.name) for entity in entities if entity.label == "PER" and is_full(entity.name)}
    known = {name.split()[-1]: name for name in whole if " " in name}
    found = [_with_particle(text, entity, known) for entity in entities]
    named = {place for entity in found for place in range(entity.start, entity.end)}
    for name in sorted(known.values()):
        for match in re.finditer(rf"\b[{name[0]}{name[0].upper()}]{re.escape(name[1:])}\b", text):
            if named.isdisjoint(range(*match.span())):
                found.append(Entity(*match.span(), match[0], "PER", name))
    return found


def _with_particle(text: str, entity: Entity, known: dict[str, str]) -> Entity:
    left = parts(entity.name)
    if len(left) != 1:
        opens = entity.label == "PER" and left and left[0].casefold() in _PARTICLES
        if opens and _OPENS.search(text, max(0, entity.start - 8), entity.start):
            return replace(entity, name=entity.name[0].lower() + entity.name[1:])
        return entity
    last = known.get(entity.text) or known.get(entity.text.removesuffix("s"), "")
    before = last.removesuffix(last.split()[-1]) if last else ""
    start = entity.start - len(before)
    if not before or start < 0 or text[start : entity.start].lower() != before.lower():
        found = _NOBLE.search(text, max(0, entity.start - 10), entity.start) if entity.label == "PER" else None
        if found is None:
            return entity
        start, before = found.start(), found[0].lower()
    return replace(entity, start=start, text=text[start : entity.end], label="PER", name=before + entity.name)
