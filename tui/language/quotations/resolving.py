"""Says whom a speaker's words mean: the name behind a pronoun, an office or a bare surname.

A reader takes the nearest compatible person, the subject before others, and the one who was speaking before anybody
else. Where nothing is compatible the phrase itself is the name: unknown is said, not guessed.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from tui.language.model import Entity, Reference
from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.phrases import is_noun
from tui.language.quotations.roles import is_role
from tui.language.quotations.words import Prose

_MALE = frozenset({"er", "dieser", "jener", "letzterer", "ersterer"})
_FEMALE_OR_MANY = frozenset({"sie", "diese", "jene", "letztere", "erstere"})
_DETERMINERS = closed("determiner")
_DEFINITE = frozenset(
    [
        "der",
        "die",
        "das",
        "dem",
        "den",
        "des",
        "dieser",
        "diese",
        "dieses",
        "diesem",
        "diesen",
        "jener",
        "jene",
        "jenes",
    ]
)

_SOME = frozenset(
    ["viele", "einige", "manche", "alle", "andere", "mehrere", "beide", "niemand", "jemand", "jeder", "einer", "eine"]
)
_INDEFINITE = frozenset(["ein", "eine", "einer", "einem", "einen", "einige", "einigen", "einiger"])


@dataclass(slots=True)
class Resolver:
    """Remembers who was named and who spoke while an article is read from its beginning."""

    prose: Prose
    last_speaker: Reference | None = None
    last_at: int = 0
    roles: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    persons: list[Entity] = field(default_factory=list)
    groups: list[Entity] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)
    surnames: frozenset[str] = frozenset()
    full: dict[str, str] = field(default_factory=dict)
    """Surname -> the longest name seen with it."""

    def __post_init__(self) -> None:
        """Collect the persons and groups of the article, their offices and what their gender is."""
        self.surnames = frozenset(
            entity.text.split()[-1] for entity in self.prose.entities if entity.label == "PER" and entity.text.split()
        )
        for entity in self.prose.entities:
            if entity.label == "PER":
                self.persons.append(entity)
                self._note_person(entity)
            elif entity.label == "ORG":
                self.groups.append(entity)

    def _bare(self, entity: Entity) -> str:
        """A name without the s of the genitive, where the article has it without."""
        name = entity.name or entity.text
        return name[:-1] if name.endswith("s") and name.split()[-1][:-1] in self.surnames else name

    def _note_person(self, entity: Entity) -> None:
        name = self._bare(entity)
        surname = name.split()[-1]
        if len(name) > len(self.full.get(surname, "")):
            self.full[surname] = name
        number = self.prose.at(entity.start) - 1
        if number < 0:
            return
        before = self.prose.words[number]
        if before.capital and before.alpha and is_role(before.text):
            for head in {before.text, before.text.rpartition("-")[2]}:
                self.roles.setdefault(head, []).append((entity.start, name))
            self.gender[surname] = "f" if before.text.endswith("in") else "m"
        if before.lower in ("frau", "ministerin", "sie"):
            self.gender[surname] = "f"
        elif before.lower == "herr":
            self.gender[surname] = "m"

    def refer(self, first: int, last: int) -> Reference:
        """The reference for the words ``first`` up to, without, ``last``."""
        start, end = self.prose.span(first, last)
        return Reference(start, end, self.prose.text[start:end], self.name(first, last))

    def name(self, first: int, last: int) -> str:
        """The name that a phrase stands for; empty where it stands for nobody that the text names."""
        word = self.prose.words[first]
        if word.lower in ("demnach", "demzufolge"):
            return self.last_speaker.name if self.last_speaker else ""
        if last - first == 1 and word.lower.startswith(("sein", "ihr")):
            wanted = "m" if word.lower.startswith("sein") else "f"
            return self._nearest_person(word.start, word.sentence, wanted)
        if last - first == 1 and word.lower in closed("pronoun"):
            return self._pronoun(first)
        inner = self._named(first, last)
        if inner:
            return inner
        return self._role(first, last)

    def _named(self, first: int, last: int) -> str:
        """The person or body that the phrase itself names."""
        prose = self.prose
        start, end = prose.span(first, last)
        found = ""
        for entity in prose.entities_in(start, end):
            number = prose.at(entity.start)
            before = prose.words[number - 1].lower if number > first else ""
            if number > first + 1 and before in ("von", "vom", "des", "für", "aus", "um", "mit", "bei", "in"):
                continue
            if number > first + 1 and before == "der":
                continue
            if entity.label == "PER":
                name = self._bare(entity)
                return self.full.get(name.split()[-1], name) if " " not in name else name
            if entity.label == "ORG" and not found and not self._person_head(first, number):
                after = prose.at(entity.end)
                if after >= last or not (
                    prose.words[after].text.startswith("-") or is_role(prose.words[min(after, last - 1)].text)
                ):
                    found = entity.name
        return found

    def _person_head(self, first: int, last: int) -> bool:
        return any(self.prose.words[n].capital and is_role(self.prose.words[n].text) for n in range(first, last))

    def _pronoun(self, number: int) -> str:
        word = self.prose.words[number]
        if word.lower in ("es", "man"):
            return ""
        if word.lower in _SOME:
            return word.lower
        if word.lower in ("ich", "wir", "ihr", "uns"):
            return ""
        wanted = "m" if word.lower in _MALE else "f" if word.lower in _FEMALE_OR_MANY else ""
        return self._nearest_person(word.start, word.sentence, wanted) or (
            self.last_speaker.name if self.last_speaker and wanted == "f" else ""
        )

    def _nearest_person(self, position: int, sentence: int, wanted: str) -> str:
        """The person whom a reader takes: the one speaking, else the first named of the nearest sentence."""
        speaker = self.last_speaker
        if (
            speaker
            and speaker.name
            and position - self.last_at < 400
            and self._fits(speaker.name, wanted)
            and self._is_person(speaker.name)
        ):
            return speaker.name
        best = ""
        index = bisect_left([entity.start for entity in self.persons], position)
        best_sentence = None
        for entity in reversed(self.persons[:index]):
            bare = self._bare(entity)
            name = self.full.get(bare.split()[-1], bare)
            if not self._fits(name, wanted):
                continue
            number = self.prose.sentence_at(entity.start)
            if best_sentence is None:
                best_sentence = number
            if number != best_sentence:
                break
            best = name
        return best

    def _is_person(self, name: str) -> bool:
        return name.split()[-1] in self.full

    def _fits(self, name: str, wanted: str) -> bool:
        known = self.gender.get(name.split()[-1], "")
        return not wanted or not known or known == wanted

    def _role(self, first: int, last: int) -> str:
        """A phrase without a name: the earlier phrase or person it takes up, else its own words."""
        prose = self.prose
        words = prose.words
        start = first
        while start < last - 1 and words[start].lower in _DETERMINERS and not words[start].text[0].isdigit():
            if words[start].lower not in _DEFINITE and words[start].lower not in (
                "ein",
                "eine",
                "einer",
                "einem",
                "einen",
            ):
                break
            start += 1
        phrase = " ".join(prose.text[words[start].start : words[last - 1].end].split())
        if words[first].lower not in _DEFINITE:
            self._remember(start, last, phrase)
            return phrase
        heads = [n for n in range(start, last) if is_noun(prose, n)]
        if not heads or last - start > 2:
            self._remember(start, last, phrase)
            return phrase
        head = words[heads[0]].text
        known = self._in_office(head, words[first].start)
        if known:
            return known
        if head in nouns("claim") and self.last_speaker and words[first].start - self.last_at < 400:
            return self.last_speaker.name
        if is_role(head) and head not in ("Person", "Sprecher", "Sprecherin", "Polizist", "Zeuge"):
            wanted = "f" if head.endswith("in") or head == "Frau" else "m"
            person = self._nearest_person(words[first].start, words[first].sentence, wanted)
            if person:
                return person
        if head in nouns("role-group") and head not in (
            "Polizei",
            "Staatsanwaltschaft",
            "Regierung",
            "Bundesregierung",
        ):
            before = [entity for entity in self.groups if entity.start < words[first].start]
            if before:
                return before[-1].name
        return phrase

    def _in_office(self, head: str, position: int) -> str:
        """Who was last called so before a position: "der Kanzler" also finds "Bundeskanzler Olaf Scholz"."""
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

    def _remember(self, start: int, last: int, phrase: str) -> None:
        """Keep an introduced phrase, so that "die Person" finds "eine Person mit Kenntnis"."""
        head = next((self.prose.words[n].text for n in range(start, last) if is_noun(self.prose, n)), "")
        if head and last - start > 1:
            self.roles.setdefault(head, []).append((self.prose.words[start].start, phrase))

    def spoke(self, speaker: Reference | None, position: int) -> None:
        """Note who spoke last."""
        if speaker is not None and speaker.text.lower() not in ("demnach", "demzufolge"):
            self.last_speaker = speaker
            self.last_at = position
