"""Fit the comparison's logistic model: `python -m training.weights [GOLD_FOLDER ...]` prints its coefficients.

On the invented stories that the encoder was not trained on and on annotated ones, each of which counts `--times` as
much. The stories must be scored by the shipped encoder; what is printed goes into `tui/comparison/scoring.py`,
`similarity.py` and `company.py`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from training.annotated import prepared_gold
from training.stories import OPEN, OWN, SAME, Labels, Prepared, prepared, story_paths
from tui.comparison.company import consensus, shared_company
from tui.comparison.scoring import WEIGHTS, articles_of, evidence
from tui.comparison.similarity import ALONE, CONTEXT, candidates, max_sim, standardised
from tui.comparison.vectors import Floats, token_tables
from tui.language.encoder import Encoder, load_encoder

TERMS = ("likeness", "company", "consensus", "lead", "order")


@dataclass(frozen=True)
class Measured:
    """A story's pairs: what the logistic model is given, (pairs, terms), and whether they state one fact."""

    name: str
    terms: npt.NDArray[np.float64]
    same: npt.NDArray[np.bool_]
    weight: float


def terms_of(story: Prepared, encoder: Encoder) -> tuple[Floats, tuple[Floats, Floats]]:
    """The terms of all pairs, (sentences, sentences, terms), and the two similarities before they are standardised."""
    tables = token_tables(story.statements, story.resolved, encoder)
    articles = articles_of(story.statements)
    pairs = candidates(tables, articles)
    alone, context = (max_sim(table, pairs) for table in tables)
    alike = evidence(story.statements, WEIGHTS) + WEIGHTS.alone * standardised(alone, ALONE, articles)
    alike += WEIGHTS.context * standardised(context, CONTEXT, articles)
    company = shared_company(alike)
    alike[articles[:, None] == articles[None, :]] = np.nan
    third = consensus(alike, articles)
    place = np.array([statement.place for statement in story.statements], dtype=np.float32)
    lead, order = place[:, None] + place[None, :], np.abs(place[:, None] - place[None, :])
    return np.stack([alike, company, third, -lead, -order], axis=-1), (alone, context)


def counted(labels: Labels) -> npt.NDArray[np.bool_]:
    """Which pairs count, each once."""
    return np.triu((labels != OWN) & (labels != OPEN), 1)


def fit(measured: list[Measured]) -> tuple[npt.NDArray[np.float64], float]:
    """Coefficients and bias by Newton's method; every story counts alike but for its weight."""
    given = np.concatenate([story.terms for story in measured])
    wanted = np.concatenate([story.same for story in measured]).astype(np.float64)
    share = np.concatenate([np.full(len(s.same), s.weight / len(s.same)) for s in measured])
    table = torch.tensor(np.concatenate([given, np.ones((len(given), 1))], axis=1))
    goal, weight = torch.tensor(wanted), torch.tensor(share)
    found = torch.zeros(table.shape[1], dtype=torch.float64)
    for _ in range(30):
        chance = torch.sigmoid(table @ found)
        slope = table.T @ (weight * (chance - goal)) + 1e-7 * found
        bend = (table * (weight * chance * (1 - chance))[:, None]).T @ table + 1e-7 * torch.eye(len(found))
        found = found - torch.linalg.solve(bend, slope)
    return found[:-1].numpy(), float(found[-1])


def stories(folders: list[Path], times: float) -> Iterator[tuple[Prepared, float]]:
    """The stories with how much each counts."""
    yield from ((story, 1.0) for story in prepared(story_paths()[1]))
    yield from ((prepared_gold(folder), times) for folder in folders)


def main() -> None:
    """Measure, fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="*", help="folders of annotated stories")
    parser.add_argument("--times", type=float, default=4.0)
    options = parser.parse_args()
    encoder = load_encoder()
    measured: list[Measured] = []
    similar: list[list[float]] = []
    expected: list[npt.NDArray[np.float64]] = []
    for story, weight in stories(options.gold, options.times):
        terms, similarities = terms_of(story, encoder)
        across = story.labels != OWN
        similar.append([value for table in similarities for value in (table[across].mean(), table[across].std())])
        expected.append(np.polyfit(terms[across][:, 0], terms[across][:, 2], 1))
        chosen = counted(story.labels)
        measured.append(Measured(story.name, terms[chosen].astype(np.float64), story.labels[chosen] == SAME, weight))
    print("similarity, mean and deviation, alone and in context:", np.mean(similar, axis=0).round(3))
    print("consensus to expect, slope and intercept:", np.mean(expected, axis=0).round(2))
    coefficients, bias = fit(measured)
    print(*(f"{name} {value:.2f}" for name, value in zip(TERMS, coefficients, strict=True)), f"bias {bias:.2f}")


if __name__ == "__main__":
    main()
