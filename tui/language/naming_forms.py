"""The forms in which a name is written, and when two of them are the same name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

from tui.language.lexicon import words

_LEGAL = words("naming", "legal form")
_TITLES = words("naming", "title")
_PARTICLES = words("naming", "particle")
_SPLIT = re.compile(r"[\s\u00a0]+")
_NO_LETTERS = re.compile(r"[\s\u00a0.\-–_]+")
_ADJECTIVE_ENDING = re.compile(r"(?<=[^\W\d_]{4}e)[nrsm]$")
_CAMEL = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
_UNMISTAKABLE = re.compile(r"[a-zäöüß][A-ZÄÖÜ]|^[A-Z][A-Za-z]*-?\d+$")
_ACRONYM = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ&]{1,5}")
_QUOTE = re.compile(r"[\"“”„»«\n]")
_FIRST_WORD = re.compile(r"(\S+)\s+")
_BEFORE, _BEHIND = "\"'“”„»«‚‘(", '"“”„»«‚,;:('


@lru_cache(maxsize=50_000)
def fold(form: str) -> str:
    """What is left of a form without case, spaces, hyphens, full stops and the endings of its adjectives.

    "Nord Werk" and "nordWerk" are one, and so are "Europäische Union" and "Europäischen Union".
    """
    *before, last = _SPLIT.split(unicodedata.normalize("NFKC", form).casefold().strip())
    return _NO_LETTERS.sub("", "".join([*(_ADJECTIVE_ENDING.sub("", word) for word in before), last]))


def base(form: str, attested: Collection[str], names: Collection[str] = ()) -> str:
    """The form without its genitive ending, if that shorter form is attested: "Ebels" is "Ebel", "Paris" stays.

    Args:
        form: As written.
        attested: All words and names of the story.
        names: The names of the story; "Roten" is "Rote" where that is a name, too.
    """
    if form.endswith("en") and form[:-1] in names:
        return form[:-1]
    if form.endswith(("’", "'")) and form[:-1] in attested:
        return form[:-1]
    if len(form) >= 4 and form.endswith("s") and not form.endswith(("ss", "'s", "’s")) and form[:-1] in attested:
        return form[:-1]
    return form


def parts(form: str) -> list[str]:
    """The words of a form."""
    return [part for part in _SPLIT.split(form) if part]


def without_legal_form(form: str) -> str:
    """A form without its legal form, "Nordwerk AG" as "Nordwerk"; unchanged where nothing would be left."""
    left = parts(form)
    while len(left) > 1 and (left[-1].casefold() in _LEGAL or left[-1] == "&"):
        left.pop()
    return " ".join(left)


def initials(form: str) -> str:
    """First letters of the capitalised words, two at least: "Zweites Deutsches Fernsehen" gives "ZDF"."""
    capitals = [part[0] for word in parts(form) for part in word.split("-") if part[:1].isupper()]
    return "".join(capitals) if len(capitals) >= 2 else ""


def is_acronym(form: str) -> bool:
    """Whether a form is written in capitals only, like "ZDF", or as agencies write themselves, like "dpa"."""
    return _ACRONYM.fullmatch(form) is not None or (len(form) == 3 and form.isalpha() and form.islower())


def is_unmistakable(form: str) -> bool:
    """Whether a form is written as no common word is: a capital after a small letter, or letters with digits."""
    return _UNMISTAKABLE.search(form) is not None and " " not in form and len(form) >= 4


def spellings(form: str) -> Iterator[str]:
    """The form, and for "NordWerk" also "Nord Werk"."""
    yield form
    if " " not in form:
        spaced = _CAMEL.sub(" ", form)
        if spaced != form and spaced.count(" ") == 1:
            yield spaced


def surname(form: str) -> str:
    """The surname of a full name with its particles: "von der Leyen"; the form itself if it is one word."""
    left = parts(form)
    at = len(left) - 1
    while at > 1 and left[at - 1].casefold() in _PARTICLES:
        at -= 1
    return " ".join(left[at:])


def is_full(form: str) -> bool:
    """Whether the form has a given name and a surname."""
    left = parts(form)
    return len(left) >= 2 and left[0].casefold() not in _PARTICLES


def same_given_names(first: str, second: str) -> bool:
    """Whether the given names of two full names go together: "J. K.", "Joanne", "Joanne K." do."""
    one, other = (parts(form)[: len(parts(form)) - len(parts(surname(form)))] for form in (first, second))
    if not one or not other or not _matches(one[0], other[0]):
        return False
    if len(one) == 1 or len(other) == 1:
        return True
    return len(one) == len(other) and all(map(_matches, one, other))


def _matches(one: str, other: str) -> bool:
    one, other = one.rstrip(".").casefold(), other.rstrip(".").casefold()
    return one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1])


def trimmed(text: str, start: int, end: int, *, person: bool) -> tuple[int, int] | None:
    """A name's span without what stands behind a quotation mark or line break in it, and without a person's titles.

    Returns:
        The span, or None where no name is left.
    """
    cut = _QUOTE.search(text, start + 1, end)
    end = cut.start() if cut else end
    while person and (found := _FIRST_WORD.match(text, start, end)) and found[1].casefold() in _TITLES:
        start = found.end()
    while start < end and (text[start].isspace() or text[start] in _BEFORE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _BEHIND):
        end -= 1
    if end - start > 1 and text[end - 1] == "." and text[end - 2].isdigit():
        end -= 1
    return (start, end) if any(sign.isalnum() or sign in "€$£" for sign in text[start:end]) else None
