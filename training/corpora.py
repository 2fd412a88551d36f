"""The tagged corpora as sentences, and sentences as what the model is trained on."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui.language.encoder_pieces import Pieces
from tui.language.names_decode import TAGS

NO_SPACE_BEFORE, NO_SPACE_AFTER = set(",.;:!?)]}%“”»›…"), set("([{„«‹")
NUMBER = {tag: number for number, tag in enumerate(TAGS)}
EMPTY_SHARE, LEARNT_SHARE = 0.35, 0.35
"""Shares of an epoch's sentences without names and of learnt sentences that are read."""

LEARNT = 0.02
"""Loss, summed over a sentence's words, below which it counts as learnt."""

QUOTES = (("„", "“"), ("„", "“"), ("»", "«"), ("“", "”"), ('"', '"'), ("«", "»"))


@dataclass(frozen=True)
class Sentence:
    """Words with their tags (numbers of TAGS); `misc` is false where the corpus does not mark MISC."""

    words: tuple[str, ...]
    tags: tuple[int, ...]
    misc: bool = True


@dataclass(frozen=True)
class Example:
    """Pieces of a text and, for each word, the place of its first piece and its tag."""

    ids: list[int]
    places: list[int]
    tags: list[int]
    misc: list[bool]
    single: int = -1
    """Number of the sentence in its corpus where it was read alone and may be skipped once it is learnt."""


def tag_numbers(tags: Sequence[str]) -> Iterator[int]:
    """BIO tags with GermEval's deriv and part classes to our own."""
    for at, tag in enumerate(tags):
        label = tag[2:].replace("OTH", "MISC")
        following = tags[at + 1] if at + 1 < len(tags) else "O"
        if tag == "O" or label.endswith(("deriv", "part")):
            yield 1 if label.endswith("deriv") else 2 if label.endswith("part") else 0
        else:
            goes_on = following == f"I-{tag[2:]}"
            place = ("B" if goes_on else "S") if tag[0] == "B" else ("I" if goes_on else "E")
            yield NUMBER[f"{place}-{label}"]


def sentences(path: Path, misc: bool = True) -> list[Sentence]:
    """Read a file of `token<TAB>tag` lines with blank lines between sentences."""
    found: list[Sentence] = []
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t")[:2] for line in block.splitlines() if line.strip()]
        if rows:
            found.append(Sentence(tuple(row[0] for row in rows), tuple(tag_numbers([row[1] for row in rows])), misc))
    return found


def laid_out(words: Sequence[str]) -> tuple[str, list[int]]:
    """Words as running text, and where each begins; spaces as in ../shared/evaluate/bio.py."""
    text, begins, previous = "", [], ""
    for word in words:
        if text and not (word[0] in NO_SPACE_BEFORE and len(word) == 1) and previous not in NO_SPACE_AFTER:
            text += " "
        begins.append(len(text))
        text += word
        previous = word
    return text, begins


def example(parts: Sequence[Sentence], pieces: Pieces, limit: int = 380, single: int = -1) -> Example:
    """Neighbouring sentences as one text of at most `limit` pieces; `single` goes into the example as it is."""
    words = [word for part in parts for word in part.words]
    text, begins = laid_out(words)
    cut = pieces.cut(text)[:limit]
    first: dict[int, int] = {}
    for number, (_, begin, end) in enumerate(cut):
        for place in range(begin, end):
            first.setdefault(place, number)
    tags = [tag for part in parts for tag in part.tags]
    misc = [part.misc for part in parts for _ in part.tags]
    kept = [(first[begin], tag, m) for begin, tag, m in zip(begins, tags, misc, strict=True) if begin in first]
    return Example(
        [0, *(number for number, _, _ in cut), 2],
        [place + 1 for place, _, _ in kept],
        [tag for _, tag, _ in kept],
        [m for _, _, m in kept],
        single,
    )


