"""Short rival accounts of one matter, with every sentence's version of each disputed fact.

`training/invented/README.md` describes the files of `invented/accounts`. Two sentences contradict each other where they
tell versions of one fact of which none is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from training.sentence_pairs import SentencePair
from training.stories import FOLDER
from tui.comparison.passages import stem
from tui.language.model import Span

ACCOUNTS = FOLDER / "accounts"

STRANGE = 2
"""Pairs of sentences that state no fact together, for each sentence."""

_SENTENCE = re.compile(r"(?:[TH] )?\[(?P<marks>[^\]]*)\] (?P<text>.+)$")
_MARK = re.compile(r"(?P<fact>\d+)(?P<versions>[a-e]*)(?P<part>~?)$")
_WORDS = re.compile(r"\[\[(?P<fact>\d+):(?P<words>[^\[\]]+)\]\]")


@dataclass(frozen=True)
class Line:
    """A sentence of an account."""

    account: int
    text: str
    stated: Mapping[int, frozenset[str]]
    """The facts that it states, with the versions that it fits: all where there is none."""
    implied: frozenset[int]
    words: Mapping[int, tuple[Span, ...]]
    """The words that carry the version of a fact."""


@dataclass
class Matter:
    """A matter, its accounts' sentences one after the other."""

    name: str
    lines: list[Line] = field(default_factory=list)


def matters() -> list[Matter]:
    """All matters.

    Raises:
        ValueError: A line that is no matter, account, sentence, paragraph or fact.
    """
    found: list[Matter] = []
    for path in sorted(ACCOUNTS.glob("*.txt")):
        account = 0
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            line = line.strip()
            if line.startswith("# "):
                found.append(Matter(f"{path.stem}: {line[2:]}"))
            elif line.startswith("## "):
                account += 1
            elif line and line != "P" and not line.startswith("= "):
                if (sentence := _SENTENCE.match(line)) is None:
                    raise ValueError(f"{path.name}:{number}: not a sentence with marks: {line[:60]}")
                found[-1].lines.append(_line(account, sentence["marks"], sentence["text"]))
    return found


def split(found: Sequence[Matter]) -> tuple[list[Matter], list[Matter]]:
    """The matters to train on, and every twelfth by name, on which the training is checked."""
    kept = set(sorted(matter.name for matter in found)[::12])
    return [m for m in found if m.name not in kept], [m for m in found if m.name in kept]


def _line(account: int, marks: str, marked: str) -> Line:
    text, words, end = "", dict[int, tuple[Span, ...]](), 0
    for part in _WORDS.finditer(marked):
        text += marked[end : part.start()]
        fact, span = int(part["fact"]), (len(text), len(text) + len(part["words"]))
        words[fact] = (*words.get(fact, ()), span)
        text, end = text + part["words"], part.end()
    found = [mark for word in marks.split() if (mark := _MARK.match(word))]
    stated = {int(mark["fact"]): frozenset(mark["versions"]) for mark in found if not mark["part"]}
    implied = frozenset(int(mark["fact"]) for mark in found if mark["part"])
    return Line(account, text + marked[end:], stated, implied, words)


def rival(matter: Matter) -> Iterator[SentencePair]:
    """Pairs of sentences of two accounts: all that state a fact together, and some of the others.

    Of the others each sentence brings those `STRANGE` with which it shares most words.
    """
    stems = [{stem(word) for word in re.findall(r"\w{4,}|\d+", line.text)} for line in matter.lines]
    for row, first in enumerate(matter.lines):
        strange: list[tuple[int, Line]] = []
        for other in range(row + 1, len(matter.lines)):
            second = matter.lines[other]
            if first.account == second.account:
                continue
            if common := sorted(first.stated.keys() & second.stated.keys()):
                yield _pair(matter, first, second, common)
            elif not (first.stated.keys() | first.implied) & (second.stated.keys() | second.implied):
                strange.append((-len(stems[row] & stems[other]), second))
        for _, second in sorted(strange, key=lambda found: found[0])[:STRANGE]:
            yield SentencePair(matter.name, first.text, second.text, False, ((), ()))


def _pair(matter: Matter, first: Line, second: Line, common: Sequence[int]) -> SentencePair:
    versions = [(first.stated[fact], second.stated[fact]) for fact in common]
    apart = [fact for fact, (one, other) in zip(common, versions, strict=True) if one and other and not one & other]
    words = tuple(tuple(span for fact in apart for span in line.words.get(fact, ())) for line in (first, second))
    known = not apart or (words[0] and words[1])
    return SentencePair(matter.name, first.text, second.text, bool(apart), (words[0], words[1]) if known else None)
