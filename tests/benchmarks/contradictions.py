"""Prints how many of the possible conflicts shown in stories kept out were judged to be one, and how many are found.

    python -m tests.benchmarks.contradictions

Each pair of sentences counts that `training/invented/contradictions.tsv` judges, of the stories that no model was
trained on, and of them those that stand in one of the program's own facts; each is shown as a fact of two mentions.
First without the model that reads two sentences together, then with it.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from training.sentence_pairs import judged, lines_of
from training.stories import prepared, story_paths
from tui.comparison.facts import facts_of, groups_of
from tui.comparison.scoring import pair_odds
from tui.comparison.vectors import token_tables
from tui.language.encoder import load_encoder
from tui.language.pair_reader import load_pair_reader


def main() -> None:
    """Count and print."""
    encoder, reader = load_encoder(), load_pair_reader()
    lines = lines_of("contradictions.tsv")
    counts: Counter[tuple[str, str]] = Counter()
    for story in prepared([path for path in story_paths()[1] if path.stem in lines]):
        tables = token_tables(story.statements, story.resolved, encoder)
        odds = pair_odds(story.statements, tables)
        groups = groups_of(story.statements, story.articles, odds)
        of_one_fact = {pair for group in groups for pair in combinations(sorted(group), 2)}
        pairs = judged(story, lines[story.name])
        known = {pair.rows: pair.contradicts for pair in pairs if pair.rows in of_one_fact}
        counts["judged", ""] += len(known)
        counts["contradictions", ""] += sum(known.values())
        for pair, contradicts in known.items():
            for name, used in (("without", None), ("with", reader)):
                given = story.statements, story.articles, story.analyses, odds, tables
                facts = facts_of([pair], "", *given, reader=used)  # none where one says only who spoke
                found = [item for fact in facts for item in fact.differences if item.relation == "conflict"]
                for difference in found[:1]:
                    told: str = "read together" if "read together" in difference.reason else difference.kind
                    counts[f"{name}, shown", told] += 1
                    counts[f"{name}, right", told] += contradicts
    for (name, kind), count in sorted(counts.items()):
        print(f"{name} {kind}: {count}")
    for name in ("without", "with"):
        total = [sum(n for (what, _), n in counts.items() if what == f"{name}, {part}") for part in ("shown", "right")]
        print(f"{name}: {total[0]} shown, {total[1]} right, of {counts['contradictions', '']}")


if __name__ == "__main__":
    main()
