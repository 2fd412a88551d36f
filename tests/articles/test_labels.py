"""Articles of one source that stand beside each other are told apart by day and time, others stay as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui.articles import labels_among, read_bytes
from tui.articles.labels import outlet

MADE = read_bytes(b"Die Halle brannte.", "a.txt")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([("Bote", "2026-03-01"), ("Blatt", "2026-03-01")], ["Bote", "Blatt"]),
        ([("Bote", "2026-03-01"), ("Bote", "2026-03-02")], ["Bote, 2026-03-01", "Bote, 2026-03-02"]),
        (
            [("Bote", "2026-03-01T06:12:00+01:00"), ("Bote", "2026-03-01T14:30:00+01:00"), ("Blatt", "2026-03-01")],
            ["Bote, 2026-03-01 06:12", "Bote, 2026-03-01 14:30", "Blatt"],
        ),
        (
            [("Bote", "2026-03-01T06:12"), ("Bote", "2026-03-02T14:30")],
            ["Bote, 2026-03-01", "Bote, 2026-03-02"],
        ),
        ([("Bote", "2026-03-01T06:12"), ("Bote", "2026-03-01")], ["Bote, 2026-03-01 06:12", "Bote, 2026-03-01"]),
        ([("Bote", "2026-03-01"), ("Bote", None)], ["Bote, 2026-03-01", "Bote"]),
        ([("Bote", None), ("Bote", None)], ["Bote", "Bote"]),
    ],
)
def test_day_and_time_are_said_where_they_tell_articles_apart(
    given: list[tuple[str, str | None]], told: list[str]
) -> None:
    articles = [replace(MADE, id=str(at), source=name, published=when) for at, (name, when) in enumerate(given)]
    assert list(labels_among(articles).values()) == told


def test_they_stand_first_where_the_end_is_cut_off() -> None:
    articles = [replace(MADE, id=day, source="Bote", published=f"2026-03-0{day}") for day in "12"]
    assert labels_among(articles, when_first=True) == {"1": "2026-03-01, Bote", "2": "2026-03-02, Bote"}


def test_an_outlet_is_known_by_its_name_or_its_site() -> None:
    assert outlet(replace(MADE, source="Der  BOTE")) == outlet(replace(MADE, source="der Bote"))
    assert outlet(replace(MADE, url="https://www.bote.de/1")) == outlet(replace(MADE, url="https://bote.de/2"))
    assert outlet(MADE) is None
