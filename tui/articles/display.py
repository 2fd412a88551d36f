"""Words from outside, made safe to show.

A text may hold what a terminal would obey (escapes), what reorders other words (bidirectional controls), or what hides.
The stand-ins have the same length in code points, so that positions in a text are positions on the screen.
"""

from __future__ import annotations

import re

from tui.articles.patterns import pattern
from tui.articles.plain import divisions, emphasis_signs

PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
"""The Unicode pictures of the control characters, such as ␛ for escape."""
_SPACES = pattern("[\t\n\r\v\f\x85\xa0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
# Zero-width joiners (U+200C, U+200D) stay: scripts and emoji need them, and they neither reorder nor hide words.

UNSEEN = "\u200c"
"""Stands for what is to be seen by nobody: zero cells wide, and on every screen the same."""

_ODD = pattern(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_OBEYED = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0001-\U000e007f]"
)
"""What a terminal obeys, what reorders words, tags that hide whole sentences, and halves of characters."""
HIDDEN = "\xad\u200b\u2060\ufeff"
"""Soft hyphens and zero-width spaces: in the middle of words, and nothing to see."""
_TAGS = "\U000e0000"
"""From here on, tags and selectors count as printable but hide."""

_LINE_END = pattern(r"(?<=\S)(?:[ \t]*(?:\r\n|[\r\n])[ \t]+|[ \t]+(?:\r\n|[\r\n])|\r\n)(?=\S)")
"""A line end of more than one character."""

_INNER = str.maketrans("„“”", "‚‘’")


def quoted(words: str) -> str:
    """The words within „…“; such marks among them become the single ones that German has inside others."""
    return f"„{words.translate(_INNER)}“"


def printable(text: str) -> str:
    """The text with one visible, harmless character for each that a terminal would obey or hide.

    Line ends, tabs and other spaces become plain spaces; control characters their Unicode pictures; bidirectional
    controls, surrogates and private-use characters the replacement character. Soft hyphens and zero-width spaces, which
    stand in every word of some pages, become the zero-width non-joiner, which shows and breaks nothing.
    """
    if text.isprintable() and (text.isascii() or max(text) < _TAGS):
        return text
    text = _SPACES.sub(" ", text)
    if text.isprintable() and max(text) < _TAGS:
        return text
    return _ODD.sub(_stand_in, text)


def _stand_in(found: re.Match[str]) -> str:
    character = found.group()
    return PICTURES.get(ord(character)) or (UNSEEN if character in HIDDEN else "\ufffd")


def visible(text: str) -> str:
    """The text for a document that may end on a terminal: the same length, and nothing in it is obeyed or reorders.

    Unlike on the screen, spaces of all kinds, tabs and line feeds stay what they are, because a document is also read
    by programs.
    """
    return _OBEYED.sub(lambda found: PICTURES.get(ord(found[0]), "\ufffd"), text)


def readable(text: str) -> str:
    """Words of an article, printable and of the same length.

    The signs of Markdown's emphasis are unseen, and so is what divides a word between two lines; a line end within a
    paragraph is one space, however lines end and are indented.
    """
    parts: list[str] = []
    before = 0
    ends = [(found.start() + 1, found.end()) for found in _LINE_END.finditer(text)]
    for start, end in sorted(emphasis_signs(text) + divisions(text) + ends):
        if start < before:
            continue
        parts += text[before:start], UNSEEN * (end - start)
        before = end
    return printable("".join((*parts, text[before:])) if parts else text)
