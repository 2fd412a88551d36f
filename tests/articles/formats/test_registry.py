"""A file is read by the format of its ending, else by what it holds; other packages may add formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from tui.articles import read_paths
from tui.articles.formats import registry
from tui.articles.formats.protocol import Extracted
from tui.articles.metadata import Metadata


class Ticker:
    """A format of another package: one message a line behind a mark."""

    name = "ticker"
    suffixes = (".ticker",)

    def recognises(self, head: bytes) -> bool:
        return head.startswith(b"TICKER\n")

    def read(self, data: bytes, name: str) -> Iterator[Extracted]:
        for number, line in enumerate(data.decode().splitlines()[1:], 1):
            yield Extracted(line, Metadata(source="Ticker"), str(number))


class Broken(Ticker):
    """A format that fails while it reads."""

    name = "broken"
    suffixes = (".broken",)

    def recognises(self, head: bytes) -> bool:
        return False

    def read(self, data: bytes, name: str) -> Iterator[Extracted]:
        raise KeyError("headline")


@pytest.fixture
def points(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if a package with these entry points were installed."""
    made = [
        EntryPoint("ticker", f"{__name__}:Ticker", registry.GROUP),
        EntryPoint("broken", f"{__name__}:Broken", registry.GROUP),
        EntryPoint("gone", "no_such_package_of_formats:FORMAT", registry.GROUP),
    ]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: EntryPoints(made).select(group=group))
    registry.added.cache_clear()
    yield
    registry.added.cache_clear()


@pytest.mark.usefixtures("points")
def test_a_format_of_another_package_is_found_by_its_ending_and_by_what_it_recognises(tmp_path: Path) -> None:
    for name in ("a.ticker", "b.unknown"):
        (tmp_path / name).write_bytes(b"TICKER\nErste Meldung.\nZweite Meldung.\n")
    found = read_paths([tmp_path])
    assert [article.path for article in found.articles] == ["a.ticker#1", "a.ticker#2"]
    assert found.articles[0].source == "Ticker"
    assert [article.path for article in read_paths([tmp_path / "b.unknown"]).articles] == ["b.unknown#1", "b.unknown#2"]


@pytest.mark.usefixtures("points")
def test_formats_that_fail_are_said_and_the_other_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.broken").write_text("Nichts.", "utf-8")
    (tmp_path / "b.txt").write_text("Ein Satz steht hier.", "utf-8")
    found = read_paths([tmp_path])
    assert [article.path for article in found.articles] == ["b.txt"]
    said = {problem.path: problem.sentence for problem in found.problems}
    assert "as broken" in said["a.broken"]
    assert "gone" in said["lesart.formats"]


def test_the_list_of_formats_says_what_their_modules_say() -> None:
    for listed in registry.BUILT_IN:
        loaded = listed.load()
        assert (loaded.name, loaded.suffixes) == (listed.name, listed.suffixes)


def test_characters_that_could_not_be_read_are_counted_and_the_article_is_there(tmp_path: Path) -> None:
    text = "Größe, Übung, Straße, Ärzte, süß, Öl, Mühe, für, über, Tür, Bücher, sch"
    (tmp_path / "a.txt").write_bytes(text.encode() + b"\xf6n.")
    found = read_paths([tmp_path])
    assert len(found.articles) == 1
    assert [(problem.path, problem.mended) for problem in found.problems] == [("a.txt", True)]
    assert found.problems[0].sentence.startswith("1 character could not be read")


def test_files_of_line_ends_or_of_a_head_alone_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.articles.extracting.MOST_LINES", 1_000)
    (tmp_path / "a.txt").write_text("a\n\n" * 1_000, "utf-8")
    (tmp_path / "b.md").write_text("---\ntitle: Nur ein Kopf\n---\n\n", "utf-8")
    found = read_paths([tmp_path])
    assert not found.articles
    said = {problem.path: problem.sentence for problem in found.problems}
    assert "lines" in said["a.txt"]
    assert "nothing but a description" in said["b.md"]


def test_an_empty_folder_is_told_every_ending_that_is_read(tmp_path: Path) -> None:
    (problem,) = read_paths([tmp_path]).problems
    assert set(re.findall(r"\.\w+", problem.sentence)) == registry.SUFFIXES
