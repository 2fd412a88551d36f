"""Quotations in marks: which pairs are some, who said them, which belong together."""

from __future__ import annotations

from collections.abc import Sequence

from tui.articles.spans import without_space
from tui.language.quotations.attribution import attribute
from tui.language.quotations.bystanders import for_whom
from tui.language.quotations.chains import link_cited, link_origins
from tui.language.quotations.direct import cues_round, is_quotation
from tui.language.quotations.draft import Draft, Voice
from tui.language.quotations.marked_words import Marked, led, outside, read_pair, whole_utterance
from tui.language.quotations.marks import Pair, pair_marks
from tui.language.quotations.sources import find_sources
from tui.language.quotations.words import Prose


def direct_drafts(prose: Prose) -> list[Draft]:
    """The quotations in marks."""
    pairs = pair_marks(prose.text, prose.paragraphs)
    drafts: list[Draft] = []
    accepted: list[Pair] = []
    partner: Marked | None = None
    for marked in [read_pair(prose, pair) for pair in pairs]:
        pair = marked.pair
        if marked.first >= marked.last:
            continue
        inside = any(outer.start <= pair.start and pair.end <= outer.end for outer in accepted[-3:])
        if inside and marked.verb and led(prose, marked):
            drafts.extend(_nested(prose, marked))
            continue
        parts, cues = cues_round(prose, marked)
        if not pair.closed and not (marked.count >= 6 and marked.verb):
            continue
        sourced = bool(find_sources(prose, parts, cues)) or for_whom(prose, parts, marked) is not None
        beside = partner is not None and (_goes_with(prose, partner, marked) or _in_turn(prose, partner, marked))
        if not beside and not is_quotation(prose, marked, cues, sourced):
            continue
        if inside and marked.count < 6:
            continue
        voice = attribute(prose, marked, parts, cues)
        if voice is not None and _speaks_itself(marked, voice):
            continue
        accepted.append(pair)
        partner = marked
        draft = _draft(marked, voice, inside, prose)
        drafts.append(draft)
        if marked.count > 4 or whole_utterance(prose, marked):
            for number in range(marked.first, marked.last):
                prose.taken[number] = True
        if draft.cue is not None:
            sentence = prose.words[draft.cue[0]].sentence
            link_origins(prose, [draft], *prose.ranges[sentence])
            link_cited(prose, draft, prose.ranges[sentence][1])
    return _joined(prose, drafts)


def _nested(prose: Prose, marked: Marked) -> list[Draft]:
    """Words after a colon inside somebody's words: "„Er sagte mir: ‚Ich gehe.‘“"; the words round them can be read."""
    first = max(prose.ranges[prose.words[marked.first].sentence][0] - 1, 0)
    kept = prose.taken[first : marked.first]
    prose.taken[first : marked.first] = [False] * len(kept)
    voice = attribute(prose, marked, *cues_round(prose, marked))
    prose.taken[first : marked.first] = kept
    return [_draft(marked, voice, True, prose)] if voice is not None else []


def _speaks_itself(marked: Marked, voice: Voice) -> bool:
    """Whether short marked words are who speaks: "„Ärzte ohne Grenzen“ kündigten an"."""
    return (
        marked.count < 9
        and voice.speaker is not None
        and voice.speaker[0] < marked.last
        and marked.first < voice.speaker[1]
    )


def _goes_with(prose: Prose, partner: Marked, marked: Marked) -> bool:
    """Whether words stand beside a quotation as its like: "„weniger gut“ oder „schlecht“"."""
    between = prose.text[partner.pair.end : marked.pair.start].strip("„“”\"»«‚‘’›‹' ")
    if between.strip() not in ("und", "oder", "sowie", ",", "noch", "bis"):
        return False
    return prose.words[marked.first].capital == prose.words[partner.first].capital


def _in_turn(prose: Prose, partner: Marked, marked: Marked) -> bool:
    """Whether words are a sentence of their own after a quotation of the paragraph: "„Wie?“, fragt sie. „Zu Fuß?“"."""
    before, after = outside(prose, marked)
    words = prose.words
    alone = before >= 0 and (words[before].text in ".!?" or words[before].sentence != words[marked.first].sentence)
    ends = after >= len(words) or words[after].sentence != words[marked.last - 1].sentence
    stop = prose.text[marked.pair.end - 1] in ".!?…"
    return alone and ends and stop and "\n" not in prose.text[partner.pair.end : marked.pair.start]


def _joined(prose: Prose, drafts: Sequence[Draft]) -> list[Draft]:
    """Put the halves of a quotation together that a comment cut ("„Wir haben“, sagte sie, „alles versucht.“")."""
    found: list[Draft] = []
    for draft in drafts:
        last = found[-1] if found else None
        if last is not None and last.cue is not None and _cut(prose, last, draft):
            last.spans.extend(draft.spans)
        elif last is not None and _reopened(prose, last, draft):
            last.spans.extend(draft.spans)
            if last.speaker is None and last.cue is None:
                last.speaker, last.cue, last.follows = draft.speaker, draft.cue, draft.follows
            last.flags.extend(draft.flags)
        else:
            found.append(draft)
    return found


def _reopened(prose: Prose, one: Draft, two: Draft) -> bool:
    """Whether the second quotation goes on with the first, which no mark closes, in a paragraph that opens anew."""
    between = prose.text[one.end : two.start]
    mark = between.strip()
    return "\n" in between and len(mark) == 1 and mark == prose.text[one.start - 1]


def _cut(prose: Prose, one: Draft, two: Draft) -> bool:
    """Whether only a comment, which is that of both, stands between two quotations, and the second goes on small."""
    between = prose.text[one.end : two.start]
    if len(between) > 150 or one.cue is None or "nested" in one.flags + two.flags:
        return False
    if two.cue not in (one.cue, None):
        return False  # "„Er war dort“, sagt einer. Ebel bestreitet das. Er habe, sagt er, „nie Zeit“"
    cue = prose.words[one.cue[0]].start
    opened = between.strip("„“”\"»«‚‘›‹' ")
    return (
        one.end <= cue < two.start and opened[:1] in ",–—" and opened[-1:] in ",–—" and prose.text[two.start].islower()
    )


def _draft(marked: Marked, voice: Voice | None, inside: bool, prose: Prose) -> Draft:
    pair = marked.pair
    draft = Draft("direct", [without_space(prose.text, *span) for span in pair.spans])
    if voice is not None:
        draft.speaker, draft.cue = voice.speaker, voice.cue
    if not pair.closed:
        draft.flags.append("unclosed")
    if inside:
        draft.flags.append("nested")
    draft.follows = draft.speaker is None and draft.cue is None
    return draft
