"""Reports that a sentence only mentions to contradict them: "Er lief nicht weg, wie eine Zeitung schrieb"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.clauses import Segment
from tui.language.quotations.comments import Source
from tui.language.quotations.lexicon import nouns
from tui.language.quotations.words import Prose, negated

_SOME = frozenset({"ein", "eine", "einige", "manche", "mehrere", "einzelne", "andere"})


def contradicts(prose: Prose, parts: Sequence[Segment], source: Source) -> bool:
    """Whether a negated clause in the indicative denies what papers that it does not name are said to have written.

    A paper that the sentence names is more often its source: "Er tritt nicht zurück, wie die „Welt“ berichtet".
    """
    part = parts[source.segment]
    if not source.whole or not source.segment or source.speaker is None or prose.words[part.first].lower != "wie":
        return False
    first, last = source.speaker
    endings = tuple(noun.lower() for noun in nouns("media") | nouns("papers"))
    paper = prose.words[first].lower in _SOME and any(
        prose.words[n].lower.endswith(endings) for n in range(first, last)
    )
    before = parts[source.segment - 1]
    told = any(prose.konjunktiv(n, True) for n in range(before.first, before.last))
    return paper and not told and negated(prose, before.first, before.last)
