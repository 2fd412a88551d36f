"""Rows for machines and people: JSON, lines of JSON, CSV, Markdown and HTML from one table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.articles.display import visible
from tui.cli.writing import Sink
from tui.library.json_text import json_line

Plain = str | int | float | bool | None
Cell = Plain | tuple[str, ...] | tuple[tuple[int, int], ...]
"""What stands in a cell; several things are a list in JSON and parted by commas elsewhere, spans as ``10-25``."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """What a command lists."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def flat(self) -> tuple[tuple[Plain, ...], ...]:
        """The rows with one value in each cell."""
        return tuple(tuple(map(_flat, row)) for row in self.rows)

    def records(self) -> Iterable[dict[str, Cell]]:
        """The rows as mappings from column to value."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))


def write_table(table: Table, form: str, write: Sink) -> None:
    """Writes a table as ``json``, ``jsonl``, ``csv``, ``md`` or ``html``."""
    if form in ("json", "jsonl"):
        write_records(table.records(), form, write)
    elif form == "csv":
        write(csv_text(table))
    elif form == "md":
        write(markdown_table(table))
    else:
        from tui.library.reports_html import page
        from tui.library.reports_html import table as html_table

        write(visible(page(table.title, html_table(table.columns, table.flat))))


def write_records(records: Iterable[Mapping[str, object]], form: str, write: Sink) -> None:
    """Writes records as a JSON array with a record a line, or as lines of JSON."""
    if form == "jsonl":
        for record in records:
            write(json_line(record) + "\n")
        return
    write("[")
    for number, record in enumerate(records):
        write(("," if number else "") + "\n " + json_line(record))
    write("\n]\n")


def csv_text(table: Table) -> str:
    """The table by RFC 4180, with line feeds alone.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises; a path gets ``./``,
    with which it still leads to its file.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.flat:
        writer.writerow([_csv_cell(cell, column) for cell, column in zip(row, table.columns, strict=True)])
    return visible(out.getvalue())


def markdown_table(table: Table) -> str:
    """The table in GitHub's Markdown."""
    from tui.library.reports import markdown_text
    from tui.library.reports_html import shown

    lines = [f"# {markdown_text(table.title)}", "", _row(table.columns), _row(["---"] * len(table.columns))]
    lines += [_row([markdown_text(shown(cell)) for cell in row]) for row in table.flat]
    return visible("\n".join(lines) + "\n")


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _flat(cell: Cell) -> Plain:
    if not isinstance(cell, tuple):
        return cell
    return ", ".join(one if isinstance(one, str) else f"{one[0]}-{one[1]}" for one in cell)


def _csv_cell(cell: Plain, column: str) -> Plain:
    if not isinstance(cell, str) or not cell.startswith(_FORMULA):
        return cell
    return f"./{cell}" if column == "path" else f"'{cell}"
