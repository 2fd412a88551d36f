"""Which words name an origin: what a journalist would accept as somebody who knows.

A name, a person or body by its noun, or people without a name as the text tells of them ("Personen, die mit der Sache
vertraut sind"). Pronouns, nouns of speech ("Berichten", "Angaben") and texts that might be anybody's ("ein Brief") are
none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from tui.language.lexicon import words
from tui.language.model import Analysis, EntityLabel, Reference
from tui.language.quotations.roles import listed as is_listed
from tui.language.speakers import is_somebody, is_written_as_name, tells, who_of

Labels = Mapping[str, EntityLabel]
"""What the names of a story are, by name."""

LONGEST = 100
"""Characters of an origin with the clause that says who is meant; a longer one loses the clause."""
LONG = 60
"""Characters of an origin without such a clause; of a longer one stays what says who."""

_CITING = frozenset({"laut", "zufolge", "nach", "gemäß", "so"})
_IMPERSONAL = ("heiß", "heiss", "hieß", "hiess", "bekannt", "verlaut")
_OWN_REPORT = re.compile(r"-(?:Informationen|Infos|Recherchen|Angaben|Berichte?[ns]?|Meldung(?:en)?)$")
_POSSESSIVE = re.compile(r"(?:[Ss]ein|[Ii]hr|[Uu]nser|[Mm]ein)(?:e[mnrs]?)? ")
_CLAUSE = re.compile(r", (?:(?:\w+ )?(?:die|der|das|den|denen|dem|deren|dessen)|welche[mnrs]?) ")
_ACTING = re.compile(r"(?i:eine?|der|die) (?:[a-zäöüß]+ )?[A-ZÄÖÜ][a-zäöüß-]{3,}(?:er|(?:er|ist|og|ik)in|eur|euse)")
"""Somebody by work or place as a subject: "ein Lackierer", "die Floristin"."""

_OF_WHOM = re.compile(r"^[^,]*? (?:von|vom|der|des|beim) [A-ZÄÖÜ]")
"""Whose people they are: "Mitarbeiter von Südpost"."""

_BY_WHOM = re.compile(r" (?:von|vom|der|des|durch|\w+(?:es|er)) ")
"""Whose words they are: "Untersuchung durch externe Juristen"."""

_INSIDE = re.compile(r"(?:intern|vertraulich|geheim)\w*")
"""What texts are called that only some people know: "interne E-Mails"."""

_POINTING = frozenset({"denen", "die", "denjenigen", "jenen"})
_MARKS = '„“”"»«›‹‚‘'


def labels_of(analyses: Sequence[Analysis]) -> Labels:
    """The label that each name of a story has most often."""
    counts: dict[str, Counter[EntityLabel]] = {}
    for analysis in analyses:
        for entity in analysis.entities:
            counts.setdefault(entity.name or entity.text, Counter())[entity.label] += 1
    return {name: count.most_common(1)[0][0] for name, count in counts.items()}


def origin_words(reference: Reference, labels: Labels, cue: str = "", marked: bool = False) -> str | None:
    """How an origin is called, None where the words name none.

    Args:
        reference: Who is said to know it, as the text puts it and as the story calls him.
        labels: The names of the story.
        cue: The word that makes it an attribution.
        marked: Whether the words stand in quotation marks, so that whoever speaks is a person.
    """
    text, name = " ".join(reference.text.split()), " ".join((reference.name or reference.text).split())
    citing = cue.casefold() in _CITING
    if name in labels:
        return _uninflected(name) if _can_know(labels[name], text, citing or marked, cue) else None
    if name.casefold() in _pronouns():
        return None
    paper = _OWN_REPORT.sub("", name).strip(_MARKS)
    if _OWN_REPORT.search(name) and is_written_as_name(paper):
        return paper
    if _POSSESSIVE.match(name) and text.casefold() in _pronouns():
        return None  # "er" may be anybody else as well as "sein Vater"
    phrase = _POSSESSIVE.sub("", name, count=1) if _POSSESSIVE.match(name) else name
    if name not in text and is_written_as_name(name) and not _silent(name):
        return name
    if marked and cue and _ACTING.fullmatch(text) and not _silent(name):
        return name
    return _called(phrase, labels, bare=citing and _without_article(text, name))


def is_anonymous(origin: str) -> bool:
    """Whether an origin is people without a name of whom nobody can tell whether others mean the same."""
    nouns = (word.strip(_MARKS + ",").casefold() for word in origin.split() if word[:1].isupper())
    return _OF_WHOM.search(origin) is None and any(is_listed(noun, "anonymous") for noun in nouns)


def _can_know(label: EntityLabel, text: str, cited: bool, cue: str) -> bool:
    """Whether a name of the story can stand for somebody who knows."""
    if text.casefold() in _pronouns():
        return label == "PER"  # "er" is no firm
    if label == "LOC":
        return not cue.casefold().startswith(_IMPERSONAL)  # "hieß es aus Ulm" says where, not who
    return label != "MISC" or cited


def _uninflected(name: str) -> str:
    """A body's name without the genitive of its first word: "Landgerichts Bremen"."""
    head, space, rest = name.partition(" ")
    for ending in ("es", "s"):
        plain = head.removesuffix(ending)
        if space and plain != head and plain[-1:] != "s" and is_listed(plain.casefold(), "role-group"):
            return f"{plain} {rest}"
    return name


