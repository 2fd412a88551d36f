"""What a web page leaves round its article: prompts, share bars, notices, adverts, identifiers."""

from __future__ import annotations

import re
from functools import cache

from tui.articles.blocks.letters import bare
from tui.articles.blocks.phrases import LIST_ANCHORS, LONGEST_NOTICE, OPENINGS, WEAK_LINES, WHOLE_LINES
from tui.articles.patterns import pattern

_LONGEST_LINE = 90
"""Code points up to which a line is compared with set phrases."""
_SOURCES = frozenset({"verwendete quellen", "unsere quellen", "quellenangaben", "quellenverzeichnis"})
_IDENTIFIER = pattern(r"(?=\S*\d)[a-z0-9]{1,20}(?:[-_:/][a-z0-9]{1,20}){1,6}")
_COUNTED = pattern(
    r"(?:\(?\d{1,6}\)? (?:kommentare?|comments?|shares?|reaktionen|likes?|mal geteilt|antworten)"
    r"|(?:kommentare?|comments?|shares|reaktionen|antworten):? \(?\d{1,6}\)?"
    r"|(?:seite|teil|bild|foto|slide) \d{1,3} (?:von|/) \d{1,3}|\d{1,3} (?:von|/) \d{1,3}"
    r"|(?:nr\. ?\d{1,4} ?[|,·] ?)?seite \d{1,3}|\d{1,2}:\d{2}(?: ?min(?:uten)?| / \d{1,2}:\d{2}))"
)
_COMMENTS_OPEN = pattern(
    r"(?:\d{1,5} (?:kommentare?|comments|responses|antworten)(?: zu .*| auf .*| to .*)?"
    r"|(?:kommentare|comments) \(?\d{1,5}\)?|(?:ein gedanke|\d{1,5} gedanken) zu .*|(?:one thought"
    r"|\d{1,5} thoughts) on .*"
    r"|leserkommentare|kommentare der leser)"
)
_COMMENT_WORDS = ("komment", "comment", "responses", "antworten", "gedanke", "thought")
_SHARE_BAR_WORDS = WEAK_LINES | WHOLE_LINES | {
    "anhören",
    "artikel hören",
    "hören",
    "verschenken",
    "teilen",
    "share",
    "drucken",
    "merken",
    "per",
    "auf",
    "via",
    "senden",
    "tweet",
    "tweeten",
    "twittern",
    "mailen",
    "posten",
}


@cache
def _openings() -> dict[str, tuple[str, ...]]:
    grouped: dict[str, list[str]] = {}
    for phrase in OPENINGS:
        grouped.setdefault(phrase.split(" ", 1)[0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in grouped.items()}


def page_rule(text: str) -> str | None:
    """The rule by which a stretch is part of the page and not of the article, wherever it stands."""
    if len(text) > LONGEST_NOTICE:
        return None
    line = bare(text)
    if not any(c.isalnum() for c in line):
        return "no words"
    if len(text) <= _LONGEST_LINE:
        if line in WHOLE_LINES:
            return "set phrase of web pages"
        if any(map(str.isdigit, text)):
            if _COUNTED.fullmatch(line):
                return "counter"
            if _IDENTIFIER.fullmatch(text):
                return "identifier"
        if _is_share_bar(line):
            return "share bar"
    head = " ".join(text[:80].casefold().replace("\xa0", " ").replace("’", "'").split()).lstrip("#>*+-–►▸→»•➜➔▷⇒ ")
    first = head.split(" ", 1)[0]
    for phrase in _openings().get(first, ()):
        if head.startswith(phrase) and not head[len(phrase) : len(phrase) + 1].isalpha():
            return "opening of a notice"
    return None


def _is_share_bar(line: str) -> bool:
    """Whether a line is nothing but buttons, of one word or more: "Artikel anhören Drucken Link kopieren"."""
    words = [word for word in re.split(r"[\s|/·•,]+", line) if word]
    at = 0
    while at < len(words):
        size = next((n for n in (4, 3, 2, 1) if " ".join(words[at : at + n]) in _SHARE_BAR_WORDS), 0)
        if not size:
            return False
        at += size
    return len(words) >= 3


def is_weak(text: str) -> bool:
    """Whether a line is a page's word that might as well be a heading."""
    return len(text) <= 40 and bare(text) in WEAK_LINES


def opens_related(text: str) -> bool:
    """Whether headlines of other articles follow this line."""
    return len(text) <= _LONGEST_LINE and bare(text) in LIST_ANCHORS


def opens_sources(text: str) -> bool:
    """Whether a list of what the article was written from follows this line."""
    return len(text) <= 40 and bare(text) in _SOURCES


def opens_comments(text: str) -> bool:
    """Whether the comments of readers follow this line."""
    line = bare(text) if len(text) <= 200 else ""
    return any(map(line.__contains__, _COMMENT_WORDS)) and _COMMENTS_OPEN.fullmatch(line) is not None
