"""The reader's word that two passages state the same fact, or do not: kept in a file, used by the next comparison.

They are judgements made by a person and so stand beside the bookmarks, in the same form: appended lines, the last word
on a pair of passages counts, and taking one back is a line too. Like bookmarks they keep the words of their passages,
by which they are found again in a text that was edited.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.articles.model import Article
from tui.comparison.model import Decision, Passage
from tui.library import lines
from tui.library.decision_words import placed, words_of, words_record
from tui.library.lines import DamagedLine, Line, Lines, Record
from tui.library.locations import decisions_file

Pair = tuple[tuple[str, int, int], tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class LoadedDecisions:
    """The decisions that stand, in the order they were first made, and the lines that could not be read."""

    decisions: tuple[Decision, ...]
    damaged: tuple[DamagedLine, ...] = ()
    newer: int = 0
    lost: int = 0
    """Number of decisions on articles that are open, but hold the passages no more."""

    @property
    def problems(self) -> tuple[str, ...]:
        """What to tell the reader about the file, in sentences."""
        told = lines.told("Decisions", self.damaged, self.newer)
        if not self.lost:
            return told
        many = "A decision counts" if self.lost == 1 else f"{self.lost} decisions count"
        return (*told, f"{many} no longer: the articles were changed, and the passages are not there any more.")


def _pair(decision: Decision) -> Pair:
    """The two passages in a fixed order: a decision says the same of (a, b) and of (b, a)."""
    first = (decision.first.text_sha256, decision.first.start, decision.first.end)
    second = (decision.second.text_sha256, decision.second.start, decision.second.end)
    return (first, second) if first <= second else (second, first)


def _passage(value: Any) -> Passage:
    match value:
        case {"text_sha256": str(digest), "start": int(start), "end": int(end)} if 0 <= start < end:
            return Passage(digest, start, end)
    raise ValueError


def _decision(record: Record) -> Decision:
    same = record.get("same")
    if not isinstance(same, bool):
        raise ValueError
    return Decision(same, _passage(record.get("first")), _passage(record.get("second")))


def load_decisions(path: Path | None = None, articles: Sequence[Article] = ()) -> LoadedDecisions:
    """Read the decisions that stand.

    Args:
        path: The file, None for the one in the data folder. A missing file holds none.
        articles: The opened articles; decisions on earlier forms of their texts are moved to where the words are now.

    Raises:
        NotSaved: The file is there but cannot be read.
    """
    content = lines.read(path or decisions_file())
    kept, damaged = _standing(content)
    hashes = frozenset(article.text_sha256 for article in articles)
    moved = [placed(decision, words_of(line.record), articles, hashes) for decision, line in kept.values()]
    standing = {_pair(decision): decision for decision in moved if decision is not None}
    return LoadedDecisions(tuple(standing.values()), tuple(damaged), content.newer, moved.count(None))


def _standing(content: Lines) -> tuple[dict[Pair, tuple[Decision, Line]], list[DamagedLine]]:
    """The decisions as they were kept, with their lines."""
    standing: dict[Pair, tuple[Decision, Line]] = {}
    damaged = list(content.damaged)
    for line in content.lines:
        try:
            decision = _decision(line.record)
        except ValueError:
            damaged.append(DamagedLine(line.number, "is not a decision", line.raw))
            continue
        if line.record.get("withdrawn"):
            standing.pop(_pair(decision), None)
        else:
            standing[_pair(decision)] = decision, line
    return standing, sorted(damaged, key=lambda line: line.number)


def _record(decision: Decision, articles: Sequence[Article] = (), *, withdrawn: bool = False) -> dict[str, Any]:
    def passage(value: Passage) -> dict[str, Any]:
        place = {"text_sha256": value.text_sha256, "start": value.start, "end": value.end}
        return {**place, **words_record(value, articles)}

    record: dict[str, Any] = {
        "same": decision.same,
        "first": passage(decision.first),
        "second": passage(decision.second),
    }
    if withdrawn:
        record["withdrawn"] = True
    return record


def add_decision(decision: Decision, path: Path | None = None, articles: Sequence[Article] = ()) -> None:
    """Keep a decision; it replaces an earlier one on the same two passages.

    Args:
        decision: The decision.
        path: The file, None for the one in the data folder.
        articles: Those that it speaks of, whose words are kept with it.

    Raises:
        NotSaved: The file cannot be written.
    """
    lines.append(path or decisions_file(), [_record(decision, articles)])


def withdraw_decision(decision: Decision, path: Path | None = None, articles: Sequence[Article] = ()) -> None:
    """Take a decision back, also where it was made on earlier forms of the texts; the program judges for itself again.

    Raises:
        NotSaved: The file cannot be read or written.
    """
    file = path or decisions_file()
    hashes = frozenset(article.text_sha256 for article in articles)
    taken = {_pair(decision): decision}
    for pair, (kept, line) in _standing(lines.read(file))[0].items():
        now = placed(kept, words_of(line.record), articles, hashes)
        if now is not None and _pair(now) == _pair(decision):
            taken[pair] = kept
    lines.append(file, [_record(one, withdrawn=True) for one in taken.values()])
