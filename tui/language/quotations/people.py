"""Who is in an article: its persons with their offices and gender, and its bodies.

Gender is read from offices ("Ministerin"), from "Frau" and "Herr", and from first names.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from tui.articles.first_names import first_names
from tui.language.bearers import Mention, meant_by_surname, one_name_each
from tui.language.model import Entity, Reference
from tui.language.naming_forms import is_full, surname
from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.phrases import is_noun
from tui.language.quotations.roles import is_role, listed
from tui.language.quotations.words import Prose

_SIDE_BY_SIDE = frozenset({",", "“,", "und", "“ und", "sowie"})
"""What stands between names of a list."""


FAR = 600
"""Characters over which "das Unternehmen" takes up a name; twice as many for one named with that very noun."""


@dataclass(slots=True)
class People:
    """The persons and bodies of an article."""

    prose: Prose
    persons: list[Entity] = field(default_factory=list)
    groups: list[Entity] = field(default_factory=list)
    roles: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """Office or introduced noun -> where it was said of whom."""
    gender: dict[str, str] = field(default_factory=dict)
    """Person -> ``m`` or ``f``."""
    surnames: frozenset[str] = frozenset()
    full: dict[str, str] = field(default_factory=dict)
    """Surname -> the longest name seen with it."""
    one_name: dict[str, str] = field(default_factory=dict)
    """Full name -> the one name of its person, which is the same for "Anna Berg" and "Anna M. Berg"."""
    meant: dict[int, str] = field(default_factory=dict)
    """Place of a surname that several share -> the full name of whom it means."""

    def __post_init__(self) -> None:
        """Collect the persons and groups of the article, their offices and what their gender is."""
        named = [entity for entity in self.prose.entities if entity.text.split() and entity.name.split()]
        self.groups = [entity for entity in named if entity.label == "ORG"]
        self.persons = [entity for entity in named if entity.label == "PER"]
        self.surnames = frozenset(entity.text.split()[-1] for entity in self.persons)
        mentions = [Mention(entity.start, self.bare(entity)) for entity in self.persons]
        self.meant = meant_by_surname(self.prose.text, mentions)
        self.one_name = one_name_each(mention.form for mention in mentions if is_full(mention.form))
        for mention in mentions:
            name = mention.form
            for short in (surname(name), name.split()[-1]):
                if len(name) > len(self.full.get(short, "")):
                    self.full[short] = name
        for entity in self.persons:
            self._note(entity)

    def bare(self, entity: Entity) -> str:
        """A name without the s of the genitive, where the article has it without."""
        name = entity.name
        return name[:-1] if name.endswith("s") and name.split()[-1][:-1] in self.surnames else name

    def owns_role(self, entity: Entity) -> bool:
        """Whether a name in the genitive says whose the person before it is: "ein Anwalt Ebels"."""
        before = self.prose.words[self.prose.at(entity.start) - 1]
        return is_role(before.text) and self.bare(entity) != entity.name

    def whole(self, entity: Entity) -> str:
        """The longest name that the article gives for whom a surname means; a full name as it is."""
        name = self.bare(entity)
        return name if is_full(name) else self.meant.get(entity.start) or self.full.get(name, name)

    def person(self, name: str) -> str:
        """What a person is kept under, whatever form of the name is used."""
        whole = name if is_full(name) else self.full.get(name, name)
        return self.one_name.get(whole, whole)

    def together(self, first: int, last: int) -> str:
        """Several names that stand side by side: "Peter Klein und Anna Schmidt", "WDR, NDR und „Bild“"; else empty."""
        prose = self.prose
        found = [entity for entity in prose.entities_in(*prose.span(first, last)) if entity.label in ("PER", "ORG")]
        between = [
            prose.text[one.end : two.start].strip(' „“”"»«').removesuffix(" der").removesuffix(" die")
            for one, two in itertools.pairwise(found)
        ]
        if not between or any(words not in _SIDE_BY_SIDE for words in between) or "," in between[-1]:
            return ""
        names = [self.whole(entity) for entity in found]
        return f"{', '.join(names[:-1])} und {names[-1]}"

    def known(self, name: str) -> bool:
        """Whether a name is a person's of this article."""
        return surname(name) in self.full

    def fits(self, name: str, wanted: str) -> bool:
        """Whether a person can be meant by a pronoun of a gender (``m``, ``f`` or any)."""
        known = self.gender.get(self.person(name), "")
        return not wanted or not known or known == wanted

    def _note(self, entity: Entity) -> None:
        name = self.whole(entity)
        person = self.person(name)
        gender = first_names().get(name.split()[0], "")
        if gender and (is_full(name) or " " not in self.full.get(name, "")):
            self.gender.setdefault(person, gender)
        self._note_after(entity, name)
        number = self.prose.at(entity.start) - 1
        if number < 0:
            return
        before = self.prose.words[number]
        if before.capital and before.alpha and is_role(before.text):
            for head in {before.text, before.text.rpartition("-")[2]}:
                self.roles.setdefault(head, []).append((entity.start, name))
            self.gender.setdefault(person, "f" if before.text.endswith("in") else "m")
        if before.lower in ("frau", "ministerin"):
            self.gender[person] = "f"
        elif before.lower == "herr":
            self.gender[person] = "m"

    def _note_after(self, entity: Entity, name: str) -> None:
        """Note an office that follows the name: "Karl Ebel, der neue Justizminister des Landes, sagte"."""
        words = self.prose.words
        number = self.prose.at(entity.end)
        if number >= len(words) or words[number].text != ",":
            return
        for word in words[number + 1 : number + 5]:
            if word.capital and word.alpha:
                if is_role(word.text):
                    self.roles.setdefault(word.text, []).append((entity.start, name))
                return
            if not word.alpha or not (word.lower in closed("determiner") or word.lower.endswith(("e", "er", "en"))):
                return

    def nearest(self, position: int, wanted: str) -> str:
        """The first fitting person of the nearest sentence before a position that names one; empty if none does."""
        best, best_sentence = "", None
        index = bisect_left([entity.start for entity in self.persons], position)
        for entity in reversed(self.persons[max(0, index - 40) : index]):
            name = self.whole(entity)
            if not self.fits(name, wanted):
                continue
            sentence = self.prose.sentence_at(entity.start)
            if best_sentence is None:
                best_sentence = sentence
            if sentence != best_sentence:
                break
            best = name
        return best

    def last_named(self, position: int, wanted: str) -> str:
        """Whom "der" or "die" takes up: the last fitting person of the sentence before; empty if there is none."""
        here = self.prose.sentence_at(position)
        index = bisect_left([entity.start for entity in self.persons], position)
        for entity in reversed(self.persons[max(0, index - 5) : index]):
            before = self.prose.sentence_at(entity.start)
            if here is None or before is None or here - before > 1:
                break
            if self.fits(self.whole(entity), wanted):
                return self.whole(entity)
        return ""

    def in_office(self, head: str, position: int) -> str:
        """Who was last called so before a position: "der Kanzler" also finds "Bundeskanzler Rolf Ebel"."""
        tail = head.lower()
        known = [
            found
            for role, holders in self.roles.items()
            if role == head or (len(tail) > 3 and role.lower().endswith(tail))
            for found in holders
        ]
        before = [found for found in known if found[0] < position]
        if before:
            return max(before)[1]
        return min(known)[1] if known else ""

    def has_part(self, name: str) -> bool:
        """Whether a person is called by a part in a trial that the accused has not: "der Zeuge Karl Ebel"."""
        others = (role for role, holders in self.roles.items() if any(name == holder for _, holder in holders))
        return any(listed(role.lower(), "trial") for role in others)

    def group(self, head: str, position: int, spoken: AbstractSet[str]) -> str:
        """The body of a fitting kind that was named last before a position, not far away; empty if there is none.

        Args:
            head: The noun that takes it up: "Unternehmen", "Blatt", "Partei".
            position: Where it stands.
            spoken: Names of whoever spoke before: a paper is mostly named with what it writes.
        """
        text = self.prose.text
        index = bisect_left([entity.start for entity in self.groups], position)
        for entity in reversed(self.groups[max(0, index - 20) : index]):
            called = self.prose.words[max(0, self.prose.at(entity.start) - 1)].text == head
            if position - entity.end > FAR * (1 + called):
                continue
            party = entity.name in nouns("party")
            marked = text[entity.start - 1 : entity.start] in ("„", '"', "»", "«", "“", "‚")
            if head == "Partei":
                fits = party or "partei" in entity.name.lower()
            elif head in nouns("media"):
                fits = entity.name in spoken or (marked and not head.endswith("gentur"))
            else:
                fits = not party and not marked
            if fits:
                return entity.name
        return ""

    def remember(self, start: int, last: int, phrase: str) -> None:
        """Keep an introduced phrase, so that "die Person" finds "eine Person mit Kenntnis"."""
        head = next((self.prose.words[n].text for n in range(start, last) if is_noun(self.prose, n)), "")
        if head and last - start > 1:
            self.roles.setdefault(head, []).append((self.prose.words[start].start, phrase))


def is_thing(people: People, speaker: Reference | None) -> bool:
    """Whether a text or a body speaks, and no person."""
    name = speaker.name if speaker is not None else ""
    return bool(name) and not people.known(name) and not any(is_role(word) for word in name.split())
