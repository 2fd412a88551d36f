"""Prints how well facts and conflicts are found on annotated stories, with bootstrap confidence intervals.

    python -m tests.benchmarks.facts [--without] [GOLD_FOLDER ...]

Without folders: ``tests/gold/seeds``, and the stories of ``../shared/gold`` where they are. A slot is a sentence and
another article; precision is over the sentences shown in slots, recall over the slots of gold (GUIDE.md). Intervals are
the 2.5 and 97.5 percentiles of 1,000 samples of the story's slots. ``--without`` adds what each part of the
score brings: the average precision of all pairs of sentences, ranked by a score without it, other weights as they are.
"""

from __future__ import annotations

import itertools
import json
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tui.articles import Article, read_paths, seeds
from tui.comparison import Comparison, compare
from tui.comparison.passages import statements_of
from tui.comparison.resolving import resolve, with_people
from tui.comparison.scoring import WEIGHTS, pair_odds
from tui.comparison.vectors import token_tables
from tui.language.analyse import analyse
from tui.language.encoder import load_encoder
from tui.language.model import Analysis
from tui.language.naming import unify_names
from tui.language.pipeline import load_pipeline

Place = tuple[str, str]
"""File name and sentence id."""
Pair = tuple[Place, Place]
Slots = dict[tuple[Place, str], set[Place]]

SAMPLES = 1000


def annotated(folder: Path) -> tuple[set[Pair], set[Pair]]:
    """Pairs of sentences that are gold, and those that count neither way.

    With two annotators a pair is gold when one drew it in full and the other at least in part.
    """

    def pairs(name: str, full: bool) -> set[Pair]:
        found: set[Pair] = set()
        for fact in json.loads((folder / name).read_text("utf-8")):
            mentions = {(m["article"], m["sentence"]) for m in fact["mentions"] if not full or m["strength"] == "full"}
            found |= {(a, b) for a, b in itertools.combinations(sorted(mentions), 2) if a[0] != b[0]}
        return found

    first, loose = pairs("facts.A.json", True), pairs("facts.A.json", False)
    if not (folder / "facts.B.json").exists():
        return first, loose - first
    second, other = pairs("facts.B.json", True), pairs("facts.B.json", False)
    core = (first & other) | (second & loose)
    return core, (loose | other) - core


def shown(comparison: Comparison, articles: Sequence[Article], sentences: list[dict[str, Any]]) -> set[Pair]:
    """Pairs of gold sentences that stand in one fact of the comparison."""
    names = {article.id: Path(article.path).name for article in articles}
    found: set[Pair] = set()
    for story in comparison.stories:
        for fact in story.facts:
            places: set[Place] = set()
            for mention in fact.mentions:
                places.add(place_of(names[mention.article], mention.start, mention.end, sentences))
            found |= {(a, b) for a, b in itertools.combinations(sorted(places), 2) if a[0] != b[0]}
    return found


def slots(pairs: set[Pair]) -> Slots:
    """For each sentence and other article the sentences there."""
    found: Slots = {}
    for a, b in pairs:
        found.setdefault((a, b[0]), set()).add(b)
        found.setdefault((b, a[0]), set()).add(a)
    return found


def figures(keys: Sequence[tuple[Place, str]], have: Slots, core: Slots, soft: Slots) -> tuple[float, float, float]:
    """Precision, recall and F1 over these slots."""
    counted = sum(len(have.get(k, set()) - soft.get(k, set())) for k in keys)
    right = sum(len(have.get(k, set()) & core.get(k, set())) for k in keys)
    gold = sum(k in core for k in keys)
    reached = sum(bool(have.get(k, set()) & core.get(k, set())) for k in keys)
    precision, recall = right / max(1, counted), reached / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def interval(have: Slots, core: Slots, soft: Slots) -> tuple[tuple[float, float], ...]:
    """Bootstrap intervals of precision, recall and F1."""
    keys = sorted(have.keys() | core.keys())
    chance = random.Random(0)
    samples = [figures(chance.choices(keys, k=len(keys)), have, core, soft) for _ in range(SAMPLES)]
    low, high = int(SAMPLES * 0.025), int(SAMPLES * 0.975) - 1
    return tuple((ranked[low], ranked[high]) for ranked in map(sorted, zip(*samples, strict=True)))


