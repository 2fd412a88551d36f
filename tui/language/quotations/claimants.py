"""What somebody claims of himself by "will" with an infinitive of the perfect: "Der Zeuge will ihn gesehen haben"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.clauses import Segment, trimmed, verb_final
from tui.language.quotations.draft import Draft
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.voices import can_voice
from tui.language.quotations.words import Prose, negated

_CLAIMS = frozenset({"will", "wollen"})
_OPENERS = frozenset({"dass", "daß", "ob", "wie"})
_PERFECT = frozenset({"haben", "sein"})


def claimant_drafts(prose: Prose, parts: Sequence[Segment]) -> list[Draft]:
    """The clauses by which their subjects claim something (Duden-Grammatik, "wollen", evidential)."""
    found = []
    for number, part in enumerate(parts):
        verb = next((n for n in range(part.first, part.last) if prose.words[n].lower in _CLAIMS), -1)
        if verb < 0 or not prose.finite(verb) or verb_final(prose, part, verb):
            continue
        first, last = trimmed(prose, verb + 1, part.last)
        if last - first < 2 or prose.words[last - 1].lower not in _PERFECT:
            continue
        if not prose.words[last - 2].text.islower() or not prose.words[last - 2].lower.endswith(("t", "en")):
            continue
        speaker = subject_of(prose, parts, number, verb)
        if speaker is None or not can_voice(prose, *speaker) or negated(prose, *speaker):
            continue
        following = parts[number + 1] if number + 1 < len(parts) else None
        if following is not None and prose.words[following.first].lower in _OPENERS:  # "erfahren haben, dass"
            first, last = trimmed(prose, following.first, parts[-1].last)
        first = max(first, speaker[1])
        found.append(Draft("indirect", [prose.span(first, last)], speaker, (verb, verb + 1)))
    return found
