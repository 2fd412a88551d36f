"""Told words of which the text says not whose they are: "nach ersten Erkenntnissen", "das Gerücht verbreitet sich"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.clauses import Segment
from tui.language.quotations.cues import Cue
from tui.language.quotations.phrases import GENITIVE
from tui.language.quotations.voices import is_person
from tui.language.quotations.words import Prose

_FINDINGS = frozenset({"Erkenntnis", "Erkenntnissen", "Erkenntnisstand", "Kenntnisstand", "Stand"})
"""Nouns of what is known, which are nobody's words; "Angaben" and "Meldungen" are somebody's."""

_SO_FAR = ("aktuell", "bisherig", "derzeitig", "erst", "gegenwärtig", "jetzig", "jüngst", "letzt", "neu", "vorläufig")
"""Beginnings of adjectives that say of which time a finding is, and not whose."""

_ENDINGS = ("en", "em", "er")

_OWNING = GENITIVE | {"von", "vom", "aus", ","}
"""What follows where the text says whose findings they are."""

_BY_ITSELF = frozenset({"bestätigen", "verbreiten"})
"""Verbs whose subject says nothing where "sich" stands with them."""


def without_owner(prose: Prose, first: int, last: int) -> bool:
    """Whether a phrase is what is known by a time: "ersten Erkenntnissen", "bisherigem Kenntnisstand"."""
    words = prose.words
    head = last - 1
    if head <= first or words[head].text not in _FINDINGS:
        return False
    following = words[last] if last < len(words) else None
    if following is not None and following.lower in _OWNING:
        return False
    return all(words[n].lower.startswith(_SO_FAR) and words[n].lower.endswith(_ENDINGS) for n in range(first, head))


def spreads(prose: Prose, parts: Sequence[Segment], cue: Cue, subject: tuple[int, int]) -> bool:
    """Whether the subject of a verb of saying is what is said: "In der Stadt verbreitet sich die Neuigkeit, dass"."""
    part = parts[cue.segment]
    if cue.verb.lemma not in _BY_ITSELF or is_person(prose, *subject):
        return False
    return any(prose.words[n].lower == "sich" for n in range(part.first, part.last))
