"""Invented news stories, each told by several sources, every sentence marked with the facts it states.

`training/invented/README.md` describes the files. They are read by the program itself, so that the encoder is trained
on the sentences, names and pronouns that it will be given.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tui.articles import Article, read_paths
from tui.comparison.passages import Statement, statements_of
from tui.comparison.resolving import Resolved, resolve, with_people
from tui.language.analyse import analyse
from tui.language.model import Analysis
from tui.language.naming import unify_names
from tui.language.pipeline import Pipeline, load_pipeline

FOLDER = Path(__file__).parent / "invented"

SAME, OPEN, DIFFERENT, OWN = 1, -1, 0, -2
"""Of two sentences: they state one fact; one of them implies it or states a part; they do not; both of one article."""

_SENTENCE = re.compile(r"(?:(?P<kind>[TH]) )?\[(?P<marks>[^\]]*)\] (?P<text>.+)$")

Labels = npt.NDArray[np.int8]


@dataclass(frozen=True)
class Line:
    """One sentence with its marks."""

    kind: str
    """T for a title, H for a heading, else empty."""
    full: frozenset[int]
    part: frozenset[int]
    text: str


@dataclass
class Told:
    """An article: its source, its ISO date and its lines; None begins a new paragraph."""

    source: str
    published: str
    lines: list[Line | None] = field(default_factory=list)


@dataclass
class Marked:
    """A story as it stands in its file."""

    name: str
    articles: list[Told] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    """Details that cannot both be true: fact, kind | source: words | source: words."""


@dataclass(frozen=True)
class Prepared:
    """A story as the program reads it, with the labels of its pairs of sentences."""

    name: str
    articles: Sequence[Article]
    analyses: Sequence[Analysis]
    statements: Sequence[Statement]
    resolved: Sequence[Resolved]
    labels: Labels
    """(sentences, sentences): SAME, OPEN, DIFFERENT or OWN."""
    stated: Sequence[frozenset[int]]
    """The facts that each sentence is marked in full with, by their numbers."""


def read_marked(path: Path) -> Marked:
    """Read one file.

    Raises:
        ValueError: A line that is no article (with source, date and style), sentence, paragraph, fact or conflict.
    """
    story = Marked(path.stem)
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        line = line.strip()
        if line.startswith("## "):
            source, published, _ = (part.strip() for part in line[3:].split("|"))
            story.articles.append(Told(source, published))
        elif line.startswith("! "):
            story.conflicts.append(line[2:])
        elif line == "P":
            story.articles[-1].lines.append(None)
        elif line and not line.startswith(("# ", "= ")):
            found = _SENTENCE.match(line)
            if found is None or not story.articles:
                raise ValueError(f"{path.name}:{number}: not a sentence with marks: {line[:60]}")
            marks = found["marks"].replace(",", " ").split()
            full = frozenset(int(mark) for mark in marks if mark.isdigit())
            part = frozenset(int(mark[:-1]) for mark in marks if mark.endswith("~"))
            story.articles[-1].lines.append(Line(found["kind"] or "", full, part - full, found["text"]))
    return story


def written(told: Told) -> tuple[str, list[tuple[int, int, Line]]]:
    """The article as a text, and where each line stands in it."""
    text = ""
    places: list[tuple[int, int, Line]] = []
    for line in told.lines:
        if line is None or line.kind:
            text = text.rstrip() + "\n\n" if text else ""
        if line is not None:
            places.append((len(text), len(text) + len(line.text), line))
            text += line.text + ("\n\n" if line.kind else " ")
    return text.rstrip() + "\n", places


def prepared(paths: Sequence[Path]) -> Iterator[Prepared]:
    """Stories as the program reads them."""
    pipeline = load_pipeline()
    for path in paths:
        story = read_marked(path)
        with tempfile.TemporaryDirectory() as folder:
            places: dict[str, list[tuple[int, int, Line]]] = {}
            for number, told in enumerate(story.articles):
                text, places[f"{number:02}.txt"] = written(told)
                Path(folder, f"{number:02}.txt").write_text(text, "utf-8")
                Path(folder, f"{number:02}.toml").write_text(f'published = "{told.published}"\n', "utf-8")
            articles = read_paths([Path(folder)]).articles
        analyses, statements, resolved = as_read(articles, pipeline)
        marks = [_marks(s, places[Path(articles[s.article].path).name]) for s in statements]
        labels = _labels(statements, marks)
        stated = [full for full, _ in marks]
        yield Prepared(path.stem, articles, analyses, statements, resolved, labels, stated)


def as_read(
    articles: Sequence[Article], pipeline: Pipeline
) -> tuple[Sequence[Analysis], list[Statement], Sequence[Resolved]]:
    """What the program makes of a story's articles before it compares them."""
    analyses = unify_names([analyse(article, pipeline) for article in articles], articles)
    pairs = enumerate(zip(articles, analyses, strict=True))
    statements = [s for i, (article, analysis) in pairs for s in statements_of(article, analysis, i)]
    resolved = resolve(statements)
    return analyses, with_people(statements, resolved), resolved


def _marks(statement: Statement, places: Sequence[tuple[int, int, Line]]) -> tuple[frozenset[int], frozenset[int]]:
    """Facts of the lines that are mostly in the program's sentence, or it in them."""
    full: frozenset[int] = frozenset()
    part: frozenset[int] = frozenset()
    for start, end, line in places:
        shared = min(end, statement.end) - max(start, statement.start)
        if shared > 0.5 * min(end - start, statement.end - statement.start):
            full, part = full | line.full, part | line.part
    return full, part - full


def _labels(statements: Sequence[Statement], marks: Sequence[tuple[frozenset[int], frozenset[int]]]) -> Labels:
    found = np.zeros((len(statements), len(statements)), dtype=np.int8)
    for i, (full, part) in enumerate(marks):
        for j, (other, implied) in enumerate(marks):
            if statements[i].article == statements[j].article:
                found[i, j] = OWN
            elif full & other:
                found[i, j] = SAME
            elif (full | part) & (other | implied):
                found[i, j] = OPEN
    return found


def story_paths() -> tuple[list[Path], list[Path]]:
    """The stories to train on, and every fourth one of each group, on which the comparison is fitted and checked."""
    paths = sorted(FOLDER.glob("?_*.txt"))
    kept = [path for path in paths if int(path.stem.split("_")[1]) % 4 == 0]
    return [path for path in paths if path not in kept], kept
