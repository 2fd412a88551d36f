from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tui.articles import Article
from tui.cli import main
from tui.comparison.model import Comparison, Difference, DifferingValue, Fact, Mention, Story
from tui.language.model import Analysis, Entity, Quotation, Reference, Sentence, Value

FIRST = "=Die Stadt kauft 100 Busse.\n\n„Das | ist <gut>“, sagte Anna Thiel. [/b] \x1b[31mrot\n"
SECOND = "Rund 120 Busse kaufe die Stadt, sagte Thiel.\n"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("LESART_HOME", str(path))
    return path


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command line; gives exit code, standard output and standard error."""

    def call(*argv: object) -> tuple[int, str, str]:
        code = main([str(word) for word in argv])
        got = capsysbinary.readouterr()
        return code, got.out.decode("utf-8"), got.err.decode("utf-8")

    return call


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, "utf-8")
    (folder / "b.txt").write_text(SECOND, "utf-8")
    return folder


def analysed(articles: Sequence[Article]) -> Comparison:
    """What a perfect analysis would say of the story above."""
    first, second = articles[0], articles[-1]
    said = first.text.index("Das |")
    thiel = first.text.index("Anna Thiel")
    speaker = Reference(thiel, thiel + 10, "Anna Thiel", "Anna Thiel")
    short = second.text.index("Thiel")
    analyses = (
        Analysis(
            first.id,
            "one",
            sentences=(Sentence(0, 27),),
            entities=(Entity(thiel, thiel + 10, "Anna Thiel", "PER", "Anna Thiel"),),
            values=(Value(17, 26, "100 Busse", "quantity", 100, 100, "Busse", False),),
            quotations=(
                Quotation("q1", "direct", ((said, said + 15),), speaker, Reference(thiel - 6, thiel - 1, "sagte")),
            ),
        ),
        Analysis(
            second.id,
            "two",
            entities=(Entity(short, short + 5, "Thiel", "PER", "Anna Thiel"),),
            quotations=(
                Quotation("q2", "indirect", ((0, 30),), Reference(short, short + 5, "Thiel", "Anna Thiel")),
                Quotation("q3", "reported", ((5, 14),)),
            ),
        ),
    )
    differing = (DifferingValue(first.id, 17, 20, "100"), DifferingValue(second.id, 0, 8, "Rund 120"))
    whole = (DifferingValue(first.id, 0, 27, first.text[:27]), DifferingValue(second.id, 0, 30, second.text[:30]))
    fact = Fact(
        "f1",
        "s1",
        "=Die Stadt kauft 100 Busse.",
        (
            Mention(first.id, 0, 27, first.text[:27], 0.9, "asserted"),
            Mention(second.id, 0, 30, second.text[:30], 0.8, "attributed", "Anna Thiel"),
        ),
        (
            Difference("number", "conflict", "100 is not about 120", differing, (0, 1)),
            Difference("modality", "compatible", "stated and told", whole),
        ),
        2,
    )
    return Comparison((Story("s1", (first.id, second.id), (), (fact,)),), analyses)


@pytest.fixture
def linked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts an analysis in the place of the real one that knows two quotations as the same."""
    from tui.library import analysis

    def analyse_now(articles: Sequence[Article], **_: Any) -> Comparison:
        compared = analysed(articles)
        partner = {"q1": ("q2",), "q2": ("q1",)}
        return replace(
            compared,
            analyses=tuple(
                replace(one, quotations=tuple(replace(q, same_as=partner.get(q.id, ())) for q in one.quotations))
                for one in compared.analyses
            ),
        )

    monkeypatch.setattr(analysis, "analyse_now", analyse_now)


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> list[frozenset[str]]:
    """Puts the perfect analysis in the place of the real one; gives the parts that were asked for."""
    from tui.library import analysis

    asked: list[frozenset[str]] = []

    def analyse_now(articles: Sequence[Article], *, parts: frozenset[str], **_: Any) -> Comparison:
        asked.append(parts)
        return analysed(articles)

    def analyse_each(articles: Sequence[Article], *, parts: frozenset[str], **_: Any) -> Iterator[Analysis]:
        asked.append(parts)
        yield from analysed(articles).analyses

    monkeypatch.setattr(analysis, "analyse_now", analyse_now)
    monkeypatch.setattr(analysis, "analyse_each", analyse_each)
    return asked
