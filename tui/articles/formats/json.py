"""JSON: one article, a list of them, or one a line; as scrapers, feeds and ``lesart export`` write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tui.articles.decoding import Unreadable, decode
from tui.articles.formats.protocol import Extracted, Problem, replaced_note
from tui.articles.formats.records import article_of

MOST_PARTS = 6_000_000
"""Commas and opening brackets of one document; more would take gigabytes once it is parsed."""
MOST_SAID = 20
"""Damaged lines or empty entries of a file that are named one by one."""

_LISTS = ("articles", "items", "entries", "results", "documents", "docs", "data", "news", "@graph", "hits")
_INNER = ("article", "_source", "data", "item")
_ANALYSES = (("story", "articles"), ("fact", "mentions"))
"""Type and key of the lines of our own export that are about articles and no articles."""
_OWN_TEXTLESS = "The export was made without the texts; lesart export --parts text writes them."
_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")


@dataclass(frozen=True, slots=True)
class Json:
    """Documents and lines of JSON."""

    name: str = "json"
    suffixes: tuple[str, ...] = (".json", ".jsonl", ".ndjson")

    def recognises(self, head: bytes) -> bool:
        """Whether a table or a list begins here."""
        return bool(_BEGINNING.match(head))

    def read(self, data: bytes, name: str) -> Iterator[Extracted | Problem]:
        """The articles in the order of the file; numbered where it holds a list."""
        decoded = decode(data)
        notes = replaced_note(decoded)
        for one in _articles(decoded.text, by_line=name.lower().endswith((".jsonl", ".ndjson"))):
            yield replace(one, notes=(*notes, *one.notes)) if isinstance(one, Extracted) and notes else one
            notes = ()


FORMAT = Json()


def parsed(text: str) -> Any:
    """A JSON value; numbers stay the words that they are written in.

    Raises:
        Unreadable: it has too many parts or is nested too deeply.
        json.JSONDecodeError: it is damaged.
    """
    if text.count(",") + text.count("[") + text.count("{") > MOST_PARTS:
        raise Unreadable(f"This has more than {MOST_PARTS // 1_000_000} million parts; it was not read.")
    try:
        # A number of a million digits would take minutes to become one.
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str, strict=False)
    except RecursionError as error:
        raise Unreadable("This is nested too deeply; it was not read.") from error


def parsed_document(text: str) -> Any:
    """The value of a whole file.

    Raises:
        Unreadable: it is damaged, has too many parts or is nested too deeply.
    """
    try:
        return parsed(text)
    except json.JSONDecodeError as error:
        raise Unreadable(f"This is damaged JSON: {_where(error)}.") from error


def records_in(document: Any) -> Iterator[tuple[str, Any]]:
    """The entries of a document with their numbers; one that is no list has an empty number."""
    if isinstance(document, dict):
        for key in _LISTS:
            inner = document.get(key)
            if isinstance(inner, list) and any(isinstance(one, dict) for one in inner):
                document = inner
                break
    if isinstance(document, list):
        yield from ((str(number), one) for number, one in enumerate(document, 1))
    else:
        yield "", document


def _articles(text: str, by_line: bool) -> Iterator[Extracted | Problem]:
    if by_line:
        yield from _found(_lines(text))
        return
    try:
        document = parsed(text)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise Unreadable(f"This is damaged JSON: {_where(error)}.") from error
        yield from _found(_lines(text))
    else:
        yield from _found(records_in(document))


def _lines(text: str) -> Iterator[tuple[str, Any]]:
    """The entries of a file that has one a line, each with the number of its line; a damaged one is its problem.

    Raises:
        Unreadable: no line is JSON, and the file is none as a whole.
    """
    fine, start, number = 0, 0, 0
    early: list[Problem] = []
    while start < len(text) and (fine or len(early) < MOST_SAID):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line, start, number = text[start:end], end + 1, number + 1
        if not line.strip():
            continue
        try:
            value = parsed(line)
        except (json.JSONDecodeError, Unreadable) as error:
            why = error.sentence if isinstance(error, Unreadable) else f"This line is damaged JSON: {_where(error)}."
            if fine:
                yield str(number), Problem(str(number), why)
            else:
                early.append(Problem(str(number), why))
        else:
            if not fine:
                yield from ((problem.path, problem) for problem in early)
            fine += 1
            yield str(number), value
    if not fine:
        yield from records_in(parsed_document(text))


def _found(entries: Iterator[tuple[str, Any]]) -> Iterator[Extracted | Problem]:
    """The articles among entries; those without words and those that are damaged are said after them.

    Raises:
        Unreadable: there is no article among them.
    """
    articles, damaged, textless = 0, 0, False
    problems: list[Problem] = []
    silent: list[str] = []
    for number, entry in entries:
        if isinstance(entry, Problem):
            damaged += 1
            if damaged <= MOST_SAID:
                problems.append(entry)
            continue
        if isinstance(entry, dict) and any(entry.get("type") == kind and key in entry for kind, key in _ANALYSES):
            continue
        try:
            found = _article(entry, f"{number or 'page'}.html")
        except Unreadable as error:
            problems.append(Problem(number, error.sentence))
            continue
        if found is None:
            silent.append(number)
            textless = textless or (isinstance(entry, dict) and "text_sha256" in entry)
        else:
            articles += 1
            yield replace(found, member=number)
    if not articles:
        if textless:
            raise Unreadable(_OWN_TEXTLESS)
        if problems and not silent:
            raise Unreadable(problems[0].sentence)
        raise Unreadable("No article is in it: no entry has words under text, maintext, content, body or the like.")
    yield from problems
    if damaged > MOST_SAID:
        yield Problem("", f"{damaged - MOST_SAID:,} more lines are damaged.")
    if silent:
        more = f" and {len(silent) - MOST_SAID:,} more" if len(silent) > MOST_SAID else ""
        which = f"Entry {silent[0]} has" if len(silent) == 1 else f"Entries {', '.join(silent[:MOST_SAID])}{more} have"
        yield Problem("", f"{which} no text." if not textless else _OWN_TEXTLESS)


def _article(entry: Any, page_name: str) -> Extracted | None:
    for _ in range(3):
        if not isinstance(entry, dict):
            return None
        if found := article_of(entry, page_name):
            return found
        entry = next((entry[key] for key in _INNER if isinstance(entry.get(key), dict)), None)
    return None


def _where(error: json.JSONDecodeError) -> str:
    # Python ends some of its messages for a position to follow: "Unterminated string starting at".
    said = error.msg.removesuffix(" starting at").removesuffix(" at")
    return f"{said[0].lower()}{said[1:]} in line {error.lineno}, column {error.colno}"
