"""Damaged files go through the program's readers; whatever is neither an article nor a sentence is a failure."""

from __future__ import annotations

import random
import re
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from unittest import mock

from tests.fuzz.damage import damaged
from tests.fuzz.samples import pages, samples
from tui.articles import Unreadable
from tui.articles.fetching.feeds import Feed, read_feed
from tui.articles.formats import pdf
from tui.articles.formats.markup import words_of
from tui.articles.formats.pdf_paragraphs import Line, paragraphs
from tui.articles.formats.registry import format_for
from tui.articles.reading import read_named_bytes
from tui.articles.sidecars import Sidecars

SLOW = 5.0
"""Seconds of processor time that no input of at most a megabyte may take."""

_UNEXPECTED = re.compile(r"could not be read as \w+: \w+")
_NAMES = tuple("- a a.txt a.html a.json a.jsonl a.eml a.zip a.epub a.pdf cache.db a.md a.mhtml".split())  # noqa: SIM905


@dataclass(slots=True)
class Outcome:
    """What a run found."""

    inputs: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    """Inputs by the format that read them."""
    articles: int = 0
    problems: int = 0
    failures: list[str] = field(default_factory=list)
    """A traceback each, with the number of the input."""
    slowest: tuple[float, int] = (0.0, 0)
    """Processor seconds and number of the input that took longest."""


def made(seed: int, number: int) -> tuple[str, bytes]:
    """Name and bytes of one input; the same in every run."""
    chance = random.Random(seed * 1_000_003 + number)
    files = samples()
    name = chance.choice(list(files))
    sound = chance.choice(pages()) if name == "a.html" and chance.random() < 0.5 else files[name]
    data = damaged(sound, list(files.values()), chance)
    # Some come under a wrong name.
    return (chance.choice(_NAMES) if chance.random() < 0.15 else name), data


def fuzz(count: int, seed: int = 1, start: int = 0) -> Outcome:
    """Reads that many damaged files.

    Args:
        count: how many.
        seed: another one gives other files.
        start: number of the first one.
    """
    outcome = Outcome()
    for number in range(start, start + count):
        name, data = made(seed, number)
        check = BESIDE.get(name)
        kind = name if check else format_for(name, data).name
        outcome.inputs += 1
        outcome.kinds[kind] += 1
        began = time.process_time()
        try:
            if check:
                check(data)
            elif kind == "pdf" and number % 20:
                # A program of its own for each would take most of the time.
                with mock.patch.object(pdf, "_lines", lambda data: _random_lines(random.Random(data))):
                    _check(name, data, outcome)
            else:
                _check(name, data, outcome)
        except Exception:
            outcome.failures.append(f"input {number}, {name}:\n{traceback.format_exc()}")
        took = time.process_time() - began
        outcome.slowest = max(outcome.slowest, (took, number))
        if took > SLOW:
            outcome.failures.append(f"input {number}, {name}: took {took:.1f} s")
    return outcome


def _check(name: str, data: bytes, outcome: Outcome) -> None:
    reading = read_named_bytes([(name, data)])
    assert reading.articles or reading.problems, "neither an article nor a sentence"
    for problem in reading.problems:
        assert problem.sentence.endswith("."), f"no sentence: {problem.sentence}"
        if _UNEXPECTED.search(problem.sentence):
            _raise_again(name, data)
            raise AssertionError(f"failed within a file: {problem}")
    for article in reading.articles:
        assert article.text.strip(), "an article without a text"
        assert ".." not in article.path.split("/"), f"a path that leads out: {article.path}"
        for block in article.blocks:
            assert 0 <= block.start < block.end <= len(article.text), f"a block outside the text: {block}"
        article.text.encode("utf-8")
        f"{article.title}{article.source}{article.author}{article.url}{article.path}".encode()
    outcome.articles += len(reading.articles)
    outcome.problems += len(reading.problems)


def _check_feed(data: bytes) -> None:
    try:
        found = read_feed(data, "https://b.de/feed")
    except Unreadable as error:
        assert error.sentence.endswith("."), error.sentence
        return
    if isinstance(found, Feed):
        f"{found.title}{found.entries}".encode()
        for entry in found.entries:
            words_of(entry.html)


def _check_table(data: bytes) -> None:
    sidecars = Sidecars(lambda path: data if path.suffix == ".csv" else data[:2_000])
    known = sidecars.of(PurePosixPath("x/b/c.md"), PurePosixPath("x"))
    assert all(problem.sentence.endswith(".") for problem in sidecars.problems)
    assert not known.published or known.published[:4].isdigit()


BESIDE = {"feed.xml": _check_feed, "atom.xml": _check_feed, "list.opml": _check_feed, "sources.csv": _check_table}
"""Kinds of files that are no articles, by their names."""


def _raise_again(name: str, data: bytes) -> None:
    """Lets the error through that the reading turned into a sentence."""
    try:
        for _ in format_for(name, data).read(data, name):
            pass
    except Unreadable:
        return


def _random_lines(chance: random.Random) -> dict[str, object]:
    def line() -> list[object]:
        left, bottom = chance.choice((50, 300, chance.uniform(-1e6, 1e6))), chance.uniform(-10, 900)
        right, top = left + chance.uniform(-5, 400), bottom + chance.uniform(-1, 30)
        words = ("Ein Satz.", "Wort-", "und", "12", "\x02", "Seite 3 von 9", "a" * 300, " ", "Teil\ufffe")
        return [left, bottom, right, top, chance.choice(words)]

    pages = [[line() for _ in range(chance.choice((0, 1, 5, 60)))] for _ in range(chance.choice((1, 2, 9)))]
    assert all(one.strip() for one in paragraphs([[Line(*one) for one in page] for page in pages]))  # type: ignore[arg-type]
    return {"pages": pages, "title": "Ein Satz", "author": "", "failed": 0, "left": chance.choice((0, 3))}
