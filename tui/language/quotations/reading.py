"""Puts the rules together: marks first, then attributions, then what goes on without either."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tui.articles.hashes import hashed
from tui.articles.model import Article
from tui.language.model import Entity, Quotation, Reference, Sentence, Token
from tui.language.quotations.appositions import with_knowledge
from tui.language.quotations.blocks import block_drafts
from tui.language.quotations.draft import Draft
from tui.language.quotations.free import covered_sentences, free_drafts
from tui.language.quotations.going_on import acting_before
from tui.language.quotations.indirect import indirect_drafts
from tui.language.quotations.interviews import interview_drafts
from tui.language.quotations.marked import direct_drafts
from tui.language.quotations.mute import is_mute, names_the_words
from tui.language.quotations.people import People
from tui.language.quotations.resolving import Resolver
from tui.language.quotations.words import MARKS, Prose, read_words

_ATTRIBUTIONS = frozenset({"laut", "nach", "gemäß", "zufolge", "folge", "sicht", "so", "wonach", "seitens"})

_ANSWERING = frozenset({"ich", "wir", "man"})
"""Who says what in the words of an interview and is no other than who gives it."""


def read_quotations(
    article: Article, sentences: Sequence[Sentence], tokens: Sequence[Token], entities: Sequence[Entity]
) -> tuple[Quotation, ...]:
    """See ``tui.language.quotations.find_quotations``."""
    prose = read_words(article, sentences, tokens, entities)
    if not prose.words:
        return ()
    marked = direct_drafts(prose)
    answers = interview_drafts(prose)
    drafts = _outside(prose, answers, marked)
    _give_to_guest(prose, answers, drafts)
    drafts.extend(block_drafts(prose, drafts))
    drafts.extend(answers)
    told: list[Draft] = []
    for number in range(len(prose.ranges)):
        told.extend(indirect_drafts(prose, number, drafts))
    drafts.extend(draft for draft in told if not _in_marks(prose, draft, drafts))
    drafts.extend(free_drafts(prose, drafts))
    covered = covered_sentences(prose, drafts)
    for draft in drafts:
        if draft.kind == "direct" and draft.follows:
            draft.speaker = acting_before(prose, draft, covered)
    drafts.sort(key=lambda draft: (draft.start, -draft.end))
    return tuple(_resolved(prose, drafts))


def _outside(prose: Prose, answers: Sequence[Draft], marked: Sequence[Draft]) -> list[Draft]:
    """Quotations in marks; those in an answer of an interview only with a verb by which somebody else says them."""
    kept = []
    spans = [span for answer in answers for span in answer.spans]
    starts = [start for start, _ in spans]
    for draft in marked:
        place = bisect_right(starts, draft.start) - 1
        if place >= 0 and draft.start < spans[place][1]:
            if draft.cue is None or draft.speaker is None or prose.words[draft.speaker[0]].lower in _ANSWERING:
                continue
            draft.flags.append("nested")
        kept.append(draft)
    return kept


def _in_marks(prose: Prose, told: Draft, marked: Sequence[Draft]) -> bool:
    """Whether told words are nothing but words in marks, of which a quotation stands for them already."""
    if any(prose.text[start] not in MARKS for start, _ in told.spans):
        return False
    spans = [span for draft in marked if draft.kind == "direct" for span in draft.spans]
    return all(any(a <= start + 1 and end - 1 <= b for a, b in spans) for start, end in told.spans)


def _give_to_guest(prose: Prose, answers: Sequence[Draft], marked: Sequence[Draft]) -> None:
    """Give the words of nobody before an interview, in its headline mostly, to the one who answers."""
    guests = {prose.words[one.speaker[1] - 1].text for one in answers if one.speaker is not None}
    for draft in marked if len(guests) == 1 else ():
        if draft.follows and draft.end <= answers[0].start:
            draft.speaker, draft.follows = answers[0].speaker, False


def _resolved(prose: Prose, drafts: Sequence[Draft]) -> list[Quotation]:
    """Give drafts their references, in the order in which a reader meets them."""
    resolver = Resolver(prose, People(prose))
    found: list[Quotation] = []
    seen: set[str] = set()
    for draft in drafts:
        spans = tuple(span for span in draft.spans if span[0] < span[1])
        if not spans:
            continue
        speaker = _speaker(resolver, draft)
        cue = None
        if draft.cue is not None:
            start, end = prose.span(*draft.cue)
            cue = Reference(start, end, prose.text[start:end])
        own = speaker.name if speaker is not None else ""
        origins = (resolver.refer(*with_knowledge(prose, phrase)) for phrase in draft.via)
        via = tuple(origin for origin in origins if not own or origin.name != own)
        identity = hashed(prose.article.id, draft.kind, str(spans[0][0]), str(spans[-1][1]))
        if identity in seen:
            continue
        seen.add(identity)
        found.append(Quotation(identity, draft.kind, spans, speaker, cue, via, tuple(dict.fromkeys(draft.flags))))
        resolver.spoke(speaker, draft.end)
    return found


def _speaker(resolver: Resolver, draft: Draft) -> Reference | None:
    if draft.speaker is not None:
        source = draft.cue is not None and resolver.prose.words[draft.cue[0]].lower in _ATTRIBUTIONS
        cue = draft.cue[0] if draft.cue is not None else -1
        mute = is_mute(resolver.prose, *draft.speaker, source) or (
            cue >= 0 and names_the_words(resolver.prose, *draft.speaker, cue)
        )
        return None if mute else resolver.refer(*with_knowledge(resolver.prose, draft.speaker, cue))
    if draft.follows and resolver.last_speaker is not None and draft.start - resolver.last_at < 600:
        return resolver.last_speaker
    return None
