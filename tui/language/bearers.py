"""Which of several persons a text means by their common surname: "Lohse", after Markus and Claudia Lohse."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.articles.first_names import first_names
from tui.language.lexicon import words
from tui.language.naming_forms import fold, is_full, parts, same_given_names, surname

_KIN = words("naming", "kin")
_OPENERS = words("sentence_openers")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w-]*) $")
_OPENING = re.compile(r"(?:^|[.!?:][\"“»«”]*\s|\n)\s*[„\"»«]?$")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_])[.!?](?=\s+(Er|Sie)\s)|(?<=[^\W\d_])[.!?]\s|\n")
COURTESY = {"Frau": "f", "Herr": "m", "Herrn": "m"}
_PRONOUNS = {"Er": "m", "Sie": "f"}


class Mention(NamedTuple):
    """Where a person is named, in an article's order."""

    start: int
    form: str
    """Without its genitive ending."""


def one_name_each(forms: Iterable[str]) -> dict[str, str]:
    """One name for the full forms of one person: the most frequent of those whose given names go together."""
    counts = Counter(forms)
    by_surname: dict[str, list[str]] = defaultdict(list)
    for form in sorted(counts, key=lambda form: (-counts[form], -len(form), form)):
        by_surname[fold(surname(form))].append(form)
    names: dict[str, str] = {}
    for same in by_surname.values():
        chosen: list[str] = []
        for form in same:
            fitting = [name for name in chosen if same_given_names(form, name)]
            if len(fitting) == 1:
                names[form] = fitting[0]
            else:
                chosen.append(form)
                names[form] = form
    return names


def meant_by_surname(text: str, mentions: Sequence[Mention]) -> dict[int, str]:
    """By its place, whom each bare surname means that several persons of an article share.

    It is whom the words at the place tell: by "Frau" and "Herr", by an office the person was named with, by "Er" or
    "Sie" at the head of the next sentence. Else it is whom the surname meant before, else the person who was not
    brought in as somebody's kin, else the one more often named in full, else the one named first.

    Args:
        text: The article's text.
        mentions: Its persons, in order.
    """
    names = one_name_each(mention.form for mention in mentions if is_full(mention.form))
    bearers: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.form in names:
            bearers[_key(mention.form)].append(mention)
    shared = {key: told for key, told in bearers.items() if len({names[mention.form] for mention in told}) > 1}
    found: dict[int, str] = {}
    last: dict[str, str] = {}
    for number, mention in enumerate(mentions):
        key = _key(mention.form)
        if mention.form in names or key not in shared:
            continue
        after = mentions[number + 1].start if number + 1 < len(mentions) else len(text)
        found[mention.start] = _meant(text, mention, after, shared[key], names, last.get(key, ""))
        if word_before(text, mention.start) not in COURTESY:
            last[key] = found[mention.start]
    return found


def _key(form: str) -> str:
    """By what a surname is looked up, its particles left out: "zu Guttenberg", "Guttenberg"."""
    return fold(parts(form)[-1])


def _meant(text: str, mention: Mention, after: int, told: Sequence[Mention], names: dict[str, str], last: str) -> str:
    """Whom one bare surname means.

    Args:
        text: The article's text.
        mention: The surname.
        after: Where the next person is named.
        told: Where the bearers of the surname are named in full.
        names: The name of each full form.
        last: Whom the surname meant before.
    """
    known = [one for one in told if one.start < mention.start] or list(told)
    counts = Counter(names[one.form] for one in known)
    gender = _gender_told(text, mention, after)
    fitting = [name for name in counts if not gender or _gender(text, name, known, names) in ("", gender)] or [*counts]
    office = word_before(text, mention.start)
    holders = [names[one.form] for one in known if office and word_before(text, one.start) == office]
    if len({*holders}) == 1 and holders[0] in fitting:
        return holders[0]
    if last in fitting:
        return last
    starts = {name: next(one.start for one in known if names[one.form] == name) for name in fitting}
    return min(fitting, key=lambda name: (word_before(text, starts[name]) in _KIN, -counts[name], starts[name]))


def word_before(text: str, start: int) -> str:
    """The noun right before a name, an office or a courtesy; empty where there is none.

    Args:
        text: An article's text.
        start: Where the name begins.
    """
    found = _WORD_BEFORE.search(text, max(0, start - 60), start)
    return found[1] if found and found[1][0].isupper() and found[1].casefold() not in _OPENERS else ""


def _gender_told(text: str, mention: Mention, after: int) -> str:
    """What the words round a bare surname tell of the person: "Frau Ebel", or "Ebel starb. Er wurde 36 Jahre alt."."""
    if told := COURTESY.get(word_before(text, mention.start), ""):
        return told
    if _OPENING.search(text, max(0, mention.start - 60), mention.start):
        end = _SENTENCE_END.search(text, mention.start + len(mention.form))
        if end and end[1] and end.start() < after:
            return _PRONOUNS[end[1]]
    return ""


def _gender(text: str, name: str, told: Sequence[Mention], names: dict[str, str]) -> str:
    """A bearer's gender, by first name or by "Frau" and "Herr" before the full name; empty where it is not known."""
    titles = (COURTESY.get(word_before(text, one.start), "") for one in told if names[one.form] == name)
    return first_names().get(parts(name)[0], "") or next(filter(None, titles), "")