class Variation:
    """Changes to sentences that leave their names names: other quotation marks, other capitals, other names."""

    def __init__(self, corpus: Sequence[Sentence], chance: random.Random) -> None:
        """Collect the names of the corpus by label."""
        self._chance = chance
        self._names: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for sentence in corpus:
            for begin, end, label in spans(sentence.tags):
                self._names[label].append(sentence.words[begin:end])

    def __call__(self, sentence: Sentence) -> Sentence:
        """A varied sentence, or the sentence itself."""
        chance = self._chance
        if chance.random() < 0.12:
            sentence = self._renamed(sentence)
        words = list(sentence.words)
        if '"' in words and chance.random() < 0.6:
            opening, closing = chance.choice(QUOTES)
            inside = False
            for at, word in enumerate(words):
                if word == '"':
                    words[at] = closing if inside else opening
                    inside = not inside
        draw = chance.random()
        if draw < 0.01:
            words = [word.lower() for word in words]
        elif draw < 0.025:
            words = [word.upper() for word in words]
        elif draw < 0.05:
            begins = [begin for begin, _, _ in spans(sentence.tags)]
            for at in begins:
                words[at] = words[at][:1].lower() + words[at][1:]
        sentence = replace(sentence, words=tuple(words))
        if len(words) > 4 and words[-1] in ".!?" and chance.random() < 0.06:
            sentence = replace(sentence, words=sentence.words[:-1], tags=sentence.tags[:-1])
        return sentence

    def _renamed(self, sentence: Sentence) -> Sentence:
        words, tags = list(sentence.words), list(sentence.tags)
        for begin, end, label in reversed(spans(sentence.tags)):
            if label != "MISC" and self._chance.random() < 0.5:
                name = self._chance.choice(self._names[label])
                bio = [f"{'I' if at else 'B'}-{label}" for at in range(len(name))]
                words[begin:end], tags[begin:end] = name, tag_numbers(bio)
        return replace(sentence, words=tuple(words), tags=tuple(tags))


def spans(tags: Sequence[int]) -> list[tuple[int, int, str]]:
    """Names of a sequence of tags."""
    from tui.language.names_decode import names_of

    return names_of(tags)


def epoch(
    single: Sequence[Sentence],
    running: Sequence[Sequence[Sentence]],
    pieces: Pieces,
    chance: random.Random,
    losses: Mapping[int, float],
) -> Iterator[Example]:
    """Everything once, varied; some sentences alone, some in company.

    Sentences without names, and those whose loss was small when they were last read, come only now and then: most of
    the corpus is soon learnt, and time is better spent on the rest.

    Args:
        single: Sentences without context; a tenth is put together at random, so that long inputs are learnt.
        running: Corpora of neighbouring sentences; more than half is read in runs.
        pieces: The vocabulary.
        chance: Source of all randomness.
        losses: Loss of the single sentences when they were last read, summed over words.
    """
    vary = Variation(single, chance)

    def wanted(number: int) -> bool:
        share = 1.0 if any(tag >= 1 for tag in single[number].tags) else EMPTY_SHARE
        if losses.get(number, 1.0) < LEARNT:
            share *= LEARNT_SHARE
        return chance.random() < share

    queue = [number for number in range(len(single)) if wanted(number)]
    chance.shuffle(queue)
    while queue:
        if chance.random() < 0.1:
            together = [queue.pop() for _ in range(min(chance.choice((2, 3, 4, 5)), len(queue)))]
            yield example([vary(single[number]) for number in together], pieces)
        else:
            number = queue.pop()
            yield example([vary(single[number])], pieces, single=number)
    for corpus in running:
        at = 0
        while at < len(corpus):
            size = chance.choice((2, 4, 6, 8)) if chance.random() < 0.35 else 1
            part = corpus[at : at + size]
            at += size
            if any(tag for sentence in part for tag in sentence.tags) or chance.random() < EMPTY_SHARE:
                yield example([vary(sentence) for sentence in part], pieces)
