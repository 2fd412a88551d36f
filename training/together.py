"""Fit how much reading two sentences together counts: `python -m training.together` prints the comparison's weights.

The stories are those that the model was not trained on. Sentences that the program takes for one fact and that were
judged (`invented/contradictions.tsv`) give `Signs`; pairs of values (`invented/versions.tsv`) give how much the model
counts beside the other reasons. Each story is judged by weights fitted on others.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from training.sentence_pairs import judged, lines_of
from training.stories import Prepared, prepared, story_paths
from training.versions import PARTS, fit, left_open
from tui.comparison.contradictions import Signs, at_issue, signs, told_by_values
from tui.comparison.facts import groups_of
from tui.comparison.paired import any_differ
from tui.comparison.scoring import pair_odds
from tui.comparison.stated import Stated, whole
from tui.comparison.vectors import TokenTable, token_tables
from tui.comparison.versions import log_odds, reasons
from tui.language.encoder import load_encoder
from tui.language.pair_reader import PairReader, load_pair_reader

Row = tuple[str, list[float], float]
"""A story, what speaks for and against a contradiction, and 1.0 where it was judged one."""

SHARES = (0.9, 0.85, 0.8, 0.75)


def of_sentences(
    story: Prepared, lines: list[list[str]], groups: Sequence[Sequence[int]], reader: PairReader
) -> list[Row]:
    """The signs of the judged pairs of one fact that hold no amounts that differ."""
    of_one_fact = {pair for group in groups for pair in combinations(sorted(group), 2)}
    found = []
    for pair in judged(story, lines):
        if pair.rows not in of_one_fact:
            continue
        sides = [_whole(story, row) for row in pair.rows]
        if any_differ(sides[0], sides[1]):
            continue
        read = reader.read(sides[0].statement.text, sides[1].statement.text)
        spans = at_issue(sides[0], sides[1], read)
        if not told_by_values(sides[0], sides[1], spans):
            given = list(signs(sides[0], sides[1], read.log_odds, spans))
            found.append((story.name, given, float(pair.contradicts)))
    return found


def _whole(story: Prepared, row: int) -> Stated:
    statement = story.statements[row]
    return whole(statement, story.analyses[statement.article].values)


def of_values(story: Prepared, lines: list[list[str]], context: TokenTable, reader: PairReader) -> list[Row]:
    """The log odds of the judged pairs of values, by their reasons and by reading their sentences together."""
    found = []
    for first, second, contradicts in left_open(story, lines, context):
        read = reader.read(first[0].statement.text, second[0].statement.text).log_odds
        found.append((story.name, [log_odds(reasons(*first, *second)), read], float(contradicts)))
    return found


def report(name: str, fields: Sequence[str], rows: Sequence[Row]) -> None:
    """Print weights fitted on all rows, and what weights fitted on other stories show above some thresholds."""
    table, wanted = np.array([row[1] for row in rows]), np.array([row[2] for row in rows])
    number = {story: place % PARTS for place, story in enumerate(sorted({row[0] for row in rows}))}
    part = np.array([number[row[0]] for row in rows])
    odds: npt.NDArray[np.float64] = np.zeros(len(rows))
    for own in range(PARTS):
        weights, bias = fit(table[part != own], wanted[part != own])
        odds[part == own] = table[part == own] @ weights + bias
    order = np.argsort(-odds)
    right = np.cumsum(wanted[order])
    share = right / np.arange(1, len(rows) + 1)
    print(f"{name}: {len(rows)} pairs, {wanted.sum():.0f} contradictions")
    for least in SHARES:
        enough = np.flatnonzero(share >= least)
        if len(enough):
            last = int(enough[-1])
            print(f"  {least}: {last + 1} shown above {odds[order[last]]:.2f}, {right[last]:.0f} right")
    weights, bias = fit(table, wanted)
    print(" ", *(f"{field} {weight:.2f}" for field, weight in zip(fields, weights, strict=True)), f"bias {bias:.2f}")


def main() -> None:
    """Read the stories, fit and print."""
    encoder, reader = load_encoder(), load_pair_reader()
    sentences, values = lines_of("contradictions.tsv"), lines_of("versions.tsv")
    kept = [path for path in story_paths()[1] if path.stem in sentences]
    of_facts: list[Row] = []
    of_figures: list[Row] = []
    for story in prepared(kept):
        tables = token_tables(story.statements, story.resolved, encoder)
        groups = groups_of(story.statements, story.articles, pair_odds(story.statements, tables))
        of_facts += of_sentences(story, sentences[story.name], groups, reader)
        of_figures += of_values(story, values.get(story.name, []), tables[1], reader)
    report("sentences", Signs._fields, of_facts)
    report("values", ("own", "read"), of_figures)


if __name__ == "__main__":
    main()
