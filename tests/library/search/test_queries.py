from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tui.articles import Article, read_paths, read_seeds
from tui.library.search import SearchIndex

HERE = Path(__file__).parent
AMPEL = Path(__file__).parents[4] / "shared" / "gold" / "ampel_aus" / "articles"


def ranks(articles: tuple[Article, ...], queries: list[dict[str, Any]]) -> list[int | None]:
    """For each query the place of the wanted passage among the passages found, None where it is not among them."""
    index = SearchIndex.build(articles)
    found = []
    for query in queries:
        groups = {group.kind: group for group in index.search(query["typed"]).groups}
        texts = [hit.text for hit in groups["passage"].hits] if "passage" in groups else []
        wanted = query["wanted"]
        found.append(next((place for place, text in enumerate(texts) if any(w in text for w in wanted)), None))
    return found


def shares(places: list[int | None]) -> tuple[float, float]:
    first = sum(place == 0 for place in places) / len(places)
    five = sum(place is not None and place < 5 for place in places) / len(places)
    return first, five


def queries(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = tomllib.loads((HERE / name).read_text("utf-8"))["query"]
    return loaded


@pytest.mark.parametrize("held", [False, True])
def test_what_people_type_finds_the_passage_they_mean(held: bool) -> None:
    asked = [query for query in queries("queries.toml") if query["held"] is held]
    first, five = shares(ranks(read_seeds().articles, asked))
    assert len(asked) >= 30
    assert first >= 0.90
    assert five >= 0.97


@pytest.mark.gold
@pytest.mark.skipif(not AMPEL.is_dir(), reason="the annotated stories are not on this machine")
def test_what_people_type_finds_the_passage_they_mean_in_another_story() -> None:
    first, five = shares(ranks(read_paths([AMPEL]).articles, queries("queries_ampel.toml")))
    print(f"search, another story: first {first:.3f}, in the first five {five:.3f}")
    assert first >= 0.90
    assert five >= 0.97
