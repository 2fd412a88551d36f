"""A bookmarked fact keeps where its sources possibly contradict each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.library.fake_workshop import article, comparison_of
from tui.comparison.model import Difference, DifferingValue
from tui.library.bookmarks import Bookmark, make_bookmark, other_passages
from tui.library.bookmarks.exports import FORMATS, to_csv, to_jsonl, to_jsonld
from tui.library.bookmarks.imports import read_import
from tui.library.bookmarks.model import from_record, to_record

TOLD = "date „im März“ (Bote, Funk) / „im April“ (Blatt)"


def disputed() -> Bookmark:
    here = replace(article("Die Frist endet im März."), source="Bote")
    there = replace(article("Die Frist endet im April."), source="Blatt")
    again = replace(article("Bis in den März hinein."), source="Funk")
    fact = comparison_of([here, there], []).stories[0].facts[0]
    readings = (
        DifferingValue(here.id, 15, 23, "im März"),
        DifferingValue(there.id, 15, 24, "im April"),
        DifferingValue(again.id, 8, 16, "den März"),
    )
    fact = replace(fact, differences=(Difference("date", "conflict", "two months", readings, (0, 1, 0)),))
    return make_bookmark(here, 0, 24, kind="fact", fact=fact, articles=[here, there, again])


def test_a_fact_in_conflict_is_kept_with_its_readings_and_read_back() -> None:
    kept = disputed()
    assert kept.conflicts == (TOLD,)
    assert read_import(to_jsonl([kept]).encode()).bookmarks == (kept,)
    assert read_import(to_jsonld([kept]).encode()).bookmarks[0].conflicts == kept.conflicts


def test_articles_of_one_source_are_told_apart_in_the_readings_and_among_the_others() -> None:
    here, there = (
        replace(article(text), source="Bote", published=day)
        for text, day in (("Die Frist endet im März.", "2026-03-01"), ("Die Frist endet im April.", "2026-03-02"))
    )
    fact = comparison_of([here, there], []).stories[0].facts[0]
    readings = DifferingValue(here.id, 15, 23, "im März"), DifferingValue(there.id, 15, 24, "im April")
    fact = replace(fact, differences=(Difference("date", "conflict", "two months", readings),))
    others = other_passages(fact, [here, there], but=here.id)
    kept = make_bookmark(here, 0, 24, kind="fact", fact=fact, others=others, articles=[here, there])
    assert kept.conflicts == ("date „im März“ (Bote, 2026-03-01) / „im April“ (Bote, 2026-03-02)",)
    assert "Bote, 2026-03-02: " in FORMATS["txt"]([kept])
    assert "Bote, 2026-03-02: " in FORMATS["md"]([kept])


def test_a_note_in_csv_and_the_conflicts_behind_it_are_told_apart_when_read_back() -> None:
    kept = replace(disputed(), note="Possible conflict: mine, not the program's\nNachsehen")
    (found,) = read_import(to_csv([kept]).encode()).bookmarks
    assert (found.note, found.conflicts) == (kept.note, kept.conflicts)


@pytest.mark.parametrize("name", ["md", "org", "txt", "csv"])
def test_what_is_read_by_people_tells_of_the_conflict(name: str) -> None:
    assert f"Possible conflict: {TOLD}" in " ".join(FORMATS[name]([disputed()]).split())


def test_it_is_told_who_denies_what_others_state() -> None:
    difference = Difference(
        "denial", "conflict", "", (DifferingValue("1", 0, 5, "Nein."), DifferingValue("2", 0, 3, "Ja."))
    )
    assert difference.told({"1": "Bote", "2": "Blatt"}) == "denial (Bote / Blatt)"


def test_bookmarks_kept_before_sources_were_named_are_read() -> None:
    old = replace(disputed(), conflicts=("date „im März“ / „im April“",))
    assert from_record(to_record(old)).conflicts == old.conflicts
