"""The text cut into stretches: paragraphs, headings and single lines, before anything is known about their roles."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_WRAP_WIDTH = 120
"""Code points of the widest line in a text that is wrapped at a fixed width."""
_FINAL = ".!?:…"
_CLOSERS = "\"'“”‘’»«›‹)]*_ \t\xa0"
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
    after_blank: bool
    """Whether an empty line stands before it (true for the first)."""
    heading: bool = False
    """Whether Markdown's signs (``## Words``) say that it is a heading."""
    row: bool = False
    """Whether Markdown's bars say that it is a row of a table."""


def cut_stretches(text: str) -> list[Stretch]:
    """Lines of the text, or its paragraphs where lines are wrapped at a fixed width; in linear time."""
    lines = _lines(text)
    return _joined(lines, text) if _is_wrapped(lines) else lines


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
            lines.append(Stretch(start, start + len(words), words, blank, row=row is not None))
            blank = False
            continue
        lines.append(Stretch(start, start + len(words), words, blank, signed is not None))
        blank = False
    return lines


def ends_sentence(words: str) -> bool:
    """Whether the words end like a sentence, closing quotation marks and brackets left aside."""
    return words.rstrip(_CLOSERS).endswith(tuple(_FINAL))


def _is_wrapped(lines: list[Stretch]) -> bool:
    """Whether most lines that are followed at once by another break off inside a sentence, at a like width."""
    inner = [line for line, after in pairwise(lines) if not after.after_blank]
    if len(inner) < 4 or len(inner) < 0.4 * len(lines):
        return False
    widths = sorted(len(line.text) for line in inner)
    widest = widths[int(0.95 * (len(widths) - 1))]
    full = sum(width >= 0.75 * widest for width in widths)
    if widest > _WRAP_WIDTH or widths[len(widths) // 2] < 40 or full < 0.6 * len(widths):
        return False
    return sum(ends_sentence(line.text) for line in inner) < 0.35 * len(inner)


def _joined(lines: list[Stretch], text: str) -> list[Stretch]:
    groups: list[list[Stretch]] = []
    for line in lines:
        if line.after_blank or not groups or line.heading or groups[-1][-1].heading:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [group[0]._replace(end=group[-1].end, text=text[group[0].start : group[-1].end]) for group in groups]
