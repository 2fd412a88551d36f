"""Zotero: its export as CSL JSON (https://github.com/citation-style-language/schema), descriptions with little text.

Zotero exports no full texts this way; the abstract and the note are what there is to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tui.articles.decoding import Unreadable, decode
from tui.articles.formats.json import parsed_document, records_in
from tui.articles.formats.markup import is_markup, words_of
from tui.articles.formats.protocol import Extracted, Problem
from tui.articles.formats.records import described

_ITEM = re.compile(
    rb"\"(?:container-title|issued|date-parts|citation-key|citekey)\"\s*:|\"id\"\s*:\s*\"https?://zotero\.org/"
    rb"|\"type\"\s*:\s*\"(?:article-(?:newspaper|magazine|journal)|post-weblog|webpage|broadcast)\""
)
_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_FIELD_LINE = re.compile(r"[\w .-]{1,40}: ?\S.*$")
"""Lines of the field Extra that are fields of their own and no note."""
_NOTE = "Zotero exports no full text; its abstract or note is shown."


@dataclass(frozen=True, slots=True)
class Zotero:
    """A library or collection exported as CSL JSON."""

    name: str = "zotero"
    suffixes: tuple[str, ...] = (".json",)

    def recognises(self, head: bytes) -> bool:
        """Whether an item of CSL JSON begins here."""
        return bool(_OPENING.match(head) and _ITEM.search(head))

    def read(self, data: bytes, name: str) -> Iterator[Extracted | Problem]:
        """Abstracts and notes, numbered; items that have neither are named after them."""
        silent: list[str] = []
        found = 0
        for number, item in records_in(parsed_document(decode(data).text)):
            if not isinstance(item, Mapping):
                continue
            metadata = described(_plain(item))
            text = "\n\n".join(part for key in ("abstract", "note") if (part := _words(item.get(key))))
            if text:
                found += 1
                yield Extracted(text, metadata, number, (_NOTE,))
            else:
                silent.append(f"„{metadata.title or number}“")
        if not found:
            raise Unreadable("No item of this Zotero export has an abstract or a note, so there is nothing to read.")
        if silent:
            more = f" and {len(silent) - 5:,} more" if len(silent) > 5 else ""
            yield Problem("", f"Without abstract and note, so without a text: {', '.join(silent[:5])}{more}.")


FORMAT = Zotero()


def _plain(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item in the keys that other descriptions use."""
    return {
        "title": item.get("title"),
        "source": item.get("container-title") or item.get("publisher"),
        "author": [name for one in _list(item.get("author")) if (name := _name(one))],
        "date": _date(item.get("issued")),
        "url": item.get("URL"),
        "language": item.get("language"),
    }


def _name(person: object) -> str:
    if not isinstance(person, Mapping):
        return person if isinstance(person, str) else ""
    parts = (person.get(key) for key in ("given", "non-dropping-particle", "family", "literal"))
    return " ".join(part for part in parts if isinstance(part, str) and part)


def _date(issued: object) -> str | None:
    """The date of ``{"date-parts": [[2023, 4, 14]]}``; one without a day is not known to the day and left out."""
    if not isinstance(issued, Mapping):
        return issued if isinstance(issued, str) else None
    first = next(iter(_list(issued.get("date-parts"))), None)
    parts = [str(part).strip() for part in _list(first)]
    if len(parts) >= 3 and all(part.isdecimal() and len(part) <= 4 for part in parts[:3]):
        return f"{int(parts[0]):04d}-{int(parts[1]):02d}-{int(parts[2]):02d}"
    words = issued.get("literal") or issued.get("raw")
    return words if isinstance(words, str) else None


def _words(value: object) -> str:
    if not isinstance(value, str):
        return ""
    text = words_of(value) if is_markup(value) else value.strip()
    lines = text.splitlines()
    return "" if all(_FIELD_LINE.match(line) or not line for line in lines) and len(lines) < 20 else text


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
