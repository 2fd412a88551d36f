"""Fit which values are versions of one figure: `python -m training.versions` prints the weights of the comparison.

`training/invented/versions.tsv` holds pairs of values that differ, of sentences that state one fact or that the
program takes for it: `C` where both are told of one thing at one time and cannot both be true, `V` where one is a
later state, rounded or otherwise reconciled, `N` where they are of two things. The stories are read with the shipped
encoder; what is printed goes into `tui/comparison/versions.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.sentence_pairs import lines_of
from training.stories import FOLDER, Prepared, prepared
from tui.comparison.alignment import value_vectors
from tui.comparison.context import of_two_things
from tui.comparison.events import days_of
from tui.comparison.moments import development
from tui.comparison.stated import Stated, whole
from tui.comparison.vectors import TokenTable, token_tables
from tui.comparison.versions import SHOWN, Reasons, reasons
from tui.language.encoder import Encoder, load_encoder
from tui.language.model import Value

Floats = npt.NDArray[np.float64]

Side = tuple[Stated, Value]
"""A mention and a value in it."""

PARTS = 8
"""Parts of the stories, each of which is judged by weights fitted on the others."""

RIDGE = 5.0
"""How strongly weights are drawn to zero, for reasons of deviation 1."""


@dataclass(frozen=True)
class Judged:
    """A pair of values: its story, what speaks for and against it, and whether it was judged a contradiction."""

    story: str
    found: Reasons
    contradicts: bool


def judged(story: Prepared, lines: list[list[str]], encoder: Encoder) -> Iterator[Judged]:
    """The judged pairs of a story that the program's rules leave open, as what is fitted on."""
    _, context = token_tables(story.statements, story.resolved, encoder)
    for first, second, contradicts in left_open(story, lines, context):
        yield Judged(story.name, reasons(*first, *second), contradicts)


def left_open(story: Prepared, lines: list[list[str]], context: TokenTable) -> Iterator[tuple[Side, Side, bool]]:
    """The judged pairs of a story that the program's rules leave open, and whether they contradict each other.

    Args:
        story: The story.
        lines: Its lines of the file, cut at tabs, the name of the story left out.
        context: The story's sentences as the encoder reads them.
    """
    for one, other, letter, *_ in lines:
        first, second = stated_at(story, one, context), stated_at(story, other, context)
        if first is None or second is None or of_two_things(*first, *second):
            continue
        if first[1].kind != "date" and development(*first, *second) is not None:
            continue
        yield first, second, letter == "C"


def stated_at(story: Prepared, place: str, context: TokenTable) -> Side | None:
    """A value with its whole sentence as a mention; None where the program reads none there.

    Args:
        story: The story.
        place: Its article and first code point, "0:384".
        context: The story's sentences as the encoder reads them.
    """
    article, start = map(int, place.split(":"))
    for row, statement in enumerate(story.statements):
        for value in statement.values:
            if statement.article == article and value.start == start:
                (day,) = days_of([story.articles[article]])
                told, vectors = story.analyses[article].values, value_vectors(context, row, statement)
                return whole(statement, told, day, vectors), value
    return None


def fit(table: Floats, wanted: Floats) -> tuple[Floats, float]:
    """Weights and bias of a logistic model by Newton's method.

    Args:
        table: Reasons, (pairs, reasons).
        wanted: 1.0 for a contradiction.
    """
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    given = np.column_stack([(table - mean) / spread, np.ones(len(table))])
    ridge = np.diag([RIDGE] * table.shape[1] + [1e-6])
    found = np.zeros(given.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-given @ found))
        bend = (given * (chance * (1 - chance))[:, None]).T @ given + ridge
        found -= np.linalg.solve(bend, given.T @ (chance - wanted) + ridge @ found)
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ mean)


def main() -> None:
    """Measure, fit and print."""
    by_story = lines_of("versions.tsv")
    encoder = load_encoder()
    stories = prepared([FOLDER / f"{name}.txt" for name in sorted(by_story)])
    pairs = [pair for story in stories for pair in judged(story, by_story[story.name], encoder)]
    table, wanted = np.array([pair.found for pair in pairs]), np.array([float(pair.contradicts) for pair in pairs])
    number = {name: place % PARTS for place, name in enumerate(sorted(by_story))}
    part = np.array([number[pair.story] for pair in pairs])
    odds = np.zeros(len(pairs))
    for own in range(PARTS):
        weights, bias = fit(table[part != own], wanted[part != own])
        odds[part == own] = table[part == own] @ weights + bias
    shown = odds >= SHOWN
    print(f"{len(pairs)} pairs, {wanted.sum():.0f} contradictions; judged by weights fitted on other stories:")
    print(f"{shown.sum()} above {SHOWN}, of which {wanted[shown].sum():.0f} contradict each other")
    weights, bias = fit(table, wanted)
    print(*(f"{name} {weight:.2f}" for name, weight in zip(Reasons._fields, weights, strict=True)), f"bias {bias:.2f}")


if __name__ == "__main__":
    main()
