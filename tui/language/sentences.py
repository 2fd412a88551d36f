"""Where German sentences begin and end.

Rules and word lists instead of a trained model: German ordinals ("29. März"), abbreviations and capitalised nouns make
the full stop ambiguous, but the word before and the word after it settle nearly every case, and rules work the same
with every pipeline. All work is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.articles.spans import pieces
from tui.language.lexicon import words
from tui.language.model import Span

LONGEST = 2_000
"""Code points after which a sentence is cut at a space: a table or a text without full stops must stay readable."""

_NEVER_LAST = words("abbreviations", "never last")
_MAY_BE_LAST = words("abbreviations", "may be last")
_BEFORE_NUMBERS = words("abbreviations", "before numbers")
_OPENERS = words("sentence_openers")
_MONTHS = words("months")
_DOMAINS = words("domains")

_QUOTES = "\"'“”„»«‚‘’"
_STOP = re.compile(
    r"(?P<stop>\.(?:[ \u00a0]?\.){2,}|[.!?…]+)"  # ". . ." is one mark
    rf"(?P<close>[{_QUOTES})\]]*)"
    r"(?P<gap>\s*)"
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|\n(?=[•*▪·–-]\s)")
_NEXT = re.compile(rf"(?P<open>[{_QUOTES}(\[–—\-\s]*)(?P<word>[^\W\d_]*)(?P<rest>.?)", re.DOTALL)
_ABBREVIATION = re.compile(r"(?:[^\W\d_]{1,9}\.[ \u00a0\u202f]?)+$")
_NUMBER = re.compile(r"(?:^|[^\w.,:/-])(\d[\d.,:/]*)$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+$")
_WORDS = re.compile(r"[^\W\d_]+")
_BEFORE_ORDINAL = frozenset(
    {"als", "am", "an", "beim", "im", "in", "ins", "vom", "zum", "zur"}
    | {stem + ending for stem in ("d", "jed", "dies") for ending in ("er", "ie", "e", "as", "es", "em", "en")}
    | {stem + ending for stem in ("ein", "ihr", "mein", "sein") for ending in ("", "e", "er", "es", "em", "en")}
)
_BETWEEN_NUMBERS = frozenset({"bis", "oder", "und"})
_MORE_OF = frozenset({"bereits", "genau", "insgesamt", "inzwischen", "mittlerweile", "nunmehr", "schon"})
_COUNTED_BY_ORDINALS = re.compile(
    r"(?:ausgabe|auflage|einsatz|folge|jahr|jubiläum|mal|minute|mitglied|partie|platz|sieg|spiel|stelle|tag|tor|treffer)s?$",
    re.IGNORECASE,
)
"""Nouns before which an ordinal stands without an article, as in headlines: "Oma feiert 100. Geburtstag"."""
_LAST_WORD = re.compile(r"[^\W_]+$")
_ROMAN = re.compile(r"[IVXLC]{2,}$")
_NUMERAL = re.compile(r"[IVXLC]+")
_DAY_BEFORE = re.compile(r"\d\.?\s*$")
_BRACKET = re.compile(r"\s*\(")
_CLUB = re.compile(r"[A-Z]{2,3}")
_ELLIPSIS = re.compile(r"…|\.[ \u00a0]?\.[ \u00a0]?\.")
_CLOSING_PARTNER = {'"': '"', "'": "'", "“": "„", "”": "“", "»": "«", "«": "»", "‘": "‚", "’": "‘"}


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Cut a stretch of text into sentences.

    Args:
        text: The text.
        start: Where the stretch begins, in code points.
        end: Where it ends (exclusive); the end of the text if not given.

    Returns:
        Spans in order, without the white space around them; every character that is no white space lies in one.
    """
    end = len(text) if end is None else end
    spans: list[Span] = []
    for part_start, part_end in _parts(text, start, end):
        begin = part_start
        for stop in _breaks(text, part_start, part_end):
            spans.extend(pieces(text, begin, stop, LONGEST))
            begin = stop
        spans.extend(pieces(text, begin, part_end, LONGEST))
    return spans


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches between blank lines and list marks, where a sentence always ends."""
    for gap in _BLANK_LINE.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    """Positions at which a new sentence begins."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        close_end = _closing_end(text, begin, match, end)
        if match.end() >= end:
            continue
        if _ends_sentence(text, begin, match, close_end, end):
            yield close_end
            begin = close_end


def _closing_end(text: str, begin: int, match: re.Match[str], end: int) -> int:
    """Where the marks that close with the sentence end; a mark before a letter may open the next sentence instead."""
    position = match.end("stop")
    for mark in match["close"]:
        spaced = bool(match["gap"]) or match.end() >= end
        if not spaced and mark in _CLOSING_PARTNER:
            before = text[max(begin, match.start() - LONGEST) : position]
            partner = _CLOSING_PARTNER[mark]
            open_now = before.count(partner) % 2 == 1 if partner == mark else before.rfind(partner) > before.rfind(mark)
            if not open_now:
                break
        position += 1
    return position


