"""Large folders read step by step give what reading them at one go gives, and their first article at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.articles import read_paths, steps
from tui.articles.steps import is_large, read_first, read_in_steps

BODY = "Der Gemeinderat hat am Montag über den Haushalt beraten und ihn am Ende beschlossen."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site's pages with a line that they all repeat, in two folders, and a file that is not text."""
    for number, name in enumerate(["b/1.txt", "b/2.txt", "a/3.txt", "c.txt"]):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        body = f"BERLIN (dpa) - {BODY} {number}.\n\n{number} {BODY}\n\nMehr aus der Region bei uns (AFP)"
        words = f"Meldung {name}\n\n{body}\n"
        path.write_text(words, "utf-8")
    (tmp_path / "sources.csv").write_text("file;source\nb/1.txt;Blatt\n", "utf-8")
    (tmp_path / "b" / "kaputt.txt").write_bytes(b"\x00\x01\x02" * 50)
    return tmp_path


def test_the_last_step_is_what_reading_at_one_go_gives(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "PAUSE", 0.0)
    first = read_first([folder], "b/2.txt")
    assert first is not None
    taken = list(read_in_steps([folder], first))
    whole = read_paths([folder])
    assert taken[-1].complete and taken[-1].reading == whole
    assert {article.agencies for article in whole.articles} == {("dpa",)}
    assert any(block.rule == "line repeated in other articles" for block in whole.articles[0].blocks)
    assert all(first.id in {article.id for article in step.reading.articles} for step in taken)
    assert [step.done for step in taken] == [1, 2, 3, 4, 5, 5]


def test_the_first_article_is_the_one_that_was_open_or_the_first_of_the_folder(folder: Path) -> None:
    whole = read_paths([folder]).articles
    for wanted, path in (("b/2.txt", "b/2.txt"), ("gone.txt", "c.txt"), (None, whole[0].path)):
        found = read_first([folder], wanted)
        assert found is not None and found.path == path
    assert read_first([folder / "gone"]) is None


def test_only_what_would_be_felt_counts_as_large(folder: Path) -> None:
    assert not is_large([folder])
    for number in range(steps.MANY):
        (folder / "a" / f"{number}.txt").write_text(BODY, "utf-8")
    assert is_large([folder])
    assert not is_large([folder / "c.txt", folder / "gone"])


def test_saved_pages_are_not_read_before_anything_is_shown(tmp_path: Path) -> None:
    page = "<p>Ein Satz." * 3_000
    (tmp_path / "a.html").write_text(page, "utf-8")
    assert not is_large([tmp_path])
    for name in ("b.html", "c.html"):
        (tmp_path / name).write_text(page, "utf-8")
    assert is_large([tmp_path])
    assert not is_large([tmp_path / "a.html"])


def test_a_link_to_nowhere_hides_no_large_folder(folder: Path) -> None:
    for number in range(steps.MANY):
        (folder / "a" / f"{number}.txt").write_text(BODY, "utf-8")
    for name in ("", "a", "b"):
        for number in range(5):
            try:
                (folder / name / f"{number}0.txt.lnk.txt").symlink_to(folder / "gone")
            except OSError:
                pytest.skip("the system allows no links")
    assert is_large([folder])
