"""The description at the head of a Markdown file, between lines of ``---`` (YAML) or ``+++`` (TOML).

PyYAML and tomllib are called directly: the libraries built on them drop the place where the text begins.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

from tui.articles.metadata import Metadata, metadata_from

LONGEST_HEAD = 16_384
"""Code points within which front matter has to end."""
DEEPEST_HEAD = 20
"""Brackets that may stand open at once; PyYAML takes a second to refuse a head of nothing but brackets."""

_HEAD = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")


def split_front_matter(text: str) -> tuple[Metadata, str]:
    """The metadata at the head of a Markdown text, and the text behind it.

    A head that never closes, or that is no table of keys, belongs to the text: a rule of dashes may open an article.
    """
    opening = _HEAD.match(text)
    if not opening:
        return Metadata(), text
    mark = opening.group(1)
    closers = r"---|\.\.\." if mark == "---" else r"\+\+\+"
    closing = re.compile(rf"^(?:{closers})[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE).search(
        text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text[:LONGEST_HEAD] else text,
        opening.end(),
        opening.end() + LONGEST_HEAD,
    )
    if not closing:
        return Metadata(), text
    head = text[opening.end() : closing.start()]
    values = _yaml(head) if mark == "---" else _toml(head)
    if values is None:
        return Metadata(), text
    return metadata_from(values), text[closing.end() :]


def _yaml(head: str) -> dict[str, Any] | None:
    if _depth(head) > DEEPEST_HEAD:
        return None
    # 15 ms to import; only Markdown files with a head need it.
    import yaml

    try:
        # Its loader in C is faster, but runs out of stack on nested lists and takes the program along.
        # BaseLoader leaves every scalar a string and builds no objects: a date stays as it was written.
        values = yaml.load(head, Loader=yaml.BaseLoader)
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
