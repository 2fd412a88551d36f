"""Stories annotated by hand (`gold`), prepared like the invented ones."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from tests.benchmarks.facts import annotated, place_of
from training.stories import DIFFERENT, OPEN, OWN, SAME, Prepared
from tui.articles import read_paths
from tui.comparison.passages import statements_of
from tui.comparison.resolving import resolve, with_people
from tui.language.analyse import analyse
from tui.language.naming import unify_names
from tui.language.pipeline import load_pipeline


def prepared_gold(folder: Path) -> Prepared:
    """An annotated story as the program reads it.

    Args:
        folder: Holds `articles`, `sentences.json` and `facts.A.json`.
    """
    pipeline = load_pipeline()
    articles = read_paths([folder / "articles"]).articles
    analyses = unify_names([analyse(article, pipeline) for article in articles], articles)
    pairs = enumerate(zip(articles, analyses, strict=True))
    statements = [s for i, (article, analysis) in pairs for s in statements_of(article, analysis, i)]
    resolved = resolve(statements)
    sentences = json.loads((folder / "sentences.json").read_text("utf-8"))
    core, soft = annotated(folder)
    places = [place_of(Path(articles[s.article].path).name, s.start, s.end, sentences) for s in statements]
    labels = np.full((len(statements), len(statements)), DIFFERENT, dtype=np.int8)
    for i, one in enumerate(places):
        for j, other in enumerate(places):
            pair = (min(one, other), max(one, other))
            if statements[i].article == statements[j].article:
                labels[i, j] = OWN
            elif pair in core:
                labels[i, j] = SAME
            elif pair in soft:
                labels[i, j] = OPEN
    return Prepared(folder.name, articles, analyses, with_people(statements, resolved), resolved, labels)
