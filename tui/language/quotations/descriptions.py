"""Persons whom a text brings in without a name: "eine 71-Jährige", "ein Sprecher der Feuerwehr"."""

from __future__ import annotations

from tui.language.model import Reference
from tui.language.quotations.lexicon import closed
from tui.language.quotations.marked_names import INDEFINITE
from tui.language.quotations.nominatives import is_subject
from tui.language.quotations.phrases import is_noun, phrases_in
from tui.language.quotations.roles import FEMALE, described, feminine, is_role, listed
from tui.language.quotations.words import Prose

SEVERAL = frozenset(
    ["alle", "beide", "einige", "etliche", "mehrere", "viele", "wenige", "zwei", "drei", "vier", "fünf", "sechs",
     "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
)  # fmt: skip
"""Determiners of more than one."""
OPENING = 60
"""Words of a sentence in which somebody is brought in, so that the time stays linear in texts without full stops."""


def is_one(prose: Prose, first: int, last: int, wanted: str) -> bool:
    """Whether a phrase without a name is one person of a gender.

    Args:
        prose: The article.
        first: Its first word.
        last: The word after its last.
        wanted: ``m``, ``f`` or empty for any.
    """
    head = next((prose.words[n].text for n in range(first, last) if is_noun(prose, n)), "")
    if not (is_role(head) or described(head)) or head.endswith("innen"):
        return False
    if prose.words[first].lower not in closed("determiner") - SEVERAL:
        return False  # "Deutsche Investoren"
    female = head.endswith("in") or head in FEMALE or prose.words[first].lower == "eine"
    return wanted in ("", "f" if female else "m")


def is_body(prose: Prose, first: int, last: int) -> bool:
    """Whether a phrase with "die" is one body that "sie" can take up: "die Gewerkschaft", "die Behörde in Bonn"."""
    head = next((prose.words[n].text for n in range(first, last) if is_noun(prose, n)), "")
    verb = prose.words[last].features if last < len(prose.words) else ""
    return prose.words[first].lower == "die" and listed(head.lower(), "role-group") and "Number=Plur" not in verb


def opening_subject(prose: Prose, number: int) -> tuple[int, int] | None:
    """Whom an earlier clause of the sentence begins with: "Der Kanzler fand lobende Worte, er sprach von"."""
    start = prose.ranges[prose.words[number].sentence][0]
    stop = min(number, start + OPENING)
    verb = next((n for n in range(start, stop) if prose.finite(n)), stop)
    parted = any(prose.words[n].text in ",;:" for n in range(verb, stop))
    told = verb < stop and prose.konjunktiv(verb, True)
    return (start, verb) if parted and not told and start < verb and is_subject(prose, start, verb) else None


def introduced(prose: Prose, number: int, wanted: str) -> tuple[int, int] | None:
    """Whom the sentences before bring in: "Eine 71-Jährige zeigte ihn an. ..., sagte die Frau"."""
    sentence = prose.words[number].sentence
    for earlier in range(sentence - 1, max(-1, sentence - 4), -1):
        start, stop = prose.ranges[earlier]
        for begin, end, _ in phrases_in(prose, start, min(stop, start + OPENING)):
            if prose.words[begin].lower in INDEFINITE and is_one(prose, begin, end, wanted):
                return begin, end
    return None


def just_spoke(prose: Prose, speaker: Reference, position: int, wanted: str) -> bool:
    """Whether one person without a name speaks in the sentence before a position, and nobody is named there."""
    here, there = prose.sentence_at(position), prose.sentence_at(speaker.start)
    if here is None or there is None or here - there > 1:
        return False
    first, last = prose.at(speaker.start), prose.at(speaker.end)
    opener = prose.words[first].lower
    single = opener in INDEFINITE | {"der"} or (opener == "die" and feminine(prose.words[last - 1].text))
    of_gender = {"ein": "m", "eine": "f"}.get(opener, "") == wanted
    if not single or not (of_gender or is_one(prose, first, last, wanted)):
        return False
    named = prose.entities_in(*prose.span(*prose.ranges[there]))
    free = (e for e in named if prose.words[prose.at(e.start) - 1].lower not in closed("preposition"))
    return not any(entity.label in ("PER", "ORG") for entity in free)
