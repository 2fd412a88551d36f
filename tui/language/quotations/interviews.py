"""Answers of interviews: words of a person that neither marks nor verbs of saying show, but the layout does.

Two layouts are read: turns that open with a label ("SPIEGEL: ... / Müller: ...", "Frage: ... / Antwort: ...", also with
the label on a line of its own or without its colon), and questions in paragraphs of their own. Each must repeat, and
somebody must ask: lists, tickers and fact boxes have labels and colons too.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tui.language.model import Span
from tui.language.quotations.draft import Draft
from tui.language.quotations.words import Prose

_LABEL = re.compile(
    r"[*_'„\"]{0,3}((?:[^\W\d_][\w.&’'-]*)(?: [^\W\d_][\w.&’'-]*){0,3}?) ?"  # up to four words, in bold type or marks
    r"[*_'“\"]{0,3}:[*_'\"]{0,3}\s+(?=\S)"
)
_ALONE = re.compile(r"[*_]{0,3}((?:[^\W\d_][\w.&’'-]*)(?: [^\W\d_][\w.&’'-]*){0,2}?):?[*_]{0,3}")
_BARE = re.compile(r"([A-ZÄÖÜ][\w-]+) (?=[A-ZÄÖÜ„\"»])")
_FIRST_PERSON = re.compile(r"\b(?:ich|wir|mich|mir|uns|mein\w*|unser\w*)\b", re.IGNORECASE)
_CONVERSATION = re.compile(r"\b(?:interview\w*|gespräch\w*|nachgefragt|fragen an|sprach mit)\b", re.IGNORECASE)
_QUESTIONER = frozenset({"frage", "f", "redaktion", "interviewer", "interviewerin", "moderator", "moderatorin"})
_ANSWER = frozenset({"antwort", "a"})

ASKED = 0.6
"""Least share of the turns of whoever asks that end with a question."""

LONGEST_QUESTION = 400
"""Characters of a question that stands in a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class _Turn:
    label: Span
    name: str
    """The label, in small letters."""
    paragraphs: tuple[Span, ...]


def interview_drafts(prose: Prose) -> list[Draft]:
    """The answers of an interview; their words count as taken from then on. Empty where the layout is not clear."""
    for read in (_labelled, _label_lines, _bare_labels):
        turns = read(prose)
        asks = _asks(prose, turns)
        if asks:
            drafts = [_answer(prose, turn) for turn in turns if turn.name not in asks]
            break
    else:
        drafts = _unlabelled(prose)
    found = [draft for draft in drafts if draft is not None]
    for draft in found:
        for start, end in draft.spans:
            for number in range(prose.at(start), prose.at(end)):
                prose.taken[number] = True
    return found


def _labelled(prose: Prose) -> list[_Turn]:
    """Turns that open with a label and a colon."""
    return _turns(prose, _LABEL, within=True)


def _bare_labels(prose: Prose) -> list[_Turn]:
    """Turns whose label lost its colon with its bold type: "Müller Nein, das stimmt nicht."."""
    return _turns(prose, _BARE, within=True)


def _label_lines(prose: Prose) -> list[_Turn]:
    """Turns whose label stands on a line of its own."""
    return _turns(prose, _ALONE, within=False)


def _turns(prose: Prose, pattern: re.Pattern[str], within: bool) -> list[_Turn]:
    """The turns of the labels that come back, each with the paragraphs up to the next."""
    starts: list[tuple[int, re.Match[str]]] = []
    for number, (start, end) in enumerate(prose.paragraphs):
        match = pattern.match(prose.text, start, end) if within else pattern.fullmatch(prose.text, start, end)
        if match is not None:
            starts.append((number, match))
    labels = {match[1].casefold() for _, match in starts}
    count = Counter(_short(match[1], labels) for _, match in starts)
    if pattern is not _LABEL:  # any paragraph could open so; only labels that come back part the turns
        starts = [(number, match) for number, match in starts if count[_short(match[1], labels)] > 1]
    headings = {block.start for block in prose.article.own_blocks if block.role == "heading"}
    turns = []
    for place, (number, match) in enumerate(starts):
        name = _short(match[1], labels)
        if count[name] < 2 or not _nameable(prose, match, pattern is _BARE):
            continue
        last = starts[place + 1][0] if place + 1 < len(starts) else number + (1 if within else 2)
        own = list(prose.paragraphs[number + (not within) : last])
        heading = next((i for i, span in enumerate(own) if i and span[0] in headings), len(own))
        own = own[:heading]
        if within:
            own[0] = (match.end(), own[0][1])
        if own:
            turns.append(_Turn(match.span(1), name, tuple(own)))
    return turns


