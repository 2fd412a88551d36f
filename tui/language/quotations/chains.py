"""Chains of origins: "laut FT, die sich auf Personen beruft" has the persons as speaker and the paper on the way.

A person who refers to somebody speaks all the same: "sagte Karl Ebel unter Berufung auf den Rat".
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.clauses import Segment
from tui.language.quotations.draft import Draft
from tui.language.quotations.lexicon import closed
from tui.language.quotations.phrases import is_noun, noun_phrase, phrases_in
from tui.language.quotations.roles import is_role
from tui.language.quotations.voices import is_person as is_one
from tui.language.quotations.words import Prose

_NOUNS = frozenset({"berufung", "verweis", "bezug", "hinweis", "bezugnahme"})
_VERBS = frozenset({"beruft", "berufen", "berief", "beriefen", "bezieht", "beziehen", "stützt", "stützen"})


def link_origins(prose: Prose, drafts: Sequence[Draft], first: int, last: int) -> None:
    """Give the quotations of a sentence the origin that their speaker refers to.

    Args:
        prose: The article.
        drafts: The quotations found in the sentence; changed in place.
        first: The first word of the sentence.
        last: The word after its last.
    """
    origin = _origin(prose, first, last)
    for draft in drafts:
        if origin is None or draft.speaker is None or draft.speaker == origin:
            continue
        if is_one(prose, *draft.speaker) or prose.words[draft.speaker[0]].lower == "er":
            continue
        at = prose.words[origin[0]].start
        if any(start <= at < end for start, end in draft.spans) and draft.kind != "indirect":
            continue
        draft.via.append(draft.speaker)
        draft.speaker = origin


def _origin(prose: Prose, first: int, last: int) -> tuple[int, int] | None:
    """The phrase after "unter Berufung auf", or between "sich auf" and its verb."""
    words = prose.words
    for n in range(first, last - 2):
        if words[n + 1].lower != "auf" or prose.taken[n]:
            continue
        lower = words[n].lower
        named = lower in _NOUNS and n > first and words[n - 1].lower in ("unter", "mit")
        verbal = lower == "sich" and any(words[m].lower in _VERBS for m in range(max(first, n - 2), min(last, n + 16)))
        if not named and not verbal:
            continue
        end = noun_phrase(prose, n + 2, last, wide=named)
        if end == n + 2 and words[n + 2].lower in closed("preposition"):
            inner = noun_phrase(prose, n + 3, last)  # "auf mit dem Plan vertraute Personen"
            end = noun_phrase(prose, inner, last) if inner > n + 3 else end
            end = end if end > inner else n + 2
        if end > n + 2:
            return n + 2, end
    return None


def referring(prose: Prose, part: Segment) -> bool:
    """Whether a relative clause only says on whom a paper relies: "laut FT, die sich auf Personen beruft"."""
    first = [word.lower for word in prose.words[part.first : min(part.last, part.first + 4)]]
    end = prose.words[max(part.first, part.last - 2) : part.last]
    return "sich" in first and "auf" in first and any(word.lower in _VERBS for word in end)


def link_cited(prose: Prose, draft: Draft, last: int) -> None:
    """Give cited words to the person cited: "Die Zeitung zitiert den Minister mit den Worten ...".

    Args:
        prose: The article.
        draft: A quotation; changed in place.
        last: The word after the last of the sentence that cites.
    """
    if draft.cue is None or draft.speaker is None or not prose.words[draft.cue[0]].lower.startswith("zitier"):
        return
    for begin, end, governed in phrases_in(prose, draft.cue[1], last):
        if prose.taken[begin]:
            return
        if (
            not governed
            and (begin, end) != draft.speaker
            and not begin < draft.speaker[1] <= end
            and is_person(prose, begin, end)
        ):
            draft.via.append(draft.speaker)
            draft.speaker = (begin, end)
            return


def is_person(prose: Prose, first: int, last: int) -> bool:
    """Whether a phrase names a person, by name or by office."""
    if any(entity.label == "PER" for entity in prose.entities_in(*prose.span(first, last))):
        return True
    return any(is_noun(prose, n) and is_role(prose.words[n].text) for n in range(first, last))


def link_carriers(drafts: Sequence[Draft], carriers: Sequence[Draft]) -> None:
    """Note for words inside an attribution who carried them: "Laut CNN hat der Minister verkündet, ...".

    Args:
        drafts: Quotations by verbs of saying; changed in place.
        carriers: Quotations by attributions of the same sentence.
    """
    for draft in drafts:
        for carrier in carriers:
            inside = carrier.start <= draft.start and draft.end <= carrier.end
            if inside and carrier.speaker is not None and carrier.speaker != draft.speaker:
                draft.via.append(carrier.speaker)
