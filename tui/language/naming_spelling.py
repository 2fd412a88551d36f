"""When two spellings are one name: "Erdoğan" and "Erdogan", "Müller" and "Mueller", "Selenskyj" and "Zelensky".

Papers drop the accents that their typefaces lack, spell umlauts out, write a name from another alphabet as German or as
English does, and leave of the surname of an accused a letter. Two full names join where given name and surname both
agree; a bare surname joins the only person whom it can mean.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from tui.language.groups import Groups
from tui.language.model import Entity
from tui.language.naming_forms import fold, is_full, parts, surname

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "y": "j"})
"""Letters that no mark can be taken from; "y" for the "j" that German has in Netanjahu and Jusuf."""

_SLAVIC = re.compile(r"(?:sk[ij]{1,2}|ska(?:ja)?|[eo][vw]a?|enko|[eo]?n[ij]{1,2}|[ij]na?|i(?:c|ch|tsch))$")
"""Ends surnames of languages of which German and English spell more than the marks otherwise; "y" is read as "j"."""

_SOUNDS = (
    (re.compile(r"schtsch|shch|tsch|tch|sch|ch|sh|zh|kh|c|z"), "s"),
    (re.compile(r"v"), "w"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"[ij]+"), "i"),
    (re.compile(r"([^\W\d_])\1"), r"\1"),
)
_INITIAL = re.compile(r"[^\W\d_]\.?")
_SHORTEST = 4
"""Letters of a name of one word below which spellings are not compared: "Ort", "Ört"."""


def respelt(entities: Sequence[Entity], bases: Mapping[str, str]) -> dict[str, str]:
    """The forms of the names of a story, each name in its most frequent spelling.

    Args:
        entities: The entities of the story.
        bases: Forms without genitive endings, by form.

    Returns:
        As `bases`.
    """
    people = Counter(bases[e.text] for e in entities if e.label == "PER")
    things = Counter(bases[e.text] for e in entities if e.label != "PER" and len(bases[e.text]) >= _SHORTEST)
    spelling = {**_in_one_spelling(things, lambda form: {_plain(form)}), **_of_people(people)}
    return {form: spelling.get(plain, plain) for form, plain in bases.items()}


def _of_people(counts: Counter[str]) -> dict[str, str]:
    full = Counter({form: count for form, count in counts.items() if is_full(form)})
    spelling = _in_one_spelling(full, lambda form: {*_readings(form), _bare(form)})
    spelling |= _cut_short(full, spelling)
    known = {fold(part) for form in full if form not in spelling for part in (surname(form), *parts(form))}
    bearers: dict[str, set[str]] = defaultdict(set)
    for form in full:
        for reading in {surname(form).casefold(), *_readings(surname(form))}:
            bearers[reading].add(spelling.get(form, form))
    for form in counts.keys() - full.keys() - spelling.keys():
        if len(form) >= _SHORTEST and fold(form) not in known:
            named = {name for reading in {form.casefold(), *_readings(form)} for name in bearers.get(reading, ())}
            if len(named) == 1:
                spelling[form] = surname(named.pop())
    return spelling


def _cut_short(full: Counter[str], spelling: Mapping[str, str]) -> dict[str, str]:
    """The person whom each name with one letter for a surname can mean, as papers name the accused: "Kevin S."."""
    found: dict[str, str] = {}
    names = {spelling.get(form, form) for form in full if not _INITIAL.fullmatch(surname(form))}
    for form in full:
        given, _, letter = form.rpartition(" ")
        if _INITIAL.fullmatch(letter):
            meant = {
                name
                for name in names
                if _bare(name).startswith(_bare(given) + " ") and _bare(parts(surname(name))[-1])[0] == _bare(letter)[0]
            }
            if len(meant) == 1:
                found[form] = found[letter] = meant.pop()
    return {form: surname(name) if form.count(" ") == 0 else name for form, name in found.items()}


def _in_one_spelling(counts: Counter[str], readings: Callable[[str], set[str]]) -> dict[str, str]:
    """For every form with another spelling of the same reading the one of them that is used most."""
    groups = Groups()
    first: dict[str, str] = {}
    for form in sorted(counts):
        for reading in sorted(readings(form)):
            groups.join(form, first.setdefault(reading, form))
    members: dict[str, list[str]] = defaultdict(list)
    for form in sorted(counts):
        members[groups.root(form)].append(form)
    used = {root: max(forms, key=lambda form: (counts[form], form)) for root, forms in members.items()}
    return {form: used[root] for root, forms in members.items() for form in forms if form != used[root]}


def _readings(form: str) -> set[str]:
    """What a name is without marks, and for a Slavic surname by its sounds."""
    plain = _plain(form)
    if not _SLAVIC.search(plain):
        return {plain}
    sounds = plain
    for pattern, sound in _SOUNDS:
        sounds = pattern.sub(sound, sounds)
    return {plain, sounds}


def _plain(form: str) -> str:
    """A name in small letters with umlauts spelled out and without other marks."""
    return _bare(form.casefold().translate(_UMLAUTS))


def _bare(form: str) -> str:
    """A name in small letters without any marks."""
    letters = unicodedata.normalize("NFKD", form.casefold().translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
