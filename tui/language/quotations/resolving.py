"""Says whom a speaker's words mean: the name behind a pronoun, an office or a bare surname.

A reader takes the nearest compatible person, the subject before others, and the one who was speaking before anybody
else. Where nothing is compatible the phrase itself is the name: unknown is said, not guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.language.model import Reference
from tui.language.quotations.clauses import segments
from tui.language.quotations.descriptions import (
    in_headline,
    introduced,
    is_body,
    is_one,
    just_spoke,
    opening_subject,
    owned,
    placed,
    related,
)
from tui.language.quotations.inflection import nominative, owner_in, without_genitive_plural
from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.marked_names import INDEFINITE
from tui.language.quotations.marks import balanced, without_lone_marks
from tui.language.quotations.nominatives import shed
from tui.language.quotations.own_paper import own_paper
from tui.language.quotations.people import People, is_thing
from tui.language.quotations.phrases import is_noun, phrases_in
from tui.language.quotations.roles import ANYBODY, FEMALE, described, feminine, is_role, of_speech
from tui.language.quotations.several import is_plural, several_before
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.words import Prose

_MALE = frozenset({"er", "dieser", "jener", "letzterer", "ersterer"})
FEMALE_OR_MANY = frozenset({"sie", "diese", "jene", "letztere", "erstere"})
_SOME = frozenset(
    ["viele", "einige", "manche", "alle", "andere", "mehrere", "beide", "niemand", "jemand", "jeder", "einer", "eine"]
)
_DEFINITE = closed("definite")
_ATTACHING = frozenset({"von", "vom", "des", "für", "aus", "um", "mit", "bei", "in"})
CLAUSE = 60
"""Words that are looked at for a subject, so that the time stays linear in texts without full stops."""

NEAR = 400
"""Characters after which the last speaker no longer stands for a pronoun."""


@dataclass(slots=True)
class Resolver:
    """Remembers who spoke while an article is read from its beginning."""

    prose: Prose
    people: People
    last_speaker: Reference | None = None
    last_at: int = 0
    spoken: set[str] = field(default_factory=set)
    """Names of whoever spoke so far."""

    def refer(self, first: int, last: int) -> Reference:
        """The reference for the words ``first`` up to, without, ``last``."""
        start, end = balanced(self.prose.text, *self.prose.span(first, last))
        return Reference(start, end, self.prose.text[start:end], without_lone_marks(self.name(first, last)))

    def name(self, first: int, last: int) -> str:
        """The name that a phrase stands for; empty where it stands for nobody that the text names."""
        word = self.prose.words[first]
        if word.lower in ("demnach", "demzufolge"):
            return self.last_speaker.name if self.last_speaker else ""
        if word.lower.startswith(("sein", "ihr")) and (last - first == 1 or of_speech(self.prose.words[last - 1].text)):
            wanted = "m" if word.lower.startswith("sein") else "f"
            return self._person(first, wanted)
        if word.lower in ("eigenen", "eigener", "eigenem"):
            return self._own(first, last)
        if last - first == 1 and self.prose.demonstrative(first):
            return self.people.last_named(word.start, "m" if word.lower == "der" else "f")
        if last - first == 1 and word.lower in closed("pronoun"):
            return self._pronoun(first)
        owner = owner_in(self.prose, first, last)
        if owner > first:
            return without_genitive_plural(self.name(owner, last), self.prose.words[owner])
        inner = own_paper(self.prose, first, last) or self._teller(first, last) or self.people.together(first, last)
        return inner or self._named(first, last) or self._role(first, last)

    def _own(self, first: int, last: int) -> str:
        """Whose "own account" it is: the subject of the clause ("Der Konzern hat nach eigenen Angaben")."""
        prose = self.prose
        begin, end = prose.ranges[prose.words[first].sentence]
        parts = segments(prose, max(begin, first - CLAUSE), min(end, last + CLAUSE))
        for number, part in enumerate(parts):
            verb = next((n for n in range(part.first, part.last) if prose.finite(n) or prose.konjunktiv(n, True)), -1)
            if verb >= 0 and part.first <= first < part.last:
                found = subject_of(prose, parts, number, verb)
                if found is not None and not found[0] <= first < found[1]:
                    return self.name(*found)
        return ""

    def _teller(self, first: int, last: int) -> str:
        """The name in the genitive before a noun of speech: "Lindners Darstellung"; empty where there is none."""
        words, (start, end) = self.prose.words, self.prose.span(first, last)
        for entity in self.prose.entities_in(start, end):
            after = self.prose.at(entity.end)
            if entity.start == start and after == last - 1 and of_speech(words[after].text):
                found = self._named(first, after)
                return found[:-1] if found.endswith("s") and found.split()[-1] == words[after - 1].text else found
        return ""

    def _named(self, first: int, last: int) -> str:
        """The person or body that the phrase itself names."""
        prose = self.prose
        start, end = prose.span(first, last)
        found = ""
        for entity in prose.entities_in(start, end):
            number = prose.at(entity.start)
            before = [prose.words[n].lower for n in range(max(first, number - 2), number)]
            titled = number > first and is_role(prose.words[number - 1].text)  # "von Ministerin Anna Berg"
            if number - titled > first + 1 and (before[-1] == "der" or before[-1 - titled] in _ATTACHING):
                continue
            if entity.label == "PER":
                after = prose.at(entity.end)
                genitive = entity.text.endswith(("s", "’", "'"))
                if genitive and (owned(prose, after, last) or (number > first and self.people.owns_role(entity))):
                    continue  # "Ebels neuer Anwalt Karl Sommer", "ein Anwalt Ebels"
                return self.people.whole(entity)
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
        if word.lower in ("es", "man", "ich", "wir", "ihr", "uns"):
            return ""
        if word.lower in _SOME:
            return word.lower
        if word.lower == "sie" and is_plural(self.prose, number):
            return several_before(self.prose, number)
        wanted = "m" if word.lower in _MALE else "f" if word.lower in FEMALE_OR_MANY else ""
        return self._person(number, wanted) or (self.last_speaker.name if self.last_speaker and wanted == "f" else "")

    def _person(self, number: int, wanted: str) -> str:
        """Whom a pronoun or a description stands for: a new subject, else the person speaking or named near by."""
        word = self.prose.words[number]
        here = opening_subject(self.prose, number)
        name = self._named(*here) if here is not None else ""
        if here is not None and not name and is_one(self.prose, *here, wanted):
            return self._role(*here)
        if name and self.people.known(name) and self.people.fits(name, wanted):
            return name
        return self._new_subject(word.sentence, wanted) or self._nearest_person(word.start, wanted)

    def _new_subject(self, sentence: int, wanted: str) -> str:
        """The person with whom a sentence after the last speaker's words begins: "Ihr Mann nickt. ..., meint er"."""
        prose = self.prose
        for number in range(sentence - 1, max(-1, sentence - 3), -1):
            first, last = prose.ranges[number]
            spoke = prose.words[first].start < self.last_at if first < last else True
            if (spoke and not is_thing(self.people, self.last_speaker)) or prose.taken[first]:
                continue
            for order, (begin, end, governed) in enumerate(phrases_in(prose, first, last)):
                if spoke and begin > first and prose.words[begin].lower != "ein":
                    continue
                if governed or (end == begin + 1 and prose.words[begin].lower in closed("pronoun")):
                    continue
                name = self._named(begin, end)
                if name and self.people.known(name):
                    if self.people.fits(name, wanted):
                        return name
                elif not order and is_body(prose, begin, end, wanted):
                    return name or self._role(begin, end)
                elif (not order or prose.words[begin].lower == "ein") and is_one(prose, begin, end, wanted):
                    named = prose.words[min(end, last - 1)].text == "," and prose.name_ends.get(end + 1)
                    return (self._named(begin, named) if named else "") or self._role(begin, end)
            if any(entity.label == "PER" for entity in prose.entities_in(*prose.span(first, last))):
                return ""
        return ""

    def _nearest_person(self, position: int, wanted: str) -> str:
        """The person whom a reader takes: the one speaking, else the first named of the nearest sentence."""
        speaker = self.last_speaker
        near = speaker is not None and position - self.last_at < NEAR and self.people.known(speaker.name)
        if near and speaker is not None and self.people.fits(speaker.name, wanted):
            return speaker.name
        if speaker is not None and just_spoke(self.prose, speaker, self.last_at, position, wanted):
            return speaker.name
        return self.people.nearest(position, wanted)

    def _role(self, first: int, last: int) -> str:
        """A phrase without a name: the earlier phrase or person it takes up, else its own words."""
        prose = self.prose
        words = prose.words
        start = first = shed(prose, first, last)
        while start < last - 1 and words[start].lower in closed("determiner") and not words[start].text[0].isdigit():
            if words[start].lower not in _DEFINITE | INDEFINITE:
                break
            start += 1
        if words[first].lower in INDEFINITE and (start > first + 1 or words[start].lower in closed("preposition")):
            start = first  # "eine der Personen", "einer aus der Mannschaft"
        phrase = nominative(prose, first, start, last)
        if words[first].lower not in _DEFINITE:
            if last - first == 1 and is_role(phrase) and in_headline(prose, first):
                return self.people.in_office(phrase, words[first].start) or phrase
            self.people.remember(start, last, phrase)
            return phrase
        heads = [n for n in range(start, last) if is_noun(prose, n)]
        far = last - start > 2 and not (heads and placed(prose, heads[0], last))
        if not heads or far:
            self.people.remember(start, last, phrase)
            return phrase
        city = words[heads[0]].lower.endswith("er") and heads[0] + 1 in heads  # "der Berliner Verfassungsschutz"
        head = words[heads[city]].text
        known = self.people.in_office(head, words[first].start)
        if known:
            return known
        if head in nouns("claim") - nouns("text") and self.last_speaker and words[first].start - self.last_at < 400:
            return self.last_speaker.name
        several = words[first].lower == "die" and not feminine(head)
        if described(head) and not several and not related(prose, heads[city]):
            wanted = "f" if head.endswith("in") or head in FEMALE else "" if feminine(head) else "m"
            person = self._person(first, wanted)
            if head in nouns("accused") and self.people.has_part(person):
                person = ""
            if last - start > 2 and not (person and wanted == self.people.gender.get(self.people.person(person))):
                person = ""
            elif not person and (head in ANYBODY or head.endswith(("jährige", "Jährige"))):
                found = introduced(prose, first, wanted)
                person = self._role(*found) if found else ""
            if person:
                return person
        if head in nouns("described-group"):
            return self.people.group(head, words[first].start, self.spoken) or phrase
        return phrase

    def spoke(self, speaker: Reference | None, position: int) -> None:
        """Note who spoke last."""
        if speaker is not None and speaker.text.lower() not in ("demnach", "demzufolge"):
            self.last_speaker = speaker
            self.spoken.add(speaker.name)
            self.last_at = position
