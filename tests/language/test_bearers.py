"""Whom a bare surname means where an article names several persons who bear it."""

from __future__ import annotations

import re

import pytest

from tui.language.bearers import Mention, meant_by_surname

SHARED = [
    ("[Jan Roth] kam. [Roth] sprach. Seine Kollegin [Eva Roth] ging. [Roth] blieb.", "Jan Roth"),
    ("[Jan Roth] ist tot. Seine Witwe [Eva Roth] weinte. [Roth] hatte drei Kinder.", "Jan Roth"),
    ("[Eva Roth] leitet das Amt. Ihr Sohn [Jan Roth] lernt noch. [Roth] ist zufrieden.", "Eva Roth"),
    ("[Eva Roth] sah zu. [Jan Roth] lag am Boden. [Roth] starb am Abend. Er wurde 40.", "Jan Roth"),
    ("[Jan Roth] sah zu. [Eva Roth] gewann. [Roth] jubelte. Sie ist 20 Jahre alt.", "Eva Roth"),
    ("[Jan Roth] und [Eva Roth] stritten. Frau [Roth] ging.", "Eva Roth"),
    ("[Eva Roth] und [Jan Roth] stritten. Herr [Roth] ging.", "Jan Roth"),
    ("Bürgermeister [Jan Roth] und Trainer [Uwe Roth] kamen. Trainer [Roth] sprach.", "Uwe Roth"),
    ("[Jan Roth] kam. Auch [Uwe Roth] kam. [Jan Roth] sprach. Dann ging [Roth].", "Jan Roth"),
    ("[Jan Roth] kam. Auch [Uwe Roth] kam. Dann ging [Roth].", "Jan Roth"),
    ("Es sprach [Roth]. Danach kamen [Jan Roth] und seine Frau [Eva Roth].", "Jan Roth"),
]


@pytest.mark.parametrize("marked, name", SHARED)
def test_a_shared_surname_means_whom_the_text_tells_or_whom_it_meant_before(marked: str, name: str) -> None:
    assert set(meant(marked)) == {name}


def test_a_courtesy_for_one_does_not_give_the_surname_away() -> None:
    marked = "[Jan Roth] kam. [Roth] sprach. [Eva Roth] ging. Frau [Roth] weinte. [Roth] blieb."
    assert meant(marked) == ["Jan Roth", "Eva Roth", "Jan Roth"]


@pytest.mark.parametrize(
    "marked",
    [
        "[Jan Roth] kam. Frau [Roth] ging.",
        "[Jan Roth] kam. [J. Roth] blieb. [Roth] ging.",
        "[Eva Berg] kam. [Jan Roth] blieb. [Berg] ging.",
    ],
)
def test_a_surname_that_one_bears_is_left_alone(marked: str) -> None:
    assert not meant(marked)


def meant(marked: str) -> list[str]:
    mentions: list[Mention] = []
    text = ""
    for part in re.split(r"(\[[^\]]+\])", marked):
        if part.startswith("["):
            mentions.append(Mention(len(text), part[1:-1]))
        text += part.strip("[]")
    return list(meant_by_surname(text, mentions).values())
