"""``lesart entities``: who and what is named, under one name each, and how often."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator

from tui.articles.plain import plain_words
from tui.cli.analyses import Found, analyses
from tui.cli.outcome import NOTHING, say_nothing
from tui.cli.page import Page
from tui.cli.sources import read_sources
from tui.cli.tables import Cell, Table, write_table
from tui.cli.writing import opened

COLUMNS = ("name", "label", "mentions", "articles", "written")


def run(arguments: Namespace) -> int:
    """Lists names, those in most articles first."""
    sources = read_sources(arguments)
    found = analyses(arguments, sources.articles, frozenset({"entities"}))
    rows = tuple(row for row in _rows(found) if arguments.label in (None, row[1]))
    if arguments.format == "text" and not arguments.output:
        if rows:
            table = Table("Names", COLUMNS, rows)
            Page().table([column.capitalize() for column in COLUMNS], table.flat)
    else:
        form = "md" if arguments.format == "text" else arguments.format
        with opened(arguments.output) as write:
            write_table(Table("Names", COLUMNS, rows), form, write)
    if not rows:
        say_nothing("name")
    return max(sources.code, found.code) or (0 if rows else NOTHING)


def _rows(found: Found) -> Iterator[tuple[Cell, ...]]:
    labels: dict[str, Counter[str]] = {}
    places: dict[str, set[str]] = {}
    written: dict[str, Counter[str]] = {}
    for article, analysis in found.each():
        for entity in analysis.entities if analysis else ():
            name = entity.name or entity.text
            labels.setdefault(name, Counter())[entity.label] += 1
            places.setdefault(name, set()).add(article.id)
            written.setdefault(name, Counter())[" ".join(plain_words(entity.text).split())] += 1
    for name in sorted(labels, key=lambda name: (-len(places[name]), -labels[name].total(), name)):
        forms = tuple(form for form, _ in written[name].most_common())
        yield name, labels[name].most_common(1)[0][0], labels[name].total(), len(places[name]), forms
