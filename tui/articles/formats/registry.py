"""Which format reads a file: by its ending, else by its first bytes, else as plain text.

The built-in formats are listed here by what can be told without loading them; a module is imported when a file needs
it, and formats of other packages are looked for when a file is none of the built-in ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import Any, NamedTuple

from tui.articles.formats.protocol import HEAD, Format

GROUP = "lesart.formats"
"""Entry points by which other packages add formats; each names an object that meets ``Format``."""


class BuiltIn(NamedTuple):
    """A format of ours that need not be loaded yet."""

    name: str
    """Also the name of its module in this package."""
    suffixes: tuple[str, ...]
    signature: bytes = b""
    """How every file of this kind begins, where it is not text; it says more than an ending."""

    def load(self) -> Format:
        """The format itself."""
        loaded: Format = import_module(f"tui.articles.formats.{self.name}").FORMAT
        return loaded


BUILT_IN = (
    BuiltIn("newsboat", (".db",), b"SQLite format 3\0"),
    BuiltIn("epub", (".epub",), b"PK\x03\x04"),
    BuiltIn("office", (".docx", ".odt"), b"PK\x03\x04"),
    BuiltIn("zip", (".zip",), b"PK\x03\x04"),
    BuiltIn("pdf", (".pdf",), b"%PDF-"),
    BuiltIn("mhtml", (".mhtml", ".mht")),
    BuiltIn("eml", (".eml",)),
    BuiltIn("html", (".html", ".htm", ".xhtml")),
    BuiltIn("zotero", (".json",)),
    BuiltIn("json", (".json", ".jsonl", ".ndjson")),
    BuiltIn("markdown", (".md", ".markdown")),
    BuiltIn("text", (".txt", ".text")),
)
"""In the order in which they are asked whether they recognise a file."""
SUFFIXES = frozenset(suffix for one in BUILT_IN for suffix in one.suffixes)
"""Endings of the files that a folder is searched for; formats of other packages may add to them."""


class Added(NamedTuple):
    """The formats of other packages, and a sentence for each that cannot be used."""

    formats: tuple[Format, ...]
    failures: tuple[str, ...] = ()


@cache
def added() -> Added:
    """The formats that installed packages add, in the order of their names."""
    # 15 ms to import, and a look into every installed package: only files of unknown kinds need it.
    from importlib.metadata import entry_points

    formats: list[Format] = []
    failures: list[str] = []
    for point in sorted(entry_points(group=GROUP), key=lambda one: one.name):
        try:
            found: Format = _made(point.load())
            if not _fits(found):
                raise TypeError("it does not meet the protocol of formats")
        except Exception as error:  # a package of somebody else may fail in any way
            failures.append(f"The format {point.name} cannot be used: {error or type(error).__name__}.")
        else:
            formats.append(found)
    return Added(tuple(formats), tuple(failures))


def _made(loaded: Any) -> Any:
    return loaded() if isinstance(loaded, type) else loaded


def _fits(found: Any) -> bool:
    named = isinstance(found.name, str) and all(isinstance(suffix, str) for suffix in found.suffixes)
    return named and callable(found.recognises) and callable(found.read)


def reads_ending(suffix: str) -> bool:
    """Whether files with this ending, in lower case and with its dot, are looked for in folders."""
    return suffix in SUFFIXES or (bool(suffix) and any(suffix in one.suffixes for one in added().formats))


def shown_endings() -> str:
    """The endings that folders are searched for, as words of a sentence."""
    formats: tuple[BuiltIn | Format, ...] = (*reversed(BUILT_IN), *added().formats)
    suffixes = list(dict.fromkeys(suffix for one in formats for suffix in one.suffixes))
    return f"{', '.join(suffixes[:-1])} and {suffixes[-1]}"


def format_for(name: str, data: bytes) -> Format:
    """The format of a file.

    Args:
        name: what it is called; only the ending counts.
        data: its bytes, or at least the first ``HEAD`` of them.
    """
    head = data[:HEAD]
    suffix = PurePath(name).suffix.lower()
    signed = [listed for listed in BUILT_IN if listed.signature and head.startswith(listed.signature)]
    for listed in signed:
        if suffix in listed.suffixes:
            return listed.load()
    if found := _first(iter(signed), head):
        return found
    endings = [listed for listed in BUILT_IN if suffix in listed.suffixes]
    if endings:
        return _first(iter(endings[:-1]), head) or endings[-1].load()
    others = added().formats
    fitting = [one for one in others if suffix in one.suffixes]
    if fitting:
        return next((one for one in fitting[:-1] if one.recognises(head)), fitting[-1])
    known = _first((listed for listed in BUILT_IN if not listed.signature), head)
    return known or next((one for one in others if one.recognises(head)), None) or BUILT_IN[-1].load()


def _first(listed: Iterator[BuiltIn], head: bytes) -> Format | None:
    return next((found for one in listed if (found := one.load()).recognises(head)), None)
