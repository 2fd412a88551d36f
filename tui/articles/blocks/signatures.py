"""Who wrote it, when, and from which agency: bylines, date lines and credits."""

from __future__ import annotations

import re

from tui.articles.agencies import agencies_named, credited
from tui.articles.blocks.phrases import AGENCIES
from tui.articles.first_names import is_first_name
from tui.articles.model import Role
from tui.articles.patterns import pattern

_LONGEST_SIGNATURE = 160
"""Code points up to which a stretch can be a byline or a credit."""
_MONTHS = (
    "januar|jänner|februar|feber|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
    "|jan|feb|mär|mrz|apr|jun|jul|aug|sept|sep|okt|nov|dez"
)
_DATE = pattern(
    rf"\b(?:\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:\d{{4}}|\d{{2}})|\d{{4}}-\d{{2}}-\d{{2}}(?:T\d{{2}}:\d{{2}}\S{{0,16}})?"
    rf"|\d{{1,2}}\.?\s(?:{_MONTHS})\.?(?:,?\s\d{{4}})?|vor (?:\d{{1,3}}|einer|einem) (?:minuten?|stunden?"
    rf"|tage?n?|wochen?))\b\.?",
    re.IGNORECASE,
)
_LISTED = pattern(r"\d{1,3}\. [^\W\d]+\s?:|[^()]{3,60}\(stand\b", re.IGNORECASE)
"""An entry of a list with its date: "2. Tag: (28.12.2008)", "Gesamtwertung (Stand 17. Juli)"."""
_HOURS = pattern(r"\d{1,2}(?:[.:]\d{2})?(?: Uhr)?\s?(?:–|-|bis)\s?\d{1,2}(?:[.:]\d{2})? Uhr", re.IGNORECASE)
"""From one hour to another: something happens then."""
_ASIDE = pattern(
    r"\b(?:veröffentlicht|aktualisiert|stand|datum|erstellt|publiziert|erschienen|erstmals|zuletzt"
    r"|letzte aktualisierung"
    r"|letztes update|update|published|updated|posted|online seit|online|uhr|am|um|vom|on|at|in|lesezeit"
    r"|lesedauer|ca|etwa"
    r"|min|minuten?|mins?|read|reading time|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    r"|mo|di|mi|do|fr|sa|so|mez|mesz|cet|cest|\d{1,2}[:.]\d{2}(?::\d{2})?|\d{1,3})\b",
    re.IGNORECASE,
)
_LABELLED_DATE = pattern(
    r"(?:veröffentlicht|aktualisiert|stand|publiziert|zuletzt aktualisiert|letzte aktualisierung"
    r"|letztes update|erstellt"
    r"|erstveröffentlichung|published|updated|lesezeit|lesedauer)\b",
    re.IGNORECASE,
)
_READING_TIME = pattern(
    r"(?:lesezeit|lesedauer)\D{0,8}\d{1,3}\s?min\w*\.?|\d{1,3}\s?min(?:uten|\.)?\s(?:lesezeit|read)", re.IGNORECASE
)
_OFFICE = (
    r"von unsere[mr] (?:\S{2,24} )??\w{0,20}(?:mitglied|mitarbeiter(?:in)?|korrespondent(?:en|in)|redakteur(?:in)?"
    r"|reporter(?:in)?|volontär(?:in)?)"
)
_BY = pattern(
    rf"(?:{_OFFICE}|von|by|text|autor(?:in|en|:in)?|author|verfasser(?:in)?|geschrieben von|verfasst von"
    r"|ein \w{4,20} von|eine \w{4,20} von"
    r"|text und fotos?|text & fotos?|bericht|protokoll|interview|redaktion|redakteur(?:in)?|aufgezeichnet von"
    r"|es berichtet"
    r"|posted by|written by|reportage)(?:\s?[:|–-])?\s+",
    re.IGNORECASE,
)
_DESK = pattern(
    r"(?:von )?(?:unser(?:er|em)? )?(?:online-?)?redaktion(?:\s?[-|/]\s?[\w.-]{2,30}"
    r"|\s[A-ZÄÖÜ][\w.-]{1,30}){0,3}|(?:die )?redaktion"
    rf"|{_OFFICE}\b.{{0,60}}",
    re.IGNORECASE,
)
_INITIALS = pattern(r"[(\[][a-zäöüß]{2,5}(?:[/,; ]{1,2}[a-zäöüß-]{2,12}){0,4}[)\]]")
_AGENCY_LINE = pattern(
    r"(?:quellen?|mit (?:material|informationen|agenturmaterial)(?: (?:von|der|des))?|agenturen?"
    r"|agenturmeldung|nach material von)\s?:?\s?",
    re.IGNORECASE,
)
_AGENCY_ID = pattern(r"(?:©\s?)?dpa(?:-\w{2,12})?, dpa:\S{6,40}", re.IGNORECASE)
_ABOUT_COPY = pattern(
    r"diese[rs]? (?:text|artikel|beitrag|bericht|inhalt|meldung|nachricht)\b"
    r"(?!.*\b(?:automati|maschinell|geprüft|bearbeitet)).{0,80}?\b(?:enthält|material|informationen|stammt|erstellt"
    r"|übernommen|beruht|basiert|verfasst|veröffentlicht|verwendet|entstand\w*|agenturmeldung\w*)\b",
    re.IGNORECASE,
)
"""A sentence about what an article was made from."""
_CONTRIBUTION = pattern(
    r"(?:(?:mit )?zusätzliche[rn]? (?:berichterstattung|bericht|recherche|reporting)|(?:unter )?mitarbeit"
    r"|mitgearbeitet (?:hat|haben)"
    r"|additional reporting|reporting by|bearbeitet von|redigiert von|redaktion:|bearbeitung:|recherche:"
    r"|übersetzt (?:von|aus)|übersetzung:|aus dem \w+ (?:übersetzt )?von|dieser (?:text|artikel"
    r"|beitrag) (?:erschien|ist) zuerst"
    r"|zuerst erschienen|mit agenturmaterial|mit material|mit informationen)\b",
    re.IGNORECASE,
)
_DESK_MARK = pattern(r"[A-ZÄÖÜ]{2,6}(?:/[A-Za-zäöü]{2,6}){0,3}|/?[a-zäöü]{2,4}(?:/[A-Za-zäöü]{2,4}){1,3}")
_JOINED = pattern(r", | und | & | / ")
_PARTICLES = frozenset("von van de der den zu zum zur vom di da del la le el al bin ibn dos".split())  # noqa: SIM905
_ARTICLES = frozenset({"der", "den", "dem", "die", "das"})
_NOT_NAMES = frozenset(
    "der die das ein eine neue neuer neues kein keine mehr was wie wer wo warum wann so nach vor im am bei auf für mit "  # noqa: SIM905
    "und".split()
)


