"""The reader's word that two passages state the same fact, or do not: kept in a file, used by the next comparison.

They are judgements made by a person and so stand beside the bookmarks, in the same form: appended lines, the last word
on a pair of passages counts, and taking one back is a line too.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.comparison.model import Decision, Passage
from tui.library import lines
from tui.library.lines import DamagedLine, Record
from tui.library.locations import decisions_file

Pair = tuple[tuple[str, int, int], tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class LoadedDecisions:
    """The decisions that stand, in the order they were first made, and the lines that could not be read."""

    decisions: tuple[Decision, ...]
    damaged: tuple[DamagedLine, ...] = ()
    newer: int = 0

    @property
    def problems(self) -> tuple[str, ...]:
        """What to tell the reader about the file, in sentences."""
        return lines.told("Decisions", self.damaged, self.newer)


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


def load_decisions(path: Path | None = None) -> LoadedDecisions:
    """Read the decisions that stand.

    Args:
        path: The file, None for the one in the data folder. A missing file holds none.

    Raises:
        NotSaved: The file is there but cannot be read.
    """
    content = lines.read(path or decisions_file())
    standing: dict[Pair, Decision] = {}
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
            standing[_pair(decision)] = decision
    return LoadedDecisions(
        tuple(standing.values()), tuple(sorted(damaged, key=lambda line: line.number)), content.newer
    )


def _record(decision: Decision, *, withdrawn: bool) -> dict[str, Any]:
    def passage(value: Passage) -> dict[str, Any]:
        return {"text_sha256": value.text_sha256, "start": value.start, "end": value.end}

    record: dict[str, Any] = {
        "same": decision.same,
        "first": passage(decision.first),
        "second": passage(decision.second),
    }
    if withdrawn:
        record["withdrawn"] = True
    return record


def add_decision(decision: Decision, path: Path | None = None) -> None:
    """Keep a decision; it replaces an earlier one on the same two passages.

    Raises:
        NotSaved: The file cannot be written.
    """
    lines.append(path or decisions_file(), [_record(decision, withdrawn=False)])


def withdraw_decision(decision: Decision, path: Path | None = None) -> None:
    """Take a decision back, so that the program judges for itself again.

    Raises:
        NotSaved: The file cannot be written.
    """
    lines.append(path or decisions_file(), [_record(decision, withdrawn=True)])
