"""File names for fetched articles, made of nothing but small letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote, urlsplit

from tui.articles.hashes import hashed
from tui.articles.labels import site

LONGEST_SLUG = 60
LONGEST_SITE = 40

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe", "ł": "l"})


def file_stem(day: str, address: str, title: str) -> str:
    """The name of an article's file without its ending: ``2024-03-12-example-org-die-stadt-kauft-busse``.

    Args:
        day: ISO date, of the article or of the day it was fetched.
        address: where it came from.
        title: its title, or empty.
    """
    host = slug(site(address) or urlsplit(address).hostname or "feed", LONGEST_SITE) or "feed"
    last = unquote(urlsplit(address).path.rstrip("/").rsplit("/", 1)[-1]).rsplit(".", 1)[0]
    words = slug(title, LONGEST_SLUG) or slug(last, LONGEST_SLUG) or hashed(address)[:8]
    return f"{day}-{host}-{words}"


def slug(words: str, longest: int) -> str:
    """Words as part of a file name, cut between words; empty where no Latin letter or digit is in them."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", words).casefold().translate(_GERMAN))
    parts = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    text = "-".join(parts)
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return cut.rsplit("-", 1)[0] if text[longest] != "-" and "-" in cut else cut
