"""The text cut into stretches: paragraphs, headings and single lines, before anything is known about their roles."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.articles.blocks.press import is_printed_alone
from tui.articles.blocks.wrapping import Wrapping, as_one_line

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_HEADING = re.compile(r"(#{1,6}[^\S\n]+)(?=[^\s#])(.*?\S)(?:\s+#{1,6})?$")
_QUOTED = re.compile(r"(?:>[^\S\n]?)+")
_ROW = re.compile(r"\|[^\S\n]*(\S.*?)[^\S\n]*\|$")
_RULE = re.compile(r"\|?[^\S\n]*:?-{2,}:?[^\S\n]*(?:\|[^\S\n]*:?-{2,}:?[^\S\n]*)*\|?$")
"""Between the head and the rows of a Markdown table; of dashes alone it is one only with a bar."""
_STRONG = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_])([^*\n]*[^\s*_])\1$")
"""A line that is emphasised as a whole."""
_LONGEST_HEADING = 300
"""Code points up to which a line with Markdown's signs is a heading."""


class Stretch(NamedTuple):
    """A piece of the raw text without white space at its ends, and without the signs that Markdown puts round it."""

    start: int
    end: int
    text: str
    """Its words; those of lines wrapped at a fixed width as one line."""
    after_blank: bool
    """Whether an empty line stands before it (true for the first)."""
    heading: bool = False
    """Whether Markdown's signs (``## Words``) say that it is a heading."""
    row: bool = False
    """Whether Markdown's bars say that it is a row of a table."""
    indent: int = 0
    """Code points of its line that stand before it."""


def cut_stretches(text: str) -> list[Stretch]:
    """Lines of the text, or its paragraphs where lines are wrapped at a fixed width; in linear time."""
    lines = _lines(text)
    wrapping = Wrapping.of([(line.text, line.after_blank) for line in lines])
    return _joined(lines, wrapping) if wrapping else lines


def _lines(text: str) -> list[Stretch]:
    lines: list[Stretch] = []
    blank, last = True, 0
    for match in _LINE.finditer(text):
        raw = match.group()
        words = raw.strip()
        between = text[last : match.start()]
        blank = blank or between.replace("\r\n", "\n").count("\n") + between.count("\r") - between.count("\r\n") > 1
        last = match.end()
        if not words:
            blank = True
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        signed = _HEADING.match(words) if words[0] == "#" and len(words) <= _LONGEST_HEADING else None
        if signed:
            start, words = start + signed.start(2), signed[2]
        elif words[0] in ">|*_:-" and len(words) <= _LONGEST_HEADING:
            if "|" in words and _RULE.match(words):
                continue
            if quoted := _QUOTED.match(words):
                start, words = start + quoted.end(), words[quoted.end() :]
                if not words:
                    blank = True
                    continue
            if row := _ROW.match(words):
                start, words = start + row.start(1), row[1]
            elif strong := _STRONG.match(words):
                start, words = start + strong.start(2), strong[2]
            indent = start - match.start()
            lines.append(Stretch(start, start + len(words), words, blank, row=row is not None, indent=indent))
            blank = False
            continue
        indent = start - match.start()
        lines.append(Stretch(start, start + len(words), words, blank, signed is not None, indent=indent))
        blank = False
    return lines


def _joined(lines: list[Stretch], wrapping: Wrapping) -> list[Stretch]:
    groups: list[list[Stretch]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, wrapping):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_group(group) for group in groups]


def _goes_on(above: Stretch, line: Stretch, wrapping: Wrapping) -> bool:
    """Whether a line belongs to the paragraph of the one above it."""
    if line.after_blank or line.heading or line.row or above.heading or above.row:
        return False
    if is_printed_alone(above.text) or is_printed_alone(line.text):
        return False
    return wrapping.goes_on(above.text, line.text, line.indent - above.indent)


def _group(lines: list[Stretch]) -> Stretch:
    """Lines as one stretch."""
    return lines[0]._replace(end=lines[-1].end, text=as_one_line([line.text for line in lines]))
