"""``lesart quotes``: who is quoted with which words, and where."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import groupby

from tui.articles import Article, source_label
from tui.cli.analyses import Found, analyses
from tui.cli.likeness import like
from tui.cli.outcome import NOTHING, Refusal, say_nothing
from tui.cli.page import Page
from tui.cli.sources import read_sources
from tui.cli.tables import Cell, Table, write_table
from tui.cli.writing import opened
from tui.language.model import Quotation
from tui.language.speakers import speaker_name

COLUMNS = (
    "speaker",
    "kind",
    "text",
    "source",
    "published",
    "path",
    "start",
    "end",
    "cue",
    "flags",
    "via",
    "same_as",
    "spans",
    "article",
    "id",
)
ORDERS = ("speaker", "source", "kind")
COMPARED = 50
"""Up to so many articles are compared, so that quotations told anew are known again; of more only their words are."""

Row = tuple[Cell, ...]


def run(arguments: Namespace) -> int:
    """Lists quotations in the order of the texts, or by speaker, source or kind."""
    by = arguments.by.casefold() if arguments.by else None
    if by and by == arguments.by and by not in ORDERS:
        _refuse_mistyped(by)
    sources = read_sources(arguments)
    parts = {"sentences", "entities", "quotations"}
    if 1 < len(sources.articles) <= COMPARED:
        parts.add("facts")  # only a comparison knows a quotation again that is told anew
    found = analyses(arguments, sources.articles, frozenset(parts))
    speaker = arguments.speaker or (arguments.by if by and by not in ORDERS else None)
    rows = [row for row in _rows(found) if _wanted(row, speaker, arguments.kind)]
    if by in ORDERS:
        place = COLUMNS.index(by)
        rows.sort(key=lambda row: (not row[place], str(row[place]).casefold()))
    if arguments.format == "text" and not arguments.output:
        _print(rows, by if by in ORDERS else "source")
    else:
        form = "md" if arguments.format == "text" else arguments.format
        with opened(arguments.output) as write:
            write_table(Table("Quotations", COLUMNS, tuple(rows)), form, write)
    if not rows:
        say_nothing("quotation")
    return max(sources.code, found.code) or (0 if rows else NOTHING)


def _refuse_mistyped(word: str) -> None:
    """Refuses a misspelt order, which would be taken for a name."""
    from difflib import get_close_matches

    if near := get_close_matches(word, ORDERS, n=1, cutoff=0.8):
        raise Refusal(f"There is no order {word}. Did you mean {near[0]}? --speaker {word} asks for a name.")


def _rows(found: Found) -> Iterator[Row]:
    for article, analysis in found.each():
        for said in analysis.quotations if analysis else ():
            yield _row(article, said)


def _row(article: Article, said: Quotation) -> Row:
    return (
        speaker_name(said) or None,
        said.kind,
        " … ".join(" ".join(article.text[start:end].split()) for start, end in said.spans),
        source_label(article),
        article.published,
        article.path,
        said.start,
        said.end,
        said.cue.text if said.cue else None,
        said.flags,
        tuple(via.name or via.text for via in said.via),
        said.same_as,
        said.spans,
        article.id,
        said.id,
    )


def _wanted(row: Row, speaker: str | None, kind: str | None) -> bool:
    return (kind is None or row[1] == kind) and (speaker is None or like(str(row[0] or ""), speaker))


def _print(rows: Sequence[Row], by: str) -> None:
    page = Page()
    place = COLUMNS.index(by)
    known = {str(row[-1]): row for row in rows}
    for name, several in groupby(rows, key=lambda row: row[place]):
        group = list(several)
        page.line((str(name or "speaker not found"), "bold"), (f"  {len(group)}", "dim"))
        shown: set[str] = set()
        for row in group:
            if str(row[-1]) in shown:
                continue
            _line(page, row, by, "")
            for same in _same_as(row):
                if same in known and same not in shown:
                    shown.add(same)
                    _line(page, known[same], by, "= ")
        page.line()


def _same_as(row: Row) -> tuple[str, ...]:
    found = row[COLUMNS.index("same_as")]
    return tuple(map(str, found)) if isinstance(found, tuple) else ()


def _line(page: Page, row: Row, by: str, sign: str) -> None:
    """One quotation; with a sign, as another source has the one above."""
    speaker, kind, text, source, published, path, start, end, *_ = row
    who = source if by == "speaker" or sign else speaker or "speaker not found"
    words = f"„{text}“" if kind == "direct" else str(text)
    indent = 4 if sign else 2
    date = f"{published}, " if published else ""
    page.line(sign, (str(who), "cyan"), f" [{kind}] ", words, (f"  {date}{path}:{start}-{end}", "dim"), indent=indent)