def signature_rule(text: str) -> tuple[Role, str] | None:
    """Byline or credit, told by its words alone, wherever it stands."""
    if len(text) > _LONGEST_SIGNATURE:
        return None
    if _is_agency(text):
        return "credit", "agency line"
    if len(text) <= 140 and _CONTRIBUTION.match(text.lstrip("(* ")):
        return "credit", "contribution"
    if _is_by_line(text):
        return "byline", "by and names"
    # Looking for letters first spares most texts the slow patterns.
    words = text.casefold()
    if ("redaktion" in words or "von unsere" in words) and _DESK.fullmatch(text.strip("()[]. ")):
        return "byline", "editorial desk"
    if "min" in words and any(map(str.isdigit, text)) and _READING_TIME.fullmatch(text.strip()):
        return "byline", "reading time"
    if _is_date_line(text) and _LABELLED_DATE.match(text):
        return "byline", "labelled date"
    return None


def edge_signature_rule(text: str) -> tuple[Role, str] | None:
    """Byline told by its words where it stands before the first or behind the last paragraph."""
    if len(text) > _LONGEST_SIGNATURE:
        return None
    if _is_date_line(text):
        return "byline", "date line"
    if text.startswith(("(", "[")) and _INITIALS.fullmatch(text):
        return "byline", "initials"
    return None


