"""How a passage states its fact: plainly, with doubt, on somebody's word, in somebody's words, or as denied.

Readers weigh a claim by this before they weigh the words; it is read from quotations, the mood of verbs and short word
lists, never from outside knowledge.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from tui.comparison.model import Modality
from tui.comparison.passages import Statement, words_of
from tui.comparison.wordlists import listed
from tui.language.model import Quotation, Span, Token

COVERED = 0.35
"""Least share of a passage's characters inside a quotation for it to be that speaker's."""

_FALLBACK = re.compile(
    r"\b(?:laut|nach Angaben|nach Informationen|den Angaben|zufolge|nach Worten|nach den Worten|gemäß|so der|so die)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(r"\bsoll(?:en|te|ten)?\b", re.IGNORECASE)
_LIKENED = re.compile(
    r"(?<=[^\W\d_], )wie (?:zunächst|anfangs|ursprünglich|irrtümlich|fälschlich(?:erweise)?|zuvor|vo[nm])\b[^,;.–]*"
)
"""Words of what was said before: beside a negation it is denied ("Tote, wie zunächst gemeldet, gab es nicht")."""
_CLAIMED = re.compile(
    r"\b(?:wonach|denen|Vorw(?:urf|ürfen?)|\w*(?:[Bb]erichte|[Gg]erüchte?|[Mm]eldung(?:en)?|[Bb]ehauptung(?:en)?)n?)\b"
)
"""Words of something told by others, which is denied where it is called untrue."""
_NOT_SO = re.compile(r"\b(?:stimmt?e?n? nicht|tr(?:ifft|ef|äf|af)\w* nicht zu)\b")
_IN_DISPUTE = re.compile(
    r"\bin Abrede\b|\b(?:wei|wie)s(?:t|en|e)?\b[^,;.]*\bvon sich\b(?! aus\b)|\bvon sich (?:gewiesen|weis\w+|wies\w*)\b"
)
_DENY = r"(?:dementier|bestreit|bestritt|abstreit|abgestritten|leugne|geleugnet)\w*"
_AFFIRMED = re.compile(
    rf"\b{_DENY}\b[^,;.:]*\b(?:nicht|nie|niemals|kaum|keineswegs)\b(?! nur)"
    rf"|\b(?:nicht|nie|niemals|niemand|keiner|kaum)\b(?! nur)[^,;.:]*\b{_DENY}\b",
    re.IGNORECASE,
)
"""A denial that is denied: "bestreitet nicht, dass"."""
_NEITHER = re.compile(r"\bweder\b[^,;.]*\bnoch\b")
_REFUSED = re.compile(
    r"\b(?:nicht|weder)\b(?! nur)[^,;.]*\b(?:bestätig(?:en|t)|dementieren)\b"
    r"|\bbestätigten?\b[^,;.]*\bnicht\b"
)
_PERFECT = re.compile(r"\b\w+(?:t|en) (?:haben|sein|worden sein)\b")
_PRESENT_DOUBT = re.compile(
    r"\bsoll(?:en)? (?:sich|es|sie|er|\w+ich)\b.*\b(?:befinden|geben|handeln|liegen)\b", re.IGNORECASE
)

_SELF = re.compile(r"\b(?:will|wollen)\b(?!.*\b(?:bis|binnen|innerhalb)\b)[^,;.]*" + _PERFECT.pattern)
"""Somebody's word for what he did or did not: "will nichts gewusst haben"; with a term it is a plan."""

_MARKS = re.compile(r"[\s\"„“”»«‚‘’'.!?…]*")
_KNOWN = frozenset({"bekannt"})
"""With "werden": so it is, whoever told it."""
_COLON = re.compile(r":\s*[\"„“”»«‚‘’']?$")
_TO_CUE = re.compile(r"[.!?…]?[\"“”»«‘’']?\s?,?\s?")

_WELL = re.compile(r"\b(?:sich|fühl\w*|sehr|zum|ums?|das|dem|des) [Ww]ohl\b|(?<=\w )Wohl(?:s|es)?\b")
"""Tells how somebody feels or fares: no doubt."""

_CONTEST = ("bestreit", "bestritt")
"""Beginnings of what is done to claims, and to matches too."""

_PARTED = {"ab": frozenset({"streitet", "streiten", "stritt", "stritten", "streite"})}
"""Particle of a verb of denying -> the forms before it."""

_SENDS = frozenset({"wies", "wiesen", "weist", "weisen", "weise"})

_SO = re.compile(r"\b(?:[Dd]as|[Dd]ies|alles|als \w+)\b")
"""With "zurück": what was said before, or what it is called."""


def share_quoted(span: Span, quotation: Quotation) -> float:
    """Which share of the passage's characters the quotation covers, 0.0 to 1.0."""
    start, end = span
    inside = sum(max(0, min(end, right) - max(start, left)) for left, right in quotation.spans)
    return inside / max(1, end - start)


