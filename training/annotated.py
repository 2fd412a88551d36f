"""Stories annotated by hand (`gold`), prepared like the invented ones."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from tests.benchmarks.facts import annotated, place_of
from training.stories import DIFFERENT, OPEN, OWN, SAME, Prepared, as_read
from tui.articles import read_paths
from tui.language.pipeline import load_pipeline


def prepared_gold(folder: Path) -> Prepared:
    """An annotated story as the program reads it.

    Args:
        folder: Holds `articles`, `sentences.json` and `facts.A.json`.
    """
    articles = read_paths([folder / "articles"]).articles
    analyses, statements, resolved = as_read(articles, load_pipeline())
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
    facts = [
        {(m["article"], m["sentence"]) for m in fact["mentions"] if m["strength"] == "full"}
        for fact in json.loads((folder / "facts.A.json").read_text("utf-8"))
    ]
    stated = [frozenset(number for number, fact in enumerate(facts) if spot in fact) for spot in places]
    return Prepared(folder.name, articles, analyses, statements, resolved, labels, stated)
