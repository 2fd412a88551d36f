"""Which language a text is in: what its file declares, unless the text clearly speaks against it.

Texts of some length are told apart by their most frequent small words and the rest by their script; that takes a tenth
of a millisecond. Models that name the language of three words (py3langid: 0.7 s and 100 MB at the first text) would be
paid before the first paint, for articles that have hundreds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pkgutil import get_data

from tui.articles.model import Block

GERMAN = "de"
"""The language that is taken for granted where nothing speaks against it: the program is made for it."""
COMPARED = frozenset({"de", "en"})
"""The languages that the shipped encoder gives meaning to, so that their sentences can be compared."""
SAMPLE = 1_500
"""Code points of own text that are looked at."""
_SOME, _MANY = 6, 20
"""Small words that must be found for another reading than German, and for one against what the file declares."""
_SHARE = 0.06
"""Share of the words that must be small words of the language; running text has a third and more, Turkish a tenth."""
_AHEAD = 1.5
"""How many times as many small words must be found as of German, or of the declared language, to outweigh it."""
_WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)?")
_SCRIPTS = {
    "CYRILLIC": "ru", "GREEK": "el", "ARABIC": "ar", "HEBREW": "he", "HANGUL": "ko", "HIRAGANA": "ja",
    "KATAKANA": "ja", "CJK": "zh", "THAI": "th", "DEVANAGARI": "hi", "GEORGIAN": "ka", "ARMENIAN": "hy",
}  # fmt: skip
_MORE_NAMES = {
    "ru": "Russian", "uk": "Ukrainian", "el": "Greek", "ar": "Arabic", "he": "Hebrew", "ko": "Korean", "ja": "Japanese",
    "zh": "Chinese", "th": "Thai", "hi": "Hindi", "ka": "Georgian", "hy": "Armenian", "bg": "Bulgarian",
    "sr": "Serbian", "sl": "Slovenian", "fa": "Persian", "no": "Norwegian",
}  # fmt: skip
_SPELLED = {"deutsch": "de", "ger": "de", "deu": "de", "eng": "en", "englisch": "en", "französisch": "fr", "fra": "fr"}


def language_of(text: str, blocks: Sequence[Block], declared: str | None) -> str:
    """The language of an article as a code of ISO 639-1.

    Args:
        text: The raw text.
        blocks: Its blocks; only own ones are looked at.
        declared: What the file says, in any of the forms that files use.
    """
    known = language_code(declared)
    sample = _sample(text, blocks)
    counts, words = count_small_words(sample)
    if not counts:
        return known or _by_script(sample) or GERMAN
    best = max(counts, key=lambda code: (counts[code], code == known, code == GERMAN))
    enough = _SOME if known is None else _MANY
    other = counts.get(known or GERMAN, 0)
    if counts[best] >= max(enough, _SHARE * words, _AHEAD * other):
        return best
    return known or _by_script(sample) or GERMAN


def language_code(words: str | None) -> str | None:
    """The code that a declaration such as ``de-AT``, ``de_DE`` or ``English`` means, None where it says nothing."""
    plain = re.split(r"[-_,;\s]", (words or "").strip().casefold(), maxsplit=1)[0]
    named = {name.casefold(): code for code, name in _names().items()}
    code = _SPELLED.get(plain) or named.get(plain) or plain
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def language_name(code: str) -> str:
    """The English name of a language, such as ``French``; for rare ones the code in quotation marks."""
    return _names().get(code) or f"Language “{code}”"


def count_small_words(sample: str) -> tuple[dict[str, int], int]:
    """How many small words of each language a sample holds, by its code, and how many words in all."""
    words = _WORD.findall(unicodedata.normalize("NFC", sample).casefold())
    counts: dict[str, int] = {}
    small = _small_words()
    for word in words:
        for code in small.get(word, ()):
            counts[code] = counts.get(code, 0) + 1
    return counts, len(words)


def _sample(text: str, blocks: Sequence[Block]) -> str:
    parts: list[str] = []
    left = SAMPLE
    for block in blocks:
        if block.role == "paragraph" and left > 0:
            parts.append(text[block.start : min(block.end, block.start + left)])
            left -= len(parts[-1])
    return " ".join(parts)


def _by_script(sample: str) -> str | None:
    """The most frequent language of the script that most letters are of; None for Latin letters."""
    sample = sample[:1_000]
    # The Latin letters stand before the Greek ones.
    if not any(sign >= "Ͱ" and sign.isalpha() for sign in set(sample)):
        return None
    letters = [letter for letter in sample if letter.isalpha()]
    counts: dict[str, int] = {}
    for letter in letters:
        if letter < "Ͱ":
            continue
        script = unicodedata.name(letter, "").split(" ", 1)[0]
        if script in _SCRIPTS:
            counts[_SCRIPTS[script]] = counts.get(_SCRIPTS[script], 0) + 1
    if 2 * sum(counts.values()) <= len(letters):
        return None
    # Japanese is written with Chinese characters between its own.
    best = "ja" if counts.get("ja", 0) > 0.1 * len(letters) else max(counts, key=lambda code: counts[code])
    return "uk" if best == "ru" and any(letter in "іїєґІЇЄҐ" for letter in letters) else best


@cache
def _lines() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    lines = (get_data("tui.articles", "languages.txt") or b"").decode().splitlines()
    parts = [line.split() for line in lines if line and not line.startswith("#")]
    return tuple((code, name, tuple(words)) for code, name, *words in parts)


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, _, words in _lines():
        for word in dict.fromkeys(words):
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


@cache
def _names() -> dict[str, str]:
    return {code: name for code, name, _ in _lines()} | _MORE_NAMES