def covering(span: Span, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation that covers most of a passage, if it covers enough of it."""
    best = touching(span, quotations)
    return best if best is not None and share_quoted(span, best) >= COVERED else None


def touching(span: Span, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation that has most characters in a passage, if any has."""
    best = max(quotations, key=lambda q: (share_quoted(span, q), -q.start), default=None)
    return best if best is not None and share_quoted(span, best) > 0 else None


def introduced(statement: Statement, span: Span, text: str) -> Quotation | None:
    """The direct quotation to which the rest of a passage is the introduction, however long it is.

    It opens the passage and a comma and the verb of saying follow, or it ends the passage behind a colon. A count or a
    sum in the introduction says that the passage tells something else too.
    """
    for quotation in statement.quotations:
        start, end = quotation.spans[0][0], quotation.spans[-1][1]
        if quotation.kind != "direct" or start < span[0] or end > span[1]:
            continue
        after = text[quotation.spans[0][1] : quotation.cue.start] if quotation.cue is not None else ""
        opens = _MARKS.fullmatch(text, span[0], start) and _TO_CUE.fullmatch(after)
        ends = _COLON.search(text[span[0] : start]) and _MARKS.fullmatch(text, end, span[1])
        beside = (v for v in statement.values if v.kind != "date" and span[0] <= v.start < span[1])
        if (opens or ends) and all(any(left <= v.start < right for left, right in quotation.spans) for v in beside):
            return quotation
    return None


def is_hedged(words: str) -> bool:
    """Whether the words themselves express doubt."""
    folded = words.casefold()
    lexicon = listed("modality", "hedge")
    if any(word.casefold() in lexicon for _, _, word in words_of(_WELL.sub("", words))):
        return True
    if any(phrase in folded for phrase in listed("modality", "hedge phrase")):
        return True
    return bool(_PLAN.search(words)) and bool(_PERFECT.search(words) or _PRESENT_DOUBT.search(words))


def is_denied(words: str) -> bool:
    """Whether somebody is said to deny what the words tell; who will neither confirm nor deny does not."""
    if _AFFIRMED.search(words):
        return False
    lexicon = listed("modality", "denial")
    found = [word.casefold() for _, _, word in words_of(words)]
    contested = any(word.startswith(tuple(listed("modality", "no claim"))) for word in found)
    if any(word in lexicon and not (contested and word.startswith(_CONTEST)) for word in found):
        return not _NEITHER.search(words)
    if _NOT_SO.search(words) or _IN_DISPUTE.search(words) or (is_negated(words) and _LIKENED.search(words)):
        return True
    if _CLAIMED.search(words) and any(word in listed("modality", "untrue") for word in found):
        return True
    if any(ab in found and said & set(found) for ab, said in _PARTED.items()):
        return True
    sent_back = "zurückgewiesen" in found or "zurückweist" in found or "zurückweise" in found
    if not sent_back and not ("zurück" in found and _SENDS & set(found)):
        return False
    claims = any(word.startswith(tuple(listed("modality", "claim"))) for word in found)
    return claims or (not contested and _SO.search(words) is not None)


def refuses(words: str) -> bool:
    """Whether somebody is said not to confirm what the words tell: "wollte sie weder bestätigen noch dementieren"."""
    return _REFUSED.search(words) is not None


def is_negated(words: str) -> bool:
    """Whether the words hold a negation."""
    lexicon = listed("modality", "negation")
    return any(word.casefold() in lexicon for _, _, word in words_of(words))


def leaves_open(words: str) -> bool:
    """Whether the words say that something is not known: no claim that a denial could stand against."""
    return _open_words().search(words) is not None


@cache
def _open_words() -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, sorted(listed("modality", "open"))))
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


def reported_mood(span: Span, tokens: Sequence[Token], text: str) -> bool:
    """Whether the passage's finite verb stands in the Konjunktiv of reported speech."""
    begin, end = (bisect_left(tokens, place, key=attrgetter("start")) for place in span)
    own = tokens[begin:end]
    for token in own:
        word = text[token.start : token.end].casefold()
        if word in {"sei", "seien", "habe", "werde", "könne", "müsse", "wolle", "solle", "dürfe", "möge"}:
            first = any(text[other.start : other.end].casefold() == "ich" for other in own)
            if not first:
                return True
        told = all(feature in token.features for feature in ("Mood=Sub", "Tense=Pres", "VerbForm=Fin"))
        if told and not word.endswith("t"):
            return True
    return False


def modality_of(
    statement: Statement, span: Span, text: str, tokens: Sequence[Token]
) -> tuple[Modality, Quotation | None]:
    """How a passage states its fact, and the quotation that it stands in.

    Args:
        statement: The sentence of the passage.
        span: The passage.
        text: The article's raw text.
        tokens: The article's words; used for the mood of verbs.

    Returns:
        The modality and the covering quotation, if there is one.
    """
    words = text[span[0] : span[1]]
    quotation = covering(span, statement.quotations) or introduced(statement, span, text)
    if quotation is not None and quotation.speaker is None and quotation.cue and quotation.cue.text in _KNOWN:
        quotation = None
    if is_denied(words):
        return "denied", quotation
    if quotation is not None and quotation.kind == "direct":
        return "quoted", quotation
    if is_hedged(words) or refuses(words):
        return "hedged", quotation
    if quotation is not None:
        return "attributed", quotation
    if _FALLBACK.search(statement.text) or _SELF.search(words) or reported_mood(span, tokens, text):
        return "attributed", None
    return "asserted", None