def without(articles: Sequence[Article], analyses: Sequence[Analysis], folder: Path) -> None:
    """Print average precision over pairs of sentences with all parts of the score, and without each."""
    own = unify_names(analyses, articles)
    statements = [s for i, pair in enumerate(zip(articles, own, strict=True)) for s in statements_of(*pair, i)]
    resolved = resolve(statements)
    statements = with_people(statements, resolved)
    tables = token_tables(statements, resolved, load_encoder())
    sentences = json.loads((folder / "sentences.json").read_text("utf-8"))
    core, soft = annotated(folder)
    places = [place_of(Path(articles[s.article].path).name, s.start, s.end, sentences) for s in statements]
    for part in (
        "",
        "context",
        "company",
        "consensus",
        "lead",
        "order",
        "events",
        "strangers",
        "values",
        "payers",
        "opposed",
    ):
        odds = pair_odds(statements, tables, replace(WEIGHTS, **({part: 0.0} if part else {})))
        ranked = sorted(
            (-float(odds[i, j]), (min(places[i], places[j]), max(places[i], places[j])) in core)
            for i, j in itertools.combinations(range(len(statements)), 2)
            if odds[i, j] == odds[i, j] and (min(places[i], places[j]), max(places[i], places[j])) not in soft
        )
        right = [place for place, (_, gold) in enumerate(ranked, 1) if gold]
        average = sum(number / place for number, place in enumerate(right, 1)) / max(1, len(right))
        print(f"  average precision of pairs {f'without {part}' if part else 'with all parts':<20} {average:.3f}")


def place_of(name: str, start: int, end: int, sentences: Sequence[Mapping[str, Any]]) -> Place:
    """The gold sentence that a passage shares most with."""
    best = max(
        (
            (min(end, s["end"]) - max(start, s["start"]), s["id"])
            for s in sentences
            if s["article"] == name and not s["boilerplate"]
        ),
        default=(0, ""),
    )
    return name, best[1] if best[0] > 0 else f"boilerplate {start}"


def measure(folder: Path, parts: bool) -> None:
    """Print the figures of one story."""
    texts = folder / "articles"
    articles = read_paths([texts if texts.exists() else Path(str(seeds()))]).articles
    pipeline = load_pipeline()
    analyses = [analyse(article, pipeline) for article in articles]
    comparison = compare(articles, analyses, load_encoder())
    sentences = json.loads((folder / "sentences.json").read_text("utf-8"))
    core, soft = annotated(folder)
    pairs = shown(comparison, articles, sentences)
    have, wanted, open_ = slots(pairs), slots(core), slots(soft)
    keys = sorted(have.keys() | wanted.keys())
    spans = interval(have, wanted, open_)
    print(f"{folder.name}: {sum(len(story.facts) for story in comparison.stories)} facts in {len(articles)} articles")
    for name, value, (low, high) in zip(("P", "R", "F1"), figures(keys, have, wanted, open_), spans, strict=True):
        print(f"  slots {name:<2} {value:.3f}  [{low:.3f}, {high:.3f}]")
    right, counted = len(pairs & core), len(pairs - soft)
    print(f"  pairs P  {right / max(1, counted):.3f}  R {right / max(1, len(core)):.3f}")
    for story in comparison.stories:
        for fact in story.facts:
            for difference in fact.differences:
                if difference.relation == "conflict":
                    print(f"  possible conflict, {difference.kind}: {difference.reason} | {fact.label[:70]}")
    if parts:
        without(articles, analyses, folder)


def main(arguments: Sequence[str]) -> None:
    """Measure the folders given, else those that are there."""
    root = Path(__file__).resolve().parents[2]
    folders = [Path(argument) for argument in arguments if argument != "--without"]
    if not folders:
        others = sorted(path.parent for path in (root.parent / "shared" / "gold").glob("*/facts.A.json"))
        folders = [root / "tests" / "gold" / "seeds", *(folder for folder in others if folder.name != "seeds")]
    for folder in folders:
        measure(folder, "--without" in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
