"""Quotations without marks: a paragraph after a colon, and a paragraph in the first person after a verb of saying.

Translated and reformatted articles set long quotations as paragraphs of their own and lose their marks on the way. The
colon or the sentence before tells; where neither does, the paragraph stays the article's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.attribution import WEAK
from tui.language.quotations.clauses import Segment, segments, trimmed
from tui.language.quotations.cues import Cue, find_cues
from tui.language.quotations.draft import Draft
from tui.language.quotations.leads import lead_voice
from tui.language.quotations.lexicon import closed
from tui.language.quotations.subjects import subject_of
from tui.language.quotations.words import MARKS, Prose

_FIRST_PERSON = ("wir", "ich", "uns", "mir", "mich", "unser", "mein")
_LIST_SIGNS = "•*-–—·▪►"


def block_drafts(prose: Prose, marked: Sequence[Draft]) -> list[Draft]:
    """Quotations that no marks hold; their words count as taken from then on.

    Args:
        prose: The article.
        marked: The quotations in marks; one that is never closed may go on in the next paragraph, and then gets it.
    """
    drafts: list[Draft] = []
    open_block: Draft | None = None
    unclosed = {draft.end: draft for draft in marked if "unclosed" in draft.flags}
    paragraphs = _paragraph_words(prose)
    ends = [prose.words[last - 1].end for _, last in paragraphs]
    for number, (first, last) in enumerate(paragraphs):
        if number and open_block is None:
            open_block = unclosed.get(ends[number - 1])
        previous = open_block
        open_block = None
        draft = None
        if previous is not None and _goes_on(prose, previous.end, first, last):
            previous.spans.append(prose.span(first, last))
            _take(prose, first, last)
            open_block = previous
            continue
        if first and prose.words[first - 1].text == ":" and not _starts_marked(prose, first):
            draft = _after_lead(prose, first, last)
        elif first and _first_person(prose, first, last) and not _marked(prose, first, last):
            draft = _after_speech(prose, first, last)
        if draft is None:
            following = paragraphs[number + 1 : number + 2]
            draft = _inline(prose, first, last, bool(following) and _goes_on(prose, ends[number], *following[0]))
        if draft is not None:
            drafts.append(draft)
            open_block = draft
    return drafts


def _goes_on(prose: Prose, end: int, first: int, last: int) -> bool:
    """Whether a paragraph goes on with the quotation before: next to it, in the first person, nobody else speaking."""
    if prose.text[end : prose.words[first].start].strip("“”\"«»' \n\t"):
        return False
    if not _first_person(prose, first, last) or _marked(prose, first, last):
        return False
    for sentence in range(prose.words[first].sentence, prose.words[last - 1].sentence + 1):
        parts = segments(prose, *prose.ranges[sentence])
        for cue in find_cues(prose, parts):
            if "say" in cue.verb.groups and cue.verb.lemma not in WEAK:
                speaker = subject_of(prose, parts, cue.segment, cue.finite)
                if speaker is not None and not prose.words[speaker[0]].lower.startswith(_FIRST_PERSON):
                    return False
    return True


def _paragraph_words(prose: Prose) -> list[tuple[int, int]]:
    """Of each paragraph the first word and the word after its last."""
    found = []
    for start, end in prose.paragraphs:
        first, last = prose.at(start), prose.at(end)
        if first < last:
            found.append((first, last))
    return found


def _marked(prose: Prose, first: int, last: int) -> bool:
    return any(prose.taken[n] or prose.words[n].text in MARKS for n in range(first, last))


def _starts_marked(prose: Prose, first: int) -> bool:
    return prose.words[first].text in MARKS or prose.taken[first] or prose.words[first].text in _LIST_SIGNS


def _take(prose: Prose, first: int, last: int) -> None:
    for number in range(first, last):
        prose.taken[number] = True


def _first_person(prose: Prose, first: int, last: int) -> bool:
    """Whether the opening words of a paragraph speak of "I" or "we"."""
    return any(
        word.lower.startswith(_FIRST_PERSON) and (word.lower in _FIRST_PERSON or word.lower[:5] in ("unser", "meine"))
        for word in prose.words[first : min(last, first + 40)]
    )


def _lead(prose: Prose, first: int) -> tuple[list[Segment], list[Cue]]:
    """Segments and verbs of saying of the sentence before a paragraph."""
    sentence = prose.words[first - 1].sentence
    parts = segments(prose, *prose.ranges[sentence])
    return parts, [cue for cue in find_cues(prose, parts) if cue.verb.lemma not in WEAK]


def _after_lead(prose: Prose, first: int, last: int) -> Draft | None:
    """A paragraph after a colon."""
    parts, cues = _lead(prose, first)
    if not cues and not _first_person(prose, first, last):
        return None
    spoken = any(prose.finite(n) for n in range(first, last)) and _by_person(prose, parts, cues)
    if not (_first_person(prose, first, last) or spoken) or last - first < 4 or prose.words[last - 1].text == ":":
        return None
    draft = Draft("direct", [prose.span(first, last)], flags=["unmarked"])
    if cues:
        draft.speaker = subject_of(prose, parts, cues[-1].segment, cues[-1].finite)
        draft.cue = (cues[-1].word, cues[-1].word + 1)
    else:
        voice = lead_voice(prose, first - 1, parts)
        draft.speaker = voice.speaker if voice else None
    _take(prose, first, last)
    return draft


def _after_speech(prose: Prose, first: int, last: int) -> Draft | None:
    """A paragraph in the first person after a sentence in which a person speaks."""
    parts, cues = _lead(prose, first)
    for cue in reversed(cues):
        if cue.passive or "say" not in cue.verb.groups:
            continue
        speaker = subject_of(prose, parts, cue.segment, cue.finite)
        if speaker is None or not _person(prose, speaker):
            continue
        _take(prose, first, last)
        return Draft("direct", [prose.span(first, last)], speaker, (cue.word, cue.word + 1), flags=["unmarked"])
    return None


def _person(prose: Prose, speaker: tuple[int, int]) -> bool:
    """Whether a speaker is a person by pronoun or name."""
    word = prose.words[speaker[0]]
    if speaker[1] == speaker[0] + 1 and word.lower in closed("pronoun"):
        return word.lower in ("er", "sie")
    return any(entity.label == "PER" for entity in prose.entities_in(*prose.span(*speaker)))


def _by_person(prose: Prose, parts: Sequence[Segment], cues: Sequence[Cue]) -> bool:
    """Whether a person speaks in the clause just before a colon: "Weber meinte:", but not "wurde bekannt gegeben:"."""
    if not cues or cues[-1].passive or "say" not in cues[-1].verb.groups or cues[-1].segment != len(parts) - 1:
        return False
    speaker = subject_of(prose, parts, cues[-1].segment, cues[-1].finite)
    return speaker is not None and parts[cues[-1].segment].before != "(" and _person(prose, speaker)


def _inline(prose: Prose, first: int, last: int, led_on: bool) -> Draft | None:
    """Sentences after a colon inside a paragraph ("Er nannte ein Beispiel: Es dauerte zehn Jahre").

    They are literal where they speak of "I" or "we", or where the next paragraph does, which they lead to.
    """
    for colon in range(first + 2, last - 3):
        if prose.words[colon].text != ":" or prose.taken[colon]:
            continue
        opening = prose.words[colon + 1]
        if not opening.capital or opening.start == prose.words[colon].end or opening.text in MARKS:
            continue
        sentence = prose.words[colon].sentence
        begin, end = prose.ranges[sentence][0], prose.ranges[prose.words[colon + 1].sentence][1]
        parts = segments(prose, begin, colon)
        if parts and prose.words[parts[-1].first].lower in closed("subjunction"):
            continue
        cues = [cue for cue in find_cues(prose, parts) if cue.verb.lemma not in WEAK and cue.verb.groups & {"say"}]
        if not cues or not any(prose.finite(n) for n in range(colon + 1, end)):
            continue
        if any(prose.konjunktiv(n) for n in range(colon + 1, end)):
            continue
        cue = cues[-1]
        speaker = subject_of(prose, parts, cue.segment, cue.finite)
        if speaker is None:
            continue
        spoken = any(prose.words[n].lower in _FIRST_PERSON for n in range(colon + 1, min(end, last)))
        if not spoken and not _by_person(prose, parts, cues):
            continue
        until = end
        while until < last and not find_cues(prose, segments(prose, *prose.ranges[prose.words[until].sentence])):
            until = prose.ranges[prose.words[until].sentence][1]
        if not spoken and not (led_on and until == last):
            return Draft("indirect", [prose.span(*trimmed(prose, colon + 1, end))], speaker, (cue.word, cue.word + 1))
        end = until
        _take(prose, colon + 1, end)
        return Draft("direct", [prose.span(colon + 1, end)], speaker, (cue.word, cue.word + 1), flags=["unmarked"])
    return None