def _called(phrase: str, labels: Labels, bare: bool) -> str | None:
    """What a phrase without a name of its own is called.

    Args:
        phrase: Words of the text without their article.
        labels: The names of the story.
        bare: Whether it is cited without an article, as papers are that are not known as names.
    """
    parts = re.split(r", (?!die |der |das )| und | sowie ", phrase)
    if len(parts) > 1 and all(part in labels or part in _nouns("party") for part in parts):
        return phrase
    if bare and is_written_as_name(phrase) and not _silent(phrase):
        return phrase
    clause = _CLAUSE.search(phrase)
    core = phrase[: clause.start()] if clause is not None else phrase.partition(",")[0]
    described = phrase if clause is not None and len(phrase) <= LONGEST else ""
    if core in _POINTING:
        return described or None
    shown = who_of(core, False)
    if not shown or not _knows(phrase, core, labels):
        return None
    return described or (core if len(core) <= LONG else shown)


def _knows(phrase: str, core: str, labels: Labels) -> bool:
    """Whether a phrase that says who speaks names somebody who knows, and no text that might be anybody's.

    Args:
        phrase: The phrase with the clause that says who is meant; a paper may be named there.
        core: The phrase without it.
        labels: The names of the story.
    """
    nouns = [word.strip(_MARKS) for word in core.split()]
    nouns = [noun for noun in nouns if noun[:1].isupper() or noun.rpartition("-")[2][:1].isupper()]
    if nouns and tells(nouns[0]) and not is_somebody(nouns[0]) and not _BY_WHOM.search(core):
        return False  # "Meinung in seinem Labor"
    somebody = any(is_somebody(noun) and labels.get(noun) != "LOC" for noun in nouns)
    if somebody or any(labels.get(word) in ("PER", "ORG") for word in phrase.split()):
        return True
    return any(_is_text(noun) and (_stands_for_writer(noun) or _INSIDE.match(core)) for noun in nouns)


def _is_text(noun: str) -> bool:
    """Whether a noun, or what a compound ends with, is something with words in it."""
    return is_listed(noun.casefold(), "text")


def _stands_for_writer(noun: str) -> bool:
    """Whether a text says of itself whose or which it is: "Prüfbericht", "Anklageschrift"; not so "Bericht"."""
    alone = any(noun.removesuffix(ending) in _nouns("text") for ending in ("", "en", "n", "e", "s", "es"))
    return not alone or noun in _nouns("record")


def _silent(phrase: str) -> bool:
    """Whether a noun is one of speech, of things, or of texts that might be anybody's."""
    last = phrase.split()[-1]
    if _is_text(last) and not _stands_for_writer(last):
        return True
    return any(tells(noun) or noun in _nouns("mute") for noun in phrase.split())


def _without_article(text: str, name: str) -> bool:
    """Whether no article stands before a name in its phrase: "Informationen von Südpost"."""
    before = text.removesuffix(name).split()
    return text.endswith(name) and (not before or before[-1].casefold() in ("von", "vom"))


def _nouns(section: str) -> frozenset[str]:
    return words("quotations/nouns", section)


def _pronouns() -> frozenset[str]:
    return words("quotations/function_words", "pronoun")