def _is_agency(text: str) -> bool:
    if _AGENCY_ID.match(text) or credited(text) or (_ABOUT_COPY.match(text) and agencies_named(text)):
        return True
    core = _AGENCY_LINE.sub("", text.strip("()[]. "), count=1)
    signs = [sign for sign in re.split(r"[\s/,;|&]+|\bund\b", core.casefold().strip("()[]. ")) if sign]
    if not signs or len(signs) > 6 or not any(sign in AGENCIES for sign in signs):
        return False
    known = sum(sign in AGENCIES for sign in signs)
    bracketed = text[:1] in "([" and text[-1:] in ")]."
    return known == len(signs) or (bracketed and all(len(sign) <= 5 for sign in signs))


def _is_by_line(text: str) -> bool:
    opening = _BY.match(text)
    if not opening:
        return False
    rest = _ASIDE.sub(" ", _DATE.sub(" ", text[opening.end() :])).strip(" |·,–-/()=")
    people = [
        part.strip(" |·–-()")
        for part in re.split(r",|\bund\b|&|/|\||·|\s[–-]\s|\bsowie\b", rest)
        if part.strip(" |·–-()")
    ]
    if not people or len(people) > 8:
        return False
    full = [person for person in people if _is_name(person, 2) and not _is_way(person)]
    return bool(full) and is_first(people, full) and all(_is_name(p, 1) or p.casefold() in AGENCIES for p in people)


def _is_way(words: str) -> bool:
    """Whether "Von ..." leads from somewhere to somewhere: "Von der Werft zur Haltestelle"."""
    first, *rest = words.split()
    return (first in _ARTICLES or bool({"zu", "zum", "zur"}.intersection(rest))) and not is_first_name(first)


def is_first(people: list[str], full: list[str]) -> bool:
    """Whether the first of the parts is a full name; a place or an agency may follow, not lead."""
    return people[0] == full[0]


def _is_name(words: str, least: int) -> bool:
    tokens = words.split()
    if not least <= len([t for t in tokens if t.casefold() not in _PARTICLES]) <= 4 or len(tokens) > 5:
        return False
    for token in tokens:
        plain = token.strip(".'’-").replace("-", "").replace("'", "").replace("’", "").replace(".", "")
        if token in _PARTICLES:
            continue
        if not plain.isalpha() or not token[0].isupper() or token.casefold() in _NOT_NAMES:
            return False
    return True


def is_name_alone(text: str) -> bool:
    """Whether a line is one to four capitalised words that begin with a first name, as a name that signs an article.

    Two or three whole names may be joined: "Alois Huber und Meltem Kaya".
    """
    if text.isupper() or not is_first_name(text.split(" ", 1)[0]):
        return False
    names = _JOINED.split(text)
    if 2 <= len(names) <= 3:
        return all(len(name) <= 48 and _is_name(name, 2) for name in names)
    return len(text) <= 48 and _is_name(text, 1)


def is_desk_mark(text: str) -> bool:
    """Whether a line behind an article is the mark of a paper or a desk: "RND", "HAZ/wun", "/sre/DP/jha"."""
    return len(text) <= 20 and _DESK_MARK.fullmatch(text) is not None


def author_of(text: str) -> str | None:
    """The names in a byline that begins with ``Von`` or the like; None where there are none."""
    opening = _BY.match(text)
    if not opening:
        return None
    rest = _ASIDE.sub(" ", _DATE.sub(" ", text[opening.end() :]))
    parts = re.split(r",|\bund\b|&|/|\||·|\s[–-]\s", rest)
    names = [part.strip(" |·–-()") for part in parts]
    return ", ".join(name for name in names if _is_name(name, 2)) or None


def _is_date_line(text: str) -> bool:
    if not any(map(str.isdigit, text)) and "vor ein" not in text.casefold():
        return False
    undated = _DATE.sub(" ", text)
    if undated == text or _LISTED.match(text) or _HOURS.search(undated):
        return False
    rest = _ASIDE.sub(" ", undated)
    left = rest.strip(" |·,.:;–—-/()\t\xa0")
    if not any(c.isalpha() for c in left):
        return True
    parts = [part.strip(" |·–-().:") for part in re.split(r"[|·,/]|\s[–-]\s|\bvon\b", left)]
    parts = [part for part in parts if part]
    return len(left) <= 60 and len(parts) <= 3 and all(_is_name(part, 1) for part in parts)