def _short(label: str, labels: AbstractSet[str]) -> str:
    """A label in small letters, "Anna Berg" as "Berg" where that is a label, too."""
    last = label.casefold().split()[-1]
    return last if last in labels else label.casefold()


def _nameable(prose: Prose, match: re.Match[str], certain: bool) -> bool:
    """Whether a label can name somebody: capitals, or one word such as "taz"; with ``certain`` a name or letters."""
    words = match[1].split()
    if certain:
        return match[1].isupper() or prose.at(match.start(1)) in prose.name_ends
    return len(words) == 1 or all(word[0].isupper() or word in ("von", "van", "de", "zu") for word in words)


def _asks(prose: Prose, turns: Sequence[_Turn]) -> set[str]:
    """The labels of whoever asks; empty where nobody clearly does, or nobody answers."""
    if len(turns) < 4:
        return set()
    by_name: dict[str, list[_Turn]] = {}
    for turn in turns:
        by_name.setdefault(turn.name, []).append(turn)
    asks = set()
    for name, own in by_name.items():
        questions = sum(_question(prose, turn.paragraphs[-1]) for turn in own)
        if name in _QUESTIONER or (len(own) > 1 and questions >= ASKED * len(own) and name not in _ANSWER):
            asks.add(name)
    told = [turn.paragraphs for turn in turns if turn.name in _ANSWER]
    if not _spoken(prose, told):
        return set()  # questions that the newspaper answers itself
    answered = sum(turn.name not in asks and before.name in asks for before, turn in itertools.pairwise(turns))
    return asks if asks and answered >= 2 else set()


def _question(prose: Prose, span: Span) -> bool:
    return prose.text[span[0] : span[1]].rstrip('*_“" ').endswith("?")


def _answer(prose: Prose, turn: _Turn) -> Draft | None:
    spans = [span for span in turn.paragraphs if prose.at(span[0]) < prose.at(span[1])]
    if not spans:
        return None
    draft = Draft("direct", spans, flags=["unmarked", "interview"])
    if turn.name in _ANSWER:
        draft.speaker = _guest(prose, prose.at(turn.label[0]))
    else:
        draft.speaker = prose.at(turn.label[0]), prose.at(turn.label[1])
    return draft


def _unlabelled(prose: Prose) -> list[Draft | None]:
    """Answers between questions that stand in paragraphs of their own."""
    text = prose.text
    asked = [
        number
        for number, (start, end) in enumerate(prose.paragraphs)
        if end - start <= LONGEST_QUESTION and _question(prose, (start, end))
    ]
    if len(asked) < 3 or not _CONVERSATION.search(text, 0, prose.paragraphs[asked[0]][0]):
        return []
    answers = []
    for place, number in enumerate(asked):
        last = asked[place + 1] if place + 1 < len(asked) else number + 2
        spans = prose.paragraphs[number + 1 : last]
        if spans:
            answers.append(spans)
    if len(answers) < 3 or not _spoken(prose, answers):
        return []
    guest = _guest(prose, prose.at(prose.paragraphs[asked[0]][0]))
    return [Draft("direct", list(spans), guest, flags=["unmarked", "interview"]) for spans in answers]


def _spoken(prose: Prose, answers: Sequence[Sequence[Span]]) -> bool:
    """Whether most answers speak of "I" or "we"; true where there are none."""
    first = sum(any(_FIRST_PERSON.search(prose.text, *span) for span in spans) for spans in answers)
    return first >= ASKED * len(answers)


def _guest(prose: Prose, before: int) -> tuple[int, int] | None:
    """The one person whom an article names before its first question; None where it names several."""
    end = prose.words[before].start if before < len(prose.words) else len(prose.text)
    persons = [entity for entity in prose.entities if entity.label == "PER" and entity.end <= end]
    if len({entity.name.split()[-1] for entity in persons if entity.name.split()}) != 1:
        return None
    longest = max(persons, key=lambda entity: entity.end - entity.start)
    return prose.at(longest.start), prose.at(longest.end)
