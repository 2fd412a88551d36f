"""A bookmarked fact keeps where its sources possibly contradict each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.library.fake_workshop import article, comparison_of
from tui.comparison.model import Difference, DifferingValue
from tui.library.bookmarks import Bookmark, make_bookmark
from tui.library.bookmarks.exports import FORMATS, to_csv, to_jsonl, to_jsonld
from tui.library.bookmarks.imports import read_import


def disputed() -> Bookmark:
    here = replace(article("Die Frist endet im März."), source="Bote")
    there = replace(article("Die Frist endet im April."), source="Blatt")
    fact = comparison_of([here, there], []).stories[0].facts[0]
    readings = DifferingValue(here.id, 15, 23, "im März"), DifferingValue(there.id, 15, 24, "im April")
    fact = replace(fact, differences=(Difference("date", "conflict", "two months", readings),))
    return make_bookmark(here, 0, 24, kind="fact", fact=fact)


def test_a_fact_in_conflict_is_kept_with_its_readings_and_read_back() -> None:
    kept = disputed()
    assert kept.conflicts == ("date „im März“ / „im April“",)
    assert read_import(to_jsonl([kept]).encode()).bookmarks == (kept,)
    assert read_import(to_jsonld([kept]).encode()).bookmarks[0].conflicts == kept.conflicts


def test_a_note_in_csv_and_the_conflicts_behind_it_are_told_apart_when_read_back() -> None:
    kept = replace(disputed(), note="Possible conflict: mine, not the program's\nNachsehen")
    (found,) = read_import(to_csv([kept]).encode()).bookmarks
    assert (found.note, found.conflicts) == (kept.note, kept.conflicts)


@pytest.mark.parametrize("name", ["md", "org", "txt", "csv"])
def test_what_is_read_by_people_tells_of_the_conflict(name: str) -> None:
    assert "Possible conflict: date „im März“ / „im April“" in FORMATS[name]([disputed()])