def _ends_sentence(text: str, begin: int, match: re.Match[str], close_end: int, end: int) -> bool:
    """Whether the stop found ends a sentence, by the words around it."""
    stop = match["stop"]
    after = _NEXT.match(text, close_end, min(end, close_end + 80))
    assert after is not None  # every part of the pattern may be empty
    word, opening = after["word"], after["open"]
    first = word[:1] or after["rest"]
    opens = word[:1].isupper() and word.lower() in _OPENERS
    if not _may_begin(word, first, after) or _inside_brackets(text, begin, match, end):
        return False
    if not opening and close_end == match.end("stop"):
        return _without_space(text, match, word, opens, end)
    if len(stop) > 1 and _ELLIPSIS.search(stop):
        glued = match.start() > begin and not text[match.start() - 1].isspace()
        return opens or close_end > match.end("stop") or (glued and word[:1].isupper() and match["gap"] != "")
    if stop == "…":
        return opens or close_end > match.end("stop")
    if ")" in text[match.end("stop") : close_end] and not _BRACKET.match(text, begin):
        return opens  # "(Wilhelm I.) Unterschlupf"
    if stop != "." or close_end > match.end("stop"):
        return True
    return _after_full_stop(text, begin, match.start(), word, first, opens)


def _may_begin(word: str, first: str, after: re.Match[str]) -> bool:
    """Whether what follows can be the beginning of a sentence: not a small letter, comma or closing mark."""
    if first.islower():
        return any(letter.isupper() for letter in word[1:3])  # iPhone, eBay
    if not word and not first.isdecimal():
        return first not in ",;:.!?…)]}/%&=+" and first != ""
    return not ("-" in after["open"] and after["open"].strip(" -–—") == "" and first.islower())


def _inside_brackets(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether the stop stands in round brackets that opened inside this sentence and close soon."""
    sentence = text[max(begin, match.start() - 400) : match.end("stop")].lstrip()
    opened = sentence.rfind("(")
    if opened <= 0 or sentence.rfind(")") > opened or ")" in match["close"]:
        return False
    return text.find(")", match.end("stop"), min(end, match.end("stop") + 300)) >= 0


def _without_space(text: str, match: re.Match[str], word: str, opens: bool, end: int) -> bool:
    """Whether a stop between letters ends a sentence: "anzuschließen.Ist" does, addresses and "ASP.NET" do not."""
    at, after = match.start(), match.end("stop")
    before = text[max(0, at - 40) : at]
    chunk = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
    following = text[after : min(end, after + 40)].split(None, 1)[0]
    if (
        not word[:1].isupper()
        or not (word[1:2].islower() or opens)
        or any(sign in chunk + following for sign in "@/\\_")
    ):
        return False
    if match["stop"] != ".":
        return chunk != ""
    if "." in chunk or (word.lower() in _DOMAINS and not opens):  # "anzuschließen.Es"
        return False
    if chunk[-4:].isdecimal():
        return len(chunk) >= 4 or opens
    last = _LAST_WORD.search(chunk)
    ending = last[0] if last else chunk[-1:]
    if f"{ending}." in _NEVER_LAST or f"{ending}." in _MAY_BE_LAST:
        return False
    return (len(ending) >= 2 and ending[-2:].islower()) or ending in _QUOTES + ")" or (len(ending) >= 2 and opens)


def _after_full_stop(text: str, begin: int, at: int, word: str, first: str, opens: bool) -> bool:
    """Whether one full stop followed by white space ends the sentence."""
    before = text[max(begin, at - 60) : at].rstrip()
    number = _NUMBER.search(before)
    if number:
        return _after_number(before[: number.start(1)], number[1], word, first, opens)
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    if f"{last[0]}." in _BEFORE_NUMBERS:
        counted = first.isdecimal() or _NUMERAL.fullmatch(word)
        return opens or not (counted or _DAY_BEFORE.search(before[: last.start()]))
    abbreviation = _abbreviation(before + ".")
    if abbreviation == "never":
        return False
    if abbreviation == "may" or len(last[0]) == 1 or (_ROMAN.fullmatch(last[0]) and not first.isdecimal()):
        return opens
    return True


def _after_number(before: str, number: str, word: str, first: str, opens: bool) -> bool:
    """Ordinal or cardinal: "am 29. März" goes on, "im Jahr 2018. Er" ends."""
    if not number.isdecimal() or len(number) > 3:
        return word.lower() not in _MONTHS or not number.isdecimal() or len(number) > 2
    if not before.strip():
        return False  # "1. Die Partei ...", the mark of a list
    if opens:
        return True
    if first.isdecimal() or word.lower() in _MONTHS or f"{word}." in _MAY_BE_LAST or _CLUB.fullmatch(word):
        return False  # "im 15. Jh.", "der 1. FC Köln"
    previous = _WORD_BEFORE.search(before)
    if previous is None:
        return False
    if previous[1][0].isupper():
        return previous[1].lower() not in _OPENERS
    return len(number) == 3 and not _asks_for_ordinal(before) and not _COUNTED_BY_ORDINALS.search(word)


def _asks_for_ordinal(before: str) -> bool:
    """Whether an article or the like stands before a number, right before it or one adjective or adverb ahead."""
    words = _WORDS.findall(before)[-2:]
    if words[-1] in _BEFORE_ORDINAL or words[-1] in _BETWEEN_NUMBERS:
        return True
    between = words[-1] in _MORE_OF or words[-1].endswith(("e", "en", "er", "es", "em"))
    return between and len(words) > 1 and words[0].lower() in _BEFORE_ORDINAL


def _abbreviation(before: str) -> str:
    """``never`` or ``may`` where the text ends with an abbreviation that a sentence never or possibly ends with."""
    found = _ABBREVIATION.search(before[-30:])
    if not found:
        return ""
    parts = found[0].split(".")[:-1]
    for count in range(len(parts), 0, -1):
        candidate = "".join(f"{part.strip()}." for part in parts[-count:])
        if candidate in _NEVER_LAST:
            return "never"
        if candidate in _MAY_BE_LAST or (count == 1 and candidate.lower().endswith("str.") and len(candidate) > 5):
            return "may"
    return ""
