"""Patterns that are compiled late: they are right all the same, and do what compiled ones do."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

from tui import articles
from tui.articles.patterns import pattern

MODULES = [found.name for found in walk_packages(articles.__path__, "tui.articles.") if not found.ispkg]


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_compiles(name: str) -> None:
    late = type(pattern(""))
    for known in vars(import_module(name)).values():
        if isinstance(known, late):
            re.compile(known.pattern, known.flags)


def test_a_late_pattern_finds_what_a_compiled_one_finds() -> None:
    late, now = pattern(r"(\d+) jahre", re.IGNORECASE), re.compile(r"(\d+) jahre", re.IGNORECASE)
    text = "12 Jahre und 3 jahre"
    assert late.findall(text) == now.findall(text)
    assert late.sub("x", text) == now.sub("x", text)
    assert late.pattern == now.pattern
