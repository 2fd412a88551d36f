"""Persons whom a text brings in without a name: "eine 71-Jährige", "ein Sprecher der Feuerwehr"."""

from __future__ import annotations

from tui.language.lexicon import words
from tui.language.model import Reference
from tui.language.quotations.inflection import owner_in
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
    opener = prose.words[first].lower
    if opener not in closed("determiner") - SEVERAL or (opener == "die" and not feminine(head)):
        return False  # "Deutsche Investoren", "die Polizisten"
    female = head.endswith("in") or head in FEMALE or opener in ("eine", "die")
    return wanted in ("", "f" if female else "m")


def is_body(prose: Prose, first: int, last: int, wanted: str) -> bool:
    """Whether a phrase is one body that "er" (``m``) or "sie" (``f``) can take up: "der Verband", "die Behörde"."""
    head = next((prose.words[n].text for n in range(first, last) if is_noun(prose, n)), "")
    verb = prose.words[last].features if last < len(prose.words) else ""
    article = {"m": "der", "f": "die"}.get(wanted)
    return prose.words[first].lower == article and listed(head.lower(), "role-group") and "Number=Plur" not in verb


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


def in_headline(prose: Prose, number: int) -> bool:
    """Whether a word stands in a headline, which leaves out articles: "Landrätin: „Bleiben Sie zu Hause“"."""
    start = prose.words[number].start
    block = next((block for block in prose.article.own_blocks if block.start <= start < block.end), None)
    return block is not None and block.role in ("title", "heading")


def placed(prose: Prose, head: int, last: int) -> bool:
    """Whether only where somebody belongs follows a description: "die Physikerin vom Imperial College"."""
    following = prose.words[head + 1].lower if head + 1 < last else ""
    return following in ("vom", "von", "aus", "der", "des") and described(prose.words[head].text)


def related(prose: Prose, head: int) -> bool:
    """Whether a noun brings somebody in as a relative of others: "die Mutter der beiden"."""
    following = prose.words[head + 1].lower if head + 1 < len(prose.words) else ""
    return prose.words[head].text in words("naming", "kin") and following in ("der", "des", "von", "vom")


def owned(prose: Prose, number: int, last: int) -> bool:
    """Whether a noun, perhaps with adjectives, follows a name."""
    words = prose.words
    while number < last and words[number].alpha and words[number].lower.endswith(("er", "e", "es", "en")):
        if is_noun(prose, number) or words[number].lower in closed("preposition") | closed("determiner"):
            break
        number += 1
    return number < last and is_noun(prose, number)


def just_spoke(prose: Prose, speaker: Reference, ended: int, position: int, wanted: str) -> bool:
    """Whether one person without a name speaks in the sentence before a position, where nobody else is named.

    Args:
        prose: The article.
        speaker: Who spoke last.
        ended: Where the words of that speaker end.
        position: Where somebody is taken up.
        wanted: ``m``, ``f`` or empty for any.
    """
    there = prose.sentence_at(speaker.start)
    here, before = prose.sentence_at(position), prose.sentence_at(max(ended - 1, speaker.start))
    if here is None or there is None or before is None or here - before > 1:
        return False
    first, last = prose.at(speaker.start), prose.at(speaker.end)
    first = owner_in(prose, first, last) or first
    opener = prose.words[first].lower
    owned = opener in ("die", "seine", "ihre") and feminine(prose.words[last - 1].text)
    single = opener in INDEFINITE | {"der", "dem", "des", "er", "sie"} or owned
    of_gender = {"ein": "m", "eine": "f", "er": "m", "sie": "f"}.get(opener, "") == wanted
    if not single or not (of_gender or is_one(prose, first, last, wanted)):
        return False
    named = prose.entities_in(*prose.span(*prose.ranges[there]))
    named = [entity for entity in named if not speaker.start <= entity.start < speaker.end]
    free = (e for e in named if prose.words[prose.at(e.start) - 1].lower not in closed("preposition"))
    return not any(entity.label in ("PER", "ORG") for entity in free)
