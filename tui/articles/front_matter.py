"""The description at the head of a Markdown or text file, between lines of ``---`` (YAML) or ``+++`` (TOML).

PyYAML and tomllib are called directly: the libraries built on them drop the place where the text begins.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any, NamedTuple

from tui.articles.metadata import Metadata, metadata_from

LONGEST_HEAD = 16_384
"""Code points within which front matter has to end."""
DEEPEST_HEAD = 20
"""Lists within lists, as brackets or as dashes in one line."""

_STEPS = re.compile(rf"(?:[-?:][ \t]+){{{DEEPEST_HEAD}}}")
_PAIR = re.compile(r"([\w-]{1,40})[ \t]*[:=][ \t]*(.*)")
_HEAD = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")


class Split(NamedTuple):
    """A text in two parts."""

    metadata: Metadata
    text: str
    """What stands behind the head."""
    damaged: bool = False
    """Whether the head is no YAML or TOML, and only its lines with one key and its words were understood."""


def split_front_matter(text: str) -> Split:
    """The metadata at the head of a text, and the text behind it.

    A head that never closes, or that is no table of keys, belongs to the text: a rule of dashes may open an article.
    """
    opening = _HEAD.match(text)
    if not opening:
        return Split(Metadata(), text)
    mark = opening.group(1)
    closers = r"---|\.\.\." if mark == "---" else r"\+\+\+"
    closing = re.compile(rf"^(?:{closers})[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE).search(
        text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text[:LONGEST_HEAD] else text,
        opening.end(),
        opening.end() + LONGEST_HEAD,
    )
    if not closing:
        return Split(Metadata(), text)
    head = text[opening.end() : closing.start()]
    values = _yaml(head) if mark == "---" else _toml(head)
    if values is not None:
        return Split(metadata_from(values), text[closing.end() :])
    simple = metadata_from(_simple_lines(head))
    if simple == Metadata():
        return Split(simple, text)
    return Split(simple, text[closing.end() :], damaged=True)


def _simple_lines(head: str) -> dict[str, str]:
    """The lines of a damaged head that hold a key and its words: ``title: Streik: Züge stehen`` is no YAML.

    Empty where there are lines of another kind than heads have, so that no paragraph between rules is taken for one.
    """
    found: dict[str, str] = {}
    for line in filter(str.strip, head.splitlines()):
        pair = _PAIR.match(line)
        if pair:
            found.setdefault(pair.group(1), pair.group(2).strip().strip("\"'[]"))
        elif not line.startswith((" ", "\t", "-", "#", "[", "]")):
            return {}
    return found


def _yaml(head: str) -> dict[str, Any] | None:
    if _depth(head) > DEEPEST_HEAD or _STEPS.search(head):
        return None
    # 15 ms to import; only files with a head need it.
    import yaml

    try:
        # BaseLoader leaves every scalar a string and builds no objects: a date stays as it was written. Its form in C
        # takes a tenth of the time; on nested lists it runs out of stack, which the depth above keeps it from.
        values = yaml.load(head, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return values if isinstance(values, dict) else None


def _depth(head: str) -> int:
    """The most brackets open at once, quoted ones counted too."""
    steps = (1 if mark in "[{" else -1 for mark in re.findall(r"[\[\]{}]", head))
    return max(accumulate(steps), default=0)


def _toml(head: str) -> dict[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads(head.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
